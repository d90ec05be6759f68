/** A paragraph cut into the pieces that are shown, in order, each with its place in the text. */
import type { InlineObject, Paragraph } from '../../shared/document/model.ts';

export type Piece =
  | Readonly<{ kind: 'text'; from: number; to: number; text: string; format: number; inserted: number | null }>
  | Readonly<{ kind: 'tab'; at: number; format: number; inserted: number | null }>
  | Readonly<{ kind: 'object'; at: number; object: InlineObject; format: number; inserted: number | null }>
  | Readonly<{ kind: 'removed'; at: number; text: string; change: number; format: number }>
  | Readonly<{ kind: 'page'; at: number; number: number }>;

/**
 * Text pieces cover the text without gaps, objects and tabs apart; removed text and page
 * marks stand between them and have no width in offsets.
 */
export function piecesOf(paragraph: Paragraph): Piece[] {
  const { text } = paragraph;
  const objects = new Map(paragraph.objects.map((object) => [object.at, object]));
  const tabs = [...text.matchAll(/\t/gu)].map((match) => match.index);
  const cuts = new Set<number>([0, text.length]);
  for (const run of paragraph.runs) cuts.add(run.from).add(run.to);
  for (const stretch of paragraph.inserted) cuts.add(stretch.from).add(stretch.to);
  for (const at of [...objects.keys(), ...tabs]) cuts.add(at).add(at + 1);
  for (const { at } of paragraph.removed) cuts.add(at);
  for (const at of paragraph.pageStarts) cuts.add(at);
  const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);

  const pieces: Piece[] = [];
  const tabSet = new Set(tabs);
  edges.forEach((from, index) => {
    pieces.push(...between(paragraph, from));
    const to = edges[index + 1];
    if (to === undefined) return;
    const format = paragraph.runs.find((run) => run.from <= from && from < run.to)?.format ?? 0;
    const object = objects.get(from);
    const inserted = paragraph.inserted.find((stretch) => stretch.from <= from && from < stretch.to)?.change ?? null;
    if (object) pieces.push({ kind: 'object', at: from, object, format, inserted });
    else if (tabSet.has(from)) pieces.push({ kind: 'tab', at: from, format, inserted });
    else pieces.push({ kind: 'text', from, to, text: text.slice(from, to), format, inserted });
  });
  return pieces;
}

function between(paragraph: Paragraph, at: number): Piece[] {
  // A page that begins after the last character is shown between the blocks.
  const page = at > 0 && at === paragraph.text.length ? -1 : paragraph.pageStarts.indexOf(at);
  const removed = paragraph.removed.filter((stretch) => stretch.at === at);
  return [
    ...removed.map((stretch): Piece => ({ kind: 'removed', ...stretch })),
    ...(page === -1 || paragraph.page === null
      ? []
      : [{ kind: 'page', at, number: paragraph.page + page + 1 } satisfies Piece]),
  ];
}

/** Index of the character format the paragraph begins with; its face and size are the paragraph's. */
export function leadFormat(paragraph: Paragraph): number {
  return paragraph.runs[0]?.format ?? 0;
}
