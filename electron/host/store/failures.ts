/** What SQLite and the file system report, as failures with a sentence. */
import { statfs } from 'node:fs/promises';
import { Failure } from '../../../shared/api/errors.ts';
import { sentence } from '../../../shared/words/words.ts';
import { sqliteCode } from './connection.ts';

/** Below this many free bytes an I/O error is put down to the full disk. */
const scarce = 1024 * 1024;

export function storageFull(): Failure {
  return new Failure(
    'storage-full',
    sentence((words) => words.record.full),
  );
}

export function storageDamaged(folder: string): Failure {
  return new Failure(
    'storage-damaged',
    sentence((words) => words.record.damaged(folder)),
  );
}

/** Turns a storage error into its failure; anything else comes back as it is. */
export async function asFailure(error: unknown, folder: string): Promise<unknown> {
  const code = sqliteCode(error) ?? systemCode(error);
  switch (code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return storageFull();
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return storageDamaged(folder);
    case 'SQLITE_IOERR':
    case 'SQLITE_CANTOPEN':
    case 'EIO':
      if (await isScarce(folder)) return storageFull();
      return notWritten();
    case 'SQLITE_READONLY':
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return notWritten();
    case 'SQLITE_BUSY':
      return new Failure(
        'busy',
        sentence((words) => words.record.notWritten),
      );
    default:
      return error;
  }
}

function notWritten(): Failure {
  return new Failure(
    'internal',
    sentence((words) => words.record.notWritten),
  );
}

async function isScarce(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < scarce;
  } catch {
    return false;
  }
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
