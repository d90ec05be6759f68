/** What the list of changes shows: suggestions, and the tracked changes that came in the file. */
import type { Document, Paragraph, Span, TrackedChange } from '../../shared/document/model.ts';
import { blockOf } from '../../shared/document/suggestion.ts';
import type { Suggestion } from '../../shared/document/suggestion.ts';
import { allParagraphs, blockNumber } from '../../shared/document/walk.ts';

export type SuggestionRow = Readonly<{ suggestion: Suggestion; span: Span; before: string; after: string }>;

/** In reading order; line feeds of `after` are new paragraph marks. */
export function suggestionRows(document: Document, suggestions: readonly Suggestion[]): SuggestionRow[] {
  const paragraphs = new Map(allParagraphs(document).map((paragraph) => [paragraph.id, paragraph]));
  return suggestions
    .map((suggestion): SuggestionRow => {
      const text = paragraphs.get(blockOf(suggestion))?.text ?? '';
      if (suggestion.kind === 'join') {
        const span = { block: suggestion.block, from: text.length, to: text.length };
        return { suggestion, span, before: '¶', after: '' };
      }
      const { span } = suggestion;
      return { suggestion, span, before: text.slice(span.from, span.to), after: suggestion.text.join('¶') };
    })
    .toSorted((a, b) => blockNumber(a.span.block) - blockNumber(b.span.block) || a.span.from - b.span.from);
}

export type SourceRow = Readonly<{
  at: number;
  change: TrackedChange;
  /** What it inserted or deleted, paragraphs parted by marks; empty for a change of format. */
  text: string;
  span: Span | null;
}>;

/** The file's own tracked changes in the order of the file. */
export function sourceRows(document: Document): SourceRow[] {
  const found = new Map<number, { text: string; span: Span }>();
  const add = (at: number | null, text: string, span: Span): void => {
    if (at === null) return;
    const before = found.get(at);
    found.set(at, before ? { ...before, text: before.text + text } : { text, span });
  };
  for (const paragraph of allParagraphs(document)) {
    for (const { at, text, from, to } of stretches(paragraph)) add(at, text, { block: paragraph.id, from, to });
  }
  return document.changes.map((change, at): SourceRow => {
    const place = found.get(at);
    return { at, change, text: place?.text ?? '', span: place?.span ?? null };
  });
}

type Stretch = Readonly<{ at: number | null; text: string; from: number; to: number }>;

function stretches({ text, inserted, removed, markInserted, markRemoved }: Paragraph): Stretch[] {
  const end = { text: '¶', from: text.length, to: text.length };
  return [
    ...inserted.map(({ from, to, change }) => ({ at: change, text: text.slice(from, to), from, to })),
    ...removed.map((one) => ({ at: one.change, text: one.text, from: one.at, to: one.at })),
    { at: markInserted, ...end },
    { at: markRemoved, ...end },
  ];
}
