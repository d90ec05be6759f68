/**
 * Tables derived from the events, written in the same transaction. Each is a function of folded
 * state, so rebuilding them is calling these functions again.
 */
import type { Event } from '../../../shared/review/events.ts';
import { fold } from '../../../shared/review/state.ts';
import type { MatterState } from '../../../shared/review/state.ts';
import type { Finding } from '../../../shared/rules/rule.ts';
import { grouped } from './grouped.ts';
import type { Tables, Writes } from './schema.ts';

/** Rows inserted by one statement: well below SQLite's limit of 32,766 values. */
const rowsAtOnce = 500;

export async function projectSettings(writes: Writes, events: readonly Event[]): Promise<void> {
  for (const event of events) {
    if (event.kind === 'person-named') await put(writes, 'person', event.payload.name);
    if (event.kind === 'office-set') {
      await put(writes, 'office', event.payload.office);
      await put(writes, 'series', event.payload.series);
    }
  }
}

export async function projectMatter(writes: Writes, state: MatterState | null): Promise<void> {
  if (!state) return;
  const { id: _, ...row } = matterRow(state);
  await writes
    .insertInto('matters')
    .values(matterRow(state))
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await replaceFiles(writes, state);
  await replaceDecisions(writes, state);
  await replaceSuppressions(writes, state);
}

/** Everything again from the events alone; the marks, which are a cache, stay. */
export async function rebuild(writes: Writes, events: readonly Event[]): Promise<void> {
  await writes.deleteFrom('settings').execute();
  await projectSettings(writes, events);
  const byMatter = grouped(events, (event) => event.matter);
  for (const [matter, own] of byMatter) if (matter !== null) await projectMatter(writes, fold(own));
}

/** The findings of a matter's latest review, and which of them are silenced from elsewhere. */
export type Marks = Readonly<{
  matter: string;
  findings: readonly Finding[];
  /** Fingerprints. */
  silenced: ReadonlySet<string>;
}>;

/** Kept to count what is open and how rules fare. */
export async function replaceMarks(writes: Writes, { matter, findings, silenced }: Marks): Promise<void> {
  await writes.deleteFrom('marks').where('matter', '=', matter).execute();
  const rows = findings.map(({ fingerprint, severity, rule }) => ({
    matter,
    finding: fingerprint,
    severity,
    rule,
    silenced: Number(silenced.has(fingerprint)),
  }));
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await writes
      .insertInto('marks')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function matterRow(state: MatterState): Tables['matters'] {
  const { fields } = state;
  return {
    id: state.id,
    number: state.number,
    title: fields.title,
    kind: fields.kind,
    sub_kind: fields.subKind,
    unit: fields.unit,
    counterparty: fields.counterparty,
    amount_fen: fields.amountFen,
    urgent: Number(fields.urgent),
    opened_at: state.openedAt,
    reviewer: state.openedBy,
    sample: Number(state.sample),
    version: state.versions.at(-1)?.ordinal ?? 0,
    items: state.items.length,
    exports: state.exports.length,
  };
}

async function replaceFiles(writes: Writes, state: MatterState): Promise<void> {
  const rows = state.versions.flatMap((version) =>
    version.files.map((file, position) => ({ matter: state.id, version: version.id, position, ...file })),
  );
  const stored = await writes
    .selectFrom('files')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('matter', '=', state.id)
    .executeTakeFirstOrThrow();
  // Versions are only ever added, so the same number of files means the same files.
  if (stored.count === rows.length) return;
  await writes.deleteFrom('files').where('matter', '=', state.id).execute();
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    await writes
      .insertInto('files')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
  }
}

async function replaceDecisions(writes: Writes, state: MatterState): Promise<void> {
  const wanted = Object.entries(state.decisions).map(([finding, decision]) => ({
    matter: state.id,
    finding,
    kind: decision.kind,
    rule: decision.rule ?? '',
    reason: decision.kind === 'dismissed' ? decision.reason : null,
  }));
  const stored = await writes.selectFrom('decisions').selectAll().where('matter', '=', state.id).execute();
  const before = new Map(stored.map((row) => [row.finding, row]));
  for (const row of wanted) {
    const { matter: _, finding, ...rest } = row;
    const old = before.get(finding);
    before.delete(finding);
    if (old && old.kind === row.kind && old.rule === row.rule && old.reason === row.reason) continue;
    await writes
      .insertInto('decisions')
      .values(row)
      .onConflict((conflict) => conflict.columns(['matter', 'finding']).doUpdateSet(rest))
      .execute();
  }
  for (const finding of before.keys()) {
    await writes.deleteFrom('decisions').where('matter', '=', state.id).where('finding', '=', finding).execute();
  }
}

async function replaceSuppressions(writes: Writes, state: MatterState): Promise<void> {
  await writes.deleteFrom('suppressions').where('matter', '=', state.id).execute();
  for (const [finding, decision] of Object.entries(state.decisions)) {
    if (decision.kind !== 'dismissed' || decision.reach === null) continue;
    const { reach: scope, rule, until, reason, note, by, at } = decision;
    const { counterparty } = state.fields;
    await writes
      .insertInto('suppressions')
      .values({ matter: state.id, finding, scope, rule, counterparty, until, reason, note, made_by: by, made_at: at })
      .execute();
  }
}

async function put(writes: Writes, key: string, value: string): Promise<void> {
  await writes
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
