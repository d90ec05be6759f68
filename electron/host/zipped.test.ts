import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { readZip } from './parse/zip.ts';
import { baseName, expanded, source } from './zipped.ts';

async function outcome(entries: Record<string, Uint8Array>): Promise<(readonly [string, string])[]> {
  const files = await expanded(source('送审.zip', zipSync(entries)), readZip);
  return Promise.all(
    files.map(async (file) => {
      const text = file.bytes().then(
        (bytes) => Buffer.from(bytes).toString(),
        (error: Error) => error.message,
      );
      return [file.name, await text] as const;
    }),
  );
}

describe('a zip that came in', () => {
  it('gives its reviewable files by their last name, without leftovers', async () => {
    const entries = {
      '送审/合同.txt': strToU8('甲'),
      '送审/附件/清单.md': strToU8('乙'),
      '送审/~$合同.docx': strToU8('锁'),
      '__MACOSX/送审/._合同.txt': strToU8('叉'),
      '送审/图.png': strToU8('图'),
    };
    expect(await outcome(entries)).toEqual([
      ['合同.txt', '甲'],
      ['清单.md', '乙'],
    ]);
  });

  it('refuses archives inside it, each with its own row', async () => {
    expect(await outcome({ '合同.txt': strToU8('甲'), '更多.zip': zipSync({ 'a.txt': strToU8('a') }) })).toEqual([
      ['合同.txt', '甲'],
      ['更多.zip', 'unsupported-type'],
    ]);
  });

  it('says so when it holds nothing to review, or is none', async () => {
    expect(await outcome({ '图.png': strToU8('图') })).toEqual([['送审.zip', expect.stringContaining('送审.zip')]]);
    const [file] = await expanded(source('坏.zip', strToU8('不是压缩包')), readZip);
    await expect(file?.bytes()).rejects.toMatchObject({ name: 'Unreadable' });
  });

  it('reads names that Chinese Windows wrote in GB18030', async () => {
    const bytes = zipSync({ AAAA: strToU8('甲') });
    const gb = Buffer.from([0xba, 0xcf, 0xcd, 0xac]);
    const named = Buffer.from(
      Buffer.from(bytes).toString('latin1').replaceAll('AAAA', gb.toString('latin1')),
      'latin1',
    );
    const [file] = await expanded(source('x.zip', named), (zip) =>
      readZip(zip).map((entry) => ({ ...entry, name: `${entry.name}.txt` })),
    );
    expect(file?.name).toBe('合同.txt');
  });

  it.each([
    ['送审\\合同.docx', '合同.docx'],
    ['/a/b/', 'b'],
    ['合同.docx', '合同.docx'],
  ])('takes the last part of %s', (path, name) => expect(baseName(path)).toBe(name));

  it('lets the bytes go after they were read', async () => {
    const file = source('a.txt', strToU8('甲'));
    await file.bytes();
    await expect(file.bytes()).rejects.toMatchObject({ reason: 'empty' });
  });
});
