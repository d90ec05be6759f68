/**
 * Machine results on disk, safe to delete: each file begins with the hash of the rest, so a damaged
 * or half-written one reads as absent and is made again. Never flushed, never part of the record.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './blobs.ts';

export type Cache = Readonly<{
  read: (key: string) => Promise<Uint8Array | null>;
  /** A full disk is no reason to fail: the value is made again next time. */
  write: (key: string, bytes: Uint8Array) => Promise<void>;
  readJson: <T>(key: string) => Promise<T | null>;
  writeJson: (key: string, value: unknown) => Promise<void>;
}>;

const headLength = 64;

export async function openCache(folder: string): Promise<Cache> {
  const cache = join(folder, 'cache');
  await mkdir(cache, { recursive: true, mode: 0o700 });
  let writes = 0;
  const pathOf = (key: string): string => join(cache, sha256Of(Buffer.from(key)));

  const read = async (key: string): Promise<Uint8Array | null> => {
    const bytes = await readFile(pathOf(key)).catch(() => null);
    if (!bytes || bytes.length < headLength) return null;
    const body = bytes.subarray(headLength);
    return sha256Of(body) === bytes.toString('latin1', 0, headLength) ? body : null;
  };
  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    writes += 1;
    const path = pathOf(key);
    const partial = `${path}.${writes}.partial`;
    try {
      await writeFile(partial, Buffer.concat([Buffer.from(sha256Of(bytes), 'latin1'), bytes]), { mode: 0o600 });
      await rename(partial, path);
    } catch {
      await rm(partial, { force: true }).catch(() => undefined);
    }
  };
  return {
    read,
    write,
    readJson: async <T>(key: string) => {
      const bytes = await read(key);
      return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as T);
    },
    writeJson: (key, value) => write(key, Buffer.from(JSON.stringify(value))),
  };
}

/** The latest few values by key, so that walking through a document does not read the disk. */
export function recent<T>(limit: number): Readonly<{
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  drop: (key: string) => void;
}> {
  const values = new Map<string, T>();
  return {
    get: (key) => {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    drop: (key) => void values.delete(key),
    set: (key, value) => {
      values.delete(key);
      values.set(key, value);
      const oldest = values.keys().next();
      if (values.size > limit && !oldest.done) values.delete(oldest.value);
    },
  };
}
