import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { blockAround, offsetAt, placeAt, pointAt, segmentsOf } from './dom-map.ts';
import type { TreeNode } from './dom-map.ts';

type Fake = { -readonly [K in keyof TreeNode]: TreeNode[K] } & { getAttribute: (name: string) => string | null };

function text(value: string): Fake {
  return {
    nodeType: 3,
    nodeName: '#text',
    nodeValue: value,
    childNodes: [],
    parentNode: null,
    getAttribute: () => null,
  };
}

function tag(name: string, attributes: Readonly<Record<string, string>>, ...inside: Fake[]): Fake {
  const node: Fake = {
    nodeType: 1,
    nodeName: name,
    nodeValue: null,
    childNodes: inside,
    parentNode: null,
    getAttribute: (wanted) => attributes[wanted] ?? null,
  };
  for (const child of inside) child.parentNode = node;
  return node;
}

/** 「第二条」甲方[图]应当于[删:十]三十日内付款 */
function paragraph(): Record<'block' | 'label' | 'first' | 'picture' | 'second' | 'removed' | 'third', Fake> {
  const label = text('第二条');
  const first = text('甲方');
  const picture = tag('SPAN', { 'data-object': 'image' }, tag('IMG', {}));
  const second = text('应当于');
  const removed = text('十');
  const third = text('三十日内付款');
  const block = tag(
    'P',
    { 'data-block': 'p7' },
    tag('SPAN', { 'data-skip': 'label' }, label),
    tag('SPAN', {}, first),
    picture,
    tag('SPAN', {}, second),
    tag('DEL', { 'data-skip': 'removed' }, removed),
    tag('SPAN', {}, third),
    tag('BR', {}),
  );
  return { block, label, first, picture, second, removed, third };
}

describe('segments', () => {
  test('skip labels, removed text and breaks; an object counts one', () => {
    const { block, first, picture, second, third } = paragraph();
    expect(segmentsOf(block)).toEqual([
      { node: first, from: 0, to: 2, object: false },
      { node: picture, from: 2, to: 3, object: true },
      { node: second, from: 3, to: 6, object: false },
      { node: third, from: 6, to: 12, object: false },
    ]);
  });

  test('begin at data-from, so that a line of a PDF knows its place', () => {
    const line = tag('SPAN', { 'data-block': 'p1', 'data-from': '40' }, text('付款'));
    expect(segmentsOf(line).map(({ from, to }) => [from, to])).toEqual([[40, 42]]);
  });

  test('leave a nested block to itself', () => {
    const outer = tag(
      'P',
      { 'data-block': 'p1' },
      text('甲'),
      tag('P', { 'data-block': 'p2' }, text('乙乙')),
      text('丙'),
    );
    expect(segmentsOf(outer).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe('points', () => {
  test('at a seam a start goes forward and an end stays behind', () => {
    const { block, second, third } = paragraph();
    const segments = segmentsOf(block);
    expect(pointAt(segments, 6, 'start')).toEqual({ node: third, offset: 0 });
    expect(pointAt(segments, 6, 'end')).toEqual({ node: second, offset: 3 });
  });

  test('around an object lie in its parent', () => {
    const { block } = paragraph();
    const segments = segmentsOf(block);
    expect(pointAt(segments, 2, 'start')).toEqual({ node: block, offset: 2 });
    expect(pointAt(segments, 3, 'end')).toEqual({ node: block, offset: 3 });
  });

  test('of an empty paragraph do not exist', () => {
    expect(pointAt(segmentsOf(tag('P', { 'data-block': 'p1' }, tag('BR', {}))), 0, 'start')).toBeNull();
  });
});

describe('offsets', () => {
  const cases: readonly (readonly [string, (p: ReturnType<typeof paragraph>) => readonly [Fake, number], number])[] = [
    ['inside the label', (p) => [p.label, 2], 0],
    ['inside text', (p) => [p.second, 1], 4],
    ['inside removed text', (p) => [p.removed, 1], 6],
    ['after removed text', (p) => [p.third, 2], 8],
    ['before the object, by its parent', (p) => [p.block, 2], 2],
    ['after the object, by its parent', (p) => [p.block, 3], 3],
    ['inside the object', (p) => [p.picture, 0], 2],
    ['at the end of the block', (p) => [p.block, 7], 12],
    ['at its start', (p) => [p.block, 0], 0],
  ];
  test.each(cases)('%s', (_name, pick, expected) => {
    const p = paragraph();
    const [node, offset] = pick(p);
    expect(offsetAt(p.block, { node, offset })).toBe(expected);
  });

  test('every offset comes back from its point, whatever the pieces', () => {
    const piece = fc.oneof(
      fc.string({ minLength: 1, maxLength: 6 }).map((value) => ({ kind: 'text' as const, value })),
      fc.constant({ kind: 'object' as const }),
      fc.string({ maxLength: 4 }).map((value) => ({ kind: 'removed' as const, value })),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('start' as const, 'end' as const),
        (pieces, edge) => {
          const block = tag(
            'P',
            { 'data-block': 'p1' },
            ...pieces.map((one) => {
              if (one.kind === 'text') return tag('SPAN', {}, text(one.value));
              if (one.kind === 'object') return tag('SPAN', { 'data-object': 'image' });
              return tag('DEL', { 'data-skip': 'removed' }, text(one.value));
            }),
          );
          const segments = segmentsOf(block);
          const length = segments.at(-1)?.to ?? 0;
          for (let offset = 0; offset <= length; offset += 1) {
            const point = pointAt(segments, offset, edge);
            if (point) expect(offsetAt(block, point)).toBe(offset);
          }
        },
      ),
    );
  });
});

function make(): Record<'root' | 'one' | 'cell' | 'two', Fake> {
  const one = tag('P', { 'data-block': 'p1' }, text('甲方'));
  const two = tag('P', { 'data-block': 'p2' }, text('乙方付款'));
  const cell = tag('TD', {}, two);
  return { one, two, cell, root: tag('DIV', {}, tag('DIV', {}, one), tag('TABLE', {}, cell)) };
}

describe('places between blocks', () => {
  test('before a block its start counts, behind all the last end', () => {
    const { root, cell } = make();
    expect(placeAt(root, { node: root, offset: 1 })).toEqual({ block: 'p2', offset: 0 });
    expect(placeAt(root, { node: cell, offset: 0 })).toEqual({ block: 'p2', offset: 0 });
    expect(placeAt(root, { node: cell, offset: 1 })).toEqual({ block: 'p2', offset: 4 });
    expect(placeAt(root, { node: root, offset: 2 })).toEqual({ block: 'p2', offset: 4 });
  });

  test('a paper without blocks has no places', () => {
    const root = tag('DIV', {}, tag('DIV', {}));
    expect(placeAt(root, { node: root, offset: 0 })).toBeNull();
    expect(blockAround(root)).toBeNull();
  });
});
