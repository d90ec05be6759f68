/** The tables as Kysely sees them; see migrations/ for what the database holds. */
import type { Kysely } from 'kysely';

/** The record: the only truth. `payload` and `after` are canonical JSON. */
type EventsTable = {
  seq: number;
  id: string;
  origin: string;
  at: string;
  actor: string;
  matter: string | null;
  kind: string;
  after: string;
  payload: string;
  hash: string;
};

/** Projection: the person and office of this library, as last named. */
type SettingsTable = { key: string; value: string };

/** Projection: one row of the register a matter. */
type MattersTable = {
  id: string;
  number: string;
  title: string;
  kind: string;
  sub_kind: string;
  unit: string;
  counterparty: string;
  amount_fen: number | null;
  urgent: number;
  opened_at: string;
  reviewer: string;
  sample: number;
  version: number;
  items: number;
  exports: number;
};

/** Projection: every file of every version. */
type FilesTable = {
  matter: string;
  version: string;
  position: number;
  sha256: string;
  name: string;
  format: string;
  role: string;
};

/** Projection: findings decided. */
type DecisionsTable = { matter: string; finding: string; kind: string; rule: string; reason: string | null };

/** Projection: dismissals that reach further than their place. */
type SuppressionsTable = {
  matter: string;
  finding: string;
  scope: string;
  rule: string;
  counterparty: string;
  until: string | null;
  reason: string;
  note: string;
  made_by: string;
  made_at: string;
};

/** Cache, not record: the findings of a matter's latest review, to count what is open. */
type MarksTable = { matter: string; finding: string; severity: string; rule: string; silenced: number };

export type Tables = {
  events: EventsTable;
  settings: SettingsTable;
  matters: MattersTable;
  files: FilesTable;
  decisions: DecisionsTable;
  suppressions: SuppressionsTable;
  marks: MarksTable;
};

/** Passed to whoever may read: there is no other way to the database. */
export type Reads = Pick<Kysely<Tables>, 'selectFrom'>;

/** Passed to whoever may write, inside one transaction. */
export type Writes = Reads & Pick<Kysely<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom'>;
