/**
 * Numbers that carry a check digit: the unified social credit code (GB 32100—2015, 18 places, modulus 31)
 * and the citizen's identity number (GB 11643—1999, 18 places, modulus 11).
 */
import { dayNumber } from './dates.ts';

const codeChars = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeFault =
  | Readonly<{ kind: 'length'; length: number }>
  | Readonly<{ kind: 'letters'; letters: string }>
  | Readonly<{ kind: 'check'; expected: string }>;

/** What is wrong with a unified social credit code; null when it is sound. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  const plain = code.toUpperCase();
  if (plain.length !== 18) return { kind: 'length', length: plain.length };
  const letters = [...new Set([...plain].filter((char) => !codeChars.includes(char)))].join('');
  if (letters !== '') return { kind: 'letters', letters };
  const sum = codeWeights.reduce((total, weight, at) => total + weight * codeChars.indexOf(plain[at] ?? '0'), 0);
  const expected = codeChars[(31 - (sum % 31)) % 31] ?? '';
  return plain[17] === expected ? null : { kind: 'check', expected };
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

export type IdNumberFault =
  | Readonly<{ kind: 'length'; length: number }>
  | Readonly<{ kind: 'form' }>
  | Readonly<{ kind: 'birth'; birth: string }>
  | Readonly<{ kind: 'check'; expected: string }>;

/** What is wrong with an 18-place identity number; null when it is sound. */
export function idNumberFault(number: string): IdNumberFault | null {
  const plain = number.toUpperCase();
  if (plain.length !== 18) return { kind: 'length', length: plain.length };
  if (!/^\d{17}[\dX]$/u.test(plain)) return { kind: 'form' };
  const birth = birthOf(plain);
  const [year = 0, month = 0, day = 0] = birth.split('-').map(Number);
  if (year < 1850 || dayNumber(year, month, day) === null) return { kind: 'birth', birth };
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(plain[at]), 0);
  const expected = idChecks[sum % 11] ?? '';
  return plain[17] === expected ? null : { kind: 'check', expected };
}

/** The day of birth an identity number states, `YYYY-MM-DD`, whether there is such a day or not. */
export function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}
