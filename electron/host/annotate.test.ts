import { strFromU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { WordComment } from '../../shared/export/annotated-docx.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { annotatedCases, annotatedSource } from '../../tests/support/annotated-cases.ts';
import { commentedTexts, rejoined } from '../../tests/support/comment-ranges.ts';
import { docxOf, paragraph, side, wordNamespace } from '../../tests/support/docx.ts';
import { findRange, quoteOf } from '../../tests/support/find-range.ts';
import { annotatedFile } from '../../tests/support/annotated-file.ts';
import { initialsOf } from './annotate.ts';
import { readDocxFile } from './parse/docx.ts';
import { readZip } from './parse/zip.ts';
import { writers } from './writers.ts';

const signed = { author: '王芳', initials: '王芳', date: '2026-03-04T13:06:07', utc: '2026-03-04T05:06:07Z' };
const text = ['问题：写法不明', '依据：《民法典》第五百一十条', '建议：写明'];

function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(readZip(file).map(({ name, bytes }) => [name, strFromU8(bytes ?? new Uint8Array())]));
}

/** Names of the parts in which two files differ. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)).sort();
}

function annotate(file: Uint8Array, comment: Pick<WordComment, 'range'> & Partial<WordComment>): Uint8Array {
  return annotatedFile(file, [{ ...signed, text, ...comment }]);
}

describe('a comment', () => {
  it.each(annotatedCases)('stands $name', (one) => {
    const file = annotatedSource(one);
    const before = normalise(readDocxFile(file).raw);
    const range = findRange(before, one.from, one.to);
    expect(quoteOf(before, range)).toBe(one.quote);

    const copy = annotate(file, { range });
    const [original, parts] = [partsOf(file), partsOf(copy)];
    const marked = [...parts].flatMap(([name, xml]) => (name.endsWith('.xml') ? [...commentedTexts(xml)] : []));
    expect(marked).toEqual([['0', one.standsAt ?? one.quote]]);
    for (const [name, xml] of original) {
      if (xml !== parts.get(name) && !/Content_Types|rels$/u.test(name)) {
        expect(rejoined(parts.get(name) ?? '', new Set(['0']))).toEqual(rejoined(xml));
      }
    }

    const after = normalise(readDocxFile(copy).raw);
    const [comment] = after.comments;
    expect(comment).toMatchObject({ author: '王芳', date: signed.date });
    expect(comment?.text.endsWith(text.join('\n'))).toBe(true);
    // A comment that had to stand elsewhere says where its text is.
    expect(comment?.text.includes(`“${one.quote}”`)).toBe(one.standsAt !== undefined);
    if (one.standsAt === undefined && comment?.at) expect(quoteOf(after, comment.at)).toBe(one.quote);
  });

  it('changes only the document, its relationships, the types and the comments', () => {
    const file = docxOf({ body: paragraph('租期三十年。') });
    const copy = annotate(file, { range: findRange(normalise(readDocxFile(file).raw), '三十年') });
    expect(differing(partsOf(file), partsOf(copy))).toEqual([
      '[Content_Types].xml',
      'word/_rels/document.xml.rels',
      'word/comments.xml',
      'word/document.xml',
    ]);
  });

  it('of no range stands at the title', () => {
    const file = docxOf({ body: paragraph('') + paragraph('云州市仓库租赁合同') + paragraph('第一条') });
    const range = [{ block: 'p9', from: 0, to: 1 }] as const;
    const document = partsOf(annotate(file, { range })).get('word/document.xml') ?? '';
    expect([...commentedTexts(document).values()]).toEqual(['云州市仓库租赁合同']);
  });

  it('in an empty document stands in its only paragraph', () => {
    const file = docxOf({ body: '<w:p/><w:sectPr/>' });
    const document = partsOf(annotate(file, { range: [{ block: 'p1', from: 0, to: 0 }] })).get('word/document.xml');
    expect(document).toContain(
      '<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    );
  });
});

describe('several comments', () => {
  const file = docxOf({ body: paragraph('甲方应当在三十日内付款。') + paragraph('乙方应当开票。') + '<w:sectPr/>' });
  const document = normalise(readDocxFile(file).raw);
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'on one place',
      [
        ['三十日', '三十日'],
        ['三十日', '三十日'],
      ],
    ],
    [
      'inside one another',
      [
        ['应当在三十日内', '应当在三十日内'],
        ['三十', '三十'],
      ],
    ],
    [
      'that overlap',
      [
        ['当在三十', '当在三十'],
        ['十日内付', '十日内付'],
      ],
    ],
    [
      'that touch',
      [
        ['三十日', '三十日'],
        ['内付款', '内付款'],
      ],
    ],
    [
      'over a paragraph border and inside it',
      [
        ['付款', '乙方'],
        ['款。', '款。'],
        ['乙方应', '乙方应'],
      ],
    ],
  ])('%s keep their characters', (_, wanted) => {
    const ranges = wanted.map(([from, to]) => findRange(document, from, to));
    const copy = annotatedFile(
      file,
      ranges.map((range) => ({ ...signed, text, range })),
    );
    const marked = commentedTexts(partsOf(copy).get('word/document.xml') ?? '');
    expect(ranges.map((_range, at) => marked.get(String(at)))).toEqual(ranges.map((range) => quoteOf(document, range)));
    expect(rejoined(partsOf(copy).get('word/document.xml') ?? '', new Set(marked.keys()))).toEqual(
      rejoined(partsOf(file).get('word/document.xml') ?? ''),
    );
  });
});

describe('the date of a comment', () => {
  const zone = process.env['TZ'];
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['Asia/Shanghai', '2026-03-05T00:06:07'],
    ['UTC', '2026-03-04T16:06:07'],
  ])('is the time in %s, for Word shows it as it stands', async (place, date) => {
    process.env['TZ'] = place;
    const original = docxOf({ body: paragraph('租期三十年。') });
    const document = normalise(readDocxFile(original).raw);
    const range = findRange(document, '三十年');
    const at = '2026-03-04T16:06:07.890Z';
    const annotations = [{ range, text, author: '王芳', at }];
    const changes = { suggestions: [], rejected: [] };
    const copy = await writers.annotated({ original, document, annotations, changes });
    expect(partsOf(copy).get('word/comments.xml')).toContain(`w:date="${date}"`);
  });
});

const extension = (local: string, prefix: string, uri: string, content: string): string =>
  `<${prefix}:${local} xmlns:${prefix}="http://schemas.microsoft.com/office/word/${uri}">${content}</${prefix}:${local}>`;
const microsoft = 'http://schemas.microsoft.com/office';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A document that Word of today has commented once. */
function commented(): Uint8Array {
  const old = '<w:commentRangeStart w:id="4"/><w:r><w:t>甲方</w:t></w:r><w:commentRangeEnd w:id="4"/>';
  const comments =
    `<w:comments xmlns:w="${wordNamespace}" xmlns:w14="${microsoft}/word/2010/wordml"><w:comment w:id="4" w:author="李明" ` +
    'w:date="2026-03-01T09:00:00Z" w:initials="李"><w:p w14:paraId="10000000"><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment></w:comments>';
  return docxOf({
    body: paragraph(old, '<w:r><w:commentReference w:id="4"/></w:r>', '付款三十日。'),
    parts: [
      side('comments', comments),
      {
        path: 'commentsExtended.xml',
        relationship: `${microsoft}/2011/relationships/commentsExtended`,
        type: `${type}.commentsExtended+xml`,
        xml: extension('commentsEx', 'w15', '2012/wordml', '<w15:commentEx w15:paraId="10000000" w15:done="1"/>'),
      },
      {
        path: 'commentsIds.xml',
        relationship: `${microsoft}/2016/09/relationships/commentsIds`,
        type: `${type}.commentsIds+xml`,
        xml: extension(
          'commentsIds',
          'w16cid',
          '2016/wordml/cid',
          '<w16cid:commentId w16cid:paraId="10000000" w16cid:durableId="10000001"/>',
        ),
      },
      {
        path: 'commentsExtensible.xml',
        relationship: `${microsoft}/2018/08/relationships/commentsExtensible`,
        type: `${type}.commentsExtensible+xml`,
        xml: extension('commentsExtensible', 'w16cex', '2018/wordml/cex', ''),
      },
      {
        path: 'people.xml',
        relationship: `${microsoft}/2011/relationships/people`,
        type: `${type}.people+xml`,
        xml: extension('people', 'w15', '2012/wordml', '<w15:person w15:author="李明"/>'),
      },
    ],
  });
}

describe('a document with comments', () => {
  const file = commented();
  const range = findRange(normalise(readDocxFile(file).raw), '三十日');
  const copy = annotatedFile(file, [
    { ...signed, range, text },
    { ...signed, range, text: ['另：同意上条'], author: '李明' },
  ]);
  const parts = partsOf(copy);

  it('keeps them, their marks and their states', () => {
    const { comments } = normalise(readDocxFile(copy).raw);
    expect(comments.map(({ id, author, resolved }) => [id, author, resolved])).toEqual([
      ['4', '李明', true],
      ['5', '王芳', false],
      ['6', '李明', false],
    ]);
    expect([...commentedTexts(parts.get('word/document.xml') ?? '')]).toEqual([
      ['4', '甲方'],
      ['5', '三十日'],
      ['6', '三十日'],
    ]);
  });

  it('names each new comment by its last paragraph in every part beside', () => {
    const keys = [...(parts.get('word/comments.xml') ?? '').matchAll(/w14:paraId="(\w+)"/gu)].map(([, key]) => key);
    expect(keys).toEqual(['10000000', '10000002', '10000003']);
    const find = (name: string, pattern: RegExp): (string | undefined)[] =>
      [...(parts.get(`word/${name}.xml`) ?? '').matchAll(pattern)].map(([, key]) => key);
    expect(find('commentsExtended', /w15:paraId="(\w+)"/gu)).toEqual(keys);
    expect(find('commentsIds', /w16cid:paraId="(\w+)"/gu)).toEqual(keys);
    expect(find('commentsExtensible', /w16cex:durableId="(\w+)" w16cex:dateUtc="2026-03-04T05:06:07Z"/gu)).toEqual(
      find('commentsIds', /durableId="(\w+)"/gu).slice(1),
    );
  });

  it('names each author once among the people', () => {
    const authors = [...(parts.get('word/people.xml') ?? '').matchAll(/w15:author="([^"]*)"/gu)].map(([, who]) => who);
    expect(authors).toEqual(['李明', '王芳']);
  });

  it('is changed in no other part', () => {
    const names = ['comments', 'commentsExtended', 'commentsExtensible', 'commentsIds', 'document', 'people'];
    expect(differing(partsOf(file), parts)).toEqual(names.map((name) => `word/${name}.xml`));
  });
});

it.each([
  ['王芳', '王芳'],
  ['  Li Ming ', 'Li'],
  ['𠮷田太郎', '𠮷田'],
])('the initials of %s', (author, initials) => expect(initialsOf(author)).toBe(initials));
