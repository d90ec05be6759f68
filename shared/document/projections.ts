/**
 * One paragraph with its tracked changes in three ways: 原文 before them, 修订 with both, 终稿 with all
 * accepted. The model's text is the final one; offsets go between it and what is shown.
 */
import type { Paragraph } from './model.ts';

export type View = 'original' | 'marked' | 'final';

export const views: readonly View[] = ['original', 'marked', 'final'];

/** A stretch of what is shown, in order and without gaps; `at` is where it is in the model's text. */
type Stretch = Readonly<{
  from: number;
  to: number;
  at: number;
  /** Deleted text lies at one place of the model's text and has no length there. */
  removed: boolean;
}>;

export type Projection = Readonly<{ text: string; stretches: readonly Stretch[] }>;

export function projectionOf(paragraph: Paragraph, view: View): Projection {
  const { text, inserted, removed } = paragraph;
  const cuts = new Set([0, text.length]);
  for (const { from, to } of inserted) cuts.add(from).add(to);
  for (const { at } of removed) cuts.add(at);
  const edges = [...cuts].toSorted((a, b) => a - b);
  const stretches: Stretch[] = [];
  let shown = '';
  const add = (added: string, at: number, isRemoved: boolean): void => {
    if (added === '') return;
    stretches.push({ from: shown.length, to: shown.length + added.length, at, removed: isRemoved });
    shown += added;
  };
  edges.forEach((from, index) => {
    if (view !== 'final') for (const gone of removed) if (gone.at === from) add(gone.text, from, true);
    const came = inserted.some((stretch) => stretch.from <= from && from < stretch.to);
    if (view !== 'original' || !came) add(text.slice(from, edges[index + 1] ?? from), from, false);
  });
  return { text: shown, stretches };
}

/** The place in the model's text of an offset in what is shown. */
export function toModel({ stretches }: Projection, offset: number): number {
  const stretch = stretches.find(({ to }) => offset < to) ?? stretches.at(-1);
  if (!stretch) return 0;
  return stretch.removed ? stretch.at : stretch.at + Math.max(0, Math.min(offset, stretch.to) - stretch.from);
}

/** The offset in what is shown of a place in the model's text; deleted text there belongs to what it bounds. */
export function fromModel({ text, stretches }: Projection, at: number, side: 'start' | 'end'): number {
  if (side === 'start') {
    const stretch = stretches.find((one) => (one.removed ? one.at >= at : one.at + one.to - one.from > at));
    return stretch ? stretch.from + Math.max(0, at - stretch.at) : text.length;
  }
  const stretch = stretches.findLast((one) => (one.removed ? one.at <= at : one.at < at));
  if (!stretch) return 0;
  return stretch.removed ? stretch.to : Math.min(stretch.to, stretch.from + at - stretch.at);
}

/** Whether a paragraph came as a whole (and is not there yet in the original) or went (and is gone in the end). */
export function isGone(paragraph: Paragraph, view: View): boolean {
  const mark = view === 'original' ? paragraph.markInserted : view === 'final' ? paragraph.markRemoved : null;
  return mark !== null && projectionOf(paragraph, view).text === '';
}
