import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, markedPieces } from './marked.ts';

const shown = (text: string, words: readonly string[]): string =>
  markedPieces(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['逾期三日视为合格', ['三日', '合格'], '逾期[三日]视为[合格]'],
  ['逾期三日视为合格', ['三日视', '日视为'], '逾期[三日视为]合格'],
  ['三日三日', ['三日'], '[三日三日]'],
  ['三日又三日', ['三日'], '[三日]又[三日]'],
  ['三日', ['', '五日'], '三日'],
  ['', ['三日'], ''],
] as const)('%s with %j', (text, words, expected) => {
  expect(shown(text, words)).toBe(expected);
});

test('pieces join to the text again', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙') });
  fc.assert(
    fc.property(text, fc.array(text), (whole, words) => {
      expect(
        markedPieces(whole, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(whole);
    }),
  );
});

test.each([
  ['短文', ['文'], 10, '短文'],
  ['零一二三四五六七八九十', ['八'], 4, '…七八九十'],
  ['零一二三四五六七八九十', ['四'], 4, '…三四五六…'],
  ['零一二三四五六七八九十', ['无'], 4, '零一二三…'],
] as const)('%s is cut around %j', (text, words, length, expected) => {
  expect(excerpt(text, words, length)).toBe(expected);
});
