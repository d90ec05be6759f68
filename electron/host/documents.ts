/** Documents by the hash of their file: read once by the fenced parser, then from the cache. */
import { Failure } from '../../shared/api/errors.ts';
import type { Document } from '../../shared/document/model.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { importerVersion } from '../../shared/import/version.ts';
import type { FileRef } from '../../shared/review/events.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Blobs } from './blobs.ts';
import { recent } from './cache.ts';
import type { Cache } from './cache.ts';
import type { Bytes, Parser } from './ports.ts';

export type Documents = Readonly<{
  /** Reads a file that came in; rejects with `Unreadable`, or when the signal aborts. */
  read: (
    file: Readonly<{ name: string; bytes: Uint8Array; sha256: string }>,
    signal?: AbortSignal,
  ) => Promise<Document>;
  /** The document of a file of the library. Rejects with `not-found`, `unreadable`, `storage-damaged`. */
  get: (file: FileRef) => Promise<Document>;
  media: (file: FileRef, id: string) => Promise<Bytes | null>;
}>;

/** Documents kept in memory: those of the matter on the screen. */
const kept = 8;

const keyOf = (sha256: string): string => `document ${importerVersion} ${sha256}`;
const mediaKey = (sha256: string, id: string): string => `media ${importerVersion} ${sha256} ${id}`;

export function openDocuments(blobs: Blobs, cache: Cache, parser: Parser): Documents {
  const held = recent<Promise<Document>>(kept);

  const read: Documents['read'] = async ({ name, bytes, sha256 }, signal) => {
    const { document, media } = await parser.read({ name, bytes }, signal);
    for (const [id, picture] of media) await cache.write(mediaKey(sha256, id), picture);
    await cache.writeJson(keyOf(sha256), document);
    held.set(sha256, Promise.resolve(document));
    return document;
  };

  const load = async (file: FileRef): Promise<Document> => {
    const cached = await cache.readJson<Document>(keyOf(file.sha256));
    return cached ?? readAgain(file);
  };

  const readAgain = async (file: FileRef): Promise<Document> => {
    const bytes = await blobs.get(file.sha256, file.name);
    if (!bytes) {
      throw new Failure(
        'not-found',
        sentence((words) => words.record.objectMissing(file.name)),
      );
    }
    try {
      return await read({ name: file.name, bytes, sha256: file.sha256 });
    } catch (error) {
      throw unreadable(error, file.name);
    }
  };

  const get = (file: FileRef): Promise<Document> => {
    const known = held.get(file.sha256);
    if (known) return known;
    const loading = load(file);
    held.set(file.sha256, loading);
    loading.catch(() => held.drop(file.sha256));
    return loading;
  };

  return {
    read,
    get,
    media: async (file, id) => {
      const entry = (await get(file)).media.find((media) => media.id === id);
      if (!entry) return null;
      let bytes = await cache.read(mediaKey(file.sha256, id));
      if (!bytes) {
        await readAgain(file);
        bytes = await cache.read(mediaKey(file.sha256, id));
      }
      return bytes && { name: id, type: entry.type, bytes };
    },
  };
}

/** A file that cannot be read, as the failure that names it. */
export function unreadable(error: unknown, name: string): unknown {
  if (!(error instanceof Unreadable)) return error;
  return new Failure(
    'unreadable',
    sentence((words) => words.errors.unreadable[error.reason](name)),
    error.reason,
  );
}
