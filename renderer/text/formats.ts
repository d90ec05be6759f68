/**
 * The formats of a document as one style sheet: `.c<n>` for characters, `.s<n>` for face and size
 * alone (paragraphs, labels), `.f<n>` for paragraphs. Text nodes then carry a class each and no
 * style of their own. All lengths hang on `--pt`, the size of a point at the current zoom.
 */
import type { Border, CharacterFormat, Document, ParagraphFormat } from '../../shared/document/model.ts';
import { assertNever } from '../../shared/document/model.ts';
import { fontFamily } from './fonts.ts';

/** Word's own default: 五号. */
export const defaultSize = 10.5;

/** Height of a single-spaced line in ems, as Word sets Chinese text without a grid. */
export const singleLine = 1.4;

export function formatSheet(document: Pick<Document, 'characterFormats' | 'paragraphFormats'>): string {
  return [
    ...document.characterFormats.flatMap((format, at) => [
      rule(`.paper .s${at}`, faceOf(format)),
      rule(`.paper .c${at}`, [...faceOf(format), ...characterRules(format)]),
      ...colourRules(`.c${at}`, format.colour, format.highlight),
    ]),
    ...document.paragraphFormats.flatMap((format, at) => [
      rule(`.paper .f${at}`, paragraphRules(format)),
      ...colourRules(`.f${at}`, undefined, format.shading),
    ]),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function rule(selector: string, declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `${selector}{${declarations.join(';')}}`;
}

/** Colours as they are on white paper, and as they are toned for dark paper. White ink shows on fills alone. */
function colourRules(name: string, colour: string | undefined, fill: string | undefined): string[] {
  const ink = inkOf(colour);
  const ground = hex(fill);
  return [
    rule(`.paper ${name}`, ground === null ? [] : [`background-color:${ground}`]),
    rule(`[data-theme='dark'] .paper ${name}`, ground === null ? [] : [`background-color:${onDark(ground)}`]),
    rule(`.paper ${name}`, ink === null ? [] : [`color:${ink}`]),
    rule(`[data-theme='dark'] .paper ${name}`, ink === null ? [] : [`color:oklch(from ${ink} max(l, 0.72) c h)`]),
    rule(`.paper .filled ${name}`, colour?.toLowerCase() === '#ffffff' ? ['color:#ffffff'] : []),
  ];
}

/** A fill toned down to dark paper. */
function onDark(fill: string): string {
  return `color-mix(in oklch, ${fill} 28%, var(--paper))`;
}

/** A length in points at the current zoom. */
export function points(value: number): string {
  return value === 0 ? '0px' : `calc(${round(value)} * var(--pt))`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function faceOf(format: CharacterFormat): string[] {
  const rules: string[] = [];
  if (format.font !== undefined || format.eastAsianFont !== undefined) {
    rules.push(`font-family:${fontFamily(format.font, format.eastAsianFont)}`);
  }
  if (format.size !== undefined) rules.push(`font-size:${points(format.size)}`);
  return rules;
}

function characterRules(format: CharacterFormat): string[] {
  const rules: string[] = [];
  if (format.bold) rules.push('font-weight:700');
  if (format.italic) rules.push('font-style:italic');
  const lines = [format.underline ? 'underline' : '', format.strike ? 'line-through' : ''].filter(Boolean);
  if (lines.length > 0) rules.push(`text-decoration-line:${lines.join(' ')}`, 'text-decoration-skip-ink:none');
  const line = hex(format.underlineColour);
  if (line !== null) rules.push(`text-decoration-color:${line}`);
  if (format.underline && format.underline !== 'single') {
    rules.push(`text-decoration-style:${format.underline === 'dash' ? 'dashed' : underlineStyle(format.underline)}`);
  }
  if (format.verticalAlign) {
    rules.push(`vertical-align:${format.verticalAlign === 'superscript' ? 'super' : 'sub'}`, 'line-height:0');
    rules.push(`font-size:${format.size === undefined ? '0.65em' : points(format.size * 0.65)}`);
  }
  if (format.hidden) rules.push('opacity:0.45', 'text-decoration:underline dotted');
  if (format.border) rules.push('outline:1px solid var(--document-line)');
  if (format.emphasis) rules.push('text-emphasis:filled dot', 'text-emphasis-position:under right');
  if (format.allCaps) rules.push('text-transform:uppercase');
  if (format.smallCaps) rules.push('font-variant-caps:small-caps');
  if (format.spacing !== undefined && format.spacing !== 0) rules.push(`letter-spacing:${points(format.spacing)}`);
  return rules;
}

function underlineStyle(kind: 'double' | 'dotted' | 'wave'): string {
  return kind === 'wave' ? 'wavy' : kind;
}

function paragraphRules(format: ParagraphFormat): string[] {
  const rules: string[] = [];
  if (format.align) rules.push(...alignRules(format.align));
  const left =
    format.indentLeftChars !== undefined ? `${round(format.indentLeftChars)}em` : pointsOrNull(format.indentLeft);
  rules.push(...edgeRules('left', left, format), ...edgeRules('right', pointsOrNull(format.indentRight), format));
  const first =
    format.indentFirstLineChars !== undefined
      ? `${round(format.indentFirstLineChars)}em`
      : pointsOrNull(format.indentFirstLine);
  if (first !== null) rules.push(`text-indent:${first}`, `--first:${first}`);
  if (format.spaceBefore !== undefined) rules.push(`margin-top:${points(format.spaceBefore)}`);
  if (format.spaceAfter !== undefined) rules.push(`margin-bottom:${points(format.spaceAfter)}`);
  if (format.line) rules.push(`line-height:${lineHeight(format.line)}`);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const border = format.borders?.[side];
    if (border) rules.push(`border-${side}:${borderStyle(border)}`);
  }
  for (const side of ['top', 'bottom'] as const) {
    const space = format.borders?.[side]?.space;
    if (space) rules.push(`padding-${side}:${points(space)}`);
  }
  if (format.rightToLeft) rules.push('direction:rtl');
  return rules;
}

function pointsOrNull(value: number | undefined): string | null {
  return value === undefined || value === 0 ? null : points(value);
}

function alignRules(align: NonNullable<ParagraphFormat['align']>): string[] {
  switch (align) {
    case 'left':
    case 'center':
    case 'right':
    case 'justify':
      return [`text-align:${align}`];
    case 'distribute':
      return ['text-align:justify', 'text-align-last:justify'];
    default:
      return assertNever(align);
  }
}

/** CSS `line-height` of a paragraph's line rule. */
export function lineHeight(line: NonNullable<ParagraphFormat['line']>): string {
  switch (line.kind) {
    case 'multiple':
      return String(round(Math.max(line.value, 0.5) * singleLine));
    case 'exact':
      return points(Math.max(line.value, 1));
    case 'at-least':
      return `max(${points(line.value)}, ${singleLine}em)`;
    default:
      return assertNever(line.kind);
  }
}

/** Borders and fills begin at the indent, and a border stands outside it, so that the text keeps its edge. */
function edgeRules(side: 'left' | 'right', indent: string | null, format: ParagraphFormat): string[] {
  if (format.borders === undefined && format.shading === undefined) {
    return indent === null ? [] : [`padding-${side}:max(0px, ${indent})`];
  }
  const border = format.borders?.[side];
  const space = border && border.style !== 'none' ? (border.space ?? 0) : 0;
  const reach = border && border.style !== 'none' ? space + border.width : 0;
  return [
    ...(indent === null && reach === 0 ? [] : [`margin-${side}:calc(max(0px, ${indent ?? '0px'}) - ${points(reach)})`]),
    ...(space > 0 ? [`padding-${side}:${points(space)}`] : []),
  ];
}

/** CSS `border` of one edge. Black follows the ink, so that tables stay visible on dark paper. */
export function borderStyle(border: Border): string {
  if (border.style === 'none' || border.width === 0) return 'none';
  const style = border.style === 'thick' || border.style === 'single' ? 'solid' : border.style;
  const width = border.style === 'double' ? Math.max(border.width * 3, 2.25) : Math.max(border.width, 0.5);
  return `max(1px, ${points(width)}) ${style} ${inkOf(border.colour) ?? 'var(--document-line)'}`;
}

/** A colour of the text's own; null where it is plain ink (black, near black, automatic). */
export function inkOf(colour: string | undefined): string | null {
  const value = hex(colour);
  if (value === null) return null;
  const parts = [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  return parts.every((part) => part < 0x30) ? null : value;
}

/** Only `#rrggbb` reaches the style sheet; white fills are the paper itself. */
export function hex(colour: string | null | undefined): string | null {
  if (colour === null || colour === undefined || !/^#[0-9a-f]{6}$/iu.test(colour)) return null;
  return colour.toLowerCase() === '#ffffff' ? null : colour.toLowerCase();
}
