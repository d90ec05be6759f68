/**
 * Amounts in Chinese numerals: read into fen, checked against financial practice
 * (支付结算办法附一《正确填写票据和结算凭证的基本规定》), and written out.
 */
import type { CapitalFault } from './facts.ts';

export type CapitalReading = Readonly<{ fen: number | null; faults: readonly CapitalFault[] }>;

const formal = '零壹贰叁肆伍陆柒捌玖';
const plain = '〇一二三四五六七八九';
const variants: Readonly<Record<string, string>> = {
  '○': '零',
  貳: '贰',
  贰: '贰',
  弍: '贰',
  貮: '贰',
  參: '叁',
  叄: '叁',
  陸: '陆',
  萬: '万',
  億: '亿',
  圓: '元',
  圆: '元',
  正: '整',
};

/** Characters an amount in numerals is made of, for use inside a character class. */
export const capitalChars =
  '零〇○壹贰貳弍貮叁叄參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓块角毛分整正一二两三四五六七八九十百千';

type Token =
  | { kind: 'digit'; value: number; formal: boolean | null }
  | { kind: 'unit'; power: 1 | 2 | 3; formal: boolean }
  | { kind: 'section'; power: 4 | 8 }
  | { kind: 'mark'; mark: '元' | '角' | '分' | '整'; colloquial: boolean };

/** Reads an amount written in numerals. Spaces inside are ignored. */
export function readCapital(text: string): CapitalReading {
  const tokens: Token[] = [];
  for (const char of text.replace(/\s/gu, '')) {
    const token = tokenOf(char);
    if (!token) return { fen: null, faults: ['unreadable'] };
    tokens.push(token);
  }
  const faults = new Set<CapitalFault>(writingFaults(tokens));
  const marks = splitAtMarks(tokens);
  if (!marks) return { fen: null, faults: [...faults, 'unreadable'] };
  const whole = readWhole(marks.whole, faults);
  const jiao = readSingle(marks.jiao);
  const fen = readSingle(marks.fen);
  if (whole === null || jiao === null || fen === null) {
    if (!faults.has('order')) faults.add('unreadable');
    return { fen: null, faults: [...faults] };
  }
  // 玖元零贰分 needs its 零; 捌拾元叁角 may go without.
  if (marks.fen.length > 0 && marks.jiao.length === 0 && whole > 0 && !startsWithZero(marks.fen))
    faults.add('missing-zero');
  if (!marks.zheng && marks.fen.length === 0) faults.add('missing-zheng');
  const total = whole * 100 + jiao * 10 + fen;
  if (!Number.isSafeInteger(total)) return { fen: null, faults: [...faults, 'unreadable'] };
  return { fen: total, faults: [...faults] };
}

function tokenOf(raw: string): Token | null {
  const char = variants[raw] ?? raw;
  const formalAt = formal.indexOf(char);
  if (formalAt >= 0) return { kind: 'digit', value: formalAt, formal: formalAt === 0 ? null : true };
  const plainAt = plain.indexOf(char);
  if (plainAt >= 0) return { kind: 'digit', value: plainAt, formal: plainAt === 0 ? null : false };
  switch (char) {
    case '两':
      return { kind: 'digit', value: 2, formal: false };
    case '拾':
    case '佰':
    case '仟':
      return { kind: 'unit', power: ('拾佰仟'.indexOf(char) + 1) as 1 | 2 | 3, formal: true };
    case '十':
    case '百':
    case '千':
      return { kind: 'unit', power: ('十百千'.indexOf(char) + 1) as 1 | 2 | 3, formal: false };
    case '万':
      return { kind: 'section', power: 4 };
    case '亿':
      return { kind: 'section', power: 8 };
    case '元':
    case '角':
    case '分':
    case '整':
      return { kind: 'mark', mark: char, colloquial: false };
    case '块':
      return { kind: 'mark', mark: '元', colloquial: true };
    case '毛':
      return { kind: 'mark', mark: '角', colloquial: true };
    default:
      return null;
  }
}

/** Faults of the characters themselves: which numerals are used. */
function writingFaults(tokens: readonly Token[]): CapitalFault[] {
  const styles = tokens.flatMap((token) => (token.kind === 'digit' || token.kind === 'unit' ? [token.formal] : []));
  const someFormal = styles.includes(true);
  const somePlain = styles.includes(false);
  const faults: CapitalFault[] = [];
  if (someFormal && somePlain) faults.push('mixed-digits');
  if (!someFormal && somePlain) faults.push('plain-digits');
  if (tokens.some((token) => token.kind === 'mark' && token.colloquial)) faults.push('colloquial');
  return faults;
}

type Marks = { whole: Token[]; jiao: Token[]; fen: Token[]; zheng: boolean };

/** The tokens before 元, before 角 and before 分; null when the marks stand out of order. */
function splitAtMarks(tokens: readonly Token[]): Marks | null {
  const marks: Marks = { whole: [], jiao: [], fen: [], zheng: false };
  let reached = 0;
  let pending: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'mark') {
      if (marks.zheng) return null;
      pending.push(token);
      continue;
    }
    const place = '元角分整'.indexOf(token.mark) + 1;
    if (place <= reached) return null;
    reached = place;
    if (token.mark === '整') {
      if (pending.length > 0 && marks.whole.length > 0) return null;
      if (pending.length > 0) marks.whole = pending;
      marks.zheng = true;
    } else if (pending.length === 0) return null;
    else if (token.mark === '元') marks.whole = pending;
    else if (token.mark === '角') marks.jiao = pending;
    else marks.fen = pending;
    pending = [];
  }
  if (pending.length > 0) {
    if (reached > 0) return null;
    marks.whole = pending;
  }
  return marks;
}

function readSingle(tokens: readonly Token[]): number | null {
  const values = tokens.map((token) => (token.kind === 'digit' ? token.value : null));
  if (values.length === 0) return 0;
  if (values.includes(null) || values.length > 2) return null;
  if (values.length === 2 && values[0] !== 0) return null;
  return values.at(-1) ?? null;
}

function startsWithZero(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  return first?.kind === 'digit' && first.value === 0;
}

/** The yuan part: at most 亿, then 万, then the rest, each below 10^4 (亿 may hold 万 itself). */
function readWhole(tokens: readonly Token[], faults: Set<CapitalFault>): number | null {
  if (tokens.length === 0) return 0;
  const at8 = tokens.findLastIndex((token) => token.kind === 'section' && token.power === 8);
  const upper = at8 < 0 ? [] : tokens.slice(0, at8);
  if (at8 === 0) return null;
  if (upper.some((token) => token.kind === 'section' && token.power === 8)) return null;
  const high = at8 < 0 ? 0 : readBelowYi(upper, false, faults);
  const low = readBelowYi(tokens.slice(at8 + 1), at8 >= 0, faults);
  if (high === null || low === null) return null;
  return high * 1e8 + low;
}

function readBelowYi(tokens: readonly Token[], continued: boolean, faults: Set<CapitalFault>): number | null {
  const at4 = tokens.findIndex((token) => token.kind === 'section');
  if (at4 === 0) return null;
  if (tokens.slice(at4 + 1).some((token) => token.kind === 'section')) {
    faults.add('order');
    return null;
  }
  const high = at4 < 0 ? 0 : readSection(tokens.slice(0, at4), continued, faults);
  const rest = tokens.slice(at4 + 1);
  const low = readSection(rest, continued || at4 >= 0, faults);
  if (high === null || low === null) return null;
  // 壹亿零伍仟: the whole 万 section is empty, so even 仟 needs its 零.
  if (continued && at4 < 0 && low > 0 && !startsWithZero(rest)) faults.add('missing-zero');
  return high * 10_000 + low;
}

/**
 * Four places, 仟 to ones. `continued`: a higher section stands before, so an empty 仟 place needs a 零.
 * A zero place may also be written with its unit (零佰), as printed forms do.
 */
function readSection(tokens: readonly Token[], continued: boolean, faults: Set<CapitalFault>): number | null {
  let value = 0;
  let next = continued ? 3 : 4; // the place right below the last one written; 4: nothing written yet
  let zero = false;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const after = tokens[at + 1];
    if (token?.kind === 'digit' && token.value === 0) {
      if (next < 0) return null;
      if (after?.kind === 'unit') {
        if (next < 4 && after.power > next) return null;
        next = after.power - 1;
        zero = false;
        at += 2;
        continue;
      }
      if (zero) faults.add('extra-zero');
      zero = true;
      at += 1;
      continue;
    }
    let digit: number;
    let power: number;
    if (token?.kind === 'digit') {
      digit = token.value;
      power = after?.kind === 'unit' ? after.power : 0;
      at += after?.kind === 'unit' ? 2 : 1;
    } else if (token?.kind === 'unit' && token.power === 1) {
      digit = 1;
      power = 1;
      faults.add('missing-one');
      at += 1;
    } else return null;
    const first = next === 4;
    if (power > next || next < 0) {
      faults.add('order');
      return null;
    }
    if (!first && power < next && !zero) faults.add('missing-zero');
    // 壹拾万零伍仟 may keep its 零 after an empty place; the reader of one section cannot see it.
    if (zero && !first && power === next && !(continued && power === 3)) faults.add('extra-zero');
    if (zero && first) faults.add('extra-zero');
    value += digit * 10 ** power;
    next = power - 1;
    zero = false;
  }
  if (zero && tokens.length > 1) faults.add('extra-zero');
  return value;
}

function numeralOf(value: number): string {
  return formal[value] ?? '';
}

/** Fen in the standard capital form: 12850000 → 壹拾贰万捌仟伍佰元整. Whole numbers from 0. */
export function writeCapital(fen: number): string {
  const whole = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  if (fen === 0) return '零元整';
  const yuanPart = whole === 0 ? '' : `${writeWhole(whole)}元`;
  if (jiao === 0 && cents === 0) return `${yuanPart}整`;
  const jiaoPart = jiao > 0 ? `${numeralOf(jiao)}角` : yuanPart === '' ? '' : '零';
  return `${yuanPart}${jiaoPart}${cents > 0 ? `${numeralOf(cents)}分` : '整'}`;
}

function writeWhole(value: number): string {
  const yi = Math.floor(value / 1e8);
  const wan = Math.floor(value / 1e4) % 1e4;
  const ones = value % 1e4;
  const join = (upper: string, lower: number): string => {
    if (lower === 0) return upper;
    return `${upper}${upper !== '' && lower < 1000 ? '零' : ''}${writeSection(lower)}`;
  };
  let text = yi === 0 ? '' : `${writeWhole(yi)}亿`;
  if (wan > 0) text = `${join(text, wan)}万`;
  if (ones === 0) return text;
  const gap = text !== '' && (wan === 0 || ones < 1000);
  return gap ? `${text}零${writeSection(ones)}` : `${text}${writeSection(ones)}`;
}

function writeSection(value: number): string {
  let text = '';
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${formal[digit]}${power === 0 ? '' : ['拾', '佰', '仟'][power - 1]}`;
    zero = false;
  }
  return text;
}
