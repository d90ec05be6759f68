/** Runs cut where an edit begins or ends: what goes is wrapped, what comes stands between. */
import { type XmlElement, child } from '../import/docx/xml.ts';
import { type Atom, isSeen } from './docx-atoms.ts';
import type { Removal } from './docx-edit-plan.ts';
import { type Edit, escapeXml } from './docx-edits.ts';
import { type Pen, type Signed, changeTag, closeTag, tagAgain, withFreshIds } from './docx-revision.ts';
import { nameOf } from './docx-splice.ts';

export type Cutting = Readonly<{
  xml: string;
  pen: Pen;
  /** The paragraph's accepted text. */
  text: string;
  atoms: readonly Atom[];
  removals: readonly Removal[];
  /** Complex fields that go as a whole, by the atom of any of their parts. */
  goingFields: ReadonlyMap<number, Signed>;
  /** What comes inside runs, by `keyOf` the place behind which it stands. */
  inside: ReadonlyMap<string, string>;
}>;

export function keyOf(atom: number, offset: number): string {
  return `${atom} ${offset}`;
}

/** Who removes all of a stretch; null when some of it stays. */
export function covering(removals: readonly Removal[], from: number, to: number): Signed | null {
  return to > from ? (removals.find((removal) => removal.from <= from && to <= removal.to)?.by ?? null) : null;
}

/** The atoms of each run, by their indices. */
export function runsOf(atoms: readonly Atom[]): number[][] {
  const runs: number[][] = [];
  atoms.forEach((atom, at) => {
    const last = runs.at(-1);
    if (last && atoms[last[0] ?? 0]?.run === atom.run) last.push(at);
    else runs.push([at]);
  });
  return runs;
}

type Slice = Readonly<{ atom: number; from: number; to: number; by: Signed | null }>;

function slicesOf(cutting: Cutting, at: number): Slice[] {
  const { atoms, goingFields, removals, inside } = cutting;
  const atom = atoms[at] as Atom;
  const { from, to, divisible, gone } = atom;
  const going = goingFields.get(at);
  if (going !== undefined && !gone) return [{ atom: at, from, to, by: going }];
  if (gone || !isSeen(atom)) return [{ atom: at, from, to, by: null }];
  if (!divisible) return [{ atom: at, from, to, by: covering(removals, from, to) }];
  const cuts = removals.flatMap((removal) => [removal.from, removal.to]);
  const places = [...inside.keys()].flatMap((key) => (key.startsWith(`${at} `) ? [Number(key.split(' ')[1])] : []));
  const bounds = [...new Set([from, ...cuts, ...places, to])].filter((one) => from <= one && one <= to);
  const ordered = bounds.toSorted((a, b) => a - b);
  return ordered.slice(1).map((end, index) => {
    const begin = ordered[index] ?? from;
    return { atom: at, from: begin, to: end, by: covering(removals, begin, end) };
  });
}

export type CutRun = Readonly<{ start: readonly Edit[]; within: readonly Edit[]; end: readonly Edit[] }>;

export function cutRun(cutting: Cutting, indices: readonly number[]): CutRun {
  const { xml, pen, atoms, inside } = cutting;
  const slices = indices.flatMap((at) => slicesOf(cutting, at));
  const [first, last] = [slices[0], slices.at(-1)];
  const run = atoms[indices[0] ?? 0]?.run;
  const added = ({ atom, to }: Slice): string | undefined => inside.get(keyOf(atom, to));
  const untouched = slices.every((slice) => slice.by === null && added(slice) === undefined);
  if (!first || !last || !run || untouched) return { start: [], within: [], end: [] };
  const wrap = (by: Signed | null): string => (by ? `${changeTag(pen, 'del', by)}>` : '');
  const unwrap = (by: Signed | null): string => (by ? `</${pen.w}:del>` : '');
  const properties = child(run, 'w:rPr');
  const written = properties ? xml.slice(properties.start, properties.end) : '';
  const seam = (slice: Slice, next: Slice): string => {
    const more = added(slice);
    if (slice.by === next.by && more === undefined) return '';
    const again = tagAgain(xml, run, pen) + withFreshIds(written, pen);
    return closeTag(xml, run) + unwrap(slice.by) + (more ?? '') + wrap(next.by) + again;
  };
  const within: Edit[] = [];
  for (const at of indices) {
    const { element } = atoms[at] as Atom;
    const own = slices.filter(({ atom }) => atom === at);
    const following = slices[slices.indexOf(own.at(-1) as Slice) + 1];
    if (own.length > 1) {
      const parts = own.map((slice, index) => {
        const next = own[index + 1];
        return textXml(cutting, element, slice) + (next ? seam(slice, next) : '');
      });
      within.push({ at: element.start, remove: element.end - element.start, insert: parts.join('') });
    } else if (own[0]?.by && element !== run) within.push(...deletedNames(xml, element));
    const border = following ? seam(own.at(-1) as Slice, following) : '';
    if (border !== '') within.push({ at: element.end, remove: 0, insert: border });
  }
  const one = (at: number, insert: string): Edit[] => (insert === '' ? [] : [{ at, remove: 0, insert }]);
  return { start: one(run.start, wrap(first.by)), within, end: one(run.end, unwrap(last.by)) };
}

function textXml({ xml, text }: Cutting, element: XmlElement, { from, to, by }: Slice): string {
  const name = by ? deletedName(nameOf(xml, element)) : nameOf(xml, element);
  return `<${name} xml:space="preserve">${escapeXml(text.slice(from, to))}</${name}>`;
}

/** Text and instructions that go bear other names (17.3.3.7, 17.16.13). */
function deletedName(name: string): string {
  return name.replace(/(^|:)t$/u, '$1delText').replace(/(^|:)instrText$/u, '$1delInstrText');
}

function deletedNames(xml: string, element: XmlElement): Edit[] {
  const name = nameOf(xml, element);
  const other = deletedName(name);
  if (other === name) return [];
  const open: Edit = { at: element.start + 1, remove: name.length, insert: other };
  return element.closeStart === element.end
    ? [open]
    : [open, { at: element.closeStart + 2, remove: name.length, insert: other }];
}
