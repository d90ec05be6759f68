/**
 * Files into matters. Each file has a row that says how far it is; a file that cannot be read costs
 * its own row and nothing else. Nothing of a file is in the record before its review is done.
 */
import type { ImportJob, ImportRow, Notification } from '../../shared/api/contract.ts';
import type { Input } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import type { Document } from '../../shared/document/model.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import type { FileRef, NewEvent } from '../../shared/review/events.ts';
import { openingFields } from '../../shared/review/opening.ts';
import type { Day, DocumentKind, SubKind } from '../../shared/rules/rule.ts';
import { sentence, words } from '../../shared/words/words.ts';
import type { Acts } from './acts.ts';
import { sha256Of } from './blobs.ts';
import type { Blobs } from './blobs.ts';
import type { Documents } from './documents.ts';
import { unreadable } from './documents.ts';
import type { RandomId } from './ports.ts';
import { reviewFields, reviewRun } from './reviews.ts';
import type { Reviews } from './reviews.ts';
import type { Rulebooks } from './rulebooks.ts';
import { silenceIn } from './silence.ts';
import type { Store } from './store/open.ts';
import { matterHolding, nextNumber } from './store/queries.ts';
import type { Reads } from './store/schema.ts';
import { baseName, expanded, source } from './zipped.ts';
import type { Source, Unzip } from './zipped.ts';

export type Imports = Readonly<{
  start: (input: Input<'import.start'>) => Promise<ImportJob>;
  /** Bytes the host has itself: pasted text, the sample. */
  add: (file: Readonly<{ name: string; bytes: Uint8Array }>, sample: boolean) => ImportJob;
  status: (job: string) => ImportJob;
  cancel: (job: string, row: number | null) => ImportJob;
  /** Cancels what has not been recorded and waits for what is being recorded. */
  close: () => Promise<void>;
}>;

export type ImportPorts = Readonly<{
  store: Store;
  blobs: Blobs;
  documents: Documents;
  reviews: Reviews;
  rulebooks: Rulebooks;
  acts: Acts;
  recogniseKind: (document: Document) => Readonly<{ kind: DocumentKind; subKind: SubKind }>;
  unzip: Unzip;
  randomId: RandomId;
  today: () => Day;
  notify: (notification: Notification) => void;
  log: (line: string) => void;
}>;

/** Files read at the same time. */
const abreast = 2;

/** Finished jobs that can still be asked for. */
const remembered = 50;

type Row = { state: ImportRow; readonly source: Source; readonly abort: AbortController };
/** `into`: the matter whose next version the files are; null for files that open matters. */
type Job = {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly sample: boolean;
  readonly into: string | null;
};
type Read = Readonly<{ row: Row; file: FileRef; document: Document; kind: DocumentKind; subKind: SubKind }>;

export function openImports(ports: ImportPorts): Imports {
  const { store, blobs, documents, reviews, rulebooks, acts, randomId, today, notify, log } = ports;
  const jobs = new Map<string, Job>();
  const running = new Set<Promise<void>>();
  const turn = turns(abreast);

  const tell = (job: Job): void => notify({ kind: 'import', job: shown(job) });

  const set = (job: Job, row: Row, change: Partial<ImportRow>): void => {
    row.state = { ...row.state, ...change };
    tell(job);
  };

  /** Runs one step of a row; answers null when the row has come to its end without it. */
  const step = async <T>(job: Job, row: Row, work: () => Promise<T>): Promise<T | null> => {
    try {
      row.abort.signal.throwIfAborted();
      return await work();
    } catch (error) {
      if (row.abort.signal.aborted) set(job, row, { state: 'cancelled' });
      else set(job, row, { state: 'failed', ...told(error, row.state.name, log) });
      return null;
    }
  };

  const read = (job: Job, row: Row, known: (reads: Reads, sha256: string) => Promise<string | null>) =>
    turn(() =>
      step(job, row, async (): Promise<Read | null> => {
        set(job, row, { state: 'reading' });
        const bytes = await row.source.bytes();
        const sha256 = sha256Of(bytes);
        const holder = await store.read((reads) => known(reads, sha256));
        if (holder !== null) {
          set(job, row, { state: 'duplicate', matter: holder });
          return null;
        }
        const { name } = row.state;
        const document = await documents.read({ name, bytes, sha256 }, row.abort.signal);
        row.abort.signal.throwIfAborted();
        set(job, row, { state: 'checking' });
        await blobs.put(bytes);
        const file: FileRef = { sha256, name, format: document.format, role: 'main' };
        return { row, file, document, ...ports.recogniseKind(document) };
      }),
    );

  /** Opens a matter of files that were read; the first is the main document. */
  const open = async (job: Job, files: readonly [Read, ...Read[]]): Promise<string> => {
    const [main] = files;
    const refs = refsOf(files);
    const { document, kind, subKind } = main;
    const fileName = main.file.name;
    const facts = await reviews.facts(main.file);
    const fields = openingFields({ document, facts, kind, subKind, fileName, today: today() });
    const report = await reviews.report(refs, fields);
    const rules = await rulebooks.current();
    const matter = randomId();
    const version = randomId();
    main.row.abort.signal.throwIfAborted();
    return acts
      .record(async (reads) => {
        // Two files with the same content may have been read side by side.
        const holder = await matterHolding(reads, main.file.sha256, true);
        if (holder !== null) return { events: [], answer: holder };
        const place = { id: matter, fields, decisions: {}, reopened: [] };
        const silence = await silenceIn(reads, place, report.findings);
        const number = await nextNumber(reads, Number(today().slice(0, 4)));
        const purpose = words.zh.record.firstVersion;
        const events: readonly NewEvent[] = [
          { matter, kind: 'matter-opened', payload: { number, fields, sample: job.sample } },
          { matter, kind: 'version-added', payload: { version, ordinal: 1, purpose, files: refs } },
          { matter, kind: 'review-run', payload: reviewRun(version, fields, report, rules, silence.suppressions) },
        ];
        const silenced = new Set(silence.by.keys());
        return { events, answer: matter, marks: { matter, findings: report.findings, silenced } };
      })
      .then((holder) => {
        if (holder !== matter) throw new Known(holder);
        return matter;
      });
  };

  /** Adds files that were read to a matter as its next version. */
  const extend = async (matter: string, files: readonly [Read, ...Read[]]): Promise<string> => {
    const refs = refsOf(files);
    // What cannot be reviewed must not be recorded first.
    await reviews.report(refs, reviewFields((await acts.state(matter)).fields));
    files[0].row.abort.signal.throwIfAborted();
    const state = await acts.act(matter, ({ versions }) => {
      const last = versions.at(-1);
      if (last && last.files.map(({ sha256 }) => sha256).join() === refs.map(({ sha256 }) => sha256).join()) {
        throw new Known(matter);
      }
      const ordinal = (last?.ordinal ?? 0) + 1;
      const purpose = words.zh.record.nextVersion;
      return [{ matter, kind: 'version-added', payload: { version: randomId(), ordinal, purpose, files: refs } }];
    });
    await acts.reviewed(state);
    return matter;
  };

  const separate = async (job: Job): Promise<void> => {
    await Promise.all(
      job.rows.map(async (row) => {
        const file = await read(job, row, matterHolding);
        if (file) await settle(job, [file]);
      }),
    );
  };

  const together = async (job: Job): Promise<void> => {
    // An annex may well be the same in many matters; only a main document makes a duplicate.
    const all = await Promise.all(job.rows.map((row) => read(job, row, async () => null)));
    const files = distinct(all.filter((file) => file !== null && file.row.state.state === 'checking') as Read[]);
    const [main, ...annexes] = mainFirst(files);
    if (main) await settle(job, [main, ...annexes]);
    for (const row of job.rows) {
      if (row.state.state === 'checking') set(job, row, { state: 'duplicate', matter: main?.row.state.matter ?? null });
    }
  };

  const settle = async (job: Job, files: readonly [Read, ...Read[]]): Promise<void> => {
    try {
      const matter = await (job.into === null ? open(job, files) : extend(job.into, files));
      for (const { row } of files) row.state = { ...row.state, state: 'done', matter };
    } catch (error) {
      const [main, ...annexes] = files;
      if (error instanceof Known) {
        const known = sentence((say) => say.record.mainKnown);
        main.row.state = { ...main.row.state, state: 'duplicate', matter: error.matter };
        for (const { row } of annexes) {
          row.state = { ...row.state, state: 'cancelled', message: known.zh, english: known.en };
        }
      } else {
        const aborted = main.row.abort.signal.aborted;
        const end = aborted ? { state: 'cancelled' as const } : { state: 'failed' as const };
        for (const { row } of files) {
          row.state = { ...row.state, ...end, ...(aborted ? {} : told(error, row.state.name, log)) };
        }
      }
    }
    tell(job);
  };

  const begin = (sources: readonly Source[], asOne: boolean, origin: Pick<Job, 'sample' | 'into'>): Job => {
    const rows = sources.map((file): Row => ({
      source: file,
      abort: new AbortController(),
      state: waiting(file.name),
    }));
    const job: Job = { id: randomId(), rows, ...origin };
    jobs.set(job.id, job);
    forgetOld(jobs);
    const run = (asOne ? together(job) : separate(job)).catch((error: unknown) => {
      for (const row of job.rows) {
        if (!isEnded(row.state)) set(job, row, { state: 'failed', ...told(error, row.state.name, log) });
      }
    });
    running.add(run);
    void run.finally(() => running.delete(run));
    return job;
  };

  const find = (id: string): Job => {
    const job = jobs.get(id);
    if (!job) {
      throw new Failure(
        'not-found',
        sentence((say) => say.record.noJob),
      );
    }
    return job;
  };

  const cancel = (job: Job, at: number | null): void => {
    for (const [index, row] of job.rows.entries()) {
      if ((at === null || at === index) && !isEnded(row.state)) row.abort.abort();
      if (row.abort.signal.aborted && row.state.state === 'waiting') row.state = { ...row.state, state: 'cancelled' };
    }
    tell(job);
  };

  return {
    start: async ({ uploads, grouping, into = null }) => {
      if (into !== null) await acts.state(into);
      const sources: Source[] = [];
      for (const { upload, name } of uploads) {
        const plain: Source = { name: baseName(name), bytes: () => takeUpload(blobs, upload, name) };
        sources.push(...(/\.zip$/iu.test(name) ? await expanded(plain, ports.unzip) : [plain]));
      }
      const asOne = into !== null || (grouping === 'together' && sources.length > 1);
      return shown(begin(sources, asOne, { sample: false, into }));
    },
    add: ({ name, bytes }, sample) => shown(begin([source(name, bytes)], false, { sample, into: null })),
    status: (id) => shown(find(id)),
    cancel: (id, row) => {
      const job = find(id);
      cancel(job, row);
      return shown(job);
    },
    close: async () => {
      for (const job of jobs.values()) cancel(job, null);
      await Promise.all(running);
    },
  };
}

/** Thrown when the main file turns out to be in the library already. */
class Known extends Error {
  readonly matter: string;

  constructor(matter: string) {
    super('Already in the library');
    this.matter = matter;
  }
}

function waiting(name: string): ImportRow {
  return { name, state: 'waiting', matter: null, message: null, english: null };
}

function shown(job: Job): ImportJob {
  const rows = job.rows.map((row) => row.state);
  return { job: job.id, rows, done: rows.every(isEnded) };
}

function isEnded({ state }: ImportRow): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled' || state === 'duplicate';
}

/** The sentence of a failed row; what has none of its own is logged and told as an internal fault. */
function told(error: unknown, name: string, log: (line: string) => void): Pick<ImportRow, 'message' | 'english'> {
  const failure = unreadable(error, name);
  if (failure instanceof Failure) return { message: failure.message, english: failure.english };
  log(JSON.stringify({ fault: 'import', error: failure instanceof Error ? failure.name : typeof failure }));
  const { zh, en } = sentence((say) => say.record.internal);
  return { message: zh, english: en };
}

/** The first is the main document. */
function refsOf(files: readonly Read[]): FileRef[] {
  return files.map(({ file }, at): FileRef => ({ ...file, role: at === 0 ? 'main' : 'annex' }));
}

/** The same file twice in one group is one file. */
function distinct(files: readonly Read[]): Read[] {
  return files.filter((file, at) => files.findIndex((other) => other.file.sha256 === file.file.sha256) === at);
}

/** The first file leads, unless it is of no reviewable kind (a price list) and a later one is. */
function mainFirst(files: readonly Read[]): Read[] {
  const main = files.find((file) => file.kind !== 'other') ?? files[0];
  return main ? [main, ...files.filter((file) => file !== main)] : [];
}

async function takeUpload(blobs: Blobs, upload: string, name: string): Promise<Uint8Array> {
  const bytes = await blobs.take(upload);
  if (!bytes) {
    throw new Failure(
      'not-found',
      sentence((say) => say.record.noUpload(name)),
    );
  }
  if (bytes.length === 0) throw new Unreadable('empty');
  return bytes;
}

function forgetOld(jobs: Map<string, Job>): void {
  const ended = [...jobs.values()].filter((job) => job.rows.every((row) => isEnded(row.state)));
  for (const job of ended.slice(0, Math.max(0, ended.length - remembered))) jobs.delete(job.id);
}

/** Lets a few go at a time; the others wait in line. */
function turns(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going >= limit) await new Promise<void>((resolve) => line.push(resolve));
    else going += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else going -= 1;
    }
  };
}
