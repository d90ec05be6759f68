/**
 * A document's body as rules read it: paragraphs and their joined text, worked out once a document.
 * Asking the joined text for a pattern's literals finds the few paragraphs worth a closer look.
 */
import type { Document, Paragraph, Span } from '../document/model.ts';
import { sentencesOf } from '../document/sentence.ts';
import { paragraphsIn } from '../document/walk.ts';
import { fold } from '../facts/source.ts';
import { withoutDenials } from './denials.ts';
import type { Pattern } from './pattern.ts';

export type Reading = Readonly<{
  /** Body and table paragraphs in reading order. */
  paragraphs: readonly Paragraph[];
  /** Place of a paragraph in `paragraphs`. */
  indexOf: ReadonlyMap<string, number>;
  /** Paragraphs that may hold a match, in order. */
  candidates: (wanted: Pattern) => readonly number[];
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
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const text = lines.join('\n');
  const holders = new Map<string, readonly number[]>();
  const split: (readonly Span[] | undefined)[] = [];
  const everywhere = paragraphs.map((_, at) => at);
  const foldings: (string | undefined)[] = [];
  const affirmations: (readonly string[] | undefined)[] = [];

  const holding = (literal: string): readonly number[] => {
    const known = holders.get(literal);
    if (known) return known;
    const found: number[] = [];
    for (let at = text.indexOf(literal); at >= 0;) {
      const index = lineAt(starts, at);
      found.push(index);
      at = text.indexOf(literal, starts[index + 1] ?? text.length);
    }
    holders.set(literal, found);
    return found;
  };

  return {
    paragraphs,
    indexOf: new Map(paragraphs.map((paragraph, at) => [paragraph.id, at])),
    candidates: ({ literals }) => {
      if (literals === null) return everywhere;
      if (literals.length === 1) return holding(literals[0] ?? '');
      return [...new Set(literals.flatMap(holding))].sort((a, b) => a - b);
    },
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

/** In UTF-16 units: longer than any paragraph a person wrote as one. */
const windowLength = 2000;

function windows(text: string): readonly string[] {
  if (text.length <= windowLength) return [text];
  const step = windowLength / 2;
  return Array.from({ length: Math.ceil(text.length / step) - 1 }, (_, at) =>
    text.slice(at * step, at * step + windowLength),
  );
}

/** Index of the last start that is not after `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
