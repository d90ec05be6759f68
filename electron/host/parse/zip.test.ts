import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import { readZip } from './zip.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');
const reasonOf = (bytes: Uint8Array): string => {
  try {
    readZip(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  return 'none';
};
const patched = (bytes: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  change(new DataView(copy.buffer), copy);
  return copy;
};
const indexOf = (bytes: Uint8Array, signature: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === signature) return at;
  return -1;
};

const sound = zipSync({ 'a.xml': text('<a>金额 1000000 元</a>'), 'b/c.bin': [text('b'.repeat(5000)), { level: 6 }] });
const central = indexOf(sound, 0x02014b50);

describe('readZip', () => {
  it('answers every entry in order with its bytes', () => {
    const entries = readZip(sound);
    expect(entries.map((entry) => entry.name)).toEqual(['a.xml', 'b/c.bin']);
    expect(Buffer.from(entries[0]?.bytes ?? []).toString('utf8')).toBe('<a>金额 1000000 元</a>');
    expect(entries[1]?.bytes?.length).toBe(5000);
  });

  it('gives no bytes for an entry whose CRC-32 is wrong', () => {
    const stored = zipSync({ 'a.xml': [text('<a>1000000</a>'), { level: 0 }] });
    const at = Buffer.from(stored).indexOf('1000000');
    const changed = patched(stored, (_, copy) => copy.set(text('9'), at));
    expect(readZip(changed)[0]?.bytes).toBeNull();
  });

  it.each([
    ['no bytes', new Uint8Array(0), 'empty'],
    ['plain text', text('not an archive at all, but long enough'), 'wrong-type'],
    ['cut short', sound.subarray(0, sound.length - 40), 'truncated'],
    ['an encrypted entry', patched(sound, (view) => view.setUint16(central + 8, 1, true)), 'encrypted'],
    ['disagreeing names', patched(sound, (_, copy) => copy.set(text('z'), 30)), 'damaged'],
    ['disagreeing sizes', patched(sound, (view) => view.setUint32(22, 7, true)), 'damaged'],
    ['an offset outside', patched(sound, (view) => view.setUint32(central + 42, 1 << 20, true)), 'damaged'],
    ['several volumes', patched(sound, (view) => view.setUint16(sound.length - 18, 1, true)), 'damaged'],
    ['a name leaving the archive', zipSync({ '../a.xml': text('a') }), 'damaged'],
    ['two names differing in case', zipSync({ 'a.xml': text('a'), 'A.xml': text('b') }), 'damaged'],
    ['a huge declared size', patched(sound, (view) => view.setUint32(central + 24, 0xfffffff0, true)), 'bomb'],
    ['a bomb', zipSync({ 'a.xml': new Uint8Array(40 * 1024 * 1024) }), 'bomb'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('refuses more entries than the limit', () => {
    const many = Object.fromEntries(Array.from({ length: 4097 }, (_, at) => [`e${at}`, new Uint8Array(0)]));
    expect(reasonOf(zipSync(many))).toBe('too-large');
  });

  it('refuses overlapping entries', () => {
    const inner = zipSync({ 'b.xml': [text('<b/>'), { level: 0 }] });
    const local = inner.slice(0, indexOf(inner, 0x02014b50));
    const both = zipSync({ 'a.xml': [local, { level: 0 }], 'b.xml': [text('<b/>'), { level: 0 }] });
    const first = indexOf(both, 0x02014b50);
    const second = first + 4 + indexOf(both.slice(first + 4), 0x02014b50);
    // The second directory entry now names the header inside the first entry's data.
    const overlapping = patched(both, (view) => view.setUint32(second + 42, 30 + 'a.xml'.length, true));
    expect(readZip(both)).toHaveLength(2);
    expect(reasonOf(overlapping)).toBe('bomb');
  });
});
