/** Files on their way into the register: first uploaded by this window, then read by the host's job. */
import { create } from 'zustand';
import type { ImportJob, ImportRow } from '../../shared/api/contract.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { NamedFile } from './files.ts';

export type Upload = Readonly<{
  name: string;
  state: 'uploading' | 'uploaded' | 'failed' | 'cancelled';
  error: ApiError | null;
}>;

/** What was dropped or chosen at once. */
export type Batch = Readonly<{
  id: string;
  uploads: readonly Upload[];
  job: ImportJob | null;
  /** The matter whose next version its files are to be; null for files that open matters. */
  into: string | null;
}>;

export type ProgressRow = Readonly<{
  key: string;
  /** The matter whose next version it is to be; null for a file that opens one. */
  into: string | null;
  name: string;
  state: ImportRow['state'] | 'uploading';
  matter: string | null;
  zh: string | null;
  en: string | null;
  /** Where to cancel it: an upload of this window, or a row of the host's job. */
  cancel:
    Readonly<{ kind: 'upload'; batch: string; at: number }> | Readonly<{ kind: 'job'; job: string; at: number }> | null;
}>;

type Imports = Readonly<{
  batches: readonly Batch[];
  dismissed: ReadonlySet<string>;
  /** Several files that wait for the question: one matter, or one each. */
  asking: readonly NamedFile[] | null;
}>;

export const useImports = create<Imports>(() => ({ batches: [], dismissed: new Set(), asking: null }));

export function ask(files: readonly NamedFile[] | null): void {
  useImports.setState({ asking: files });
}

export function addBatch(id: string, names: readonly string[], into: string | null = null): void {
  const uploads = names.map((name): Upload => ({ name, state: 'uploading', error: null }));
  useImports.setState(({ batches }) => ({ batches: [...batches, { id, uploads, job: null, into }] }));
}

export function setUpload(batch: string, at: number, change: Partial<Upload>): void {
  useImports.setState(({ batches }) => ({
    batches: batches.map((one) =>
      one.id === batch
        ? { ...one, uploads: one.uploads.map((upload, index) => (index === at ? { ...upload, ...change } : upload)) }
        : one,
    ),
  }));
}

/** Ties the host's job to the batch it was started from. */
export function setJob(batch: string, job: ImportJob): void {
  useImports.setState(({ batches }) => ({ batches: withJob(batches, job, batch) }));
}

/** Takes a job as the host tells it, also one that another window started. */
export function absorbJob(job: ImportJob): void {
  useImports.setState(({ batches }) => ({ batches: withJob(batches, job, null) }));
}

export function dismissRows(rowKeys: readonly string[]): void {
  useImports.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, ...rowKeys]) }));
}

/** A reply and a notification may cross: the job that is further on stays. */
export function withJob(batches: readonly Batch[], job: ImportJob, owner: string | null): readonly Batch[] {
  const known = batches.find((batch) => batch.job?.job === job.job);
  const newest = known?.job && progressOf(known.job) > progressOf(job) ? known.job : job;
  const target = owner ?? known?.id ?? null;
  if (target === null) return [...batches, { id: job.job, uploads: [], job: newest, into: null }];
  return batches
    .filter((batch) => batch.id === target || batch.job?.job !== job.job)
    .map((batch) => (batch.id === target ? { ...batch, job: newest } : batch));
}

const rank: Readonly<Record<ImportRow['state'], number>> = {
  waiting: 0,
  reading: 1,
  checking: 2,
  done: 3,
  failed: 3,
  cancelled: 3,
  duplicate: 3,
};

function progressOf(job: ImportJob): number {
  return job.rows.reduce((sum, row) => sum + rank[row.state], job.done ? 1 : 0);
}

export function isSettled(state: ProgressRow['state']): boolean {
  return state !== 'uploading' && rank[state] === 3;
}

/** The rows to show: uploads until their job has begun (failed ones stay), then the job's own rows. */
export function progressRows({ batches, dismissed }: Pick<Imports, 'batches' | 'dismissed'>): readonly ProgressRow[] {
  return batches.flatMap((batch) => [...uploadRows(batch), ...jobRows(batch)]).filter(({ key }) => !dismissed.has(key));
}

function uploadRows(batch: Batch): ProgressRow[] {
  return batch.uploads.flatMap((upload, at): ProgressRow[] => {
    if (batch.job && (upload.state === 'uploaded' || upload.state === 'uploading')) return [];
    const open = upload.state === 'uploading' || upload.state === 'uploaded';
    return [
      {
        key: `${batch.id}/upload/${at}`,
        into: batch.into,
        name: upload.name,
        state: upload.state === 'failed' || upload.state === 'cancelled' ? upload.state : 'uploading',
        matter: null,
        zh: upload.error?.message ?? null,
        en: upload.error?.english ?? null,
        cancel: open ? { kind: 'upload', batch: batch.id, at } : null,
      },
    ];
  });
}

function jobRows({ job, into }: Batch): ProgressRow[] {
  return (job?.rows ?? []).map((row, at) => ({
    key: `${job?.job ?? ''}/row/${at}`,
    into,
    name: row.name,
    state: row.state,
    matter: row.matter,
    zh: row.message,
    en: row.english,
    cancel: job && rank[row.state] < 3 ? { kind: 'job', job: job.job, at } : null,
  }));
}
