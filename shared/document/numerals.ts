/** Numbers as Chinese documents write them: Han, Arabic and full-width digits, circled figures. */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const largeUnits: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
/** Old short forms: 廿三 is 23, 卅 30. */
const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30, 卌: 40 };

/** Characters a Han number is made of, for use inside a character class. */
export const hanDigits = '〇零○一二两三四五六七八九十百千廿卅';

/**
 * A Han number: 一百二十三, 十二, 二〇二六, 廿三, 三万; null when it is not one. Capital numerals
 * (壹贰叁) are amounts and are read by the facts.
 */
export function readHan(text: string): number | null {
  if (text === '') return null;
  const chars = [...text];
  if (chars.length > 1 && chars.every((char) => char in digits)) {
    return chars.reduce((value, char) => value * 10 + (digits[char] ?? 0), 0);
  }
  let total = 0;
  let part = 0;
  let digit: number | null = null;
  for (const char of chars) {
    const small = smallUnits[char];
    const large = largeUnits[char];
    const old = tens[char];
    if (char in digits) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[char] ?? 0;
    } else if (old !== undefined) {
      if (digit !== null) return null;
      part += old;
    } else if (small !== undefined) {
      if (digit === 0 && small !== 10) return null;
      part += (digit || 1) * small;
      digit = null;
    } else if (large !== undefined) {
      const group = part + (digit ?? 0);
      // 亿 raises all that came before (三万亿), 万 only its own group (一亿二千万).
      total = char === '亿' ? (total + group) * large : total + group * large;
      part = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + part + (digit ?? 0);
}

/** Full-width digits, letters and point as their ordinary forms, one for one. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** A number in Han, Arabic or full-width digits, white space inside ignored; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = halfWidth(text).replace(/\s/gu, '');
  if (/^\d{1,15}$/u.test(plain)) return Number(plain);
  return readHan(plain);
}

/** ① … ⑳, ㉑ … ㊿, ❶ … ❿, ⑴ … ⒇, ⒈ … ⒛, ㈠ … ㈩ → its value; null for another character. */
export function readEnclosed(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  const within = (first: number, last: number): boolean => code >= first && code <= last;
  if (within(0x2460, 0x2473)) return code - 0x245f;
  if (within(0x3251, 0x325f)) return code - 0x3251 + 21;
  if (within(0x32b1, 0x32bf)) return code - 0x32b1 + 36;
  if (within(0x2776, 0x277f)) return code - 0x2775;
  if (within(0x2474, 0x2487)) return code - 0x2473;
  if (within(0x2488, 0x249b)) return code - 0x2487;
  if (within(0x3220, 0x3229)) return code - 0x321f;
  return null;
}

const hanDigit = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 510 → 五百一十, 12 → 十二, 1001 → 一千零一; for whole numbers from 0 to 99,999,999. */
export function writeHan(value: number): string {
  if (value === 0) return '零';
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const text = high > 0 ? `${hanUnder10000(high)}万${low > 0 && low < 1000 ? '零' : ''}` : '';
  const whole = text + (low > 0 ? hanUnder10000(low) : '');
  return whole.startsWith('一十') ? whole.slice(1) : whole;
}

function hanUnder10000(value: number): string {
  const places = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const;
  let rest = value;
  let text = '';
  let skipped = false;
  for (const [size, unit] of places) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    text += `${skipped ? '零' : ''}${hanDigit[digit] ?? ''}${unit}`;
    skipped = false;
  }
  return text;
}
