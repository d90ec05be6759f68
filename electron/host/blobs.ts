/**
 * Files by content. `objects/` holds originals and exports under their SHA-256 and is part of the
 * record; `uploads/` holds what came in and is not used yet.
 */
import { createHash } from 'node:crypto';
import { open, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../shared/api/errors.ts';
import { sentence } from '../../shared/words/words.ts';
import { writeDurably } from './disk.ts';
import { asFailure } from './store/failures.ts';

export type Blobs = Readonly<{
  /** Keeps bytes durably; answers their SHA-256. Rejects with `storage-full`. */
  put: (bytes: Uint8Array) => Promise<string>;
  /** The bytes, verified; null when absent. Rejects with `storage-damaged` when they changed. */
  get: (sha256: string, name: string) => Promise<Uint8Array | null>;
  /** Takes a file in under a given id. Rejects with `storage-full`, or `invalid` when too large. */
  receive: (id: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>;
  /** The bytes of an upload, once: it is gone afterwards. Null when there is none. */
  take: (id: string) => Promise<Uint8Array | null>;
  close: () => Promise<void>;
}>;

/** Largest file that is taken in, in megabytes: the limit for PDF. */
export const uploadLimitMb = 500;

const hashPattern = /^[0-9a-f]{64}$/;
const uploadPattern = /^[0-9a-f]{32}$/;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function openBlobs(folder: string, limitMb = uploadLimitMb): Promise<Blobs> {
  const objects = join(folder, 'objects');
  const uploads = join(folder, 'uploads');
  await mkdir(objects, { recursive: true, mode: 0o700 });
  // What a killed program left is of no use: nobody knows the ids any more.
  await rm(uploads, { recursive: true, force: true });
  await mkdir(uploads, { mode: 0o700 });
  return {
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const path = join(objects, sha256);
      try {
        if (!(await hasSize(path, bytes.length))) await writeDurably(path, bytes);
      } catch (error) {
        throw await asFailure(error, folder);
      }
      return sha256;
    },
    get: async (sha256, name) => {
      if (!hashPattern.test(sha256)) return null;
      const bytes = await readOrNull(join(objects, sha256));
      if (bytes && sha256Of(bytes) !== sha256) {
        throw new Failure(
          'storage-damaged',
          sentence((words) => words.record.objectDamaged(name)),
        );
      }
      return bytes;
    },
    receive: async (id, chunks) => {
      const path = join(uploads, id);
      try {
        await writeStream(path, chunks, limitMb);
      } catch (error) {
        await rm(path, { force: true });
        throw await asFailure(error, folder);
      }
    },
    take: async (id) => {
      if (!uploadPattern.test(id)) return null;
      const path = join(uploads, id);
      const bytes = await readOrNull(path);
      await rm(path, { force: true });
      return bytes;
    },
    close: () => rm(uploads, { recursive: true, force: true }),
  };
}

async function writeStream(path: string, chunks: AsyncIterable<Uint8Array>, limitMb: number): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    let written = 0;
    for await (const chunk of chunks) {
      written += chunk.length;
      if (written > limitMb * 1024 * 1024) {
        throw new Failure(
          'invalid',
          sentence((words) => words.record.uploadTooLarge(limitMb)),
        );
      }
      await handle.writeFile(chunk);
    }
  } finally {
    await handle.close();
  }
}

async function hasSize(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch {
    return false;
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
