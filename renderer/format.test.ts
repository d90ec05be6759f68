import { describe, expect, test } from 'vitest';
import { dayOf, formatAmount, formatMoment, formatMs, formatTime, formatYuan, readDay, shortHash } from './format.ts';

describe('formatAmount', () => {
  test.each([
    [null, 'zh', '–'],
    [128_500_000, 'zh', '128.50 万'],
    [2_400_000_000, 'zh', '2,400.00 万'],
    [123_456_789_012_300, 'zh', '123,456,789.01 万'],
    [1_000_000, 'zh', '1.00 万'],
    [999_999, 'zh', '9,999.99 元'],
    [850_000, 'zh', '8,500.00 元'],
    [5, 'zh', '0.05 元'],
    [0, 'zh', '0.00 元'],
    [128_500_000, 'en', '¥1,285,000'],
    [128_550, 'en', '¥1,285.50'],
  ] as const)('%s in %s is %s', (fen, language, shown) => {
    expect(formatAmount(fen, language)).toBe(shown);
  });

  test('yuan are exact where floating point is not', () => {
    expect(formatYuan(9_007_199_254_740_991)).toBe('90,071,992,547,409.91');
    expect(formatYuan(-1_234_567)).toBe('-12,345.67');
  });
});

test('times are padded and in local time', () => {
  const time = new Date(2026, 10, 3, 4, 5, 6);
  expect(formatTime(time)).toBe('04:05:06');
  expect(dayOf(time)).toBe('2026-11-03');
  expect(formatMoment(time.toISOString(), '2026-12-01')).toBe('11-03 04:05');
  expect(formatMoment(time.toISOString(), '2027-01-01')).toBe('2026-11-03');
  expect(formatMoment('not a time', '2026-11-03')).toBe('–');
});

test.each([
  [0.42, '0.4'],
  [9.96, '10.0'],
  [41.4, '41'],
] as const)('%s ms is %s', (ms, shown) => {
  expect(formatMs(ms)).toBe(shown);
});

test('hashes are shortened, short ones left', () => {
  expect(shortHash('7f3a'.padEnd(60, '0').concat('c91d'))).toBe('7f3a…c91d');
  expect(shortHash('7f3a')).toBe('7f3a');
});

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026年3月5日', '2026-03-05'],
  [' ２０２６．３．５ ', '2026-03-05'],
  ['2028/2/29', '2028-02-29'],
  ['2026-2-29', null],
  ['2026-13-1', null],
  ['2026-11', null],
  ['26-11-24', null],
  ['', null],
])('readDay(%j)', (text, expected) => {
  expect(readDay(text)).toBe(expected);
});
