import { describe, expect, it } from 'vitest';
import { recognise } from './recognise.ts';

const zip = 'PK\u0003\u0004rest';
const ole = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';
const wide = (text: string): string => [...text].map((character) => `${character}\0`).join('');

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('which reader a file belongs to', () => {
  it.each([
    ['合同.docx', zip, 'docx'],
    ['合同.DOCX', zip, 'docx'],
    ['带宏.docm', zip, 'docx'],
    ['模板.dotx', zip, 'docx'],
    ['公告.pdf', '%PDF-1.7', 'pdf'],
    ['前有杂字节.pdf', `\n\n%PDF-1.4`, 'pdf'],
    ['残缺.pdf', 'endobj', 'pdf'],
    ['说明.txt', 'BMW contract', 'txt'],
    ['说明.md', '# a', 'md'],
    ['a.b.txt', 'x', 'txt'],
  ])('%s', (name, text, format) => {
    expect(recognise(name, bytesOf(text))).toBe(format);
  });

  it.each([
    ['空.docx', '', 'empty'],
    ['空.xyz', '', 'empty'],
    ['加密.docx', `${ole}....${wide('EncryptedPackage')}`, 'encrypted'],
    ['旧.docx', `${ole}....${wide('WordDocument')}`, 'wrong-type'],
    ['实为文本.docx', '第一条', 'wrong-type'],
    ['实为pdf.docx', '%PDF-1.7', 'wrong-type'],
    ['实为docx.pdf', zip, 'wrong-type'],
    ['实为docx.txt', zip, 'wrong-type'],
    ['实为图.pdf', '\u0089PNG\r\n', 'wrong-type'],
    ['实为rtf.docx', '{\\rtf1', 'wrong-type'],
    ['实为docx.doc', zip, 'wrong-type'],
    ['实为pdf.wps', '%PDF-1.7', 'wrong-type'],
    ['旧.doc', ole, 'unsupported-type'],
    ['表.xlsx', zip, 'unsupported-type'],
    ['图.png', '\u0089PNG\r\n', 'unsupported-type'],
    ['无扩展名', 'x', 'unsupported-type'],
    ['.docx.', zip, 'unsupported-type'],
  ])('refuses %s', (name, text, reason) => {
    expect(() => recognise(name, bytesOf(text))).toThrow(expect.objectContaining({ name: 'Unreadable', reason }));
  });
});
