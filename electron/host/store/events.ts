/** Appends to the record and reads it back. */
import { canonical } from '../../../shared/audit/canonical.ts';
import type { Head, Verdict } from '../../../shared/audit/chain.ts';
import { genesis, linkHash, verifyChain } from '../../../shared/audit/chain.ts';
import { payloads } from '../../../shared/review/events.ts';
import type { Event, EventKind, NewEvent } from '../../../shared/review/events.ts';
import { fold } from '../../../shared/review/state.ts';
import { projectMatter, projectSettings } from './projections.ts';
import type { Reads, Writes } from './schema.ts';

/** What every event of one call has in common. */
export type Act = Readonly<{
  actor: string;
  at: string;
  origin: string;
  randomId: () => string;
}>;

/**
 * Appends events in order and brings the projections of what they touch up to date, in the
 * transaction given. Each is made in view of the latest event of its matter.
 */
export async function append(writes: Writes, act: Act, events: readonly NewEvent[]): Promise<readonly Event[]> {
  const appended: Event[] = [];
  const seen = new Map<string | null, string | null>();
  let head = await headOf(writes);
  for (const event of events) {
    if (!seen.has(event.matter)) seen.set(event.matter, await latestOf(writes, event.matter));
    const latest = seen.get(event.matter) ?? null;
    const link = {
      seq: head.count + 1,
      id: act.randomId(),
      origin: act.origin,
      at: act.at,
      actor: act.actor,
      matter: event.matter,
      kind: event.kind,
      after: latest === null ? [] : [latest],
      payload: payloads[event.kind].parse(withoutUndefined(event.payload)),
    };
    const hash = linkHash(head.hash, link);
    await writes
      .insertInto('events')
      .values({ ...link, after: canonical(link.after), payload: canonical(link.payload), hash })
      .execute();
    appended.push({ ...link, hash } as Event);
    seen.set(event.matter, link.id);
    head = { count: link.seq, hash };
  }
  for (const matter of seen.keys()) {
    if (matter === null) await projectSettings(writes, appended);
    else await projectMatter(writes, fold(await eventsOf(writes, matter)));
  }
  return appended;
}

export async function eventsOf(reads: Reads, matter: string): Promise<Event[]> {
  const rows = await reads.selectFrom('events').selectAll().where('matter', '=', matter).orderBy('seq').execute();
  return rows.map(decode);
}

export async function allEvents(reads: Reads): Promise<Event[]> {
  return (await reads.selectFrom('events').selectAll().orderBy('seq').execute()).map(decode);
}

export async function headOf(reads: Reads): Promise<Head> {
  const last = await reads.selectFrom('events').select(['seq', 'hash']).orderBy('seq', 'desc').executeTakeFirst();
  return { count: last?.seq ?? 0, hash: last?.hash ?? genesis };
}

/** Verifies the whole record; `expected` is a head kept outside the library. */
export async function verifyRecord(reads: Reads, expected?: Head): Promise<Verdict> {
  return verifyChain(await allEvents(reads), expected);
}

async function latestOf(reads: Reads, matter: string | null): Promise<string | null> {
  const row = await reads
    .selectFrom('events')
    .select('id')
    .where('matter', matter === null ? 'is' : '=', matter)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

type Row = Readonly<Record<'id' | 'origin' | 'at' | 'actor' | 'kind' | 'after' | 'payload' | 'hash', string>> &
  Readonly<{ seq: number; matter: string | null }>;

/** A row that does not decode was not written by this program. */
export function decode(row: Row): Event {
  const kind = row.kind as EventKind;
  if (!Object.hasOwn(payloads, kind)) throw new Error(`Event ${row.seq} is of the unknown kind ${row.kind}`);
  const payload: unknown = payloads[kind].parse(JSON.parse(row.payload));
  return { ...row, kind, after: JSON.parse(row.after) as string[], payload } as Event;
}

/** Optional fields may arrive present but undefined, which the canonical form refuses. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, withoutUndefined(entry)]])),
  );
}
