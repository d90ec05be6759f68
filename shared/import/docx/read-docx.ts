/**
 * Word-processing documents (ISO/IEC 29500) into RawDocument. Pure: parts come in unpacked and
 * decoded. Transitional and strict, .docx, .docm, .dotx and .dotm alike, by content.
 */
import type { RawBlock, RawDocument, RawParagraph, RawStory } from '../raw.ts';
import { Unreadable } from '../unreadable.ts';
import { readBlock, readBlocks } from './blocks.ts';
import { readComments } from './comments.ts';
import { formatTables } from './formats.ts';
import { packageNotices, readingNotices } from './notices.ts';
import { type NotePart, labelReferences, readNotes } from './notes.ts';
import { newCounters, noLevels, readNumbering } from './numbering.ts';
import { type Package, type Parts, openPackage, relatedParts } from './package.ts';
import { type Flow, type ParagraphSource, type Reading, newFlow, notice } from './reading.ts';
import { type SectionSource, readNoteNumbering, readSection } from './sections.ts';
import { noStyles, readStyles } from './styles.ts';
import { noTheme, readTheme } from './theme.ts';
import { type XmlElement, child, readXml } from './xml.ts';

export type { Parts } from './package.ts';
export type { ParagraphSource, SourcePiece } from './reading.ts';

export type ReadDocx = Readonly<{
  raw: RawDocument;
  /** Part that holds each picture, by media id. */
  mediaParts: ReadonlyMap<string, string>;
  pack: Package;
  /** Where each paragraph stands in its part; empty unless asked for. */
  sources: ReadonlyMap<RawParagraph, ParagraphSource>;
}>;

/**
 * Reads a document. Throws `Unreadable`: wrong-type when the parts are no word-processing document,
 * damaged or forbidden-xml when its main part cannot be read. Other broken parts become notices.
 * `sources` also records the place of every piece of text, which write-back needs.
 */
export function readDocx(parts: Parts, options: Readonly<{ sources?: boolean }> = {}): ReadDocx {
  const pack = openPackage(parts);
  const reading = newReading(pack, options.sources === true);
  const settings = readPart(reading, relatedParts(pack, pack.document, 'settings')[0])?.root;
  const { body, sections } = readBody(reading);
  labelReferences(reading, sections, {
    footnote: readNoteNumbering(child(settings, 'w:footnotePr')),
    endnote: readNoteNumbering(child(settings, 'w:endnotePr')),
  });
  const footnote = readPart(reading, relatedParts(pack, pack.document, 'footnotes')[0]);
  const endnote = readPart(reading, relatedParts(pack, pack.document, 'endnotes')[0]);
  const notes = readNotes(reading, { ...(footnote ? { footnote } : {}), ...(endnote ? { endnote } : {}) });
  const headers = readStories(reading, sections, 'header');
  const footers = readStories(reading, sections, 'footer');
  const comments = readPart(reading, relatedParts(pack, pack.document, 'comments')[0])?.root;
  const extended = readPart(reading, relatedParts(pack, pack.document, 'commentsExtended')[0])?.root ?? null;
  const rawComments = comments ? readComments(comments, extended) : [];
  packageNotices(reading);
  readingNotices(reading, rawComments.length);
  const { formats } = reading;
  return {
    raw: {
      format: 'docx',
      body,
      notes,
      headers,
      footers,
      textBoxes: reading.textBoxes,
      characterFormats: formats.characterFormats as RawDocument['characterFormats'],
      paragraphFormats: formats.paragraphFormats as RawDocument['paragraphFormats'],
      changes: reading.changes,
      comments: rawComments,
      links: reading.links,
      fields: reading.fields,
      media: reading.media.list,
      sections: sections.map(({ section }) => section),
      pages: [],
      notices: reading.notices.list,
    },
    mediaParts: reading.media.parts,
    pack,
    sources: reading.sources ?? new Map(),
  };
}

function newReading(pack: Package, sources: boolean): Reading {
  const notices: Reading['notices'] = {
    list: [],
    hidden: { characters: 0 },
    invisible: new Map(),
    pictures: { unsupported: 0 },
    changes: { count: 0 },
  };
  const part = (kind: string): XmlElement | undefined =>
    readPart({ pack, notices }, relatedParts(pack, pack.document, kind)[0])?.root;
  const themeRoot = part('theme');
  const language = child(part('settings'), 'w:themeFontLang')?.attributes['w:eastAsia'];
  const theme = themeRoot ? readTheme(themeRoot, language) : noTheme;
  const stylesRoot = part('styles');
  const styles = stylesRoot ? readStyles(stylesRoot, theme) : noStyles;
  const numberingRoot = part('numbering');
  const levels = numberingRoot ? readNumbering(numberingRoot, styles, theme) : noLevels;
  return {
    pack,
    styles,
    levels,
    formats: formatTables(styles, theme, levels),
    changes: [],
    links: [],
    fields: [],
    textBoxes: [],
    media: { list: [], parts: new Map(), byPart: new Map() },
    notices,
    noteReferences: [],
    sources: sources ? new Map() : null,
    readBlocks,
  };
}

/** An optional part; null, with a notice, when it is there but cannot be read. */
function readPart(reading: Pick<Reading, 'pack' | 'notices'>, part: string | undefined): NotePart | null {
  if (part === undefined) return null;
  const xml = reading.pack.parts.text(part);
  if (xml === null) {
    notice(reading, 'missing-part', part);
    return null;
  }
  try {
    return { part, xml, root: readXml(xml) };
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason === 'forbidden-xml') throw error;
    notice(reading, 'missing-part', part);
    return null;
  }
}

type Body = Readonly<{ body: RawBlock[]; sections: SectionSource[] }>;

function readBody(reading: Reading): Body {
  const part = reading.pack.document;
  const xml = reading.pack.parts.text(part);
  if (xml === null) throw new Unreadable('damaged', part);
  const flow = newFlow(reading, part, xml, newCounters(reading.levels), true);
  const body: RawBlock[] = [];
  const sections: SectionSource[] = [];
  const root = readXml(xml, {
    parent: 'w:body',
    each: (element) => {
      if (element.name === 'w:sectPr') {
        sections.push(readSection(element, null));
        flow.section = sections.length;
        return;
      }
      readBlock(flow, element, body);
      const properties = child(child(element, 'w:pPr'), 'w:sectPr');
      if (properties) {
        sections.push(readSection(properties, body.length));
        flow.section = sections.length;
      }
    },
  });
  if (root.name !== 'w:document') throw new Unreadable('wrong-type', `root element ${root.name}`);
  if (flow.fields.length > 0) notice(reading, 'repaired', 'fldChar');
  addPending(flow);
  breakAtSections(body, sections);
  return { body, sections };
}

/** Comment marks after the last paragraph close what is still open. */
function addPending(flow: Flow): void {
  flow.last?.pieces.push(...flow.pending);
}

/** A section that begins on a new page is a page break, unless Word's own hint already says so. */
function breakAtSections(body: readonly RawBlock[], sections: readonly SectionSource[]): void {
  sections.forEach(({ section }, index) => {
    const next = sections[index + 1];
    const block = section.after === null ? undefined : body[section.after];
    if (!next || next.type === 'continuous' || next.type === 'nextColumn' || !block) return;
    const paragraph = firstParagraph(block);
    const text = paragraph?.pieces.findIndex((piece) => piece.kind === 'text' || piece.kind === 'object') ?? -1;
    const before = text < 0 ? paragraph?.pieces : paragraph?.pieces.slice(0, text);
    if (paragraph && !before?.some((piece) => piece.kind === 'page-break')) {
      paragraph.pieces.unshift({ kind: 'page-break' });
    }
  });
}

function firstParagraph(block: RawBlock): RawParagraph | undefined {
  if (block.kind === 'paragraph') return block;
  for (const row of block.rows) {
    for (const cell of row.cells) {
      for (const inner of cell.blocks) {
        const found = firstParagraph(inner);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** Headers or footers of all sections, each part once. */
function readStories(reading: Reading, sections: readonly SectionSource[], kind: 'header' | 'footer'): RawStory[] {
  const stories: RawStory[] = [];
  const seen = new Set<string>();
  const relationships = reading.pack.relationships(reading.pack.document);
  for (const reference of sections.flatMap((section) => section.headers)) {
    if (reference.kind !== kind) continue;
    const target = relationships.get(reference.id)?.target;
    const name = target === undefined ? null : reading.pack.find(target);
    if (name === null) {
      notice(reading, 'missing-part', target ?? `${kind} ${reference.id}`);
      continue;
    }
    if (seen.has(name)) continue;
    seen.add(name);
    const part = readPart(reading, name);
    if (!part) continue;
    const flow = newFlow(reading, part.part, part.xml, newCounters(reading.levels));
    const id = `${kind}${stories.length + 1}`;
    stories.push({ id, role: reference.role, blocks: readBlocks(flow, part.root.children) });
  }
  return stories;
}
