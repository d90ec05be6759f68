/** A .zip that came in, as the files in it that can be reviewed. */
import { Failure } from '../../shared/api/errors.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { sentence } from '../../shared/words/words.ts';

/** A file to be read, whose bytes can be asked for once. */
export type Source = Readonly<{ name: string; bytes: () => Promise<Uint8Array> }>;

/** Entries of an archive within limits; `bytes` null for one that is damaged. Throws `Unreadable`. */
export type Unzip = (bytes: Uint8Array) => readonly Readonly<{ name: string; bytes: Uint8Array | null }>[];

const reviewable = /\.(?:docx|docm|pdf|txt|md)$/iu;
const archive = /\.(?:zip|rar|7z|tar|gz)$/iu;
/** What systems and editors leave beside the files: macOS resource forks, Word's lock files, dot files. */
const leftover = /(?:^|\/)(?:__MACOSX\/|~\$|\.)/u;

/** Never rejects: an archive that cannot be opened is one file that cannot be read. */
export async function expanded(zip: Source, unzip: Unzip): Promise<readonly Source[]> {
  try {
    const entries = unzip(await zip.bytes())
      .map(({ name, bytes }) => ({ name: chineseName(name), bytes }))
      .filter(({ name }) => !leftover.test(name));
    const found = entries.filter(({ name }) => reviewable.test(name) || archive.test(name));
    if (found.length === 0) return [{ name: zip.name, bytes: () => Promise.reject(nothingInside(zip.name)) }];
    return found.map(({ name, bytes }) =>
      archive.test(name) ? failing(baseName(name), 'unsupported-type') : source(baseName(name), bytes),
    );
  } catch (error) {
    return [{ name: zip.name, bytes: () => Promise.reject(error as Error) }];
  }
}

/** The last part of a path in either notation. */
export function baseName(path: string): string {
  return path.split(/[/\\]/u).findLast((part) => part !== '') ?? path;
}

/**
 * Chinese Windows writes names in GB18030 without saying so, and the reader passes what is not UTF-8
 * on as one character a byte.
 */
function chineseName(name: string): string {
  if (!/[\u0080-\u00ff]/u.test(name) || !/^[\u0020-\u00ff]*$/u.test(name)) return name;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(Buffer.from(name, 'latin1'));
  } catch {
    return name;
  }
}

/** Bytes in memory are let go once they were read. */
export function source(name: string, bytes: Uint8Array | null): Source {
  if (!bytes) return failing(name, 'damaged');
  let held: Uint8Array | null = bytes;
  return {
    name,
    bytes: async () => {
      const answer = held;
      held = null;
      if (!answer || answer.length === 0) throw new Unreadable('empty');
      return answer;
    },
  };
}

function failing(name: string, reason: 'damaged' | 'unsupported-type'): Source {
  return { name, bytes: () => Promise.reject(new Unreadable(reason)) };
}

function nothingInside(name: string): Failure {
  return new Failure(
    'unreadable',
    sentence((words) => words.record.nothingInside(name)),
  );
}
