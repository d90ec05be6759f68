import { describe, expect, test } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import type { Paragraph } from '../../shared/document/model.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { findAll, fold, hitFrom, searchIndex } from './search.ts';

function hits(
  notation: string,
  query: string,
  label: string | null = null,
): readonly (readonly [string, number, number])[] {
  const paragraphs = allParagraphs(sample(notation).document).map((one): Paragraph => ({ ...one, label }));
  return findAll(searchIndex(paragraphs), query).map(({ block, from, to }) => [block, from, to]);
}

describe('search', () => {
  const cases: readonly (readonly [string, string, readonly (readonly [string, number, number])[]])[] = [
    [
      '双方应当付款，逾期付款的',
      '付款',
      [
        ['p1', 4, 6],
        ['p1', 9, 11],
      ],
    ],
    ['合同（草案）', '(草案)', [['p1', 2, 6]]],
    ['ＡＢＣ公司', 'abc', [['p1', 0, 3]]],
    ['“甲方”', '"甲方"', [['p1', 0, 4]]],
    ['付\u3000款', '付 款', [['p1', 0, 3]]],
    ['违约\n约定', '约定', [['p2', 0, 2]]],
    ['付款', '  ', []],
    ['啊啊啊', '啊啊', [['p1', 0, 2]]],
  ];
  test.each(cases)('%s / %s', (text, query, expected) => {
    expect(hits(text, query)).toEqual(expected);
  });

  test('finds the computed label, alone and running into the text', () => {
    expect(hits('付款期限', '第十二条', '第十二条')).toEqual([['p1', 0, 0]]);
    expect(hits('付款期限', '条付款', '第十二条')).toEqual([['p1', 0, 2]]);
  });

  test('folding keeps lengths', () => {
    const text = 'Ａ（）：；“”‘’　İß𠮷';
    expect(fold(text)).toHaveLength(text.length);
  });

  test('goes on from the block in view, and round', () => {
    const found = findAll(searchIndex(allParagraphs(sample('付款\n交货\n付款').document)), '付款');
    const rank = new Map([
      ['p1', 0],
      ['p2', 1],
      ['p3', 2],
    ]);
    expect(hitFrom(found, rank, 'p2')).toBe(1);
    expect(hitFrom(found, rank, null)).toBe(0);
    expect(hitFrom(found.slice(0, 1), rank, 'p3')).toBe(0);
  });
});
