/** What the centre needs of whatever shows the document: Lexical sheets or PDF pages. */
import type { BlockId, Span } from '../../shared/document/model.ts';
import type { ShownOrder } from './selection.ts';

export type Surface = Readonly<{
  root: HTMLElement;
  shown: ShownOrder;
  /** The sheet or page that holds a block; null while it is not there. */
  sheetOf: (block: BlockId) => HTMLElement | null;
  /** Makes sure that a block is in the page, so that it can be measured and scrolled to. */
  bring: (span: Span) => void;
  /** How far down the document a place is, 0 to 1, known before anything is laid out. */
  fraction: (span: Span) => number;
  /**
   * Draws a paragraph anew under its suggestions, once it is in the page; `host` is where an input method
   * is to compose. Null where nothing can be suggested.
   */
  redraw: ((block: BlockId, host: number | null) => void) | null;
}>;
