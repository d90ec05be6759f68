/**
 * Dated steps of a procedure: which step was taken on which day, as decisions and enforcement files
 * tell it, and whether steps stand in order and far enough apart.
 */
import type { Paragraph, Span } from '../document/model.ts';
import { dayNumber } from '../facts/dates.ts';
import type { DateFact } from '../facts/facts.ts';
import { fold } from '../facts/source.ts';
import { quoted } from './builders.ts';
import { readingOf } from './reading.ts';
import type { Hit, RuleContext } from './rule.ts';

/** The words by which a step is known, the more telling steps first. */
export type StepWords<S extends string> = readonly (readonly [S, Readonly<{ test: (text: string) => boolean }>])[];

/** `day` counts calendar days; only differences mean anything. */
export type Step<S extends string> = Readonly<{ step: S; day: number; at: Span; text: string }>;

const stop = /[，,。；;！？\n]/u;
/** No sentence is read further than this on either side of a date. */
const reach = 300;

/**
 * Steps with their days, in reading order. The step is named after the date up to the next date or comma,
 * else before it, else after a date that opens its sentence, else last before it in the paragraph, else later in its own sentence; in a
 * table, by the other cells of its row or the head of its column, the head first where the row has several dates. A date without a year takes the year
 * last named, at first that of `asOf`; 次年 adds one.
 */
export function stepsOf<S extends string>(context: RuleContext, words: StepWords<S>): Step<S>[] {
  let year = Number(context.input.asOf.slice(0, 4));
  const stepIn = (text: string): S | undefined => words.find(([, named]) => named.test(text))?.[0];
  const { paragraphs, indexOf } = readingOf(context.document);
  const dates = context.facts.dates.filter(({ form }) => form === 'complete' || form === 'yearless');
  return dates.flatMap((date, index) => {
    const paragraph = paragraphs[indexOf.get(date.at.block) ?? -1];
    if (!paragraph) return [];
    const text = fold(paragraph.text);
    const { from, to } = date.at;
    if (date.year !== null) year = date.year;
    else if (/[次翌]年\s*$/u.test(text.slice(0, from))) year += 1;
    const day = dayNumber(year, date.month ?? 0, date.day ?? 0);
    if (day === null) return [];
    const floor = Math.max(sameBlock(dates[index - 1], date)?.at.to ?? 0, from - reach);
    const ceiling = Math.min(sameBlock(dates[index + 1], date)?.at.from ?? text.length, to + reach);
    const before = text.slice(floor, from).split(stop).reverse();
    const after = text.slice(to, ceiling).split(stop);
    const alone = `${before[0] ?? ''}${after[0] ?? ''}`.trim().length <= 1;
    // 2026年3月2日，本局送达告知书: a date that stands alone opens what follows in its sentence.
    const rest = (text.slice(to, ceiling).split(/[。；;！？\n]/u)[0] ?? '').split(/[，,]/u);
    const stretches = [
      after[0] ?? '',
      before[0] ?? '',
      ...(alone ? rest : []),
      ...before.slice(1),
      text.slice(0, floor),
      ...rest.slice(1),
    ];
    const named = [...stretches, ...(paragraph.region.kind === 'cell' ? cellsAround(paragraphs, paragraph) : [])];
    const step = named.map(stepIn).find((found) => found !== undefined);
    return step === undefined ? [] : [{ step, day, at: date.at, text: date.text }];
  });
}

/** The day a paper closes with: its last date that stands in a line of its own. */
export function closingDay({ document, facts }: RuleContext): Omit<Step<never>, 'step'> | null {
  const { paragraphs, indexOf } = readingOf(document);
  const date = facts.dates.findLast(({ form, at, text }) => {
    const line = fold(paragraphs[indexOf.get(at.block) ?? -1]?.text ?? '').replace(/[（(]\s*印章?\s*[）)]/gu, '');
    return form === 'complete' && line.trim() === fold(text).trim();
  });
  const day = date ? dayNumber(date.year ?? 0, date.month ?? 0, date.day ?? 0) : null;
  return date && day !== null ? { day, at: date.at, text: date.text } : null;
}

function sameBlock(other: DateFact | undefined, date: DateFact): DateFact | undefined {
  return other?.at.block === date.at.block ? other : undefined;
}

/** The other cells of a cell's row, then the cells of its column from the first row on. */
function cellsAround(paragraphs: readonly Paragraph[], { id, region }: Paragraph): string[] {
  if (region.kind !== 'cell') return [];
  const others = paragraphs.flatMap((paragraph) =>
    paragraph.id !== id && paragraph.region.kind === 'cell' && paragraph.region.table === region.table
      ? [{ text: paragraph.text, row: paragraph.region.row, column: paragraph.region.column }]
      : [],
  );
  const row = others.filter((other) => other.row === region.row);
  const head = others.filter((other) => other.row === 0 && other.column === region.column);
  // A row with several dates is a record whose columns name them; else the row does.
  const record = row.some(({ text }) => /\d\s*[年月./-]\s*\d/u.test(fold(text)));
  return (record ? [...head, ...row] : [...row, ...head]).map(({ text }) => text);
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
  for (let day = from + 1; day <= to; day += 1) if (isWeekday(day)) count += 1;
  return count;
}

/** Days a year on which work may stop though it is a weekday: month and day of the first and last, and how many. */
const holidays: readonly (readonly [from: number, to: number, days: number])[] = [
  [101, 103, 2],
  [120, 222, 6],
  [403, 407, 1],
  [430, 506, 3],
  [525, 626, 1],
  [912, 1008, 7],
];

/**
 * Working days after the day of `from` up to and with that of `to`, of which at least so many there were: every
 * weekday that a public holiday of that season (放假办法, with the days usually swapped) may have taken is left out.
 */
export function workingDaysAtLeast(from: number, to: number): number {
  const free = new Map<number, number>();
  for (let day = from + 1; day <= to; day += 1) {
    const date = new Date(day * 86_400_000);
    const written = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    const season = holidays.findIndex(([first, last]) => written >= first && written <= last);
    if (season >= 0 && isWeekday(day)) free.set(season, (free.get(season) ?? 0) + 1);
  }
  const taken = [...free].reduce((sum, [season, days]) => sum + Math.min(days, holidays[season]?.[2] ?? 0), 0);
  return weekdaysBetween(from, to) - taken;
}

function isWeekday(day: number): boolean {
  // Day 0 is 1970-01-01, a Thursday.
  return (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6;
}
