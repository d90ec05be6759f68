/** Where in a part what is added to a paragraph goes. */
import type { XmlElement } from '../import/docx/xml.ts';
import { type Atom, type FieldRange, contentOf, isInsertion, isSeen } from './docx-atoms.ts';
import type { Insertion } from './docx-edit-plan.ts';

/**
 * `inside`: in the run of an atom, behind it or, where `offset` (of the paragraph) lies in it, between
 * its characters. `beside`: between elements, at an offset of the part. `containers` are open there.
 */
export type Place = Readonly<
  | { kind: 'inside'; atom: number; offset: number; containers: readonly XmlElement[] }
  | { kind: 'beside'; at: number; containers: readonly XmlElement[] }
>;

export type Surroundings = Readonly<{
  atoms: readonly Atom[];
  fields: readonly FieldRange[];
  /** Simple fields that go as a whole. */
  leaving: ReadonlyMap<XmlElement, unknown>;
  /** Offset of the part at which the paragraph's content ends. */
  end: number;
}>;

export function placeOf({ from, at }: Pick<Insertion, 'from' | 'at'>, around: Surroundings): Place {
  const { atoms, fields, leaving, end } = around;
  const before = atoms.findLastIndex((atom) => isSeen(atom) && atom.from < at && at <= atom.to);
  if (before < 0) return inFront(atoms, fields, end);
  const atom = atoms[before] as Atom;
  if (at < atom.to) return { kind: 'inside', atom: before, offset: at, containers: atom.containers };
  const replaces = from < at;
  // Behind a field, not in its result, which is computed anew; what replaces a part of it stays in it.
  const closed = fields.filter(
    (field) => !field.open && field.begin < before && before <= field.end && field.to === at,
  );
  const left = closed.filter((field) => !replaces || (from <= field.from && field.to > field.from));
  const last = left.reduce((most, field) => Math.max(most, field.end), before);
  // What replaces the last words of a link stays in the link.
  return behind(atoms[last] as Atom, last, replaces ? (one) => isInsertion(one) || leaving.has(one) : () => true);
}

function behind(atom: Atom, index: number, leaves: (container: XmlElement) => boolean): Place {
  const { run, element, containers } = atom;
  if (run !== element && contentOf(run).at(-1) !== element)
    return { kind: 'inside', atom: index, offset: atom.to, containers };
  return outside(run, containers, leaves, 'end');
}

function inFront(atoms: readonly Atom[], fields: readonly FieldRange[], end: number): Place {
  const seen = atoms.findIndex(isSeen);
  if (seen < 0) return { kind: 'beside', at: end, containers: [] };
  const around = fields.filter((field) => field.begin < seen && seen <= field.end);
  const first = around.reduce((least, field) => Math.min(least, field.begin), seen);
  const { run, element, containers } = atoms[first] as Atom;
  if (run !== element && contentOf(run)[0] !== element) {
    const previous = first - 1;
    return { kind: 'inside', atom: previous, offset: atoms[previous]?.to ?? 0, containers };
  }
  return outside(run, containers, () => true, 'start');
}

/** Out of the containers at whose edge it stands. */
function outside(
  run: XmlElement,
  containers: readonly XmlElement[],
  leaves: (container: XmlElement) => boolean,
  side: 'start' | 'end',
): Place {
  let edge = run;
  let open = containers;
  for (const container of containers.toReversed()) {
    const inner = container.children.filter((one) => one.name !== 'w:sdtPr' && one.name !== 'w:sdtEndPr');
    if (!leaves(container) || (side === 'end' ? inner.at(-1) : inner[0]) !== edge) break;
    edge = container;
    open = open.slice(0, -1);
  }
  return { kind: 'beside', at: side === 'end' ? edge.end : edge.start, containers: open };
}
