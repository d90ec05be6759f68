/**
 * A paragraph of a part as the smallest things an edit can reach: the children of its runs in order,
 * each with its place in the accepted text, and the complex fields among them.
 */
import type { ParagraphSource } from '../import/docx/read-docx.ts';
import { type XmlElement, child } from '../import/docx/xml.ts';

export type Atom = Readonly<{
  /** The w:r; for what stands outside runs, the element itself. */
  run: XmlElement;
  element: XmlElement;
  /** What stands around the run inside the paragraph, outermost first. */
  containers: readonly XmlElement[];
  /** In the accepted text; alike for what is not seen: deleted text, field instructions, page hints. */
  from: number;
  to: number;
  /** Can be cut between its characters. */
  divisible: boolean;
  /** Was deleted already: no edit reaches it. */
  gone: boolean;
  /** Index of the tracked change it came or went with. */
  change: number | null;
}>;

/**
 * A complex field that begins in the paragraph: indices of its fldChar atoms, and what it shows. Where
 * it ends in a later paragraph, `end` is the count of atoms and `open` is true.
 */
export type FieldRange = Readonly<{ begin: number; end: number; from: number; to: number; open: boolean }>;

const throughs = new Set([
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
]);

export function atomsOf({ element, pieces }: ParagraphSource): Atom[] {
  type Place = Pick<Atom, 'from' | 'to' | 'divisible' | 'gone' | 'change'>;
  const places = new Map<XmlElement, Place>();
  for (const { element: of, from, to, divisible, deleted: gone, change } of pieces)
    places.set(of, { from: places.get(of)?.from ?? from, to, divisible, gone, change });
  const atoms: Atom[] = [];
  let reached = 0;
  const add = (run: XmlElement, of: XmlElement, containers: readonly XmlElement[]): void => {
    const gone = containers.some(isDeletion);
    const place = places.get(of) ?? { from: reached, to: reached, divisible: false, gone, change: null };
    reached = place.to;
    atoms.push({ run, element: of, containers, ...place });
  };
  const walk = (children: readonly XmlElement[], containers: readonly XmlElement[]): void => {
    for (const one of children) {
      if (one.name === 'w:r') for (const inner of contentOf(one)) add(one, inner, containers);
      else if (one.name === 'w:sdt') {
        const content = child(one, 'w:sdtContent');
        if (content) walk(content.children, [...containers, one, content]);
      } else if (throughs.has(one.name)) walk(one.children, [...containers, one]);
      else if (places.has(one)) add(one, one, containers);
    }
  };
  walk(element.children, []);
  return atoms;
}

export function fieldsOf(atoms: readonly Atom[]): FieldRange[] {
  const fields: FieldRange[] = [];
  const begun: number[] = [];
  const close = (begin: number, end: number, open: boolean): void => {
    fields.push({ begin, end, open, from: atoms[begin]?.from ?? 0, to: (atoms[end] ?? atoms.at(-1))?.to ?? 0 });
  };
  atoms.forEach(({ element, gone }, at) => {
    if (element.name !== 'w:fldChar' || gone) return;
    const kind = element.attributes['w:fldCharType'];
    if (kind === 'begin') begun.push(at);
    const begin = kind === 'end' ? begun.pop() : undefined;
    if (begin !== undefined) close(begin, at, false);
  });
  for (const begin of begun) close(begin, atoms.length, true);
  return fields;
}

/** What is seen of it has a length. */
export function isSeen({ from, to }: Atom): boolean {
  return to > from;
}

/** Content of a run: its children without its properties. */
export function contentOf(run: XmlElement): readonly XmlElement[] {
  return run.children.filter((one) => one.name !== 'w:rPr');
}

/** A tracked insertion or the target of a move: what is added inside it must stand beside it. */
export function isInsertion({ name }: XmlElement): boolean {
  return name === 'w:ins' || name === 'w:moveTo';
}

export function isDeletion({ name }: XmlElement): boolean {
  return name === 'w:del' || name === 'w:moveFrom';
}
