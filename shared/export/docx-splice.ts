/** Cuts runs where a comment begins or ends, and sets its marks there (ISO/IEC 29500-1 17.13.4). */
import type { ParagraphSource, SourcePiece } from '../import/docx/read-docx.ts';
import type { XmlElement } from '../import/docx/xml.ts';
import type { Edit } from './docx-edits.ts';

/** A place in a part: where to insert, and what must close before and open after the inserted marks. */
export type Cut = Readonly<{
  at: number;
  before: string;
  after: string;
  /** A w:t that must now keep its white space; where its attribute goes. */
  preserve: number | null;
  /** Characters of an empty element that gives way. */
  remove: number;
}>;

/** The place just before (`side` 'start') or just after ('end') a character of a paragraph. */
export function cutAt(xml: string, source: ParagraphSource, offset: number, side: 'start' | 'end'): Cut {
  const atoms = atomsOf(source.pieces);
  const piece =
    side === 'start'
      ? (atoms.find(({ from, to }) => from <= offset && offset < to) ?? atoms.findLast(({ to, from }) => to > from))
      : (atoms.find(({ from, to }) => from < offset && offset <= to) ?? atoms.find(({ to, from }) => to > from));
  if (!piece) return inEmptyParagraph(xml, source.element);
  const inside = offset > piece.from && offset < piece.to && piece.divisible;
  const raw = inside ? rawOffset(xml, piece.element, offset - piece.from) : null;
  if (raw !== null) return inText(xml, piece, raw);
  const after = inside || (offset > piece.from && offset < piece.to) ? side === 'end' : offset >= piece.to;
  return beside(xml, piece, after);
}

/** Pieces of one element that cannot be cut are one. */
function atomsOf(pieces: readonly SourcePiece[]): SourcePiece[] {
  const atoms: SourcePiece[] = [];
  for (const piece of pieces) {
    const last = atoms.at(-1);
    if (last && !piece.divisible && last.element === piece.element) atoms[atoms.length - 1] = { ...last, to: piece.to };
    else atoms.push(piece);
  }
  return atoms;
}

/** As the part writes it, with its prefix. */
export function nameOf(xml: string, element: XmlElement): string {
  return /^<([^\s/>]+)/u.exec(xml.slice(element.start, element.openEnd))?.[1] ?? '';
}

/** Ends the run and opens its like again. */
function runSeam(xml: string, run: XmlElement): Readonly<{ close: string; open: string }> {
  const properties = run.children.find((one) => one.name === 'w:rPr');
  return {
    close: `</${nameOf(xml, run)}>`,
    open: xml.slice(run.start, run.openEnd) + (properties ? xml.slice(properties.start, properties.end) : ''),
  };
}

function inText(xml: string, piece: SourcePiece, at: number): Cut {
  const { element, run } = piece;
  const seam = runSeam(xml, run);
  const name = nameOf(xml, element);
  const asItIs = element.attributes['xml:space'] !== undefined || isLoose(xml, element);
  const open = asItIs ? xml.slice(element.start, element.openEnd) : `<${name} xml:space="preserve">`;
  return {
    at,
    before: `</${name}>${seam.close}`,
    after: seam.open + open,
    preserve: asItIs ? null : element.openEnd - 1,
    remove: 0,
  };
}

function beside(xml: string, piece: SourcePiece, after: boolean): Cut {
  const { element, run } = piece;
  const content = run.children.filter((one) => one.name !== 'w:rPr');
  const outermost = element === run || (after ? content.at(-1) : content[0]) === element;
  if (!outermost) {
    const seam = runSeam(xml, run);
    return plain(after ? element.end : element.start, seam.close, seam.open);
  }
  // Marks at the edge of a link, field or change stand outside it.
  let edge = run;
  for (const container of piece.containers.toReversed()) {
    const inner = container.children.filter((one) => one.name !== 'w:sdtPr' && one.name !== 'w:sdtEndPr');
    if ((after ? inner.at(-1) : inner[0]) !== edge) break;
    edge = container;
  }
  return plain(after ? edge.end : edge.start, '', '');
}

function plain(at: number, before: string, after: string): Cut {
  return { at, before, after, preserve: null, remove: 0 };
}

function inEmptyParagraph(xml: string, paragraph: XmlElement): Cut {
  if (paragraph.closeStart < paragraph.end) return plain(paragraph.closeStart, '', '');
  const name = nameOf(xml, paragraph);
  return { at: paragraph.end - 2, before: '>', after: `</${name}>`, preserve: null, remove: 2 };
}

/**
 * Where in the part the `count`th character of a w:t stands. Null when the element cannot be cut
 * there: it holds more than character data, or white space that does not count.
 */
function rawOffset(xml: string, element: XmlElement, count: number): number | null {
  const raw = xml.slice(element.openEnd, element.closeStart);
  const space = element.attributes['xml:space'];
  if (raw.includes('<') || (space !== undefined && space !== 'preserve')) return null;
  const loose = isLoose(xml, element);
  let at = loose ? (/^[ \t\r\n]*/u.exec(raw)?.[0].length ?? 0) : 0;
  let seen = 0;
  while (seen < count && at < raw.length) {
    const reference = raw[at] === '&' ? /^&(?:#x([0-9a-f]+)|#(\d+)|\w+);/iu.exec(raw.slice(at, at + 16)) : null;
    if (reference) {
      const code = reference[1] ? Number.parseInt(reference[1], 16) : Number(reference[2] ?? 0);
      at += reference[0].length;
      seen += code > 0xffff ? 2 : 1;
    } else {
      at += raw.startsWith('\r\n', at) ? 2 : 1;
      seen += 1;
    }
  }
  // Where outer white space is dropped, a cut beside white space would drop that too.
  const exposed = loose && /^[ \t\r\n]|[ \t\r\n]$/u.test(raw.slice(at - 1, at + 1));
  return seen === count && !exposed ? element.openEnd + at : null;
}

/** White space at the ends does not count, and must not begin to. */
function isLoose(xml: string, element: XmlElement): boolean {
  const raw = xml.slice(element.openEnd, element.closeStart);
  return element.attributes['xml:space'] === undefined && /^[ \t\r\n]|[ \t\r\n]$/u.test(raw);
}

/** What stands at one place: comments ending there come before those beginning. */
export type Marks = Readonly<{ cut: Cut; ends: string[]; starts: string[] }>;

export function marksToEdits(places: Iterable<Marks>): Edit[] {
  const edits: Edit[] = [];
  const preserved = new Set<number>();
  for (const { cut, ends, starts } of places) {
    if (cut.preserve !== null && !preserved.has(cut.preserve)) {
      preserved.add(cut.preserve);
      edits.push({ at: cut.preserve, remove: 0, insert: ' xml:space="preserve"' });
    }
    edits.push({ at: cut.at, remove: cut.remove, insert: cut.before + ends.join('') + starts.join('') + cut.after });
  }
  return edits;
}
