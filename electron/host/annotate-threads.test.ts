import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { WordAnswer, WordComment } from '../../shared/export/annotated-docx.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { commentedTexts } from '../../tests/support/comment-ranges.ts';
import { docxOf, paragraph } from '../../tests/support/docx.ts';
import { findRange } from '../../tests/support/find-range.ts';
import { threadedDocx } from '../../tests/support/threaded-docx.ts';
import { annotatedFile } from '../../tests/support/annotated-file.ts';
import { readDocxFile } from './parse/docx.ts';
import { readZip } from './parse/zip.ts';

const signed = { author: '王芳', initials: '王芳', date: '2026-03-04T13:06:07', utc: '2026-03-04T05:06:07Z' };
const reply = (...text: string[]) => ({ ...signed, text });

function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(readZip(file).map(({ name, bytes }) => [name, strFromU8(bytes ?? new Uint8Array())]));
}

/** id, what it answers, whether settled, text: as our own reader has it. */
function read(file: Uint8Array) {
  const { comments } = normalise(readDocxFile(file).raw);
  return comments.map(({ id, parent, resolved, text }) => [id, parent, resolved, text]);
}

describe('a thread of ours in a file without comments', () => {
  const file = docxOf({ body: `${paragraph('租期三十年。')}<w:sectPr/>` });
  const range = findRange(normalise(readDocxFile(file).raw), '三十年');
  const write = (more: Partial<WordComment>): Uint8Array =>
    annotatedFile(file, [{ ...signed, range, text: ['租期', '过长'], ...more }]);

  it('is read back with replies and state', () => {
    const copy = write({ replies: [reply('已核。'), reply('同意', '缩短')], resolved: true });
    expect(read(copy)).toEqual([
      ['0', null, true, '租期\n过长'],
      ['1', '0', false, '已核。'],
      ['2', '0', false, '同意\n缩短'],
    ]);
    const parts = partsOf(copy);
    expect([...commentedTexts(parts.get('word/document.xml') ?? '').values()]).toEqual(['三十年', '三十年', '三十年']);
    const relationships = parts.get('word/_rels/document.xml.rels') ?? '';
    const ids = [...relationships.matchAll(/ Id="(\w+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(relationships).toContain('Target="comments.xml"');
    expect(relationships).toContain('Target="commentsExtended.xml"');
    expect(parts.get('[Content_Types].xml')).toContain('PartName="/word/commentsExtended.xml"');
  });

  it('needs no further part while nothing is answered or settled', () => {
    expect([...partsOf(write({})).keys()].filter((name) => /commentsExtended/u.test(name))).toEqual([]);
  });
});

describe.each([
  ['with threads', false],
  ['as Word before 2013 wrote it', true],
])("answers to a file's comments, %s", (_, plain) => {
  const file = threadedDocx(plain);
  const before = read(file);
  const answer = (more: Partial<WordAnswer>): Uint8Array =>
    annotatedFile(file, [], [{ comment: '1', range: null, replies: [], resolved: null, ...more }]);

  it('stand beneath them, and leave the others as they were', () => {
    const { comments } = normalise(readDocxFile(file).raw);
    const copy = answer({ range: comments[0]?.at ?? null, replies: [reply('请改为二十年。')] });
    expect(read(copy)).toEqual([...before, ['4', '1', false, '请改为二十年。']]);
    expect(commentedTexts(partsOf(copy).get('word/document.xml') ?? '').get('4')).toBe('三十年');
  });

  it('settle them', () => {
    const [head, ...others] = before;
    expect(read(answer({ resolved: true }))).toEqual([(head ?? []).with(2, true), ...others]);
  });

  it('open them again', () => {
    const expected = before.map((one) => (one[0] === '3' ? one.with(2, false) : one));
    expect(read(answer({ comment: '3', resolved: false }))).toEqual(expected);
  });

  it('stand at the title where their place is gone', () => {
    const copy = partsOf(answer({ replies: [reply('已核。')] }));
    expect(commentedTexts(copy.get('word/document.xml') ?? '').get('4')).toBe('青麓区仓库租赁合同');
  });

  it('to a comment that is not there change nothing', () => {
    expect(partsOf(answer({ comment: '99', replies: [reply('已核。')] }))).toEqual(partsOf(file));
  });
});
