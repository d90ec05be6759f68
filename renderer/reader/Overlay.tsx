import { useEffect, useState } from 'react';
import type { Comment, MatterState } from '../../shared/review/state.ts';
import { severityRank } from '../../shared/rules/rule.ts';
import type { Finding, Severity } from '../../shared/rules/rule.ts';
import type { Painter } from '../text/painter.ts';
import type { Surface } from '../text/surface.ts';
import { glyphs } from '../ui/Severity.tsx';

type Props = Readonly<{
  scroller: React.RefObject<HTMLElement | null>;
  content: React.RefObject<HTMLElement | null>;
  painter: Painter;
  surface: Surface | null;
  findings: readonly Finding[];
  decisions: MatterState['decisions'];
  comments: readonly Comment[];
  current: Finding | null;
  /** The pages stay white in the dark: the marks then keep their light colours. */
  white: boolean;
}>;

type Frame = Readonly<{ left: number; top: number; width: number; height: number }>;
type Gutter = Readonly<{ key: string; left: number; top: number; severity: Severity | 'comment' }>;
type Shown = Readonly<{ outline: readonly Frame[]; also: readonly Frame[]; gutter: readonly Gutter[] }>;

const nothing: Shown = { outline: [], also: [], gutter: [] };

/** Drawn over the paper, never in it: the outline of the current finding, and marks in the margin. */
export function Overlay(props: Props): React.JSX.Element {
  const { scroller, content, painter, current, white } = props;
  const [shown, setShown] = useState(nothing);
  useEffect(() => {
    const view = scroller.current;
    const inside = content.current;
    if (!view || !inside) return undefined;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      setShown((before) => same(before, measured(props, view, inside)));
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(measure);
    };
    const resized = new ResizeObserver(soon);
    resized.observe(inside);
    view.addEventListener('scroll', soon, { passive: true });
    const unwatch = painter.watch(soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      unwatch();
      view.removeEventListener('scroll', soon);
    };
  }, [scroller, content, painter, props]);
  return (
    <div className={white ? 'overlay on-white' : 'overlay'} aria-hidden="true">
      {shown.outline.map((frame, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <i key={at} className={`outline is-${current?.severity ?? 'notice'}`} style={frame} />
      ))}
      {shown.also.map((frame, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <i key={at} className={`outline outline-also is-${current?.severity ?? 'notice'}`} style={frame} />
      ))}
      {shown.gutter.map(({ key, left, top, severity }) => (
        <i key={key} className={`gutter is-${severity}`} style={{ left, top }}>
          {severity === 'comment' ? '▎' : glyphs[severity]}
        </i>
      ))}
    </div>
  );
}

function same(before: Shown, after: Shown): Shown {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function measured(props: Props, view: HTMLElement, inside: HTMLElement): Shown {
  const { painter, surface, current, findings, decisions, comments } = props;
  if (!surface) return nothing;
  const origin = inside.getBoundingClientRect();
  const place = ({ left, top, width, height }: DOMRect): Frame => ({
    left: Math.round(left - origin.left),
    top: Math.round(top - origin.top),
    width: Math.round(width),
    height: Math.round(height),
  });
  const seen = viewSheets(surface, view);
  const inView = (block: string): HTMLElement | null => {
    const sheet = surface.sheetOf(block);
    return sheet && seen.has(sheet) ? sheet : null;
  };
  const gutter = new Map<string, Gutter>();
  const mark = (block: string, rectangle: DOMRect | undefined, severity: Gutter['severity']): void => {
    const sheet = inView(block);
    if (!sheet || !rectangle) return;
    const top = Math.round(rectangle.top + rectangle.height / 2 - origin.top);
    const side = sheet.getBoundingClientRect();
    const comment = severity === 'comment';
    const { paddingLeft, paddingRight } = getComputedStyle(sheet);
    const left = comment
      ? side.right - Number.parseFloat(paddingRight) + 10
      : side.left + Math.max(Number.parseFloat(paddingLeft) - 26, 4);
    const key = `${comment ? 'c' : 'f'}${top}`;
    const before = gutter.get(key);
    if (before && rank(before.severity) <= rank(severity)) return;
    gutter.set(key, { key, left: Math.round(left - origin.left), top, severity });
  };
  for (const { at, severity, fingerprint } of findings) {
    if (!at || decisions[fingerprint]?.kind === 'dismissed' || !inView(at.block)) continue;
    mark(at.block, painter.rectangles(at)[0], severity);
  }
  for (const { anchor } of comments) {
    const [first] = anchor.range;
    if (inView(first.block)) mark(first.block, painter.rectangles(first)[0], 'comment');
  }
  return {
    outline: current?.at ? painter.rectangles(current.at).map(place) : [],
    also: (current?.related ?? []).flatMap((span) => painter.rectangles(span).map(place)),
    gutter: [...gutter.values()],
  };
}

function rank(severity: Gutter['severity']): number {
  return severity === 'comment' ? 0 : severityRank(severity);
}

/** Sheets within a screen of what is in view. */
function viewSheets(surface: Surface, view: HTMLElement): ReadonlySet<Element> {
  const { top, bottom, height } = view.getBoundingClientRect();
  const found = new Set<Element>();
  for (const sheet of surface.root.querySelectorAll('[data-sheet]')) {
    const box = sheet.getBoundingClientRect();
    if (box.bottom > top - height / 2 && box.top < bottom + height / 2) found.add(sheet);
    else if (box.top > bottom + height) break;
  }
  return found;
}
