/** Everything a review leaves in the submitted document: comments first, then tracked changes around them. */
import { type ReadDocx, readDocx } from '../import/docx/read-docx.ts';
import { type AnnotateOptions, type WordAnswer, type WordComment, annotateDocx } from './annotated-docx.ts';
import { type RejectedChange, type TrackedEdit, type TrackedParts, trackDocx } from './tracked-docx.ts';

export type Markup = Readonly<{
  comments: readonly WordComment[];
  answers?: readonly WordAnswer[];
  edits: readonly TrackedEdit[];
  rejected: readonly RejectedChange[];
}>;

/** Comments leave every character where it was, so that edits count in the same paragraphs after them. */
export function markDocx(read: ReadDocx, markup: Markup, options: AnnotateOptions): TrackedParts {
  const { parts: annotated } = annotateDocx(read, markup.comments, options, markup.answers);
  if (markup.edits.length === 0 && markup.rejected.length === 0) return { parts: annotated, left: [] };
  const tracked = trackDocx(withParts(read, annotated), markup.edits, markup.rejected);
  return { ...tracked, parts: new Map([...annotated, ...tracked.parts]) };
}

/** The package with some parts as they are now, read once more. */
export function withParts(read: ReadDocx, parts: ReadonlyMap<string, string>): ReadDocx {
  if (parts.size === 0) return read;
  const before = read.pack.parts;
  const names = [...new Set([...before.names, ...parts.keys()])];
  return readDocx({ ...before, names, text: (name) => parts.get(name) ?? before.text(name) }, { sources: true });
}
