/**
 * Automatic numbers (ISO/IEC 29500-1 17.9): definitions, and the counters that run along with the
 * paragraphs. What Word displays before a paragraph is computed here.
 */
import { formatNumber } from './number-formats/formats.ts';
import { type CharacterLayer, readCharacterLayer } from './character.ts';
import { type ParagraphLayer, readParagraphLayer } from './paragraph-layer.ts';
import { symbolText } from './symbols.ts';
import type { NumberingReference, Style, Styles } from './styles.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, child, childValue, childrenNamed, integer, isOn } from './xml.ts';

export type ListLevel = Readonly<{
  start: number;
  format: string;
  /** `w:format` of a custom format. */
  custom: string | undefined;
  text: string;
  /** Restart after a level above this one (1-based) has counted; 0 never. Undefined: any above. */
  restart: number | undefined;
  legal: boolean;
  style: string | undefined;
  layer: ParagraphLayer;
  /** How its number looks, over what the paragraph mark says. */
  character: CharacterLayer;
  follow: 'tab' | 'space' | 'nothing';
}>;

type AbstractList = Readonly<{
  id: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Paragraphs of one style link share the list of the numbering style. */
  numStyleLink: string | undefined;
  styleLink: string | undefined;
}>;

type List = Readonly<{
  abstract: AbstractList;
  overrides: ReadonlyMap<number, Readonly<{ start: number | undefined; level: ListLevel | undefined }>>;
}>;

export type Place = Readonly<{ numId: number; level: number }>;

export type Levels = Readonly<{
  /** The list and level a paragraph is in, from its own reference and its style's. */
  resolve: (own: NumberingReference | null, style: Style | undefined) => Place | null;
  layer: (place: Place) => ParagraphLayer;
  level: (place: Place) => ListLevel | undefined;
  list: (numId: number) => Readonly<{ abstractId: string; starts: ReadonlyMap<number, number> }> | undefined;
}>;

export const noLevels: Levels = {
  resolve: () => null,
  layer: () => ({}),
  level: () => undefined,
  list: () => undefined,
};

export function readNumbering(root: XmlElement, styles: Styles, theme: Theme): Levels {
  const abstracts = new Map<string, AbstractList>();
  for (const element of childrenNamed(root, 'w:abstractNum')) {
    const abstract = readAbstract(element, theme);
    if (!abstracts.has(abstract.id)) abstracts.set(abstract.id, abstract);
  }
  const byStyleLink = new Map<string, AbstractList>();
  for (const abstract of abstracts.values()) {
    if (abstract.styleLink !== undefined) byStyleLink.set(abstract.styleLink, abstract);
  }
  const numElements = new Map<number, XmlElement>();
  for (const element of childrenNamed(root, 'w:num')) {
    const id = integer(element.attributes['w:numId']);
    if (id !== undefined && !numElements.has(id)) numElements.set(id, element);
  }
  const lists = new Map<number, List>();
  /** Follows numStyleLink to the list that really holds the levels. */
  const abstractOf = (numId: number, following: ReadonlySet<number>): AbstractList | undefined => {
    const element = numElements.get(numId);
    const abstract = element && abstracts.get(childValue(element, 'w:abstractNumId') ?? '');
    if (!abstract || abstract.numStyleLink === undefined || abstract.levels.size > 0) return abstract;
    const linked = byStyleLink.get(abstract.numStyleLink);
    if (linked) return linked;
    const next = styles.byId(abstract.numStyleLink)?.numbering?.numId;
    return next === undefined || following.has(next)
      ? abstract
      : abstractOf(next, new Set([...following, numId, next]));
  };
  for (const [numId, element] of numElements) {
    const abstract = abstractOf(numId, new Set());
    if (abstract) lists.set(numId, { abstract, overrides: readOverrides(element, theme) });
  }
  const level = ({ numId, level: at }: Place): ListLevel | undefined => {
    const list = lists.get(numId);
    return list?.overrides.get(at)?.level ?? list?.abstract.levels.get(at);
  };
  return {
    resolve: (own, style) => {
      const numId = own?.numId ?? style?.numbering?.numId;
      if (numId === undefined || numId === 0 || !lists.has(numId)) return null;
      const fromStyle = own?.numId === undefined || own.numId === style?.numbering?.numId ? style : undefined;
      const at = own?.level ?? levelOfStyle(lists.get(numId), style, fromStyle);
      return at < 0 || at > 8 ? null : { numId, level: at };
    },
    layer: (place) => level(place)?.layer ?? {},
    level,
    list: (numId) => {
      const list = lists.get(numId);
      if (!list) return undefined;
      const starts = new Map<number, number>();
      for (const [at, { start }] of list.overrides) if (start !== undefined) starts.set(at, start);
      return { abstractId: list.abstract.id, starts };
    },
  };
}

/** A style in a list stands at the level that names it (w:pStyle), else where its own numPr says. */
function levelOfStyle(list: List | undefined, style: Style | undefined, asking: Style | undefined): number {
  const named = [style?.id, style?.numberingStyle].flatMap((id) => {
    if (id === undefined || id === null) return [];
    for (const [at, level] of list?.abstract.levels ?? []) if (level.style === id) return [at];
    return [];
  })[0];
  return named ?? asking?.numbering?.level ?? 0;
}

function readAbstract(element: XmlElement, theme: Theme): AbstractList {
  return {
    id: element.attributes['w:abstractNumId'] ?? '',
    levels: readLevels(element, theme),
    numStyleLink: childValue(element, 'w:numStyleLink'),
    styleLink: childValue(element, 'w:styleLink'),
  };
}

function readLevels(element: XmlElement, theme: Theme): ReadonlyMap<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const one of childrenNamed(element, 'w:lvl')) {
    const at = integer(one.attributes['w:ilvl']);
    if (at !== undefined) levels.set(at, readLevel(one, theme));
  }
  return levels;
}

function readLevel(element: XmlElement, theme: Theme): ListLevel {
  // A custom format hides in AlternateContent; its fallback is what others count with.
  const choice = child(child(element, 'mc:AlternateContent'), 'mc:Choice');
  const format = child(choice, 'w:numFmt') ?? child(element, 'w:numFmt');
  const legal = child(element, 'w:isLgl');
  const font = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'];
  const kind = format?.attributes['w:val'] ?? 'decimal';
  const text = childValue(element, 'w:lvlText') ?? '';
  return {
    start: integer(childValue(element, 'w:start')) ?? 0,
    format: kind,
    custom: format?.attributes['w:format'],
    text: kind === 'bullet' ? symbolText(text, font) : text,
    restart: integer(childValue(element, 'w:lvlRestart')),
    legal: legal !== undefined && isOn(legal),
    style: childValue(element, 'w:pStyle'),
    layer: readParagraphLayer(child(element, 'w:pPr')),
    character: numberLook(kind, readCharacterLayer(child(element, 'w:rPr'), theme)),
    follow: followOf(childValue(element, 'w:suff')),
  };
}

/** A bullet is shown as the sign it means, no longer in the font that drew it. */
function numberLook(format: string, layer: CharacterLayer): CharacterLayer {
  if (format !== 'bullet') return layer;
  const { font: _, eastAsianFont: __, ...rest } = layer;
  return rest;
}

function followOf(suffix: string | undefined): ListLevel['follow'] {
  return suffix === 'space' || suffix === 'nothing' ? suffix : 'tab';
}

function readOverrides(element: XmlElement, theme: Theme): List['overrides'] {
  const overrides = new Map<number, Readonly<{ start: number | undefined; level: ListLevel | undefined }>>();
  for (const one of childrenNamed(element, 'w:lvlOverride')) {
    const at = integer(one.attributes['w:ilvl']);
    const level = child(one, 'w:lvl');
    if (at === undefined) continue;
    const start = integer(childValue(one, 'w:startOverride'));
    overrides.set(at, { start, level: level ? readLevel(level, theme) : undefined });
  }
  return overrides;
}

/** Counts along with the paragraphs of a document. Mutable, and private to one reading. */
export type Counters = Readonly<{ next: (place: Place) => string | null }>;

export function newCounters(levels: Levels): Counters {
  /** Values by list; lists over one abstract definition count together. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<number>();
  return {
    next: (place) => {
      const level = levels.level(place);
      const list = levels.list(place.numId);
      if (!list) return null;
      const values = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, values);
      if (!begun.has(place.numId)) {
        begun.add(place.numId);
        // startOverride restarts its level the first time the list instance is used.
        for (const at of list.starts.keys()) values[at] = undefined;
      }
      const startOf = (at: number): number =>
        list.starts.get(at) ?? levels.level({ numId: place.numId, level: at })?.start ?? 1;
      for (let at = 0; at < place.level; at += 1) values[at] ??= startOf(at);
      const before = values[place.level];
      values[place.level] = before === undefined ? startOf(place.level) : before + 1;
      for (let at = place.level + 1; at <= 8; at += 1) {
        const restart = levels.level({ numId: place.numId, level: at })?.restart;
        if (restart === 0 || (restart !== undefined && place.level >= restart)) continue;
        values[at] = undefined;
      }
      return level ? labelOf(levels, place, level, values, startOf) : null;
    },
  };
}

function labelOf(
  levels: Levels,
  place: Place,
  level: ListLevel,
  values: readonly (number | undefined)[],
  startOf: (at: number) => number,
): string | null {
  if (level.format === 'bullet') return level.text === '' ? null : level.text;
  const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    if (at > place.level) return '';
    const shown = levels.level({ numId: place.numId, level: at });
    const value = values[at] ?? startOf(at);
    const format = level.legal && shown?.format !== 'decimalZero' ? 'decimal' : (shown?.format ?? 'decimal');
    return formatNumber(value, format, shown?.custom);
  });
  return text.trim() === '' ? null : text;
}
