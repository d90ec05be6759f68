import type { Block, BlockId, Document, Paragraph, Span, Table } from './model.ts';

/** All paragraphs of some blocks in reading order, tables row by row. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  const found: Paragraph[] = [];
  const visit = (block: Block): void => {
    if (block.kind === 'paragraph') found.push(block);
    else for (const row of block.rows) for (const cell of row.cells) cell.blocks.forEach(visit);
  };
  blocks.forEach(visit);
  return found;
}

/** Every paragraph of the document in reading order: body, notes, headers, footers, text boxes. */
export function allParagraphs(document: Document): Paragraph[] {
  return [
    document.body,
    ...document.notes.map((note) => note.blocks),
    ...[...document.headers, ...document.footers, ...document.textBoxes].map((story) => story.blocks),
  ].flatMap(paragraphsIn);
}

/** All tables of some blocks in reading order, nested ones after the table that holds them. */
export function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block, ...block.rows.flatMap((row) => row.cells.flatMap((cell) => tablesIn(cell.blocks)))]
      : [],
  );
}

/** `p12` → 12. Block ids are assigned at import, so their number is their place in reading order. */
export function blockNumber(id: BlockId): number {
  return Number(id.slice(1));
}

/** Reading order of two spans: negative when `a` begins first. */
export function compareSpans(a: Span, b: Span): number {
  return blockNumber(a.block) - blockNumber(b.block) || a.from - b.from || a.to - b.to;
}

export function sliceOf(paragraph: Paragraph, span: Span): string {
  return paragraph.text.slice(span.from, span.to);
}
