/** The two format tables of a RawDocument, filled while reading: equal formats share one entry. */
import type { CharacterFormat, ParagraphFormat } from '../../document/model.ts';
import { type CharacterLayer, combineLayers, inheritLayer, readCharacterLayer } from './character.ts';
import type { Levels } from './numbering.ts';
import { type ParagraphLayer, inheritParagraph, paragraphFormatOf, readParagraphLayer } from './paragraph-layer.ts';
import { type Styles, numberingReference } from './styles.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, child, childValue } from './xml.ts';

/** What a table style lays under the paragraphs of one of its cells. `key` tells two apart. */
export type TableLayers = Readonly<{
  key: string;
  character: CharacterLayer;
  paragraph: ParagraphLayer;
  shading: string | null;
}>;

/** What runs need to know of their paragraph. */
export type ParagraphStyling = Readonly<{
  format: number;
  /** Tells paragraphs apart whose runs could look different. */
  key: string;
  character: readonly CharacterLayer[];
  /** List level the paragraph asks for, resolved through its style; null without one. */
  numbering: Readonly<{ numId: number; level: number }> | null;
}>;

export type FormatTables = Readonly<{
  characterFormats: CharacterFormat[];
  paragraphFormats: ParagraphFormat[];
  paragraph: (properties: XmlElement | undefined, table: TableLayers | null) => ParagraphStyling;
  run: (properties: XmlElement | undefined, paragraph: ParagraphStyling) => number;
  /** The look of an automatic number: the paragraph mark's, and over it the list level's (17.9.24). */
  label: (properties: XmlElement | undefined, paragraph: ParagraphStyling, level: CharacterLayer) => number;
}>;

export function formatTables(styles: Styles, theme: Theme, levels: Levels): FormatTables {
  const characterFormats: CharacterFormat[] = [];
  const paragraphFormats: ParagraphFormat[] = [];
  const characterIndex = new Map<string, number>();
  const paragraphIndex = new Map<string, number>();
  // Equal property elements are one node, so that the node is the key.
  const runCaches = new Map<string, Map<XmlElement | undefined, number>>();
  const paragraphCaches = new Map<string, Map<XmlElement | undefined, ParagraphStyling>>();

  const readParagraph = (properties: XmlElement | undefined, table: TableLayers | null): ParagraphStyling => {
    const styleId = childValue(properties, 'w:pStyle');
    const style = styles.find('paragraph', styleId);
    const own = numberingReference(properties);
    const numbering = levels.resolve(own, style);
    let layer = inheritParagraph(styles.defaults.paragraph, table?.paragraph ?? {});
    // A list's indents lie over the style when the paragraph names the list, under it when the style does.
    const list = numbering ? levels.layer(numbering) : {};
    const styled = style?.paragraph ?? {};
    layer = own
      ? inheritParagraph(inheritParagraph(layer, styled), list)
      : inheritParagraph(inheritParagraph(layer, list), styled);
    layer = inheritParagraph(layer, readParagraphLayer(properties));
    const named = style && !(styleId === undefined && style.name === 'Normal') ? style.name : undefined;
    const format = intern(paragraphFormats, paragraphIndex, paragraphFormatOf(layer, named));
    return {
      format,
      key: `${table?.key ?? ''}\u0000${style?.id ?? ''}`,
      character: [table?.character ?? {}, style?.character ?? {}],
      numbering,
    };
  };

  return {
    characterFormats,
    paragraphFormats,
    paragraph: (properties, table) => {
      const cache = within(paragraphCaches, table?.key ?? '');
      const known = cache.get(properties);
      if (known) return known;
      const read = readParagraph(properties, table);
      cache.set(properties, read);
      return read;
    },
    run: (properties, paragraph) => {
      const cache = within(runCaches, paragraph.key);
      const known = cache.get(properties);
      if (known !== undefined) return known;
      const direct = readCharacterLayer(properties, theme);
      const { style: styleId, ...own } = direct;
      const style = styleId === undefined ? undefined : characterStyle(styles, styleId);
      const format = combineLayers(styles.defaults.character, [...paragraph.character, style ?? {}], own);
      const index = intern(characterFormats, characterIndex, format);
      cache.set(properties, index);
      return index;
    },
    label: (properties, paragraph, level) => {
      // The underline of a paragraph mark is not drawn under the number.
      const { style: styleId, underline: _, ...mark } = readCharacterLayer(child(properties, 'w:rPr'), theme);
      const style = styleId === undefined ? undefined : characterStyle(styles, styleId);
      const layers = [...paragraph.character, style ?? {}];
      return intern(
        characterFormats,
        characterIndex,
        combineLayers(styles.defaults.character, layers, inheritLayer(mark, level)),
      );
    },
  };
}

function within<K, V>(caches: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = caches.get(key);
  if (known) return known;
  const made = new Map<K, V>();
  caches.set(key, made);
  return made;
}

/** A run may name a paragraph style through its link; its run properties count. */
function characterStyle(styles: Styles, id: string): CharacterLayer | undefined {
  return styles.byId(id)?.character;
}

function intern<T>(table: T[], index: Map<string, number>, format: T): number {
  const key = JSON.stringify(format);
  const known = index.get(key);
  if (known !== undefined) return known;
  table.push(format);
  index.set(key, table.length - 1);
  return table.length - 1;
}
