/**
 * One clause number at one place of a text: 第十二条, （一）, 1., 1.2.3, ①. Tells numbers of clauses
 * from numbers of other things (1.5倍, 2026年, 第三条规定的, 一、二审).
 */
import type { ClauseScheme } from '../model.ts';
import { halfWidth, hanDigits, readEnclosed, readNumber } from '../numerals.ts';

/** Schemes with the depth that tells them apart in one document: 1.1 and 1.1.1 are two. */
export type LabelKey = 'volume' | 'subvolume' | 'letter-upper' | `decimal${number}` | Exclude<ClauseScheme, 'decimal'>;

export type Label = Readonly<{
  scheme: ClauseScheme;
  key: LabelKey;
  /** As displayed, white space taken out. */
  label: string;
  value: number | null;
  /** For decimals, all numbers before the last, such as "3.1" of 3.1.2; '' otherwise. */
  prefix: string;
  /** Offsets of the number itself, and of the first character of the clause after it. */
  from: number;
  to: number;
  content: number;
  /** Counts as a clause only where it continues a run of its scheme. */
  doubtful: boolean;
}>;

const space = '[ \\t\\u3000\\u00a0]';
const han = `[${hanDigits}]`;
const number = `(?:${han}{1,9}|[0-9０-９]{1,4})`;
/** Quantities and dates that may follow a figure: 1.5倍 is no clause. */
const measure =
  '(?:倍|%|％|‰|元|万|亿|米|公里|千米|厘米|毫米|平方|立方|吨|公斤|千克|克|升|亩|公顷|度|个|年|月|日|天|小时|分|秒|折|美|英寸|寸)';

const leading = new RegExp(`${space}*(?:[│┃]${space}*)?`, 'uy');
const trailing = new RegExp(`${space}*`, 'uy');
const division = new RegExp(`第${space}*(${number})${space}*(分编|编|部分|章|节|条)(?:之(${han}{1,3}))?`, 'uy');
/** What follows 第三条 when it is cited rather than begun. */
const cited =
  /(?:第|规定|所(?![有属])|的|和|与|或|及|[至到](?![货期达])|以[上下内外]|项(?!目)|款(?!项)|约定|之|内(?!容)|即|，|,|。|；|;|）|\)|》|”|、第|中(?![标止途华国央])|课)/uy;
const hanComma = new RegExp(`(${han}{1,4})${space}*[、．.]`, 'uy');
const hanParen = new RegExp(`[（(〔]${space}*(${han}{1,4})${space}*[）)〕]|(${han}{1,3})[）)]`, 'uy');
const arabicParen = new RegExp(`[（(〔]${space}*([0-9０-９]{1,3})${space}*[）)〕]|([0-9０-９]{1,2})[）)]`, 'uy');
const decimal =
  /([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,5})[.．、]?(?![0-9０-９])|([0-9０-９]{1,2}(?:[-－][0-9０-９]{1,2}){1,3})(?=[ \t\u3000])/uy;
const arabic = /([0-9０-９]{1,3})[.．、](?![0-9０-９])/uy;
const letterParen = /[（(]([a-zA-Z]|[ivx]{2,5})[）)]/uy;
const letter = /([a-zA-Zａ-ｚＡ-Ｚ])[.．、)）](?![a-zA-Z])/uy;
const annex = new RegExp(`附(?:件|录|表)${space}*(?:(${number})|([A-ZＡ-Ｚ]))?(?:之(${han}{1,3}))?`, 'uy');
const measured = new RegExp(`${space}*${measure}`, 'uy');
const itemCited = /(?:项(?!目)|款(?!项)|目(?![标的录]))/uy;
const nextHan = new RegExp(`(${han})(?:${han})*`, 'uy');

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Reads the number that begins at `from`, white space before it skipped; null when there is none. */
export function readLabel(text: string, from: number): Label | null {
  const start = from + (at(leading, text, from)?.[0].length ?? 0);
  const first = text[start];
  if (first === undefined) return null;
  return (
    readDivision(text, start) ??
    readParenthesised(text, start) ??
    readCounted(text, start) ??
    readSingle(text, start) ??
    null
  );
}

/** 附件一, 附录A, 附件: whether it opens an annex is decided by what stands around it. */
export function readAnnexLabel(text: string): Label | null {
  const start = at(leading, text, 0)?.[0].length ?? 0;
  const found = at(annex, text, start);
  if (!found) return null;
  const byLetter = found[2] === undefined ? null : letterValue(halfWidth(found[2]));
  const value = found[1] === undefined ? byLetter : readNumber(found[1]);
  const end = start + found[0].length;
  const after = /^[\s\u3000]*[:：、.．]?[\s\u3000]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return label('annex', 'annex', text, start, end, value, '', end + after);
}

/** An automatic number: the same schemes, and a bare figure or letter counts as one. */
export function readAutomaticLabel(text: string): Label | null {
  const found = readLabel(text, 0) ?? (text.startsWith('附') ? readAnnexLabel(text) : null);
  if (found && found.to === text.trimEnd().length) return { ...found, doubtful: false };
  const plain = halfWidth(text).trim();
  const whole = (scheme: ClauseScheme, key: LabelKey, value: number | null, prefix = ''): Label => ({
    scheme,
    key,
    label: plain,
    value,
    prefix,
    from: 0,
    to: text.length,
    content: text.length,
    doubtful: false,
  });
  if (/^\d{1,4}[.、:：]?$/u.test(plain)) return whole('arabic', 'arabic', Number.parseInt(plain, 10));
  const parts = /^\d{1,4}(?:[.-]\d{1,4})+[.、]?$/u.test(plain) ? plain.replace(/[.、]$/u, '').split(/[.-]/u) : null;
  if (parts) return whole('decimal', `decimal${parts.length}`, Number(parts.at(-1)), parts.slice(0, -1).join('.'));
  if (new RegExp(`^${han}{1,4}[、.:：]?$`, 'u').test(plain)) {
    return whole('han-comma', 'han-comma', readNumber(plain.replace(/[、.:：]$/u, '')));
  }
  if (/^[a-zA-Z][.、:：]?$/u.test(plain))
    return whole('letter', letterKey(plain[0] ?? ''), letterValue(plain[0] ?? ''));
  return found && { ...found, doubtful: false };
}

function readDivision(text: string, start: number): Label | null {
  const found = text[start] === '第' ? at(division, text, start) : null;
  if (!found) return null;
  const end = start + found[0].length;
  if (at(cited, text, end)) return null;
  const keys = {
    分编: 'subvolume',
    编: 'volume',
    部分: 'volume',
    章: 'chapter',
    节: 'section',
    条: 'article',
  } as const;
  const key = keys[found[2] as keyof typeof keys];
  const after = /^[\s\u3000]*[:：、.．]?[\s\u3000]*/u.exec(text.slice(end, end + 20))?.[0].length ?? 0;
  const value = readNumber(found[1] ?? '');
  return label(key === 'subvolume' ? 'volume' : key, key, text, start, end, value, '', end + after);
}

function readParenthesised(text: string, start: number): Label | null {
  const byHan = at(hanParen, text, start);
  const byFigure = byHan ? null : at(arabicParen, text, start);
  const byLetter = byHan || byFigure ? null : at(letterParen, text, start);
  const found = byHan ?? byFigure ?? byLetter;
  if (!found) return null;
  const end = start + found[0].length;
  if (at(itemCited, text, end)) return null;
  const inside = found[1] ?? found[2] ?? '';
  if (byLetter) return label('letter', letterKey(inside), text, start, end, letterValue(inside));
  const value = readNumber(inside);
  if (value === null || value === 0) return null;
  const scheme = byHan ? 'han-paren' : 'arabic-paren';
  return label(scheme, scheme, text, start, end, value);
}

function readCounted(text: string, start: number): Label | null {
  const byHan = at(hanComma, text, start);
  if (byHan) {
    const value = readNumber(byHan[1] ?? '');
    if (value === null || value === 0) return null;
    const end = start + byHan[0].length;
    return label('han-comma', 'han-comma', text, start, end, value, '', undefined, enumerates(text, end, value));
  }
  const byDecimal = at(decimal, text, start);
  if (byDecimal) {
    const end = start + byDecimal[0].length;
    if (at(measured, text, end) || at(cited, text, end)) return null;
    const parts = halfWidth(byDecimal[1] ?? byDecimal[2] ?? '').split(/[.-]/u);
    const value = Number(parts.at(-1));
    const prefix = parts.slice(0, -1).map(Number).join('.');
    const bare = !/[\s\u3000\p{Script=Han}“《（(【]/u.test(text[end] ?? ' ');
    return label('decimal', `decimal${parts.length}`, text, start, end, value, prefix, undefined, bare);
  }
  const byFigure = at(arabic, text, start);
  if (!byFigure) return null;
  const end = start + byFigure[0].length;
  const value = readNumber(byFigure[1] ?? '');
  if (value === null || value === 0) return null;
  // "1、2、3层": an enumeration within a sentence.
  const enumeration = /^[0-9０-９]{1,3}[、，]/u.test(text.slice(end, end + 5)) && text[end - 1] === '、';
  return label('arabic', 'arabic', text, start, end, value, '', undefined, enumeration);
}

function readSingle(text: string, start: number): Label | null {
  const char = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const enclosed = readEnclosed(char);
  if (enclosed !== null) {
    const code = char.codePointAt(0) ?? 0;
    const scheme =
      code >= 0x2474 && code <= 0x2487
        ? 'arabic-paren'
        : code >= 0x2488 && code <= 0x249b
          ? 'arabic'
          : code >= 0x3220 && code <= 0x3229
            ? 'han-paren'
            : 'circled';
    return label(scheme, scheme, text, start, start + char.length, enclosed);
  }
  const found = at(letter, text, start);
  if (!found) return null;
  const inside = halfWidth(found[1] ?? '');
  return label('letter', letterKey(inside), text, start, start + found[0].length, letterValue(inside));
}

/** 一、二审, 一、二、三层: the next number of a list, not the words of a clause. */
function enumerates(text: string, end: number, value: number): boolean {
  const next = at(nextHan, text, end);
  if (!next) return false;
  const follows = text[end + next[0].length];
  return readNumber(next[0]) === value + 1 || follows === '、' || readNumber(next[1] ?? '') === value + 1;
}

function letterKey(letters: string): LabelKey {
  return /^[A-Z]/u.test(letters) ? 'letter-upper' : 'letter';
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function letterValue(letters: string): number | null {
  const lower = letters.toLowerCase();
  if (lower.length > 1) return roman.indexOf(lower) + 1 || null;
  return lower.charCodeAt(0) - 96;
}

function label(
  scheme: ClauseScheme,
  key: LabelKey,
  text: string,
  from: number,
  to: number,
  value: number | null,
  prefix = '',
  content?: number,
  doubtful = false,
): Label {
  const start = content ?? to + (at(trailing, text, to)?.[0].length ?? 0);
  return {
    scheme,
    key,
    label: text.slice(from, to).replace(/[\s\u3000]/gu, ''),
    value,
    prefix,
    from,
    to,
    content: start,
    doubtful,
  };
}
