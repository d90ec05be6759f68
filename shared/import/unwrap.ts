/**
 * Old contract texts break their lines at a fixed width. Where that is plain, the lines of one
 * paragraph are joined again; a text that shows any doubt keeps one line a paragraph.
 */
import { readAnnexLabel, readLabel } from '../document/clauses/label.ts';

/** Columns a line takes on a terminal: two for each full-width character. */
function width(line: string): number {
  let columns = 0;
  for (const char of line)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6—…“”‘’·①-⒛○●◆▲]|[\u{20000}-\u{3fffd}]/u.test(
        char,
      )
        ? 2
        : 1;
  return columns;
}

/** Punctuation that may not begin a line pulls up to two full-width characters of slack. */
const slack = 5;
const narrowest = 40;
const widest = 160;
const frame = /[\u2500-\u257f]/u;
const closed = /[。；：！？;:!?…）)】”]$/u;

export function unwrapped(lines: readonly string[]): readonly string[] {
  const ends = lines.map((line) => line.trimEnd());
  const limit = wrapWidth(ends);
  if (limit === null) return lines;
  const indented = ends.filter((line) => /^[ \u3000]{2}/u.test(line)).length >= 3;
  const joined: string[] = [];
  let open = false;
  for (const line of ends) {
    const last = joined.at(-1);
    if (open && last !== undefined && continues(last, line, indented)) {
      joined[joined.length - 1] = last + gap(last, line) + line.trimStart();
    } else {
      joined.push(line);
    }
    open = line !== '' && width(line) >= limit - slack && !frame.test(line);
  }
  return joined;
}

/** The width the text was broken at; null unless many lines fill it, hardly one exceeds it, and most end mid-sentence. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines
    .filter((line) => line.trim() !== '' && !frame.test(line))
    .map((line) => ({ line, columns: width(line) }));
  const sorted = widths.map(({ columns }) => columns).toSorted((a, b) => a - b);
  const limit = sorted.at(-1) ?? 0;
  if (limit < narrowest || limit > widest) return null;
  const full = widths.filter(({ columns }) => columns >= limit - slack);
  const broken = full.filter(({ line }) => !closed.test(line));
  return full.length >= 6 && broken.length >= 5 && broken.length / full.length >= 0.6 ? limit : null;
}

function continues(before: string, line: string, indented: boolean): boolean {
  if (line === '' || frame.test(line) || /^[|＿_]/u.test(line.trim())) return false;
  if (/^[ \u3000]{2}/u.test(line)) return false;
  if (readLabel(line, 0) !== null || readAnnexLabel(line) !== null) return false;
  if (/^[^。，；]{1,8}[：:]/u.test(line)) return false;
  // Without indents, a full line that ends a sentence may end its paragraph.
  return indented || !/[。！？!?]$/u.test(before);
}

/** Latin words need the space that the line break stood for. */
function gap(before: string, after: string): string {
  return /[A-Za-z0-9,.;:)]$/u.test(before) && /^[A-Za-z0-9(]/u.test(after.trimStart()) ? ' ' : '';
}
