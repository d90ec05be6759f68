/** Carries files to the host and starts the job that reads them. */
import { words } from '../../shared/words/words.ts';
import { errorOf, type Desk } from '../queries.ts';
import { notify } from '../store.ts';
import { gather, mainFirst, type Grouping, type NamedFile } from './files.ts';
import { addBatch, ask, setJob, setUpload, useImports, type ProgressRow } from './imports.ts';

const parallel = 3;
const most = 500;
const aborts = new Map<string, AbortController>();
let batchCount = 0;

/** What was dropped or chosen: unpacked, then opened at once, or asked about when there are several. */
export async function offer(desk: Desk, found: readonly NamedFile[]): Promise<void> {
  const { zh, en } = words;
  const { files, refused } = await gather(found);
  for (const { name, reason } of refused) {
    notify('error', { zh: zh.register.zip[reason](name), en: en.register.zip[reason](name) });
  }
  const [first] = files;
  if (files.length > most) {
    const count = files.length;
    notify('error', { zh: zh.register.importing.tooMany(count), en: en.register.importing.tooMany(count) });
  } else if (files.length > 1) {
    ask(files);
  } else if (first) {
    await startImport(desk, [first], 'separate');
  } else if (refused.length === 0) {
    notify('error', { zh: zh.register.importing.noFiles, en: en.register.importing.noFiles });
  }
}

/**
 * With `into`, the files become the next version of that matter. With `together`, the file at `main` becomes the main document; if it is lost,
 * nothing is opened.
 */
export async function startImport(
  desk: Desk,
  files: readonly NamedFile[],
  grouping: Grouping,
  { main = 0, into }: Readonly<{ main?: number; into?: string }> = {},
): Promise<void> {
  const ordered = mainFirst(files, main);
  batchCount += 1;
  const batch = `batch-${batchCount}`;
  addBatch(
    batch,
    ordered.map(({ name }) => name),
    into,
  );
  const ids = await uploadAll(desk, batch, ordered);
  const uploads = ordered.flatMap(({ name }, at) => {
    const upload = ids[at];
    return upload && stateOf(batch, at) === 'uploaded' ? [{ upload, name }] : [];
  });
  const mainLost = grouping === 'together' && stateOf(batch, 0) !== 'uploaded';
  if (mainLost && uploads.length > 0) {
    const { zh, en } = words;
    notify('error', { zh: zh.register.importing.mainLost, en: en.register.importing.mainLost });
  }
  if (mainLost)
    ordered.forEach((_, at) => stateOf(batch, at) === 'uploaded' && setUpload(batch, at, { state: 'cancelled' }));
  if (mainLost || uploads.length === 0) return;
  try {
    setJob(batch, await desk.client.call('import.start', { uploads, grouping, ...(into ? { into } : {}) }));
  } catch (fault) {
    const error = errorOf(fault);
    ordered.forEach((_, at) => stateOf(batch, at) === 'uploaded' && setUpload(batch, at, { state: 'failed', error }));
  }
}

/** A few at a time, in order; a failure stays with its own file. */
async function uploadAll(desk: Desk, batch: string, files: readonly NamedFile[]): Promise<readonly (string | null)[]> {
  const ids: (string | null)[] = files.map(() => null);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const at = next;
      next += 1;
      const file = files[at]?.file;
      if (file && stateOf(batch, at) === 'uploading') ids[at] = await uploadOne(desk, batch, at, file);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return ids;
}

async function uploadOne(desk: Desk, batch: string, at: number, file: Blob): Promise<string | null> {
  const abort = new AbortController();
  aborts.set(`${batch}/${at}`, abort);
  try {
    const id = await desk.door.upload(file, abort.signal);
    /* It may have arrived just as it was cancelled. */
    setUpload(batch, at, { state: abort.signal.aborted ? 'cancelled' : 'uploaded' });
    return id;
  } catch (fault) {
    setUpload(batch, at, abort.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error: errorOf(fault) });
    return null;
  } finally {
    aborts.delete(`${batch}/${at}`);
  }
}

function stateOf(batch: string, at: number): string | undefined {
  return useImports.getState().batches.find(({ id }) => id === batch)?.uploads[at]?.state;
}

/** Takes back an upload that the host's job does not know yet. */
export function cancelUpload(cancel: Extract<ProgressRow['cancel'], { kind: 'upload' }>): void {
  aborts.get(`${cancel.batch}/${cancel.at}`)?.abort();
  setUpload(cancel.batch, cancel.at, { state: 'cancelled' });
}
