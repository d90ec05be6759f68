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
  kind: 'figure' | 'capital';
  at: Span;
  text: string;
  /** Integer fen (1/100 yuan); null when a capital amount cannot be read as one. */
  fen: number | null;
  /** The unit as written: 元, 万元, 亿元, … */
  unit: string;
  /** What the amount is called nearby: 合同总价, 租金, 保证金, …; null when nothing names it. */
  label: string | null;
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
  /** complete, month (no day), blank (＿年＿月＿日), impossible (2月30日). */
  form: 'complete' | 'month' | 'blank' | 'impossible';
}>;

export type Duration = Readonly<{
  at: Span;
  text: string;
  amount: number;
  unit: 'day' | 'working-day' | 'month' | 'year' | 'quarter' | 'week' | 'hour';
  /** Longest length in calendar days it can mean: a working day counts 7/5, a month 31. */
  days: number;
  /** within: N日内; limit: 不超过N日; term: a period as such (租期3年). */
  sense: 'within' | 'limit' | 'term';
}>;

export type Party = Readonly<{
  /** 甲方, 乙方, 丙方, …: the short role used in the text. */
  role: string;
  /** The name as written in full; '' when left blank. */
  name: string;
  at: Span;
  /** Further role words for the same party: 采购人, 出租人, 发包人, … */
  aliases: readonly string[];
  nature: 'government' | 'institution' | 'village' | 'company' | 'person' | 'unknown';
  /** Every further place that gives the role a name: signature block, annex, account name. */
  mentions: readonly Readonly<{ name: string; at: Span; place: 'head' | 'body' | 'signature' | 'annex' }>[];
}>;

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

/** A cross reference inside the document: 本合同第十二条第二款, 附件一. */
export type Reference = Readonly<{
  at: Span;
  text: string;
  kind: 'article' | 'annex' | 'chapter' | 'section';
  /** The number referred to, as a value; null when unreadable. */
  value: number | null;
  /** 款 and 项 after it, as values. */
  paragraph: number | null;
  item: number | null;
}>;

/** A short form the document introduces: （以下简称“甲方”）, 本合同所称“…”是指. */
export type Term = Readonly<{ term: string; at: Span; meaning: string; kind: 'abbreviation' | 'definition' }>;

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
    cells: readonly (Readonly<{ text: string; at: Span; value: number | null }> | null)[];
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
