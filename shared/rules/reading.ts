/**
 * A document's body as rules read it: paragraphs and their joined text, worked out once a document.
 * Asking the joined text for a pattern's literals finds the few paragraphs worth a closer look.
 */
import type { Document, Paragraph, Span } from '../document/model.ts';
import { cellLeads } from '../document/rows.ts';
import { sentencesOf } from '../document/sentence.ts';
import { paragraphsIn } from '../document/walk.ts';
import { fold } from '../facts/source.ts';
import { withoutDenials } from './denials.ts';
import { lineIndex } from './line-index.ts';
import type { Pattern } from './pattern.ts';

/** A table row up to one of its cells, read as one line: `lead` is what names the cell. */
export type RowLine = Readonly<{ paragraph: Paragraph; lead: string; text: string }>;

export type Reading = Readonly<{
  /** Body and table paragraphs in reading order. */
  paragraphs: readonly Paragraph[];
  /** Place of a paragraph in `paragraphs`. */
  indexOf: ReadonlyMap<string, number>;
  /** Paragraphs that may hold a match, in order. */
  candidates: (wanted: Pattern) => readonly number[];
  /** Whether a line of the document, its label included, holds a match; asked once a pattern. */
  says: (wanted: Pattern) => boolean;
  /** Table rows that may hold a match, each up to one of its cells. */
  rows: (wanted: Pattern) => readonly RowLine[];
  /** What names a paragraph in its table row; '' outside tables. */
  leadOf: (block: string) => string;
  /** Sentences of a paragraph, closing marks included; blank ones left out. */
  sentences: (index: number) => readonly Span[];
  /** A paragraph's text in half-width forms, offsets kept. */
  folded: (index: number) => string;
  /**
   * Label and text of a paragraph, without remarks that something is not there. One piece; a paragraph that is a
   * document of its own comes in windows that overlap by half.
   */
  affirmed: (index: number) => readonly string[];
  /** Labels and texts, one line a paragraph. */
  text: string;
}>;

const readings = new WeakMap<Document, Reading>();

/** The reading of a document; the same object for the same document. */
export function readingOf(document: Document): Reading {
  const known = readings.get(document);
  if (known) return known;
  const reading = read(document);
  readings.set(document, reading);
  return reading;
}

function read(document: Document): Reading {
  const paragraphs = paragraphsIn(document.body);
  const lines = paragraphs.map((paragraph) => `${paragraph.label ?? ''}${paragraph.text}`);
  const text = lines.join('\n');
  const linesFor = indexed(lines, text);
  const leads = cellLeads(document);
  const rows = paragraphs.flatMap((paragraph): RowLine[] => {
    const lead = leads.get(paragraph.id);
    return lead === undefined ? [] : [{ paragraph, lead, text: `${lead}${paragraph.text}` }];
  });
  const rowsFor = once(() => indexed(rows.map((row) => row.text)));
  const split: (readonly Span[] | undefined)[] = [];
  const everywhere = paragraphs.map((_, at) => at);
  const foldings: (string | undefined)[] = [];
  const affirmations: (readonly string[] | undefined)[] = [];

  const candidates = ({ need }: Pattern): readonly number[] => (need === null ? everywhere : linesFor(need));
  const said = new Map<Pattern, boolean>();

  return {
    paragraphs,
    indexOf: new Map(paragraphs.map((paragraph, at) => [paragraph.id, at])),
    candidates,
    says: (wanted) => {
      const known = said.get(wanted);
      if (known !== undefined) return known;
      const answer = candidates(wanted).some((at) => wanted.test(lines[at] ?? ''));
      said.set(wanted, answer);
      return answer;
    },
    rows: ({ need }) => {
      if (need === null || rows.length === 0) return rows;
      return rowsFor()(need).flatMap((at) => rows[at] ?? []);
    },
    leadOf: (block) => leads.get(block) ?? '',
    sentences: (index) => {
      const paragraph = paragraphs[index];
      return paragraph ? (split[index] ??= sentencesOf(paragraph)) : [];
    },
    // Kept, since rules ask for them once a fact: a paragraph may be as long as the document.
    folded: (index) => (foldings[index] ??= fold(paragraphs[index]?.text ?? '')),
    affirmed: (index) => (affirmations[index] ??= windows(withoutDenials(lines[index] ?? ''))),
    text,
  };
}

function indexed(lines: readonly string[], text: string = lines.join('\n')): ReturnType<typeof lineIndex> {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  return lineIndex(lines, text, starts);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** In UTF-16 units: longer than any paragraph a person wrote as one. */
const windowLength = 2000;

function windows(text: string): readonly string[] {
  if (text.length <= windowLength) return [text];
  const step = windowLength / 2;
  return Array.from({ length: Math.ceil(text.length / step) - 1 }, (_, at) =>
    text.slice(at * step, at * step + windowLength),
  );
}
