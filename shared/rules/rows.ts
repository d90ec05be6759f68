/**
 * Rows of a table read as sentences: each cell after the head of its column, `考核项目：违停处罚，奖励标准：每起10元`,
 * so that a phrase is found whether it was written out or tabled.
 */
import type { Paragraph } from '../document/model.ts';
import type { Place } from './builders.ts';
import type { Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

type Piece = Readonly<{ paragraph: Paragraph; from: number; to: number }>;

/** A row as one line of text; `pieces` tell which stretch is whose, heads left out. */
export type Row = Readonly<{ text: string; pieces: readonly Piece[] }>;

const rowsKnown = new WeakMap<RuleContext['document'], readonly Row[]>();

/** The rows of every table of the body below its head, in reading order. */
export function rowsOf(context: RuleContext): readonly Row[] {
  const known = rowsKnown.get(context.document);
  if (known) return known;
  const rows = readRows(readingOf(context.document).paragraphs);
  rowsKnown.set(context.document, rows);
  return rows;
}

function readRows(paragraphs: readonly Paragraph[]): readonly Row[] {
  const heads = new Map<string, string>();
  const cells = new Map<string, Paragraph[]>();
  for (const paragraph of paragraphs) {
    const { region } = paragraph;
    if (region.kind !== 'cell' || paragraph.text.trim() === '') continue;
    if (region.row === 0) heads.set(`${region.table}:${region.column}`, paragraph.text.trim());
    else {
      const key = `${region.table}:${region.row}`;
      cells.set(key, [...(cells.get(key) ?? []), paragraph]);
    }
  }
  return [...cells.values()].map((row) => rowOf(row, heads));
}

function rowOf(row: readonly Paragraph[], heads: ReadonlyMap<string, string>): Row {
  let text = '';
  const pieces: Piece[] = [];
  for (const paragraph of row) {
    if (text) text += '，';
    const { region } = paragraph;
    const head = region.kind === 'cell' ? heads.get(`${region.table}:${region.column}`) : undefined;
    if (head) text += `${head}：`;
    const from = text.length;
    text += paragraph.text;
    pieces.push({ paragraph, from, to: text.length });
  }
  return { text, pieces };
}

/** The first match of each row as a place in the cell where it ends; its sentence is the whole row. */
export function rowPlaces(
  context: RuleContext,
  wanted: Pattern,
  admits: (sentence: string) => boolean = () => true,
): Place[] {
  return rowsOf(context).flatMap((row): Place[] => {
    if (!admits(row.text)) return [];
    const match = wanted.first(row.text);
    const piece = match && row.pieces.findLast(({ from }) => from < match.to);
    if (!match || !piece) return [];
    const from = Math.max(0, match.from - piece.from);
    const to = Math.max(from + 1, Math.min(match.to, piece.to) - piece.from);
    const paragraph = { ...piece.paragraph, text: row.text };
    return [{ paragraph, match, at: { block: paragraph.id, from, to }, sentence: row.text, sentenceFrom: 0 }];
  });
}
