/** How long the periods of an employment contract are, in months. */
import type { Duration } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import type { Hit, RuleContext } from '../../rule.ts';

/** Months of a length: days by thirty, years by twelve. */
function monthsOf({ unit, amount }: Pick<Duration, 'unit' | 'amount'>): number {
  switch (unit) {
    case 'year':
      return amount * 12;
    case 'quarter':
      return amount * 3;
    case 'month':
      return amount;
    case 'week':
      return (amount * 7) / 30;
    default:
      return unit === 'hour' ? 0 : amount / 30;
  }
}

export type Length = Readonly<{
  months: number;
  text: string;
  at: Hit['at'];
  before: string;
  after: string;
  sentence: string;
}>;

/** Lengths of time and 自…至… periods, each with the words before it. */
export function lengths(context: RuleContext): Length[] {
  const named = inBody(context, context.facts.durations).map((duration): Length => {
    const { before, after } = clauseOf(context, duration.at);
    return {
      months: monthsOf(duration),
      text: duration.text,
      at: duration.at,
      before,
      after,
      sentence: sentenceOf(context, duration.at).text,
    };
  });
  const dates = inBody(context, context.facts.dates);
  const ranged = dates.flatMap((from, index): Length[] => {
    const to = dates[index + 1];
    if (!to?.iso || !from.iso || to.at.block !== from.at.block) return [];
    const text = textOf(context, from.at.block);
    if (!/^[^，。；]{0,6}(?:至|到|—|-|~|～|–|起至)\s*$/u.test(text.slice(from.at.to, to.at.from))) return [];
    const [y1 = 0, m1 = 0, d1 = 0] = from.iso.split('-').map(Number);
    const [y2 = 0, m2 = 0, d2 = 0] = to.iso.split('-').map(Number);
    const at = { block: from.at.block, from: from.at.from, to: to.at.to };
    const { before, after, text: sentence } = sentenceOf(context, at);
    return [
      {
        months: Math.round(((y2 - y1) * 12 + (m2 - m1) + (d2 - d1 + 1) / 30) * 10) / 10,
        text: text.slice(at.from, at.to),
        at,
        before,
        after,
        sentence,
      },
    ];
  });
  return [...named, ...ranged];
}
