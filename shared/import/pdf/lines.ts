/** Text items of a page → lines in reading order, one or two columns. */
import type { Line, PdfItem, PdfPage, Segment } from './page.ts';
import { foldRadicals } from './radicals.ts';

type Row = { baseline: number; size: number; items: PdfItem[] };

/** A gap this wide, in font sizes, parts a line into segments. */
const wideGap = 1.5;
const cjk = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·]/u;

export function linesOf(page: PdfPage): Line[] {
  const items = page.items.map(cleaned).filter((item) => item.text.trim() !== '' && item.size > 0);
  const rows = rowsOf(items.filter((item) => item.level));
  const inColumns = columnsOf(page, rows.map(segmentsOf));
  const turned = items
    .filter((item) => !item.level)
    .map((item): Line => lineOf(page, [{ ...item, right: item.x + item.width }], item.y, item.size, page.width));
  return [...inColumns, ...turned];
}

// oxlint-disable-next-line no-control-regex -- fonts without a proper map yield such characters
const control = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/gu;

function cleaned(item: PdfItem): PdfItem {
  const text = foldRadicals(item.text)
    .replace(control, '')
    .replace(/[\t\n\u00a0]/gu, ' ');
  return text === item.text ? item : { ...item, text };
}

/** Items on one baseline; smaller ones a little above or below belong to it (notes, powers). */
function rowsOf(items: readonly PdfItem[]): Row[] {
  const rows: Row[] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((other, at) => at >= rows.length - 3 && sameRow(other, item));
    if (!row) {
      rows.push({ baseline: item.y, size: item.size, items: [item] });
      continue;
    }
    if (!row.items.some((other) => doubled(other, item))) row.items.push(item);
    if (item.size > row.size) {
      row.baseline = item.y;
      row.size = item.size;
    }
  }
  return rows;
}

function sameRow(row: Row, item: PdfItem): boolean {
  const small = Math.min(row.size, item.size) < 0.8 * Math.max(row.size, item.size);
  return (
    Math.abs(row.baseline - item.y) <=
    (small ? 0.5 * Math.max(row.size, item.size) : 0.3 * Math.max(row.size, item.size))
  );
}

/** The same text twice in nearly one place: imitated bold. */
function doubled(a: PdfItem, b: PdfItem): boolean {
  return a.text === b.text && Math.abs(a.x - b.x) < 0.2 * a.size && Math.abs(a.y - b.y) < 0.2 * a.size;
}

type SegmentedRow = Readonly<{ baseline: number; size: number; segments: readonly Segment[] }>;

function segmentsOf(row: Row): SegmentedRow {
  const leftward = row.items.filter((item) => item.rightToLeft).length > row.items.length / 2;
  const items = row.items.toSorted((a, b) => (leftward ? b.x - a.x : a.x - b.x));
  const segments: Segment[] = [];
  for (const item of items) {
    const last = segments.at(-1);
    const right = item.x + item.width;
    const gap = last ? (leftward ? last.x - right : item.x - last.right) : 0;
    if (!last || gap > wideGap * Math.max(last.size, item.size)) {
      segments.push({ text: item.text, x: item.x, right, size: item.size });
      continue;
    }
    segments[segments.length - 1] = {
      text: last.text + spaceBetween(last.text, item.text, gap / Math.max(last.size, item.size)) + item.text,
      x: Math.min(last.x, item.x),
      right: Math.max(last.right, right),
      size: Math.max(last.size, item.size),
    };
  }
  return { baseline: row.baseline, size: row.size, segments: spacedTitle(segments.map(tidy)) };
}

/** Latin words part at a fifth of an em; Chinese characters only where somebody left a space. */
function spaceBetween(before: string, after: string, gap: number): string {
  if (/\s$/u.test(before) || /^\s/u.test(after)) return '';
  const chinese = cjk.test(before.slice(-1)) || cjk.test(after[0] ?? '');
  return gap > (chinese ? 0.6 : 0.2) ? ' ' : '';
}

/** Spread characters (协 议 书) come with a space each; the last of a run keeps its own. */
function tidy(segment: Segment): Segment {
  const text = segment.text.replace(/(?:[\u3400-\u9fff] ){2,}(?=[\u3400-\u9fff])/gu, (run) => run.replaceAll(' ', ''));
  return { ...segment, text };
}

/** A title set wide apart, one character a segment. */
function spacedTitle(segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments;
  const spread =
    segments.length >= 2 &&
    segments.length <= 12 &&
    segments.every(({ text }) => /^\s*[\u3400-\u9fff]\s*$/u.test(text));
  if (!first || !spread) return segments;
  const right = Math.max(...segments.map((segment) => segment.right));
  return [{ ...first, text: segments.map((segment) => segment.text.trim()).join(''), right }];
}

function lineOf(page: PdfPage, segments: readonly Segment[], baseline: number, size: number, edge: number): Line {
  const text = segments.reduce((joined, segment, at) => {
    const before = segments[at - 1];
    if (!before) return segment.text.trimStart();
    const spaces = Math.round(Math.abs(segment.x - before.right) / (0.5 * size));
    return joined.trimEnd() + ' '.repeat(Math.min(40, Math.max(2, spaces))) + segment.text.trimStart();
  }, '');
  const x = Math.min(...segments.map((segment) => segment.x));
  const right = Math.max(...segments.map((segment) => segment.right));
  return { page: page.number, segments, text: text.trimEnd(), x, right, baseline, size, left: x, edge };
}

/** At least so many lines on each side make a column, and so much of its width is filled. */
const columnLines = 6;
const columnFill = 0.7;

/**
 * Two columns where a gutter near the middle parts most lines and both sides are filled like text. Lines across
 * the gutter part the page into bands; in each band the left column is read first.
 */
function columnsOf(page: PdfPage, rows: readonly SegmentedRow[]): Line[] {
  const gutter = gutterOf(page, rows);
  const whole = (row: SegmentedRow): Line => lineOf(page, row.segments, row.baseline, row.size, 0);
  if (gutter === null) return edged(rows.map(whole));
  const lines: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  let across: Line[] = [];
  const flush = (): void => {
    lines.push(...edged(across), ...edged(left), ...edged(right));
    [across, left, right] = [[], [], []];
  };
  for (const row of rows) {
    const onLeft = row.segments.filter((segment) => segment.right <= gutter + 1);
    const onRight = row.segments.filter((segment) => segment.x >= gutter - 1);
    if (onLeft.length + onRight.length < row.segments.length) {
      if (left.length + right.length > 0) flush();
      across.push(whole(row));
      continue;
    }
    if (onLeft.length > 0) left.push(lineOf(page, onLeft, row.baseline, row.size, 0));
    if (onRight.length > 0) right.push(lineOf(page, onRight, row.baseline, row.size, 0));
  }
  flush();
  return lines;
}

function gutterOf(page: PdfPage, rows: readonly SegmentedRow[]): number | null {
  const parted = rows.flatMap((row) => {
    const at = row.segments.findIndex(
      (segment, index) =>
        index > 0 && segment.x > 0.4 * page.width && (row.segments[index - 1]?.right ?? 0) < 0.6 * page.width,
    );
    const [before, after] = [row.segments[at - 1], row.segments[at]];
    return at > 0 && before && after ? [{ row, from: before.right, to: after.x }] : [];
  });
  if (parted.length < columnLines) return null;
  const from = quantile(
    parted.map((gap) => gap.from),
    0.9,
  );
  const to = quantile(
    parted.map((gap) => gap.to),
    0.1,
  );
  if (to <= from) return null;
  const middle = (from + to) / 2;
  const crossing = rows.filter((row) =>
    row.segments.some((segment) => segment.x < middle - 1 && segment.right > middle + 1),
  );
  if (crossing.length > 0.5 * parted.length) return null;
  const start = Math.min(...rows.flatMap((row) => row.segments.map((segment) => segment.x)));
  const end = Math.max(...rows.flatMap((row) => row.segments.map((segment) => segment.right)));
  const leftFill = quantile(
    parted.map(({ row }) => fill(row, start, middle)),
    0.4,
  );
  const rightFill = quantile(
    parted.map(({ row }) => fill(row, middle, end)),
    0.4,
  );
  return leftFill > columnFill && rightFill > columnFill ? middle : null;
}

function fill(row: SegmentedRow, from: number, to: number): number {
  const inside = row.segments.filter((segment) => segment.x >= from - 1 && segment.right <= to + 1);
  return inside.reduce((sum, segment) => sum + segment.right - segment.x, 0) / Math.max(1, to - from);
}

/** Gives lines that stand in one column its edges. */
function edged(lines: readonly Line[]): Line[] {
  const left = quantile(
    lines.map((line) => line.x),
    0.02,
  );
  const edge = quantile(
    lines.map((line) => line.right),
    0.95,
  );
  return lines.map((line) => ({ ...line, left, edge }));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
