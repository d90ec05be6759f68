/** Counts as contracts write them: 30, 三十, 二〇二六, 两, 12.5. */

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
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000, 廿: 20 };

/** Characters a Han count is made of, for use inside a character class. */
export const hanCount = '〇零○一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟';

/** A whole number or decimal in digits, or a Han count below 10^8; null when it is neither. */
export function readCount(text: string): number | null {
  const plain = text.replace(/[,，\s]/gu, '');
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain);
  return readHan(plain);
}

function readHan(text: string): number | null {
  const chars = [...text];
  if (chars.length === 0) return null;
  // 二〇二六: digit by digit.
  if (chars.length > 1 && chars.every((char) => digits[char] !== undefined)) {
    return Number(chars.map((char) => digits[char]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  for (const char of chars) {
    const value = digits[char];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    if (char === '万') {
      section += digit ?? 0;
      if (section === 0 || total > 0) return null;
      total = section * 10_000;
      section = 0;
      digit = null;
      lastUnit = Infinity;
      continue;
    }
    const unit = units[char];
    if (unit === undefined || unit >= lastUnit) return null;
    section += (digit === null || digit === 0 ? 1 : digit) * unit;
    digit = null;
    lastUnit = unit;
  }
  return total + section + (digit ?? 0);
}
