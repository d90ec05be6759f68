// Makes a screenshot smaller without changing a pixel: pictures of text pack best when no line is predicted from the
// one above (PNG specification, 12.8). Takes what browsers write: 8 bits a channel, not interlaced, no palette.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const head = 8;

export function repacked(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const pixel = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || header[12] !== 0 || !pixel) throw new Error('This kind of PNG is not known here');
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const plain = unfiltered(inflateSync(packed), width * pixel, height, pixel);
  const body = deflateSync(plain, { level: 9, memLevel: 9 });
  return Buffer.concat([
    png.subarray(0, head),
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(png) {
  const chunks = [];
  for (let at = head; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** Every line with filter 0. */
function unfiltered(lines, stride, height, pixel) {
  const out = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1) + 1;
    const filter = lines[start - 1];
    for (let x = 0; x < stride; x += 1) {
      const left = x < pixel ? 0 : out[start + x - pixel];
      const up = y === 0 ? 0 : out[start + x - stride - 1];
      const corner = x < pixel || y === 0 ? 0 : out[start + x - stride - 1 - pixel];
      out[start + x] = lines[start + x] + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter, left, up, corner) {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

function paeth(left, up, corner) {
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(left + up - corner - one));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
