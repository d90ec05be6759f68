import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperOrder } from '../../shared/opinion/item.ts';
import type { OpinionFields, OpinionItem } from '../../shared/review/events.ts';
import { articleOf, blankItem, changed, missing, moveBy, moveTo, settledByWeight, tidied } from './items.ts';

function item(id: string, weight: OpinionItem['weight']): OpinionItem {
  return { ...blankItem(), id, weight };
}

const four = [item('s1', 'should'), item('m1', 'must'), item('m2', 'must'), item('s2', 'should')];

test('the paper has must before should', () => {
  expect(paperOrder(four).map(({ id }) => id)).toEqual(['m1', 'm2', 's1', 's2']);
});

describe('moving', () => {
  test.each([
    ['m1', 'm2', ['m2', 'm1', 's1', 's2'], null],
    ['s2', 's1', ['m1', 'm2', 's2', 's1'], null],
    ['s2', 'm1', ['s2', 'm1', 'm2', 's1'], 'must'],
    ['m1', 's1', ['m2', 's1', 'm1', 's2'], 'should'],
  ] as const)('%s dropped on %s', (id, over, order, weight) => {
    expect(moveTo(four, id, over)).toEqual({ order, weight });
  });

  test.each([
    ['m1', 1, ['m2', 'm1', 's1', 's2'], null],
    ['m2', 1, ['m1', 'm2', 's1', 's2'], 'should'],
    ['s1', -1, ['m1', 'm2', 's1', 's2'], 'must'],
    ['s2', -1, ['m1', 'm2', 's2', 's1'], null],
  ] as const)('%s by %s', (id, step, order, weight) => {
    expect(moveBy(four, id, step)).toEqual({ order, weight });
  });

  test.each([
    ['m1', -1],
    ['s2', 1],
    ['gone', 1],
  ] as const)('%s by %s goes nowhere', (id, step) => {
    expect(moveBy(four, id, step)).toBeNull();
  });

  test('a step over the border is one act when the weight alone does it', () => {
    const weightOnly = moveBy(four, 'm2', 1);
    expect(weightOnly && settledByWeight(paperOrder(four), 'm2', weightOnly)).toBe(true);
    expect(weightOnly && settledByWeight(four, 'm2', weightOnly)).toBe(false);
    expect(settledByWeight(four, 'm1', { order: ['m2', 'm1', 's1', 's2'], weight: null })).toBe(false);
  });

  test('an item dropped on itself or nowhere stays', () => {
    expect(moveTo(four, 'm1', 'm1')).toBeNull();
    expect(moveTo(four, 'm1', 'gone')).toBeNull();
  });

  test('no move loses an item, and the moved one lands in the part it was dropped on', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), weight: fc.constantFrom('must', 'should') }),
      {
        selector: ({ id }) => id,
        minLength: 2,
      },
    );
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (given, from, to) => {
        const items = given.map(({ id, weight }) => item(id, weight as OpinionItem['weight']));
        const one = items[from % items.length];
        const over = items[to % items.length];
        const move = one && over ? moveTo(items, one.id, over.id) : null;
        if (!move || !one || !over) return;
        expect(move.order.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        expect(move.weight ?? one.weight).toBe(over.weight);
      }),
    );
  });
});

const opinion: OpinionFields = {
  number: '',
  office: '',
  addressee: '区政府办公室',
  conclusion: null,
  conclusionText: '',
  body: true,
  table: true,
  date: '',
};

test('defaults stand in for empty fields only', () => {
  const defaults = { office: '云州市司法局', addressee: '住建局', date: '2026-11-23' };
  expect(missing(opinion, defaults)).toEqual({ office: '云州市司法局', date: '2026-11-23' });
  expect(missing(opinion, { ...defaults, office: '' })).toEqual({ date: '2026-11-23' });
});

test('only what changed is sent', () => {
  expect(changed(opinion, { number: '', office: 'x', conclusion: null })).toEqual({ office: 'x' });
  expect(changed(item('a', 'must'), item('a', 'must'))).toEqual({});
  expect(changed(item('a', 'must'), { basis: [{ law: '民法典', article: null }] })).toEqual({
    basis: [{ law: '民法典', article: null }],
  });
});

test.each([
  ['510', '510'],
  ['第 510 条', '510'],
  ['５１０', '510'],
  ['120-1', '120-1'],
  ['第120条之1', '120-1'],
  ['第五百一十条', '510'],
  ['一百二十条之一', '120-1'],
  ['第五条第二款', null],
  ['', null],
  [null, null],
] as const)('article %s is %s', (written, article) => {
  expect(articleOf(written)).toBe(article);
});

test('the form is tidied before it is recorded', () => {
  const form = {
    ...blankItem(),
    clause: ' ',
    quote: '',
    problem: ' 期限不明 ',
    basis: [
      { law: '《民法典》', article: '第511条' },
      { law: ' ', article: '1' },
      { law: '审计法', article: '第五条第二款' },
    ],
  };
  expect(tidied(form)).toMatchObject({
    clause: null,
    quote: null,
    problem: '期限不明',
    basis: [
      { law: '民法典', article: '511' },
      { law: '审计法', article: null, note: '第五条第二款' },
    ],
  });
});
