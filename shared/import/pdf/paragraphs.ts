/** Lines → paragraphs, by the signs a typesetter leaves: indents, gaps, short last lines, sizes, numbers. */
import { readAnnexLabel, readLabel } from '../../document/clauses/label.ts';
import { quantile } from './lines.ts';
import type { Line } from './page.ts';

export type Block = Readonly<{ lines: readonly [Line, ...Line[]]; centred: boolean }>;

/** Pages with fewer lines take their edges from the whole document. */
const fewLines = 8;
const sentenceEnd = /[。；：！？;:!?.]["”’」』）)]*$/u;
const latin = /[A-Za-z0-9,.;:!?)'"%-]$/u;

export function paragraphsOf(lines: readonly Line[]): Block[] {
  const settled = withEdges(lines);
  const pitch = pitchOf(settled);
  const tabular = new Set(settled.filter((line, at) => isTabular(line, settled[at - 1], settled[at + 1])));
  const blocks: [Line, ...Line[]][] = [];
  settled.forEach((line, at) => {
    const before = settled[at - 1];
    const block = blocks.at(-1);
    const apart = !before || !block || tabular.has(line) || tabular.has(before) || breaks(before, line, block, pitch);
    if (apart) blocks.push([line]);
    else block.push(line);
  });
  return blocks.map((block) => ({ lines: block, centred: block.every(isCentred) }));
}

/** How two lines of one paragraph meet: Chinese without a space, Latin words with one. */
export function seam(before: string, after: string): string {
  if (/[A-Za-z]-$/u.test(before)) return '';
  return latin.test(before) && /^[A-Za-z0-9(“"'$]/u.test(after) ? ' ' : '';
}

function withEdges(lines: readonly Line[]): Line[] {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.page, (counts.get(line.page) ?? 0) + 1);
  const full = lines.filter((line) => (counts.get(line.page) ?? 0) >= fewLines);
  if (full.length === 0) return [...lines];
  const left = quantile(
    full.map((line) => line.left),
    0.5,
  );
  const edge = quantile(
    full.map((line) => line.edge),
    0.5,
  );
  return lines.map((line) =>
    (counts.get(line.page) ?? 0) >= fewLines
      ? line
      : { ...line, left: Math.min(left, line.left), edge: Math.max(edge, line.edge) },
  );
}

/** The usual distance of baselines, in font sizes, for each size seen. */
function pitchOf(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (!before || before.page !== line.page || Math.abs(before.size - line.size) > 0.5) return [];
    const gap = (line.baseline - before.baseline) / line.size;
    return gap > 0.8 && gap < 4 ? [gap] : [];
  });
  return gaps.length === 0 ? 1.6 : quantile(gaps, 0.4);
}

/** Rows of a table: two neighbours with several segments that begin at the same places. */
function isTabular(line: Line, ...neighbours: readonly (Line | undefined)[]): boolean {
  if (line.segments.length < 2) return false;
  if (line.segments.length >= 4) return true;
  return neighbours.some((other) => {
    if (!other || other.page !== line.page || other.segments.length < 2) return false;
    const aligned = line.segments
      .slice(1)
      .filter(({ x }) => other.segments.slice(1).some((segment) => Math.abs(segment.x - x) < 4));
    return aligned.length > 0;
  });
}

function breaks(before: Line, line: Line, block: readonly Line[], pitch: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > 0.12 * size) return true;
  const turned = before.page !== line.page || line.baseline < before.baseline;
  if (!turned && (line.baseline - before.baseline) / size > 1.35 * pitch) return true;
  if (isCentred(before) !== isCentred(line) && (isCentred(before) || isShort(line))) return true;
  const short = roomLeft(before) > firstWord(line) + 0.6 * size;
  if (short && !isCentred(before)) return true;
  const ended = sentenceEnd.test(before.text.trimEnd());
  const indent = line.x - line.left;
  const [first] = block;
  // Deeper than the paragraph's other lines: a first line. The block as a whole may stand indented.
  const usual = block.length > 1 ? (block[1]?.x ?? first?.x ?? 0) - (block[1]?.left ?? 0) : null;
  const indented =
    usual === null
      ? indent > 1.2 * size && (ended || indent > before.x - before.left + 1.2 * size || first?.x === line.x)
      : indent - usual > 1.2 * size;
  if (indented && (ended || !hangs(before, line))) return true;
  const numbered = readLabel(line.text, 0) !== null || annexTitle(line.text);
  return numbered && (ended || indented);
}

function hangs(before: Line, line: Line): boolean {
  return line.x - before.x > 0.5 * line.size && readLabel(before.text, 0) !== null;
}

function annexTitle(text: string): boolean {
  return readAnnexLabel(text) !== null && text.trim().length <= 40;
}

function isShort(line: Line): boolean {
  return roomLeft(line) > 2 * line.size;
}

/** Room between the line's end and the column's right edge. */
function roomLeft(line: Line): number {
  return line.edge - line.right;
}

/** Width of what would have had to fit on the line before: a Latin word, or one Chinese character. */
function firstWord(line: Line): number {
  const word = /^[A-Za-z0-9.,'’-]+/u.exec(line.text)?.[0].length ?? 0;
  const average = (line.right - line.x) / Math.max(1, line.text.length);
  return word > 0 ? (word + 1) * average : 1.1 * line.size;
}

function isCentred(line: Line): boolean {
  const [left, right] = [line.x - line.left, line.edge - line.right];
  return left > 2.5 * line.size && right > 2.5 * line.size && Math.abs(left - right) < 2 * line.size;
}
