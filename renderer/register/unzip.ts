/**
 * Opens a zip that a reviewer dropped, within limits: sizes, counts and checksums are verified, and
 * nothing is inflated beyond what the directory declared (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4).
 */
export type Unzipped = Readonly<{ path: string; file: Blob }>;

export class Unzippable extends Error {
  readonly reason: 'damaged' | 'encrypted' | 'tooLarge';

  constructor(reason: Unzippable['reason']) {
    super(reason);
    this.name = 'Unzippable';
    this.reason = reason;
  }
}

export const limits = { entries: 500, directory: 4 << 20, total: 1 << 30, ratio: 1000 } as const;

type Entry = Readonly<{
  path: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  header: number;
}>;

/** The wanted files of a zip, in its order. Rejects with `Unzippable`. */
export async function unzip(zip: Blob, wanted: (path: string) => boolean): Promise<readonly Unzipped[]> {
  const entries = (await directory(zip)).filter(({ path }) => !path.endsWith('/') && wanted(path));
  if (entries.some(({ encrypted }) => encrypted)) throw new Unzippable('encrypted');
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const inflated = entries.some(({ size, packed }) => size > 1 << 20 && size / Math.max(1, packed) > limits.ratio);
  if (entries.length > limits.entries || total > limits.total || inflated) throw new Unzippable('tooLarge');
  const files: Unzipped[] = [];
  for (const entry of entries) files.push({ path: entry.path, file: await extract(zip, entry) });
  return files;
}

async function view(zip: Blob, from: number, to: number): Promise<DataView> {
  if (from < 0 || to > zip.size) throw new Unzippable('damaged');
  return new DataView(await zip.slice(from, to).arrayBuffer());
}

async function directory(zip: Blob): Promise<readonly Entry[]> {
  const tailStart = Math.max(0, zip.size - 65_557);
  const tail = await view(zip, tailStart, zip.size);
  const end = lastSignature(tail, 0x06054b50);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  /* 0xffffffff announces zip64, which only archives beyond our limits need. */
  if (start === 0xffffffff || size > limits.directory) throw new Unzippable('tooLarge');
  const records = await view(zip, start, start + size);
  const entries: Entry[] = [];
  let at = 0;
  while (at + 46 <= records.byteLength) {
    if (records.getUint32(at, true) !== 0x02014b50) throw new Unzippable('damaged');
    const nameLength = records.getUint16(at + 28, true);
    const next = at + 46 + nameLength + records.getUint16(at + 30, true) + records.getUint16(at + 32, true);
    if (next > records.byteLength) throw new Unzippable('damaged');
    const flags = records.getUint16(at + 8, true);
    entries.push({
      path: decodeName(new Uint8Array(records.buffer, records.byteOffset + at + 46, nameLength), (flags & 0x800) !== 0),
      method: records.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: records.getUint32(at + 16, true),
      packed: records.getUint32(at + 20, true),
      size: records.getUint32(at + 24, true),
      header: records.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

function lastSignature(tail: DataView, signature: number): number {
  for (let at = tail.byteLength - 22; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) === signature) return at;
  }
  throw new Unzippable('damaged');
}

/** Names without the UTF-8 flag are UTF-8 when they decode as such, otherwise GB18030, as Chinese Windows writes them. */
function decodeName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function extract(zip: Blob, entry: Entry): Promise<Blob> {
  const header = await view(zip, entry.header, entry.header + 30);
  if (header.getUint32(0, true) !== 0x04034b50) throw new Unzippable('damaged');
  const from = entry.header + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  if (from + entry.packed > zip.size) throw new Unzippable('damaged');
  const packed = zip.slice(from, from + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw new Unzippable('damaged');
  const stream =
    entry.method === 0 ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let crc = 0xffffffff;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Unzippable('damaged');
    });
    if (done) break;
    size += value.byteLength;
    if (size > entry.size) {
      await reader.cancel();
      throw new Unzippable('damaged');
    }
    crc = updateCrc(crc, value);
    chunks.push(value);
  }
  if (size !== entry.size || (crc ^ 0xffffffff) >>> 0 !== entry.crc) throw new Unzippable('damaged');
  return new Blob(chunks);
}

/** CRC-32 as in ISO 3309, reflected polynomial 0xedb88320. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function updateCrc(crc: number, bytes: Uint8Array): number {
  let next = crc;
  for (const byte of bytes) next = (next >>> 8) ^ (crcTable[(next ^ byte) & 0xff] ?? 0);
  return next;
}
