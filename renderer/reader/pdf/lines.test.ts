import { expect, test } from 'vitest';
import { marginsOf, pageTops, type Line } from './lines.ts';

const page = { number: 1, width: 595, height: 842, hasText: true };

function line(x: number, width: number): Line {
  return { block: 'p0', text: '租金', box: { page: 1, x, y: 100, width, height: 16, from: 0, to: 2 } };
}

test.each([
  ['one line', [line(90, 400)], { left: 90, right: 105 }],
  ['the widest of several', [line(120, 100), line(88, 20), line(200, 305)], { left: 88, right: 90 }],
  ['text that hangs over the edge', [line(-4, 610)], { left: 0, right: 0 }],
  ['no text', [], { left: 297.5, right: 297.5 }],
])('margins of %s', (_, lines, expected) => {
  expect(marginsOf(page, lines)).toEqual(expected);
});

test('page tops count the gaps, and end with the whole height', () => {
  expect(pageTops([{ height: 800 }, { height: 600 }], 12)).toEqual([0, 812, 1424]);
});
