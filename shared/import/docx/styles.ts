/** Styles (ISO/IEC 29500-1 17.7): inheritance resolved once a style. */
import type { Borders, Padding } from '../../document/model.ts';
import { type CharacterLayer, colourOf, inheritLayer, readCharacterLayer } from './character.ts';
import { type ParagraphLayer, bordersOf, inheritParagraph, readParagraphLayer } from './paragraph-layer.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, child, childValue, childrenNamed, integer, points } from './xml.ts';

/** What numbering a style or paragraph asks for; `numId` 0 removes an inherited one. */
export type NumberingReference = Readonly<{ numId: number | undefined; level: number | undefined }>;

export type TableCondition = Readonly<{
  character: CharacterLayer;
  paragraph: ParagraphLayer;
  shading: string | null;
}>;

export type Style = Readonly<{
  id: string;
  type: string;
  name: string;
  character: CharacterLayer;
  paragraph: ParagraphLayer;
  numbering: NumberingReference | null;
  /** The style in the chain which brought the numbering. */
  numberingStyle: string | null;
  /** Of table styles: the parts of 17.7.6, `wholeTable` first. */
  conditions: ReadonlyMap<string, TableCondition>;
  borders: Borders | null;
  /** Of table styles: space inside their cells. */
  padding: Padding;
}>;

export type Styles = Readonly<{
  defaults: Readonly<{ character: CharacterLayer; paragraph: ParagraphLayer }>;
  /** The style, or the default one of that type; undefined when there is neither. */
  find: (type: 'paragraph' | 'character' | 'table', id: string | undefined) => Style | undefined;
  /** Any style by id, for numbering styles. */
  byId: (id: string) => Style | undefined;
}>;

export const noStyles: Styles = {
  defaults: { character: {}, paragraph: {} },
  find: () => undefined,
  byId: () => undefined,
};

export function readStyles(root: XmlElement, theme: Theme): Styles {
  const defaults = child(root, 'w:docDefaults');
  const elements = new Map<string, XmlElement>();
  const defaultIds = new Map<string, string>();
  for (const element of childrenNamed(root, 'w:style')) {
    const id = element.attributes['w:styleId'];
    if (id === undefined) continue;
    const type = element.attributes['w:type'] ?? 'paragraph';
    // The first of two styles with one id wins, as in Word.
    if (!elements.has(id)) elements.set(id, element);
    if (isDefault(element)) defaultIds.set(type, id);
  }
  const resolved = new Map<string, Style>();
  const resolve = (id: string, following: ReadonlySet<string>): Style | undefined => {
    const known = resolved.get(id);
    if (known) return known;
    const element = elements.get(id);
    if (!element || following.has(id)) return undefined;
    const base = childValue(element, 'w:basedOn');
    const parent = base === undefined ? undefined : resolve(base, new Set([...following, id]));
    const style = readStyle(id, element, parent, theme);
    resolved.set(id, style);
    return style;
  };
  return {
    defaults: {
      character: readCharacterLayer(child(child(defaults, 'w:rPrDefault'), 'w:rPr'), theme),
      paragraph: readParagraphLayer(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    },
    byId: (id) => resolve(id, new Set()),
    find: (type, id) => {
      const own = id === undefined ? undefined : resolve(id, new Set());
      if (own?.type === type) return own;
      const fallback = type === 'character' ? undefined : defaultIds.get(type);
      return fallback === undefined ? undefined : resolve(fallback, new Set());
    },
  };
}

function isDefault(element: XmlElement): boolean {
  return ['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '0');
}

function readStyle(id: string, element: XmlElement, parent: Style | undefined, theme: Theme): Style {
  const paragraph = child(element, 'w:pPr');
  const own = numberingReference(paragraph);
  const ownCharacter = readCharacterLayer(child(element, 'w:rPr'), theme);
  const numbering = own
    ? { numId: own.numId ?? parent?.numbering?.numId, level: own.level ?? parent?.numbering?.level }
    : (parent?.numbering ?? null);
  const tableBorders = child(child(element, 'w:tblPr'), 'w:tblBorders');
  return {
    id,
    type: element.attributes['w:type'] ?? 'paragraph',
    name: childValue(element, 'w:name') ?? id,
    character: inheritLayer(parent?.character ?? {}, ownCharacter),
    paragraph: inheritParagraph(parent?.paragraph ?? {}, readParagraphLayer(paragraph)),
    numbering,
    numberingStyle: own ? id : (parent?.numberingStyle ?? null),
    conditions: readConditions(element, parent, theme),
    borders: tableBorders ? { ...parent?.borders, ...bordersOf(tableBorders) } : (parent?.borders ?? null),
    padding: { ...parent?.padding, ...paddingOf(child(child(element, 'w:tblPr'), 'w:tblCellMar')) },
  };
}

export function numberingReference(properties: XmlElement | undefined): NumberingReference | null {
  const numbering = child(properties, 'w:numPr');
  if (!numbering) return null;
  return { numId: integer(childValue(numbering, 'w:numId')), level: integer(childValue(numbering, 'w:ilvl')) };
}

function readConditions(
  element: XmlElement,
  parent: Style | undefined,
  theme: Theme,
): ReadonlyMap<string, TableCondition> {
  if (element.attributes['w:type'] !== 'table') return new Map();
  const conditions = new Map(parent?.conditions);
  for (const part of [element, ...childrenNamed(element, 'w:tblStylePr')]) {
    const name = part === element ? 'wholeTable' : (part.attributes['w:type'] ?? '');
    const outer = conditions.get(name);
    const fill = child(child(part, 'w:tcPr'), 'w:shd')?.attributes['w:fill'];
    const shading = fill === undefined ? (outer?.shading ?? null) : shadingOf(fill);
    conditions.set(name, {
      character: inheritLayer(outer?.character ?? {}, readCharacterLayer(child(part, 'w:rPr'), theme)),
      paragraph: inheritParagraph(outer?.paragraph ?? {}, readParagraphLayer(child(part, 'w:pPr'))),
      shading,
    });
  }
  return conditions;
}

export function shadingOf(fill: string | undefined): string | null {
  const colour = colourOf(fill);
  return colour === 'auto' ? null : colour;
}

const paddingSides: Readonly<Record<string, keyof Padding>> = {
  'w:top': 'top',
  'w:bottom': 'bottom',
  'w:left': 'left',
  'w:start': 'left',
  'w:right': 'right',
  'w:end': 'right',
};

/** Cell margins (17.4.42, 17.4.68). Widths in other units than twentieths of a point say nothing. */
export function paddingOf(element: XmlElement | undefined): Padding {
  const padding: { -readonly [K in keyof Padding]: Padding[K] } = {};
  for (const { name, attributes } of element?.children ?? []) {
    const side = paddingSides[name];
    const width = points(attributes['w:w']);
    if (side !== undefined && width !== undefined && (attributes['w:type'] ?? 'dxa') === 'dxa') {
      padding[side] = Math.max(0, width);
    }
  }
  return padding;
}
