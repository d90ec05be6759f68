/** Lines of text on PDF pages, from the boxes the importer read. Pure. */
import type { BlockId, Document, Page, Paragraph, Span, TextBox } from '../../../shared/document/model.ts';
import { allParagraphs } from '../../../shared/document/walk.ts';

export type Line = Readonly<{ block: BlockId; text: string; box: TextBox }>;

/** Lines by page number, in reading order. */
export function linesByPage(document: Document): ReadonlyMap<number, readonly Line[]> {
  const pages = new Map<number, Line[]>();
  for (const paragraph of allParagraphs(document)) {
    for (const box of paragraph.boxes) {
      const line = { block: paragraph.id, text: paragraph.text.slice(box.from, box.to), box };
      const lines = pages.get(box.page);
      if (lines) lines.push(line);
      else pages.set(box.page, [line]);
    }
  }
  return pages;
}

/** The line a span begins on; its first line when the offsets fall between lines; null without boxes. */
export function boxOf(paragraph: Paragraph, span: Span): TextBox | null {
  return paragraph.boxes.find((box) => span.from < box.to && box.from <= span.from) ?? paragraph.boxes[0] ?? null;
}

/** Heights of all pages above each page, in points, with the gap between pages; the last entry is the total. */
export function pageTops(pages: readonly Readonly<{ height: number }>[], gap: number): readonly number[] {
  const tops = [0];
  for (const { height } of pages) tops.push((tops.at(-1) ?? 0) + height + gap);
  return tops;
}

/** White space left and right of a page's text, in points; all of the page is margin where there is no text. */
export function marginsOf(page: Page, lines: readonly Line[]): Readonly<{ left: number; right: number }> {
  if (lines.length === 0) return { left: page.width / 2, right: page.width / 2 };
  const left = Math.min(...lines.map(({ box }) => box.x));
  const right = Math.max(...lines.map(({ box }) => box.x + box.width));
  return { left: Math.max(left, 0), right: Math.max(page.width - right, 0) };
}
