import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef } from 'react';
import type { RuleRow } from '../../shared/api/rule-commands.ts';
import { Severity } from '../ui/Severity.tsx';
import { Chip } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  /** Changes when the reader asks for other rows: the list then begins anew. */
  asked: string;
  rows: readonly RuleRow[];
  selected: string | null;
  select: (rule: string) => void;
  /** Hands the keyboard to the detail. */
  read: () => void;
}>;

const rowHeight = 32;

/** The dense list. Only rows in sight are in the page; the grid says how many there are. */
export function RuleList({ asked, rows, selected, select, read }: Props): React.JSX.Element {
  const { library } = useWords();
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
      className="rule-grid"
      role="grid"
      tabIndex={0}
      aria-label={library.list}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
    >
      <div className="rule-row rule-head" role="row" aria-rowindex={1}>
        {(['title', 'nature', 'shown', 'adopted', 'dismissed'] as const).map((column) => (
          <span key={column} role="columnheader" className={`rule-${column}`}>
            {library.columns[column]}
          </span>
        ))}
      </div>
      <div className="rule-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <Row
              key={row.id}
              id={`${id}-${index}`}
              row={row}
              index={index}
              start={start}
              selected={index === at}
              select={select}
              read={read}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

type RowProps = Readonly<{ id: string; row: RuleRow; index: number; start: number; selected: boolean }> &
  Pick<Props, 'select' | 'read'>;

const Row = memo(function Row({ id, row, index, start, selected, select, read }: RowProps): React.JSX.Element {
  const { library, desk } = useWords();
  return (
    <div
      id={id}
      className={row.on ? 'rule-row' : 'rule-row is-off'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-rule={row.id}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => select(row.id)}
      onDoubleClick={read}
    >
      <span role="gridcell" className="rule-title">
        <Severity level={row.severity} />
        <span className="rule-name" title={row.title}>
          {row.title}
        </span>
        {row.on ? null : <Chip>{library.off}</Chip>}
        {row.pack === null ? null : <Chip tone="accent">{row.pack}</Chip>}
        <span className="rule-id clip">{row.id}</span>
      </span>
      <span role="gridcell" className="rule-nature">
        {row.nature === 'unlawful' ? <Chip tone="high">{desk.nature.unlawful}</Chip> : desk.nature[row.nature]}
      </span>
      <Figure column="shown" value={row.shown} />
      <Figure column="adopted" value={row.adopted} />
      <Figure column="dismissed" value={row.dismissed} />
    </div>
  );
});

function Figure({ column, value }: Readonly<{ column: string; value: number }>): React.JSX.Element {
  return (
    <span role="gridcell" className={`rule-${column}`}>
      {value === 0 ? <i className="dim">–</i> : value}
    </span>
  );
}
