/** What one reading carries along. Mutable, and private to the readers of this folder. */
import type { CharacterFormat, InlineObject, TrackedChange } from '../../document/model.ts';
import type { RawBlock, RawDocument, RawNotice, RawParagraph, RawPiece, RawStory } from '../raw.ts';
import type { FormatTables, TableLayers } from './formats.ts';
import type { Counters, Levels } from './numbering.ts';
import type { Package, Relationship } from './package.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml.ts';

export type Reading = {
  readonly pack: Package;
  readonly styles: Styles;
  readonly levels: Levels;
  readonly formats: FormatTables;
  readonly changes: TrackedChange[];
  readonly links: string[];
  readonly fields: string[];
  readonly textBoxes: RawStory[];
  readonly media: MediaTable;
  readonly notices: NoticeBook;
  /** References to notes in reading order; their labels are set when all sections are known. */
  readonly noteReferences: NoteReference[];
  readonly sources: Map<RawParagraph, ParagraphSource> | null;
  /** Blocks hold tables and text boxes, which hold blocks: handed in to keep the modules acyclic. */
  readonly readBlocks: (flow: Flow, elements: readonly XmlElement[]) => RawBlock[];
};

export type NoteReference = {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly custom: boolean;
  readonly deleted: boolean;
  /** Of the section, by number, in which the reference stands. */
  readonly section: number;
  readonly object: Extract<RawPiece, { kind: 'object' }>;
};

/** One flow of paragraphs in one part: the body, a note, a header, a text box. */
export type Flow = {
  readonly reading: Reading;
  readonly part: string;
  readonly xml: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly counters: Counters;
  readonly isBody: boolean;
  /** Complex fields open at this place, outermost first. */
  fields: OpenField[];
  /** Comment marks met between paragraphs, for the next one. */
  pending: RawPiece[];
  last: RawParagraph | null;
  table: TableLayers | null;
  /** Marks of an inserted or deleted table row, for runs that carry none of their own. */
  row: Marks;
  section: number;
  /** A page break was made and no text has followed, so Word's own hint repeats it. */
  broken: boolean;
  paragraphs: number;
};

/** `index` into the table of fields once the instruction is complete. */
export type OpenField = { instruction: string; index: number | null; dropDown: string | null };

/** What surrounds a run. */
export type Marks = Readonly<{ inserted?: number; deleted?: number; link?: number }>;

/** Where the pieces of a paragraph stand in its part, for write-back. */
export type ParagraphSource = Readonly<{
  part: string;
  element: XmlElement;
  /** Its table row was deleted, with all that is in it. */
  inDeletedRow: boolean;
  pieces: readonly SourcePiece[];
}>;

/** `from`…`to` in the paragraph's accepted text; deleted pieces have no length. */
export type SourcePiece = Readonly<{
  from: number;
  to: number;
  deleted: boolean;
  /** Index of the tracked change it is part of: the deletion, else the insertion; null for neither. */
  change: number | null;
  /** The w:r; for what stands outside runs, or in one of several alternatives, the whole of that. */
  run: XmlElement;
  /** The child of the run, or the run itself. */
  element: XmlElement;
  /** The element's characters are those of the text, so that it can be cut between them. */
  divisible: boolean;
  /** What stands around the run inside the paragraph, outermost first. */
  containers: readonly XmlElement[];
}>;

export type MediaTable = Readonly<{
  list: RawDocument['media'];
  /** Part name by media id. */
  parts: Map<string, string>;
  byPart: Map<string, string | null>;
}>;

export type NoticeBook = Readonly<{
  list: RawNotice[];
  hidden: { characters: number };
  invisible: Map<number, number>;
  pictures: { unsupported: number };
  changes: { count: number };
}>;

export function notice(reading: Pick<Reading, 'notices'>, kind: RawNotice['kind'], detail: string): void {
  const { list } = reading.notices;
  if (!list.some((one) => one.kind === kind && one.detail === detail)) list.push({ kind, detail });
}

export function newFlow(reading: Reading, part: string, xml: string, counters: Counters, isBody = false): Flow {
  return {
    reading,
    part,
    xml,
    relationships: reading.pack.relationships(part),
    counters,
    isBody,
    fields: [],
    pending: [],
    last: null,
    table: null,
    row: {},
    section: 0,
    broken: false,
    paragraphs: 0,
  };
}

const changeKinds: Readonly<Record<string, TrackedChange['kind']>> = {
  'w:ins': 'insert',
  'w:del': 'delete',
  'w:moveFrom': 'move-from',
  'w:moveTo': 'move-to',
};

export function changeKind(name: string): TrackedChange['kind'] | undefined {
  return changeKinds[name];
}

/** Enters a tracked change; neighbours of one author and time share an entry. */
export function changeIndex(reading: Reading, kind: TrackedChange['kind'], element: XmlElement): number {
  const author = element.attributes['w:author'] ?? '';
  const date = element.attributes['w:date'] ?? null;
  reading.notices.changes.count += 1;
  const last = reading.changes.at(-1);
  if (last && last.kind === kind && last.author === author && last.date === date && kind !== 'format') {
    return reading.changes.length - 1;
  }
  reading.changes.push({ kind, author, date });
  return reading.changes.length - 1;
}

const invisible = /[\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;
const invisibleAll = /[\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** Counts what a reader of the page would not see. */
export function watchText(reading: Reading, text: string, format: CharacterFormat | undefined): void {
  if (format?.hidden) reading.notices.hidden.characters += text.length;
  if (!invisible.test(text)) return;
  for (const [char] of text.matchAll(invisibleAll)) {
    const code = char.codePointAt(0) as number;
    reading.notices.invisible.set(code, (reading.notices.invisible.get(code) ?? 0) + 1);
  }
}

export type ImageObject = Extract<InlineObject, { kind: 'image' }>;
