/**
 * Plain text and Markdown, already decoded: one line a paragraph, `| a | b |` lines a table.
 * Markdown adds headings (Word's outline levels) and bold; its other marks stay text.
 */
import type { RawBlock, RawDocument, RawParagraph, RawPiece, RawTable } from './raw.ts';
import { unwrapped } from './unwrap.ts';

const tableRow = /^\s*\|.*\|\s*$/u;
const tableRule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u;
const heading = /^(#{1,6})\s+(.*?)\s*#*$/u;
/** Not inside a longer run of asterisks: 138****1234 is a masked number. */
const bold = /(?<!\*)\*\*(?![*\s])([^*]+)(?<![*\s])\*\*(?!\*)/gu;

const plainFormat = 0;
const boldFormat = 1;
const headingLevels = [1, 2, 3, 4, 5, 6] as const;

export function readText(text: string, format: 'txt' | 'md'): RawDocument {
  const source = text.replace(/^\uFEFF/u, '').split(/\r\n|[\r\n\f\v\u2028\u2029\u0085]/u);
  const lines = format === 'txt' ? unwrapped(source) : source;
  const body: RawBlock[] = [];
  let rows: string[] = [];
  const closeTable = (): void => {
    if (rows.length > 0) body.push(tableOf(rows));
    rows = [];
  };
  for (const line of lines) {
    if (format === 'md' && tableRow.test(line)) {
      rows.push(line);
      continue;
    }
    closeTable();
    if (line.trim() === '') continue;
    body.push(format === 'md' ? markdownParagraph(line) : paragraphOf(line));
  }
  closeTable();
  return {
    format,
    body,
    notes: [],
    headers: [],
    footers: [],
    textBoxes: [],
    characterFormats: format === 'md' ? [{}, { bold: true }] : [{}],
    paragraphFormats: format === 'md' ? [{}, ...headingLevels.map((outline) => ({ outline }))] : [{}],
    changes: [],
    comments: [],
    links: [],
    fields: [],
    media: [],
    sections: [],
    pages: [],
    notices: [],
  };
}

function paragraphOf(text: string): RawParagraph {
  const pieces: RawPiece[] = [{ kind: 'text', text, format: plainFormat }];
  return { kind: 'paragraph', label: null, labelLevel: null, format: 0, pieces };
}

function markdownParagraph(line: string): RawParagraph {
  const found = heading.exec(line);
  const pieces = emphasised(found ? (found[2] ?? '') : line);
  return { kind: 'paragraph', label: null, labelLevel: null, format: found?.[1]?.length ?? 0, pieces };
}

function emphasised(text: string): RawPiece[] {
  const pieces: RawPiece[] = [];
  const add = (part: string, format: number): void => {
    if (part !== '') pieces.push({ kind: 'text', text: part, format });
  };
  let from = 0;
  for (const match of text.matchAll(bold)) {
    add(text.slice(from, match.index), plainFormat);
    add(match[1] ?? '', boldFormat);
    from = match.index + match[0].length;
  }
  add(text.slice(from), plainFormat);
  return pieces;
}

function tableOf(lines: readonly string[]): RawTable {
  const rows = lines
    .filter((line) => !tableRule.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return {
    kind: 'table',
    columns: [],
    rows: rows.map((cells, at) => ({
      header: at === 0,
      height: null,
      cells: cells.map((text, column) => ({
        column,
        columnSpan: 1,
        rowSpan: 1,
        blocks: [paragraphOf(text)],
        shading: null,
        borders: null,
        verticalAlign: 'top',
      })),
    })),
    align: 'left',
    borders: null,
  };
}
