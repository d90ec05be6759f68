/**
 * A reviewer's edits to a version that is itself never edited: what is to be replaced, and which
 * paragraph mark is to go, in the version's own coordinates. Findings, comments and anchors keep
 * their places while someone types.
 */
import type { BlockId, Paragraph, Span } from './model.ts';

/**
 * `replace`: the span gives way to `text`, one string a paragraph: a new paragraph mark stands between
 * two. An empty span inserts, `['']` deletes. `join`: the paragraph's mark goes, so that the next
 * paragraph of the same flow is appended.
 */
export type Edit =
  Readonly<{ kind: 'replace'; span: Span; text: EditText }> | Readonly<{ kind: 'join'; block: BlockId }>;

export type EditText = readonly [string, ...string[]];

/** `at`: ISO 8601 with milliseconds, UTC. */
export type Suggestion = Edit & Readonly<{ id: string; author: string; at: string }>;

/** A paragraph under edit, in reading order: what stays, what goes, what comes, where it breaks. */
export type Piece =
  | Readonly<{ kind: 'kept'; from: number; to: number }>
  | Readonly<{ kind: 'removed'; from: number; to: number }>
  | Readonly<{ kind: 'added'; text: string }>
  | Readonly<{ kind: 'break' }>;

export function blockOf(edit: Edit): BlockId {
  return edit.kind === 'join' ? edit.block : edit.span.block;
}

/** The pieces of a paragraph under its edits: what goes stands before what comes in its place. */
export function piecesOf({ id, text }: Pick<Paragraph, 'id' | 'text'>, edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { span, text: lines } of replacesIn(id, edits)) {
    if (span.from > at) pieces.push({ kind: 'kept', from: at, to: span.from });
    if (span.to > span.from) pieces.push({ kind: 'removed', from: span.from, to: span.to });
    lines.forEach((line, index) => {
      if (index > 0) pieces.push({ kind: 'break' });
      if (line !== '') pieces.push({ kind: 'added', text: line });
    });
    at = span.to;
  }
  if (text.length > at) pieces.push({ kind: 'kept', from: at, to: text.length });
  return pieces;
}

/**
 * The edits that pieces tell of, as few and as small as they can be: touching ones are one, what goes
 * and comes back the same is none. `piecesOf` of the answer reads the same as `pieces`.
 */
export function editsOf({ id, text }: Pick<Paragraph, 'id' | 'text'>, pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { from: number; lines: string[] } | null = null;
  const close = (): void => {
    if (open) edits.push(...tight(text, { block: id, from: open.from, to: at }, open.lines));
    open = null;
  };
  for (const piece of pieces) {
    if (piece.kind === 'kept') {
      close();
      at = piece.to;
      continue;
    }
    const current: { from: number; lines: string[] } = open ?? { from: at, lines: [''] };
    open = current;
    if (piece.kind === 'removed') at = piece.to;
    else if (piece.kind === 'break') current.lines.push('');
    else current.lines.push((current.lines.pop() ?? '') + piece.text);
  }
  close();
  return edits;
}

/** What a paragraph reads with its edits: one string, or more where a new mark was set. */
export function editedText(paragraph: Pick<Paragraph, 'id' | 'text'>, edits: readonly Edit[]): EditText {
  const [first, ...rest] = piecesOf(paragraph, edits).reduce<string[]>(
    (lines, piece) => {
      if (piece.kind === 'break') return [...lines, ''];
      const said =
        piece.kind === 'added' ? piece.text : piece.kind === 'kept' ? paragraph.text.slice(piece.from, piece.to) : '';
      return [...lines.slice(0, -1), (lines.at(-1) ?? '') + said];
    },
    [''],
  );
  return [first ?? '', ...rest];
}

/** Why edits do not fit a paragraph; null when they do. */
export function misfit({ id, text }: Pick<Paragraph, 'id' | 'text'>, edits: readonly Edit[]): EditFault | null {
  if (edits.some((edit) => blockOf(edit) !== id)) return 'elsewhere';
  if (edits.filter(({ kind }) => kind === 'join').length > 1) return 'overlap';
  let end = -1;
  for (const { span, text: lines } of replacesIn(id, edits)) {
    const { from, to } = span;
    if (from < 0 || to < from || to > text.length || splitsPair(text, from) || splitsPair(text, to)) return 'outside';
    if (from <= end) return 'overlap';
    if (from === to && lines.length === 1 && lines[0] === '') return 'empty';
    if (lines.some((line) => forbidden.test(line))) return 'unwritable';
    end = to;
  }
  return null;
}

/** `empty`: changes nothing; `unwritable`: a character that no paragraph can hold. */
export type EditFault = 'elsewhere' | 'outside' | 'overlap' | 'empty' | 'unwritable';

/** What XML 1.0 cannot carry, the object character, and marks that would break the paragraph. */
const forbidden = /[^\P{Cc}\t\n]|[\ufffc\ufffe\uffff\u2028\u2029]|\p{Surrogate}/u;

/** Text from the clipboard or an input method as a suggestion may hold it: one string a paragraph. */
export function writable(pasted: string): EditText {
  const [first, ...rest] = pasted
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/[^\P{Cc}\t]|[\ufffc\ufffe\uffff]|\p{Surrogate}/gu, ''));
  return [first ?? '', ...rest];
}

/**
 * The edits of one block as suggestions: one that stands as it stood keeps its name, author and time;
 * one that grew out of the same author's keeps its name.
 */
export function suggested(
  before: readonly Suggestion[],
  edits: readonly Edit[],
  by: Readonly<{ author: string; at: string; newId: () => string }>,
): Suggestion[] {
  const same = new Map(before.map((suggestion) => [editKey(suggestion), suggestion]));
  const taken = new Set(edits.flatMap((edit) => same.get(editKey(edit))?.id ?? []));
  return edits.map((edit) => {
    const standing = same.get(editKey(edit));
    if (standing) return standing;
    const grown = before.find((other) => other.author === by.author && !taken.has(other.id) && touches(other, edit));
    if (grown) taken.add(grown.id);
    return { ...edit, id: grown?.id ?? by.newId(), author: by.author, at: by.at };
  });
}

/** Equal for edits that ask the same, whoever asks. */
export function editKey(edit: Edit): string {
  return edit.kind === 'join'
    ? JSON.stringify(['join', edit.block])
    : JSON.stringify([edit.span.block, edit.span.from, edit.span.to, edit.text]);
}

function touches(a: Edit, b: Edit): boolean {
  if (a.kind === 'join' || b.kind === 'join') return false;
  return a.span.block === b.span.block && a.span.from <= b.span.to && b.span.from <= a.span.to;
}

type Replace = Extract<Edit, { kind: 'replace' }>;

function replacesIn(block: BlockId, edits: readonly Edit[]): Replace[] {
  return edits
    .filter((edit): edit is Replace => edit.kind === 'replace' && edit.span.block === block)
    .toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** A replacement without what its two sides begin and end with alike; none when nothing is left. */
function tight(text: string, span: Span, lines: readonly string[]): Edit[] {
  const said = [...lines];
  let { from, to } = span;
  const first = (): string => said[0] ?? '';
  let head = 0;
  while (from + head < to && head < first().length && text[from + head] === first()[head]) head += 1;
  if (splitsPair(text, from + head) || splitsPair(first(), head)) head -= 1;
  said[0] = first().slice(head);
  from += head;
  const last = (): string => said.at(-1) ?? '';
  let tail = 0;
  while (to - tail > from && tail < last().length && text[to - tail - 1] === last()[last().length - tail - 1])
    tail += 1;
  if (splitsPair(text, to - tail) || splitsPair(last(), last().length - tail)) tail -= 1;
  said[said.length - 1] = last().slice(0, last().length - tail);
  to -= tail;
  const [opening = '', ...rest] = said;
  if (from === to && rest.length === 0 && opening === '') return [];
  return [{ kind: 'replace', span: { ...span, from, to }, text: [opening, ...rest] }];
}

/** True when an offset stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
