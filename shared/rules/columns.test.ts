import { expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { columnsOf } from './columns.ts';
import type { RuleContext } from './rule.ts';

const table = '| 证据 | 页码 | 说明 |\n| 笔录 | | 一份 |\n| 照片 | 7 | |';
// Only the document is read.
const context = { document: sample(table).document } as RuleContext;

it.each([
  ['页码', 2, ['7']],
  ['说明', 2, ['一份']],
  ['证据', 2, ['笔录', '照片']],
])('the column under %s', (head, rows, texts) => {
  expect(
    columnsOf(context, new RegExp(`^${head}$`, 'u')).map((column) => [
      column.rows,
      column.cells.map(({ text }) => text),
    ]),
  ).toEqual([[rows, texts]]);
});

it('is none where no first row has such a head', () => {
  expect(columnsOf(context, /笔录/u)).toEqual([]);
});
