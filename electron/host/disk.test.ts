import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { writeDurably } from './disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'fashen-disk-'));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lets many write the same target at one time, and leaves nothing beside it', async () => {
  const path = join(folder, 'object');
  await Promise.all(Array.from({ length: 20 }, () => writeDurably(path, Buffer.from('same bytes'))));
  expect(readFileSync(path, 'utf8')).toBe('same bytes');
  expect(readdirSync(folder)).toEqual(['object']);
});
