/** Paragraph properties (ISO/IEC 29500-1 17.3.1) as layers, and their combination. */
import type { Border, Borders, ParagraphFormat, TabStop } from '../../document/model.ts';
import { colourOf } from './character.ts';
import { type XmlElement, integer, isOn, points } from './xml.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One layer: absent says nothing; `false` and `null` undo an outer layer. */
export type ParagraphLayer = Omit<
  Writable<ParagraphFormat>,
  'pageBreakBefore' | 'keepNext' | 'rightToLeft' | 'tabs'
> & {
  pageBreakBefore?: boolean;
  keepNext?: boolean;
  rightToLeft?: boolean;
  /** Tab stops of this layer; `clear` removes one of an outer layer. */
  tabStops?: readonly (TabStop & Readonly<{ clear: boolean }>)[];
};

export function readParagraphLayer(properties: XmlElement | undefined): ParagraphLayer {
  const layer: ParagraphLayer = {};
  for (const element of properties?.children ?? []) {
    const { name, attributes } = element;
    if (name === 'w:jc') {
      const align = alignOf(attributes['w:val']);
      if (align) layer.align = align;
    } else if (name === 'w:ind') readIndent(layer, attributes);
    else if (name === 'w:spacing') readSpacing(layer, attributes);
    else if (name === 'w:outlineLvl') {
      const level = integer(attributes['w:val']);
      if (level !== undefined && level >= 0 && level <= 9) layer.outline = level + 1;
    } else if (name === 'w:pageBreakBefore') layer.pageBreakBefore = isOn(element);
    else if (name === 'w:keepNext') layer.keepNext = isOn(element);
    else if (name === 'w:bidi') layer.rightToLeft = isOn(element);
    else if (name === 'w:pBdr') layer.borders = bordersOf(element);
    else if (name === 'w:shd') layer.shading = colourOf(attributes['w:fill']);
    else if (name === 'w:tabs') layer.tabStops = tabsOf(element);
  }
  return layer;
}

function alignOf(value: string | undefined): ParagraphFormat['align'] {
  switch (value) {
    case 'center':
    case 'right':
    case 'left':
    case 'distribute':
      return value;
    case 'start':
      return 'left';
    case 'end':
      return 'right';
    case 'both':
    case 'lowKashida':
    case 'mediumKashida':
    case 'highKashida':
    case 'thaiDistribute':
      return 'justify';
    default:
      return undefined;
  }
}

function readIndent(layer: ParagraphLayer, attributes: Readonly<Record<string, string>>): void {
  const left = points(attributes['w:left'] ?? attributes['w:start']);
  const right = points(attributes['w:right'] ?? attributes['w:end']);
  const firstLine = points(attributes['w:firstLine']);
  const hanging = points(attributes['w:hanging']);
  if (left !== undefined) layer.indentLeft = left;
  if (right !== undefined) layer.indentRight = right;
  if (firstLine !== undefined) layer.indentFirstLine = firstLine;
  if (hanging !== undefined) layer.indentFirstLine = -hanging;
  const chars = (name: string): number | undefined => {
    const value = integer(attributes[name]);
    return value === undefined ? undefined : value / 100;
  };
  const firstChars = chars('w:firstLineChars');
  const hangingChars = chars('w:hangingChars');
  const leftChars = chars('w:leftChars') ?? chars('w:startChars');
  if (firstChars !== undefined) layer.indentFirstLineChars = firstChars;
  if (hangingChars) layer.indentFirstLineChars = -hangingChars;
  if (leftChars !== undefined) layer.indentLeftChars = leftChars;
}

function readSpacing(layer: ParagraphLayer, attributes: Readonly<Record<string, string>>): void {
  const before = points(attributes['w:before']);
  const after = points(attributes['w:after']);
  if (before !== undefined) layer.spaceBefore = before;
  if (after !== undefined) layer.spaceAfter = after;
  const rule = attributes['w:lineRule'];
  const line = attributes['w:line'];
  if (line === undefined) return;
  const exact = rule === 'exact' || rule === 'atLeast';
  if (exact) {
    const value = points(line);
    if (value !== undefined) layer.line = { kind: rule === 'exact' ? 'exact' : 'at-least', value: Math.abs(value) };
  } else {
    const value = points(line);
    // 240 is one line whatever the unit of points.
    if (value !== undefined) layer.line = { kind: 'multiple', value: Math.round((Math.abs(value) / 12) * 1000) / 1000 };
  }
}

function tabsOf(element: XmlElement): NonNullable<ParagraphLayer['tabStops']> {
  return element.children.flatMap(({ name, attributes }) => {
    const at = points(attributes['w:pos']);
    if (name !== 'w:tab' || at === undefined) return [];
    const kind = attributes['w:val'] ?? 'left';
    const align =
      kind === 'center' || kind === 'decimal' ? kind : kind === 'right' || kind === 'end' ? 'right' : 'left';
    const leader = leaders[attributes['w:leader'] ?? ''] ?? '';
    return [{ at, align, leader, clear: kind === 'clear' } as const];
  });
}

const leaders: Readonly<Record<string, string>> = {
  dot: '.',
  middleDot: '·',
  hyphen: '-',
  underscore: '_',
  heavy: '_',
};

const borderSides: Readonly<Record<string, keyof Borders>> = {
  'w:top': 'top',
  'w:bottom': 'bottom',
  'w:left': 'left',
  'w:start': 'left',
  'w:right': 'right',
  'w:end': 'right',
  'w:insideH': 'insideH',
  'w:insideV': 'insideV',
};

export function bordersOf(element: XmlElement): Borders {
  const borders: Partial<Record<keyof Borders, Border>> = {};
  for (const { name, attributes } of element.children) {
    const side = borderSides[name];
    if (side !== undefined) borders[side] = borderOf(attributes);
  }
  return borders;
}

function borderOf(attributes: Readonly<Record<string, string>>): Border {
  const kind = attributes['w:val'] ?? 'none';
  // Eighths of a point.
  const width = Math.min(96, Math.max(0, integer(attributes['w:sz']) ?? 4)) / 8;
  const colour = colourOf(attributes['w:color']);
  const space = Math.min(31, integer(attributes['w:space']) ?? 0);
  return {
    style: borderStyle(kind),
    width,
    colour: colour === 'auto' ? '#000000' : colour,
    ...(space > 0 ? { space } : {}),
  };
}

function borderStyle(kind: string): Border['style'] {
  if (kind === 'nil' || kind === 'none') return 'none';
  if (/^(?:double|triple|thinThick|thickThin)/u.test(kind)) return 'double';
  if (kind === 'thick') return 'thick';
  if (/^dash|dotDash/u.test(kind)) return 'dashed';
  return kind.startsWith('dot') ? 'dotted' : 'single';
}

/** Nearer layers win; an indent in characters and one in points replace each other. */
export function inheritParagraph(outer: ParagraphLayer, inner: ParagraphLayer): ParagraphLayer {
  const merged: ParagraphLayer = { ...outer, ...inner };
  if (inner.indentFirstLine !== undefined && inner.indentFirstLineChars === undefined)
    delete merged.indentFirstLineChars;
  if (inner.indentLeft !== undefined && inner.indentLeftChars === undefined) delete merged.indentLeftChars;
  if (outer.tabStops && inner.tabStops) {
    const replaced = new Set(inner.tabStops.map((tab) => tab.at));
    merged.tabStops = [...outer.tabStops.filter((tab) => !replaced.has(tab.at)), ...inner.tabStops];
  }
  return merged;
}

export function paragraphFormatOf(layer: ParagraphLayer, style: string | undefined): ParagraphFormat {
  const { tabStops, pageBreakBefore, keepNext, rightToLeft, outline, shading, borders, ...plain } = layer;
  const format: Writable<ParagraphFormat> = { ...plain };
  if (style !== undefined) format.style = style;
  if (format.indentFirstLineChars === 0) delete format.indentFirstLineChars;
  if (format.indentLeftChars === 0) delete format.indentLeftChars;
  if (outline !== undefined && outline <= 9) format.outline = outline;
  if (pageBreakBefore) format.pageBreakBefore = true;
  if (keepNext) format.keepNext = true;
  if (rightToLeft) format.rightToLeft = true;
  if (shading !== undefined && shading !== 'auto') format.shading = shading;
  if (borders && Object.values(borders).some((border) => border.style !== 'none')) format.borders = borders;
  const tabs = tabStops?.filter((tab) => !tab.clear).map(({ at, align, leader }) => ({ at, align, leader }));
  if (tabs && tabs.length > 0) format.tabs = tabs.sort((a, b) => a.at - b.at);
  return format;
}
