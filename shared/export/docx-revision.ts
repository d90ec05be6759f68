/** How tracked changes are spelled (ISO/IEC 29500-1 17.13.5): the wrappers, their ids, the marks of paragraphs. */
import { type Package, relatedParts } from '../import/docx/package.ts';
import { type XmlElement, child } from '../import/docx/xml.ts';
import { textXml } from './docx-comments-part.ts';
import { type Edit, applyEdits, escapeXml } from './docx-edits.ts';
import { nameOf } from './docx-splice.ts';

/** Who changed it, and when: local time as Word writes it, ISO 8601 with whole seconds. */
export type Signed = Readonly<{ author: string; date: string }>;

/** By which names one part is written, and where the next id comes from. */
export type Pen = Readonly<{ w: string; declaration: string; id: () => number }>;

/** Parts that may hold text with tracked changes, the document first. */
export function textParts(pack: Package): string[] {
  const kinds = ['footnotes', 'endnotes', 'header', 'footer'];
  return [...new Set([pack.document, ...kinds.flatMap((kind) => relatedParts(pack, pack.document, kind))])];
}

/** Numbers that no change, comment or bookmark of the package bears, in order. */
export function freeIds(pack: Package): () => number {
  const taken = new Set<number>();
  for (const part of [...textParts(pack), ...relatedParts(pack, pack.document, 'comments')])
    for (const [, id] of (pack.parts.text(part) ?? '').matchAll(/:id\s*=\s*["'](\d{1,10})["']/gu))
      taken.add(Number(id));
  let next = 0;
  return () => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
}

/** The tag, not closed yet: `/>` makes it the change of a paragraph mark, `>` the wrapper of runs. */
export function changeTag({ w, declaration, id }: Pen, kind: 'ins' | 'del', { author, date }: Signed): string {
  return `<${w}:${kind}${declaration} ${w}:id="${id()}" ${w}:author="${escapeXml(author)}" ${w}:date="${escapeXml(date)}Z"`;
}

/** A run of our own inside the wrapper that says who added it. */
export function insertedXml(pen: Pen, text: string, properties: string, by: Signed): string {
  return text === '' ? '' : insertedRun(pen, textXml(text, pen.w), properties, by);
}

export function insertedRun(pen: Pen, content: string, properties: string, by: Signed): string {
  const { w } = pen;
  return `${changeTag(pen, 'ins', by)}><${w}:r>${properties}${content}</${w}:r></${w}:ins>`;
}

/** The open tag once more, for a wrapper that goes on behind something: with an id of its own. */
export function tagAgain(xml: string, element: XmlElement, pen: Pen): string {
  return withFreshIds(xml.slice(element.start, element.openEnd), pen);
}

/** Changes in a copied stretch need ids of their own. */
export function withFreshIds(xml: string, { id }: Pen): string {
  const change = /<(?:[\w.-]+:)?(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b[^>]*/gu;
  return xml.replace(change, (tag) => tag.replace(/(:id\s*=\s*["'])\d+/u, (_, head: string) => head + id()));
}

const changesOfProperties = new Set(['w:rPrChange', 'w:pPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** Properties as they stand now, without what is tracked in them. */
export function plainProperties(xml: string, properties: XmlElement | undefined): string {
  return properties ? without(xml, properties, ({ name }) => changesOfProperties.has(name)) : '';
}

/** Some child elements, at any depth, left out. Equal properties share one element, so that only its text counts. */
export function without(xml: string, element: XmlElement, dropped: (one: XmlElement) => boolean): string {
  const edits: Edit[] = [];
  const visit = (one: XmlElement): void => {
    if (dropped(one)) edits.push({ at: one.start - element.start, remove: one.end - one.start, insert: '' });
    else one.children.forEach(visit);
  };
  // A shared child may stand elsewhere: what is known of it is its text.
  const inside = (one: XmlElement): boolean => one.start >= element.start && one.end <= element.end;
  element.children.filter(inside).forEach(visit);
  let text = applyEdits(xml.slice(element.start, element.end), edits);
  for (const one of element.children.filter((other) => !inside(other))) {
    const written = xml.slice(one.start, one.end);
    text = text.replace(written, () => without(xml, one, dropped));
  }
  return text;
}

/** The properties a new paragraph takes over: all but the section and what is tracked; with its mark inserted. */
export function newParagraph(xml: string, paragraph: XmlElement, by: Signed, pen: Pen): string {
  const { w, declaration } = pen;
  const properties = child(paragraph, 'w:pPr');
  const dropped = new Set([...changesOfProperties, 'w:sectPr', 'w:numberingChange']);
  const plain = properties ? without(xml, properties, ({ name }) => dropped.has(name)) : `<${w}:pPr></${w}:pPr>`;
  return `<${w}:p${declaration}>${marked(plain, `${changeTag(pen, 'ins', by)}/>`, w)}`;
}

/** Properties of a paragraph with one more change of its mark. `properties` may be none. */
export function marked(properties: string, mark: string, w: string): string {
  const tag = (local: string): RegExp => new RegExp(`<((?:[\\w.-]+:)?${local})(\\s[^>]*?)?(/?)>`, 'u');
  if (properties === '') return `<${w}:pPr><${w}:rPr>${mark}</${w}:rPr></${w}:pPr>`;
  const open = properties.replace(tag('pPr'), (found, name: string, rest: string | undefined, closed: string) =>
    closed === '' ? found : `<${name}${rest ?? ''}></${name}>`,
  );
  // The properties of the mark come before the section and the old properties, which may hold some of their own.
  const tail = /<(?:[\w.-]+:)?(?:sectPr|pPrChange)\b/u.exec(open)?.index ?? open.lastIndexOf('</');
  const [head, rest] = [open.slice(0, tail), open.slice(tail)];
  const run = tag('rPr').exec(head);
  if (!run) return `${head}<${w}:rPr>${mark}</${w}:rPr>${rest}`;
  const [found, name = '', attributes = '', closed] = run;
  const begin = head.slice(0, run.index) + `<${name}${attributes}>`;
  if (closed === '/') return `${begin}${mark}</${name}>${head.slice(run.index + found.length)}${rest}`;
  // w:ins comes before w:del (CT_ParaRPr).
  const inside = head.slice(run.index + found.length);
  const first = /^\s*<(?:[\w.-]+:)?ins\b[^>]*?(?:\/>|>\s*<\/[^>]*>)/u.exec(inside)?.[0] ?? '';
  return `${begin}${first}${mark}${inside.slice(first.length)}${rest}`;
}

/** Where a paragraph's content begins. Shared properties are found by their text, which comes first. */
export function contentStart(xml: string, paragraph: XmlElement): number {
  const written = propertiesText(xml, paragraph);
  return written === '' ? paragraph.openEnd : xml.indexOf(written, paragraph.openEnd) + written.length;
}

export function propertiesText(xml: string, paragraph: XmlElement): string {
  const properties = child(paragraph, 'w:pPr');
  return properties ? xml.slice(properties.start, properties.end) : '';
}

export function closeTag(xml: string, element: XmlElement): string {
  return `</${nameOf(xml, element)}>`;
}
