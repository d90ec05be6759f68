import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Document, Range, Span } from '../../shared/document/model.ts';
import type { FileRef } from '../../shared/review/events.ts';
import type { Comment, MatterState } from '../../shared/review/state.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useDesk } from '../queries.ts';
import { useWords } from '../useWords.ts';
import { placeAt } from '../text/dom-map.ts';
import { LexicalPages } from '../text/LexicalPages.tsx';
import { createPainter } from '../text/painter.ts';
import type { Painter } from '../text/painter.ts';
import type { View } from '../../shared/document/projections.ts';
import { copyText } from '../text/selection.ts';
import type { Surface } from '../text/surface.ts';
import type { SearchHit } from '../text/search.ts';
import { CommentForm } from './CommentForm.tsx';
import { findingAt } from './findings.ts';
import { Minimap } from './Minimap.tsx';
import { NoticeStrip } from './NoticeStrip.tsx';
import { Overlay } from './Overlay.tsx';
import { PdfPages } from './pdf/PdfPages.tsx';
import { SearchBar } from './SearchBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { usePaint } from './usePaint.ts';
import { tree, useSelection } from './useSelection.ts';
import { SuggestBar } from '../suggest/SuggestBar.tsx';
import { useKeys } from '../suggest/useKeys.ts';
import type { Suggesting } from '../suggest/useSuggesting.ts';
import { useZoom } from './useZoom.ts';
import { ViewBar } from './ViewBar.tsx';
import { ZoomBar } from './ZoomBar.tsx';

/** A wish to see a place; a new object is a new wish. */
export type Target = Readonly<{ range: Range }>;

type Props = Readonly<{
  document: Document;
  file: FileRef;
  findings: readonly Finding[];
  decisions: MatterState['decisions'];
  comments: readonly Comment[];
  faults: readonly string[];
  current: Finding | null;
  target: Target | null;
  search: string | null;
  setSearch: (query: string | null) => void;
  /** The range being commented on; null while nobody writes a comment. */
  drafting: Range | null;
  setDrafting: (range: Range | null) => void;
  comment: (range: Range, kind: Comment['kind'], text: string) => Promise<boolean>;
  suggesting: Suggesting;
  /** Whether key strokes on the paper become suggestions. */
  editing: boolean;
  /** Null where nothing can be suggested. */
  setEditing: ((editing: boolean) => void) | null;
  onSelect: (range: Range | null) => void;
  onPick: (finding: Finding) => void;
  /** The block at the top of the view, as `onSee` told it. */
  seen: string | null;
  onSee: (block: string) => void;
}>;

/** The document on its desk, with everything that is painted over it. Mount with the file's hash as key. */
export function Centre(props: Props): React.JSX.Element {
  const { document, file, findings, decisions, comments, current, target, drafting, onSelect, onPick, onSee } = props;
  const { door } = useDesk();
  const { suggesting, editing, setEditing } = props;
  const { reader, suggest } = useWords();
  const painter = useMemo(() => createPainter(), []);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<Surface | null>(null);
  const [built, setBuilt] = useState({ done: 0, all: 0 });
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [hit, setHit] = useState<SearchHit | null>(null);
  const zoom = useZoom(scroller, document);
  const [chosenView, setView] = useState<View>('marked');
  // Whoever edits sees what goes and what comes.
  const view = editing ? 'marked' : chosenView;
  const selected = useSelection(surface, view);
  useLayoutEffect(() => painter.attach(), [painter]);
  usePaint(painter, { document, findings, decisions, comments, hits, hit, draft: drafting });
  useEffect(() => onSelect(selected), [selected, onSelect]);

  const reveal = useReveal(scroller, painter, surface);
  useEffect(() => {
    if (target) reveal(target.range[0]);
  }, [target, reveal]);
  useEffect(() => {
    if (hit) reveal(hit);
  }, [hit, reveal]);
  useSeen(scroller, painter, surface, onSee);
  useKeys({
    scroller,
    painter,
    surface,
    document,
    desk: suggesting.desk,
    editing,
    leave: () => setEditing?.(false),
    start: current?.at ?? firstShown(surface, props.seen),
  });

  const pick = (event: React.MouseEvent): void => {
    if (!surface || !(event.target instanceof Element) || getSelection()?.isCollapsed === false) return;
    const caret = window.document.caretRangeFromPoint(event.clientX, event.clientY);
    if (!caret || !surface.root.contains(caret.startContainer)) return;
    const place = placeAt(tree(surface.root), { node: tree(caret.startContainer), offset: caret.startOffset });
    const found = place && findingAt(findings, place.block, place.offset);
    if (found) onPick(found);
  };
  const words = useMemo(
    () => ({
      page: reader.page,
      frame: reader.frames,
      missingPicture: reader.missingPicture,
      textBoxMark: reader.textBoxMark,
    }),
    [reader],
  );
  const copy = (range: Range): void => {
    if (surface) void navigator.clipboard.writeText(copyText(surface.shown, range, view));
  };
  const showBuilt = useCallback((done: number, all: number) => setBuilt({ done, all }), []);
  const pages =
    document.format === 'pdf' ? (
      <PdfPages
        document={document}
        name={file.name}
        url={door.originalUrl(file.sha256)}
        point={zoom.point}
        painter={painter}
        onSurface={setSurface}
      />
    ) : (
      <LexicalPages
        document={document}
        name={(editing ? suggest.paper : reader.paper)(file.name)}
        view={view}
        mediaUrl={(id) => door.mediaUrl(file.sha256, id)}
        words={words}
        suggestions={suggesting.desk.of}
        editing={editing}
        painter={painter}
        onSurface={setSurface}
        onBuilt={showBuilt}
      />
    );
  return (
    <section className="centre" aria-label={file.name}>
      <NoticeStrip key={file.sha256} file={file.sha256} notices={document.notices} faults={props.faults} />
      {editing ? <SuggestBar status={suggesting.status} end={() => setEditing?.(false)} /> : null}
      <div className="centre-view">
        {/* The document scrolls by keys, so it takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="centre-scroll" ref={scroller} tabIndex={0} onClick={pick} role="presentation">
          <div className="centre-content" ref={content} style={{ '--pt': `${zoom.point}px` } as React.CSSProperties}>
            {pages}
            <Overlay
              scroller={scroller}
              content={content}
              painter={painter}
              surface={surface}
              findings={findings}
              decisions={decisions}
              comments={comments}
              current={current}
              white={document.format === 'pdf'}
            />
            {surface && selected && !drafting ? (
              <SelectionBar
                content={content}
                painter={painter}
                range={selected}
                comment={() => props.setDrafting(selected)}
                suggest={setEditing && !editing ? () => setEditing(true) : null}
                copy={() => copy(selected)}
                find={(text) => props.setSearch(text)}
                shown={surface.shown}
              />
            ) : null}
            {surface && drafting ? (
              <CommentForm
                content={content}
                painter={painter}
                range={drafting}
                save={props.comment}
                close={() => props.setDrafting(null)}
              />
            ) : null}
          </div>
        </div>
        {props.search === null ? null : (
          <SearchBar
            surface={surface}
            seen={props.seen}
            query={props.search}
            setQuery={props.setSearch}
            onHits={setHits}
            onHit={setHit}
          />
        )}
        {!editing && (suggesting.suggestions.length > 0 || document.changes.some(({ kind }) => kind !== 'format')) ? (
          <ViewBar view={view} setView={setView} />
        ) : null}
        <ZoomBar zoom={zoom} building={built.done < built.all ? reader.building(built.done, built.all) : null} />
      </div>
      <Minimap
        scroller={scroller}
        surface={surface}
        findings={findings}
        decisions={decisions}
        current={current}
        layout={`${zoom.point}/${built.done === built.all}`}
        onPick={onPick}
      />
    </section>
  );
}

/** Where one looks at, or the first paragraph. */
function firstShown(surface: Surface | null, seen: string | null): Span | null {
  const block = seen ?? surface?.shown.order[0];
  return block === undefined ? null : { block, from: 0, to: 0 };
}

/** Scrolls a place into the upper third, unless it is comfortably in view already. */
function useReveal(
  scroller: React.RefObject<HTMLDivElement | null>,
  painter: Painter,
  surface: Surface | null,
): (span: Span) => void {
  return useCallback(
    (span) => {
      const view = scroller.current;
      if (!view || !surface) return;
      surface.bring(span);
      let tries = 0;
      const settle = (): void => {
        const top = topOf(painter, surface, span);
        if (top === null) return;
        const frame = view.getBoundingClientRect();
        const inView = top > frame.top + 24 && top < frame.bottom - frame.height * 0.25;
        if (inView) return;
        view.scrollTop += top - frame.top - frame.height * 0.3;
        // Sheets that come into view take their real heights, which may move the place again.
        tries += 1;
        if (tries < 5) requestAnimationFrame(settle);
      };
      settle();
    },
    [scroller, painter, surface],
  );
}

function topOf(painter: Painter, surface: Surface, span: Span): number | null {
  const line = painter.rectangles(span)[0];
  if (line) return line.top;
  const element = painter.element(span.block);
  if (element) return element.getBoundingClientRect().top;
  const { root } = surface;
  return root.getBoundingClientRect().top + surface.fraction(span) * root.scrollHeight;
}

/** Tells which block stands at the top of the view, at most once a frame. */
function useSeen(
  scroller: React.RefObject<HTMLDivElement | null>,
  painter: Painter,
  surface: Surface | null,
  onSee: (block: string) => void,
): void {
  useEffect(() => {
    const view = scroller.current;
    if (!view || !surface) return undefined;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { left, top, width, height } = view.getBoundingClientRect();
      for (const down of [0.12, 0.2, 0.3, 0.4]) {
        const block = window.document
          .elementsFromPoint(left + width / 2, top + height * down)
          .map((element) => element.closest('[data-block]'))
          .find((element) => element !== null);
        const id = block?.getAttribute('data-block');
        if (!id) continue;
        onSee(id);
        return;
      }
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    view.addEventListener('scroll', soon, { passive: true });
    const unwatch = painter.watch(soon);
    return () => {
      cancelAnimationFrame(frame);
      unwatch();
      view.removeEventListener('scroll', soon);
    };
  }, [scroller, painter, surface, onSee]);
}
