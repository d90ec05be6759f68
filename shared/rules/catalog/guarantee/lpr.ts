/**
 * One-year loan prime rate (贷款市场报价利率), as authorised by the People's Bank and published by the
 * National Interbank Funding Center on the 20th of each month. A row holds until the next one.
 */
import type { Day } from '../../rule.ts';

type Rate = Readonly<{ from: Day; percent: number }>;

const rates: readonly Rate[] = [
  { from: '2019-08-20', percent: 4.25 },
  { from: '2019-09-20', percent: 4.2 },
  { from: '2019-11-20', percent: 4.15 },
  { from: '2020-02-20', percent: 4.05 },
  { from: '2020-04-20', percent: 3.85 },
  { from: '2021-12-20', percent: 3.8 },
  { from: '2022-01-20', percent: 3.7 },
  { from: '2022-08-22', percent: 3.65 },
  { from: '2023-06-20', percent: 3.55 },
  { from: '2023-08-21', percent: 3.45 },
  { from: '2024-07-22', percent: 3.35 },
  { from: '2024-10-21', percent: 3.1 },
  { from: '2025-05-20', percent: 3 },
];

/** The last day for which the table is known to be complete; extend both together. */
export const knownThrough: Day = '2025-06-19';

export type Lpr = Readonly<{ percent: number; since: Day; verified: boolean }>;

/** The rate on a day; null before the first row. Beyond `knownThrough` the last known, unverified. */
export function lprOn(day: Day): Lpr | null {
  const row = rates.findLast((rate) => rate.from <= day);
  return row ? { percent: row.percent, since: row.from, verified: day <= knownThrough } : null;
}
