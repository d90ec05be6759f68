/** What the register shows of its rows: views, filter, order and figures. Pure. */
import type { MatterRow } from '../../shared/api/contract.ts';
import type { DocumentKind } from '../../shared/rules/rule.ts';
import { dayOf } from '../format.ts';
import { matches } from '../frame/palette.ts';

export type View =
  | Readonly<{ kind: 'active' | 'open' | 'issued' | 'all' }>
  | Readonly<{ kind: 'documentKind'; value: DocumentKind }>
  | Readonly<{ kind: 'unit'; value: string }>;

export const stageViews = ['active', 'open', 'issued', 'all'] as const;

/** One string a view, for keys and selects. */
export function viewKey(view: View): string {
  return 'value' in view ? `${view.kind}:${view.value}` : view.kind;
}

export function inView(row: MatterRow, view: View): boolean {
  switch (view.kind) {
    case 'active':
      return !row.exported;
    case 'open':
      return row.open > 0;
    case 'issued':
      return row.exported;
    case 'all':
      return true;
    case 'documentKind':
      return row.kind === view.value;
    case 'unit':
      return row.unit === view.value;
  }
}

export type Counted<T> = Readonly<{ value: T; count: number }>;

/** Values that occur, most frequent first, then in their own order. */
export function counted<T extends string>(
  rows: readonly MatterRow[],
  of: (row: MatterRow) => T,
): readonly Counted<T>[] {
  const counts = new Map<T, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || collate(a.value, b.value));
}

export type Filter = Readonly<{ query: string; onlyHigh: boolean }>;

export function passes(row: MatterRow, filter: Filter): boolean {
  if (filter.onlyHigh && row.counts.high === 0) return false;
  return filter.query.trim() === '' || matches(filter.query, row.number, row.title, row.unit, row.counterparty);
}

export type Column =
  'number' | 'title' | 'kind' | 'unit' | 'counterparty' | 'amount' | 'progress' | 'reviewer' | 'openedAt' | 'findings';

export type Order = Readonly<{ column: Column; descending: boolean }>;

/** Newest number first, as a register is read. */
export const firstOrder: Order = { column: 'number', descending: true };

/** Pressing a heading sorts by it; pressing it again turns the order. Figures start with the greatest. */
export function nextOrder(order: Order, column: Column): Order {
  if (order.column === column) return { column, descending: !order.descending };
  return { column, descending: ['number', 'amount', 'openedAt', 'findings', 'progress'].includes(column) };
}

/** A stable order; equal rows fall back to the newest number, unknown amounts stay last. */
export function sortRows(rows: readonly MatterRow[], order: Order): readonly MatterRow[] {
  const compare = comparers[order.column];
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (order.column === 'amount' && (a.amountFen === null) !== (b.amountFen === null)) {
      return a.amountFen === null ? 1 : -1;
    }
    return sign * compare(a, b) || collate(b.number, a.number);
  });
}

const comparers: Readonly<Record<Column, (a: MatterRow, b: MatterRow) => number>> = {
  number: (a, b) => collate(a.number, b.number),
  title: (a, b) => collate(a.title, b.title),
  kind: (a, b) => collate(a.kind, b.kind) || collate(a.subKind, b.subKind),
  unit: (a, b) => collate(a.unit, b.unit),
  counterparty: (a, b) => collate(a.counterparty, b.counterparty),
  amount: (a, b) => (a.amountFen ?? 0) - (b.amountFen ?? 0),
  progress: (a, b) => Number(b.exported) - Number(a.exported) || a.open - b.open,
  reviewer: (a, b) => collate(a.reviewer, b.reviewer),
  openedAt: (a, b) => collate(a.openedAt, b.openedAt),
  /* Graver first: one high outweighs any number of medium ones. */
  findings: (a, b) =>
    a.counts.high - b.counts.high ||
    a.counts.medium - b.counts.medium ||
    a.counts.low - b.counts.low ||
    a.counts.notice - b.counts.notice,
};

const collator = new Intl.Collator('zh-CN', { numeric: true });

function collate(a: string, b: string): number {
  return collator.compare(a, b);
}

export type Figures = Readonly<{
  matters: number;
  today: number;
  open: number;
  high: number;
  amountFen: number | null;
}>;

/** Sums of the rows that are shown, nothing else. */
export function figuresOf(rows: readonly MatterRow[], today: string): Figures {
  const amounts = rows.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  return {
    matters: rows.length,
    today: rows.filter(({ openedAt }) => dayOf(new Date(openedAt)) === today).length,
    open: rows.reduce((sum, row) => sum + row.open, 0),
    high: rows.reduce((sum, row) => sum + row.counts.high, 0),
    amountFen: amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0),
  };
}

/** How far the review of a matter is, as far as the record knows. */
export function progressOf(row: MatterRow): 'open' | 'decided' | 'clean' | 'issued' {
  if (row.exported) return 'issued';
  if (row.open > 0) return 'open';
  return Object.values(row.counts).some((count) => count > 0) ? 'decided' : 'clean';
}

/** The row `step` places on from the selected one; the first when none is selected. */
export function stepFrom(rows: readonly MatterRow[], selected: string | null, step: 1 | -1): MatterRow | null {
  const at = rows.findIndex(({ id }) => id === selected);
  if (at < 0) return rows[0] ?? null;
  return rows[Math.max(0, Math.min(rows.length - 1, at + step))] ?? null;
}
