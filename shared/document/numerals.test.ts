import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, readEnclosed, readHan, readNumber, writeHan } from './numerals.ts';

describe('readNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十三', 123],
    ['一百零三', 103],
    ['五百一十', 510],
    ['一千二百六十', 1260],
    ['二〇二六', 2026],
    ['二○二六', 2026],
    ['廿三', 23],
    ['卅', 30],
    ['两', 2],
    ['三万', 30_000],
    ['一亿二千万', 120_000_000],
    ['12', 12],
    ['１２', 12],
    ['第', null],
    ['', null],
    ['一二审', null],
    ['1.5', null],
  ])('%s → %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

it('reads back every Han number it writes', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => readHan(writeHan(value)) === value));
});

it.each([
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [101, '一百零一'],
  [110, '一百一十'],
  [510, '五百一十'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [10_001, '一万零一'],
])('writes %i as %s', (value, text) => {
  expect(writeHan(value)).toBe(text);
});

it('reads enclosed figures', () => {
  expect([...'①⑳㉑㊱❶⑴⒈㈠㈩甲'].map(readEnclosed)).toEqual([1, 20, 21, 36, 1, 1, 1, 1, 10, null]);
});

it('narrows full-width forms', () => {
  expect(halfWidth('１．（Ａ）')).toBe('1.(A)');
});
