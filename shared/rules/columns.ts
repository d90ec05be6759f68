/** Table columns by their heads: what a form asks for in one, and which of its rows leave it blank. */
import type { Paragraph } from '../document/model.ts';
import { bodyParagraphs } from './builders.ts';
import type { RuleContext } from './rule.ts';

/** `cells` are what the rows below the head say in the column, a blank or lacking cell left out of them. */
export type Column = Readonly<{ head: Paragraph; rows: number; cells: readonly Paragraph[] }>;

/** The columns of the tables whose head, a cell of the first row, holds a match. */
export function columnsOf(context: RuleContext, head: Readonly<{ test: (text: string) => boolean }>): Column[] {
  const cells = bodyParagraphs(context).flatMap((paragraph) =>
    paragraph.region.kind === 'cell' ? [{ paragraph, region: paragraph.region }] : [],
  );
  return cells
    .filter(({ paragraph, region }) => region.row === 0 && head.test(paragraph.text))
    .map(({ paragraph, region: { table, column } }) => {
      const below = cells.filter(({ region }) => region.table === table && region.row > 0);
      return {
        head: paragraph,
        rows: new Set(below.map(({ region }) => region.row)).size,
        cells: below
          .filter(({ region, paragraph: { text } }) => region.column === column && text.trim() !== '')
          .map((cell) => cell.paragraph),
      };
    });
}
