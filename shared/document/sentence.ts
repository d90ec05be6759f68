import type { Paragraph, Span } from './model.ts';

const ends = /[。；！？;!?\n]/u;

/** The sentence of `text` around [from, to), with its closing mark. */
export function sentenceAround(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  while (start > 0 && !ends.test(text[start - 1] ?? '')) start -= 1;
  let end = Math.max(to, from + 1);
  while (end < text.length && !ends.test(text[end - 1] ?? '')) end += 1;
  return { from: start, to: Math.min(end, text.length) };
}

/** All sentences of a paragraph as spans, closing marks included, blank ones left out. */
export function sentencesOf(paragraph: Paragraph): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 0; at < paragraph.text.length; at += 1) {
    if (!ends.test(paragraph.text[at] ?? '')) continue;
    spans.push({ block: paragraph.id, from, to: at + 1 });
    from = at + 1;
  }
  spans.push({ block: paragraph.id, from, to: paragraph.text.length });
  return spans.filter((span) => paragraph.text.slice(span.from, span.to).trim() !== '');
}

/** Paragraph lookup by id, built once per document. */
export function paragraphIndex(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  return new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
}
