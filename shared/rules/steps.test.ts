import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import type { RuleContext } from './rule.ts';
import { firstStep, lastStep, orderHit, stepsOf, weekdaysBetween } from './steps.ts';
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
});
