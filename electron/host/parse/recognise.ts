/**
 * Which reader a file belongs to, by its first bytes first and its name second: what is inside decides, and a
 * name that promises something else is refused rather than guessed at.
 */
import type { DocumentFormat } from '../../../shared/document/model.ts';
import { Unreadable } from '../../../shared/import/unreadable.ts';

type Content = 'zip' | 'ole' | 'pdf' | 'rtf' | 'picture' | 'archive' | 'other';

/** Endings of the format's own family: macro-enabled files and templates are documents too. */
const endings: Readonly<Record<string, DocumentFormat>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  pdf: 'pdf',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
};

const oldEndings = new Set(['doc', 'dot', 'wps', 'wpt', 'rtf']);

const belongs: Readonly<Record<DocumentFormat, Content>> = { docx: 'zip', pdf: 'pdf', txt: 'other', md: 'other' };

/** Throws `Unreadable`: empty, encrypted, wrong-type, unsupported-type. */
export function recognise(name: string, bytes: Uint8Array): DocumentFormat {
  if (bytes.length === 0) throw new Unreadable('empty');
  const ending = endingOf(name);
  const format = endings[ending];
  const content = contentOf(bytes);
  // Some word processors save a docx under the old ending: re-saving helps there, nowhere else.
  const renamed = oldEndings.has(ending) && (content === 'zip' || content === 'pdf');
  if (!format) throw new Unreadable(renamed ? 'wrong-type' : 'unsupported-type', content);
  // An encrypted docx is an OLE container that holds the package as a stream of this name ([MS-OFFCRYPTO] 2.3).
  if (format === 'docx' && content === 'ole' && includesUtf16(bytes, 'EncryptedPackage')) {
    throw new Unreadable('encrypted');
  }
  if (content === belongs[format]) return format;
  // A PDF may begin with rubbish, or be so broken that its reader has to say so.
  if (format === 'pdf' && content === 'other') return 'pdf';
  throw new Unreadable('wrong-type', content);
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

const signatures: readonly (readonly [Content, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [...'{\\rtf'].map(codeOf)],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [...'GIF8'].map(codeOf)],
  ['picture', [...'BM'].map(codeOf)],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['archive', [...'Rar!'].map(codeOf)],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
];

function contentOf(bytes: Uint8Array): Content {
  const found = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  // "BM" alone also begins ordinary text; a bitmap's reserved words are zero.
  if (found?.[0] === 'picture' && bytes[0] === 0x42 && !bytes.subarray(6, 10).every((byte) => byte === 0))
    return 'other';
  if (found) return found[0];
  // Readers take the header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
  return indexOf(bytes.subarray(0, 1024), [...'%PDF-'].map(codeOf)) >= 0 ? 'pdf' : 'other';
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function includesUtf16(bytes: Uint8Array, text: string): boolean {
  return (
    indexOf(
      bytes,
      [...text].flatMap((character) => [codeOf(character) & 0xff, codeOf(character) >> 8]),
    ) >= 0
  );
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Buffer.from(wanted));
}
