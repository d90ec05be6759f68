import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from './parse/zip.ts';
import { patchZip } from './zip-patch.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const original = Buffer.from(
  zipSync(
    {
      'a.xml': bytes('<a/>'),
      'b/': new Uint8Array(0),
      'b/c.bin': [bytes('c'.repeat(900)), { level: 9 }],
      'd.xml': bytes('<d/>'),
    },
    { mtime: new Date(2020, 1, 2) },
  ),
);
const contents = (archive: Uint8Array): [string, string][] =>
  readZip(archive).map((entry) => [entry.name, Buffer.from(entry.bytes ?? []).toString('utf8')]);

describe('patchZip', () => {
  it('changes and adds entries and leaves the others byte for byte', () => {
    const copy = patchZip(
      original,
      new Map([
        ['a.xml', bytes('<a>改</a>')],
        ['新.xml', bytes('<n/>')],
      ]),
    );
    expect(contents(copy)).toEqual([
      ['a.xml', '<a>改</a>'],
      ['b/c.bin', 'c'.repeat(900)],
      ['d.xml', '<d/>'],
      ['新.xml', '<n/>'],
    ]);
    const stretch = (archive: Uint8Array, name: string): string => {
      const entry = readZip(archive).find((one) => one.name === name);
      return Buffer.from(archive.subarray(entry?.start, entry?.end)).toString('hex');
    };
    expect(stretch(copy, 'b/c.bin')).toBe(stretch(original, 'b/c.bin'));
  });

  it('changes nothing when nothing is asked', () => {
    expect(Buffer.from(patchZip(original, new Map()))).toEqual(original);
  });

  it('gives the same bytes for the same change', () => {
    const change = new Map([['d.xml', bytes('<d>2</d>')]]);
    expect(Buffer.from(patchZip(original, change))).toEqual(Buffer.from(patchZip(original, change)));
  });

  it('copies data descriptors along', () => {
    // Sizes move from the local header behind the data, as streaming writers do.
    const view = new DataView(original.buffer, original.byteOffset);
    const [first] = readZip(original);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    for (const [from, to] of [
      [14, 4],
      [18, 8],
      [22, 12],
    ] as const)
      descriptor.writeUInt32LE(view.getUint32(from, true), to);
    const streamed = Buffer.concat([original.subarray(0, first?.end), descriptor, original.subarray(first?.end)]);
    streamed.writeUInt16LE(8, 6);
    streamed.fill(0, 14, 26);
    const directory = streamed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (let at = directory; streamed.readUInt32LE(at) === 0x02014b50;) {
      const offset = streamed.readUInt32LE(at + 42);
      if (offset > 0) streamed.writeUInt32LE(offset + 16, at + 42);
      at += 46 + streamed.readUInt16LE(at + 28) + streamed.readUInt16LE(at + 30) + streamed.readUInt16LE(at + 32);
    }
    streamed.writeUInt32LE(directory, streamed.length - 6);
    expect(contents(streamed)).toEqual(contents(original));
    expect(contents(patchZip(streamed, new Map([['d.xml', bytes('<d>2</d>')]])))[2]).toEqual(['d.xml', '<d>2</d>']);
    expect(Buffer.from(patchZip(streamed, new Map()))).toEqual(streamed);
  });
});
