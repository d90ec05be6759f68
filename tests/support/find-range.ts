/** Ranges by their words, as a person would point at them. */
import type { Document, Paragraph, Range, Span } from '../../shared/document/model.ts';
import { allParagraphs } from '../../shared/document/walk.ts';

/** From where `first` begins to where `last` ends, in the same paragraph or a later one. */
export function findRange(document: Document, first: string, last = first): Range {
  const paragraphs = allParagraphs(document);
  const begin = paragraphs.findIndex(({ text }) => text.includes(first));
  const one = paragraphs[begin];
  if (!one) throw new Error(`No paragraph holds ${first}`);
  const from = one.text.indexOf(first);
  const after = one.text.indexOf(last, from);
  if (after >= 0) return [{ block: one.id, from, to: after + last.length }];
  const end = paragraphs.findIndex(({ text }, index) => index > begin && text.includes(last));
  const other = paragraphs[end];
  if (!other) throw new Error(`No paragraph after ${first} holds ${last}`);
  const whole = (paragraph: Paragraph): Span => ({ block: paragraph.id, from: 0, to: paragraph.text.length });
  return [
    { block: one.id, from, to: one.text.length },
    ...paragraphs.slice(begin + 1, end).map(whole),
    { block: other.id, from: 0, to: other.text.indexOf(last) + last.length },
  ];
}

export function quoteOf(document: Document, range: Range): string {
  const texts = new Map(allParagraphs(document).map(({ id, text }) => [id, text]));
  return range.map(({ block, from, to }) => texts.get(block)?.slice(from, to)).join('');
}
