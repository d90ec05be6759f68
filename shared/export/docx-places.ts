/** From a range of the document to the two places in a part between which a comment stands. */
import type { BlockId, Range } from '../document/model.ts';
import type { ParagraphSource, ReadDocx } from '../import/docx/read-docx.ts';
import type { RawBlock, RawParagraph } from '../import/raw.ts';

/** Where a paragraph lives. Comments may stand in the body and in notes, not elsewhere (Word). */
export type Home = 'body' | 'note' | 'header' | 'footer' | 'textbox';

export type PlacedParagraph = Readonly<{
  home: Home;
  /** Of a text box: its story. */
  story: string;
  raw: RawParagraph;
  source: ParagraphSource;
}>;

/** All paragraphs under the block ids that `normalise` gives them. */
export function placeParagraphs(read: ReadDocx): ReadonlyMap<BlockId, PlacedParagraph> {
  const places = new Map<BlockId, PlacedParagraph>();
  let number = 0;
  const visit = (block: RawBlock, home: Home, story: string): void => {
    if (block.kind === 'table') {
      for (const row of block.rows)
        for (const cell of row.cells) for (const inner of cell.blocks) visit(inner, home, story);
      return;
    }
    number += 1;
    const source = read.sources.get(block);
    if (source) places.set(`p${number}`, { home, story, raw: block, source });
  };
  const { raw } = read;
  for (const block of raw.body) visit(block, 'body', '');
  for (const note of raw.notes) for (const block of note.blocks) visit(block, 'note', note.id);
  for (const story of raw.headers) for (const block of story.blocks) visit(block, 'header', story.id);
  for (const story of raw.footers) for (const block of story.blocks) visit(block, 'footer', story.id);
  for (const story of raw.textBoxes) for (const block of story.blocks) visit(block, 'textbox', story.id);
  return places;
}

export type Anchored = Readonly<{
  from: Readonly<{ paragraph: PlacedParagraph; offset: number }>;
  to: Readonly<{ paragraph: PlacedParagraph; offset: number }>;
  /** Set when the comment had to stand elsewhere: where its text really is, and what it says. */
  moved: Readonly<{ home: Home; quote: string }> | null;
}>;

/**
 * The place a comment on this range can stand: the range itself in body and notes; the picture
 * anchor of a text box; the first words of the document for headers and footers. Null only for a
 * document without any paragraph.
 */
export function anchorOf(places: ReadonlyMap<BlockId, PlacedParagraph>, range: Range): Anchored | null {
  const spans = range.flatMap((span) => {
    const paragraph = places.get(span.block);
    return paragraph ? [{ span, paragraph }] : [];
  });
  const first = spans[0];
  if (!first) return wholeOf(firstParagraph(places), null);
  const { home } = first.paragraph;
  const quote = spans.map(({ span, paragraph }) => acceptedText(paragraph.raw).slice(span.from, span.to)).join('\n');
  if (home === 'textbox') {
    const holder = holderOf(places, first.paragraph.story);
    return holder ? { ...holder, moved: { home, quote } } : wholeOf(firstParagraph(places), { home, quote });
  }
  if (home !== 'body' && home !== 'note') return wholeOf(firstParagraph(places), { home, quote });
  const last =
    spans.findLast(({ paragraph }) => paragraph.home === home && paragraph.story === first.paragraph.story) ?? first;
  return {
    from: { paragraph: first.paragraph, offset: clamp(first.paragraph, first.span.from) },
    to: { paragraph: last.paragraph, offset: clamp(last.paragraph, last.span.to) },
    moved: null,
  };
}

function clamp(paragraph: PlacedParagraph, offset: number): number {
  return Math.min(Math.max(0, offset), paragraph.source.pieces.at(-1)?.to ?? 0);
}

function wholeOf(paragraph: PlacedParagraph | undefined, moved: Anchored['moved']): Anchored | null {
  if (!paragraph) return null;
  return {
    from: { paragraph, offset: 0 },
    to: { paragraph, offset: paragraph.source.pieces.at(-1)?.to ?? 0 },
    moved,
  };
}

/** The first paragraph of the body with text, else the first at all. */
function firstParagraph(places: ReadonlyMap<BlockId, PlacedParagraph>): PlacedParagraph | undefined {
  const body = [...places.values()].filter(({ home }) => home === 'body');
  return body.find(({ source }) => (source.pieces.at(-1)?.to ?? 0) > 0) ?? body[0];
}

/** The character that stands for a text box, in the flow around it. */
function holderOf(places: ReadonlyMap<BlockId, PlacedParagraph>, story: string): Pick<Anchored, 'from' | 'to'> | null {
  for (const paragraph of places.values()) {
    let offset = 0;
    for (const piece of paragraph.raw.pieces) {
      const shown = (piece.kind === 'text' || piece.kind === 'object') && piece.deleted === undefined;
      if (shown && piece.kind === 'object' && piece.object.kind === 'textbox' && piece.object.story === story) {
        if (paragraph.home === 'textbox') return holderOf(places, paragraph.story);
        if (paragraph.home !== 'body' && paragraph.home !== 'note') return null;
        return { from: { paragraph, offset }, to: { paragraph, offset: offset + 1 } };
      }
      if (shown) offset += piece.kind === 'text' ? piece.text.length : 1;
    }
  }
  return null;
}

export function acceptedText(raw: RawParagraph): string {
  return raw.pieces
    .map((piece) => {
      if (piece.kind !== 'text' && piece.kind !== 'object') return '';
      if (piece.deleted !== undefined) return '';
      return piece.kind === 'text' ? piece.text : '\uFFFC';
    })
    .join('');
}
