/** Run properties (ISO/IEC 29500-1 17.3.2) and how their layers combine (17.7). */
import type { CharacterFormat } from '../../document/model.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, halfPoints, isOn, points } from './xml.ts';

/** One layer: absent says nothing, `false`, `'none'` and `'auto'` undo an outer layer. */
export type CharacterLayer = {
  font?: string;
  eastAsianFont?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  doubleStrike?: boolean;
  hidden?: boolean;
  allCaps?: boolean;
  smallCaps?: boolean;
  underline?: NonNullable<CharacterFormat['underline']> | 'none';
  underlineColour?: string;
  border?: boolean;
  emphasis?: boolean;
  colour?: string;
  highlight?: string;
  verticalAlign?: 'superscript' | 'subscript' | 'baseline';
  spacing?: number;
  style?: string;
};

const toggles = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:strike': 'strike',
  'w:dstrike': 'doubleStrike',
  'w:vanish': 'hidden',
  'w:caps': 'allCaps',
  'w:smallCaps': 'smallCaps',
} as const;
const toggleNames = Object.values(toggles);

export function readCharacterLayer(properties: XmlElement | undefined, theme: Theme): CharacterLayer {
  const layer: CharacterLayer = {};
  for (const element of properties?.children ?? []) {
    const { name, attributes } = element;
    const value = attributes['w:val'];
    if (name in toggles) layer[toggles[name as keyof typeof toggles]] = isOn(element);
    else if (name === 'w:rStyle' && value !== undefined) layer.style = value;
    else if (name === 'w:rFonts') readFonts(layer, attributes, theme);
    else if (name === 'w:sz') setIfPositive(layer, halfPoints(value));
    else if (name === 'w:u') readUnderline(layer, attributes);
    else if (name === 'w:bdr') layer.border = value !== 'nil' && value !== 'none';
    else if (name === 'w:em') layer.emphasis = value !== undefined && value !== 'none';
    else if (name === 'w:color') layer.colour = colourOf(value);
    else if (name === 'w:highlight') layer.highlight = highlightColours[value ?? ''] ?? 'none';
    else if (name === 'w:shd') readShading(layer, attributes);
    else if (name === 'w:vertAlign') layer.verticalAlign = verticalOf(value);
    else if (name === 'w:spacing') layer.spacing = points(value) ?? 0;
  }
  return layer;
}

function setIfPositive(layer: CharacterLayer, size: number | undefined): void {
  if (size !== undefined && size > 0) layer.size = size;
}

function readFonts(layer: CharacterLayer, attributes: Readonly<Record<string, string>>, theme: Theme): void {
  const latin = theme.font(attributes['w:asciiTheme']) ?? attributes['w:ascii'];
  const eastAsian = theme.font(attributes['w:eastAsiaTheme']) ?? attributes['w:eastAsia'];
  if (latin) layer.font = latin;
  if (eastAsian) layer.eastAsianFont = eastAsian;
}

/** Run shading is the highlight of those who do not use w:highlight. */
function readShading(layer: CharacterLayer, attributes: Readonly<Record<string, string>>): void {
  const fill = colourOf(attributes['w:fill']);
  if (fill !== 'auto' && fill !== '#ffffff' && layer.highlight === undefined) layer.highlight = fill;
}

function readUnderline(layer: CharacterLayer, attributes: Readonly<Record<string, string>>): void {
  layer.underline = underlineOf(attributes['w:val']);
  layer.underlineColour = colourOf(attributes['w:color']);
}

function underlineOf(value: string | undefined): NonNullable<CharacterLayer['underline']> {
  if (value === undefined || value === 'none') return 'none';
  if (/double/iu.test(value)) return 'double';
  if (/wav/iu.test(value)) return 'wave';
  if (/dotted/iu.test(value)) return 'dotted';
  return /dash|dot/iu.test(value) ? 'dash' : 'single';
}

function verticalOf(value: string | undefined): NonNullable<CharacterLayer['verticalAlign']> {
  return value === 'superscript' || value === 'subscript' ? value : 'baseline';
}

/** `RRGGBB` → `#rrggbb`; anything else is automatic. */
export function colourOf(value: string | undefined): string {
  return value !== undefined && /^[0-9a-f]{6}$/iu.test(value) ? `#${value.toLowerCase()}` : 'auto';
}

/** ST_HighlightColor (17.18.40). */
const highlightColours: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  green: '#00ff00',
  magenta: '#ff00ff',
  red: '#ff0000',
  yellow: '#ffff00',
  white: '#ffffff',
  darkBlue: '#000080',
  darkCyan: '#008080',
  darkGreen: '#008000',
  darkMagenta: '#800080',
  darkRed: '#800000',
  darkYellow: '#808000',
  darkGray: '#808080',
  lightGray: '#c0c0c0',
};

/** Layers of one inheritance chain: the nearer value wins, toggles included. */
export function inheritLayer(outer: CharacterLayer, inner: CharacterLayer): CharacterLayer {
  return { ...outer, ...inner };
}

/**
 * The effective format. Toggle properties of the table, paragraph and character style cancel each
 * other out pairwise; the document default switches on for good; direct formatting decides (17.7.3).
 */
export function combineLayers(
  defaults: CharacterLayer,
  styles: readonly CharacterLayer[],
  direct: CharacterLayer,
): CharacterFormat {
  const all: CharacterLayer = Object.assign({}, defaults, ...(styles as CharacterLayer[]), direct);
  for (const name of toggleNames) {
    const on = styles.filter((style) => style[name] === true).length % 2 === 1;
    all[name] = direct[name] ?? (defaults[name] === true || on);
  }
  const format: { -readonly [K in keyof CharacterFormat]: CharacterFormat[K] } = {};
  if (all.font !== undefined) format.font = all.font;
  if (all.eastAsianFont !== undefined) format.eastAsianFont = all.eastAsianFont;
  if (all.size !== undefined) format.size = all.size;
  if (all.bold) format.bold = true;
  if (all.italic) format.italic = true;
  if (all.underline !== undefined && all.underline !== 'none') {
    format.underline = all.underline;
    if (all.underlineColour !== undefined && all.underlineColour !== 'auto') {
      format.underlineColour = all.underlineColour;
    }
  }
  if (all.strike || all.doubleStrike) format.strike = true;
  if (all.colour !== undefined && all.colour !== 'auto') format.colour = all.colour;
  if (all.highlight !== undefined && all.highlight !== 'none') format.highlight = all.highlight;
  if (all.verticalAlign !== undefined && all.verticalAlign !== 'baseline') format.verticalAlign = all.verticalAlign;
  if (all.hidden) format.hidden = true;
  if (all.allCaps) format.allCaps = true;
  if (all.smallCaps) format.smallCaps = true;
  if (all.border) format.border = true;
  if (all.emphasis) format.emphasis = true;
  if (all.spacing) format.spacing = all.spacing;
  return format;
}
