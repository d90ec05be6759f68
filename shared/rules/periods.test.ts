import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { pattern } from './pattern.ts';
import { openPeriods } from './periods.ts';
import { reviewTimes } from './reviewing.ts';
import type { RuleContext } from './rule.ts';

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  return {
    input: {
      documents: [document],
      kind: 'decision',
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

describe('a period that was open, in days', () => {
  it.each([
    ['征求意见自5月1日至5月7日。', [7]],
    ['2026年12月20日至1月5日公开征求意见。', [17]],
    ['自3月1日起征求意见，至3月15日截止。', [15]],
    ['征求意见期限为两周。', [14]],
    ['施工自5月1日至5月7日。', []],
    ['征求意见后3日内答复。', []],
  ])('%s %j', (text, days) => {
    expect(openPeriods(contextOf(text), pattern('征求意见')).map((period) => period.days)).toEqual(days);
  });
});

describe('working days with the reviewers', () => {
  it.each([
    // 1 June 2026 is a Monday.
    ['2026年6月1日送审，2026年6月9日上会。', [6]],
    ['周四报送司法局，下周一召开会议。', [2]],
    ['送审次日即上会讨论。', [1]],
    ['提前10日送审。', [8]],
    ['征求意见10个工作日，另行送审。', []],
  ])('%s %j', (text, days) => {
    expect(reviewTimes(contextOf(text)).map((time) => time.days)).toEqual(days);
  });
});
