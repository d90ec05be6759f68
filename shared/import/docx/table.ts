/** Tables (ISO/IEC 29500-1 17.4): the grid, merges, header rows, table styles. */
import type { RawBlock, RawTable } from '../raw.ts';
import { chosenBranch } from './alternate.ts';
import type { Padding } from '../../document/model.ts';
import { bordersOf } from './paragraph-layer.ts';
import { type Flow, changeIndex, changeKind } from './reading.ts';
import { paddingOf, shadingOf } from './styles.ts';
import { type TableLook, readLook, tableLayers } from './table-style.ts';
import { type XmlElement, child, childValue, childrenNamed, integer, isOn, points } from './xml.ts';

type RawCell = RawTable['rows'][number]['cells'][number];
type RawRow = RawTable['rows'][number];

const widest = 1000;

export function readTable(flow: Flow, element: XmlElement): RawTable {
  const properties = child(element, 'w:tblPr');
  const style = flow.reading.styles.find('table', childValue(properties, 'w:tblStyle'));
  const ownBorders = child(properties, 'w:tblBorders');
  const rows = unwrapped(element.children, 'w:tr');
  const look = readLook(properties);
  const padding = { ...style?.padding, ...paddingOf(child(properties, 'w:tblCellMar')) };
  const outerTable = flow.table;
  /** Merged cells still growing downward, by grid column. */
  const growing = new Map<number, RawCell>();
  const read = rows.map((row, at) => readRow(flow, row, { growing, style, look, padding, at, rows: rows.length }));
  flow.table = outerTable;
  return {
    kind: 'table',
    columns: childrenNamed(child(element, 'w:tblGrid'), 'w:gridCol')
      .slice(0, widest)
      .map((column) => Math.max(0, points(column.attributes['w:w']) ?? 0)),
    rows: read,
    align: alignOf(childValue(properties, 'w:jc')),
    borders: ownBorders ? { ...style?.borders, ...bordersOf(ownBorders) } : (style?.borders ?? null),
  };
}

/** Rows or cells, through the wrappers allowed around them. */
function unwrapped(elements: readonly XmlElement[], name: string): XmlElement[] {
  return elements.flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === 'w:sdt') return unwrapped(child(one, 'w:sdtContent')?.children ?? [], name);
    if (one.name === 'w:customXml' || one.name === 'w:ins' || one.name === 'w:del')
      return unwrapped(one.children, name);
    if (one.name === 'mc:AlternateContent') return unwrapped(chosenBranch(one)?.children ?? [], name);
    return [];
  });
}

type TableState = Readonly<{
  growing: Map<number, RawCell>;
  style: ReturnType<Flow['reading']['styles']['find']>;
  look: TableLook;
  padding: Padding;
  at: number;
  rows: number;
}>;

function readRow(flow: Flow, element: XmlElement, table: TableState): RawRow {
  const properties = child(element, 'w:trPr');
  const header = child(properties, 'w:tblHeader');
  const height = points(child(properties, 'w:trHeight')?.attributes['w:val']);
  const outerMarks = flow.row;
  for (const one of properties?.children ?? []) {
    const kind = changeKind(one.name);
    if (kind === undefined) continue;
    const change = changeIndex(flow.reading, kind, one);
    flow.row = kind === 'insert' ? { ...flow.row, inserted: change } : { ...flow.row, deleted: change };
  }
  const cellElements = unwrapped(element.children, 'w:tc');
  const cells: RawCell[] = [];
  const reached = new Set<number>();
  let column = clampSpan(integer(childValue(properties, 'w:gridBefore')) ?? 0, 0);
  cellElements.forEach((cell, index) => {
    const cellProperties = child(cell, 'w:tcPr');
    const span = clampSpan(integer(childValue(cellProperties, 'w:gridSpan')) ?? 1, 1);
    const place = { column, last: index === cellElements.length - 1, index };
    flow.table = tableLayers(table.style, table.look, { ...place, row: table.at, rows: table.rows });
    const blocks = flow.reading.readBlocks(flow, cell.children);
    const above = mergedInto(cellProperties, table.growing.get(column), cells.at(-1));
    if (above) {
      absorb(above.cell, blocks, above.down, span);
      if (above.down) reached.add(column);
    } else {
      const made = newCell(
        cellProperties,
        { column, span, shading: flow.table?.shading ?? null, padding: table.padding },
        blocks,
      );
      cells.push(made);
      table.growing.delete(column);
      const merge = child(cellProperties, 'w:vMerge');
      if (merge?.attributes['w:val'] === 'restart') {
        table.growing.set(column, made);
        reached.add(column);
      }
    }
    column += span;
  });
  for (const at of table.growing.keys()) if (!reached.has(at)) table.growing.delete(at);
  flow.row = outerMarks;
  return {
    header: header !== undefined && isOn(header),
    height: height !== undefined && height > 0 ? height : null,
    cells,
  };
}

function clampSpan(value: number, least: number): number {
  return Math.min(widest, Math.max(least, value));
}

/** The cell a continued one belongs to: above (w:vMerge) or to the left (w:hMerge). */
function mergedInto(
  properties: XmlElement | undefined,
  above: RawCell | undefined,
  left: RawCell | undefined,
): Readonly<{ cell: RawCell; down: boolean }> | null {
  const vertical = child(properties, 'w:vMerge');
  if (vertical && vertical.attributes['w:val'] !== 'restart' && above) return { cell: above, down: true };
  const horizontal = child(properties, 'w:hMerge');
  if (horizontal && horizontal.attributes['w:val'] !== 'restart' && left) return { cell: left, down: false };
  return null;
}

/** A continued cell is not shown; should it hold text all the same, the text is kept. */
function absorb(cell: RawCell, blocks: readonly RawBlock[], down: boolean, span: number): void {
  if (down) cell.rowSpan += 1;
  else cell.columnSpan += span;
  cell.blocks.push(...blocks.filter(hasContent));
}

function hasContent(block: RawBlock): boolean {
  return block.kind === 'table' || block.pieces.some((piece) => piece.kind !== 'page-break');
}

function newCell(
  properties: XmlElement | undefined,
  place: Readonly<{ column: number; span: number; shading: string | null; padding: Padding }>,
  blocks: RawBlock[],
): RawCell {
  const borders = child(properties, 'w:tcBorders');
  const shading = child(properties, 'w:shd');
  const vertical = childValue(properties, 'w:vAlign');
  const padding = { ...place.padding, ...paddingOf(child(properties, 'w:tcMar')) };
  return {
    column: place.column,
    columnSpan: place.span,
    rowSpan: 1,
    blocks,
    shading: shading ? shadingOf(shading.attributes['w:fill']) : place.shading,
    borders: borders ? bordersOf(borders) : null,
    verticalAlign: vertical === 'center' || vertical === 'bottom' ? vertical : 'top',
    ...(Object.keys(padding).length === 0 ? {} : { padding }),
  };
}

function alignOf(value: string | undefined): RawTable['align'] {
  if (value === 'center') return 'center';
  return value === 'right' || value === 'end' ? 'right' : 'left';
}
