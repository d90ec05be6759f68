/**
 * What a rule is: one plain object that says what it checks, on what law, how it finds it, and
 * proves itself by its examples. The examples are its tests, its documentation and what
 * `fashen rules explain` prints.
 */
import type { Document, Span } from '../document/model.ts';
import type { Facts } from '../facts/facts.ts';

export type Severity = 'high' | 'medium' | 'low' | 'notice';

/**
 * drafting 文本瑕疵: unclear or inconsistent wording. risk 风险提示: lawful, but may harm the office.
 * unlawful 疑似违法: only where a cited article forbids what was seen.
 */
export type Nature = 'drafting' | 'risk' | 'unlawful';

export type DocumentKind = 'contract' | 'normative' | 'decision' | 'enforcement' | 'statute' | 'other';

/** What a contract is about; `administrative` 行政协议 such as a concession (最高法 行政协议规定 article 2). */
export const contractKinds = [
  'sale',
  'procurement',
  'lease',
  'construction',
  'service',
  'property',
  'labour',
  'loan',
  'investment',
  'administrative',
  'expropriation',
  'land',
  'cooperation',
] as const;

/** What form a normative document has: 办法, 规定, 细则; 意见, 方案; 通知, 通告. */
export const normativeForms = ['measures', 'opinions', 'notice'] as const;

export const subKinds = [...contractKinds, ...normativeForms, 'unknown'] as const;
export type SubKind = (typeof subKinds)[number];

/** Whose side the reviewer takes: 甲方, 乙方, or neither. */
export type Stance = 'a' | 'b' | 'neutral';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** Everything a review depends on. No clock: `asOf` decides which law is in force. */
export type ReviewInput = Readonly<{
  /** The main document first, then its annexes. */
  documents: readonly [Document, ...Document[]];
  kind: DocumentKind;
  subKind: SubKind;
  stance: Stance;
  /** The paying party is a public body; null when that could not be read. */
  publicPayer: boolean | null;
  asOf: Day;
  /** What the office set otherwise than the rules' defaults, by the key of the setting. */
  settings?: Readonly<Record<string, number>>;
}>;

/**
 * A threshold without a statute that can be cited for it: local practice, a standard, an unread text.
 * The office may change it, and messages that rest on it say so.
 */
export type Setting = Readonly<{
  /** Unique in the catalogue, such as `norm-validity-years`. */
  key: string;
  /** What it limits, in Chinese, with its unit. */
  title: string;
  value: number;
}>;

/** What a rule is given: the input, one document of it, and the facts read from that document. */
export type RuleContext = Readonly<{
  input: ReviewInput;
  document: Document;
  /** Index of `document` in `input.documents`. */
  documentIndex: number;
  facts: Facts;
}>;

/** A statute article. `article` is "510", "120-1" (第一百二十条之一), or null with a note. */
export type Basis = Readonly<{ law: string; article: string | null; note?: string | undefined }>;

/** What a rule answers. `at` null means the whole document: then `missing` names what is not there. */
export type Hit = Readonly<{
  at: Span | null;
  /** Further places that belong to the same finding, such as the other of two conflicting totals. */
  related?: readonly Span[];
  /** What was seen, with the numbers, in one plain Chinese sentence. */
  message: string;
  /** Only for `at: null`: a stable name of what is missing, part of the fingerprint. */
  missing?: string;
  /** Set where this hit is milder or graver than the rule's own severity. */
  severity?: Severity;
  nature?: Nature;
  /** Replaces the rule's advice where the facts allow a more exact one. */
  advice?: string;
}>;

/** A miniature document and what it is: see `sample` in shared/document/sample.ts for the notation. */
export type Example = Readonly<{
  text: string;
  kind?: DocumentKind;
  subKind?: SubKind;
  stance?: Stance;
  publicPayer?: boolean;
  asOf?: Day;
  /** For hits: the exact text that must be marked; absent for document scope. */
  quote?: string;
  /** For hits: words that the message must contain. */
  says?: string;
}>;

export type Rule = Readonly<{
  /** The catalogue's id, such as `amt-capital-mismatch`. */
  id: string;
  /** A short Chinese title for the finding card. */
  title: string;
  severity: Severity;
  nature: Nature;
  /** Kinds of document the rule applies to; it never runs on others. */
  kinds: readonly DocumentKind[];
  /** Sub-kinds it is limited to; absent means all. `unknown` never excludes. */
  subKinds?: readonly SubKind[];
  /** Why the rule exists, in one or two Chinese sentences. */
  why: string;
  basis: readonly [Basis, ...Basis[]];
  /** What to do about it, in Chinese. */
  advice: string;
  /** What looks alike and is innocent, one Chinese sentence each: why near misses are near misses. */
  traps?: readonly string[];
  settings?: readonly Setting[];
  /** Rules that report instead where both mark the same words; this one's ground joins theirs. */
  yieldsTo?: readonly string[];
  check: (context: RuleContext) => readonly Hit[];
  examples: Readonly<{ hits: readonly Example[]; nearMisses: readonly Example[] }>;
}>;

/** A hit as the reader sees it. */
export type Finding = Readonly<{
  rule: string;
  severity: Severity;
  nature: Nature;
  title: string;
  message: string;
  /** Index into the review's documents. */
  document: number;
  at: Span | null;
  related: readonly Span[];
  quote: string | null;
  /** The clause as cited, such as "第十二条（二）"; null outside any clause. */
  clause: string | null;
  page: number | null;
  basis: readonly Basis[];
  advice: string;
  /** Rules that marked the same words and yielded: further grounds of this finding. */
  grounds: readonly Ground[];
  /** Stable across versions: see fingerprint.ts. */
  fingerprint: string;
}>;

export type Ground = Readonly<{ rule: string; title: string; message: string }>;

export const severities: readonly Severity[] = ['high', 'medium', 'low', 'notice'];

/** A setting as the office has it, else as the rule gives it. */
export function settingOf({ input }: RuleContext, { key, value }: Setting): number {
  return input.settings?.[key] ?? value;
}

/** 0 for high … 3 for notice. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}
