/** Figures and times as the screens show them. Pure; times are in the machine's own zone. */
import type { Language } from '../shared/words/words.ts';

/** "128.50 万"; below ten thousand yuan "8,500.00 元", so that small sums do not round away. */
export function formatAmount(fen: number | null, language: Language): string {
  if (fen === null) return '–';
  if (language === 'en') return `¥${formatYuan(fen).replace(/\.00$/u, '')}`;
  return Math.abs(fen) >= 1_000_000 ? `${group((fen / 1_000_000).toFixed(2))} 万` : `${formatYuan(fen)} 元`;
}

/** "1,285,000.00", exact to the fen. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${sign}${group(String(whole))}.${rest}`;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+(?!\d))/gu, (_match, at: number) => {
    const point = digits.indexOf('.');
    return point >= 0 && at > point ? '' : ',';
  });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** "14:32:08" */
export function formatTime(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

/** "11-20 14:32"; the date alone when it is of another year than `today`. */
export function formatMoment(iso: string, today: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '–';
  const day = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return today.startsWith(`${time.getFullYear()}-`)
    ? `${day} ${two(time.getHours())}:${two(time.getMinutes())}`
    : `${time.getFullYear()}-${day}`;
}

/** Today as `YYYY-MM-DD` on this machine's calendar. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** "7f3a…c91d" */
export function shortHash(hash: string): string {
  return hash.length > 12 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash;
}

/** "41" or "3.2": milliseconds without false precision. */
export function formatMs(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
}

/** A day as people write it (2026-3-5, 2026.03.05, 2026年3月5日) → `2026-03-05`; null where it is none. */
export function readDay(text: string): string | null {
  const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/u.exec(text.normalize('NFKC').trim());
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const time = new Date(year, month - 1, day);
  return time.getMonth() === month - 1 && time.getDate() === day ? dayOf(time) : null;
}
