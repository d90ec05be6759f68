/**
 * A library is a folder: `library.db`, `objects/` (originals and exports), `backups/`, and what may
 * be deleted at any time while it is closed: `cache/`, `uploads/`.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../shared/api/errors.ts';
import { sentence } from '../../shared/words/words.ts';
import { openBlobs } from './blobs.ts';
import type { Blobs } from './blobs.ts';
import type { Connection } from './store/connection.ts';
import { connect, sqliteCode } from './store/connection.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/open.ts';
import { settingsOf } from './store/queries.ts';

export type Library = Readonly<{
  folder: string;
  store: Store;
  blobs: Blobs;
  /** Tells a second opener who holds the library. */
  setHolder: (person: string) => Promise<void>;
  close: () => Promise<void>;
}>;

/** Rejects with `busy` when held elsewhere, naming the holder, and as `openStore` does. */
export async function openLibrary(folder: string): Promise<Library> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {
    throw new Failure(
      'invalid',
      sentence((words) => words.record.folder(folder)),
    );
  });
  const lock = await takeLock(folder);
  try {
    const store = await openStore(folder);
    const blobs = await openBlobs(folder);
    const person = (await store.read(settingsOf)).get('person') ?? '';
    await lock.setHolder(person);
    return {
      folder,
      store,
      blobs,
      setHolder: lock.setHolder,
      close: async () => {
        await store.close();
        await blobs.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The package closes a connection that is no longer referenced, and the lock would go with it. */
const held = new Set<Connection>();

type Lock = Readonly<{ setHolder: (person: string) => Promise<void>; release: () => Promise<void> }>;

const holder = z.object({ person: z.string(), machine: z.string(), pid: z.number() });

/**
 * The lock is the operating system's, held through an SQLite transaction that is never committed:
 * when its process dies in whatever way, the lock is gone, so there is nothing stale to judge. The
 * file beside it only says who the holder is.
 */
async function takeLock(folder: string): Promise<Lock> {
  const notes = join(folder, 'owner.json');
  const connection = await connect(join(folder, 'owner.lock')).catch(() => {
    throw new Failure(
      'invalid',
      sentence((words) => words.record.folder(folder)),
    );
  });
  try {
    await connection.all('pragma busy_timeout = 300');
    await connection.run('begin exclusive');
  } catch (error) {
    await connection.close();
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
    const { person, machine, pid } = await readHolder(notes);
    throw new Failure(
      'busy',
      sentence((words) => words.record.held(person, machine, pid)),
    );
  }
  held.add(connection);
  const setHolder = (person: string): Promise<void> =>
    writeFile(notes, `${JSON.stringify({ person, machine: hostname(), pid: process.pid })}\n`, { mode: 0o600 });
  return {
    setHolder,
    release: async () => {
      await rm(notes, { force: true });
      held.delete(connection);
      await connection.close();
    },
  };
}

async function readHolder(notes: string): Promise<z.infer<typeof holder>> {
  try {
    return holder.parse(JSON.parse(await readFile(notes, 'utf8')));
  } catch {
    return { person: '', machine: '?', pid: 0 };
  }
}
