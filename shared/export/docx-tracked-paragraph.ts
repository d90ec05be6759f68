/** Edits of one paragraph as splices of its part: runs cut, what goes and what comes wrapped. */
import { type XmlElement, child } from '../import/docx/xml.ts';
import { type Atom, type FieldRange, atomsOf, fieldsOf, isInsertion, isSeen } from './docx-atoms.ts';
import { type Cutting, covering, cutRun, keyOf, runsOf } from './docx-cut-runs.ts';
import { type Insertion, type Removal, type TrackedEdit, planOf } from './docx-edit-plan.ts';
import { type Edit, escapeXml } from './docx-edits.ts';
import { type Place, placeOf } from './docx-insert-places.ts';
import { type PlacedParagraph, acceptedText } from './docx-places.ts';
import {
  type Pen,
  type Signed,
  changeTag,
  closeTag,
  contentStart,
  insertedXml,
  marked,
  newParagraph,
  plainProperties,
  propertiesText,
  tagAgain,
  without,
} from './docx-revision.ts';

/** What else is to go in a paragraph: others' insertions that were rejected. */
export type Rejection = Readonly<{ removals: readonly Removal[]; join: Signed | null }>;

export type TrackedParagraph = Readonly<{ splices: readonly Edit[]; left: readonly TrackedEdit[] }>;

type Writing = Readonly<{
  xml: string;
  pen: Pen;
  paragraph: XmlElement;
  text: string;
  atoms: readonly Atom[];
  /** Simple fields that become complex ones: they go as a whole, or a paragraph ends in them. */
  opened: ReadonlyMap<XmlElement, Signed | null>;
}>;

export function trackParagraph(
  xml: string,
  { raw, source }: PlacedParagraph,
  edits: readonly TrackedEdit[],
  rejected: Rejection,
  pen: Pen,
): TrackedParagraph {
  const paragraph = source.element;
  if (paragraph.name !== 'w:p' || source.inDeletedRow) return { splices: [], left: edits };
  const text = acceptedText(raw);
  const atoms = atomsOf(source);
  const plan = planOf(text, edits, atoms);
  const removals = [...plan.removals, ...rejected.removals];
  const fields = fieldsOf(atoms);
  const leaving = simpleFieldsIn(atoms, removals);
  const isEmpty = paragraph.closeStart === paragraph.end;
  const placed = plan.insertions.map((insertion) => ({
    insertion,
    place: placeOf(insertion, { atoms, fields, leaving, end: isEmpty ? paragraph.openEnd : paragraph.closeStart }),
  }));
  const writing: Writing = {
    xml,
    pen,
    paragraph,
    text,
    atoms,
    // A field that goes must not be opened as one that stays.
    opened: new Map([...brokenFields(placed), ...leaving]),
  };
  const breaks = placed.flatMap(({ insertion }) => insertion.lines.slice(1).map(() => insertion.by));
  const heads = headsOf(writing, breaks, plan.join ?? rejected.join);
  const inside = new Map<string, string>();
  const beside: Edit[] = [];
  for (const { insertion, place } of placed) {
    const added = additionXml(writing, insertion, place, heads);
    if (place.kind === 'beside') beside.push({ at: place.at, remove: 0, insert: added });
    else inside.set(keyOf(place.atom, place.offset), added);
  }
  const goingFields = wholeFields(fields, removals);
  const cutting: Cutting = { xml, pen, text, atoms, removals, goingFields, inside };
  const runs = runsOf(atoms).map((run) => cutRun(cutting, run));
  // At one place a wrapper ends before what stands beside it, and the next begins after.
  const splices = [
    ...runs.flatMap(({ end }) => end),
    ...beside,
    ...runs.flatMap(({ start, within }) => [...start, ...within]),
    ...[...writing.opened].flatMap(([field, by]) => openField(writing, field, by)),
  ];
  return { splices: withHead(writing, splices, heads.first, isEmpty), left: plan.left };
}

type Opened = readonly [XmlElement, Signed | null];

function simpleFieldsIn(atoms: readonly Atom[], removals: readonly Removal[]): Map<XmlElement, Signed> {
  const shown = new Map<XmlElement, { from: number; to: number }>();
  for (const { containers, from, to } of atoms)
    for (const field of containers.filter(({ name }) => name === 'w:fldSimple'))
      shown.set(field, { from: shown.get(field)?.from ?? from, to });
  return new Map(
    [...shown].flatMap(([field, { from, to }]) => {
      const by = child(field, 'w:fldData') ? null : covering(removals, from, to);
      return by ? [[field, by] as const] : [];
    }),
  );
}

function brokenFields(placed: readonly Readonly<{ insertion: Insertion; place: Place }>[]): Opened[] {
  return placed
    .filter(({ insertion }) => insertion.lines.length > 1)
    .flatMap(({ place }) =>
      place.containers.filter(({ name }) => name === 'w:fldSimple').map((one): Opened => [one, null]),
    );
}

/** A field all of whose result goes, goes itself: begin, instruction and end. */
function wholeFields(fields: readonly FieldRange[], removals: readonly Removal[]): Map<number, Signed> {
  const going = new Map<number, Signed>();
  for (const { begin, end, from, to, open } of fields) {
    const by = open ? null : covering(removals, from, to);
    if (by) for (let at = begin; at <= end; at += 1) going.set(at, by);
  }
  return going;
}

/** What the paragraphs begin with that the breaks make: the last one is the original, whose mark it keeps. */
type Heads = Readonly<{ first: string | null; next: () => string }>;

function headsOf(writing: Writing, breaks: readonly Signed[], join: Signed | null): Heads {
  const { xml, pen, paragraph } = writing;
  const properties = propertiesText(xml, paragraph);
  const own = join ? marked(properties, `${changeTag(pen, 'del', join)}/>`, pen.w) : properties;
  const tag = xml.slice(paragraph.start, paragraph.openEnd).replace(/\s*\/>$/u, '>');
  const all = [...breaks.map((by) => newParagraph(xml, paragraph, by, pen)), tag + own];
  const [first = ''] = all;
  let reached = 0;
  return { first: breaks.length > 0 || join ? first : null, next: () => all[(reached += 1)] ?? '' };
}

function withHead(
  { xml, paragraph }: Writing,
  splices: readonly Edit[],
  first: string | null,
  isEmpty: boolean,
): Edit[] {
  const start = paragraph.start;
  if (!isEmpty) {
    if (first === null) return [...splices];
    return [{ at: start, remove: contentStart(xml, paragraph) - start, insert: first }, ...splices];
  }
  if (first === null && splices.length === 0) return [];
  const head = first ?? xml.slice(start, paragraph.openEnd).replace(/\s*\/>$/u, '>');
  const content = splices.map(({ insert }) => insert).join('');
  return [{ at: start, remove: paragraph.end - start, insert: head + content + closeTag(xml, paragraph) }];
}

/** What comes: its runs, the paragraphs it makes, and the wrappers that must end before and go on after it. */
function additionXml(writing: Writing, insertion: Insertion, place: Place, heads: Heads): string {
  const { xml, pen, paragraph, opened } = writing;
  const { lines, by } = insertion;
  const containers = place.containers.filter((one) => !opened.has(one));
  const lastOther = containers.findLastIndex((one) => !isInsertion(one));
  const [kept, foreign] = [containers.slice(0, lastOther + 1), containers.slice(lastOther + 1)];
  const close = (all: readonly XmlElement[]): string =>
    all
      .toReversed()
      .map((one) => closeTag(xml, one))
      .join('');
  const open = (all: readonly XmlElement[]): string => all.map((one) => openAgain(writing, one)).join('');
  const properties = formatFor(writing, insertion);
  const said = lines.map((line) => insertedXml(pen, line, properties, by));
  const between = (): string => close(kept) + closeTag(xml, paragraph) + heads.next() + open(kept);
  const all = said.reduce((before, line) => before + between() + line);
  return close(foreign) + all + open(foreign);
}

/** A content control goes on without its name and its source, which it may not share. */
function openAgain({ xml, pen }: Writing, element: XmlElement): string {
  const properties = element.name === 'w:sdt' ? child(element, 'w:sdtPr') : undefined;
  const own = new Set(['w:id', 'w:dataBinding', 'w15:dataBinding', 'w:lock']);
  return tagAgain(xml, element, pen) + (properties ? without(xml, properties, ({ name }) => own.has(name)) : '');
}

/** The format of what is replaced; else of the character before, else after; else of the paragraph's mark. */
function formatFor({ xml, text, atoms, paragraph }: Writing, { from, at }: Insertion): string {
  const letters = atoms.filter((atom) => isSeen(atom) && atom.run.name === 'w:r' && text[atom.from] !== '\uFFFC');
  const run =
    letters.find((atom) => atom.from < at && atom.to > from) ??
    letters.findLast((atom) => atom.from < at) ??
    letters.find((atom) => atom.from >= at);
  const properties = child(run ? run.run : child(paragraph, 'w:pPr'), 'w:rPr');
  return plainProperties(xml, properties);
}

/** A simple field spelled as a complex one (17.16.18): as a whole it can go, and hold several paragraphs. */
function openField({ pen }: Writing, field: XmlElement, by: Signed | null): Edit[] {
  const { w } = pen;
  const states = ['dirty', 'fldLock'].flatMap((name) => {
    const value = field.attributes[`w:${name}`];
    return value === undefined ? [] : [` ${w}:${name}="${escapeXml(value)}"`];
  });
  const instruction = by ? 'delInstrText' : 'instrText';
  const run = (content: string): string => {
    const plain = `<${w}:r${by ? '' : pen.declaration}>${content}</${w}:r>`;
    return by ? `${changeTag(pen, 'del', by)}>${plain}</${w}:del>` : plain;
  };
  const character = (type: string, more = ''): string => run(`<${w}:fldChar ${w}:fldCharType="${type}"${more}/>`);
  const said = escapeXml(field.attributes['w:instr'] ?? '');
  const begin =
    character('begin', states.join('')) +
    run(`<${w}:${instruction} xml:space="preserve">${said}</${w}:${instruction}>`) +
    character('separate');
  return [
    { at: field.start, remove: field.openEnd - field.start, insert: begin },
    { at: field.closeStart, remove: field.end - field.closeStart, insert: character('end') },
  ];
}
