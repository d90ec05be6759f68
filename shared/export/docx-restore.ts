/** What others deleted and we want back: inserted again behind their deletion, which stays. */
import type { XmlElement } from '../import/docx/xml.ts';
import { child } from '../import/docx/xml.ts';
import { type Atom, atomsOf, isDeletion, isInsertion } from './docx-atoms.ts';
import type { Edit } from './docx-edits.ts';
import type { PlacedParagraph } from './docx-places.ts';
import {
  type Pen,
  type Signed,
  closeTag,
  insertedRun,
  newParagraph,
  plainProperties,
  tagAgain,
} from './docx-revision.ts';

/** `rejected`: who wants back what went with a change. Pictures and notes are not set twice. */
export function restored(
  xml: string,
  { raw, source }: PlacedParagraph,
  rejected: ReadonlyMap<number, Signed>,
  pen: Pen,
): Edit[] {
  if (rejected.size === 0 || source.element.name !== 'w:p') return [];
  const splices: Edit[] = [];
  const deletions = new Map<XmlElement, Atom[]>();
  for (const atom of atomsOf(source)) {
    const deletion = atom.containers.find(isDeletion);
    if (deletion) deletions.set(deletion, [...(deletions.get(deletion) ?? []), atom]);
  }
  for (const [deletion, atoms] of deletions) {
    const runs = atoms.map((atom) => again(xml, atom, rejected, pen)).join('');
    const containers = atoms[0]?.containers ?? [];
    const around = containers.slice(0, containers.indexOf(deletion));
    if (runs !== '') splices.push({ at: deletion.end, remove: 0, insert: beside(xml, around, runs, pen) });
  }
  const { markRemoved } = raw;
  const by = markRemoved === undefined ? undefined : rejected.get(markRemoved);
  // The paragraph's text runs on into one more, whose mark is ours.
  if (by) {
    const mark = newParagraph(xml, source.element, by, pen) + closeTag(xml, source.element);
    splices.push({ at: source.element.end, remove: 0, insert: mark });
  }
  return splices;
}

function again(xml: string, { run, element, change }: Atom, rejected: ReadonlyMap<number, Signed>, pen: Pen): string {
  const by = change === null ? undefined : rejected.get(change);
  if (!by) return '';
  const written = xml.slice(element.start, element.end);
  if (element.name === 'w:delText' || element.name === 'w:t') {
    const standing = written.replace(/^(<(?:[\w.-]+:)?)delText/u, '$1t').replace(/delText(\s*>)$/u, 't$1');
    return insertedRun(pen, standing, plainProperties(xml, child(run, 'w:rPr')), by);
  }
  const plain = new Set(['w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:softHyphen', 'w:sym']);
  return plain.has(element.name) ? insertedRun(pen, written, plainProperties(xml, child(run, 'w:rPr')), by) : '';
}

/** Not inside another's insertion: that ends before it and goes on after it. */
function beside(xml: string, around: readonly XmlElement[], runs: string, pen: Pen): string {
  const foreign = around.slice(around.findLastIndex((one) => !isInsertion(one)) + 1);
  const close = foreign.toReversed().map((one) => closeTag(xml, one));
  return close.join('') + runs + foreign.map((one) => tagAgain(xml, one, pen)).join('');
}
