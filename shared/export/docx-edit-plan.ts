/** What edits ask of one paragraph of a part: which stretches go, what comes where. */
import { type Edit, type EditText, blockOf, editedText } from '../document/suggestion.ts';
import { type Atom, isSeen } from './docx-atoms.ts';
import type { Signed } from './docx-revision.ts';

export type TrackedEdit = Edit & Signed;

export type Removal = Readonly<{ from: number; to: number; by: Signed }>;

/** `from` < `at`: it comes in place of what stood there, behind it. */
export type Insertion = Readonly<{ from: number; at: number; lines: EditText; by: Signed }>;

export type Plan = Readonly<{
  removals: readonly Removal[];
  insertions: readonly Insertion[];
  /** Who removes the paragraph's mark. */
  join: Signed | null;
  /** Edits that would take half of what cannot be cut or written again. */
  left: readonly TrackedEdit[];
}>;

type Replace = Extract<TrackedEdit, { kind: 'replace' }>;

/** Edits fit the paragraph (`misfit`) and one another. */
export function planOf(text: string, edits: readonly TrackedEdit[], atoms: readonly Atom[]): Plan {
  const left: Replace[] = [];
  const removals: Removal[] = [];
  const insertions: Insertion[] = [];
  for (const group of widened(edits, atoms)) {
    const { from, to } = group;
    const [first] = group.edits;
    const lines = group.asWritten ? first.text : rewritten(text, group);
    if (lines.some((line) => line.includes('\uFFFC'))) {
      left.push(...group.edits);
      continue;
    }
    const by = { author: first.author, date: first.date };
    if (to > from) removals.push({ from, to, by });
    if (lines.length > 1 || lines[0] !== '') insertions.push({ from, at: to, lines, by });
  }
  const join = edits.find(({ kind }) => kind === 'join') ?? null;
  return { removals, insertions, join: join && { author: join.author, date: join.date }, left };
}

type Group = Readonly<{ from: number; to: number; edits: readonly [Replace, ...Replace[]]; asWritten: boolean }>;

/** A formula, or text with a reading aid, goes as one: what of it should stay comes again as text. */
function widened(edits: readonly TrackedEdit[], atoms: readonly Atom[]): Group[] {
  const whole = atoms.filter((atom) => isSeen(atom) && !atom.divisible && atom.to - atom.from > 1);
  const around = (at: number): Atom | undefined => whole.find(({ from, to }) => from < at && at < to);
  return edits
    .filter((edit): edit is Replace => edit.kind === 'replace')
    .toSorted((a, b) => a.span.from - b.span.from)
    .reduce<Group[]>((groups, edit) => {
      const { from, to } = edit.span;
      const [begin, end] = [around(from)?.from ?? from, around(to)?.to ?? to];
      const last = groups.at(-1);
      if (!last || last.to <= begin)
        return [...groups, { from: begin, to: end, edits: [edit], asWritten: begin === from && end === to }];
      const joined: Group = {
        from: last.from,
        to: Math.max(last.to, end),
        edits: [...last.edits, edit],
        asWritten: false,
      };
      return [...groups.slice(0, -1), joined];
    }, []);
}

function rewritten(text: string, { from, to, edits }: Group): EditText {
  const shifted = edits.map((edit) => ({
    ...edit,
    span: { ...edit.span, from: edit.span.from - from, to: edit.span.to - from },
  }));
  return editedText({ id: blockOf(edits[0]), text: text.slice(from, to) }, shifted);
}
