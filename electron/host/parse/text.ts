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

/**
 * UTF-16 without a mark. Only there do zero bytes stand in text; which order is right shows in the characters: read
 * the wrong way round, two thirds of a Chinese text are no ordinary characters.
 */
function utf16Order(bytes: Uint8Array): 'le' | 'be' | null {
  const sample = bytes.subarray(0, 8192);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  const [le, be] = [ordinaryShare(sample, 0), ordinaryShare(sample, 1)];
  if (Math.max(le, be) < 0.9) return null;
  return le >= be ? 'le' : 'be';
}

/** Share of units that are printable ASCII, line ends, or Chinese characters and their punctuation. */
function ordinaryShare(bytes: Uint8Array, low: 0 | 1): number {
  let ordinary = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = (bytes[at + low] ?? 0) + 256 * (bytes[at + 1 - low] ?? 0);
    const ascii = (unit >= 0x20 && unit < 0x7f) || unit === 0x09 || unit === 0x0a || unit === 0x0d;
    const chinese = (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x303f) || unit >= 0xff01;
    const marks = unit >= 0x2010 && unit <= 0x27bf;
    if (ascii || chinese || marks || (unit >= 0xa0 && unit <= 0xff)) ordinary += 1;
  }
  return ordinary / Math.max(1, bytes.length >> 1);
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
