/**
 * A copy of an archive with some entries changed and some added. Every other entry keeps its name,
 * its place and its compressed bytes (APPNOTE.TXT 6.3.10).
 */
import { crc32, deflateRawSync } from 'node:zlib';
import { type ZipRecord, zipDirectory } from './parse/zip.ts';

type Written = Readonly<{
  offset: number;
  crc: number;
  packed: number;
  unpacked: number;
  method: number;
  flags: number;
}>;

const descriptorFlag = 8;
const utf8Flag = 0x800;
const deflated = 8;
const full = 0xffffffff;

/**
 * `files` maps entry names to new bytes; names the archive lacks are added at its end, in their order.
 * Entries of `without` are left out.
 */
export function patchZip(
  original: Uint8Array,
  files: ReadonlyMap<string, Uint8Array>,
  without: ReadonlySet<string> = new Set(),
): Uint8Array {
  const view = new DataView(original.buffer, original.byteOffset, original.byteLength);
  const { offset: directory, records: all } = zipDirectory(original);
  const records = all.filter(({ name }) => !without.has(name));
  const inPlace = [...all].sort((a, b) => a.offset - b.offset);
  const chunks: Uint8Array[] = [];
  const written = new Map<ZipRecord, Written>();
  let length = 0;
  const push = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  // What stands before the first entry stays too.
  push(original.subarray(0, inPlace[0]?.offset ?? directory));
  inPlace.forEach((record, index) => {
    const end = inPlace[index + 1]?.offset ?? directory;
    if (without.has(record.name)) return;
    const offset = length;
    const bytes = files.get(record.name);
    if (!bytes) {
      // The whole stretch, so that a data descriptor goes along.
      push(original.subarray(record.offset, end));
      written.set(record, { ...record, offset });
      return;
    }
    const packed = deflateRawSync(bytes);
    const flags = record.flags & ~descriptorFlag;
    const entry = { offset, crc: crc32(bytes), packed: packed.length, unpacked: bytes.length, method: deflated, flags };
    written.set(record, entry);
    push(localHeader(entry, record.rawName, view.getUint32(record.at + 12, true)));
    push(packed);
  });
  const known = new Set(records.map(({ name }) => name));
  const added = [...files].filter(([name]) => !known.has(name));
  const stamp = records[0] ? view.getUint32(records[0].at + 12, true) : 0x00210000;
  const addedRecords = added.map(([name, bytes]) => {
    const packed = deflateRawSync(bytes);
    const rawName = Buffer.from(name, 'utf8');
    const flags = rawName.length === name.length ? 0 : utf8Flag;
    const entry = {
      offset: length,
      crc: crc32(bytes),
      packed: packed.length,
      unpacked: bytes.length,
      method: deflated,
      flags,
    };
    push(localHeader(entry, rawName, stamp));
    push(packed);
    return { entry, rawName };
  });
  const start = length;
  for (const record of records) push(centralRecord(original, view, record, written.get(record) as Written));
  for (const { entry, rawName } of addedRecords) push(newCentralRecord(entry, rawName, stamp));
  push(endRecord(view, records.length + added.length, start, length - start));
  return Buffer.concat(chunks, length);
}

function localHeader(entry: Written, rawName: Uint8Array, stamp: number): Uint8Array {
  const header = Buffer.alloc(30 + rawName.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt32LE(stamp, 10);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.packed, 18);
  header.writeUInt32LE(entry.unpacked, 22);
  header.writeUInt16LE(rawName.length, 26);
  header.set(rawName, 30);
  return header;
}

/** The old record with its numbers set; Zip64 fields give way, since the numbers now fit. */
function centralRecord(original: Uint8Array, view: DataView, record: ZipRecord, entry: Written): Uint8Array {
  const nameEnd = record.at + 46 + record.rawName.length;
  const extraEnd = nameEnd + view.getUint16(record.at + 30, true);
  const wide = [20, 24, 42].some((field) => view.getUint32(record.at + field, true) === full);
  const extra = wide ? withoutZip64(original.subarray(nameEnd, extraEnd)) : original.subarray(nameEnd, extraEnd);
  const copy = Buffer.concat([original.subarray(record.at, nameEnd), extra, original.subarray(extraEnd, record.next)]);
  copy.writeUInt16LE(entry.flags, 8);
  copy.writeUInt16LE(entry.method, 10);
  copy.writeUInt32LE(entry.crc, 16);
  copy.writeUInt32LE(entry.packed, 20);
  copy.writeUInt32LE(entry.unpacked, 24);
  copy.writeUInt16LE(extra.length, 30);
  copy.writeUInt32LE(entry.offset, 42);
  return copy;
}

function withoutZip64(extra: Uint8Array): Uint8Array {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

function newCentralRecord(entry: Written, rawName: Uint8Array, stamp: number): Uint8Array {
  const record = Buffer.alloc(46 + rawName.length);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(20, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(entry.flags, 8);
  record.writeUInt16LE(entry.method, 10);
  record.writeUInt32LE(stamp, 12);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(entry.packed, 20);
  record.writeUInt32LE(entry.unpacked, 24);
  record.writeUInt16LE(rawName.length, 28);
  record.writeUInt32LE(entry.offset, 42);
  record.set(rawName, 46);
  return record;
}

function endRecord(view: DataView, count: number, offset: number, size: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  // A comment of the archive is kept.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const comment = new Uint8Array(view.buffer, view.byteOffset + at + 22, view.byteLength - at - 22);
    end.writeUInt16LE(comment.length, 20);
    return Buffer.concat([end, comment]);
  }
  return end;
}
