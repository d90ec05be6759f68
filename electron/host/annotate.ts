/** The marked copy as a file: comments and tracked changes set into a copy, every other entry as it came in. */
import { cleanDocx } from '../../shared/export/clean-docx.ts';
import { type Markup, markDocx, withParts } from '../../shared/export/marked-docx.ts';
import type { TrackedEdit } from '../../shared/export/tracked-docx.ts';
import { words } from '../../shared/words/words.ts';
import { readDocxForWriting } from './parse/docx.ts';
import type { ZipEntry } from './parse/zip.ts';
import { type XmlEncoding, encodingOf } from './parse/xml-text.ts';
import { patchZip } from './zip-patch.ts';

export type MarkedFile = Readonly<{ bytes: Uint8Array; left: readonly TrackedEdit[] }>;

/** `left` are edits that cannot be written. Throws `Unreadable` when the original cannot be read (any more). */
export function markedFile(original: Uint8Array, markup: Markup): MarkedFile {
  const { entries, read } = readDocxForWriting(original);
  const { parts, left } = markDocx(read, markup, { elsewhere: words.zh.annotated.elsewhere });
  return { bytes: patchZip(original, encoded(entries, parts)), left };
}

function encoded(entries: readonly ZipEntry[], parts: ReadonlyMap<string, string>): Map<string, Uint8Array> {
  const byName = new Map(entries.map((entry) => [entry.name, entry.bytes]));
  const files = new Map<string, Uint8Array>();
  for (const [name, text] of parts) {
    const bytes = byName.get(name);
    files.set(name, encode(text, bytes ? encodingOf(bytes) : { label: 'utf-8', mark: false }));
  }
  return files;
}

/** The clean copy of a file: all changes carried out, ours among them, and no comments. Throws as above. */
export function cleanFile(original: Uint8Array, markup: Omit<Markup, 'comments'>): MarkedFile {
  const { entries, read } = readDocxForWriting(original);
  const marked = markDocx(read, { ...markup, comments: [], answers: [] }, { elsewhere: words.zh.annotated.elsewhere });
  const { parts, removed } = cleanDocx(withParts(read, marked.parts));
  return {
    bytes: patchZip(original, encoded(entries, new Map([...marked.parts, ...parts])), removed),
    left: marked.left,
  };
}

/** In the encoding and with the mark the part had. Single-byte encodings, which no Office writes, become UTF-8. */
function encode(text: string, { label, mark }: XmlEncoding): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  if (label === 'utf-16le') return Buffer.from(marked, 'utf16le');
  if (label === 'utf-16be') return Buffer.from(marked, 'utf16le').swap16();
  const utf8 = /^utf-?8$/u.test(label)
    ? marked
    : marked.replace(/(<\?xml[^>]*\bencoding\s*=\s*["'])[^"']*/u, '$1UTF-8');
  return Buffer.from(utf8, 'utf8');
}

/** The comment mark's letters: the first two characters of the name. */
export function initialsOf(author: string): string {
  return [...author.trim()].slice(0, 2).join('');
}
