/** A copy with comments and answers, and no changes to its text. */
import { markedFile } from '../../electron/host/annotate.ts';
import type { WordAnswer, WordComment } from '../../shared/export/annotated-docx.ts';

export function annotatedFile(
  original: Uint8Array,
  comments: readonly WordComment[],
  answers: readonly WordAnswer[] = [],
): Uint8Array {
  return markedFile(original, { comments, answers, edits: [], rejected: [] }).bytes;
}
