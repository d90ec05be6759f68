/**
 * The record's vocabulary: every human act is an event, and events are the only truth. State is
 * `fold(events)`; undo is an event too.
 */
import { z } from 'zod';
import { subKinds } from '../rules/rule.ts';

const span = z.strictObject({ block: z.string().max(40), from: z.int().min(0), to: z.int().min(0) });

const range = z
  .tuple([span], span)
  .refine((spans) => spans.length <= 10_000)
  .readonly();

/** A range with what it held, so that it can be found again in the next version. */
const anchor = z.strictObject({
  range,
  quotes: z.array(z.string()).readonly(),
  before: z.string(),
  after: z.string(),
});

const line = z.string().max(400);
/** One string a paragraph; see shared/document/suggestion.ts. */
const editText = z
  .tuple([z.string().max(100_000)], z.string().max(100_000))
  .refine((lines) => lines.length <= 2000)
  .readonly();
const edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), span, text: editText }),
  z.strictObject({ kind: z.literal('join'), block: z.string().max(40) }),
]);
const stamp = { id: z.string(), author: z.string(), at: z.iso.datetime() };
const suggestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), span, text: editText, ...stamp }),
  z.strictObject({ kind: z.literal('join'), block: z.string().max(40), ...stamp }),
]);

const text = z.string().max(20_000);
/** A calendar day, `YYYY-MM-DD`. */
const day = z.iso.date();

const basis = z.strictObject({ law: line, article: line.nullable(), note: text.optional() });
const severity = z.enum(['high', 'medium', 'low', 'notice']);
const documentKind = z.enum(['contract', 'normative', 'decision', 'enforcement', 'statute', 'other']);
const subKind = z.enum(subKinds);
const stance = z.enum(['a', 'b', 'neutral']);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** How an opinion item must be taken: 必须修改 or 建议修改. */
const weight = z.enum(['must', 'should']);

/** ①…⑥ of the conclusion categories in use; see shared/opinion. */
const conclusion = z.enum(['lawful', 'revise', 'supplement', 'unlawful', 'out-of-scope', 'exploratory']);

const fileRef = z.strictObject({
  sha256: hash,
  name: z.string(),
  format: z.enum(['docx', 'pdf', 'txt', 'md']),
  role: z.enum(['main', 'annex']),
});

const item = z.strictObject({
  id: z.string(),
  /** Fingerprint of the finding it came from; null when written by hand. */
  finding: hash.nullable(),
  rule: line.nullable(),
  severity,
  weight,
  clause: line.nullable(),
  quote: text.nullable(),
  problem: text,
  basis: z.array(basis).max(100),
  advice: text,
});

const commentKind = z.enum(['must', 'should', 'question', 'note']);

/** The comment at the head of a thread: one of ours, or one that came in a version's file. */
const threadHead = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own'), comment: z.string().max(100) }),
  z.strictObject({
    kind: z.literal('source'),
    version: z.string().max(100),
    document: z.int().min(0),
    /** Its id in the file. */
    comment: z.string().max(100),
  }),
]);

const matterFields = z.strictObject({
  title: line,
  kind: documentKind,
  subKind,
  stance,
  publicPayer: z.boolean().nullable(),
  /** 送审单位 */
  unit: line,
  counterparty: line,
  /** Contract amount in fen; null when none was read. */
  amountFen: z.int().min(0).nullable(),
  urgent: z.boolean(),
  asOf: day,
});

const opinionFields = z.strictObject({
  /** 文号, such as 云司合审〔2026〕413号; '' until signed. */
  number: line,
  office: line,
  addressee: line,
  conclusion: conclusion.nullable(),
  conclusionText: text,
  /** Which parts the paper has: running text by weight, clause table as 附表. */
  body: z.boolean(),
  table: z.boolean(),
  /** The day it is signed; '' until then. */
  date: z.union([day, z.literal('')]),
});

/** The opinion; the submitted docx with comments and tracked changes; the same with every change carried out. */
const exportKind = z.enum(['opinion', 'annotated', 'clean']);

export const payloads = {
  'person-named': z.strictObject({ name: z.string().min(1) }),
  'office-set': z.strictObject({ office: z.string(), series: z.string() }),
  'matter-opened': z.strictObject({ number: z.string(), fields: matterFields, sample: z.boolean() }),
  'matter-revised': z.strictObject({ fields: matterFields.partial() }),
  'version-added': z.strictObject({
    version: z.string(),
    ordinal: z.int().min(1),
    purpose: z.string(),
    files: z.array(fileRef).min(1),
  }),
  /** A pack of own rules brought in; the same name again replaces it. */
  'rules-packed': z.strictObject({
    name: line,
    version: line,
    author: line,
    sha256: hash,
    text: z.string().max(2_000_000),
  }),
  /** The text of a law, taken into the office's own library; the same title again replaces it. */
  'law-added': z.strictObject({
    sha256: hash,
    name: line,
    format: z.enum(['docx', 'pdf', 'txt', 'md']),
    title: line,
    articles: z.int().min(1),
  }),
  'law-removed': z.strictObject({ sha256: hash }),
  'rules-unpacked': z.strictObject({ name: line }),
  'rule-switched': z.strictObject({ rule: line, on: z.boolean() }),
  /** null: as the rules have it. */
  'setting-set': z.strictObject({ key: line, value: z.number().nullable() }),
  'review-run': z.strictObject({
    version: z.string(),
    importer: z.string(),
    ruleset: hash,
    /** Packs of own rules that were in use. */
    packs: z.array(z.strictObject({ name: line, version: line, sha256: hash })).optional(),
    /** SHA-256 of the suppressions that held; absent where none did. */
    suppressions: hash.optional(),
    findings: hash,
    count: z.int().min(0),
    kind: documentKind,
    subKind,
    stance,
    publicPayer: z.boolean().nullable(),
    asOf: day,
  }),
  'finding-adopted': z.strictObject({
    version: z.string(),
    finding: hash,
    item,
    /** The item it goes in front of, so that items follow the document; absent: the end. */
    before: z.string().optional(),
  }),
  'finding-dismissed': z.strictObject({
    version: z.string(),
    finding: hash,
    rule: z.string(),
    reason: z.enum(['not-applicable', 'already-covered', 'accepted-risk', 'wrong-hit', 'negotiated', 'other']),
    note: z.string(),
    /** How far it reaches beyond this place; absent: not at all. */
    reach: z.enum(['matter', 'counterparty']).optional(),
    /** The last day on which the wider reach holds; absent: for good. */
    until: day.optional(),
  }),
  /** Takes a dismissal back, whenever it was made. */
  'finding-reopened': z.strictObject({ finding: hash }),
  'comment-added': z.strictObject({
    comment: z.string(),
    version: z.string(),
    /** Index into the version's files. */
    document: z.int().min(0),
    anchor,
    kind: commentKind,
    text: z.string().min(1),
  }),
  /** Without `kind`, the comment keeps its own. */
  'comment-revised': z.strictObject({ comment: z.string(), text: z.string().min(1), kind: commentKind.optional() }),
  /** Where a comment on an earlier version stands in a later one, as a person placed it. */
  'comment-placed': z.strictObject({
    comment: z.string(),
    version: z.string(),
    document: z.int().min(0),
    anchor,
  }),
  'comment-removed': z.strictObject({ comment: z.string() }),
  'comment-replied': z.strictObject({ reply: z.string(), to: threadHead, text: text.min(1) }),
  /** Says a thread is settled, or open again. */
  'comment-resolved': z.strictObject({ to: threadHead, resolved: z.boolean() }),
  'reply-removed': z.strictObject({ reply: z.string() }),
  /** What is suggested in one paragraph from now on; none withdraws what was. */
  'suggestions-set': z.strictObject({
    version: z.string(),
    document: z.int().min(0),
    block: z.string(),
    suggestions: z.array(suggestion).max(10_000),
  }),
  /** The verdict on a tracked change that came in the file; null takes it back. */
  'change-judged': z.strictObject({
    version: z.string(),
    document: z.int().min(0),
    /** Index into the document's changes. */
    change: z.int().min(0),
    verdict: z.enum(['agreed', 'rejected']).nullable(),
  }),
  'item-added': z.strictObject({ item }),
  'item-revised': z.strictObject({ item: z.string(), fields: item.omit({ id: true }).partial() }),
  'item-removed': z.strictObject({ item: z.string() }),
  'items-ordered': z.strictObject({ items: z.array(z.string()) }),
  'opinion-set': z.strictObject({ fields: opinionFields.partial() }),
  exported: z.strictObject({
    version: z.string(),
    what: exportKind,
    name: z.string(),
    sha256: hash,
    acknowledged: z.array(z.string()),
  }),
  /** Takes back one earlier event: `fold` then reads as if it had not happened. */
  undone: z.strictObject({ event: z.string() }),
} as const;

export type EventKind = keyof typeof payloads;
export type Payload<K extends EventKind> = z.infer<(typeof payloads)[K]>;

export type OpinionItem = z.infer<typeof item>;
export type MatterFields = z.infer<typeof matterFields>;
export type OpinionFields = z.infer<typeof opinionFields>;
export type FileRef = z.infer<typeof fileRef>;
export type DismissReason = Payload<'finding-dismissed'>['reason'];
export type CommentKind = z.infer<typeof commentKind>;
export type ThreadHead = Readonly<z.infer<typeof threadHead>>;
export type ExportKind = z.infer<typeof exportKind>;
export type Conclusion = z.infer<typeof conclusion>;

/** One event of the record. `seq` and `hash` are local to a library; ids are global. */
export type Event<K extends EventKind = EventKind> = {
  [Kind in K]: Readonly<{
    id: string;
    seq: number;
    /** The workstation it was made on. */
    origin: string;
    /** ISO 8601 with milliseconds, UTC. */
    at: string;
    /** The acting person's name. */
    actor: string;
    /** null for events about the library itself. */
    matter: string | null;
    kind: Kind;
    /** Ids of the events it was made in view of. */
    after: readonly string[];
    payload: Payload<Kind>;
    hash: string;
  }>;
}[K];

/** An event before the store gives it its place in the chain. */
export type NewEvent<K extends EventKind = EventKind> = {
  [Kind in K]: Readonly<{ matter: string | null; kind: Kind; payload: Payload<Kind> }>;
}[K];

export const schemas = {
  range,
  anchor,
  commentKind,
  threadHead,
  edit,
  item,
  matterFields,
  opinionFields,
  documentKind,
  subKind,
  stance,
  conclusion,
  basis,
  exportKind,
};
