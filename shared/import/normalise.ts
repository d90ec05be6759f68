/**
 * RawDocument → Document: pieces become one text with offsets, paragraphs get their ids in reading
 * order, deletions go beside the text. The same for every format.
 */
import { readClauses } from '../document/clauses.ts';
import type {
  Block,
  BlockId,
  Document,
  Field,
  InlineObject,
  Inserted,
  Link,
  Paragraph,
  Range,
  Region,
  Removed,
  Run,
  Section,
  Span,
  Story,
  TableRow,
} from '../document/model.ts';
import { allParagraphs } from '../document/walk.ts';
import type { RawBlock, RawDocument, RawParagraph, RawStory, RawTable } from './raw.ts';

/** What stands in the text for an inline object. */
export const objectCharacter = '\uFFFC';

export function normalise(raw: RawDocument): Document {
  const state = newState(raw);
  const body = raw.body.map((block) => layBlock(state, block, { kind: 'body' }));
  const notes = raw.notes.map((note) => ({
    ...note,
    blocks: note.blocks.map((block) => layBlock(state, block, { kind: note.kind, note: note.id })),
  }));
  const headers = raw.headers.map((story) => layStory(state, story, { kind: 'header' }));
  const footers = raw.footers.map((story) => layStory(state, story, { kind: 'footer' }));
  const textBoxes = raw.textBoxes.map((story) => layStory(state, story, { kind: 'textbox' }));
  const document: Document = {
    format: raw.format,
    body,
    notes,
    headers,
    footers,
    textBoxes,
    characterFormats: raw.characterFormats as Document['characterFormats'],
    paragraphFormats: raw.paragraphFormats as Document['paragraphFormats'],
    changes: raw.changes,
    comments: raw.comments.map((comment) => ({ ...comment, at: rangeOf(state, comment.id) })),
    media: raw.media,
    sections: raw.sections.map(({ after, ...section }): Section => ({ ...section, last: lastBefore(body, after) })),
    pages: raw.pages,
    clauses: [],
    notices: raw.notices,
  };
  return { ...document, clauses: readClauses(document) };
}

/** UTF-16 units of all paragraph texts. */
export function characterCount(document: Document): number {
  return allParagraphs(document).reduce((sum, paragraph) => sum + paragraph.text.length, 0);
}

/** Counters and open comment ranges: the only mutable thing here, and it never leaves this file. */
type State = {
  raw: RawDocument;
  paragraphs: number;
  tables: number;
  /** Page of the place reached, from hints; null before the first source of pages is known. */
  page: number | null;
  openComments: Map<string, Span[]>;
  comments: Map<string, Span[]>;
};

function newState(raw: RawDocument): State {
  const hinted = hasPageHints(raw.body);
  return { raw, paragraphs: 0, tables: 0, page: hinted ? 1 : null, openComments: new Map(), comments: new Map() };
}

function hasPageHints(blocks: readonly RawBlock[]): boolean {
  return blocks.some((block) =>
    block.kind === 'paragraph'
      ? block.pieces.some((piece) => piece.kind === 'page-break')
      : block.rows.some((row) => row.cells.some((cell) => hasPageHints(cell.blocks))),
  );
}

function layStory(state: State, story: RawStory, region: Region): Story {
  return { id: story.id, role: story.role, blocks: story.blocks.map((block) => layBlock(state, block, region)) };
}

function layBlock(state: State, block: RawBlock, region: Region): Block {
  return block.kind === 'paragraph' ? layParagraph(state, block, region) : layTable(state, block, region);
}

function layTable(state: State, table: RawTable, region: Region): Block {
  const id = `t${(state.tables += 1)}`;
  const inBody = region.kind === 'body' || region.kind === 'cell';
  const rows = table.rows.map((row, at): TableRow => ({
    ...row,
    cells: row.cells.map((cell) => {
      const inside: Region = inBody ? { kind: 'cell', table: id, row: at, column: cell.column } : region;
      return {
        ...cell,
        blocks: cell.blocks.map((block) => layBlock(state, block, inside)),
      } as TableRow['cells'][number];
    }),
  }));
  return { kind: 'table', id, columns: table.columns, rows, align: table.align, borders: table.borders as null };
}

function layParagraph(state: State, raw: RawParagraph, region: Region): Paragraph {
  const id: BlockId = `p${(state.paragraphs += 1)}`;
  const inBody = region.kind === 'body' || region.kind === 'cell';
  const startPage = raw.page ?? (inBody ? state.page : null);
  const runs: Run[] = [];
  const objects: InlineObject[] = [];
  const links: Link[] = [];
  const fields: Field[] = [];
  const inserted: Inserted[] = [];
  const removed: Removed[] = [];
  const pageStarts: number[] = [];
  let page = startPage;
  let text = '';

  for (const piece of raw.pieces) {
    const at = text.length;
    if (piece.kind === 'page-break') {
      if (!inBody || state.page === null) continue;
      state.page += 1;
      // A break before any text means that the paragraph itself begins on the new page.
      if (at === 0) page = state.page;
      else pageStarts.push(at);
      continue;
    }
    if (piece.kind === 'comment-start' || piece.kind === 'comment-end') {
      markComment(state, piece.kind, piece.id, { block: id, from: at, to: at });
      continue;
    }
    const added = piece.kind === 'text' ? piece.text : objectCharacter;
    if (piece.deleted !== undefined) {
      remove(removed, { at, text: added, change: piece.deleted, format: piece.format });
      continue;
    }
    if (added === '') continue;
    text += added;
    extend(runs, { from: at, to: text.length, format: piece.format }, (a, b) => a.format === b.format);
    if (piece.inserted !== undefined) {
      const change = piece.inserted;
      extend(inserted, { from: at, to: text.length, change }, (a, b) => a.change === b.change);
    }
    if (piece.kind === 'object') objects.push({ at, ...piece.object });
    if (piece.kind === 'text' && piece.link !== undefined) {
      const target = state.raw.links[piece.link] ?? '';
      extend(links, { from: at, to: text.length, target }, (a, b) => a.target === b.target);
    }
    if (piece.kind === 'text' && piece.field !== undefined) {
      const instruction = state.raw.fields[piece.field] ?? '';
      extend(fields, { from: at, to: text.length, instruction }, (a, b) => a.instruction === b.instruction);
    }
  }
  carryComments(state, id, text.length);
  return {
    kind: 'paragraph',
    id,
    text,
    label: raw.label,
    labelLevel: raw.labelLevel,
    labelLook: raw.labelLook ?? null,
    region,
    format: raw.format,
    runs,
    objects,
    links,
    fields,
    inserted,
    removed,
    markInserted: raw.markInserted ?? null,
    markRemoved: raw.markRemoved ?? null,
    page,
    pageStarts,
    boxes: raw.boxes ?? [],
  };
}

/** Deleted text at one place is one entry, though a comment's mark may stand in it. */
function remove(list: Removed[], next: Removed): void {
  const last = list.at(-1);
  const joins = last?.at === next.at && last.change === next.change && last.format === next.format;
  if (joins) list[list.length - 1] = { ...last, text: last.text + next.text };
  else if (next.text !== '') list.push(next);
}

/** Appends a stretch, or lengthens the last one when both are alike and touch. */
function extend<T extends { from: number; to: number }>(list: T[], next: T, alike: (a: T, b: T) => boolean): void {
  const last = list.at(-1);
  if (last && last.to === next.from && alike(last, next)) list[list.length - 1] = { ...last, to: next.to };
  else list.push(next);
}

function markComment(state: State, kind: 'comment-start' | 'comment-end', id: string, at: Span): void {
  if (kind === 'comment-start') {
    state.openComments.set(id, [at]);
    return;
  }
  const open = state.openComments.get(id);
  if (!open) return;
  state.openComments.delete(id);
  const last = open.at(-1);
  const spans =
    last?.block === at.block ? [...open.slice(0, -1), { ...last, to: at.to }] : [...open, { ...at, from: 0 }];
  state.comments.set(id, spans);
}

/** At a paragraph's end, comments still open cover it to its end and go on at the next one's start. */
function carryComments(state: State, block: BlockId, length: number): void {
  for (const spans of state.openComments.values()) {
    const last = spans.at(-1);
    if (last?.block === block) spans[spans.length - 1] = { ...last, to: length };
    else spans.push({ block, from: 0, to: length });
  }
}

function rangeOf(state: State, comment: string): Range | null {
  const [first, ...rest] = (state.comments.get(comment) ?? []).filter((span) => span.to > span.from);
  return first ? [first, ...rest] : null;
}

function lastBefore(body: readonly Block[], after: number | null): BlockId | null {
  if (after === null) return null;
  const block = body[after - 1];
  return block?.kind === 'paragraph' ? block.id : null;
}
