/** Rows of a table as sentences, and the cell a match is marked in. */
import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { pattern } from './pattern.ts';
import { rowPlaces, rowsOf } from './rows.ts';
import type { RuleContext } from './rule.ts';

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  return {
    input: {
      documents: [document],
      kind: 'contract',
      subKind: 'unknown',
      stance: 'neutral',
      publicPayer: null,
      asOf: '2026-11-23',
    },
    document,
    documentIndex: 0,
    facts: readFacts(document),
  };
}

const table = '| 考核项目 | 奖励标准 |\n| 巡查到位 | 每次2元 |\n| 占道处罚 | 每件30元 |\n上表按月核算。';

describe('rows', () => {
  it('name each cell by the head of its column and leave the head out', () => {
    expect(rowsOf(contextOf(table)).map(({ text }) => text)).toEqual([
      '考核项目：巡查到位，奖励标准：每次2元',
      '考核项目：占道处罚，奖励标准：每件30元',
    ]);
  });

  it('mark a match in the cell where it ends', () => {
    const [place, ...more] = rowPlaces(contextOf(table), pattern('处罚[^。；]{0,20}元'));
    expect(more).toEqual([]);
    expect(place?.at).toMatchObject({ from: 0, to: '每件30元'.length });
    expect(place?.sentence).toBe('考核项目：占道处罚，奖励标准：每件30元');
  });

  it('are none where there is no table', () => {
    expect(rowsOf(contextOf('第一条 按月核算。'))).toEqual([]);
  });
});
