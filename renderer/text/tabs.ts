/**
 * Tab stops (ISO/IEC 29500-1 17.3.1.37). HTML knows none, so every tab is an element whose width is
 * set once the text around it stands; widths hang on `--pt` and outlive a change of zoom.
 */
import type { ParagraphFormat, TabStop } from '../../shared/document/model.ts';

/** Where stops are not set, in points: what Chinese Word templates keep (二字符 of 五号). */
const defaultStop = 21;

/** So close to a stop counts as having reached it, points. */
const reached = 0.05;

/** The stop a tab at `x` goes to; a hanging indent is a stop of its own. All in points from the text's left edge. */
export function stopAfter(format: ParagraphFormat, x: number, em: number): TabStop {
  const left = format.indentLeftChars === undefined ? (format.indentLeft ?? 0) : format.indentLeftChars * em;
  const first = format.indentFirstLine ?? (format.indentFirstLineChars ?? 0) * em;
  const own = [...(format.tabs ?? []), ...(first < 0 ? [{ at: left, align: 'left', leader: '' } as const] : [])];
  const next = own.filter(({ at }) => at > x + reached).toSorted((a, b) => a.at - b.at)[0];
  const at = (Math.floor((x + reached) / defaultStop) + 1) * defaultStop;
  return next ?? { at, align: 'left', leader: '' };
}

/** What stands between this tab and the next, in points; `before` is what lies left of its decimal point. */
export type Following = Readonly<{ width: number; before: number }>;

/** Width of the tab that begins at `x`, never negative and never past `edge`, the right end of the line. */
export function tabWidth(stop: TabStop, x: number, following: Following, edge: number): number {
  const taken = { left: 0, center: following.width / 2, right: following.width, decimal: following.before };
  const end = Math.min(stop.at, edge) - taken[stop.align];
  // What follows a left stop may go on to the next line.
  return Math.max(0, (stop.align === 'left' ? end : Math.min(end, edge - following.width)) - x);
}

/** Lays the tabs under a sheet; `formatOf` answers the paragraph format of a block's id. */
export function layTabs(sheet: Element, formatOf: (block: string) => ParagraphFormat | undefined): void {
  const point = Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--pt')) || 1;
  for (const block of sheet.querySelectorAll<HTMLElement>('[data-block]:has(.doc-tab)')) {
    const format = formatOf(block.dataset['block'] ?? '');
    // From the middle or the right there is no edge to count from.
    if (!format || format.align === 'center' || format.align === 'right') continue;
    const tabs = [...block.querySelectorAll<HTMLElement>('.doc-tab')];
    tabs.forEach((tab, at) => layTab({ block, format, tab, next: tabs[at + 1] ?? null, point }));
  }
}

type Place = Readonly<{
  block: HTMLElement;
  format: ParagraphFormat;
  tab: HTMLElement;
  next: HTMLElement | null;
  point: number;
}>;

function layTab({ block, format, tab, next, point }: Place): void {
  const { left, right } = block.getBoundingClientRect();
  const style = getComputedStyle(block);
  const x = (tab.getBoundingClientRect().left - left) / point;
  const edge = (right - left - Number.parseFloat(style.paddingRight)) / point;
  const stop = stopAfter(format, x, Number.parseFloat(style.fontSize) / point);
  const width = tabWidth(stop, x, followingOf(block, tab, next, point), edge);
  tab.style.width = `calc(${Math.floor(width * 20) / 20} * var(--pt))`;
  tab.dataset['leader'] = stop.leader;
}

function followingOf(block: HTMLElement, tab: HTMLElement, next: HTMLElement | null, point: number): Following {
  const range = document.createRange();
  range.setStartAfter(tab);
  if (next) range.setEndBefore(next);
  else range.setEndAfter(block.lastChild ?? tab);
  const width = lineWidth(range) / point;
  const dot = range.toString().indexOf('.');
  if (dot < 0) return { width, before: width };
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let left = dot;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const length = node.nodeValue?.length ?? 0;
    if (left < length) {
      range.setEnd(node, left);
      break;
    }
    left -= length;
  }
  return { width, before: lineWidth(range) / point };
}

/** Pixels a range takes on its first line. */
function lineWidth(range: Range): number {
  const rectangles = [...range.getClientRects()].filter(({ width }) => width > 0);
  const first = rectangles[0];
  if (!first) return 0;
  const line = rectangles.filter(({ top, bottom }) => top < first.bottom && bottom > first.top);
  return Math.max(...line.map(({ right }) => right)) - first.left;
}
