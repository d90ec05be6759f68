/** What a docx says when tracked changes are accepted or rejected, read from our reader's raw document. */
import type { Document } from '../../shared/document/model.ts';
import { flowsOf as flowsIn } from '../../shared/document/walk.ts';
import type { RawBlock, RawDocument, RawParagraph, RawPiece } from '../../shared/import/raw.ts';

/** Whether a change, by its index, is carried out, undone, or left as it is. */
export type Verdict = (change: number) => 'accept' | 'reject' | 'keep';

export const accepted: Verdict = () => 'accept';
export const rejected: Verdict = () => 'reject';

/** Only what this author changed is rejected. */
export function rejectedOf(raw: RawDocument, isOurs: (author: string) => boolean): Verdict {
  return (change) => (isOurs(raw.changes[change]?.author ?? '') ? 'reject' : 'keep');
}

/** One string a paragraph, flow by flow: body, tables' cells, notes, headers, footers, text boxes. */
export function readingOf(raw: RawDocument, verdict: Verdict): string[][] {
  return flowsOf(raw).map((flow) => joined(flow, verdict).map((pieces) => pieces.map(textOf).join('')));
}

/** What a document says in which only deleted marks of paragraphs are still to be carried out. */
export function textsOf(document: Document): string[][] {
  return flowsIn(document).map((flow) => {
    const texts: string[] = [];
    let open = '';
    flow.forEach((block, at) => {
      if (block.kind === 'table') return;
      open += block.text;
      if (block.markRemoved !== null && flow[at + 1]?.kind === 'paragraph') return;
      texts.push(open);
      open = '';
    });
    return texts;
  });
}

/** The same with the format, link, field and remaining changes of each stretch, for what must be as it was. */
export function detailOf(raw: RawDocument, verdict: Verdict): unknown {
  const change = (index: number | undefined): unknown => (index === undefined ? null : raw.changes[index]);
  return flowsOf(raw).map((flow) =>
    joined(flow, verdict).map((pieces) =>
      pieces.reduce<unknown[]>((all, piece) => {
        const { format, inserted, deleted } = piece;
        const more = piece.kind === 'text' ? [raw.links[piece.link ?? -1], raw.fields[piece.field ?? -1]] : [];
        const like = JSON.stringify([raw.characterFormats[format], change(inserted), change(deleted), ...more]);
        const last = all.at(-1) as [string, string] | undefined;
        if (last?.[1] === like) return [...all.slice(0, -1), [last[0] + textOf(piece), like]];
        return textOf(piece) === '' ? all : [...all, [textOf(piece), like]];
      }, []),
    ),
  );
}

type Content = Extract<RawPiece, { kind: 'text' | 'object' }>;

const textOf = (piece: Content): string => (piece.kind === 'text' ? piece.text : '\uFFFC');

/** Paragraphs whose marks go run on into the next one of their flow. */
function joined(flow: readonly (RawParagraph | null)[], verdict: Verdict): Content[][] {
  const done: Content[][] = [];
  let open: Content[] = [];
  let isOpen = false;
  const end = (): void => {
    if (isOpen) done.push(open);
    open = [];
    isOpen = false;
  };
  for (const paragraph of flow) {
    if (paragraph === null) {
      end();
      continue;
    }
    open = [...open, ...paragraph.pieces.flatMap((piece) => standing(piece, verdict))];
    isOpen = true;
    const { markInserted, markRemoved } = paragraph;
    const goes =
      (markRemoved !== undefined && verdict(markRemoved) === 'accept') ||
      (markInserted !== undefined && verdict(markInserted) === 'reject');
    if (!goes) end();
  }
  end();
  return done;
}

function standing(piece: RawPiece, verdict: Verdict): Content[] {
  if (piece.kind !== 'text' && piece.kind !== 'object') return [];
  const { inserted, deleted } = piece;
  if (inserted !== undefined && verdict(inserted) === 'reject') return [];
  if (deleted !== undefined && verdict(deleted) === 'accept') return [];
  const rest = { ...piece };
  if (inserted !== undefined && verdict(inserted) === 'accept') delete rest.inserted;
  if (deleted !== undefined && verdict(deleted) === 'reject') delete rest.deleted;
  return [rest];
}

/** Paragraphs that can be joined with one another; null where a table stands between. */
function flowsOf(raw: RawDocument): (RawParagraph | null)[][] {
  const inside = (blocks: readonly RawBlock[]): (RawParagraph | null)[][] => [
    blocks.map((block) => (block.kind === 'paragraph' ? block : null)),
    ...blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => inside(cell.blocks))) : [],
    ),
  ];
  const stories = [...raw.notes, ...raw.headers, ...raw.footers, ...raw.textBoxes].map(({ blocks }) => blocks);
  return [raw.body as RawBlock[], ...stories].flatMap(inside);
}
