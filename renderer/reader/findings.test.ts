import { expect, test } from 'vitest';
import type { OpinionItem } from '../../shared/review/events.ts';
import type { Suppression } from '../../shared/review/suppress.ts';
import { blankItem } from '../opinion/items.ts';
import { shelvesFindings } from '../testing/made-up.ts';
import { itemNumber, parted } from './findings.ts';

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

test('what dismissals elsewhere silence is parted from what is shown', () => {
  const [first, second] = shelvesFindings.map(({ fingerprint }) => fingerprint);
  const by: Suppression = {
    matter: 'm1',
    scope: 'matter',
    rule: 'pay-time-vague',
    finding: first ?? '',
    counterparty: '',
    until: null,
    reason: 'accepted-risk',
    note: '',
    by: '王芳',
    at: '2026-11-24T09:00:00.000Z',
  };
  const { shown, silenced } = parted({ findings: shelvesFindings, silenced: { [second ?? '']: by } });
  expect(silenced.map(({ finding }) => finding.fingerprint)).toEqual([second]);
  expect(shown.map(({ fingerprint }) => fingerprint)).toEqual(
    shelvesFindings.map(({ fingerprint }) => fingerprint).filter((fingerprint) => fingerprint !== second),
  );
});
