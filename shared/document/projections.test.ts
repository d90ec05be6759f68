import { describe, expect, test } from 'vitest';
import type { Paragraph } from './model.ts';
import { type View, fromModel, isGone, projectionOf, toModel, views } from './projections.ts';
import { sample } from './sample.ts';
import { allParagraphs } from './walk.ts';

/** `[+came]` and `[-went]`, as a paragraph of the model. */
function tracked(marked: string): Paragraph {
  const plain = allParagraphs(sample('合同').document)[0] as Paragraph;
  const inserted: { from: number; to: number; change: number }[] = [];
  const removed: { at: number; text: string; change: number; format: number }[] = [];
  let text = '';
  for (const [whole, sign, changed] of marked.matchAll(/\[([+-])([^\]]+)\]|[^[]+/gu)) {
    if (sign === '-') removed.push({ at: text.length, text: changed ?? '', change: 0, format: 0 });
    else {
      const added = changed ?? whole;
      if (sign === '+') inserted.push({ from: text.length, to: text.length + added.length, change: 1 });
      text += added;
    }
  }
  return { ...plain, text, inserted, removed, runs: [{ from: 0, to: text.length, format: 0 }] };
}

const cases: readonly (readonly [string, string, string, string])[] = [
  ['期限为[-三十日][+四十五日]。', '期限为三十日。', '期限为三十日四十五日。', '期限为四十五日。'],
  ['[+新增]全文', '全文', '新增全文', '新增全文'],
  ['全文[-删去]', '全文删去', '全文删去', '全文'],
  ['[-全部删去]', '全部删去', '全部删去', ''],
  ['[+全部新增]', '', '全部新增', '全部新增'],
  ['甲[-乙][+丙]丁[-戊][-己]庚', '甲乙丁戊己庚', '甲乙丙丁戊己庚', '甲丙丁庚'],
  ['没有改动', '没有改动', '没有改动', '没有改动'],
  ['', '', '', ''],
];

describe('a paragraph', () => {
  test.each(cases)('%s', (marked, ...texts) => {
    expect(views.map((view) => projectionOf(tracked(marked), view).text)).toEqual(texts);
  });

  test.each(cases)('%s: the final text is the model’s, offset by offset', (marked) => {
    const paragraph = tracked(marked);
    const projection = projectionOf(paragraph, 'final');
    expect(projection.text).toBe(paragraph.text);
    for (let at = 0; at <= paragraph.text.length; at += 1) {
      expect([toModel(projection, at), fromModel(projection, at, 'start'), fromModel(projection, at, 'end')]).toEqual([
        at,
        at,
        at,
      ]);
    }
  });

  test.each(cases)('%s: what is kept is found again from both sides', (marked) => {
    const paragraph = tracked(marked);
    for (const view of views) {
      const projection = projectionOf(paragraph, view);
      for (const { from, to, at, removed } of projection.stretches) {
        if (removed) continue;
        for (let offset = from; offset < to; offset += 1) {
          const place = at + offset - from;
          expect(toModel(projection, offset)).toBe(place);
          const start = fromModel(projection, place, 'start');
          const end = fromModel(projection, place + 1, 'end');
          // Deleted text at either edge belongs to what it bounds.
          expect(projection.text.slice(start, end)).toContain(paragraph.text[place]);
        }
      }
    }
  });
});

test.each<[View, number, number, string]>([
  ['original', 3, 7, '三十日'],
  ['original', 0, 8, '期限为三十日。'],
  ['final', 3, 7, '四十五日'],
  ['marked', 3, 7, '三十日四十五日'],
])('in the %s view a range holds the deleted text it bounds', (view, from, to, expected) => {
  const projection = projectionOf(tracked('期限为[-三十日][+四十五日]。'), view);
  expect(projection.text.slice(fromModel(projection, from, 'start'), fromModel(projection, to, 'end'))).toBe(expected);
});

test.each<[string, Partial<Paragraph>, readonly View[]]>([
  ['[+全部新增]', { markInserted: 1 }, ['original']],
  ['[-全部删去]', { markRemoved: 0 }, ['final']],
  ['[+全部新增]', {}, []],
  ['一半[+新增]', { markInserted: 1 }, []],
  ['', {}, []],
])('%s %o is gone in %o', (marked, marks, gone) => {
  expect(views.filter((view) => isGone({ ...tracked(marked), ...marks }, view))).toEqual(gone);
});
