/**
 * PDF pages → RawDocument. A PDF knows only characters in places: lines, paragraphs, headers and
 * reading order are inferred here, and every line keeps its box, so that each place in the text
 * points back to the page.
 */
import { foldRadicals } from './pdf/radicals.ts';
import { linesOf } from './pdf/lines.ts';
import { marginsOf } from './pdf/margins.ts';
import type { Line, PdfPage } from './pdf/page.ts';
import { paragraphsOf, seam } from './pdf/paragraphs.ts';
import type { Block } from './pdf/paragraphs.ts';
import type { RawDocument, RawNotice, RawParagraph, RawPiece, RawStory } from './raw.ts';
import { Unreadable } from './unreadable.ts';

export type { PdfItem, PdfPage } from './pdf/page.ts';

/** Throws `Unreadable('no-text')` where no page has a readable character. */
export function readPdf(pages: readonly PdfPage[], notices: readonly RawNotice[] = []): RawDocument {
  const readable = pages.map((page) => (isReadable(page) ? page : { ...page, items: [] }));
  const linesByPage = readable.map(linesOf);
  const blank = linesByPage.flatMap((lines, at) => (lines.length === 0 ? [pages[at]?.number ?? at + 1] : []));
  if (blank.length === pages.length) throw new Unreadable('no-text');
  const { body, headers, footers } = marginsOf(readable, linesByPage);
  const formats = formatsBySize();
  const blocks = paragraphsOf(body);
  return {
    format: 'pdf',
    body: blocks.map((block) => paragraphOf(block, formats)),
    notes: [],
    headers: headers.map((line, at) => storyOf(`h${at + 1}`, line, formats)),
    footers: footers.map((line, at) => storyOf(`f${at + 1}`, line, formats)),
    textBoxes: [],
    characterFormats: formats.all(),
    paragraphFormats: [{}, { align: 'center' }],
    changes: [],
    comments: [],
    links: [],
    fields: [],
    media: [],
    sections: [],
    pages: pages.map(({ number, width, height }, at) => ({
      number,
      width,
      height,
      hasText: (linesByPage[at]?.length ?? 0) > 0,
    })),
    notices: [...notices, ...(blank.length > 0 ? [{ kind: 'page-without-text' as const, detail: ranges(blank) }] : [])],
  };
}

/** A font without a proper character map yields private or replacement characters: not text. */
function isReadable({ items }: PdfPage): boolean {
  const text = foldRadicals(items.map((item) => item.text).join('')).replace(/\s/gu, '');
  // oxlint-disable-next-line no-control-regex -- control characters are one sign of it
  const odd = text.match(/[\ue000-\uf8ff\ufffd\u0000-\u001f]/gu)?.length ?? 0;
  return text.length > 0 && odd < text.length / 2;
}

type Formats = Readonly<{ of: (size: number) => number; all: () => RawDocument['characterFormats'] }>;

/** One character format a size, to half a point, as fonts are chosen. */
function formatsBySize(): Formats {
  const known = new Map<number, number>();
  return {
    of: (size) => {
      const rounded = Math.round(size * 2) / 2;
      if (!known.has(rounded)) known.set(rounded, known.size);
      return known.get(rounded) ?? 0;
    },
    all: () => [...known.keys()].map((size) => ({ size })),
  };
}

function paragraphOf({ lines, centred }: Block, formats: Formats): RawParagraph {
  const pieces: RawPiece[] = [];
  const boxes: NonNullable<RawParagraph['boxes']> = [];
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const gap = before ? seam(text, line.text) : '';
    for (let page = before?.page ?? line.page; page < line.page; page += 1) pieces.push({ kind: 'page-break' });
    const from = text.length + gap.length;
    text += gap + line.text;
    pieces.push({ kind: 'text', text: gap + line.text, format: formats.of(line.size) });
    boxes.push(boxOf(line, from, text.length));
  });
  return {
    kind: 'paragraph',
    label: null,
    labelLevel: null,
    format: centred ? 1 : 0,
    pieces,
    page: lines[0].page,
    boxes,
  };
}

/** From the ascent above the baseline to the descent below it. */
function boxOf(line: Line, from: number, to: number): NonNullable<RawParagraph['boxes']>[number] {
  return {
    page: line.page,
    x: tenth(line.x),
    y: tenth(line.baseline - 0.9 * line.size),
    width: tenth(line.right - line.x),
    height: tenth(1.2 * line.size),
    from,
    to,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function storyOf(id: string, line: Line, formats: Formats): RawStory {
  return { id, role: 'default', blocks: [paragraphOf({ lines: [line], centred: false }, formats)] };
}

/** 3, 5, 6, 7 → "3、5–7" */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
