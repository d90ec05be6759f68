import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtEntries } from '../../../tests/support/processes.ts';
import { allParagraphs } from '../../../shared/document/walk.ts';
import type { Parser } from '../ports.ts';
import { forkParser } from './fork.ts';
import { standardLimits } from './limits.ts';
import type { ParserLimits } from './limits.ts';
import { createParser } from './pool.ts';

const MB = 1024 * 1024;
const patient: ParserLimits = {
  ...standardLimits,
  ordinary: { heapMb: 40, residentBytes: 400 * MB },
  large: { heapMb: 128, residentBytes: 450 * MB },
};

const quick: ParserLimits = { ...patient, silentMs: 600, totalMs: () => 1500 };

let entry = '';
const open: Parser[] = [];

beforeAll(async () => {
  const folder = await builtEntries({
    parser: 'electron/host/parse/child.ts',
    'parser-worker': 'tests/support/broken-readers.ts',
  });
  entry = `${folder}/parser.js`;
}, 30_000);

afterAll(() => Promise.all(open.map((one) => one.close())));

function parser(limits: ParserLimits = patient, size = 1): Parser {
  const made = createParser({ spawn: forkParser(entry), size, limits });
  open.push(made);
  return made;
}

function file(text: string, name = 'a.txt'): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}

async function firstLine(reader: Parser, text: string): Promise<string | undefined> {
  return allParagraphs((await reader.read(file(text))).document)[0]?.text;
}

describe('a parser process', { timeout: 30_000 }, () => {
  it('answers the document and its media', async () => {
    const answer = await parser().read(file('第一条 总则\n第二条 价款'));
    expect(allParagraphs(answer.document).map((paragraph) => paragraph.text)).toEqual(['第一条 总则', '第二条 价款']);
    expect(answer.media.get('m1')).toHaveLength(10);
  });

  it.each([
    ['loop', 'too-slow'],
    ['never', 'too-slow'],
    ['busy', 'too-slow'],
    ['heap', 'out-of-memory'],
    ['buffers', 'out-of-memory'],
    ['throw', 'reader-fault'],
    ['exit', 'reader-fault'],
    ['wrong', 'reader-fault'],
    ['refuse', 'damaged'],
  ])('ends "%s" as %s, and the queue goes on', async (breakage, reason) => {
    const reader = parser(reason === 'too-slow' ? quick : patient);
    const broken = reader.read(file(breakage));
    const next = firstLine(reader, '后一份文件');
    await expect(broken).rejects.toMatchObject({ name: 'Unreadable', reason });
    expect(await next).toBe('后一份文件');
  });

  it.each(['reject-late', 'throw-late'])('does not blame the next file for "%s"', async (breakage) => {
    const reader = parser();
    expect(await firstLine(reader, breakage)).toBe(breakage);
    expect(await firstLine(reader, 'slow')).toBe('slow');
    expect(await firstLine(reader, '第三份')).toBe('第三份');
  });

  it('takes a file of many pieces', async () => {
    const answer = await parser().read(file('长'.repeat(10 * MB)));
    expect(allParagraphs(answer.document)[0]?.text.startsWith('长长')).toBe(true);
  });

  it('refuses what is over the size limit before any process sees it', async () => {
    await expect(parser({ ...patient, fileBytes: 3 }).read(file('四字文件'))).rejects.toMatchObject({
      reason: 'too-large',
    });
  });

  it('stops at once when cancelled, while reading and while waiting', async () => {
    const reader = parser({ ...patient, silentMs: 60_000, totalMs: () => 60_000 });
    const stop = new AbortController();
    const running = reader.read(file('loop'), stop.signal);
    const waiting = reader.read(file('排队'), stop.signal);
    const results = Promise.allSettled([running, waiting]);
    stop.abort(new Error('cancelled'));
    expect((await results).map((result) => result.status === 'rejected' && String(result.reason))).toEqual([
      'Error: cancelled',
      'Error: cancelled',
    ]);
    expect(await firstLine(reader, '其后')).toBe('其后');
  });

  it('reads several at once', async () => {
    const reader = parser(patient, 2);
    const texts = Array.from({ length: 12 }, (_, at) => `第${at}份`);
    expect(await Promise.all(texts.map((text) => firstLine(reader, text)))).toEqual(texts);
  });

  it('says so when no process can be started', async () => {
    const reader = createParser({ spawn: forkParser('/nowhere/parser.js'), limits: patient });
    open.push(reader);
    await expect(reader.read(file('甲'))).rejects.toMatchObject({ reason: 'reader-fault' });
  });
});
