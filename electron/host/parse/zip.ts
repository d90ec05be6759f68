/**
 * A reader of ZIP archives that trusts nothing (APPNOTE.TXT 6.3.10): sizes are counted on the bytes that
 * really come out, every CRC-32 is checked, local and central headers must agree, ranges may not
 * overlap, names may not repeat. Nothing is ever written to disk; names are only keys.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from '../../../shared/import/unreadable.ts';

export const zipLimits = {
  entries: 4096,
  unpackedBytes: 256 * 1024 * 1024,
  /** Sound files compress a dull XML part to 1:100 and more; only large ones are suspect. */
  ratio: 250,
  ratioCountsBeyondBytes: 10 * 1024 * 1024,
} as const;

/** One file of an archive. `bytes` is null when it cannot be unpacked or its CRC-32 is wrong. */
export type ZipEntry = Readonly<{
  name: string;
  bytes: Uint8Array | null;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Where its local header begins and its data end, in the archive. */
  start: number;
  end: number;
}>;

/** One record of the central directory. */
export type ZipRecord = Readonly<{
  /** Its own place in the archive. */
  at: number;
  next: number;
  rawName: Uint8Array;
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}>;

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const zip64LocatorSignature = 0x07064b50;
const zip64EndSignature = 0x06064b50;
const endSize = 22;
const encryptedFlag = 1;
const descriptorFlag = 8;

/**
 * Reads all entries in the order of the central directory.
 * Throws `Unreadable`: empty, wrong-type (no ZIP), truncated, damaged, encrypted, too-large, bomb.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const central = fileRecords(readDirectory(bytes, view, directory));
  const declared = central.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > zipLimits.unpackedBytes) {
    throw new Unreadable(declared > bytes.length * zipLimits.ratio ? 'bomb' : 'too-large', 'unpacked size');
  }
  const placed = central.map((entry) => ({ entry, ...placeOf(view, bytes, entry, directory.offset) }));
  refuseOverlaps(placed);
  let left = zipLimits.unpackedBytes;
  return placed.map(({ entry, data, end }) => {
    const unpacked = unpack(entry, bytes.subarray(data, end), left);
    left -= unpacked?.length ?? 0;
    return { name: entry.name, bytes: unpacked, method: entry.method, start: entry.offset, end };
  });
}

type Directory = Readonly<{ offset: number; size: number; count: number }>;

function findDirectory(view: DataView): Directory {
  if (view.byteLength === 0) throw new Unreadable('empty');
  const zipLike = view.byteLength >= 4 && view.getUint32(0, true) === localSignature;
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endSize + view.getUint16(at + 20, true) > view.byteLength) continue;
    return directoryAt(view, at);
  }
  throw new Unreadable(zipLike ? 'truncated' : 'wrong-type', 'no central directory');
}

function directoryAt(view: DataView, end: number): Directory {
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== view.getUint16(end + 10, true)) {
    throw new Unreadable('damaged', 'archive in several volumes');
  }
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === zip64LocatorSignature) {
    const at = toNumber(view.getBigUint64(locator + 8, true));
    if (at + 56 > view.byteLength || view.getUint32(at, true) !== zip64EndSignature) throw new Unreadable('damaged');
    count = toNumber(view.getBigUint64(at + 32, true));
    size = toNumber(view.getBigUint64(at + 40, true));
    offset = toNumber(view.getBigUint64(at + 48, true));
  }
  if (count > zipLimits.entries) throw new Unreadable('too-large', `${count} entries`);
  if (offset + size > end) throw new Unreadable('damaged', 'central directory out of bounds');
  return { offset, size, count };
}

function toNumber(value: bigint): number {
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value);
}

function readDirectory(bytes: Uint8Array, view: DataView, directory: Directory): ZipRecord[] {
  const end = directory.offset + directory.size;
  const seen = new Set<string>();
  const entries: ZipRecord[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) {
      throw new Unreadable('damaged', 'central directory');
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) throw new Unreadable('damaged', 'central directory');
    const rawName = bytes.subarray(at + 46, nameEnd);
    const entry = withZip64(view, nameEnd, extraEnd, {
      at,
      next,
      rawName,
      name: partName(rawName),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
    if ((entry.flags & encryptedFlag) !== 0) throw new Unreadable('encrypted', entry.name);
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw new Unreadable('damaged', `two entries named ${entry.name}`);
    seen.add(key);
    entries.push(entry);
  }
  return entries;
}

/** Without the entries that only stand for folders. */
function fileRecords(records: readonly ZipRecord[]): ZipRecord[] {
  return records.filter(({ name, unpacked }) => !(name.endsWith('/') && unpacked === 0));
}

/** The directory as it stands, folders included: for copies that keep what they do not change. */
export function zipDirectory(bytes: Uint8Array): Readonly<{ offset: number; records: readonly ZipRecord[] }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  return { offset: directory.offset, records: readDirectory(bytes, view, directory) };
}

/** The extra field 0x0001 holds, in this order, only those numbers that do not fit 32 bits. */
function withZip64(view: DataView, from: number, to: number, entry: ZipRecord): ZipRecord {
  const full = 0xffffffff;
  if (entry.packed !== full && entry.unpacked !== full && entry.offset !== full) return entry;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let cursor = at + 4;
    const end = Math.min(to, cursor + view.getUint16(at + 2, true));
    const take = (value: number): number => {
      if (value !== full) return value;
      if (cursor + 8 > end) throw new Unreadable('damaged', entry.name);
      cursor += 8;
      return toNumber(view.getBigUint64(cursor - 8, true));
    };
    const unpacked = take(entry.unpacked);
    const packed = take(entry.packed);
    return { ...entry, unpacked, packed, offset: take(entry.offset) };
  }
  return entry;
}

/** Names are UTF-8 in every docx seen; older code pages fall back to one character a byte. */
function partName(raw: Uint8Array): string {
  if (raw.includes(0)) throw new Unreadable('damaged', 'NUL in an entry name');
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = Buffer.from(raw).toString('latin1');
  }
  const clean = name.replaceAll('\\', '/').replace(/^\/+/u, '');
  if (clean.split('/').includes('..')) throw new Unreadable('damaged', 'entry name leaves the archive');
  return clean;
}

function placeOf(
  view: DataView,
  bytes: Uint8Array,
  entry: ZipRecord,
  limit: number,
): Readonly<{ data: number; end: number }> {
  const at = entry.offset;
  if (at + 30 > limit) throw new Unreadable('damaged', entry.name);
  if (view.getUint32(at, true) !== localSignature) throw new Unreadable('damaged', entry.name);
  const nameLength = view.getUint16(at + 26, true);
  const data = at + 30 + nameLength + view.getUint16(at + 28, true);
  const end = data + entry.packed;
  if (end > limit) throw new Unreadable('damaged', entry.name);
  const flags = view.getUint16(at + 6, true);
  if ((flags & encryptedFlag) !== 0) throw new Unreadable('encrypted', entry.name);
  const sameName = Buffer.compare(bytes.subarray(at + 30, at + 30 + nameLength), entry.rawName) === 0;
  const crc = view.getUint32(at + 14, true);
  const packed = view.getUint32(at + 18, true);
  const unpacked = view.getUint32(at + 22, true);
  // With a data descriptor the local numbers may be left at 0; a Zip64 writer puts 0xFFFFFFFF.
  const later = (flags & descriptorFlag) !== 0;
  const agrees = (local: number, central: number): boolean =>
    local === central || (later && local === 0) || local === 0xffffffff;
  const sound =
    sameName &&
    view.getUint16(at + 8, true) === entry.method &&
    agrees(packed, entry.packed) &&
    agrees(unpacked, entry.unpacked) &&
    (crc === entry.crc || (later && crc === 0));
  if (!sound) throw new Unreadable('damaged', `headers of ${entry.name} disagree`);
  return { data, end };
}

function refuseOverlaps(placed: readonly Readonly<{ entry: ZipRecord; end: number }>[]): void {
  const byOffset = [...placed].sort((a, b) => a.entry.offset - b.entry.offset);
  byOffset.forEach(({ entry }, index) => {
    const before = byOffset[index - 1];
    if (before && before.end > entry.offset) throw new Unreadable('bomb', 'overlapping entries');
  });
}

function unpack(entry: ZipRecord, packed: Uint8Array, left: number): Uint8Array | null {
  const ratioLimit = Math.max(zipLimits.ratioCountsBeyondBytes, packed.length * zipLimits.ratio);
  if (entry.unpacked > ratioLimit) throw new Unreadable('bomb', entry.name);
  const inflated = entry.method === 0 ? packed : entry.method === 8 ? inflate(entry, packed, left, ratioLimit) : null;
  if (!inflated || inflated.length !== entry.unpacked) return null;
  return crc32(inflated) === entry.crc ? inflated : null;
}

function inflate(entry: ZipRecord, packed: Uint8Array, left: number, ratioLimit: number): Uint8Array | null {
  const limit = Math.min(left, ratioLimit);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable(limit === left ? 'too-large' : 'bomb', entry.name);
    return null;
  }
}
