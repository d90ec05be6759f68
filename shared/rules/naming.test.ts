import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { nameOf } from './naming.ts';
import type { Names } from './naming.ts';

const names: Names<'left' | 'flow'> = [
  ['left', /剩余|尚余/u],
  ['flow', /流转|转租/u],
];

/** Every length of a text with the name it goes by. */
function named(text: string): (readonly [string, string | null])[] {
  const { document } = sample(text);
  const facts = readFacts(document);
  const context = {
    input: {
      documents: [document] as const,
      kind: 'contract' as const,
      subKind: 'unknown' as const,
      stance: 'neutral' as const,
      publicPayer: null,
      asOf: '2026-11-24',
    },
    document,
    documentIndex: 0,
    facts,
  };
  return facts.durations.map((duration) => [duration.text, nameOf(context, duration.at, names)] as const);
}

describe('what a number goes by', () => {
  it.each([
    ['承包期剩余10年，流转20年。', ['left', 'flow']],
    ['将剩余10年的土地流转20年。', ['left', 'flow']],
    ['20年的流转，剩余承包期，为10年。', ['flow', 'left']],
    ['租期5年。', [null]],
    ['| 剩余承包期 | 10年 |\n| --- | --- |\n| 流转期 | 20年 |', ['left', 'flow']],
    ['| 剩余期限 | 流转期限 |\n| --- | --- |\n| 10年 | 20年 |', ['left', 'flow']],
  ])('%s', (text, expected) => expect(named(text).map(([, name]) => name)).toEqual(expected));
});
