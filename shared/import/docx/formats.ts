/** The two format tables of a RawDocument, filled while reading: equal formats share one entry. */
import type { CharacterFormat, ParagraphFormat } from '../../document/model.ts';
import { type CharacterLayer, combineLayers, readCharacterLayer } from './character.ts';
import type { Levels } from './numbering.ts';
import { type ParagraphLayer, inheritParagraph, paragraphFormatOf, readParagraphLayer } from './paragraph-layer.ts';
import { type Styles, numberingReference } from './styles.ts';
import type { Theme } from './theme.ts';
import { type XmlElement, childValue } from './xml.ts';

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
  paragraph: (properties: XmlElement | undefined, xml: string, table: TableLayers | null) => ParagraphStyling;
  run: (properties: XmlElement | undefined, xml: string, paragraph: ParagraphStyling) => number;
}>;

export function formatTables(styles: Styles, theme: Theme, levels: Levels): FormatTables {
  const characterFormats: CharacterFormat[] = [];
  const paragraphFormats: ParagraphFormat[] = [];
  const characterIndex = new Map<string, number>();
  const paragraphIndex = new Map<string, number>();
  // The raw properties are the key: most runs of a document repeat a handful of them.
  const runCache = new Map<string, number>();
  const paragraphCache = new Map<string, ParagraphStyling>();

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
    paragraph: (properties, xml, table) => {
      const raw = properties ? xml.slice(properties.start, properties.end) : '';
      const key = `${table?.key ?? ''}\u0000${raw}`;
      const known = paragraphCache.get(key);
      if (known) return known;
      const read = readParagraph(properties, table);
      paragraphCache.set(key, read);
      return read;
    },
    run: (properties, xml, paragraph) => {
      const raw = properties ? xml.slice(properties.start, properties.end) : '';
      const key = `${paragraph.key}\u0000${raw}`;
      const known = runCache.get(key);
      if (known !== undefined) return known;
      const direct = readCharacterLayer(properties, theme);
      const { style: styleId, ...own } = direct;
      const style = styleId === undefined ? undefined : characterStyle(styles, styleId);
      const format = combineLayers(styles.defaults.character, [...paragraph.character, style ?? {}], own);
      const index = intern(characterFormats, characterIndex, format);
      runCache.set(key, index);
      return index;
    },
  };
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
