/** Plain text and Markdown, already decoded: one line a paragraph, `| a | b |` lines a table. */
import type { RawBlock, RawDocument, RawParagraph, RawTable } from './raw.ts';

const tableRow = /^\s*\|.*\|\s*$/u;
const tableRule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u;

/** Reads text. Markdown differs from plain text in its tables alone; its other marks stay text. */
export function readText(text: string, format: 'txt' | 'md'): RawDocument {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
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
    if (line.trim() !== '') body.push(paragraphOf(line));
  }
  closeTable();
  return {
    format,
    body,
    notes: [],
    headers: [],
    footers: [],
    textBoxes: [],
    characterFormats: [{}],
    paragraphFormats: [{}],
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
  return { kind: 'paragraph', label: null, labelLevel: null, format: 0, pieces: [{ kind: 'text', text, format: 0 }] };
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
