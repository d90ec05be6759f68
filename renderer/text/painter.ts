/**
 * Paints spans with the CSS Custom Highlight API: no element is added and no editor state touched.
 * Blocks come and go (sheets built in idle time, PDF pages in view); the painter paints a block's
 * marks when it comes and forgets them when it goes.
 */
import type { BlockId, Span } from '../../shared/document/model.ts';
import { pointAt, segmentsOf } from './dom-map.ts';
import type { Segment, TreeNode } from './dom-map.ts';

/** Names of `::highlight()` in marks.css, milder first: later ones are painted over earlier ones. */
export const layers = [
  'source-comment',
  'notice',
  'comment',
  'low',
  'medium',
  'high',
  'hit',
  'hit-current',
  'draft',
] as const;
export type Layer = (typeof layers)[number];

export type Mark = Readonly<{ layer: Layer; span: Span }>;

export type Painter = Readonly<{
  /** Takes the page's highlight names; answers how to give them back. */
  attach: () => () => void;
  /** Makes the blocks under `root` known and paints their marks. */
  mount: (root: Element) => void;
  unmount: (root: Element) => void;
  /** Calls after blocks have come or gone; answers how to stop. */
  watch: (listener: () => void) => () => void;
  /** Replaces all marks of some layers. */
  paint: (wanted: readonly Layer[], marks: readonly Mark[]) => void;
  /** Client rectangles of a span, a line each; empty while its block is not on the page. */
  rectangles: (span: Span) => DOMRect[];
  ranges: (span: Span) => Range[];
  element: (block: BlockId) => Element | null;
}>;

export function createPainter(): Painter {
  const highlights = new Map(layers.map((layer, at) => [layer, newHighlight(at)]));
  const elements = new Map<BlockId, Element[]>();
  const marks = new Map<Layer, Map<BlockId, Span[]>>(layers.map((layer) => [layer, new Map()]));
  const painted = new Map<Layer, Map<BlockId, AbstractRange[]>>(layers.map((layer) => [layer, new Map()]));
  const listeners = new Set<() => void>();

  const forget = (layer: Layer, block: BlockId): void => {
    painted
      .get(layer)
      ?.get(block)
      ?.forEach((range) => highlights.get(layer)?.delete(range));
    painted.get(layer)?.delete(block);
  };
  const paintBlock = (layer: Layer, block: BlockId): void => {
    forget(layer, block);
    const spans = marks.get(layer)?.get(block);
    const shown = elements.get(block);
    if (!spans || !shown) return;
    const pieces = shown.map((element) => segmentsOf(tree(element)));
    const ranges = spans.flatMap((span) => pieces.flatMap((segments) => boundsOf(segments, span)));
    const live = ranges.map((bounds) => new StaticRange(bounds));
    live.forEach((range) => highlights.get(layer)?.add(range));
    painted.get(layer)?.set(block, live);
  };

  const ranges = (span: Span): Range[] =>
    (elements.get(span.block) ?? [])
      .flatMap((element) => boundsOf(segmentsOf(tree(element)), span))
      .map((bounds) => {
        const range = document.createRange();
        range.setStart(bounds.startContainer, bounds.startOffset);
        range.setEnd(bounds.endContainer, bounds.endOffset);
        return range;
      });

  return {
    attach: () => {
      highlights.forEach((highlight, layer) => CSS.highlights.set(layer, highlight));
      return () => {
        highlights.forEach((highlight, layer) => {
          // Another document's painter may have taken the name meanwhile.
          if (CSS.highlights.get(layer) === highlight) CSS.highlights.delete(layer);
        });
      };
    },
    mount: (root) => {
      const fresh = new Set<BlockId>();
      for (const element of blockElements(root)) {
        const block = element.getAttribute('data-block') ?? '';
        const known = elements.get(block) ?? [];
        if (!known.includes(element)) elements.set(block, [...known, element]);
        fresh.add(block);
      }
      for (const layer of layers) for (const block of fresh) paintBlock(layer, block);
      listeners.forEach((listener) => listener());
    },
    unmount: (root) => {
      for (const element of blockElements(root)) {
        const block = element.getAttribute('data-block') ?? '';
        const left = (elements.get(block) ?? []).filter((known) => known !== element);
        if (left.length > 0) elements.set(block, left);
        else elements.delete(block);
        for (const layer of layers) paintBlock(layer, block);
      }
      listeners.forEach((listener) => listener());
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    paint: (wanted, next) => {
      for (const layer of wanted) {
        const byBlock = new Map<BlockId, Span[]>();
        for (const mark of next) {
          if (mark.layer !== layer) continue;
          const spans = byBlock.get(mark.span.block);
          if (spans) spans.push(mark.span);
          else byBlock.set(mark.span.block, [mark.span]);
        }
        const before = [...(marks.get(layer)?.keys() ?? [])];
        marks.set(layer, byBlock);
        for (const block of new Set([...before, ...byBlock.keys()])) paintBlock(layer, block);
      }
    },
    rectangles: (span) => ranges(span).flatMap((range) => lineRectangles([...range.getClientRects()])),
    ranges,
    element: (block) => elements.get(block)?.[0] ?? null,
  };
}

function newHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}

/** The DOM is a tree of the mapper's kind; its types only say less than `Node`. */
function tree(element: Element): TreeNode {
  return element as unknown as TreeNode;
}

function blockElements(root: Element): Element[] {
  const own = root.hasAttribute('data-block') ? [root] : [];
  return [...own, ...root.querySelectorAll('[data-block]')];
}

type Bounds = Readonly<{ startContainer: Node; startOffset: number; endContainer: Node; endOffset: number }>;

/** The part of a span that lies in these segments: nothing, or one stretch. */
function boundsOf(segments: readonly Segment[], span: Span): Bounds[] {
  const first = segments[0];
  const last = segments.at(-1);
  if (!first || !last || span.to <= first.from || span.from >= last.to) return [];
  const start = pointAt(segments, Math.max(span.from, first.from), 'start');
  const end = pointAt(segments, Math.min(span.to, last.to), 'end');
  if (!start || !end) return [];
  return [
    {
      startContainer: start.node as unknown as Node,
      startOffset: start.offset,
      endContainer: end.node as unknown as Node,
      endOffset: end.offset,
    },
  ];
}

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Rectangles of neighbouring runs on one line joined into one. */
export function joinLines<T extends Box>(boxes: readonly T[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    if (box.right <= box.left || box.bottom <= box.top) continue;
    const last = lines.at(-1);
    const overlap = last ? Math.min(last.bottom, box.bottom) - Math.max(last.top, box.top) : 0;
    if (last && overlap > 0.5 * Math.min(last.bottom - last.top, box.bottom - box.top) && box.left <= last.right + 8) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, box.left),
        top: Math.min(last.top, box.top),
        right: Math.max(last.right, box.right),
        bottom: Math.max(last.bottom, box.bottom),
      };
    } else lines.push({ left: box.left, top: box.top, right: box.right, bottom: box.bottom });
  }
  return lines;
}

function lineRectangles(rectangles: readonly DOMRect[]): DOMRect[] {
  return joinLines(rectangles).map((box) => new DOMRect(box.left, box.top, box.right - box.left, box.bottom - box.top));
}
