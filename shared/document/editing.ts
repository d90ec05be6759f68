/**
 * Acts of an editor on suggestions: typing, erasing, splitting, joining, pasting. Pure: paragraphs with
 * their edits and a selection in, new edits and a caret out. What a version says is never changed, so
 * erased text stays to be seen and is stepped over.
 */
import type { BlockId, Document, Paragraph } from './model.ts';
import type { Edit, EditText, Piece } from './suggestion.ts';
import { editsOf, piecesOf } from './suggestion.ts';
import { allParagraphs, flowsOf } from './walk.ts';

/**
 * A place in a paragraph as it is shown under its edits: UTF-16 units of all its pieces, removed ones
 * too; a new paragraph mark counts one.
 */
export type EditPlace = Readonly<{ block: BlockId; at: number }>;

/** `from` is not after `to` in the order shown. */
export type EditSelection = Readonly<{ from: EditPlace; to: EditPlace }>;

export type EditAct =
  | Readonly<{ kind: 'insert'; text: EditText }>
  | Readonly<{ kind: 'erase'; unit: 'character' | 'word' | 'line'; backward: boolean }>;

/** What an act makes: the edits of every paragraph that it changed, and where the caret is then. */
export type Edited = Readonly<{ edits: ReadonlyMap<BlockId, readonly Edit[]>; caret: EditPlace }>;

type Text = Pick<Paragraph, 'id' | 'text'>;

/** The version that is edited. */
export type Ground = Readonly<{
  /** Paragraphs in the order shown. */
  order: readonly BlockId[];
  rank: ReadonlyMap<BlockId, number>;
  paragraphs: ReadonlyMap<BlockId, Text>;
  /** Which paragraph would be appended if a paragraph's mark went, and the other way round. */
  after: ReadonlyMap<BlockId, BlockId>;
  before: ReadonlyMap<BlockId, BlockId>;
}>;

export function groundOf(document: Document, order: readonly BlockId[]): Ground {
  const pairs = flowsOf(document).flatMap((flow) =>
    flow.flatMap((block, at) => {
      const next = flow[at + 1];
      return block.kind === 'paragraph' && next?.kind === 'paragraph' ? [[block.id, next.id] as const] : [];
    }),
  );
  return {
    order,
    rank: new Map(order.map((id, at) => [id, at])),
    paragraphs: new Map(allParagraphs(document).map((paragraph) => [paragraph.id, paragraph])),
    after: new Map(pairs),
    before: new Map(pairs.map(([one, next]) => [next, one])),
  };
}

type EditsNow = (block: BlockId) => readonly Edit[];

/** Answers null when the act changes nothing, as at the start of a cell. */
export function edited(ground: Ground, now: EditsNow, selection: EditSelection, act: EditAct): Edited | null {
  const { from, to } = selection;
  const collapsed = from.block === to.block && from.at === to.at;
  const work = workOn(ground, now);
  if (!collapsed) eraseBetween(ground, work, from, to);
  switch (act.kind) {
    case 'insert': {
      const at = collapsed ? from.at : work.shown(from.block, work.liveAtStart(now, from), 'before');
      work.caret = insertAt(work, { block: from.block, at }, act.text);
      break;
    }
    case 'erase':
      if (collapsed) work.caret = eraseBy(ground, work, from, act);
      else work.caret = { block: from.block, live: work.liveAtStart(now, from), side: 'before' };
      break;
  }
  return work.done();
}

/** What a selection reads with its edits: paragraphs parted by line feeds, objects left out. */
export function selectedText(ground: Ground, now: EditsNow, { from, to }: EditSelection): string {
  return blocksBetween(ground, from, to)
    .map((block) => {
      const paragraph = ground.paragraphs.get(block);
      if (!paragraph) return '';
      const pieces = piecesOf(paragraph, now(block));
      const start = block === from.block ? from.at : 0;
      const end = block === to.block ? to.at : widthOf(pieces);
      return liveText(paragraph, stretch(pieces, start, end)).replaceAll('\uFFFC', '');
    })
    .join('\n');
}

/** Units a piece is shown with. */
export function pieceWidth(piece: Piece): number {
  return piece.kind === 'break' ? 1 : piece.kind === 'added' ? piece.text.length : piece.to - piece.from;
}

export function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + pieceWidth(piece), 0);
}

/** How much of what a paragraph will read stands before a shown place. */
export function liveAt(pieces: readonly Piece[], at: number): number {
  return widthOf(stretch(pieces, 0, at).filter(isLive));
}

/** The shown place of an offset in what a paragraph will read; at removed text, its near or far side. */
export function shownAt(pieces: readonly Piece[], live: number, side: 'before' | 'after'): number {
  let at = 0;
  let left = live;
  for (const piece of pieces) {
    const width = pieceWidth(piece);
    if (!isLive(piece)) {
      if (left === 0 && side === 'before') return at;
      at += width;
    } else {
      if (left < width || (left === width && side === 'before')) return at + left;
      at += width;
      left -= width;
    }
  }
  return at;
}

/** The shown place of an offset of the version. */
export function shownFrom(pieces: readonly Piece[], offset: number): number {
  let at = 0;
  for (const piece of pieces) {
    if ('from' in piece) {
      if (offset < piece.to) return at + offset - piece.from;
    }
    at += pieceWidth(piece);
  }
  return at;
}

function isLive(piece: Piece): boolean {
  return piece.kind !== 'removed';
}

function liveText({ text }: Text, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'break') return '\n';
      if (piece.kind === 'added') return piece.text;
      return piece.kind === 'kept' ? text.slice(piece.from, piece.to) : '';
    })
    .join('');
}

/** The pieces between two shown places, cut where they must be. */
function stretch(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let at = 0;
  return pieces.flatMap((piece): Piece[] => {
    const start = at;
    const width = pieceWidth(piece);
    at += width;
    const head = Math.max(from - start, 0);
    const tail = Math.min(to - start, width);
    if (head >= tail) return [];
    if (piece.kind === 'break') return [piece];
    if (piece.kind === 'added') return [{ ...piece, text: piece.text.slice(head, tail) }];
    return [{ ...piece, from: piece.from + head, to: piece.from + tail }];
  });
}

type Caret = Readonly<{ block: BlockId; live: number; side: 'before' | 'after' }>;

type Work = {
  caret: Caret | null;
  pieces: (block: BlockId) => readonly Piece[];
  set: (block: BlockId, pieces: readonly Piece[]) => void;
  joined: (block: BlockId) => boolean;
  join: (block: BlockId) => void;
  paragraph: (block: BlockId) => Text | null;
  liveAtStart: (now: EditsNow, place: EditPlace) => number;
  shown: (block: BlockId, live: number, side: Caret['side']) => number;
  done: () => Edited | null;
};

/** The paragraphs an act touches, as they are before and become during it. */
function workOn(ground: Ground, now: EditsNow): Work {
  const changed = new Map<BlockId, readonly Edit[]>();
  const editsNow: EditsNow = (block) => changed.get(block) ?? now(block);
  const paragraph = (block: BlockId): Text | null => ground.paragraphs.get(block) ?? null;
  const piecesNow = (block: BlockId, edits: EditsNow = editsNow): readonly Piece[] => {
    const found = paragraph(block);
    return found ? piecesOf(found, edits(block)) : [];
  };
  const work: Work = {
    caret: null,
    paragraph,
    pieces: (block) => piecesNow(block),
    set: (block, pieces) => {
      const found = paragraph(block);
      if (!found) return;
      const joins = editsNow(block).filter(({ kind }) => kind === 'join');
      changed.set(block, [...editsOf(found, pieces), ...joins]);
    },
    joined: (block) => editsNow(block).some(({ kind }) => kind === 'join'),
    join: (block) => {
      if (!work.joined(block)) changed.set(block, [...editsNow(block), { kind: 'join', block }]);
    },
    liveAtStart: (before, { block, at }) => liveAt(piecesNow(block, before), at),
    shown: (block, live, side) => shownAt(piecesNow(block), live, side),
    done: () => {
      const { caret } = work;
      if (!caret) return null;
      return { edits: changed, caret: { block: caret.block, at: work.shown(caret.block, caret.live, caret.side) } };
    },
  };
  return work;
}

function insertAt(work: Work, { block, at }: EditPlace, text: EditText): Caret {
  const pieces = work.pieces(block);
  const live = liveAt(pieces, at);
  const added = text.flatMap((line, index): Piece[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === '' ? [] : [{ kind: 'added', text: line } as const]),
  ]);
  work.set(block, [...stretch(pieces, 0, at), ...added, ...stretch(pieces, at, widthOf(pieces))]);
  return { block, live: live + widthOf(added), side: 'after' };
}

function eraseIn(work: Work, block: BlockId, from: number, to: number): void {
  const pieces = work.pieces(block);
  const gone = stretch(pieces, from, to).flatMap((piece): Piece[] =>
    piece.kind === 'kept' || piece.kind === 'removed' ? [{ ...piece, kind: 'removed' }] : [],
  );
  work.set(block, [...stretch(pieces, 0, from), ...gone, ...stretch(pieces, to, widthOf(pieces))]);
}

/** As in a word processor: what lies between goes, and with it the marks between its paragraphs. */
function eraseBetween(ground: Ground, work: Work, from: EditPlace, to: EditPlace): void {
  const blocks = blocksBetween(ground, from, to);
  const inside = new Set(blocks);
  for (const block of blocks) {
    const start = block === from.block ? from.at : 0;
    const end = block === to.block ? to.at : widthOf(work.pieces(block));
    eraseIn(work, block, start, end);
    const next = ground.after.get(block);
    if (next !== undefined && inside.has(next)) work.join(block);
  }
}

function blocksBetween({ order, rank }: Ground, from: EditPlace, to: EditPlace): readonly BlockId[] {
  return order.slice(rank.get(from.block) ?? 0, (rank.get(to.block) ?? -1) + 1);
}

type Erase = Extract<EditAct, { kind: 'erase' }>;

/** Removes one unit beside the caret, or the mark between two paragraphs. */
function eraseBy(ground: Ground, work: Work, { block, at }: EditPlace, act: Erase): Caret | null {
  const paragraph = work.paragraph(block);
  if (!paragraph) return null;
  const pieces = work.pieces(block);
  const live = liveAt(pieces, at);
  const text = liveText(paragraph, pieces);
  if (act.backward) {
    if (live > 0) {
      const start = unitBefore(text, live, act.unit);
      eraseIn(work, block, shownAt(pieces, start, 'before'), at);
      return { block, live: start, side: 'before' };
    }
    const previous = ground.before.get(block);
    if (previous === undefined) return null;
    const end = widthOf(work.pieces(previous));
    if (work.joined(previous)) return eraseBy(ground, work, { block: previous, at: end }, act);
    work.join(previous);
    return { block: previous, live: liveAt(work.pieces(previous), end), side: 'after' };
  }
  if (live < text.length) {
    const end = unitAfter(text, live, act.unit);
    eraseIn(work, block, at, shownAt(pieces, end, 'after'));
    return { block, live, side: 'after' };
  }
  const next = ground.after.get(block);
  if (next === undefined) return null;
  if (work.joined(block)) return eraseBy(ground, work, { block: next, at: 0 }, act);
  work.join(block);
  return { block: next, live: 0, side: 'before' };
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const wordsOf = new Intl.Segmenter('zh', { granularity: 'word' });

function unitBefore(text: string, at: number, unit: Erase['unit']): number {
  const head = text.slice(0, at);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  if (line === '') return at - 1;
  if (unit === 'line') return at - line.length;
  const spaces = unit === 'word' ? (/[ \t\u3000]*$/u.exec(line)?.[0].length ?? 0) : 0;
  const solid = line.slice(0, line.length - spaces);
  const last = [...(unit === 'word' ? wordsOf : characters).segment(solid)].at(-1);
  return at - spaces - (last?.segment.length ?? 0);
}

function unitAfter(text: string, at: number, unit: Erase['unit']): number {
  const line = text.slice(at).split('\n', 1)[0] ?? '';
  if (line === '') return at + 1;
  if (unit === 'line') return at + line.length;
  const spaces = unit === 'word' ? (/^[ \t\u3000]*/u.exec(line)?.[0].length ?? 0) : 0;
  const [first] = (unit === 'word' ? wordsOf : characters).segment(line.slice(spaces));
  return at + spaces + (first?.segment.length ?? 0);
}
