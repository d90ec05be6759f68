import { useLayoutEffect, useRef, useState } from 'react';
import type { OpinionPaper, PaperBlock } from '../../shared/opinion/paper.ts';
import { assertNever } from '../../shared/document/model.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ paper: OpinionPaper; selected: string | null; select: (item: string) => void }>;

type Format = Readonly<{ name: 'portrait' | 'landscape'; width: number; typeWidth: number }>;

/** Millimetres. The text stands on upright sheets, the clause table on sheets laid across. */
const portrait: Format = { name: 'portrait', width: 210, typeWidth: 156 };
const landscape: Format = { name: 'landscape', width: 297, typeWidth: 247 };

/**
 * The paper on A4 sheets, as the exported file lays it out (GB/T 9704-2012). Each part is set once
 * in columns of the type area's size; each sheet shows its own column, so pages break as text does.
 */
export function Preview({ paper, selected, select }: Props): React.JSX.Element {
  const { opinion } = useWords();
  const pane = useRef<HTMLElement>(null);
  const room = useRoom(pane);
  const [textPages, setTextPages] = useState(1);
  return (
    <aside ref={pane} className="preview" aria-label={opinion.preview} tabIndex={0}>
      <Sheets format={portrait} room={room} first={1} told={setTextPages}>
        {paper.blocks.map((block, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- blocks have no identity but their place
          <Block key={at} block={block} selected={selected} select={select} />
        ))}
      </Sheets>
      {paper.table ? (
        <Sheets format={landscape} room={room} first={textPages + 1}>
          <Annex table={paper.table} selected={selected} select={select} />
        </Sheets>
      ) : null}
    </aside>
  );
}

/** The width that sheets may take, in CSS pixels. */
function useRoom(pane: React.RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(512);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    const measure = new ResizeObserver(() => setRoom(element.clientWidth - 48));
    measure.observe(element);
    return () => measure.disconnect();
  }, [pane]);
  return room;
}

type SheetsProps = Readonly<{
  format: Format;
  room: number;
  first: number;
  told?: (pages: number) => void;
  children: React.ReactNode;
}>;

function Sheets({ format, room, first, told, children }: SheetsProps): React.JSX.Element {
  const { opinion } = useWords();
  const flow = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- any render may reflow; an equal count changes nothing
  useLayoutEffect(() => {
    const element = flow.current;
    if (!element) return;
    const stride = element.clientWidth * (format.width / format.typeWidth);
    const count = Math.max(1, Math.ceil((element.scrollWidth - 2) / stride));
    setPages(count);
    told?.(count);
  });
  /* Sheets shrink to the pane and never grow beyond a little over their true size. */
  const scale = Math.max(0.25, Math.min(1.1, room / ((format.width / 25.4) * 96)));
  return (
    <>
      {Array.from({ length: pages }, (_, at) => (
        <section
          // oxlint-disable-next-line react/no-array-index-key -- a page is its place
          key={at}
          className={`sheet-room is-${format.name}`}
          style={{ '--scale': scale } as React.CSSProperties}
          aria-label={opinion.page(at + first)}
        >
          <div className="print-sheet">
            <div className="type-area">
              <div
                ref={at === 0 ? flow : undefined}
                className="flow"
                style={{ transform: `translateX(${-format.width * at}mm)` }}
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
      return <p>{block.text}</p>;
    case 'annex-note':
      return <p className="paper-annex-note">{block.text}</p>;
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

function Annex({ table, selected, select }: TableProps): React.JSX.Element {
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
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
