/** The parts that shared/export makes, zipped into files. */
import { zipSync } from 'fflate';
import { opinionParts } from '../../shared/export/opinion-docx.ts';
import { annotatedFile, initialsOf } from './annotate.ts';
import type { Writers } from './exports.ts';

export const writers: Writers = {
  opinion: async ({ paper, author, at }) => zipped(await opinionParts(paper, { author, at })),
  annotated: async ({ original, annotations }) =>
    annotatedFile(
      original,
      annotations.map(({ range, text, author, at }) => ({
        range,
        text,
        author,
        initials: initialsOf(author),
        // Word writes whole seconds.
        date: at.replace(/\.\d+/u, ''),
      })),
    ),
};

/** The earliest time a ZIP can hold, so that the same parts give the same bytes. */
const epoch = new Date(1980, 0, 1);

/** Readers look for the content types first (ISO/IEC 29500-2, annex C). */
function zipped(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const types = '[Content_Types].xml';
  const ordered = [...parts].sort(([a], [b]) => Number(b === types) - Number(a === types));
  return zipSync(Object.fromEntries(ordered), { mtime: epoch, level: 6 });
}
