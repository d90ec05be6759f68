import { describe, expect, test } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import type { Paragraph } from '../../shared/document/model.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { copyText, quotesOf, rangeBetween, shownOrder } from './selection.ts';
import type { ShownOrder } from './selection.ts';

function shown(notation: string, change: (paragraph: Paragraph) => Paragraph = (same) => same): ShownOrder {
  const paragraphs = allParagraphs(sample(notation).document).map(change);
  return shownOrder(
    paragraphs.map(({ id }) => id),
    paragraphs,
  );
}

const contract = shown(
  '采购合同\n乙方应于三十日内交货。\n| 品名 | 单价 |\n| 档案柜 | 2,300 |\n第三条 验收',
  (paragraph) => (paragraph.text.startsWith('乙方') ? { ...paragraph, label: '（一）' } : paragraph),
);

describe('ranges', () => {
  test('over paragraphs and cells hold one span each, in reading order', () => {
    const range = rangeBetween(contract, { block: 'p2', offset: 4 }, { block: 'p6', offset: 2 });
    expect(range && quotesOf(contract, range)).toEqual(['三十日内交货。', '品名', '单价', '档案柜', '2,']);
  });

  test('do not depend on the direction of the drag', () => {
    const there = rangeBetween(contract, { block: 'p1', offset: 1 }, { block: 'p2', offset: 3 });
    expect(rangeBetween(contract, { block: 'p2', offset: 3 }, { block: 'p1', offset: 1 })).toEqual(there);
  });

  test('without text are none', () => {
    expect(rangeBetween(contract, { block: 'p1', offset: 2 }, { block: 'p1', offset: 2 })).toBeNull();
    expect(rangeBetween(contract, { block: 'p1', offset: 4 }, { block: 'p2', offset: 0 })).toBeNull();
    expect(rangeBetween(contract, { block: 'p99', offset: 0 }, { block: 'p2', offset: 0 })).toBeNull();
  });

  test('never split a surrogate pair', () => {
    const rare = shown('送达𠮷某');
    const range = rangeBetween(rare, { block: 'p1', offset: 0 }, { block: 'p1', offset: 3 });
    expect(range && quotesOf(rare, range)).toEqual(['送达𠮷']);
  });
});

function copied(from: readonly [string, number], to: readonly [string, number]): string | null {
  const range = rangeBetween(contract, { block: from[0], offset: from[1] }, { block: to[0], offset: to[1] });
  return range && copyText(contract, range, 'marked');
}

describe('copying', () => {
  test('takes the computed label of whole paragraphs, and tabs between cells', () => {
    expect(copied(['p1', 0], ['p7', 3])).toBe(
      '采购合同\n（一） 乙方应于三十日内交货。\n品名\t单价\n档案柜\t2,300\n第三条',
    );
  });

  test('takes the text before tracked changes in the view of the original', () => {
    const [one, two] = allParagraphs(sample('期限为四十五日\n新增的一段').document) as [Paragraph, Paragraph];
    const changed: Paragraph = {
      ...one,
      inserted: [{ from: 3, to: 7, change: 0 }],
      removed: [{ at: 3, text: '三十日', change: 1, format: 0 }],
    };
    const added: Paragraph = { ...two, inserted: [{ from: 0, to: 5, change: 0 }], markInserted: 0 };
    const both = shownOrder([one.id, two.id], [changed, added]);
    const range = rangeBetween(both, { block: one.id, offset: 0 }, { block: two.id, offset: 5 });
    expect(range && copyText(both, range, 'original')).toBe('期限为三十日');
    expect(range && copyText(both, range, 'final')).toBe('期限为四十五日\n新增的一段');
  });

  test('leaves the label out of a part of one paragraph', () => {
    expect(copied(['p2', 0], ['p2', 2])).toBe('乙方');
    expect(copied(['p2', 0], ['p2', 11])).toBe('（一） 乙方应于三十日内交货。');
  });
});
