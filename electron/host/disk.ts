/** Writing so that a file is there in full or not at all, also after a power cut. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Counts writes, so that two of the same target at one time do not share a partial file. */
let writes = 0;

/**
 * Writes beside the target, flushes, renames, flushes the folder. On an error nothing is left
 * behind and the target is as it was. `mode` is the new file's, less the umask: its owner's alone unless said.
 */
export async function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): Promise<void> {
  const partial = `${path}.${process.pid}-${(writes += 1)}.partial`;
  try {
    const handle = await open(partial, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncPath(dirname(path));
}

/** Flushes a file or a folder's entries to the disk; Windows cannot open folders and needs none. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (process.platform === 'win32') return null;
    throw error;
  });
  try {
    await handle?.sync().catch((error: unknown) => {
      if (process.platform !== 'win32') throw error;
    });
  } finally {
    await handle?.close();
  }
}
