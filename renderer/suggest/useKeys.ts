import { useEffect, useRef } from 'react';
import { groundOf, shownFrom } from '../../shared/document/editing.ts';
import type { Document, Span } from '../../shared/document/model.ts';
import { piecesOf } from '../../shared/document/suggestion.ts';
import { sentence } from '../../shared/words/words.ts';
import { run } from '../commands.ts';
import { notify } from '../store.ts';
import type { Painter } from '../text/painter.ts';
import type { Surface } from '../text/surface.ts';
import { readSelection } from './caret.ts';
import { attachKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import type { SuggestionDesk } from './desk.ts';

type Props = Readonly<{
  scroller: React.RefObject<HTMLElement | null>;
  painter: Painter;
  surface: Surface | null;
  document: Document;
  desk: SuggestionDesk;
  editing: boolean;
  leave: () => void;
  /** Where the caret begins when nothing is selected. */
  start: Span | null;
}>;

/** Keeps the paper in step with the suggestions, and takes key strokes while `editing`. */
export function useKeys({ scroller, painter, surface, document, desk, editing, leave, start }: Props): void {
  const live = useRef({ leave, start });
  useEffect(() => {
    live.current = { leave, start };
  });
  const attached = useRef<Keys | null>(null);
  useEffect(() => {
    if (!surface?.redraw) return undefined;
    return desk.watch((block) => {
      if (attached.current) attached.current.redraw(block);
      else surface.redraw?.(block, null);
    });
  }, [surface, desk]);
  useEffect(() => {
    const view = scroller.current;
    if (!surface?.redraw || !editing || !view) return undefined;
    const ground = groundOf(document, surface.shown.order);
    const { root } = surface;
    const before = readSelection(root);
    const keys = attachKeys({
      surface,
      ground,
      desk,
      view,
      element: painter.element,
      undo: () => void desk.flush().then((saved) => saved && run('record.undo')),
      leave: () => live.current.leave(),
      tooMuch: () =>
        notify(
          'error',
          sentence((words) => words.suggest.tooMuch),
        ),
    });
    attached.current = keys;
    const range = before && getSelection()?.getRangeAt(0).cloneRange();
    root.focus({ preventScroll: true });
    const place = live.current.start;
    if (range) {
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    } else if (place) {
      surface.bring(place);
      const paragraph = ground.paragraphs.get(place.block);
      const pieces = paragraph ? piecesOf(paragraph, desk.of(place.block)) : [];
      keys.place({ block: place.block, at: shownFrom(pieces, place.from) });
    }
    return () => {
      attached.current = null;
      keys.detach();
      void desk.flush();
      if (root.contains(window.document.activeElement)) view.focus({ preventScroll: true });
    };
  }, [scroller, painter, surface, document, desk, editing]);
}
