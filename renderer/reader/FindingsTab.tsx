import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FileRef } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { severities } from '../../shared/rules/rule.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { EmptyState } from '../ui/small.tsx';
import { Severity } from '../ui/Severity.tsx';
import { useWords } from '../useWords.ts';
import { FindingCard } from './FindingCard.tsx';
import type { CardActs, Doing } from './FindingCard.tsx';
import { countsOf, everything, itemNumber, openOf } from './findings.ts';
import type { Filter, SilencedFinding } from './findings.ts';
import { SilencedList } from './SilencedList.tsx';

type Props = Readonly<{
  findings: readonly Finding[];
  list: readonly Finding[];
  silenced: readonly SilencedFinding[];
  state: MatterState;
  files: readonly FileRef[];
  file: number;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  current: Finding | null;
  doing: Doing;
  busy: boolean;
  acts: CardActs;
  /** Shows the place of a finding without making it the current one. */
  see: (finding: Finding) => void;
  showAgain: (finding: Finding) => void;
}>;

/** Longer lists are drawn only where they are seen. */
const virtualFrom = 200;

export function FindingsTab(props: Props): React.JSX.Element {
  const { findings, list, silenced, state, filter, setFilter } = props;
  const [wanted, setQuiet] = useState(false);
  const quiet = wanted && silenced.length > 0;
  const choose = (next: Filter): void => {
    setQuiet(false);
    setFilter(next);
  };
  const { reader, desk } = useWords();
  const counts = countsOf(findings);
  const open = openOf(findings, state.decisions).length;
  return (
    <>
      <div className="filters">
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => (
            <button
              key={severity}
              type="button"
              className="plain filter-severity"
              aria-pressed={!quiet && filter.severity === severity}
              aria-label={reader.filterSeverity(desk.severityLong[severity], counts[severity])}
              onClick={() => choose({ ...filter, severity: filter.severity === severity ? null : severity })}
            >
              <Severity level={severity}>{counts[severity]}</Severity>
            </button>
          ))}
        <span className="grow" />
        <span className="chip">{desk.stance[state.fields.stance]}</span>
        <button
          type="button"
          className="chip filter-chip"
          aria-pressed={!quiet && filter.open}
          onClick={() => choose({ ...filter, open: true })}
        >
          {reader.filterOpen(open)}
        </button>
        <button
          type="button"
          className="chip filter-chip"
          aria-pressed={!quiet && !filter.open && filter.severity === null}
          onClick={() => choose(everything)}
        >
          {reader.filterAll(findings.length)}
        </button>
        {silenced.length > 0 ? (
          <button type="button" className="chip filter-chip" aria-pressed={quiet} onClick={() => setQuiet(!quiet)}>
            {reader.silenced(silenced.length)}
          </button>
        ) : null}
      </div>
      {quiet ? (
        <SilencedList silenced={silenced} busy={props.busy} see={props.see} showAgain={props.showAgain} />
      ) : list.length === 0 ? (
        <EmptyState
          action={
            findings.length > 0 ? <Button onClick={() => setFilter(everything)}>{reader.showAll}</Button> : undefined
          }
        >
          {findings.length === 0 ? reader.noFindings : open === 0 ? reader.noneLeft : reader.noneOfFilter}
        </EmptyState>
      ) : list.length > virtualFrom ? (
        <LongList {...props} />
      ) : (
        <ShortList {...props} />
      )}
    </>
  );
}

function cardOf(props: Props, finding: Finding): React.JSX.Element {
  const { state, files, file, current, doing, busy, acts } = props;
  const decision = state.decisions[finding.fingerprint];
  const isCurrent = finding.fingerprint === current?.fingerprint;
  return (
    <FindingCard
      finding={finding}
      elsewhere={finding.document === file ? null : (files[finding.document]?.name ?? null)}
      decision={decision}
      itemNumber={decision ? itemNumber(state, decision) : null}
      counterparty={state.fields.counterparty}
      current={isCurrent}
      doing={isCurrent ? doing : null}
      busy={busy}
      acts={acts}
    />
  );
}

function ShortList(props: Props): React.JSX.Element {
  const { reader } = useWords();
  return (
    <ul className="cards" aria-label={reader.findingsList}>
      {props.list.map((finding) => (
        <li key={finding.fingerprint}>{cardOf(props, finding)}</li>
      ))}
    </ul>
  );
}

function LongList(props: Props): React.JSX.Element {
  const { list, current } = props;
  const { reader } = useWords();
  const scroller = useRef<HTMLUListElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 74,
    overscan: 6,
    getItemKey: (at) => list[at]?.fingerprint ?? at,
  });
  const at = list.findIndex(({ fingerprint }) => fingerprint === current?.fingerprint);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <ul className="cards" ref={scroller} aria-label={reader.findingsList}>
      <li role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const finding = list[index];
          return finding ? (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={list.length}
              aria-posinset={index + 1}
              className="card-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              {cardOf(props, finding)}
            </div>
          ) : null;
        })}
      </li>
    </ul>
  );
}
