import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef } from 'react';
import type { MatterRow } from '../../shared/api/contract.ts';
import { formatAmount, formatMoment, formatYuan } from '../format.ts';
import { SeverityCounts } from '../ui/Severity.tsx';
import { Chip } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { progressOf, type Column, type Order } from './rows.ts';

type Props = Readonly<{
  /** Changes when the reader asks for other rows or another order: the table then begins anew. */
  asked: string;
  rows: readonly MatterRow[];
  selected: string | null;
  order: Order;
  sort: (column: Column) => void;
  select: (matter: string) => void;
  open: (matter: string) => void;
}>;

const columns: readonly Column[] = [
  'number',
  'title',
  'kind',
  'unit',
  'counterparty',
  'amount',
  'progress',
  'reviewer',
  'openedAt',
  'findings',
];

const rowHeight = 35;

/** The dense table. Only rows in sight are in the page; the grid says how many there are. */
export function Table({ asked, rows, selected, order, sort, select, open }: Props): React.JSX.Element {
  const { register } = useWords();
  const today = useToday();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled or memoised by value
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const at = rows.findIndex((row) => row.id === selected);
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current !== asked && at < 0) virtual.scrollToOffset(0);
    shown.current = asked;
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, asked, virtual]);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={register.title}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
    >
      <div className="grid-head grid-row" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={`cell-${column}`}
            aria-sort={order.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              className="plain"
              title={register.sortBy(register.columns[column])}
              onClick={() => sort(column)}
            >
              {register.columns[column]}
              {order.column === column ? <i aria-hidden="true">{order.descending ? '↓' : '↑'}</i> : null}
            </button>
          </span>
        ))}
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <Row
              key={row.id}
              id={`${id}-${index}`}
              row={row}
              today={today}
              index={index}
              start={start}
              selected={index === at}
              select={select}
              open={open}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

type RowProps = Readonly<{
  id: string;
  row: MatterRow;
  today: string;
  index: number;
  start: number;
  selected: boolean;
  select: (matter: string) => void;
  open: (matter: string) => void;
}>;

const Row = memo(function Row({ id, row, today, index, start, selected, select, open }: RowProps): React.JSX.Element {
  const { register, desk } = useWords();
  const language = useLanguage();
  const subKind = desk.subKind[row.subKind];
  const kind = subKind ? `${desk.kind[row.kind]} · ${subKind}` : desk.kind[row.kind];
  const progress = progressOf(row);
  return (
    <div
      id={id}
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => select(row.id)}
      onDoubleClick={() => open(row.id)}
    >
      <span role="gridcell" className="cell-number">
        {row.number}
      </span>
      <span role="gridcell" className="cell-title">
        <button type="button" className="plain clip" tabIndex={-1} title={row.title} onClick={() => open(row.id)}>
          {row.title}
        </button>
        {row.urgent ? <Chip tone="high">{register.urgent}</Chip> : null}
        {row.sample ? <Chip tone="accent">{register.sample}</Chip> : null}
        {row.version > 1 ? <Chip>{register.version(row.version)}</Chip> : null}
        {row.files > 1 ? <Chip>{register.annexes(row.files - 1)}</Chip> : null}
      </span>
      <span role="gridcell" className="cell-kind clip" title={kind}>
        {kind}
      </span>
      <span role="gridcell" className="cell-unit clip" title={row.unit}>
        {row.unit || <i className="dim">–</i>}
      </span>
      <span role="gridcell" className="cell-counterparty clip" title={row.counterparty}>
        {row.counterparty || <i className="dim">–</i>}
      </span>
      <span
        role="gridcell"
        className="cell-amount num"
        title={row.amountFen === null ? undefined : `¥${formatYuan(row.amountFen)}`}
      >
        {formatAmount(row.amountFen, language)}
      </span>
      <span role="gridcell" className={`cell-progress progress-${progress}`}>
        {progress === 'open' ? register.progress.open(row.open) : register.progress[progress]}
      </span>
      <span role="gridcell" className="cell-reviewer clip" title={row.reviewer}>
        {row.reviewer}
      </span>
      <span role="gridcell" className="cell-openedAt">
        {formatMoment(row.openedAt, today)}
      </span>
      <span role="gridcell" className="cell-findings">
        <SeverityCounts counts={row.counts} />
      </span>
    </div>
  );
});
