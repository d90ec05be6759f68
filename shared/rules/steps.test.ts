import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import type { RuleContext } from './rule.ts';
import { dayNumber } from '../facts/dates.ts';
import { firstStep, lastStep, orderHit, stepsOf, weekdaysBetween, workingDaysAtLeast } from './steps.ts';
import type { StepWords } from './steps.ts';

type Stage = 'notice' | 'decision';
const words: StepWords<Stage> = [
  ['decision', /作出[^，。]{0,6}决定/u],
  ['notice', /告知/u],
];
const names = { notice: '告知', decision: '决定' };

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  return {
    input: {
      documents: [document],
      kind: 'enforcement',
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

const dated = (text: string): [Stage, string, number][] => {
  const steps = stepsOf(contextOf(text), words);
  return steps.map(({ step, text: date, day }) => [step, date, day - (steps[0]?.day ?? 0)]);
};

describe('dated steps', () => {
  it('are known by the words of their own stretch, and carry the year on', () => {
    expect(dated('2025年12月30日送达告知书，1月3日作出处罚决定。')).toEqual([
      ['notice', '2025年12月30日', 0],
      ['decision', '1月3日', -361],
    ]);
    expect(dated('2026年3月2日，本局送达告知书。\n2026年3月12日作出处罚决定。')).toEqual([
      ['notice', '2026年3月2日', 0],
      ['decision', '2026年3月12日', 10],
    ]);
  });

  it('take the step last named when the stretch names none', () => {
    expect(dated('告知书的送达时间：2026年3月2日。')).toEqual([['notice', '2026年3月2日', 0]]);
  });

  it('are not named by the next sentence', () => {
    expect(dated('自2026年3月2日起，各队每日巡查，并登记台账。本局送达告知书。')).toEqual([]);
    expect(dated('自2026年3月2日起，各队每日巡查，并送达告知书。')).toEqual([['notice', '2026年3月2日', 0]]);
  });

  it.each([
    ['6月1日告知6月5日作出处罚决定。', ['notice', 'decision']],
    ['二〇二六年六月一日告知，同年六月五日作出决定。', ['notice', 'decision']],
    ['| 告知 | 2026-06-01 |\n| 作出决定 | 2026-06-05 |', ['notice', 'decision']],
    ['| 告知 | 作出决定 |\n| --- | --- |\n| 2026.6.1 | 2026.6.5 |', ['notice', 'decision']],
    ['2026年12月30日告知，次年1月5日作出决定。', ['notice', 'decision']],
  ] as const)('are told apart in %s', (text, steps) => {
    const found = dated(text);
    expect(found.map(([step]) => step)).toEqual(steps);
    expect(found.at(-1)?.[2]).toBeGreaterThan(0);
  });

  it('leave out days that do not exist', () => expect(dated('2026年2月30日告知。')).toEqual([]));

  it('say which step came too early', () => {
    const steps = stepsOf(contextOf('2026年5月2日作出处罚决定。\n2026年5月9日告知当事人。'), words);
    expect(orderHit(firstStep(steps, 'notice'), lastStep(steps, 'decision'), names)).toEqual([
      expect.objectContaining({ message: '告知在“2026年5月9日”，晚于决定的“2026年5月2日”。' }),
    ]);
    expect(orderHit(firstStep(steps, 'decision'), lastStep(steps, 'notice'), names)).toEqual([]);
  });

  it.each([
    [0, 1, 1],
    [0, 3, 1],
    [0, 4, 2],
    [0, 7, 5],
    [1, 1, 0],
  ])('count weekdays from day %i to %i', (from, to, expected) => expect(weekdaysBetween(from, to)).toBe(expected));

  it.each([
    ['an ordinary stretch', '2026-03-02', '2026-03-27', 19],
    ['over the first days of October', '2026-09-28', '2026-10-13', 4],
    ['over the first of May', '2026-04-28', '2026-05-08', 5],
  ])('count working days that were surely worked: %s', (_, from, to, expected) => {
    expect(workingDaysAtLeast(dayOf(from), dayOf(to))).toBe(expected);
  });
});

function dayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayNumber(year, month, day) ?? 0;
}
