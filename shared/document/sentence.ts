import type { Paragraph, Span } from './model.ts';

const ends = /[。；！？;!?\n]/u;

/** No sentence is longer, in UTF-16 units: a text without stops is cut, so that work on it stays linear. */
const longest = 2000;

/** The sentence of `text` around [from, to), with its closing mark. */
export function sentenceAround(text: string, from: number, to: number): { from: number; to: number } {
  let start = from;
  while (start > 0 && from - start < longest && !ends.test(text[start - 1] ?? '')) start -= 1;
  let end = Math.max(to, from + 1);
  while (end < text.length && end - to < longest && !ends.test(text[end - 1] ?? '')) end += 1;
  return { from: start, to: Math.min(end, text.length) };
}

/** All sentences of a paragraph as spans, closing marks included, blank ones left out. */
export function sentencesOf(paragraph: Paragraph): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 0; at < paragraph.text.length; at += 1) {
    const cut = at + 1 - from >= longest && !splitsPair(paragraph.text, at + 1);
    if (!cut && !ends.test(paragraph.text[at] ?? '')) continue;
    spans.push({ block: paragraph.id, from, to: at + 1 });
    from = at + 1;
  }
  spans.push({ block: paragraph.id, from, to: paragraph.text.length });
  return spans.filter((span) => paragraph.text.slice(span.from, span.to).trim() !== '');
}

/** Whether a cut before `at` would part a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Paragraph lookup by id, built once per document. */
export function paragraphIndex(paragraphs: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  return new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
}
