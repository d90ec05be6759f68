/** A .docx (.docm, .dotx, .dotm) file as bytes → RawDocument and its pictures. */
import { type ReadDocx, type Parts, readDocx } from '../../../shared/import/docx/read-docx.ts';
import type { RawDocument } from '../../../shared/import/raw.ts';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import { refuseCompoundFile } from './compound-file.ts';
import { decodeXml } from './xml-text.ts';
import { type ZipEntry, readZip } from './zip.ts';

export type DocxFile = Readonly<{ raw: RawDocument; media: Map<string, Uint8Array> }>;

/**
 * Reads a file. Throws `Unreadable` and nothing else: empty, encrypted, truncated, damaged,
 * too-large, bomb, wrong-type, wrong-encoding, forbidden-xml, reader-fault.
 */
export function readDocxFile(bytes: Uint8Array): DocxFile {
  const entries = openDocx(bytes);
  const { raw, mediaParts } = reading(() => readDocx(partsOf(entries)));
  const byName = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  const media = new Map<string, Uint8Array>();
  for (const [id, part] of mediaParts) {
    const picture = byName.get(part);
    if (picture) media.set(id, picture);
  }
  return { raw, media };
}

/** The same with the place of every piece of text, for exports that write into a copy. */
export function readDocxForWriting(bytes: Uint8Array): Readonly<{ entries: readonly ZipEntry[]; read: ReadDocx }> {
  const entries = openDocx(bytes);
  return { entries, read: reading(() => readDocx(partsOf(entries), { sources: true })) };
}

function openDocx(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length === 0) throw new Unreadable('empty');
  refuseCompoundFile(bytes);
  return readZip(bytes);
}

/** A fault of ours must not look like one of the file, nor end the process. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('reader-fault', error instanceof Error ? error.message : String(error));
  }
}

function partsOf(entries: readonly ZipEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  const texts = new Map<string, string | null>();
  return {
    names: entries.map((entry) => entry.name),
    bytes: (name) => byName.get(name) ?? null,
    text: (name) => {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const bytes = byName.get(name);
      const text = bytes ? decodeXml(bytes) : null;
      texts.set(name, text);
      return text;
    },
  };
}
