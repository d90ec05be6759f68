import { expect, test } from 'vitest';
import type { OpinionItem } from '../../shared/review/events.ts';
import { blankItem } from '../opinion/items.ts';
import { itemNumber } from './findings.ts';

function item(id: string, weight: OpinionItem['weight']): OpinionItem {
  return { ...blankItem(), id, weight };
}

const items = [item('first-adopted', 'should'), item('then-adopted', 'must')];

test.each([
  ['then-adopted', 1],
  ['first-adopted', 2],
  ['removed', null],
])('%s bears the number that the paper prints', (id, expected) => {
  expect(
    itemNumber({ items }, { kind: 'adopted', rule: null, item: id, by: '王芳', at: '2026-11-24T09:00:00.000Z' }),
  ).toBe(expected);
});
