/** Lengths of time: 三十日内, 不超过60个工作日, 租期3年. Dates and ordinals (第三年) are not among them. */
import type { Document } from '../document/model.ts';
import type { Duration } from './facts.ts';
import { readCount } from './number.ts';
import { inLines, spanIn } from './source.ts';

const length =
  /(?<![第\d.月每〇○一二两三四五六七八九十百千])(\d+(?:\.\d+)?|[一二两三四五六七八九十百千零壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}|半)\s*(个?工作日|个?日历[天日]|个?自然日|日|天|个月|个季度|季度|周岁|周|个?星期|年半|年|个?小时|月(?=以?[内底期]|之内))(?!历|记|程|志|常|报表|度|级|[份]|期间?的?[0-9])/gu;

export function readDurations(document: Document): Duration[] {
  return inLines(document, (text, block) => {
    const found: Duration[] = [];
    for (const match of text.matchAll(length)) {
      const [all, count = '', word = ''] = match;
      const from = match.index;
      const to = from + all.length;
      const unit = unitOf(word);
      if (unit === null || isDatePart(text, from, to, count, word)) continue;
      let amount = count === '半' ? 0.5 : readCount(count);
      if (amount === null) continue;
      if (word === '年半') amount += 0.5;
      found.push({
        at: spanIn(block, from, to),
        text: text.slice(from, to),
        amount,
        unit,
        days: daysOf(amount, unit),
        sense: senseOf(text, from, to),
      });
    }
    return found;
  });
}

function unitOf(word: string): Duration['unit'] | null {
  if (word.includes('工作日')) return 'working-day';
  if (word.includes('小时')) return 'hour';
  if (word.includes('季度')) return 'quarter';
  if (word === '周岁') return null;
  if (word.includes('周') || word.includes('星期')) return 'week';
  if (word.includes('月')) return 'month';
  if (word.startsWith('年')) return 'year';
  return 'day';
}

/** 2026年, 三月二十日, 每逾期一日, 1日起 (of a month): parts of dates or of rates. */
function isDatePart(text: string, from: number, to: number, count: string, word: string): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  const after = text.slice(to, to + 3);
  if (/每(?:逾期|迟延|延期|延迟|延误|拖延|拖欠|超过|超|逾|满|隔|个)?$/u.test(before)) return true;
  if (
    word === '年' &&
    (/^\d{4}$/u.test(count) ||
      /^[一二][〇零九八七六五四三二一]{3}$/u.test(count) ||
      /^\s*\d{1,2}\s*月|^[一二三四五六七八九十]+月/u.test(after))
  )
    return true;
  if (word === '年' && /^(?:底|初|末|中)/u.test(after)) return true;
  if (word === '日' && /月\s*$/u.test(before)) return true;
  return false;
}

const perUnit: Readonly<Record<Duration['unit'], number>> = {
  day: 1,
  'working-day': 7 / 5,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  hour: 1 / 24,
};

function daysOf(amount: number, unit: Duration['unit']): number {
  // Tenths keep 60 × 7/5 from rounding up past 84.
  return Math.ceil(Math.round(amount * perUnit[unit] * 1000) / 1000);
}

function senseOf(text: string, from: number, to: number): Duration['sense'] {
  const before = text.slice(Math.max(0, from - 8), from);
  const after = text.slice(to, to + 4);
  if (/(?:不超过|不得超过|最长|至多|不多于|最迟|不晚于|最晚|不得多于|不迟于|不长于)(?:为|于|在)?\s*$/u.test(before))
    return 'limit';
  if (/(?:不少于|不低于|不得少于|不得低于|至少|最短|不短于)(?:为)?\s*$/u.test(before) || after.startsWith('以上'))
    return 'floor';
  if (/^(?:以内|之内|内|前)/u.test(after)) return 'within';
  if (after.startsWith('以下')) return 'limit';
  return 'term';
}
