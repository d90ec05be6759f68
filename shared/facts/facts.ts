/**
 * Facts: what a document states, read once, each with its place. Rules compare facts; they do not
 * parse numbers or dates themselves.
 */
import type { Document, Span } from '../document/model.ts';
import { readAmounts } from './amounts.ts';
import { readCitations } from './citations.ts';
import { readDates } from './dates.ts';
import { readDurations } from './durations.ts';
import { readParties } from './parties.ts';
import { readPercentages } from './percentages.ts';
import { readReferences } from './references.ts';
import { readTables } from './tables.ts';
import { readTerms } from './terms.ts';

export type Facts = Readonly<{
  amounts: readonly Amount[];
  percentages: readonly Percentage[];
  dates: readonly DateFact[];
  durations: readonly Duration[];
  parties: readonly Party[];
  citations: readonly Citation[];
  references: readonly Reference[];
  terms: readonly Term[];
  tables: readonly TableFact[];
}>;

export type Amount = Readonly<{
  /**
   * figure: 128,500.00元. capital: numerals in financial writing, or any numerals after 大写 or
   * beside their figure. plain: numerals of running text, 三万元, which no rule of writing binds.
   */
  kind: 'figure' | 'capital' | 'plain';
  at: Span;
  text: string;
  /** Integer fen (1/100 yuan); null when unreadable, finer than a fen (0.035元/度) or out of range. */
  fen: number | null;
  /** The unit as written: 元, 万元, 亿元, …; 元 where a currency mark stands alone. */
  unit: string;
  /** What the amount is called nearby: 合同总价, 租金, 保证金, …; null when nothing names it. */
  label: string | null;
  /** What a unit price or periodic sum is for: 平方米 in 元/平方米, 月 in 每月…元; null for plain sums. */
  per: string | null;
  /** One end of a range (10万元至20万元), or a bound (不超过10万元): no sum that is agreed as such. */
  bound: boolean;
  /** For figures: how many decimals were written, in the written unit. */
  decimals: number;
  /** For capitals: how the writing departs from financial practice; empty when sound. */
  faults: readonly CapitalFault[];
  /** Index in `amounts` of the same sum in the other form ("￥…（大写…）"); null when alone. */
  pair: number | null;
}>;

export type CapitalFault =
  | 'mixed-digits' // 三万陆仟: plain and capital numerals mixed
  | 'plain-digits' // all plain numerals after 大写
  | 'missing-zero' // 壹仟伍元
  | 'extra-zero'
  | 'order' // units out of order
  | 'colloquial' // 块, 毛
  | 'missing-zheng' // ends at 元 or 角 without 整
  | 'missing-one' // 拾 instead of 壹拾
  | 'unreadable';

export type Percentage = Readonly<{
  at: Span;
  text: string;
  /** 30 for 30%, 百分之三十; 0.05 for 万分之五. */
  percent: number;
  /** The same as an exact decimal string, for arithmetic on money. */
  decimal: string;
  /** The period a rate is for; null for plain shares. */
  per: 'day' | 'month' | 'year' | null;
  /** Paid up to this share in total (付至, 累计支付至) rather than this share now. */
  cumulative: boolean;
}>;

export type DateFact = Readonly<{
  at: Span;
  text: string;
  year: number | null;
  month: number | null;
  day: number | null;
  /** `YYYY-MM-DD` when complete and a real day; else null (blank, month only, 2月30日). */
  iso: string | null;
  /** complete, month (no day), yearless (3月1日), blank (＿年＿月＿日), impossible (2月30日). */
  form: 'complete' | 'month' | 'yearless' | 'blank' | 'impossible';
}>;

export type Duration = Readonly<{
  at: Span;
  text: string;
  amount: number;
  unit: 'day' | 'working-day' | 'month' | 'year' | 'quarter' | 'week' | 'hour';
  /**
   * Longest length in calendar days it can mean, rounded up: a working day counts 7/5, a month 31,
   * a quarter 92, a year 366.
   */
  days: number;
  /** within: N日内; limit: 不超过N日; floor: 不少于N日; term: a period as such (租期3年). */
  sense: 'within' | 'limit' | 'floor' | 'term';
}>;

export type Party = Readonly<{
  /** 甲方, 乙方, 丙方, …: the short role used in the text. */
  role: string;
  /** The name as written in full; '' when left blank. */
  name: string;
  at: Span;
  /** Further role words for the same party: 采购人, 出租人, 发包人, … */
  aliases: readonly string[];
  nature: PartyNature;
  /** Who acts for the party as written: 法定代表人, 委托代理人, … with a name filled in. */
  people: readonly Readonly<{ title: string; name: string; at: Span }>[];
  /** Every further place that gives the role a name: signature block, annex, account name. */
  mentions: readonly Readonly<{ name: string; at: Span; place: 'head' | 'body' | 'signature' | 'annex' | 'account' }>[];
}>;

export type PartyNature = 'government' | 'institution' | 'village' | 'company' | 'person' | 'unknown';

export type Citation = Readonly<{
  at: Span;
  text: string;
  /** The title as written, without 《》. */
  title: string;
  /** Articles cited right after the title, such as ["510", "511", "120-1"]. */
  articles: readonly string[];
  /** The title's place alone. */
  titleAt: Span;
}>;

/** A cross reference inside the document: 本合同第十二条第二款, 附件一, 前款. */
export type Reference = Readonly<{
  at: Span;
  text: string;
  /** relative: 前款, 上述条款, 本条: no number. */
  kind: 'article' | 'annex' | 'chapter' | 'section' | 'relative';
  /** The number as digits: "12", "12-1" (第十二条之一), "3.2" (第3.2条); null for relative ones. */
  number: string | null;
  /** The number referred to, as a value; null when unreadable. */
  value: number | null;
  /** 款 and 项 after it, as values. */
  paragraph: number | null;
  item: number | null;
}>;

/** A short form the document introduces: （以下简称“甲方”）, 本合同所称“…”是指. */
export type Term = Readonly<{ term: string; at: Span; meaning: string; kind: 'abbreviation' | 'definition' }>;

/** What a cell says. */
export type TableValue = Readonly<{
  text: string;
  at: Span;
  /** The number in it as written, when it holds one and nothing but a unit beside. */
  value: number | null;
  /** The same as an exact decimal string. */
  decimal: string | null;
  /** As money: by the cell's own unit, else the column's; null when neither names one. */
  fen: number | null;
}>;

/** A table read by its header row: columns with a role, rows with numbers. */
export type TableFact = Readonly<{
  table: string;
  columns: readonly Readonly<{
    title: string;
    role: 'name' | 'quantity' | 'unit-price' | 'amount' | 'factor' | 'rate' | 'tax' | 'other';
    /** Fen per written unit where the title names one: 100 for （元）, 1000000 for （万元）. */
    fenPerUnit: number | null;
  }>[];
  rows: readonly Readonly<{
    kind: 'item' | 'subtotal' | 'total' | 'of-which';
    /** One entry a grid column; null where the row has no cell or it is empty. */
    cells: readonly (TableValue | null)[];
  }>[];
}>;

/** Reads all facts of a document's body, cells and notes. */
export function readFacts(document: Document): Facts {
  return {
    amounts: readAmounts(document),
    percentages: readPercentages(document),
    dates: readDates(document),
    durations: readDurations(document),
    parties: readParties(document),
    citations: readCitations(document),
    references: readReferences(document),
    terms: readTerms(document),
    tables: readTables(document),
  };
}
