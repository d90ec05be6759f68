/** Running headers, footers and page numbers: what repeats near the edges of the pages. */
import type { Line, PdfPage } from './page.ts';

export type Margins = Readonly<{ body: readonly Line[]; headers: readonly Line[]; footers: readonly Line[] }>;

/** Share of the page's height in which a header or footer may stand, and how many lines it may have. */
const zone = 0.13;
const deepest = 3;
/** How far the same header may move from page to page, in points. */
const drift = 8;

const numberAlone = /^[-—–―·•~\s]*(?:\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7})[-—–―·•~\s]*$/u;
const numberNamed =
  /^[-—–―·\s]*(?:第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)[-—–―·\s]*$/iu;
const numberDashed = /^[-—–―]\s*\d{1,4}\s*[-—–―]$/u;

/** Takes running lines out of the body. A story is kept once, as it first stands. */
export function marginsOf(pages: readonly PdfPage[], linesByPage: readonly (readonly Line[])[]): Margins {
  const places = linesByPage.flatMap((lines, at) => edgeLines(lines, pages[at]));
  const seen = new Map<string, Place[]>();
  for (const place of places) seen.set(place.key, [...(seen.get(place.key) ?? []), place]);
  const running = new Set<Line>();
  const stories: Place[] = [];
  for (const group of seen.values()) {
    const kept = group.filter((place) => runs(place, group, linesByPage.length));
    const [first] = kept;
    if (first) stories.push(first);
    for (const place of kept) running.add(place.line);
  }
  return {
    body: linesByPage.flat().filter((line) => !running.has(line)),
    headers: stories.filter((place) => place.top).map((place) => place.line),
    footers: stories.filter((place) => !place.top).map((place) => place.line),
  };
}

type Place = Readonly<{ line: Line; top: boolean; key: string; pageNumber: boolean }>;

function edgeLines(lines: readonly Line[], page: PdfPage | undefined): Place[] {
  if (!page) return [];
  const byHeight = lines.toSorted((a, b) => a.baseline - b.baseline);
  const top = byHeight.slice(0, deepest).filter((line) => line.baseline < zone * page.height);
  const bottom = byHeight
    .slice(-deepest)
    .filter((line) => line.baseline > (1 - zone) * page.height && !top.includes(line));
  const place = (line: Line, isTop: boolean): Place => {
    const text = line.text.trim();
    const pageNumber = numberAlone.test(text) || numberNamed.test(text);
    const shape = pageNumber ? '#' : text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
    return { line, top: isTop, key: `${isTop ? 'top' : 'bottom'} ${shape}`, pageNumber };
  };
  return [...top.map((line) => place(line, true)), ...bottom.map((line) => place(line, false))];
}

/** Repeats on enough other pages at one height; odd and even pages may differ. */
function runs(place: Place, group: readonly Place[], pages: number): boolean {
  const text = place.line.text.trim();
  if (place.pageNumber && (numberNamed.test(text) || numberDashed.test(text))) return true;
  if (pages < 2) return false;
  const near = group.filter((other) => Math.abs(other.line.baseline - place.line.baseline) <= drift);
  const onPages = new Set(near.map((other) => other.line.page)).size;
  if (place.pageNumber) return onPages >= 2;
  return onPages >= Math.max(2, Math.min(3, pages), pages * 0.3);
}
