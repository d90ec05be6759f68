import { expect, test } from 'vitest';
import type { RuleRow } from '../../shared/api/rule-commands.ts';
import { everyRule, groupCounts, passing, stepTo } from './rows.ts';
import type { Filter } from './rows.ts';

const row = (id: string, fields: Partial<RuleRow>): RuleRow => ({
  id,
  title: '',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  laws: [],
  group: 'contract',
  pack: null,
  on: true,
  shown: 0,
  adopted: 0,
  dismissed: 0,
  ...fields,
});

const rows = [
  row('amt-capital', { title: '大小写金额不一致', severity: 'high', nature: 'drafting' }),
  row('pay-vague', { title: '付款期限不明确', laws: ['中华人民共和国民法典'], on: false }),
  row('norm-fee', { title: '违法设定收费', nature: 'unlawful', kinds: ['normative'], group: 'normative' }),
  row('own-site', { title: '交付地点', group: 'own', pack: '本单位规则' }),
];

test.each<[Partial<Filter>, string[]]>([
  [{}, ['amt-capital', 'pay-vague', 'norm-fee', 'own-site']],
  [{ query: '金额' }, ['amt-capital']],
  [{ query: '民法典 付款' }, ['pay-vague']],
  [{ query: 'NORM' }, ['norm-fee']],
  [{ group: 'own' }, ['own-site']],
  [{ severity: 'high' }, ['amt-capital']],
  [{ nature: 'unlawful' }, ['norm-fee']],
  [{ kind: 'contract' }, ['amt-capital', 'pay-vague', 'own-site']],
  [{ onlyOff: true }, ['pay-vague']],
  [{ onlyOwn: true }, ['own-site']],
  [{ onlyOwn: true, onlyOff: true }, []],
])('%j', (filter, ids) => {
  expect(passing(rows, { ...everyRule, ...filter }).map(({ id }) => id)).toEqual(ids);
});

test('groups stay when nothing of them passes, and count what would be shown', () => {
  expect(groupCounts(rows, { ...everyRule, kind: 'contract', group: 'own' })).toEqual([
    { group: 'contract', count: 2 },
    { group: 'normative', count: 0 },
    { group: 'own', count: 1 },
  ]);
});

test.each([
  [null, 1, 'amt-capital'],
  ['amt-capital', 1, 'pay-vague'],
  ['amt-capital', -1, 'amt-capital'],
  ['own-site', 1, 'own-site'],
  ['gone', -1, 'amt-capital'],
] as const)('from %s by %i to %s', (current, by, expected) => {
  expect(stepTo(rows, current, by)?.id).toBe(expected);
});
