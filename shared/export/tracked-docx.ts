/**
 * Suggestions written into a copy of the submitted document as tracked changes (ISO/IEC 29500-1
 * 17.13.5), at exactly their characters. Others' changes and comments stay; only parts that must change
 * are answered.
 */
import type { BlockId } from '../document/model.ts';
import { blockOf } from '../document/suggestion.ts';
import type { ReadDocx } from '../import/docx/read-docx.ts';
import { type Atom, atomsOf, isSeen } from './docx-atoms.ts';
import type { Removal, TrackedEdit } from './docx-edit-plan.ts';
import { type Edit, applyEdits } from './docx-edits.ts';
import { type PlacedParagraph, placeParagraphs } from './docx-places.ts';
import { prefixIn, rootOf, wordNamespace } from './docx-prefix.ts';
import { restored } from './docx-restore.ts';
import { type Pen, type Signed, freeIds } from './docx-revision.ts';
import { type Rejection, trackParagraph } from './docx-tracked-paragraph.ts';

export type { TrackedEdit } from './docx-edit-plan.ts';

/** A tracked change that came in the file, by its index in the document's changes, undone by one of ours. */
export type RejectedChange = Readonly<{ change: number }> & Signed;

export type TrackedParts = Readonly<{
  /** New text of changed parts by name. */
  parts: ReadonlyMap<string, string>;
  /** Edits that stand where nothing can be written: half of a drawing, a deleted row, a formula outside paragraphs. */
  left: readonly TrackedEdit[];
}>;

/** Edits count in the paragraphs that `normalise` makes of the same reading, with `sources`, and fit them. */
export function trackDocx(
  read: ReadDocx,
  edits: readonly TrackedEdit[],
  rejected: readonly RejectedChange[] = [],
): TrackedParts {
  const byBlock = new Map<BlockId, TrackedEdit[]>();
  for (const edit of edits) byBlock.set(blockOf(edit), [...(byBlock.get(blockOf(edit)) ?? []), edit]);
  const byChange = new Map(rejected.map(({ change, author, date }) => [change, { author, date }]));
  const splices = new Map<string, Edit[]>();
  const pens = new Map<string, Pen>();
  const id = freeIds(read.pack);
  const left: TrackedEdit[] = [];
  for (const [block, placed] of placeParagraphs(read)) {
    const own = byBlock.get(block) ?? [];
    if (own.length === 0 && rejected.length === 0) continue;
    const rejection = rejectionIn(placed, byChange);
    const { part } = placed.source;
    const xml = read.pack.parts.text(part) ?? '';
    const pen = pens.get(part) ?? penFor(xml, id);
    pens.set(part, pen);
    const made = trackParagraph(xml, placed, own, rejection, pen);
    left.push(...made.left);
    const all = [...made.splices, ...restored(xml, placed, byChange, pen)];
    if (all.length > 0) splices.set(part, [...(splices.get(part) ?? []), ...all]);
  }
  const parts = new Map([...splices].map(([part, made]) => [part, applyEdits(read.pack.parts.text(part) ?? '', made)]));
  return { parts, left };
}

function penFor(xml: string, id: () => number): Pen {
  const root = rootOf(xml);
  const { name: w, declaration } = prefixIn(root.xml, root.element, wordNamespace(root.xml), 'w');
  return { w, declaration, id };
}

/** What others inserted and we reject is for us to delete. */
function rejectionIn({ raw, source }: PlacedParagraph, rejected: ReadonlyMap<number, Signed>): Rejection {
  if (rejected.size === 0) return { removals: [], join: null };
  const removals = atomsOf(source).flatMap((atom: Atom): Removal[] => {
    const by = atom.gone || atom.change === null || !isSeen(atom) ? undefined : rejected.get(atom.change);
    return by ? [{ from: atom.from, to: atom.to, by }] : [];
  });
  const { markInserted } = raw;
  return { removals, join: (markInserted === undefined ? null : rejected.get(markInserted)) ?? null };
}
