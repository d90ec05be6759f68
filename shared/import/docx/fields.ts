/**
 * Fields (ISO/IEC 29500-1 17.16): what is displayed is the result; the instruction is kept beside
 * it. Fields nest, and may run over several paragraphs.
 */
import { type Flow, notice } from './reading.ts';
import { type XmlElement, child, childValue, childrenNamed, integer } from './xml.ts';

const deepest = 64;

export function beginField(flow: Flow, element?: XmlElement): void {
  if (flow.fields.length >= deepest) return;
  flow.fields.push({ instruction: '', index: null, dropDown: element ? chosenEntry(element) : null });
}

/** The entry shown by a drop-down form field, which has no result of its own. */
function chosenEntry(element: XmlElement): string | null {
  const list = child(child(element, 'w:ffData'), 'w:ddList');
  if (!list) return null;
  const entries = childrenNamed(list, 'w:listEntry').map((entry) => entry.attributes['w:val'] ?? '');
  const at = integer(childValue(list, 'w:result')) ?? integer(childValue(list, 'w:default')) ?? 0;
  return entries[at] ?? null;
}

export function takeInstruction(flow: Flow, text: string): void {
  const field = flow.fields.at(-1);
  if (field && field.index === null) field.instruction += text;
}

export function closeInstruction(flow: Flow): void {
  const field = flow.fields.at(-1);
  if (!field || field.index !== null) return;
  const instruction = field.instruction.trim();
  const { fields } = flow.reading;
  fields.push(instruction);
  field.index = fields.length - 1;
  watchInstruction(flow, instruction);
}

/** Closes the innermost field; answers what a drop-down without a result shows. */
export function endField(flow: Flow): string | null {
  const field = flow.fields.at(-1);
  const withoutResult = field?.index === null;
  if (withoutResult) closeInstruction(flow);
  flow.fields.pop();
  return withoutResult ? (field?.dropDown ?? null) : null;
}

/** Text inside another field's instruction is not displayed. */
export function isVisible(flow: Flow): boolean {
  const { fields } = flow;
  // Text straight in an instruction should not be; shown rather than lost.
  for (let at = 0; at < fields.length - 1; at += 1) if (fields[at]?.index === null) return false;
  return true;
}

export function innermostField(flow: Flow): number | undefined {
  return flow.fields.at(-1)?.index ?? undefined;
}

function watchInstruction(flow: Flow, instruction: string): void {
  const name = /^[A-Za-z]+/u.exec(instruction)?.[0].toUpperCase();
  if (name === 'DDE' || name === 'DDEAUTO') notice(flow.reading, 'dde-field', name);
  if (name === 'INCLUDETEXT' || name === 'INCLUDEPICTURE' || name === 'LINK' || name === 'IMPORT') {
    notice(flow.reading, 'external-link', name);
  }
}
