/** Sections (ISO/IEC 29500-1 17.6): page size, headers, and how notes are numbered in them. */
import type { RawDocument } from '../raw.ts';
import { type XmlElement, child, childValue, childrenNamed, integer, points } from './xml.ts';

export type NoteNumbering = Readonly<{ format: string; start: number; restart: string }>;

export type SectionSource = Readonly<{
  section: RawDocument['sections'][number];
  /** How it begins: nextPage, continuous, evenPage, oddPage, nextColumn. */
  type: string;
  headers: readonly HeaderReference[];
  footnotes: Partial<NoteNumbering>;
  endnotes: Partial<NoteNumbering>;
}>;

export type HeaderReference = Readonly<{ kind: 'header' | 'footer'; role: 'default' | 'first' | 'even'; id: string }>;

/** A4 and one inch, for what a file leaves out. */
const usual = { width: 595.3, height: 841.9, margin: 72, header: 36, columnGap: 36 } as const;

export function readSection(properties: XmlElement, after: number | null): SectionSource {
  const size = child(properties, 'w:pgSz')?.attributes;
  const margins = child(properties, 'w:pgMar')?.attributes;
  const width = positive(size?.['w:w'], usual.width);
  const height = positive(size?.['w:h'], usual.height);
  const columns = child(properties, 'w:cols')?.attributes;
  const gap = points(columns?.['w:space']);
  return {
    section: {
      after,
      width,
      height,
      margins: {
        top: positive(margins?.['w:top'], usual.margin),
        right: positive(margins?.['w:right'], usual.margin),
        bottom: positive(margins?.['w:bottom'], usual.margin),
        left: positive(margins?.['w:left'], usual.margin),
        header: positive(margins?.['w:header'], usual.header),
        footer: positive(margins?.['w:footer'], usual.header),
      },
      landscape: size?.['w:orient'] === 'landscape' || width > height,
      columns: Math.min(45, Math.max(1, integer(columns?.['w:num']) ?? 1)),
      columnGap: Math.max(0, gap ?? usual.columnGap),
    },
    type: childValue(properties, 'w:type') ?? 'nextPage',
    headers: [...headerReferences(properties, 'header'), ...headerReferences(properties, 'footer')],
    footnotes: readNoteNumbering(child(properties, 'w:footnotePr')),
    endnotes: readNoteNumbering(child(properties, 'w:endnotePr')),
  };
}

function positive(value: string | undefined, fallback: number): number {
  const read = points(value);
  return read === undefined ? fallback : Math.abs(read);
}

function headerReferences(properties: XmlElement, kind: 'header' | 'footer'): HeaderReference[] {
  return childrenNamed(properties, `w:${kind}Reference`).map(({ attributes }) => {
    const type = attributes['w:type'];
    return { kind, role: type === 'first' || type === 'even' ? type : 'default', id: attributes['r:id'] ?? '' };
  });
}

export function readNoteNumbering(properties: XmlElement | undefined): Partial<NoteNumbering> {
  const format = childValue(properties, 'w:numFmt');
  const start = integer(childValue(properties, 'w:numStart'));
  const restart = childValue(properties, 'w:numRestart');
  return {
    ...(format === undefined ? {} : { format }),
    ...(start === undefined ? {} : { start }),
    ...(restart === undefined ? {} : { restart }),
  };
}
