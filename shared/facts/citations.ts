/** Laws and rules cited by title, with the articles named right after. */
import type { Document } from '../document/model.ts';
import type { Citation } from './facts.ts';
import { hanCount, readCount } from './number.ts';
import { factLines, spanIn } from './source.ts';

const count = `(?:\\d{1,4}|[${hanCount}]{1,9})`;
/** 第五百一十条, 第一百二十条之一, with 款 and 项; 第 may be left out after a 、. */
const article = `第?${count}条(?:之[一二三四五六七八九十])?(?:第?${count}款)?(?:第?[(（]?${count}[)）]?项)?`;
const articles = new RegExp(`^\\s*(?:[(（][^)）]{0,30}[)）])?\\s*(?:中|之)?(?:的)?\\s*(第${count}条[^《》]*)`, 'u');
const one = new RegExp(`^(?:[、，,和及与或至以]|以及|到|\\s)*(${article})`, 'u');
const numbered = new RegExp(`^第?(${count})条(?:之([一二三四五六七八九十]))?`, 'u');
const rule =
  /(?:法|法典|条例|办法|规定|细则|解释|决定|意见|通知|规则|准则|制度|规范|纲要|方案|标准|批复|公约|宪法|规程|办法（试行）)(?:[（(][^）)]*[）)])?$/u;

export function readCitations(document: Document): Citation[] {
  return factLines(document).flatMap(({ paragraph, text }) => {
    const found: Citation[] = [];
    for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
      const close = closingMark(text, open);
      if (close < 0) continue;
      const title = paragraph.text.slice(open + 1, close);
      const cited = articlesAfter(text, close + 1);
      if (!rule.test(title.trim()) && cited.articles.length === 0) continue;
      found.push({
        at: spanIn(paragraph.id, open, cited.to),
        text: paragraph.text.slice(open, cited.to),
        title: title.trim(),
        articles: cited.articles,
        titleAt: spanIn(paragraph.id, open + 1, close),
      });
    }
    return found.filter((citation) => citation.title !== '' && citation.titleAt.from < citation.titleAt.to);
  });
}

/** The 》 that closes the 《 at `open`, nested titles counted; -1 when it is not closed within 80 characters. */
function closingMark(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + 80); at += 1) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function articlesAfter(text: string, from: number): { articles: string[]; to: number } {
  const window = text.slice(from, from + 160);
  const start = articles.exec(window);
  if (!start?.[1]) return { articles: [], to: from };
  let at = from + start[0].length - start[1].length;
  const numbers: string[] = [];
  for (;;) {
    const match = one.exec(text.slice(at, at + 40));
    const written = match?.[1];
    if (!match || written === undefined) break;
    const number = articleNumber(written);
    if (number === null) break;
    const previous = numbers.at(-1);
    if (/[至到]/u.test(match[0].slice(0, match[0].length - written.length)) && previous)
      numbers.push(...between(previous, number));
    else numbers.push(number);
    at += match[0].length;
  }
  return { articles: [...new Set(numbers)], to: numbers.length > 0 ? at : from };
}

/** "510" of 第五百一十条第二款, "120-1" of 第一百二十条之一. */
export function articleNumber(written: string): string | null {
  const match = numbered.exec(written);
  const value = readCount(match?.[1] ?? '');
  if (value === null || value <= 0) return null;
  const suffix = match?.[2] ? readCount(match[2]) : null;
  return suffix === null ? String(value) : `${value}-${suffix}`;
}

/** Articles after `first` up to `last`, for 第五条至第八条; a long range gives its end alone. */
function between(first: string, last: string): string[] {
  const from = Number(first);
  const to = Number(last);
  if (!Number.isInteger(from) || !Number.isInteger(to) || to <= from || to - from > 30) return [last];
  return Array.from({ length: to - from }, (_, index) => String(from + 1 + index));
}
