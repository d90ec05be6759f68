/** What a number goes by: 剩余10年 against 流转20年, 概算860万元 against 合同价915万元. */
import type { Span } from '../document/model.ts';
import { clauseOf, sentenceOf, textOf } from './around.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

/** The words by which a number is known, the more telling names first. */
export type Names<N extends string> = readonly (readonly [N, RegExp])[];

/** How far back in its paragraph a number may be named. */
const reach = 120;

/**
 * The name that stands last before a place between its commas, else first after it there, else last
 * before it in its sentence, else in its paragraph; null when nothing names it.
 */
export function nameOf<N extends string>(context: RuleContext, at: Span, names: Names<N>): N | null {
  const clause = clauseOf(context, at);
  const text = textOf(context, at.block);
  return (
    lastIn(clause.before, names) ??
    firstIn(clause.after, names) ??
    lastIn(sentenceOf(context, at).before, names) ??
    lastIn(text.slice(Math.max(0, at.from - reach), at.from), names) ??
    lastIn(cellsBefore(context, at.block), names)
  );
}

/** For a place in a table: the head of its column and the cells left of it, in this order. */
function cellsBefore(context: RuleContext, block: string): string {
  const { paragraphs, indexOf } = readingOf(context.document);
  const own = indexOf.get(block) ?? -1;
  const region = paragraphs[own]?.region;
  if (region?.kind !== 'cell') return '';
  const left: string[] = [];
  let head = '';
  for (let index = own - 1; index >= 0; index -= 1) {
    const other = paragraphs[index]?.region;
    if (other?.kind !== 'cell' || other.table !== region.table) break;
    const text = paragraphs[index]?.text ?? '';
    if (other.row === region.row) left.unshift(text);
    else if (other.column === region.column) head = text;
  }
  return [head, ...left].join('\n');
}

/** The name whose words end last in a text; of two that end together the one listed first. */
function lastIn<N extends string>(text: string, names: Names<N>): N | null {
  let best: { name: N; end: number } | null = null;
  for (const [name, words] of names) {
    for (const match of text.matchAll(new RegExp(words.source, 'gu'))) {
      const end = match.index + match[0].length;
      if (best === null || end > best.end) best = { name, end };
    }
  }
  return best?.name ?? null;
}

function firstIn<N extends string>(text: string, names: Names<N>): N | null {
  let best: { name: N; index: number } | null = null;
  for (const [name, words] of names) {
    const index = words.exec(text)?.index;
    if (index !== undefined && (best === null || index < best.index)) best = { name, index };
  }
  return best?.name ?? null;
}
