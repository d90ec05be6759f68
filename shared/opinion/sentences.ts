/** An item in the words of a paper: 位置。问题。依据……，建议……。 */
import { citeAll } from '../law/cite.ts';
import type { OpinionItem } from '../review/events.ts';

/** Characters of a quote that running text bears, and a table cell. */
const longest = { text: 60, cell: 200 } as const;

export function itemSentences(item: OpinionItem): string {
  const place = item.clause ? `${formalPlace(item.clause)}。` : '';
  const basis = item.basis.length > 0 ? citeAll(item.basis, 'full') : '';
  const problem = sentence(withQuote(item));
  const advice = sentence(advised(item.advice));
  return `${place}${problem}${basis && advice ? `依据${basis}，${advice}` : basis ? `依据${basis}。` : advice}`;
}

/** The cells of a clause table that hold an item's own words. */
export function itemCells(item: OpinionItem): Readonly<Record<'place' | 'quote' | 'problem' | 'advice', string>> {
  const { clause, quote } = item;
  return {
    place: clause ? formalPlace(clause) : quote === null ? '全文' : '—',
    quote: quote === null ? '—' : abridged(quote, longest.cell),
    problem: sentence(closedUp(item.problem)),
    advice: sentence(closedUp(item.advice)),
  };
}

/** 第二条（一） → 第二条第（一）项, as a paper names it. */
export function formalPlace(clause: string): string {
  return closedUp(clause).replace(/([条款])（([一二三四五六七八九十百]+)）/gu, '$1第（$2）项');
}

/** The problem names what was seen; where it does not repeat the text, the quote goes before it. */
function withQuote({ quote, problem }: OpinionItem): string {
  const said = closedUp(problem);
  if (!quote || problem.includes(quote) || /[“”]/u.test(problem)) return said;
  const cited = abridged(quote, longest.text).replace(/[，。；：、]+$/u, '');
  return `“${cited.replace(/“([^“”]*)”/gu, '‘$1’')}”：${said}`;
}

/** Beginning and end of a long quote, on one line. */
function abridged(quote: string, most: number): string {
  const characters = [...quote.trim().replace(/\s*\n\s*/gu, ' ')];
  if (characters.length <= most) return characters.join('');
  const tail = Math.floor(most / 4);
  return `${characters.slice(0, most - tail - 2).join('')}……${characters.slice(-tail).join('')}`;
}

/** Advice that does not say so itself is introduced; what begins with its subject takes a colon. */
function advised(advice: string): string {
  const text = closedUp(advice);
  if (text === '' || /^(?:建议|请|应当|须|不得)/u.test(text)) return text;
  return /^(?:[本该双如若可宜无属因]|[甲乙]方|第)/u.test(text) ? `建议：${text}` : `建议${text}`;
}

/**
 * Without the space that screens set between Han characters and figures (a paper has none, GB/T
 * 9704-2012); quotes stay as they stand.
 */
export function closedUp(text: string): string {
  return text
    .trim()
    .split(/(“[^”]*”)/u)
    .map((part) =>
      part.startsWith('“')
        ? part
        : part
            .replace(/(?<=[\p{Script=Han}，。；：、（）《》〔〕]) +(?=[\p{Script=Han}\w￥¥（])/gu, '')
            .replace(/(?<=[\w%‰]) +(?=[\p{Script=Han}，。；：、（）《》])/gu, ''),
    )
    .join('');
}

/** Ends in a full stop, unless one already stands there, be it inside a quote or bracket. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[。！？；][”’）]?$/u.test(trimmed) ? trimmed : `${trimmed}。`;
}
