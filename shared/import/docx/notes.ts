/** Footnotes and endnotes: their labels as displayed, and their content in the order of reference. */
import type { RawDocument } from '../raw.ts';
import { formatNumber } from './number-formats/formats.ts';
import { newCounters } from './numbering.ts';
import { type NoteReference, type Reading, newFlow, notice } from './reading.ts';
import type { NoteNumbering, SectionSource } from './sections.ts';
import { type XmlElement, childrenNamed, integer } from './xml.ts';

export type NotePart = Readonly<{ part: string; xml: string; root: XmlElement }>;
export type NoteKind = 'footnote' | 'endnote';

/** Sets the labels on the references; a reference in deleted text does not count (17.11). */
export function labelReferences(
  reading: Reading,
  sections: readonly SectionSource[],
  settings: Readonly<Record<NoteKind, Partial<NoteNumbering>>>,
): void {
  const counts = new Map<NoteKind, { section: number; value: number }>();
  for (const reference of reading.noteReferences) {
    const { kind, object } = reference;
    const section = sections[reference.section];
    const own = kind === 'footnote' ? section?.footnotes : section?.endnotes;
    const usual = { format: kind === 'footnote' ? 'decimal' : 'lowerRoman', start: 1, restart: 'continuous' };
    const numbering: NoteNumbering = { ...usual, ...settings[kind], ...own };
    if (reference.custom || reference.deleted || object.object.kind !== 'note') continue;
    const count = counts.get(kind);
    const fresh = !count || (numbering.restart === 'eachSect' && count.section !== reference.section);
    const value = fresh ? numbering.start : count.value + 1;
    counts.set(kind, { section: reference.section, value });
    object.object.label = formatNumber(value, numbering.format);
  }
}

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

export function readNotes(
  reading: Reading,
  parts: Readonly<Partial<Record<NoteKind, NotePart>>>,
): RawDocument['notes'] {
  const notes: RawDocument['notes'] = [];
  for (const kind of ['footnote', 'endnote'] as const) {
    const references = reading.noteReferences.filter((one) => one.kind === kind);
    const part = parts[kind];
    if (!part) {
      if (references.length > 0) notice(reading, 'missing-part', `${kind}s.xml`);
      continue;
    }
    const elements = new Map(
      childrenNamed(part.root, `w:${kind}`)
        .filter((one) => !separators.has(one.attributes['w:type'] ?? 'normal'))
        .map((one) => [one.attributes['w:id'] ?? '', one]),
    );
    const counters = newCounters(reading.levels);
    for (const reference of firstReferences(references)) {
      const element = elements.get(reference.id);
      if (!element) continue;
      const flow = newFlow(reading, part.part, part.xml, counters);
      const label = reference.object.object.kind === 'note' ? reference.object.object.label : '';
      notes.push({ kind, id: `${kind}-${reference.id}`, label, blocks: reading.readBlocks(flow, element.children) });
    }
  }
  return notes;
}

function firstReferences(references: readonly NoteReference[]): NoteReference[] {
  const seen = new Set<string>();
  return references.filter((one) => {
    if (seen.has(one.id) || integer(one.id) === undefined) return false;
    seen.add(one.id);
    return true;
  });
}
