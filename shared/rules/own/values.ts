/** Numbers as own rules name and compare them: amounts, shares, lengths of time, days. */
import { normalise } from '../../import/normalise.ts';
import { readText } from '../../import/text.ts';
import { readFacts } from '../../facts/facts.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Span } from '../../document/model.ts';
import { assertNever } from '../../document/model.ts';

export type Measured = 'amount' | 'percentage' | 'duration' | 'date';

/** `value` is fen, percent, longest calendar days, or the day as digits; only like compares with like. */
export type Value = Readonly<{ at: Span; text: string; value: number }>;

/** Every fact of a sort that has a value, in reading order. */
export function valuesOf(facts: Facts, of: Measured): Value[] {
  switch (of) {
    case 'amount':
      return facts.amounts.flatMap(({ at, text, fen, pair, kind }) =>
        fen === null || (pair !== null && kind !== 'figure') ? [] : [{ at, text, value: fen }],
      );
    case 'percentage':
      return facts.percentages.map(({ at, text, percent }) => ({ at, text, value: percent }));
    case 'duration':
      return facts.durations.map(({ at, text, days }) => ({ at, text, value: days }));
    case 'date':
      return facts.dates.flatMap(({ at, text, iso }) =>
        iso === null ? [] : [{ at, text, value: Number(iso.replaceAll('-', '')) }],
      );
    default:
      return assertNever(of);
  }
}

/** A bound as a person writes it (20%, 30日, 100万元), read by the same readers; null when it is none. */
export function readBound(written: string, of: Measured): number | null {
  const values = valuesOf(readFacts(normalise(readText(`不超过${written}`, 'txt'))), of);
  return values.length === 1 ? (values[0]?.value ?? null) : null;
}
