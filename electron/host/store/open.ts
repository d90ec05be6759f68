/** Opens a library's database: settings that keep every acknowledged row, read back; then the structure. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Failure } from '../../../shared/api/errors.ts';
import { sentence } from '../../../shared/words/words.ts';
import type { Connection } from './connection.ts';
import { connect, sqliteCode } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { asFailure, storageDamaged } from './failures.ts';
import { migrate, userVersion } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { migrations as known } from './migrations/index.ts';
import type { Reads, Tables, Writes } from './schema.ts';
import { syncPath } from '../disk.ts';

export type Store = Readonly<{
  /** Reads one consistent state. */
  read: <T>(work: (reads: Reads) => Promise<T>) => Promise<T>;
  /** One transaction; when it resolves, what was written is on the disk. Rejects with `Failure`. */
  write: <T>(work: (writes: Writes) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

/** A quick check of a large library stops after this long; it is a look, not a proof. */
const checkForMs = 5000;

const settings: Readonly<Record<string, number>> = {
  foreign_keys: 1,
  // Else REPLACE would pass by the triggers that guard the events.
  recursive_triggers: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  wal_autocheckpoint: 1000,
  fullfsync: 1,
  secure_delete: 1,
  temp_store: 2,
};

/**
 * Opens or creates `<folder>/library.db`. Rejects with `storage-damaged`, `storage-full`, or
 * `conflict` for a newer structure. Never deletes or replaces a database.
 */
export async function openStore(folder: string, migrations: readonly Migration[] = known): Promise<Store> {
  const file = join(folder, 'library.db');
  try {
    const writer = await connect(file);
    try {
      await setUp(writer, folder);
      await check(writer, folder);
      await migrate(writer, migrations, (version) => copyAside(writer, folder, version));
      const reader = await connect(file);
      await configure(reader);
      await reader.run('pragma query_only = 1');
      return storeOf(folder, writer, reader);
    } catch (error) {
      await writer.close().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw await asFailure(error, folder);
  }
}

function storeOf(folder: string, writer: Connection, reader: Connection): Store {
  const writes = new Kysely<Tables>({ dialect: sqliteDialect(writer, 'begin immediate') });
  const reads = new Kysely<Tables>({ dialect: sqliteDialect(reader, 'begin') });
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw await asFailure(error, folder);
    }
  };
  return {
    read: (work) => guarded(() => reads.transaction().execute(work)),
    write: (work) => guarded(() => writes.transaction().execute(work)),
    close: async () => {
      await reads.destroy();
      await writes.destroy();
      // Kysely closes only what it used.
      await Promise.all([reader, writer].map((connection) => connection.close().catch(() => undefined)));
    },
  };
}

async function setUp(connection: Connection, folder: string): Promise<void> {
  await configure(connection);
  const mode = (await connection.all('pragma journal_mode = wal'))[0]?.['journal_mode'];
  // Some network disks refuse WAL without an error. Then only DELETE with EXTRA keeps every commit.
  const synchronous = mode === 'wal' ? 2 : 3;
  if (mode !== 'wal') {
    const fallback = (await connection.all('pragma journal_mode = delete'))[0]?.['journal_mode'];
    if (fallback !== 'delete')
      throw new Failure(
        'internal',
        sentence((words) => words.record.folder(folder)),
      );
  }
  await set(connection, 'synchronous', synchronous);
}

async function configure(connection: Connection): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await set(connection, name, value);
}

async function set(connection: Connection, name: string, value: number): Promise<void> {
  await connection.all(`pragma ${name} = ${value}`);
  const row = (await connection.all(`pragma ${name}`))[0];
  const found = row ? Object.values(row)[0] : undefined;
  // SQLite built without memory mapping has no such setting to read.
  if (found === undefined && name === 'mmap_size') return;
  if (found !== value) throw new Error(`SQLite keeps ${name} at ${String(found)} instead of ${value}`);
}

async function check(connection: Connection, folder: string): Promise<void> {
  const timer = setTimeout(() => connection.interrupt(), checkForMs);
  try {
    const rows = await connection.all('pragma quick_check(1)');
    if (rows[0]?.['quick_check'] !== 'ok') throw storageDamaged(folder);
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_INTERRUPT') throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A verified copy in `backups/`, taken before the structure changes. */
async function copyAside(connection: Connection, folder: string, version: number): Promise<void> {
  const backups = join(folder, 'backups');
  await mkdir(backups, { recursive: true, mode: 0o700 });
  const partial = join(backups, 'upgrade.partial');
  await rm(partial, { force: true });
  try {
    await connection.run('vacuum into ?', [partial]);
    await verifyCopy(connection, partial, version);
    await syncPath(partial);
    await rename(partial, freeName(backups, version));
    await syncPath(backups);
  } catch {
    await rm(partial, { force: true });
    throw new Failure(
      'storage-full',
      sentence((words) => words.record.copyFailed),
    );
  }
}

async function verifyCopy(original: Connection, file: string, version: number): Promise<void> {
  const copy = await connect(file);
  try {
    const intact = (await copy.all('pragma integrity_check'))[0]?.['integrity_check'] === 'ok';
    const head = 'select count(*) as count, (select hash from events order by seq desc limit 1) as hash from events';
    const same = JSON.stringify(await copy.all(head)) === JSON.stringify(await original.all(head));
    if (!intact || !same || (await userVersion(copy)) !== version) throw new Error('The copy differs');
  } finally {
    await copy.close();
  }
}

function freeName(backups: string, version: number): string {
  for (let n = 1; ; n += 1) {
    const name = join(backups, `before-upgrade-from-${version}-${n}.db`);
    if (!existsSync(name)) return name;
  }
}
