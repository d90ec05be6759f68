/**
 * Dated steps of a procedure: which step was taken on which day, as decisions and enforcement files
 * tell it, and whether steps stand in order and far enough apart.
 */
import type { Span } from '../document/model.ts';
import { dayNumber } from '../facts/dates.ts';
import { places, quoted } from './builders.ts';
import { pattern } from './pattern.ts';
import type { Hit, RuleContext } from './rule.ts';

/** The words by which a step is known, the more telling steps first. */
export type StepWords<S extends string> = readonly (readonly [S, Readonly<{ test: (text: string) => boolean }>])[];

/** `day` counts calendar days; only differences mean anything. */
export type Step<S extends string> = Readonly<{ step: S; day: number; at: Span; text: string }>;

const oneDate = pattern('(?:(20\\d{2})\\s*年\\s*)?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日');
const stop = /[，,。；;！？\n]/u;

/**
 * Steps with their days, in reading order: the step is named in the same stretch between commas as
 * the date, else after a date that opens its sentence, else last before it in the paragraph. A date
 * without a year takes the year last named, at first that of `asOf`.
 */
export function stepsOf<S extends string>(context: RuleContext, words: StepWords<S>): Step<S>[] {
  let year = Number(context.input.asOf.slice(0, 4));
  const stepIn = (text: string): S | undefined => words.find(([, named]) => named.test(text))?.[0];
  return places(context, oneDate).flatMap(({ paragraph, match, at }) => {
    if (match.groups[0]) year = Number(match.groups[0].text);
    const day = dayNumber(year, Number(match.groups[1]?.text), Number(match.groups[2]?.text));
    const { text } = paragraph;
    let from = match.from;
    while (from > 0 && !stop.test(text[from - 1] ?? '')) from -= 1;
    let to = match.to;
    while (to < text.length && !stop.test(text[to] ?? '')) to += 1;
    const own = text.slice(from, to).trim();
    // 2026年3月2日，本局送达告知书: a date that stands alone opens what follows in its sentence.
    const opens = own.length - match.text.length <= 1;
    const after = opens ? (/^[^。；;！？\n]*/u.exec(text.slice(to))?.[0] ?? '').split(/[，,]/u) : [];
    const before = text
      .slice(0, match.from)
      .split(/[，,。；;：:！？]/u)
      .reverse();
    const step = [own, ...after, ...before].map(stepIn).find((found) => found !== undefined);
    return step !== undefined && day !== null ? [{ step, day, at, text: match.text }] : [];
  });
}

/** The first and the last day of a step; null when it is not dated. */
export function firstStep<S extends string>(steps: readonly Step<S>[], wanted: S): Step<S> | null {
  return steps.filter(({ step }) => step === wanted).toSorted((a, b) => a.day - b.day)[0] ?? null;
}

export function lastStep<S extends string>(steps: readonly Step<S>[], wanted: S): Step<S> | null {
  return (
    steps
      .filter(({ step }) => step === wanted)
      .toSorted((a, b) => a.day - b.day)
      .at(-1) ?? null
  );
}

/** One hit where `later` was taken before `earlier` was finished. */
export function orderHit<S extends string>(
  earlier: Step<S> | null,
  later: Step<S> | null,
  names: Readonly<Record<S, string>>,
): Hit[] {
  if (!earlier || !later || earlier.day <= later.day) return [];
  const said = `${names[earlier.step]}在${quoted(earlier.text)}，晚于${names[later.step]}的${quoted(later.text)}。`;
  return [{ at: earlier.at, related: [later.at], message: said }];
}

/**
 * Mondays to Fridays after the day of `from` up to and with that of `to`. Public holidays and
 * swapped days are not known here: a count below a minimum is sure, one above a maximum is not.
 */
export function weekdaysBetween(from: number, to: number): number {
  let count = 0;
  // Day 0 is 1970-01-01, a Thursday.
  for (let day = from + 1; day <= to; day += 1) if ((day + 4) % 7 !== 0 && (day + 4) % 7 !== 6) count += 1;
  return count;
}
