/**
 * Finding a marked place again in the next version. An anchor keeps what stood there and around it; it
 * is always in exactly one state: placed (the same words in the same surroundings), moved (the same
 * words elsewhere, or words that were reworked), lost (nothing that reads enough alike).
 */
import type { Document, Paragraph, Range, Span } from './model.ts';
import { allParagraphs, blockNumber } from './walk.ts';

/** A range with what it held: one quote a span, and up to 32 UTF-16 units before and after. */
export type Anchor = Readonly<{
  range: Range;
  quotes: readonly string[];
  before: string;
  after: string;
}>;

export type Placement = Readonly<{ kind: 'placed' | 'moved'; range: Range }> | Readonly<{ kind: 'lost' }>;

/** Reworked words must keep this share of their characters, in order, to be known again. */
const alike = 0.6;
/** So many known characters around a quote, or in it, make it more than a chance likeness. */
const telling = 8;

export function placeAnchor(anchor: Anchor, document: Document): Placement {
  const text = textOf(document);
  const ends = [anchor.range[0], anchor.range.at(-1) ?? anchor.range[0]] as const;
  const [head = '', tail = ''] = [anchor.quotes[0], anchor.quotes.at(-1)];
  if (anchor.range.length === 1) {
    const found = findQuote(text, { quote: head, before: anchor.before, after: anchor.after, near: ends[0] });
    return found ? { kind: found.same ? 'placed' : 'moved', range: [found.span] } : { kind: 'lost' };
  }
  const first = findQuote(text, { quote: head, before: anchor.before, after: '', near: ends[0] });
  const last = findQuote(text, { quote: tail, before: '', after: anchor.after, near: ends[1] });
  if (!first && !last) return { kind: 'lost' };
  const range = first && last ? rangeBetween(text, first.span, last.span) : null;
  if (!range) return { kind: 'moved', range: [(first ?? last ?? never()).span] };
  const held = range.map(({ block, from, to }) => text.paragraphs[text.places.get(block) ?? -1]?.text.slice(from, to));
  const same = first?.same && last?.same && held.join('\n') === anchor.quotes.join('\n');
  return { kind: same ? 'placed' : 'moved', range };
}

type Wanted = Readonly<{ quote: string; before: string; after: string; near: Span }>;
type Found = Readonly<{ span: Span; same: boolean }>;

function findQuote(text: WholeText, wanted: Wanted): Found | null {
  if (wanted.quote === '') return null;
  return unchanged(text, wanted) ?? reworked(text, wanted);
}

/** Where the quote stands word for word, best by its surroundings, then by its place in the document. */
function unchanged({ whole, starts, paragraphs }: WholeText, { quote, before, after, near }: Wanted): Found | null {
  let best: { at: number; known: number; far: number } | null = null;
  for (let at = whole.indexOf(quote); at >= 0; at = whole.indexOf(quote, at + 1)) {
    const known = endsAlike(whole, at, before) + beginsAlike(whole, at + quote.length, after);
    const far = Math.abs(blockNumber(paragraphs[paragraphAt(starts, at)]?.id ?? 'p0') - blockNumber(near.block));
    if (!best || known > best.known || (known === best.known && far < best.far)) best = { at, known, far };
  }
  if (!best) return null;
  const around = before.length + after.length;
  if (quote.length + best.known < telling && best.known < around) return null;
  const index = paragraphAt(starts, best.at);
  const paragraph = paragraphs[index];
  const from = best.at - (starts[index] ?? 0);
  if (!paragraph || from + quote.length > paragraph.text.length) return null;
  const span = { block: paragraph.id, from, to: from + quote.length };
  return { span, same: best.known * 2 >= around };
}

/** The stretch of the likeliest paragraph that keeps most of the quote. */
function reworked(text: WholeText, { quote, before, after }: Wanted): Found | null {
  if (quote.length < 2) return null;
  const candidates = likeliest(text, before + quote + after, quote);
  let best: { span: Span; likeness: number } | null = null;
  for (const { id, text: line } of candidates) {
    const match = nearest(quote, line);
    if (!match || (best && match.likeness <= best.likeness)) continue;
    best = { span: { block: id, from: match.from, to: match.to }, likeness: match.likeness };
  }
  if (!best || best.likeness < alike) return null;
  const line = text.paragraphs[text.places.get(best.span.block) ?? -1]?.text ?? '';
  const known = endsAlike(line, best.span.from, before) + beginsAlike(line, best.span.to, after);
  return best.likeness * quote.length + known < telling ? null : { span: best.span, same: false };
}

/** Longest quote and line that are compared character by character; longer ones must stand word for word. */
const comparable = 4_000_000;

/**
 * The stretch of a line with the least edit distance to the quote (Sellers 1980), and the share of the
 * quote that it keeps.
 */
function nearest(quote: string, line: string): Readonly<{ from: number; to: number; likeness: number }> | null {
  if (quote.length * line.length > comparable) return null;
  let cost = Array.from({ length: quote.length + 1 }, (_, at) => at);
  let start = cost.map(() => 0);
  let best = { from: 0, to: 0, distance: quote.length };
  for (let to = 1; to <= line.length; to += 1) {
    const nextCost = [0];
    const nextStart = [to];
    for (let at = 1; at <= quote.length; at += 1) {
      const kept = (cost[at - 1] ?? 0) + Number(quote[at - 1] !== line[to - 1]);
      const more = (cost[at] ?? 0) + 1;
      const less = (nextCost[at - 1] ?? 0) + 1;
      const least = Math.min(kept, more, less);
      nextCost.push(least);
      nextStart.push((least === kept ? start[at - 1] : least === more ? start[at] : nextStart[at - 1]) ?? 0);
    }
    [cost, start] = [nextCost, nextStart];
    const distance = cost[quote.length] ?? quote.length;
    if (distance < best.distance) best = { from: start[quote.length] ?? 0, to, distance };
  }
  const { from, to } = wholeCharacters(line, best.from, best.to);
  return to > from ? { from, to, likeness: 1 - best.distance / quote.length } : null;
}

/** A stretch widened so that it splits no surrogate pair. */
function wholeCharacters(text: string, from: number, to: number): Readonly<{ from: number; to: number }> {
  const low = (at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '') && at > 0;
  return { from: low(from) ? from - 1 : from, to: low(to) ? to + 1 : to };
}

/** The few paragraphs that share most pairs of characters with the quote, its surroundings counting too. */
function likeliest(text: WholeText, around: string, quote: string): Paragraph[] {
  const index = pairsOf(text);
  const scores = new Map<number, number>();
  for (const [pairs, weight] of [
    [pairsIn(quote), 2],
    [pairsIn(around), 1],
  ] as const) {
    for (const pair of pairs) for (const at of index.get(pair) ?? []) scores.set(at, (scores.get(at) ?? 0) + weight);
  }
  return [...scores]
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .slice(0, 3)
    .flatMap(([at]) => text.paragraphs[at] ?? []);
}

function pairsIn(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** How many of the last characters of `before` stand in front of a place, and of `after` behind it. */
function endsAlike(text: string, at: number, before: string): number {
  let count = 0;
  while (count < before.length && text[at - count - 1] === before[before.length - count - 1]) count += 1;
  return count;
}

function beginsAlike(text: string, at: number, after: string): number {
  let count = 0;
  while (count < after.length && text[at + count] === after[count]) count += 1;
  return count;
}

type WholeText = Readonly<{
  paragraphs: readonly Paragraph[];
  places: ReadonlyMap<string, number>;
  /** All paragraphs, each followed by a character that no text holds (U+0000), so that no quote runs over two. */
  whole: string;
  /** Where each paragraph begins in `whole`. */
  starts: readonly number[];
}>;

const texts = new WeakMap<Document, WholeText>();
const pairIndexes = new WeakMap<WholeText, ReadonlyMap<string, readonly number[]>>();

function textOf(document: Document): WholeText {
  const known = texts.get(document);
  if (known) return known;
  const paragraphs = allParagraphs(document);
  let length = 0;
  const starts = paragraphs.map(({ text }) => (length += text.length + 1) - text.length - 1);
  const made = {
    paragraphs,
    places: new Map(paragraphs.map(({ id }, at) => [id, at])),
    whole: paragraphs.map(({ text }) => `${text}\u0000`).join(''),
    starts,
  };
  texts.set(document, made);
  return made;
}

function pairsOf(text: WholeText): ReadonlyMap<string, readonly number[]> {
  const known = pairIndexes.get(text);
  if (known) return known;
  const index = new Map<string, number[]>();
  text.paragraphs.forEach(({ text: line }, at) => {
    for (const pair of pairsIn(line)) {
      const list = index.get(pair);
      if (list) list.push(at);
      else index.set(pair, [at]);
    }
  });
  pairIndexes.set(text, index);
  return index;
}

/** The paragraph in which an offset of the whole text lies. */
function paragraphAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** All that lies between two places; null when they stand the wrong way round. */
function rangeBetween({ paragraphs, places }: WholeText, first: Span, last: Span): Range | null {
  const [from, to] = [places.get(first.block) ?? -1, places.get(last.block) ?? -1];
  if (from > to || (from === to && first.from >= last.to)) return null;
  if (from === to) return [{ block: first.block, from: first.from, to: last.to }];
  const spans = paragraphs.slice(from, to + 1).map(({ id, text }): Span => ({
    block: id,
    from: id === first.block ? first.from : 0,
    to: id === last.block ? last.to : text.length,
  }));
  const [opening, ...rest] = spans;
  return opening ? [opening, ...rest] : null;
}

function never(): never {
  throw new Error('a place that was neither found nor lost');
}
