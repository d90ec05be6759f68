/** Which conditional parts of a table style a cell takes (ISO/IEC 29500-1 17.7.6.6). */
import type { TableLayers } from './formats.ts';
import { inheritLayer } from './character.ts';
import { inheritParagraph } from './paragraph-layer.ts';
import type { Style } from './styles.ts';
import { type XmlElement, child } from './xml.ts';

export type TableLook = Readonly<{
  firstRow: boolean;
  lastRow: boolean;
  firstColumn: boolean;
  lastColumn: boolean;
  horizontalBands: boolean;
  verticalBands: boolean;
}>;

/** w:tblLook: single attributes, or the older bit mask. */
export function readLook(properties: XmlElement | undefined): TableLook {
  const attributes = child(properties, 'w:tblLook')?.attributes ?? {};
  const mask = Number.parseInt(attributes['w:val'] ?? '0', 16) || 0;
  const flag = (name: string, bit: number): boolean => {
    const value = attributes[name];
    return value === undefined ? (mask & bit) !== 0 : ['1', 'true', 'on'].includes(value);
  };
  return {
    firstRow: flag('w:firstRow', 0x20),
    lastRow: flag('w:lastRow', 0x40),
    firstColumn: flag('w:firstColumn', 0x80),
    lastColumn: flag('w:lastColumn', 0x100),
    horizontalBands: !flag('w:noHBand', 0x200),
    verticalBands: !flag('w:noVBand', 0x400),
  };
}

export type CellPlace = Readonly<{ row: number; rows: number; column: number; index: number; last: boolean }>;

const cache = new WeakMap<Style, Map<string, TableLayers>>();

export function tableLayers(style: Style | undefined, look: TableLook, place: CellPlace): TableLayers | null {
  if (!style || style.conditions.size === 0) return null;
  const parts = partsAt(look, place).filter((part) => style.conditions.has(part));
  const key = `${style.id} ${parts.join(' ')}`;
  const known = cache.get(style) ?? new Map<string, TableLayers>();
  cache.set(style, known);
  const ready = known.get(key);
  if (ready) return ready;
  let layers: TableLayers = { key, character: {}, paragraph: {}, shading: null };
  for (const part of parts) {
    const condition = style.conditions.get(part);
    if (!condition) continue;
    layers = {
      key,
      character: inheritLayer(layers.character, condition.character),
      paragraph: inheritParagraph(layers.paragraph, condition.paragraph),
      shading: condition.shading ?? layers.shading,
    };
  }
  known.set(key, layers);
  return layers;
}

/** From the weakest to the strongest. */
function partsAt(look: TableLook, place: CellPlace): string[] {
  const parts = ['wholeTable'];
  const firstRow = look.firstRow && place.row === 0;
  const lastRow = look.lastRow && place.row === place.rows - 1;
  const firstColumn = look.firstColumn && place.index === 0;
  const lastColumn = look.lastColumn && place.last;
  if (look.verticalBands) parts.push((place.index - (look.firstColumn ? 1 : 0)) % 2 === 0 ? 'band1Vert' : 'band2Vert');
  if (look.horizontalBands) parts.push((place.row - (look.firstRow ? 1 : 0)) % 2 === 0 ? 'band1Horz' : 'band2Horz');
  if (firstColumn) parts.push('firstCol');
  if (lastColumn) parts.push('lastCol');
  if (firstRow) parts.push('firstRow');
  if (lastRow) parts.push('lastRow');
  if (firstRow && firstColumn) parts.push('nwCell');
  if (firstRow && lastColumn) parts.push('neCell');
  if (lastRow && firstColumn) parts.push('swCell');
  if (lastRow && lastColumn) parts.push('seCell');
  return parts;
}
