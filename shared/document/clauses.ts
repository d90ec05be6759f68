/** The clause tree: the usual Chinese numbering schemes, literal and automatic. */
import type { Clause, Document, Span } from './model.ts';

/** Reads the tree of a document whose paragraphs are laid out. */
export function readClauses(_document: Document): Clause[] {
  return [];
}

/** How a place is cited: "第十二条（二）"; null outside any clause. */
export function clauseCitation(_document: Document, _at: Span): string | null {
  return null;
}
