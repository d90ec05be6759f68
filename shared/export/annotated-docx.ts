/**
 * The submitted document with native Word comments at exactly the characters they speak of. Only
 * parts that must change are answered; in them every character of the original stays where it was.
 */
import type { Range } from '../document/model.ts';
import type { ReadDocx } from '../import/docx/read-docx.ts';
import { type CommentsPart, existingComments, firstFreeId, writeComments } from './docx-comments-part.ts';
import { type Edit, type PartTexts, applyEdits } from './docx-edits.ts';
import { type Anchored, type Home, anchorOf, placeParagraphs } from './docx-places.ts';
import { type Prefix, prefixIn, rootOf, wordNamespace } from './docx-prefix.ts';
import { type Marks, cutAt, marksToEdits } from './docx-splice.ts';

export type WordReply = Readonly<{
  /** Its paragraphs: 问题, 依据, 建议. */
  text: readonly string[];
  author: string;
  initials: string;
  /** Local time without a zone, as Word writes and shows it; `utc` is the same moment. Both ISO 8601. */
  date: string;
  utc: string;
}>;

export type WordComment = WordReply &
  Readonly<{
    range: Range;
    /** Said beneath it, in order. */
    replies?: readonly WordReply[];
    resolved?: boolean;
  }>;

/** What is said beneath a comment that came in the file, and whether it is settled (null: as it was). */
export type WordAnswer = Readonly<{
  /** Its id in the file. */
  comment: string;
  /** Where it stands; a comment whose place is gone is answered at the title. */
  range: Range | null;
  replies: readonly WordReply[];
  resolved: boolean | null;
}>;

export type AnnotateOptions = Readonly<{
  /** First line of a comment that cannot stand at its text: in a header, footer or text box. */
  elsewhere: (home: Home, quote: string) => string;
}>;

export type AnnotatedParts = Readonly<{
  /** New text of changed and added parts by name. */
  parts: ReadonlyMap<string, string>;
  /** What was done to each part that holds marks, for checks. */
  edits: ReadonlyMap<string, readonly Edit[]>;
}>;

/**
 * Sets comments into a document read with `sources`. Ranges count in the paragraphs that
 * `normalise` makes of the same reading. Comments already there stay. Word allows none in headers,
 * footers and text boxes: those stand at the box, or at the beginning of the document, and say so.
 */
export function annotateDocx(
  read: ReadDocx,
  comments: readonly WordComment[],
  options: AnnotateOptions,
  answers: readonly WordAnswer[] = [],
): AnnotatedParts {
  const { pack } = read;
  const parts: PartTexts = new Map();
  const edits = new Map<string, readonly Edit[]>();
  const places = placeParagraphs(read);
  const existing: CommentsPart | null = existingComments(pack);
  const firstId = firstFreeId(existing?.root ?? null);
  const anchored: Placed[] = [];
  const beneath = (anchor: Anchored, parent: string, replies: readonly WordReply[]): void => {
    anchored.push(...replies.map((comment) => ({ comment, anchor, parent, resolved: false })));
  };
  for (const comment of comments) {
    const anchor = anchorOf(places, comment.range);
    if (!anchor) continue;
    const id = firstId + anchored.length;
    anchored.push({ comment, anchor, parent: null, resolved: comment.resolved ?? false });
    beneath(anchor, String(id), comment.replies ?? []);
  }
  const known = new Set(existing?.root.children.map(({ attributes }) => attributes['w:id']));
  const answered = answers.filter(({ comment }) => known.has(comment));
  for (const { comment, range, replies } of answered) {
    const anchor = anchorOf(places, range ?? nowhere);
    if (anchor) beneath(anchor, comment, replies);
  }
  const settled = new Map(
    answered.flatMap(({ comment, resolved }): [string, boolean][] => (resolved === null ? [] : [[comment, resolved]])),
  );
  if (anchored.length === 0 && settled.size === 0) return { parts, edits };

  const byPart = new Map<string, Map<string, Marks>>();
  anchored.forEach(({ anchor }, index) => mark(read, byPart, anchor, firstId + index));
  for (const [part, marks] of byPart) {
    const xml = textOf(read, part);
    const made = marksToEdits(marks.values());
    edits.set(part, made);
    parts.set(part, applyEdits(xml, made));
  }
  const written = anchored.map(({ comment, anchor, parent, resolved }, index) => ({
    id: firstId + index,
    author: comment.author,
    initials: comment.initials,
    date: comment.date,
    utc: comment.utc,
    parent,
    resolved,
    paragraphs:
      anchor.moved && parent === null
        ? [options.elsewhere(anchor.moved.home, anchor.moved.quote), ...comment.text]
        : comment.text,
  }));
  writeComments(pack, wordNamespace(rootOf(textOf(read, pack.document)).xml), written, settled, existing, parts);
  return { parts, edits };
}

type Placed = Readonly<{ comment: WordReply; anchor: Anchored; parent: string | null; resolved: boolean }>;

/** A range in no paragraph stands at the title. */
const nowhere: Range = [{ block: '', from: 0, to: 0 }];

function textOf(read: ReadDocx, part: string): string {
  return read.pack.parts.text(part) ?? '';
}

function mark(read: ReadDocx, byPart: Map<string, Map<string, Marks>>, anchor: Anchored, id: number): void {
  const { from, to } = anchor;
  const { part } = from.paragraph.source;
  const xml = textOf(read, part);
  const prefix = prefixOf(xml);
  const marks = byPart.get(part) ?? new Map<string, Marks>();
  byPart.set(part, marks);
  const start = cutAt(xml, from.paragraph.source, from.offset, 'start');
  const end = cutAt(xml, to.paragraph.source, to.offset, 'end');
  const one = (name: string): string => `<${prefix.name}:${name}${prefix.declaration} ${prefix.name}:id="${id}"/>`;
  const run = `<${prefix.name}:r${prefix.declaration}><${prefix.name}:commentReference ${prefix.name}:id="${id}"/></${prefix.name}:r>`;
  const begins = at(marks, start);
  const ends = at(marks, end);
  // Nothing between them: the comment must not end before it begins.
  if (begins === ends || end.at < start.at) begins.starts.push(one('commentRangeStart') + one('commentRangeEnd') + run);
  else {
    begins.starts.push(one('commentRangeStart'));
    ends.ends.push(one('commentRangeEnd') + run);
  }
}

function at(marks: Map<string, Marks>, cut: Marks['cut']): Marks {
  const key = `${cut.at} ${cut.before} ${cut.after}`;
  const known = marks.get(key);
  if (known) return known;
  const made: Marks = { cut, ends: [], starts: [] };
  marks.set(key, made);
  return made;
}

function prefixOf(xml: string): Prefix {
  const root = rootOf(xml);
  return prefixIn(root.xml, root.element, wordNamespace(root.xml), 'w');
}
