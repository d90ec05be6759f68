/** Bytes of an XML part → text, by byte order mark, declaration, else UTF-8 (XML 1.0 appendix F). */
import { Unreadable } from '../../../shared/import/unreadable.ts';

export type XmlEncoding = Readonly<{ label: string; mark: boolean }>;

export function encodingOf(bytes: Uint8Array): XmlEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', mark: true };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', mark: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', mark: true };
  if (bytes[0] === 0x3c && bytes[1] === 0) return { label: 'utf-16le', mark: false };
  if (bytes[0] === 0 && bytes[1] === 0x3c) return { label: 'utf-16be', mark: false };
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/u.exec(head)?.[1]?.toLowerCase();
  // An 8-bit file that calls itself UTF-16 is not.
  return { label: declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared, mark: false };
}

/** Throws `Unreadable` (wrong-encoding) for bytes that are not text in their encoding. */
export function decodeXml(bytes: Uint8Array): string {
  const { label } = encodingOf(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('wrong-encoding', label);
  }
}
