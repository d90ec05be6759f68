import { describe, expect, it } from 'vitest';
import { paragraphsIn } from '../../../shared/document/walk.ts';
import { normalise } from '../../../shared/import/normalise.ts';
import { decode, readTextFile } from './text.ts';

const sentence = '甲方应当在三十日内支付合同价款。';
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
/** 甲方应当支付。 in GB 2312, byte by byte: Node cannot write it. */
const gb = Buffer.from('bcd7b7bdd3a6b5b1d6a7b8b6a1a3', 'hex');

describe('decode', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from(sentence), sentence, 'UTF-8'],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(sentence)]), sentence, 'UTF-8'],
    ['UTF-16 LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(sentence)]), sentence, 'UTF-16 LE'],
    [
      'UTF-16 BE with its mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(sentence).swap16()]),
      sentence,
      'UTF-16 BE',
    ],
    ['UTF-16 LE without', utf16(`${sentence}\r\n1. a\r\n`), `${sentence}\r\n1. a\r\n`, 'UTF-16 LE'],
    [
      'UTF-16 LE without, 一 holding a zero byte',
      utf16(`第一条\u3000一次付清，一百元。\n${sentence}`),
      `第一条\u3000一次付清，一百元。\n${sentence}`,
      'UTF-16 LE',
    ],
    ['UTF-16 BE without', utf16(`第一条 ${sentence}\n`).swap16(), `第一条 ${sentence}\n`, 'UTF-16 BE'],
    ['GB18030', gb, '甲方应当支付。', 'GB18030'],
    ['ASCII', Buffer.from('plain'), 'plain', 'UTF-8'],
    ['stray controls', Buffer.from(`${sentence.repeat(100)}\u0007`), sentence.repeat(100), 'UTF-8'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  it.each<[string, Uint8Array]>([
    ['Latin-1', Buffer.from('caf\u00e9 cr\u00e8me d\u00e9j\u00e0', 'latin1')],
    ['Big5', Buffer.from('a5d2a4e8c0b3b7edaabaa5d8aabab3f8b0d3', 'hex')],
    ['binary', Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256)],
    ['broken UTF-8 after its mark', Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x41])],
    ['NUL bytes', Buffer.from('ab\u0000\u0000\u0000\u0000cd')],
  ])('refuses %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ reason: 'wrong-encoding' }));
  });
});

describe('readTextFile', () => {
  it('says how it decoded, unless it is UTF-8', () => {
    expect(readTextFile(gb, 'txt').raw.notices).toEqual([{ kind: 'decoded-as', detail: 'GB18030' }]);
    expect(readTextFile(Buffer.from(sentence), 'txt').raw.notices).toEqual([]);
  });

  it.each(['', ' \n\u3000\r\n', '\uFEFF'])('refuses %j as empty', (text) => {
    expect(() => readTextFile(Buffer.from(text), 'txt')).toThrow(expect.objectContaining({ reason: 'empty' }));
  });

  it('answers a document', () => {
    const document = normalise(readTextFile(Buffer.from('# 合同\n第一条 甲'), 'md').raw);
    expect(paragraphsIn(document.body).map((paragraph) => paragraph.text)).toEqual(['合同', '第一条 甲']);
    expect(document.clauses).toHaveLength(1);
  });
});
