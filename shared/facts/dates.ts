/** Dates in all the forms contracts use, the left-open ones and the impossible ones included. */
import type { Document } from '../document/model.ts';
import type { DateFact } from './facts.ts';
import { readCount } from './number.ts';
import { inLines, spanIn } from './source.ts';

export function readDates(document: Document): DateFact[] {
  return inLines(document, (text, block) => {
    const found: DateFact[] = [];
    const add = (parts: DateParts | null): void => {
      if (!parts) return;
      const { from, to, ...rest } = parts;
      found.push({ at: spanIn(block, from, to), text: text.slice(from, to), ...rest });
    };
    if (text.includes('年')) for (const at of indexesOf(text, '年')) add(aroundYear(text, at));
    if (text.includes('月')) for (const match of text.matchAll(yearless)) add(ofYearless(match));
    if (/\d[-./]\d/u.test(text)) for (const match of text.matchAll(numeric)) add(ofNumeric(match));
    return found.toSorted((a, b) => a.at.from - b.at.from);
  });
}

type DateParts = Omit<DateFact, 'at' | 'text'> & { from: number; to: number };

const blank = ' \t\u3000_×Xx*＊…—－□';
const blanks = new RegExp(`[${blank}]`, 'gu');
const han = '〇零○一二三四五六七八九十廿';

function indexesOf(text: string, char: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found.push(at);
  return found;
}

/** A date around its 年: digits or blanks on both sides, at most 24 characters a blank. */
function aroundYear(text: string, at: number): DateParts | null {
  const blankFrom = backOver(text, at, blank, 24);
  const yearFrom = backOver(text, blankFrom, `0123456789${han}`, 4);
  const yearText = text.slice(yearFrom, blankFrom);
  const month = partAfter(text, at + 1, '月');
  if (!month) return null;
  const year =
    yearText.length === 4 && blankFrom - yearFrom === 4 && text.slice(blankFrom, at).trim() === ''
      ? readCount(yearText)
      : null;
  const hasBlank = month.blank || year === null;
  const day = partAfter(text, month.to, '日') ?? partAfter(text, month.to, '号');
  // 3年2月 is a length of time, not a date: a year has four digits or is left blank.
  if (year === null && yearText !== '' && !/^(?:19|20|二〇|二零)\d?$/u.test(yearText) && blankFrom === at) return null;
  if (year === null && yearText === '' && blankFrom === at) return null;
  const from = yearText === '' ? blankFrom : yearFrom;
  if (!day) {
    if (hasBlank) return { from, to: month.to, year, month: month.value, day: null, iso: null, form: 'blank' };
    return {
      from,
      to: month.to,
      year,
      month: month.value,
      day: null,
      iso: null,
      form: isMonth(month.value) ? 'month' : 'impossible',
    };
  }
  if (hasBlank || day.blank)
    return { from, to: day.to, year, month: month.value, day: day.value, iso: null, form: 'blank' };
  return { from, to: day.to, ...complete(year, month.value, day.value) };
}

function backOver(text: string, at: number, chars: string, limit: number): number {
  let from = at;
  while (from > 0 && at - from < limit && chars.includes(text[from - 1] ?? '\n')) from -= 1;
  return from;
}

/** The number, or the blank, before `mark`. Null when something else stands there. */
function partAfter(
  text: string,
  from: number,
  mark: string,
): { value: number | null; blank: boolean; to: number } | null {
  const offset = text.slice(from, from + 29).indexOf(mark);
  if (offset < 0) return null;
  const end = from + offset;
  const inside = text.slice(from, end);
  const trimmed = inside.replace(blanks, '');
  if (trimmed === '') return end === from ? null : { value: null, blank: true, to: end + 1 };
  if (!/^(?:\d{1,2}|[〇零○一二三四五六七八九十廿]{1,3})$/u.test(trimmed)) return null;
  return { value: readCount(trimmed), blank: /[^\s\d〇零○一二三四五六七八九十廿]/u.test(inside), to: end + 1 };
}

const yearless =
  /(?<![\d〇一二三四五六七八九十_ \u3000.]|(?<![同次翌当今本])年)(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号]/gu;

function ofYearless(match: RegExpExecArray): DateParts | null {
  const month = readCount(match[1] ?? '');
  const day = readCount(match[2] ?? '');
  if (month === null || day === null) return null;
  const form = isMonth(month) && day >= 1 && day <= daysIn(2024, month) ? 'yearless' : 'impossible';
  return { from: match.index, to: match.index + match[0].length, year: null, month, day, iso: null, form };
}

/** 2026/9/1-2026/9/15 is two dates; other digits around a hyphen make a number. */
const numeric =
  /(?<![\d./A-Za-z]|(?<![-./]\d{1,2})-)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d/]|-(?!(?:19|20)\d\d[-./])|\.\d)/gu;

function ofNumeric(match: RegExpExecArray): DateParts | null {
  const year = Number(match[1]);
  if (year < 1900 || year > 2200) return null;
  return {
    from: match.index,
    to: match.index + match[0].length,
    ...complete(year, Number(match[3]), Number(match[4])),
  };
}

function complete(year: number | null, month: number | null, day: number | null): Omit<DateFact, 'at' | 'text'> {
  const real =
    year !== null && month !== null && day !== null && isMonth(month) && day >= 1 && day <= daysIn(year, month);
  if (!real) return { year, month, day, iso: null, form: 'impossible' };
  return { year, month, day, iso: `${year}-${twoDigits(month)}-${twoDigits(day)}`, form: 'complete' };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isMonth(month: number | null): boolean {
  return month !== null && month >= 1 && month <= 12;
}

/** Days in a month of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return daysSinceEpoch(to) - daysSinceEpoch(from);
}

/** Days since 1970-01-01, by the calendar alone; null when there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const ofEra = shiftedYear - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function daysSinceEpoch(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayNumber(year, month, day) ?? 0;
}
