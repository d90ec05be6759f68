/** What every fact reader starts from: the paragraphs, with full-width figures folded 1:1. */
import type { BlockId, Document, Paragraph, Span } from '../document/model.ts';
import { cellLeads } from '../document/rows.ts';
import { paragraphsIn } from '../document/walk.ts';

/**
 * A paragraph with its text folded for reading; offsets are those of the paragraph. `lead` is what names it
 * in its table row, '' outside tables.
 */
export type Line = Readonly<{ paragraph: Paragraph; text: string; lead: string }>;

/** Body, cells and notes in reading order. Headers and footers repeat and state nothing new. */
export function factLines(document: Document): readonly Line[] {
  const known = linesOf.get(document);
  if (known) return known;
  const paragraphs = [...paragraphsIn(document.body), ...document.notes.flatMap((note) => paragraphsIn(note.blocks))];
  const leads = cellLeads(document);
  const lines = paragraphs
    .filter((paragraph) => paragraph.text !== '')
    .map((paragraph) => ({ paragraph, text: fold(paragraph.text), lead: fold(leads.get(paragraph.id) ?? '') }));
  linesOf.set(document, lines);
  return lines;
}

/** Nine readers ask for the lines of one document; documents never change. */
const linesOf = new WeakMap<Document, readonly Line[]>();

/**
 * What `read` finds in each line, a table's row read as one line: a cell's text is read with its lead
 * before it, and what stands in the cell itself is kept.
 */
export function inLines<F extends Readonly<{ at: Span; text: string }>>(
  document: Document,
  read: (text: string, block: BlockId) => readonly F[],
): F[] {
  return factLines(document).flatMap(({ paragraph, text, lead }) =>
    read(`${lead}${text}`, paragraph.id)
      .filter(({ at }) => at.from >= lead.length)
      .map((fact) => {
        const at = { ...fact.at, from: fact.at.from - lead.length, to: fact.at.to - lead.length };
        return { ...fact, at, text: paragraph.text.slice(at.from, at.to) };
      }),
  );
}

const wide = /[０-９Ａ-Ｚａ-ｚ．％／＋－～＿（）：\u00a0\u2002-\u200a]/u;
const wides = new RegExp(wide.source, 'gu');

/**
 * Full-width digits, letters and the marks used with numbers become ASCII, thin spaces a plain one. Length and
 * offsets stay. The comma is left alone: whether it separates thousands or clauses is for the
 * reader of numbers to say.
 */
export function fold(text: string): string {
  if (!wide.test(text)) return text;
  return text.replace(wides, (char) => {
    const code = char.charCodeAt(0);
    if (code === 0x00a0 || (code >= 0x2002 && code <= 0x200a)) return ' ';
    return String.fromCharCode(code - 0xfee0);
  });
}

export function spanIn(block: BlockId, from: number, to: number): Span {
  return { block, from, to };
}

/** What stands before `at` in the same clause: back to the nearest of 。；！？，, and line ends. */
export function clauseBefore(text: string, at: number, limit: number): string {
  const from = Math.max(0, at - limit);
  const window = text.slice(from, at);
  return window.slice(lastIndexIn(window, '。；！？，,;\n') + 1);
}

/** Like clauseBefore, but commas do not end it. */
export function sentenceBefore(text: string, at: number, limit: number): string {
  const from = Math.max(0, at - limit);
  const window = text.slice(from, at);
  return window.slice(lastIndexIn(window, '。；！？;\n') + 1);
}

function lastIndexIn(text: string, chars: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text[at] ?? '';
    if (chars.includes(char) && !isThousandsMark(text, at)) return at;
  }
  return -1;
}

/** The comma of 128,500, which parts no clauses. */
export function isThousandsMark(text: string, at: number): boolean {
  return (
    (text[at] === ',' || text[at] === '，') &&
    /\d/u.test(text[at - 1] ?? '') &&
    /^\d{3}/u.test(text.slice(at + 1, at + 4))
  );
}
