/** Shares and rates: 30%, 千分之五, 三成, 每日万分之五, 付至80%. */
import type { Document } from '../document/model.ts';
import type { Percentage } from './facts.ts';
import { shiftLeft } from './money.ts';
import { hanCount, readCount } from './number.ts';
import { clauseBefore, inLines, spanIn } from './source.ts';

const symbol = /(?<![\d.])(\d+(?:\.\d+)?)\s*([%‰‱]|个?百分点)/gu;
const fraction = new RegExp(`(十万|[百千万])分之\\s*(\\d+(?:\\.\\d+)?|[${hanCount}点]+)`, 'gu');
const tenths =
  /(?<![^\s，。；、为的达至过付按占价款额])([一二三四五六七八九]|\d)成(?![立果为本功员交品套都绩都色分就熟因年人])/gu;

export function readPercentages(document: Document): Percentage[] {
  return inLines(document, (text, block) => {
    if (!/[%‰‱成]|分之|百分点/u.test(text)) return [];
    const found: Percentage[] = [];
    const add = (from: number, to: number, decimal: string | null): void => {
      if (decimal === null) return;
      found.push({
        at: spanIn(block, from, to),
        text: text.slice(from, to),
        percent: Number(decimal),
        decimal,
        per: periodOf(text, from, to),
        cumulative: isCumulative(text, from),
      });
    };
    for (const match of text.matchAll(symbol)) {
      const shift = match[2] === '‰' ? 1 : match[2] === '‱' ? 2 : 0;
      add(match.index, match.index + match[0].length, shiftLeft(match[1] ?? '', shift));
    }
    for (const match of text.matchAll(fraction)) {
      const value = decimalOf(match[2] ?? '');
      const shift = { 千: 1, 万: 2, 十万: 3 }[match[1] ?? ''] ?? 0;
      add(match.index, match.index + match[0].length, value === null ? null : shiftLeft(value, shift));
    }
    for (const match of text.matchAll(tenths)) {
      const value = readCount(match[1] ?? '');
      add(match.index, match.index + match[0].length, value === null ? null : String(value * 10));
    }
    return found.toSorted((a, b) => a.at.from - b.at.from);
  });
}

/** 三十, 十二点五, 0.5 as a decimal string. */
function decimalOf(text: string): string | null {
  if (/^\d/u.test(text)) return text;
  const [whole = '', ...rest] = text.split('点');
  if (rest.length > 1) return null;
  const high = readCount(whole);
  if (high === null) return null;
  const [places] = rest;
  if (places === undefined) return String(high);
  const low = [...places].map((char) => readCount(char));
  return low.length > 0 && low.every((digit) => digit !== null && digit < 10) ? `${high}.${low.join('')}` : null;
}

const perBefore =
  /(?:每|按|逐)(?:逾期|迟延|延期|延迟|迟交|拖延|拖欠|超过|超|延误|逾)?(?:一|1|个)*(日|天|月|年)|(日|月|年)(?:利率|利息|息|化|费率|租金|手续费)|(?:逾期|迟延|延迟)(?:一|1)(日|天|月|年)/gu;
const perAfter = /^\s*(?:\/|每)(日|天|月|年)/u;

function periodOf(text: string, from: number, to: number): Percentage['per'] {
  const after = perAfter.exec(text.slice(to, to + 6))?.[1];
  if (after) return period(after);
  const window = text.slice(Math.max(0, from - 36), from);
  const clause = window.slice(
    Math.max(window.lastIndexOf('。'), window.lastIndexOf('；'), window.lastIndexOf(';')) + 1,
  );
  let found: Percentage['per'] = null;
  for (const match of clause.matchAll(perBefore)) {
    // A further comma clause with another share or sum in between ends its reach.
    const between = clause.slice(match.index + match[0].length);
    if (/[%‰]|分之|元/u.test(between)) continue;
    if (/(?:前|后|内|期限|届满)/u.test(between)) continue;
    found = period(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return found;
}

function period(word: string): Percentage['per'] {
  return word === '年' ? 'year' : word === '月' ? 'month' : word === '' ? null : 'day';
}

const paidUpTo =
  /(?:付至|支付至|支付到|付到|付款至|拨付至|拨付到|拨至|结算至|结至|付足|支付达到|累计(?:支付|付|拨付|付款)(?:至|到|达)?)[^%]{0,24}$/u;

function isCumulative(text: string, from: number): boolean {
  return paidUpTo.test(clauseBefore(text, from, 40));
}
