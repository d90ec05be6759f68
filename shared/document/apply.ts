/**
 * The working text: a version with its suggestions carried out. Pure, so that withdrawing one and
 * carrying out the rest gives what would have been without it. Others' tracked changes stay as they are.
 */
import { readClauses } from './clauses.ts';
import type { Block, BlockId, Document, Field, InlineObject, Inserted, Link, Range, Removed, Span } from './model.ts';
import type { CharacterFormat, Paragraph, Run } from './model.ts';
import { type Edit, type Piece, blockOf, piecesOf } from './suggestion.ts';

export type Applied = Readonly<{ document: Document; places: Places }>;

/** By block of the version, in order and without gaps: where each stretch of its text is now. */
export type Places = ReadonlyMap<BlockId, readonly Stretch[]>;

/** A stretch that went has no length in the working text: it was at `at`. */
export type Stretch = Readonly<{ from: number; to: number; block: BlockId; at: number; kept: boolean }>;

/**
 * Edits fit the document (`misfit`, `followerOf`). Of a paragraph cut in several, the first keeps the
 * id and the label, the others are `p7.1`, `p7.2`, …; labels of automatic numbers are not counted anew.
 * Of joined paragraphs the one whose mark stays gives id, label and format.
 */
export function apply(document: Document, edits: readonly Edit[]): Applied {
  const byBlock = new Map<BlockId, Edit[]>();
  for (const edit of edits) byBlock.set(blockOf(edit), [...(byBlock.get(blockOf(edit)) ?? []), edit]);
  const places = new Map<BlockId, Stretch[]>();
  const plain = document.characterFormats.length;
  const carry: Carry = { byBlock, places, plain, usesPlain: false };
  const flow = (blocks: readonly Block[]): Block[] => applyFlow(carry, blocks);
  const stories = <T extends { blocks: readonly Block[] }>(all: readonly T[]): T[] =>
    all.map((one) => ({ ...one, blocks: flow(one.blocks) }));
  const applied = {
    body: flow(document.body),
    notes: stories(document.notes),
    headers: stories(document.headers),
    footers: stories(document.footers),
    textBoxes: stories(document.textBoxes),
  };
  const moved: Document = {
    ...document,
    ...applied,
    characterFormats: carry.usesPlain ? [...document.characterFormats, noFormat] : document.characterFormats,
    comments: document.comments.map((comment) => ({ ...comment, at: comment.at && movedRange(places, comment.at) })),
    sections: document.sections.map(({ last, ...section }) => ({
      ...section,
      last: last && (places.get(last)?.at(-1)?.block ?? last),
    })),
  };
  return { document: { ...moved, clauses: readClauses(moved) }, places };
}

/** Where a place of the version is in the working text. `side`: which neighbour it keeps to where something came or went. */
export function workingPlace(
  places: Places,
  { block, offset }: Readonly<{ block: BlockId; offset: number }>,
  side: 'start' | 'end',
): Readonly<{ block: BlockId; offset: number }> {
  const stretches = places.get(block) ?? [];
  const inside = stretches.filter(({ from, to }) => from <= offset && offset <= to);
  const holds = ({ from, to }: Stretch): boolean => (side === 'start' ? offset < to : from < offset);
  const stretch = inside.find(holds) ?? (side === 'start' ? inside.at(-1) : inside[0]);
  if (!stretch) return { block, offset };
  return { block: stretch.block, offset: stretch.at + (stretch.kept ? offset - stretch.from : 0) };
}

/** The spans a range of the version covers in the working text; null when nothing of it is left. */
export function movedRange(places: Places, range: Range): Range | null {
  const [first, ...rest] = range.flatMap((span) => movedSpan(places, span)).reduce<Span[]>(together, []);
  return first ? [first, ...rest] : null;
}

/** With what came in its midst, one span a paragraph. */
function movedSpan(places: Places, { block, from, to }: Span): Span[] {
  return (places.get(block) ?? []).flatMap((stretch) => {
    const [begin, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to)];
    if (!stretch.kept || begin >= end) return [];
    const at = stretch.at - stretch.from;
    return [{ block: stretch.block, from: begin + at, to: end + at }];
  });
}

function together(spans: readonly Span[], next: Span): Span[] {
  const last = spans.at(-1);
  return last?.block === next.block ? [...spans.slice(0, -1), { ...last, to: next.to }] : [...spans, next];
}

const noFormat: CharacterFormat = {};

/** Mutable while one document is applied, and never leaves this file. */
type Carry = {
  readonly byBlock: ReadonlyMap<BlockId, readonly Edit[]>;
  readonly places: Map<BlockId, Stretch[]>;
  /** Index of a format without properties, appended where text comes into an empty paragraph. */
  readonly plain: number;
  usesPlain: boolean;
};

/** A paragraph being filled: what its text carries. */
type Line = {
  text: string;
  page: number | null;
  readonly runs: Run[];
  readonly objects: InlineObject[];
  readonly links: Link[];
  readonly fields: Field[];
  readonly inserted: Inserted[];
  readonly removed: Removed[];
  readonly pageStarts: number[];
  /** Stretches of the version that stand in it; they learn its block when it ends. */
  readonly stretches: { of: BlockId; from: number; to: number; at: number; kept: boolean }[];
};

function newLine(page: number | null): Line {
  return {
    text: '',
    page,
    runs: [],
    objects: [],
    links: [],
    fields: [],
    inserted: [],
    removed: [],
    pageStarts: [],
    stretches: [],
  };
}

function applyFlow(carry: Carry, blocks: readonly Block[]): Block[] {
  const done: Block[] = [];
  let joined: Line | null = null;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: applyFlow(carry, cell.blocks) })),
      }));
      done.push({ ...block, rows });
      continue;
    }
    const edits = carry.byBlock.get(block.id) ?? [];
    if (edits.length === 0 && joined === null) {
      const whole = { from: 0, to: block.text.length, block: block.id, at: 0, kept: true };
      carry.places.set(block.id, [whole]);
      done.push(block);
      continue;
    }
    const lines = linesOf(carry, block, edits, joined ?? newLine(block.page));
    joined = edits.some(({ kind }) => kind === 'join') ? (lines.pop() ?? null) : null;
    const width = String(lines.length - 1).length;
    lines.forEach((line, at) => {
      const id = at === 0 ? block.id : `${block.id}.${String(at).padStart(width, '0')}`;
      done.push(ended(carry, block, line, id, at, joined === null && at === lines.length - 1));
    });
  }
  return done;
}

function ended(carry: Carry, block: Paragraph, line: Line, id: BlockId, at: number, ownMark: boolean): Paragraph {
  const { stretches, ...content } = line;
  for (const { of, ...stretch } of stretches)
    carry.places.set(of, [...(carry.places.get(of) ?? []), { ...stretch, block: id }]);
  return {
    ...block,
    ...content,
    id,
    label: at === 0 ? block.label : null,
    labelLevel: at === 0 ? block.labelLevel : null,
    markInserted: ownMark ? block.markInserted : null,
    markRemoved: ownMark ? block.markRemoved : null,
    boxes: [],
  };
}

function linesOf(carry: Carry, block: Paragraph, edits: readonly Edit[], first: Line): Line[] {
  const lines = [first];
  const current = (): Line => lines.at(-1) as Line;
  let at = 0;
  let gone: Extract<Piece, { kind: 'removed' }> | null = null;
  const pieces = piecesOf(block, edits);
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'kept':
        keep(current(), block, piece.from, piece.to, true);
        at = piece.to;
        gone = null;
        break;
      case 'removed':
        keep(current(), block, piece.from, piece.to, false);
        at = piece.to;
        gone = piece;
        break;
      case 'added':
        add(carry, current(), block, { text: piece.text, from: gone?.from ?? at, at });
        break;
      case 'break':
        lines.push(newLine(pageAt(block, at)));
        break;
    }
  }
  // What stands at the very end, and all there is to an empty paragraph.
  const line = current();
  for (const removed of block.removed)
    if (removed.at === block.text.length) line.removed.push({ ...removed, at: line.text.length });
  if (pieces.at(-1)?.kind !== 'kept') {
    const end = block.text.length;
    line.stretches.push({ of: block.id, from: end, to: end, at: line.text.length, kept: true });
  }
  return lines;
}

function pageAt({ page, pageStarts }: Paragraph, at: number): number | null {
  return page === null ? null : page + pageStarts.filter((start) => start <= at).length;
}

/** A stretch of the version into a line; of one that goes only what others deleted in it. */
function keep(line: Line, block: Paragraph, from: number, to: number, kept: boolean): void {
  const shift = line.text.length - from;
  line.stretches.push({ of: block.id, from, to, at: line.text.length, kept });
  for (const removed of block.removed)
    if (from <= removed.at && removed.at < to)
      line.removed.push({ ...removed, at: kept ? removed.at + shift : line.text.length });
  if (!kept) return;
  const cut = <T extends { from: number; to: number }>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const [begin, end] = [Math.max(from, one.from), Math.min(to, one.to)];
      return begin < end ? [{ ...one, from: begin + shift, to: end + shift }] : [];
    });
  line.text += block.text.slice(from, to);
  for (const run of cut(block.runs)) extend(line.runs, run, (a, b) => a.format === b.format);
  for (const link of cut(block.links)) extend(line.links, link, (a, b) => a.target === b.target);
  for (const field of cut(block.fields)) extend(line.fields, field, (a, b) => a.instruction === b.instruction);
  for (const inserted of cut(block.inserted)) extend(line.inserted, inserted, (a, b) => a.change === b.change);
  for (const object of block.objects)
    if (from <= object.at && object.at < to) line.objects.push({ ...object, at: object.at + shift });
  for (const start of block.pageStarts) if (from <= start && start < to) line.pageStarts.push(start + shift);
}

/** `from` < `at`: in place of what stood there. */
type Added = Readonly<{ text: string; from: number; at: number }>;

function add(carry: Carry, line: Line, block: Paragraph, added: Added): void {
  const { text, from, at } = added;
  const begin = line.text.length;
  const end = begin + text.length;
  line.text += text;
  const format = formatFor(block, added);
  if (format === null) carry.usesPlain = true;
  extend(line.runs, { from: begin, to: end, format: format ?? carry.plain }, (a, b) => a.format === b.format);
  // What replaces the last words of a link or of a part of a field belongs to it; what comes behind does not.
  const holds = (one: Link | Field): boolean => one.from < at && (from < at ? at <= one.to : at < one.to);
  const link = block.links.find(holds);
  if (link) extend(line.links, { ...link, from: begin, to: end }, (a, b) => a.target === b.target);
  const field = block.fields.find((one) => holds(one) && !(from < at && from <= one.from && one.to <= at));
  if (field) extend(line.fields, { ...field, from: begin, to: end }, (a, b) => a.instruction === b.instruction);
}

/** The format of what is replaced; else of the character before, else after; objects have none to give. */
function formatFor({ text, runs }: Paragraph, { from, at }: Added): number | null {
  const letter = (offset: number): boolean => text[offset] !== '\uFFFC';
  const offsets = Array.from({ length: text.length }, (_, offset) => offset).filter(letter);
  const chosen =
    offsets.find((offset) => from <= offset && offset < at) ??
    offsets.findLast((offset) => offset < at) ??
    offsets.find((offset) => offset >= at);
  if (chosen === undefined) return null;
  return runs.find((run) => run.from <= chosen && chosen < run.to)?.format ?? null;
}

/** Appends a stretch, or lengthens the last one when both are alike and touch. */
function extend<T extends { from: number; to: number }>(list: T[], next: T, alike: (a: T, b: T) => boolean): void {
  const last = list.at(-1);
  if (last && last.to === next.from && alike(last, next)) list[list.length - 1] = { ...last, to: next.to };
  else list.push(next);
}
