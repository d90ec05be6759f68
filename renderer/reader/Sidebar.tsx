import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Clause, Document } from '../../shared/document/model.ts';
import type { Version } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useWords } from '../useWords.ts';
import { Severity } from '../ui/Severity.tsx';
import { clauseRows, clauseTitle, collapsedAtFirst } from './findings.ts';
import type { ClauseRow } from './findings.ts';
import { NextVersion, NextVersionProgress } from './NextVersion.tsx';

type Props = Readonly<{
  matter: string;
  versions: readonly Version[];
  version: Version;
  chooseVersion: (id: string) => void;
  file: number;
  chooseFile: (file: number) => void;
  document: Document | undefined;
  /** Open findings of the file shown. */
  findings: readonly Finding[];
  current: Clause | null;
  go: (clause: Clause) => void;
}>;

/** Left: drafts, files of the draft, clauses of the file. */
export function Sidebar(props: Props): React.JSX.Element {
  const { matter, versions, version, chooseVersion, file, chooseFile, document } = props;
  const { reader } = useWords();
  return (
    <nav className="sidebar" aria-label={reader.clauses}>
      <h2>
        {reader.versions}
        <NextVersion matter={matter} />
      </h2>
      <NextVersionProgress matter={matter} />
      <ul className="side-list">
        {versions.toReversed().map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="side-row"
              aria-current={one.id === version.id}
              onClick={() => chooseVersion(one.id)}
            >
              <span className="clip">{reader.version(one.ordinal, one.purpose)}</span>
              <span className="side-date">{one.addedAt.slice(5, 10)}</span>
            </button>
          </li>
        ))}
      </ul>
      {version.files.length > 1 ? (
        <>
          <h2>{reader.documents}</h2>
          <ul className="side-list">
            {version.files.map((one, at) => (
              <li key={`${one.sha256}/${one.name}`}>
                <button
                  type="button"
                  className="side-row"
                  aria-current={at === file}
                  title={one.name}
                  onClick={() => chooseFile(at)}
                >
                  <span className="clip">{one.name}</span>
                  <span className="side-date">{one.role === 'main' ? reader.mainDocument : reader.annex(at)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{reader.clauses}</h2>
      {document && document.clauses.length === 0 ? <p className="side-none">{reader.noClauses}</p> : null}
      {document && document.clauses.length > 0 ? (
        <ClauseTree key={version.files[file]?.sha256} {...props} document={document} />
      ) : null}
    </nav>
  );
}

const rowHeight = 25.5;

/** A tree as screen readers know it; long ones are drawn only where they are seen. */
function ClauseTree({
  document,
  findings,
  current,
  go,
}: Pick<Props, 'findings' | 'current' | 'go'> & Readonly<{ document: Document }>): React.JSX.Element {
  const { reader } = useWords();
  const [collapsed, setCollapsed] = useState(() => collapsedAtFirst(document));
  const rows = useMemo(() => clauseRows(document, findings, collapsed), [document, findings, collapsed]);
  const [focus, setFocus] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing of it is memoised here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const shownClause = standIn(document, rows, current);
  const active = rows.findIndex(({ clause }) => clause.id === shownClause);
  const focused = rows.findIndex(({ clause }) => clause.id === focus);
  const tabbable = Math.max(focused, focus === null ? active : focused, 0);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);

  const toggle = ({ clause }: ClauseRow): void => {
    const next = new Set(collapsed);
    if (!next.delete(clause.id)) next.add(clause.id);
    setCollapsed(next);
  };
  const focusRow = (at: number): void => {
    const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
    if (!row) return;
    setFocus(row.clause.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-clause="${row.clause.id}"]`)?.focus();
    });
  };
  const press = (event: React.KeyboardEvent): void => {
    const row = rows[tabbable];
    if (!row) return;
    const isCollapsed = collapsed.has(row.clause.id);
    if (event.key === 'ArrowDown') focusRow(tabbable + 1);
    else if (event.key === 'ArrowUp') focusRow(tabbable - 1);
    else if (event.key === 'Home') focusRow(0);
    else if (event.key === 'End') focusRow(rows.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') go(row.clause);
    else if (event.key === 'ArrowRight' && row.hasChildren && isCollapsed) toggle(row);
    else if (event.key === 'ArrowLeft' && row.hasChildren && !isCollapsed) toggle(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="tree" ref={scroller} role="tree" aria-label={reader.clauses} onKeyDown={press}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const { clause, depth, hasChildren, count, severity } = row;
          const open = !collapsed.has(clause.id);
          return (
            <div
              key={clause.id}
              role="treeitem"
              aria-level={depth + 1}
              aria-selected={index === active}
              aria-expanded={hasChildren ? open : undefined}
              data-clause={clause.id}
              tabIndex={index === tabbable ? 0 : -1}
              className={`tree-row tree-depth-${Math.min(depth, 4)}`}
              style={{ transform: `translateY(${start}px)` }}
              title={clauseTitle(clause)}
              onClick={() => {
                setFocus(clause.id);
                go(clause);
              }}
            >
              {hasChildren && document.clauses.length > 60 ? (
                <button
                  type="button"
                  tabIndex={-1}
                  className={`plain tree-turn${open ? ' is-open' : ''}`}
                  aria-label={open ? reader.collapse : reader.expand}
                  onClick={(event) => {
                    event.stopPropagation();
                    toggle(row);
                  }}
                >
                  ›
                </button>
              ) : null}
              <span className="clip">{clauseTitle(clause)}</span>
              {severity ? (
                <span className="tree-count" aria-label={reader.findingsHere(count)}>
                  <Severity level={severity}>{count}</Severity>
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The shown row that stands for a clause: itself, or the collapsed ancestor that hides it. */
function standIn(document: Document, rows: readonly ClauseRow[], clause: Clause | null): string | null {
  const shown = new Set(rows.map((row) => row.clause.id));
  let at: Clause | undefined = clause ?? undefined;
  while (at && !shown.has(at.id)) {
    const { parent }: Clause = at;
    at = document.clauses.find(({ id }) => id === parent);
  }
  return at?.id ?? null;
}
