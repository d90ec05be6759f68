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

/** Every flow of the document, outermost first: lists of blocks between which no paragraph mark can be joined. */
export function flowsOf(document: Document): (readonly Block[])[] {
  const inside = (blocks: readonly Block[]): (readonly Block[])[] => [
    blocks,
    ...blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => inside(cell.blocks))) : [],
    ),
  ];
  return [
    document.body,
    ...document.notes.map((note) => note.blocks),
    ...[...document.headers, ...document.footers, ...document.textBoxes].map((story) => story.blocks),
  ].flatMap(inside);
}

/** The paragraph that would be appended if this one's mark went; null before a table and at the end of a flow. */
export function followerOf(document: Document, id: BlockId): Paragraph | null {
  for (const flow of flowsOf(document)) {
    const at = flow.findIndex((block) => block.id === id);
    if (at < 0) continue;
    const next = flow[at + 1];
    return next?.kind === 'paragraph' ? next : null;
  }
  return null;
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
