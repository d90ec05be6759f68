/** Bytes of a text file → RawDocument. The encoding is found from the bytes alone, never guessed from the name. */
import type { RawDocument } from '../../../shared/import/raw.ts';
import { readText } from '../../../shared/import/text.ts';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import type { RawFile } from './readers.ts';

/** Most a text file may hold, in bytes; a 5,000-page book has about 15 MB. */
const limit = 64 * 1024 * 1024;

type Decoded = Readonly<{ text: string; encoding: string }>;

/** Throws `Unreadable`: empty, wrong-encoding, too-large. */
export function readTextFile(bytes: Uint8Array, format: 'txt' | 'md'): RawFile {
  if (bytes.length > limit) throw new Unreadable('too-large');
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') throw new Unreadable('empty');
  const raw = readText(text, format);
  const notices: RawDocument['notices'] = encoding === 'UTF-8' ? [] : [{ kind: 'decoded-as', detail: encoding }];
  return { raw: { ...raw, notices }, media: new Map() };
}

/** UTF-8 or UTF-16 by their marks; else strict UTF-8; else GB18030 where the bytes look like Chinese. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return strict(bytes.subarray(3), 'utf-8', 'UTF-8');
  if (first === 0xff && second === 0xfe) return strict(bytes.subarray(2), 'utf-16le', 'UTF-16 LE');
  if (first === 0xfe && second === 0xff) return strict(swapped(bytes.subarray(2)), 'utf-16le', 'UTF-16 BE');
  const wide = utf16Order(bytes);
  if (wide !== null) return strict(wide === 'le' ? bytes : swapped(bytes), 'utf-16le', `UTF-16 ${wide.toUpperCase()}`);
  try {
    return strict(bytes, 'utf-8', 'UTF-8');
  } catch {
    if (!looksChinese(bytes)) throw new Unreadable('wrong-encoding');
    return strict(bytes, 'gb18030', 'GB18030');
  }
}

function strict(bytes: Uint8Array, encoding: string, name: string): Decoded {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable('wrong-encoding');
  }
  // NUL and its like never stand in text: this is something else under a text file's name.
  if (controlShare(text) > 0.001) throw new Unreadable('wrong-encoding');
  return { text: text.replace(controls, ''), encoding: name };
}

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/gu;

function controlShare(text: string): number {
  return (text.match(controls)?.length ?? 0) / Math.max(1, text.length);
}

/** UTF-16 without a mark: ordinary characters leave every other byte at zero, in line ends at least. */
function utf16Order(bytes: Uint8Array): 'le' | 'be' | null {
  if (bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 8192);
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0 && sample[at + 1] !== 0) even += 1;
    if (sample[at] !== 0 && sample[at + 1] === 0) odd += 1;
  }
  const least = Math.max(1, sample.length / 200);
  if (odd >= least && even === 0) return 'le';
  return even >= least && odd === 0 ? 'be' : null;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice(0, bytes.length - (bytes.length % 2));
  for (let at = 0; at + 1 < copy.length; at += 2) {
    const byte = copy[at] ?? 0;
    copy[at] = copy[at + 1] ?? 0;
    copy[at + 1] = byte;
  }
  return copy;
}

/**
 * Nearly any bytes decode as GB18030. Real Chinese keeps almost wholly to the GB 2312 part of it (both bytes from
 * 0xA1); Big5, Shift-JIS or Latin text does not.
 */
function looksChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 200_000);
  let common = 0;
  let rare = 0;
  for (let at = 0; at + 1 < sample.length; at += 1) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[at + 1] ?? 0;
    const inGb2312 = trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
    if (inGb2312) common += 1;
    else rare += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return common >= 1 && common / (common + rare) >= 0.8;
}
