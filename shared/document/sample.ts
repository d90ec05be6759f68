/**
 * Miniature documents for examples and tests: one line a paragraph, `| a | b |` lines a table,
 * and places marked in the text itself: `sample('第三条 ‹付款期限›为三十日')`.
 */
import { normalise } from '../import/normalise.ts';
import { readText } from '../import/text.ts';
import type { Document, Span } from './model.ts';
import { allParagraphs } from './walk.ts';

export type Sample = Readonly<{ document: Document; marks: readonly Span[] }>;

/** Reads the notation; each `‹…›` becomes a span of the document, in order. */
export function sample(notation: string): Sample {
  const document = normalise(readText(notation.replace(/[‹›]/gu, ''), 'md'));
  const marked = normalise(readText(notation, 'md'));
  const marks = allParagraphs(marked).flatMap((paragraph) => marksOf(paragraph.id, paragraph.text));
  return { document, marks };
}

function marksOf(block: string, text: string): Span[] {
  const spans: Span[] = [];
  let seen = 0;
  let from = 0;
  [...text].reduce((at, char) => {
    if (char === '‹') from = at - seen++;
    if (char === '›') spans.push({ block, from, to: at - seen++ });
    return at + char.length;
  }, 0);
  return spans;
}
