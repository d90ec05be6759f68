/** A paragraph's pieces as they are shown under suggestions: what goes is told, what comes stands among them. */
import type { Paragraph } from '../../shared/document/model.ts';
import { piecesOf as editPiecesOf } from '../../shared/document/suggestion.ts';
import type { Suggestion } from '../../shared/document/suggestion.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

/** Who suggests it; `at` is ISO 8601. */
export type Byline = Readonly<Pick<Suggestion, 'author' | 'at'>>;

export type SuggestedPiece =
  | Readonly<{ kind: 'said'; piece: Piece; gone: Byline | null }>
  | Readonly<{ kind: 'added'; text: string; format: number; by: Byline }>
  | Readonly<{ kind: 'break'; by: Byline }>
  /** Where an input method composes. */
  | Readonly<{ kind: 'host'; format: number }>;

/** `host`: a place as shared/document/editing.ts counts them, null where nobody composes. */
export function suggestedPieces(
  paragraph: Paragraph,
  suggestions: readonly Suggestion[],
  host: number | null = null,
): SuggestedPiece[] {
  const said = piecesOf(paragraph);
  const shown: SuggestedPiece[] = [];
  let at = 0;
  for (const piece of editPiecesOf(paragraph, suggestions)) {
    const by = bylineAt(suggestions, piece.kind === 'removed' ? piece.to : at);
    if (piece.kind === 'break') shown.push({ kind: 'break', by });
    else if (piece.kind === 'added') {
      shown.push({ kind: 'added', text: piece.text, format: formatAt(paragraph, at), by });
    } else {
      at = piece.to;
      const gone = piece.kind === 'removed' ? by : null;
      for (const inner of within(said, piece.from, piece.to)) shown.push({ kind: 'said', piece: inner, gone });
    }
  }
  const end = said.filter((piece) => placeOf(piece) === paragraph.text.length && widthOf(piece) === 0);
  shown.push(...end.map((piece): SuggestedPiece => ({ kind: 'said', piece, gone: null })));
  return host === null ? shown : withHost(paragraph, shown, host);
}

const nobody: Byline = { author: '', at: '' };

/** No two suggestions touch, so one at most reaches a place. */
function bylineAt(suggestions: readonly Suggestion[], at: number): Byline {
  return suggestions.find((one) => one.kind === 'replace' && one.span.from <= at && at <= one.span.to) ?? nobody;
}

/** What is written takes the look of what stands before it. */
function formatAt({ runs }: Paragraph, at: number): number {
  return (runs.findLast((run) => run.from < at) ?? runs[0])?.format ?? 0;
}

function placeOf(piece: Piece): number {
  return piece.kind === 'text' ? piece.from : piece.at;
}

function widthOf(piece: Piece): number {
  switch (piece.kind) {
    case 'text':
      return piece.to - piece.from;
    case 'tab':
    case 'object':
      return 1;
    case 'removed':
    case 'page':
      return 0;
  }
}

function within(said: readonly Piece[], from: number, to: number): Piece[] {
  return said.flatMap((piece): Piece[] => {
    if (piece.kind !== 'text') return from <= piece.at && piece.at < to ? [piece] : [];
    return piece.to <= from || piece.from >= to ? [] : [clipped(piece, from, to)];
  });
}

function clipped(piece: Extract<Piece, { kind: 'text' }>, from: number, to: number): Piece {
  const head = Math.max(from, piece.from);
  const tail = Math.min(to, piece.to);
  return { ...piece, from: head, to: tail, text: piece.text.slice(head - piece.from, tail - piece.from) };
}

function withHost(paragraph: Paragraph, shown: readonly SuggestedPiece[], host: number): SuggestedPiece[] {
  let at = 0;
  let said = 0;
  let done = false;
  const place = (): SuggestedPiece => {
    done = true;
    return { kind: 'host', format: formatAt(paragraph, said) };
  };
  const pieces = shown.flatMap((one): SuggestedPiece[] => {
    const start = at;
    const width = one.kind === 'said' ? widthOf(one.piece) : one.kind === 'added' ? one.text.length : 1;
    at += width;
    if (one.kind === 'said') said = placeOf(one.piece) + width;
    if (done || host > at || (host === at && width === 0)) return [one];
    const inside = host - start;
    if (inside === 0) return [place(), one];
    if (inside === width) return [one, place()];
    if (one.kind === 'added') {
      return [{ ...one, text: one.text.slice(0, inside) }, place(), { ...one, text: one.text.slice(inside) }];
    }
    if (one.kind !== 'said' || one.piece.kind !== 'text') return [one, place()];
    const { from, to } = one.piece;
    said = from + inside;
    return [
      { ...one, piece: clipped(one.piece, from, from + inside) },
      place(),
      { ...one, piece: clipped(one.piece, from + inside, to) },
    ];
  });
  return done ? pieces : [...pieces, place()];
}
