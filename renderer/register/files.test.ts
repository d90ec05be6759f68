import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gather, isLeftover, mainFirst, propose, type NamedFile } from './files.ts';
import { unzip } from './unzip.ts';

function named(path: string, content: BlobPart = 'text'): NamedFile {
  return { name: path.split('/').at(-1) ?? path, path, file: new Blob([content]) };
}

function zip(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

test('files stand in natural order, Chinese numbers too', async () => {
  const { files } = await gather(
    ['附件十一', '附件二', '附件十', '附件一', '附件二十', '附件10'].map((path) => named(path)),
  );
  expect(files.map(({ path }) => path)).toEqual(['附件一', '附件二', '附件十', '附件10', '附件十一', '附件二十']);
});

test.each([
  ['合同.docx', false],
  ['~$合同.docx', true],
  ['卷宗/.DS_Store', true],
  ['__MACOSX/合同.docx', true],
  ['Thumbs.db', true],
  ['卷宗/', true],
] as const)('%s is left out: %s', (path, left) => {
  expect(isLeftover(path)).toBe(left);
});

describe('zip', () => {
  test('files come out whole, folders and leftovers do not', async () => {
    const bytes = zip({ '卷/主文件.txt': '第一条', '卷/附件2.txt': 'b', '卷/附件10.txt': 'c', '__MACOSX/x': 'd' });
    const { files, refused } = await gather([named('送审.zip', bytes)]);
    expect(files.map(({ path }) => path)).toEqual([
      '送审.zip/卷/附件2.txt',
      '送审.zip/卷/附件10.txt',
      '送审.zip/卷/主文件.txt',
    ]);
    expect(await files[2]?.file.text()).toBe('第一条');
    expect(refused).toEqual([]);
  });

  test('stored entries and empty files come out too', async () => {
    const bytes = new Uint8Array(
      zipSync({ 'a.txt': [strToU8('kept as is'), { level: 0 }], 'b.txt': new Uint8Array() }),
    );
    const files = await unzip(new Blob([bytes]), () => true);
    expect(await Promise.all(files.map(({ file }) => file.text()))).toEqual(['kept as is', '']);
  });

  test('names of Chinese Windows are read as GB18030', async () => {
    /* fflate marks names beyond ASCII as UTF-8; here the flag is cleared and two bytes stand for 合. */
    const bytes = zip({ 'XX.txt': 'a' });
    for (let at = 0; at + 1 < bytes.length; at += 1) {
      if (bytes[at] === 0x58 && bytes[at + 1] === 0x58) bytes.set([0xba, 0xcf], at);
    }
    expect((await unzip(new Blob([bytes]), () => true)).map(({ path }) => path)).toEqual(['合.txt']);
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, -30)],
    ['no zip at all', () => strToU8('plain text')],
    ['empty', () => new Uint8Array()],
    ['a wrong checksum', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
  ] as const)('%s is refused as damaged', async (_name, harm) => {
    const bytes = new Uint8Array(zipSync({ 'a.txt': [strToU8('0123456789'), { level: 0 }] }));
    const { files, refused } = await gather([named('a.zip', new Uint8Array(harm(bytes)))]);
    expect(files).toEqual([]);
    expect(refused).toEqual([{ name: 'a.zip', reason: 'damaged' }]);
  });

  test('an encrypted entry is refused as such', async () => {
    const bytes = zip({ 'a.txt': 'a' });
    const directory = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1);
    bytes[directory + 8] = 1;
    const { refused } = await gather([named('a.zip', bytes)]);
    expect(refused).toEqual([{ name: 'a.zip', reason: 'encrypted' }]);
  });

  test('what inflates a thousandfold, or is too many, is refused before it is opened', async () => {
    const bomb = new Uint8Array(zipSync({ a: new Uint8Array(8 << 20) }));
    const many = zip(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}.txt`, ''])));
    expect((await gather([named('a.zip', bomb), named('b.zip', many)])).refused).toEqual([
      { name: 'a.zip', reason: 'tooLarge' },
      { name: 'b.zip', reason: 'tooLarge' },
    ]);
  });
});

describe('what the dialog proposes', () => {
  test.each([
    [['a.docx', 'b.docx'], 'separate', 0],
    [['附件一 价格表.docx', '采购合同.docx'], 'together', 1],
    [['附件1.docx', '附件2.docx'], 'together', 0],
    [['卷/a.docx', '卷/b.docx'], 'together', 0],
    [['卷/a.docx', '册/b.docx'], 'separate', 0],
    [['1. 附表.docx', 'a.docx'], 'together', 1],
  ] as const)('%o: %s, main %s', (paths, grouping, main) => {
    expect(propose(paths.map((path) => named(path)))).toEqual({ grouping, main });
  });

  test('the chosen main file goes first, the others keep their order', () => {
    expect(mainFirst(['a', 'b', 'c'], 1)).toEqual(['b', 'a', 'c']);
    expect(mainFirst(['a', 'b'], 0)).toEqual(['a', 'b']);
  });
});
