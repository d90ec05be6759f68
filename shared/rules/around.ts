/** The words around a fact: the sentence and the clause a place stands in, bounded and folded. */
import type { Span } from '../document/model.ts';
import { fold, isThousandsMark } from '../facts/source.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

/** The folded text of a body paragraph; '' for places outside the body. */
export function textOf(context: RuleContext, block: string): string {
  const { folded, indexOf } = readingOf(context.document);
  const at = indexOf.get(block);
  return at === undefined ? '' : folded(at);
}

/**
 * A stretch of a paragraph around a place, folded, with the place's own text inside. Where it reaches back to
 * the head of a table cell, what names the cell in its row stands before it; `from` and `to` stay the paragraph's.
 */
export type Around = Readonly<{ from: number; to: number; text: string; before: string; after: string }>;

/** No clause is longer; a text without stops stays linear. */
const reach = 500;

function around(context: RuleContext, at: Span, ends: string): Around {
  const text = textOf(context, at.block);
  const isEnd = (offset: number): boolean => ends.includes(text[offset] ?? '') && !isThousandsMark(text, offset);
  let from = at.from;
  while (from > 0 && at.from - from < reach && !isEnd(from - 1)) from -= 1;
  let to = at.to;
  while (to < text.length && to - at.to < reach && !isEnd(to)) to += 1;
  const lead = from === 0 ? fold(readingOf(context.document).leadOf(at.block)) : '';
  const before = `${lead}${text.slice(from, at.from)}`;
  return { from, to, text: `${lead}${text.slice(from, to)}`, before, after: text.slice(at.to, to) };
}

/** The stretch between stops: 。；！？ and line ends. */
export function sentenceOf(context: RuleContext, at: Span): Around {
  return around(context, at, '。；;！？!?\n');
}

/** The stretch between commas and stops. */
export function clauseOf(context: RuleContext, at: Span): Around {
  return around(context, at, '，,。；;！？!?\n');
}

/** Facts that stand in the body; notes are not clauses. */
export function inBody<F extends Readonly<{ at: Span }>>(context: RuleContext, facts: readonly F[]): F[] {
  const { indexOf } = readingOf(context.document);
  return facts.filter((fact) => indexOf.has(fact.at.block));
}

/** What the cells before a cell's paragraph say in its row, one after another; '' outside tables. */
export function rowBefore(context: RuleContext, block: string): string {
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = paragraphs[indexOf.get(block) ?? -1];
  if (here?.region.kind !== 'cell') return '';
  const { table, row, column } = here.region;
  const earlier: string[] = [];
  for (let at = (indexOf.get(block) ?? 0) - 1; at >= 0; at -= 1) {
    const region = paragraphs[at]?.region;
    if (region?.kind !== 'cell' || region.table !== table || region.row !== row) break;
    if (region.column < column) earlier.unshift(fold(paragraphs[at]?.text ?? ''));
  }
  return earlier.join(' ');
}
