/** Sums of money: figures, financial capitals, and the two written side by side. */
import type { Document, Paragraph } from '../document/model.ts';
import { capitalChars, readCapital } from './capital.ts';
import type { Amount } from './facts.ts';
import { labelBefore } from './labels.ts';
import { decimalToFen, unitPowers } from './money.ts';
import { factLines, inLines, spanIn } from './source.ts';

/** Every amount of body, cells and notes in reading order, the two forms of one sum paired. */
export function readAmounts(document: Document): Amount[] {
  const found: { amount: Found; paragraph: Paragraph; text: string }[] = [];
  const amounts = inLines(document, (text, block) => (mayHold.test(text) ? amountsIn(text, block) : []));
  const lines = new Map(factLines(document).map((line) => [line.paragraph.id, line]));
  for (const amount of amounts) {
    const line = lines.get(amount.at.block);
    if (line) found.push({ amount, ...line });
  }
  return pairUp(found);
}

const mayHold = /[元￥¥圆亿块角]|人民币|大写|RMB|\d{3}/u;

const decimalNumber = String.raw`\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** Groups: currency, number, unit, 角, 分. */
const figure = new RegExp(
  String.raw`(?<![\d.A-Za-z])(人民币\s*[￥¥]?\s*|[￥¥]\s*|RMB\s*|CNY\s*)?(${decimalNumber})\s*((?:[十百千]?万|千|亿)?[元圆]|万|亿)?(?:(?<=[元圆])(?:(\d)角)?(?:(\d)分)?)?`,
  'gu',
);
/** Not 日 and 加: 每日500元, 增加95万元 are in yuan; 500日元 has no unit that is read here. */
const foreign = /(?:美|欧|港|英|澳|新台|卢布)$/u;

function amountsIn(text: string, block: string): Omit<Amount, 'pair'>[] {
  const figures = figuresIn(text, block);
  const capitals = capitalsIn(text, block);
  return [...figures, ...capitals].toSorted((a, b) => a.at.from - b.at.from);
}

type Found = Omit<Amount, 'pair'>;

function figuresIn(text: string, block: string): Found[] {
  const found: Found[] = [];
  if (!/\d/u.test(text)) return found;
  for (const match of text.matchAll(figure)) {
    const [all, currency = '', number = '', writtenUnit = '', jiao, cents] = match;
    const from = match.index + (currency.startsWith('人民币') ? currency.search(/[￥¥]|$/u) : 0);
    let end = match.index + all.length;
    const after = text.slice(end, end + 8);
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    let unit = writtenUnit;
    if (unit === '万' || unit === '亿') {
      // 450万人, 3万平方米: a count, unless something says money.
      if (currency === '' && !namedMoney(text, match.index, after)) continue;
    }
    if (unit === '') {
      end = match.index + currency.length + number.length;
      if (currency === '' && !bareSum(text, match.index, number, after)) continue;
      unit = '元';
    }
    if (foreign.test(before) && currency === '') continue;
    if (/^[件旦宵素月]/u.test(after) && writtenUnit.endsWith('元')) continue;
    const plain = number.replace(/[,，]/gu, '');
    const decimals = plain.split('.')[1]?.length ?? 0;
    const fen = figureFen(plain, unitPowers[unit] ?? 2, jiao, cents);
    const name = labelBefore(text, match.index);
    const per = perUnit(text, match.index, end);
    found.push({
      kind: 'figure',
      at: spanIn(block, from, end),
      text: text.slice(from, end),
      fen,
      unit,
      label: name ?? (per !== null && !isPeriod(per) ? '单价' : null),
      per,
      bound: isBound(text, match.index, end),
      decimals,
      faults: [],
    });
  }
  return found;
}

function figureFen(plain: string, power: number, jiao: string | undefined, cents: string | undefined): number | null {
  const whole = decimalToFen(plain, power);
  return whole === null ? null : whole + Number(jiao ?? 0) * 10 + Number(cents ?? 0);
}

/** A bare 万 is money when its label says so and no counted thing follows. */
function namedMoney(text: string, at: number, after: string): boolean {
  return labelBefore(text, at) !== null && /^(?:$|[。；，,;、）)\s的及和])/u.test(after);
}

/** A number without any unit is money only right after its label, written like money, and ending there. */
function bareSum(text: string, at: number, number: string, after: string): boolean {
  if (!/[,，]|\.\d\d$|\d{4}/u.test(number) || !/^(?:$|[。；，,;、）)\s])/u.test(after)) return false;
  const before = text.slice(Math.max(0, at - 14), at);
  return /(?:价款?|金额|总额|租金|保证金|定金|押金|费用|价格|费|酬金|报酬|款|小写)(?:[（(][^（()）]{0,6}[）)])?(?:每[日天场次人月年期]|共计?|合计|总计|总额)?(?:人民币)?\s*(?:为|是|计|[:：])?\s*$/u.test(
    before,
  );
}

const slash =
  /^\s*(?:[（(][^（()）]{0,16}[）)])?\s*(?:\/|每)\s*(?:[每一])?(平方米|平米|㎡|m2|立方米|亩|公里|千米|米|吨|公斤|千克|斤|千瓦时|度|月|年|日|天|季度|季|台|套|件|个|只|份|人次|人|次|户|间|张|辆|批|课时|小时|学时)/iu;
const every =
  /(?:每|按)\s*(?:一)?(平方米|平米|亩|公里|米|吨|公斤|斤|度|月|年|日|天|季度|季|台|套|件|个|只|份|人次|人|次|户|间|张|辆|课时|小时|学时)[^，。；、]{0,14}$/u;

function perUnit(text: string, from: number, to: number): string | null {
  const after = slash.exec(text.slice(to, to + 30));
  if (after?.[1]) return after[1];
  const before = every.exec(text.slice(Math.max(0, from - 20), from));
  if (before?.[1]) return before[1];
  const named = /([月年日])(?:租金|租|薪|工资|服务费|管理费)(?:标准|金额)?(?:为|是|[:：])?\s*(?:人民币)?\s*$/u.exec(
    text.slice(Math.max(0, from - 14), from),
  );
  return named?.[1] ?? null;
}

function isPeriod(per: string): boolean {
  return /^(?:月|年|日|天|季度|季)$/u.test(per);
}

const boundBefore =
  /(?:不超过|不得超过|不高于|不低于|不少于|不得低于|不得少于|高于|低于|超过|最高|最低|至多|至少|上限为?|以内为?|封顶)(?:人民币|[￥¥])?\s*$/u;
const boundAfter = /^(?:（含[^）]{0,4}）|\(含[^)]{0,4}\))?\s*(?:以上|以下|以内|之内|封顶)/u;
const rangeAfter = /^\s*(?:至|到|-|—|~|～|–)\s*[￥¥]?\d/u;
const rangeBefore = /\d\s*(?:[万亿千]?元)?\s*(?:至|到|-|—|~|～|–)\s*(?:人民币|[￥¥])?\s*$/u;

function isBound(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 12), from);
  const after = text.slice(to, to + 12);
  return boundBefore.test(before) || boundAfter.test(after) || rangeAfter.test(after) || rangeBefore.test(before);
}

const capitalRun = new RegExp(`[${capitalChars}](?:[ \\u3000]?[${capitalChars}])*`, 'gu');
const financial = /[壹贰貳弍叁叄參肆伍陆陸柒捌玖拾佰仟]/u;
const numeral = /[壹贰貳弍貮叁叄參肆伍陆陸柒捌玖一二两三四五六七八九]/u;

function capitalsIn(text: string, block: string): Found[] {
  const found: Found[] = [];
  if (!/[元圆圓块]|大写|人民币/u.test(text)) return found;
  for (const match of text.matchAll(capitalRun)) {
    const run = trimmedRun(match[0]);
    if (run === null) continue;
    const from = match.index + run.skip;
    const to = from + run.text.length;
    const before = text.slice(Math.max(0, from - 14), from);
    const after = text.slice(to, to + 4);
    // A figure's own 万元 or 元角分, or a form's empty places.
    if (/[\d０-９.＿_×*xX○]\s*$/u.test(before)) continue;
    const marked =
      /大写(?:金额)?[）)\]】]?\s*(?:为|是|计)?\s*[:：]?\s*[“"（(]?(?:人民币)?\s*(?:[（(]大写[）)])?\s*[:：]?\s*$/u.test(
        before,
      );
    const money = /[元圆圓块]/u.test(run.text);
    if (!money && !(marked || (/人民币\s*[:：]?$/u.test(before) && financial.test(run.text)))) continue;
    if (!money && (run.text.replace(/\s/gu, '').length < 2 || /^[份式年月日号个台套页条]/u.test(after))) continue;
    if (!numeral.test(run.text) && !/^[拾十]/u.test(run.text)) continue;
    if (/\s$/u.test(before) && /^[拾佰仟十百千]/u.test(run.text)) continue;
    if (foreign.test(text.slice(Math.max(0, to - 2), to - 1)) || /^(?:旦|宵|素|件)/u.test(after)) continue;
    const reading = readCapital(run.text);
    const formal = financial.test(run.text) || marked;
    if (!formal && reading.fen === null) continue;
    found.push({
      kind: formal ? 'capital' : 'plain',
      at: spanIn(block, from, to),
      text: run.text,
      fen: reading.fen,
      unit: /[元圆圓块]/u.exec(run.text) ? '元' : '',
      label: labelBefore(text, from),
      per: perUnit(text, from, to),
      bound: isBound(text, from, to),
      decimals: 0,
      faults: formal ? reading.faults : [],
    });
  }
  return found;
}

/** A run without leading marks, ending at its last mark or numeral: 元叁万元 → 叁万元. */
function trimmedRun(raw: string): { text: string; skip: number } | null {
  const skip = raw.search(/[^元圆圓块角分整正毛万萬亿億\s]/u);
  if (skip < 0) return null;
  let text = raw.slice(skip);
  // 壹万元 整 stays; 三十元一 (元/一次) ends at 元.
  const marks = [...text.matchAll(/[元圆圓块角毛分整正]/gu)];
  const last = marks.at(-1);
  if (last) text = text.slice(0, last.index + 1);
  return { text: text.trimEnd(), skip };
}

type Placed = Readonly<{ amount: Found; paragraph: Paragraph; text: string }>;

/** What may stand between the two forms of one sum. */
const glue = /人民币|大写|小写|金额|数字|合计|总计|共计|含税|RMB|[即计合为整元￥¥:：,，、\s“”"[\]【】()（）\u3000|]/gu;
const linking = /[（(]|大写|小写|即/u;

function pairUp(found: readonly Placed[]): Amount[] {
  const pair = new Map<number, number>();
  for (let at = 0; at + 1 < found.length; at += 1) {
    if (pair.has(at)) continue;
    const one = found[at];
    const other = found[at + 1];
    if (one && other && isOneSum(one, other)) {
      pair.set(at, at + 1);
      pair.set(at + 1, at);
    }
  }
  return found.map(({ amount }, at) => {
    const mate = pair.get(at);
    if (mate === undefined) return { ...amount, pair: null };
    const other = found[mate]?.amount;
    const label = amount.label ?? other?.label ?? null;
    if (amount.kind !== 'plain') return { ...amount, label, pair: mate };
    return { ...amount, kind: 'capital', label, faults: readCapital(amount.text).faults, pair: mate };
  });
}

function isOneSum(one: Placed, other: Placed): boolean {
  if ((one.amount.kind === 'figure') === (other.amount.kind === 'figure')) return false;
  const between = betweenText(one, other);
  if (between === null || between.length > 30) return false;
  return linking.test(between) && between.replace(glue, '') === '';
}

/** The text between two amounts of one paragraph, or across the edge of two that follow each other. */
function betweenText(one: Placed, other: Placed): string | null {
  if (one.paragraph === other.paragraph) return one.text.slice(one.amount.at.to, other.amount.at.from);
  const next = Number(other.paragraph.id.slice(1)) - Number(one.paragraph.id.slice(1)) === 1;
  if (!next) return null;
  const between = one.text.slice(one.amount.at.to) + other.text.slice(0, other.amount.at.from);
  // Across paragraphs or cells only an explicit word joins the two.
  return /大写|小写/u.test(between) || /大写|小写/u.test(sentenceStart(one)) ? `（${between}` : null;
}

function sentenceStart(placed: Placed): string {
  return placed.text.slice(Math.max(0, placed.amount.at.from - 12), placed.amount.at.from);
}
