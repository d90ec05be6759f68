/**
 * Every command once: name, decoder of its input, type of its output, whether it reads or writes.
 * The window, the loopback host, the command line and the tests all derive from this file.
 *
 * Adding a command: an entry here, a function in electron/host/service.ts, a caller.
 */
import { z } from 'zod';
import type { Document } from '../document/model.ts';
import type { Facts } from '../facts/facts.ts';
import { schemas } from '../review/events.ts';
import type { MatterState } from '../review/state.ts';
import type { Suppression } from '../review/suppress.ts';
import type { DocumentKind, Finding, Severity, SubKind } from '../rules/rule.ts';
import { command, day, hash, id, line, text } from './command.ts';
import { lawCommands } from './law-commands.ts';
import { markCommands } from './mark-commands.ts';
import { ruleCommands } from './rule-commands.ts';

export const contract = {
  'session.get': command('reads', z.strictObject({}))<Session>(),
  'person.name': command('writes', z.strictObject({ name: z.string().trim().min(1).max(40) }))<Session>(),
  'office.set': command('writes', z.strictObject({ office: line, series: line }))<Session>(),

  'register.list': command('reads', z.strictObject({}))<readonly MatterRow[]>(),

  /** Starts reading uploaded files; progress arrives as notifications and by `import.status`. */
  'import.start': command(
    'writes',
    z.strictObject({
      uploads: z
        .array(z.strictObject({ upload: id, name: z.string().min(1).max(400) }))
        .min(1)
        .max(500),
      /** One matter with the first file as main document, or one matter each. */
      grouping: z.enum(['together', 'separate']),
      /** The files are the next version of this matter, the first its main document. */
      into: id.optional(),
    }),
  )<ImportJob>(),
  'import.paste': command('writes', z.strictObject({ text: z.string().min(1).max(5_000_000) }))<ImportJob>(),
  'import.status': command('reads', z.strictObject({ job: id }))<ImportJob>(),
  'import.cancel': command('writes', z.strictObject({ job: id, row: z.int().min(0).nullable() }))<ImportJob>(),

  'matter.open': command('reads', z.strictObject({ matter: id }))<MatterView>(),
  'matter.revise': command(
    'writes',
    z.strictObject({ matter: id, fields: schemas.matterFields.partial() }),
  )<MatterView>(),
  'document.get': command('reads', z.strictObject({ sha256: hash }))<Document>(),
  'facts.get': command('reads', z.strictObject({ sha256: hash }))<Facts>(),
  'findings.get': command('reads', z.strictObject({ matter: id, version: id }))<ReviewReport>(),

  'finding.adopt': command(
    'writes',
    z.strictObject({
      matter: id,
      version: id,
      finding: hash,
      /** 改后采纳: wording the reviewer changed before adopting. */
      edits: schemas.item.pick({ problem: true, advice: true, weight: true }).partial().optional(),
    }),
  )<MatterState>(),
  'finding.dismiss': command(
    'writes',
    z.strictObject({
      matter: id,
      version: id,
      finding: hash,
      reason: z.enum(['not-applicable', 'already-covered', 'accepted-risk', 'wrong-hit', 'negotiated', 'other']),
      note: text,
      /** Beyond this place: the whole matter, or the same words of this counterparty in every matter. */
      reach: z.enum(['matter', 'counterparty']).optional(),
      until: day.optional(),
    }),
  )<MatterState>(),

  /** Takes a decision back; a finding that is silenced from elsewhere is shown again. */
  'finding.reopen': command('writes', z.strictObject({ matter: id, finding: hash }))<MatterState>(),

  'item.add': command('writes', z.strictObject({ matter: id, item: schemas.item.omit({ id: true }) }))<MatterState>(),
  'item.revise': command(
    'writes',
    z.strictObject({ matter: id, item: id, fields: schemas.item.omit({ id: true }).partial() }),
  )<MatterState>(),
  'item.remove': command('writes', z.strictObject({ matter: id, item: id }))<MatterState>(),
  'items.order': command('writes', z.strictObject({ matter: id, items: z.array(id).max(10_000) }))<MatterState>(),
  'opinion.set': command(
    'writes',
    z.strictObject({ matter: id, fields: schemas.opinionFields.partial() }),
  )<MatterState>(),

  /** Takes back the matter's latest act that can be taken back. */
  undo: command('writes', z.strictObject({ matter: id }))<MatterState>(),

  /**
   * Makes the files and answers download ids. Open questions (no conclusion, undecided high
   * findings, others' changes that a clean copy carries out unjudged) that are not acknowledged come back instead of files.
   */
  'export.make': command(
    'writes',
    z.strictObject({
      matter: id,
      version: id,
      what: z.array(schemas.exportKind).min(1).max(3),
      acknowledge: z.array(z.enum(['no-conclusion', 'undecided-high', 'unjudged-changes', 'lost-comments'])).max(10),
    }),
  )<ExportResult>(),

  ...ruleCommands,
  ...lawCommands,
  ...markCommands,
} as const;

export type Contract = typeof contract;
export type CommandName = keyof Contract;
export type Input<N extends CommandName> = z.infer<Contract[N]['input']>;
export type Output<N extends CommandName> = Contract[N]['output'];

export type Session = Readonly<{
  /** null on first start, until the reviewer gives a name. */
  person: string | null;
  office: string;
  series: string;
  role: 'reviewer';
  version: string;
  ruleset: Readonly<{ version: string; sha256: string; rules: number }>;
  /** Set while the record cannot be written, with the sentence to show. */
  readOnly: string | null;
}>;

export type MatterRow = Readonly<{
  id: string;
  number: string;
  title: string;
  kind: DocumentKind;
  subKind: SubKind;
  unit: string;
  counterparty: string;
  amountFen: number | null;
  urgent: boolean;
  openedAt: string;
  reviewer: string;
  sample: boolean;
  version: number;
  files: number;
  counts: Readonly<Record<Severity, number>>;
  /** Findings not yet decided. */
  open: number;
  items: number;
  exported: boolean;
}>;

export type ImportJob = Readonly<{
  job: string;
  rows: readonly ImportRow[];
  done: boolean;
}>;

export type ImportRow = Readonly<{
  name: string;
  state: 'waiting' | 'reading' | 'checking' | 'done' | 'failed' | 'cancelled' | 'duplicate';
  /** Set when done, and for a duplicate: the matter that already holds the same file. */
  matter: string | null;
  /** The sentence to show when failed. */
  message: string | null;
  english: string | null;
}>;

export type MatterView = Readonly<{ state: MatterState; row: MatterRow }>;

/** What the rules answer of a version. */
export type RuleReport = Readonly<{
  findings: readonly Finding[];
  /** Rules that failed, by id: shown, never hidden. */
  faults: readonly string[];
  ruleset: Readonly<{ version: string; sha256: string; rules: number }>;
  rulesMs: number;
}>;

/** The same, with the findings that dismissals elsewhere silence, by fingerprint. */
export type ReviewReport = RuleReport & Readonly<{ silenced: Readonly<Record<string, Suppression>> }>;

export type ExportQuestion = Readonly<{
  kind: 'no-conclusion' | 'undecided-high' | 'unjudged-changes' | 'lost-comments';
  count: number;
}>;

export type ExportResult =
  | Readonly<{ kind: 'asks'; questions: readonly ExportQuestion[] }>
  | Readonly<{
      kind: 'made';
      /** Fetch each from `/download/<id>`. */
      files: readonly Readonly<{ download: string; name: string; sha256: string; bytes: number }>[];
    }>;

/** What the host tells without being asked. */
export type Notification =
  Readonly<{ kind: 'import'; job: ImportJob }> | Readonly<{ kind: 'changed'; matter: string | null }>;
