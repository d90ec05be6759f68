/** What a reader must be told of the file itself. */
import { type Reading, notice } from './reading.ts';
import { kindOf } from './package.ts';

/** Kinds of outside targets that are ordinary: a link one may or may not follow. */
const ordinary = new Set(['hyperlink']);

/** Macros, embedded objects, outside references: told by the parts, never opened. */
export function packageNotices(reading: Reading): void {
  const { pack } = reading;
  const { names } = pack.parts;
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) notice(reading, 'macros', 'vbaProject.bin');
  for (const name of names) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.lastIndexOf('_rels/');
    const owner = name.slice(0, folder) + name.slice(folder + 6, -5);
    for (const relationship of pack.relationships(owner).values()) {
      const kind = kindOf(relationship);
      if (relationship.external) {
        if (!ordinary.has(kind)) notice(reading, 'external-link', kind);
        continue;
      }
      if (kind === 'aFChunk') notice(reading, 'alternative-content', relationship.target);
      const embedded = kind === 'oleObject' || kind === 'package' || kind === 'control';
      if (embedded && owner === pack.document && !hasObjectNotice(reading)) {
        notice(reading, 'embedded-object', relationship.target.slice(relationship.target.lastIndexOf('/') + 1));
      }
    }
  }
}

function hasObjectNotice(reading: Reading): boolean {
  return reading.notices.list.some((one) => one.kind === 'embedded-object');
}

/** What was counted while reading. */
export function readingNotices(reading: Reading, comments: number): void {
  const { hidden, invisible, pictures, changes } = reading.notices;
  if (hidden.characters > 0) notice(reading, 'hidden-text', String(hidden.characters));
  if (invisible.size > 0) {
    const names = [...invisible]
      .sort(([a], [b]) => a - b)
      .map(([code, count]) => `U+${code.toString(16).toUpperCase().padStart(4, '0')} ×${count}`);
    notice(reading, 'invisible-characters', names.join(', '));
  }
  if (pictures.unsupported > 0) notice(reading, 'unsupported-picture', String(pictures.unsupported));
  if (changes.count > 0) notice(reading, 'tracked-changes', String(changes.count));
  if (comments > 0) notice(reading, 'comments', String(comments));
}
