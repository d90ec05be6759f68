/** Exact money: decimal strings to integer fen and back, never through floating point. */

/**
 * A decimal such as "128500.5" in a unit of 10^power fen, as integer fen. Null when it is finer than
 * a fen or beyond the safe integers (about 90 万亿元).
 */
export function decimalToFen(decimal: string, power: number): number | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  const kept = fraction.slice(0, power).padEnd(power, '0');
  if (/[1-9]/u.test(fraction.slice(power))) return null;
  const fen = Number(whole + kept);
  return Number.isSafeInteger(fen) ? fen : null;
}

/** "128,500.00": yuan with thousands separators and two decimals. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const text = String(Math.abs(fen)).padStart(3, '0');
  const whole = text.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${sign}${whole}.${text.slice(-2)}`;
}

/** A decimal string as an integer and how many decimals it had: "3.50" → 350, 2. Null when unsafe. */
export function scaled(decimal: string): Readonly<{ value: number; decimals: number }> | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  const value = Number(whole + fraction);
  return Number.isSafeInteger(value) ? { value, decimals: fraction.length } : null;
}

/** `fen` (from 0) times a decimal such as 0.3, rounded half up to a fen; null when out of range. */
export function timesDecimal(fen: number, decimal: string): number | null {
  const factor = scaled(decimal);
  if (!factor) return null;
  const scale = 10 ** factor.decimals;
  const product = 2 * fen * factor.value + scale;
  return Number.isSafeInteger(product) ? Math.floor(product / (2 * scale)) : null;
}

/** Moves the decimal point of a decimal string: "5" by 1 is "0.5". */
export function shiftLeft(decimal: string, places: number): string {
  const [whole = '', part = ''] = decimal.split('.');
  const padded = whole.padStart(places + 1, '0');
  const cut = padded.length - places;
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/u, '');
  const right = (padded.slice(cut) + part).replace(/0+$/u, '');
  return right === '' ? left : `${left}.${right}`;
}

/** A percentage of a sum, given as the exact decimal of a `Percentage`; null when out of range. */
export function shareOf(fen: number, percent: string): number | null {
  return timesDecimal(fen, shiftLeft(percent, 2));
}

/** Powers of ten from a written unit of money to fen. */
export const unitPowers: Readonly<Record<string, number>> = {
  元: 2,
  圆: 2,
  千元: 5,
  万元: 6,
  万: 6,
  十万元: 7,
  百万元: 8,
  千万元: 9,
  亿元: 10,
  亿: 10,
};

/** How far off a sum may be by its writing: one yuan, or half the last decimal of one in 万元 or 亿元. */
export function writtenTolerance(unit: string, decimals: number): number {
  const power = unitPowers[unit] ?? 2;
  return power <= 2 || decimals === 0 ? 100 : Math.floor(10 ** Math.max(0, power - decimals) / 2);
}
