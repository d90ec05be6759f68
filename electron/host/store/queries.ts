/** What the service asks of the projections. */
import type { MatterRow } from '../../../shared/api/contract.ts';
import type { FileRef } from '../../../shared/review/events.ts';
import type { Severity } from '../../../shared/rules/rule.ts';
import { grouped } from './grouped.ts';
import type { Reads, Tables } from './schema.ts';

export async function settingsOf(reads: Reads): Promise<ReadonlyMap<string, string>> {
  const rows = await reads.selectFrom('settings').selectAll().execute();
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/** The register, newest first; one matter of it when `matter` is given. */
export async function matterRows(reads: Reads, matter?: string): Promise<MatterRow[]> {
  const matters = await reads
    .selectFrom('matters')
    .selectAll()
    .$if(matter !== undefined, (query) => query.where('id', '=', matter ?? ''))
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  const counts = await reads
    .selectFrom('marks')
    .leftJoin('decisions', (join) =>
      join.onRef('decisions.matter', '=', 'marks.matter').onRef('decisions.finding', '=', 'marks.finding'),
    )
    .select((select) => [
      'marks.matter',
      'marks.severity',
      select.fn.countAll<number>().as('all'),
      select.fn.count<number>('decisions.kind').as('decided'),
      select.fn.sum<number | null>('marks.silenced').as('silenced'),
    ])
    .$if(matter !== undefined, (query) => query.where('marks.matter', '=', matter ?? ''))
    .groupBy(['marks.matter', 'marks.severity'])
    .execute();
  const files = await reads
    .selectFrom('files')
    .select((select) => ['matter', select.fn.count<number>('sha256').distinct().as('count')])
    .$if(matter !== undefined, (query) => query.where('matter', '=', matter ?? ''))
    .groupBy('matter')
    .execute();
  const countsBy = grouped(counts, (count) => count.matter);
  const filesBy = new Map(files.map((row) => [row.matter, row.count]));
  return matters.map((row) => matterRowOf(row, countsBy.get(row.id) ?? [], filesBy.get(row.id) ?? 0));
}

type Count = Readonly<{ severity: string; all: number; decided: number; silenced: number | null }>;

function matterRowOf(row: Tables['matters'], counts: readonly Count[], files: number): MatterRow {
  const count = (severity: Severity): number => counts.find((entry) => entry.severity === severity)?.all ?? 0;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    kind: row.kind as MatterRow['kind'],
    subKind: row.sub_kind as MatterRow['subKind'],
    unit: row.unit,
    counterparty: row.counterparty,
    amountFen: row.amount_fen,
    urgent: row.urgent === 1,
    openedAt: row.opened_at,
    reviewer: row.reviewer,
    sample: row.sample === 1,
    version: row.version,
    files,
    counts: { high: count('high'), medium: count('medium'), low: count('low'), notice: count('notice') },
    open: counts.reduce((sum, { all, decided, silenced }) => sum + all - decided - (silenced ?? 0), 0),
    items: row.items,
    exported: row.exports > 0,
  };
}

/** The next number of a year's series: 2026-0001, 2026-0002, … */
export async function nextNumber(reads: Reads, year: number): Promise<string> {
  const last = await reads.selectFrom('matters').select('number').where('number', 'like', `${year}-%`).execute();
  const highest = Math.max(0, ...last.map(({ number }) => Number(number.slice(5))).filter(Number.isInteger));
  return `${year}-${String(highest + 1).padStart(4, '0')}`;
}

/** A matter that holds this file already; main documents alone when `mainOnly`. */
export async function matterHolding(reads: Reads, sha256: string, mainOnly = false): Promise<string | null> {
  const row = await reads
    .selectFrom('files')
    .select('matter')
    .where('sha256', '=', sha256)
    .$if(mainOnly, (query) => query.where('role', '=', 'main'))
    .executeTakeFirst();
  return row?.matter ?? null;
}

/** The file of this hash as some version names it. */
export async function fileOf(reads: Reads, sha256: string): Promise<FileRef | null> {
  const row = await reads
    .selectFrom('files')
    .select(['sha256', 'name', 'format', 'role'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return (row as FileRef | undefined) ?? null;
}

export async function hasMatters(reads: Reads): Promise<boolean> {
  return (await reads.selectFrom('matters').select('id').executeTakeFirst()) !== undefined;
}
