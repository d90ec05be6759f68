/** Selections as ranges of the model: several paragraphs and cells, in reading order. */
import type { BlockId, Paragraph, Range, Span } from '../../shared/document/model.ts';
import { type View, fromModel, isGone, projectionOf } from '../../shared/document/projections.ts';
import { compareSpans } from '../../shared/document/walk.ts';

export type Place = Readonly<{ block: BlockId; offset: number }>;

/** Paragraphs of a document by id, in the order they are shown. */
export type ShownOrder = Readonly<{
  order: readonly BlockId[];
  rank: ReadonlyMap<BlockId, number>;
  paragraphs: ReadonlyMap<BlockId, Paragraph>;
}>;

export function shownOrder(order: readonly BlockId[], paragraphs: readonly Paragraph[]): ShownOrder {
  return {
    order,
    rank: new Map(order.map((id, at) => [id, at])),
    paragraphs: new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph])),
  };
}

/** The range between two places, whichever comes first; null when it holds no text. */
export function rangeBetween(shown: ShownOrder, one: Place, other: Place): Range | null {
  const oneRank = shown.rank.get(one.block);
  const otherRank = shown.rank.get(other.block);
  if (oneRank === undefined || otherRank === undefined) return null;
  const forward = oneRank < otherRank || (oneRank === otherRank && one.offset <= other.offset);
  const [start, end] = forward ? [one, other] : [other, one];
  const spans = shown.order
    .slice(Math.min(oneRank, otherRank), Math.max(oneRank, otherRank) + 1)
    .flatMap((block): Span[] => {
      const text = shown.paragraphs.get(block)?.text ?? '';
      const from = block === start.block ? wholeCharacter(text, start.offset, -1) : 0;
      const to = block === end.block ? wholeCharacter(text, end.offset, 1) : text.length;
      return from < to ? [{ block, from, to }] : [];
    })
    .toSorted(compareSpans);
  const [first, ...rest] = spans;
  return first ? [first, ...rest] : null;
}

/** Moves an offset out of the middle of a surrogate pair. */
function wholeCharacter(text: string, offset: number, step: 1 | -1): number {
  const at = Math.min(Math.max(offset, 0), text.length);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const split = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  return split ? at + step : at;
}

/** What a range holds, one string a span. */
export function quotesOf(shown: ShownOrder, range: Range): string[] {
  return range.map((span) => shown.paragraphs.get(span.block)?.text.slice(span.from, span.to) ?? '');
}

/**
 * The text that copying puts on the clipboard: as Word does, with the computed number of every
 * paragraph that is copied from its first character on (unless a part of one paragraph alone is
 * copied), cells of a row parted by tabs. Objects leave nothing. With tracked changes it is the text
 * before them in the view of the original, and the accepted one in the others.
 */
export function copyText(shown: ShownOrder, range: Range, view: View): string {
  const copiedView = view === 'original' ? 'original' : 'final';
  let copied = '';
  let previous: Span | null = null;
  for (const span of range) {
    const paragraph = shown.paragraphs.get(span.block);
    if (!paragraph || isGone(paragraph, copiedView)) continue;
    if (previous) copied += sameRow(shown.paragraphs.get(previous.block), paragraph) ? '\t' : '\n';
    const whole = span.from === 0 && (range.length > 1 || span.to === paragraph.text.length);
    const label = whole && paragraph.label !== null ? `${paragraph.label} ` : '';
    const projection = projectionOf(paragraph, copiedView);
    const [from, to] = [fromModel(projection, span.from, 'start'), fromModel(projection, span.to, 'end')];
    copied += label + projection.text.slice(from, to).replaceAll('\uFFFC', '');
    previous = span;
  }
  return copied;
}

function sameRow(one: Paragraph | undefined, other: Paragraph): boolean {
  return (
    one?.region.kind === 'cell' &&
    other.region.kind === 'cell' &&
    one.region.table === other.region.table &&
    one.region.row === other.region.row &&
    one.region.column !== other.region.column
  );
}
