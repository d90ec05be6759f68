import { useLayoutEffect, useRef, useState } from 'react';
import type { OpinionPaper, PaperBlock } from '../../shared/opinion/paper.ts';
import { assertNever } from '../../shared/document/model.ts';
import { severityGlyphs } from '../../shared/opinion/paper.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ paper: OpinionPaper; selected: string | null; select: (item: string) => void }>;

/** CSS pixels of an A4 sheet's width. */
const sheetWidth = (210 / 25.4) * 96;

/**
 * The paper on A4 sheets (GB/T 9704-2012: type area 156 × 225 mm). The text is set once in columns
 * of the type area's size; each sheet shows its own column, so pages break as text does.
 */
export function Preview({ paper, selected, select }: Props): React.JSX.Element {
  const { opinion } = useWords();
  const pane = useRef<HTMLElement>(null);
  const scale = useScale(pane);
  return (
    <aside ref={pane} className="preview" aria-label={opinion.preview} tabIndex={0}>
      <Sheets scale={scale} first={1}>
        {paper.blocks.map((block, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- blocks have no identity but their place
          <Block key={at} block={block} selected={selected} select={select} />
        ))}
        {paper.table ? <ClauseTable table={paper.table} selected={selected} select={select} /> : null}
      </Sheets>
    </aside>
  );
}

/** How much the sheets shrink to fit the pane; they never grow beyond 1.1. */
function useScale(pane: React.RefObject<HTMLElement | null>): number {
  const [scale, setScale] = useState(0.63);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => {
      const room = element.clientWidth - 48;
      setScale(Math.max(0.3, Math.min(1.1, room / sheetWidth)));
    });
    measure.observe(element);
    return () => measure.disconnect();
  }, [pane]);
  return scale;
}

type SheetsProps = Readonly<{ scale: number; first: number; children: React.ReactNode }>;

function Sheets({ scale, first, children }: SheetsProps): React.JSX.Element {
  const { opinion } = useWords();
  const flow = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- any render may reflow; an equal count changes nothing
  useLayoutEffect(() => {
    const element = flow.current;
    if (!element) return;
    const stride = element.clientWidth * (210 / 156);
    setPages(Math.max(1, Math.ceil((element.scrollWidth - 2) / stride)));
  });
  return (
    <>
      {Array.from({ length: pages }, (_, at) => (
        <section
          // oxlint-disable-next-line react/no-array-index-key -- a page is its place
          key={at}
          className="sheet-room"
          style={{ '--scale': scale } as React.CSSProperties}
          aria-label={opinion.page(at + first, pages)}
        >
          <div className="sheet">
            <div className="type-area">
              <div
                ref={at === 0 ? flow : undefined}
                className="flow"
                style={{ transform: `translateX(${-210 * at}mm)` }}
                aria-hidden={at > 0}
              >
                {children}
              </div>
            </div>
            <p className={(at + first) % 2 === 1 ? 'page-number' : 'page-number is-even'}>— {at + first} —</p>
          </div>
        </section>
      ))}
    </>
  );
}

type Picking = Readonly<{ selected: string | null; select: (item: string) => void }>;

function Block({ block, selected, select }: Readonly<{ block: PaperBlock }> & Picking): React.JSX.Element {
  switch (block.kind) {
    case 'title':
      return <p className="paper-title">{block.text}</p>;
    case 'number':
      return <p className="paper-number">{block.text}</p>;
    case 'addressee':
      return <p className="paper-addressee">{block.text}</p>;
    case 'paragraph':
    case 'annex-note':
      return <p>{block.text}</p>;
    case 'heading':
      return <p className={`paper-heading-${block.level}`}>{block.text}</p>;
    case 'item':
      return (
        <p className={block.item === selected ? 'is-selected' : undefined} onClick={() => select(block.item)}>
          {block.text}
        </p>
      );
    case 'signature':
      return (
        <div className="paper-signature">
          <p>{block.office}</p>
          <p>{block.date}</p>
        </div>
      );
    default:
      return assertNever(block);
  }
}

type TableProps = Readonly<{ table: NonNullable<OpinionPaper['table']> }> & Picking;

function ClauseTable({ table, selected, select }: TableProps): React.JSX.Element {
  return (
    <div className="paper-annex">
      <p className="paper-heading-1">附件</p>
      <p className="paper-title">{table.title}</p>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr
              key={row.item}
              className={row.item === selected ? 'is-selected' : undefined}
              onClick={() => select(row.item)}
            >
              {row.cells.map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <td key={at}>{cell.replace(severityGlyphs[row.severity], `${severityGlyphs[row.severity]} `)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
