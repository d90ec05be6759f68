import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatterRow } from '../../shared/api/contract.ts';
import {
  counted,
  figuresOf,
  firstOrder,
  inView,
  nextOrder,
  passes,
  progressOf,
  sortRows,
  stepFrom,
  type Column,
} from './rows.ts';

const plain: MatterRow = {
  id: 'm1',
  number: '2026-0001',
  title: '办公桌采购合同',
  kind: 'contract',
  subKind: 'procurement',
  unit: '办公室',
  counterparty: '云州恒立公司',
  amountFen: 850_000,
  urgent: false,
  openedAt: new Date(2026, 10, 3, 9).toISOString(),
  reviewer: '王芳',
  sample: false,
  version: 1,
  files: 1,
  counts: { high: 0, medium: 1, low: 0, notice: 0 },
  open: 1,
  items: 0,
  exported: false,
};

function row(change: Partial<MatterRow>): MatterRow {
  return { ...plain, ...change, id: change.number ?? plain.id };
}

describe('views', () => {
  const issued = row({ number: '2', exported: true, open: 0, unit: '住建局', kind: 'decision' });
  test.each([
    [{ kind: 'active' }, plain, true],
    [{ kind: 'active' }, issued, false],
    [{ kind: 'open' }, plain, true],
    [{ kind: 'open' }, issued, false],
    [{ kind: 'issued' }, issued, true],
    [{ kind: 'all' }, issued, true],
    [{ kind: 'documentKind', value: 'decision' }, issued, true],
    [{ kind: 'documentKind', value: 'decision' }, plain, false],
    [{ kind: 'unit', value: '住建局' }, issued, true],
    [{ kind: 'unit', value: '' }, issued, false],
  ] as const)('%o', (view, one, holds) => {
    expect(inView(one, view)).toBe(holds);
  });

  test('values are counted, most frequent first', () => {
    const rows = [row({ unit: '住建局' }), row({ unit: '办公室' }), row({ unit: '住建局' }), row({ unit: '' })];
    expect(counted(rows, ({ unit }) => unit)).toEqual([
      { value: '住建局', count: 2 },
      { value: '', count: 1 },
      { value: '办公室', count: 1 },
    ]);
  });
});

test.each([
  ['', true],
  ['  ', true],
  ['办公桌', true],
  ['恒立 2026', true],
  ['２０２６-0001', true],
  ['路灯', false],
] as const)('the filter “%s” lets the row through: %s', (query, through) => {
  expect(passes(plain, { query, onlyHigh: false })).toBe(through);
});

test('only high hides rows without a high finding', () => {
  expect(passes(plain, { query: '', onlyHigh: true })).toBe(false);
  expect(passes(row({ counts: { high: 1, medium: 0, low: 0, notice: 0 } }), { query: '', onlyHigh: true })).toBe(true);
});

describe('order', () => {
  test('numbers sort as numbers, newest first', () => {
    const rows = [row({ number: '2026-2' }), row({ number: '2026-10' }), row({ number: '2025-99' })];
    expect(numbers(sortRows(rows, firstOrder))).toEqual(['2026-10', '2026-2', '2025-99']);
  });

  test('unknown amounts stay last in both directions', () => {
    const rows = [
      row({ number: '1', amountFen: null }),
      row({ number: '2', amountFen: 5 }),
      row({ number: '3', amountFen: 9 }),
    ];
    expect(numbers(sortRows(rows, { column: 'amount', descending: true }))).toEqual(['3', '2', '1']);
    expect(numbers(sortRows(rows, { column: 'amount', descending: false }))).toEqual(['2', '3', '1']);
  });

  test('one high finding outweighs many medium ones', () => {
    const rows = [
      row({ number: '1', counts: { high: 0, medium: 9, low: 9, notice: 9 } }),
      row({ number: '2', counts: { high: 1, medium: 0, low: 0, notice: 0 } }),
    ];
    expect(numbers(sortRows(rows, { column: 'findings', descending: true }))).toEqual(['2', '1']);
  });

  test('a heading pressed again turns the order', () => {
    const byTitle = nextOrder(firstOrder, 'title');
    expect(byTitle).toEqual({ column: 'title', descending: false });
    expect(nextOrder(byTitle, 'title')).toEqual({ column: 'title', descending: true });
    expect(nextOrder(byTitle, 'amount')).toEqual({ column: 'amount', descending: true });
  });

  test('sorting loses and invents nothing, whatever the column', () => {
    const rows = fc.array(
      fc.record({
        number: fc.string({ maxLength: 4 }),
        amountFen: fc.option(fc.nat(), { nil: null }),
        open: fc.nat(9),
      }),
    );
    const columns: readonly Column[] = [
      'number',
      'title',
      'kind',
      'unit',
      'counterparty',
      'amount',
      'progress',
      'findings',
    ];
    fc.assert(
      fc.property(rows, fc.constantFrom(...columns), fc.boolean(), (changes, column, descending) => {
        const given = changes.map(row);
        const sorted = sortRows(given, { column, descending });
        expect(numbers(sorted).toSorted()).toEqual(numbers(given).toSorted());
        expect(sortRows(sorted, { column, descending })).toEqual(sorted);
      }),
    );
  });
});

test('figures are sums of the given rows and nothing else', () => {
  const rows = [
    plain,
    row({
      amountFen: null,
      open: 4,
      counts: { high: 2, medium: 0, low: 0, notice: 0 },
      openedAt: new Date(2026, 10, 4, 0, 1).toISOString(),
    }),
  ];
  expect(figuresOf(rows, '2026-11-04')).toEqual({ matters: 2, today: 1, open: 5, high: 2, amountFen: 850_000 });
  expect(figuresOf([], '2026-11-04')).toEqual({ matters: 0, today: 0, open: 0, high: 0, amountFen: null });
});

test.each([
  [{}, 'open'],
  [{ open: 0 }, 'decided'],
  [{ open: 0, counts: { high: 0, medium: 0, low: 0, notice: 0 } }, 'clean'],
  [{ exported: true }, 'issued'],
] as const)('the progress of %o is %s', (change, progress) => {
  expect(progressOf(row(change))).toBe(progress);
});

test('stepping stays inside the rows and begins with the first', () => {
  const rows = [row({ number: '1' }), row({ number: '2' })];
  expect(stepFrom(rows, null, 1)?.id).toBe('1');
  expect(stepFrom(rows, 'gone', -1)?.id).toBe('1');
  expect(stepFrom(rows, '1', 1)?.id).toBe('2');
  expect(stepFrom(rows, '2', 1)?.id).toBe('2');
  expect(stepFrom(rows, '1', -1)?.id).toBe('1');
  expect(stepFrom([], '1', 1)).toBeNull();
});

function numbers(rows: readonly MatterRow[]): string[] {
  return rows.map(({ number }) => number);
}
