/** The parts that say what the comments are: comments.xml, its relationship and its content type. */
import { type Package, kindOf, relationshipsPart } from '../import/docx/package.ts';
import { type XmlElement, readXml } from '../import/docx/xml.ts';
import { type Edit, applyEdits, escapeXml, insertAtEnd } from './docx-edits.ts';

export type NewComment = Readonly<{
  id: number;
  author: string;
  initials: string;
  date: string;
  paragraphs: readonly string[];
}>;

/** Changed and added parts by name. */
export type PartTexts = Map<string, string>;

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const transitionalRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The prefix under which a part's root declares WordprocessingML; null when it does not. */
export function wordPrefix(xml: string, root: XmlElement): string | null {
  const tag = xml.slice(root.start, root.openEnd);
  for (const [, prefix, , uri] of tag.matchAll(/\bxmlns:([\w.-]+)\s*=\s*(["'])([^"']*)\2/gu)) {
    if (uri === transitional || uri === strict) return prefix ?? null;
  }
  return null;
}

/** Numbers from here on are free for new comments. */
export function firstFreeId(existing: XmlElement | null): number {
  const ids = (existing?.children ?? []).map((one) => Number(one.attributes['w:id'] ?? -1));
  return ids.reduce((most, id) => (Number.isSafeInteger(id) && id >= most ? id + 1 : most), 0);
}

export type CommentsPart = Readonly<{ name: string; xml: string; root: XmlElement }>;

export function existingComments(pack: Package): CommentsPart | null {
  const relationship = [...pack.relationships(pack.document).values()].find(
    (one) => !one.external && kindOf(one) === 'comments',
  );
  const name = relationship ? pack.find(relationship.target) : null;
  const xml = name === null ? null : pack.parts.text(name);
  return name === null || xml === null ? null : { name, xml, root: readXml(xml) };
}

/** Adds the comments to the package's texts; makes part, relationship and type where there are none. */
export function writeComments(
  pack: Package,
  isStrict: boolean,
  comments: readonly NewComment[],
  existing: CommentsPart | null,
  into: PartTexts,
): void {
  if (existing) {
    const prefix = wordPrefix(existing.xml, existing.root);
    const entries = comments.map((comment) => commentXml(comment, prefix, isStrict)).join('');
    into.set(existing.name, applyEdits(existing.xml, [insertAtEnd(existing.xml, existing.root, entries)]));
    return;
  }
  const folder = pack.document.slice(0, pack.document.lastIndexOf('/') + 1);
  const name = freeName(pack, `${folder}comments`, '.xml');
  const uri = isStrict ? strict : transitional;
  const entries = comments.map((comment) => commentXml(comment, 'w', isStrict)).join('');
  into.set(name, `${declaration}<w:comments xmlns:w="${uri}">${entries}</w:comments>`);
  addRelationship(pack, isStrict, name.slice(folder.length), into);
  addContentType(pack, name, into);
}

function freeName(pack: Package, stem: string, ending: string): string {
  for (let at = 0; ; at += 1) {
    const name = `${stem}${at === 0 ? '' : at}${ending}`;
    if (pack.find(name) === null) return name;
  }
}

function commentXml(comment: NewComment, prefix: string | null, isStrict: boolean): string {
  const w = prefix ?? 'w';
  const declared = prefix === null ? ` xmlns:w="${isStrict ? strict : transitional}"` : '';
  const attributes =
    `${w}:id="${comment.id}" ${w}:author="${escapeXml(comment.author)}" ` +
    `${w}:date="${escapeXml(comment.date)}" ${w}:initials="${escapeXml(comment.initials)}"`;
  // The document's own text style may be large and indented; a comment is neither.
  const paragraph =
    `<${w}:pPr><${w}:spacing ${w}:before="0" ${w}:after="0" ${w}:line="240" ${w}:lineRule="auto"/>` +
    `<${w}:ind ${w}:left="0" ${w}:right="0" ${w}:firstLineChars="0" ${w}:firstLine="0"/><${w}:jc ${w}:val="left"/></${w}:pPr>`;
  const run = `<${w}:rPr><${w}:sz ${w}:val="20"/><${w}:szCs ${w}:val="20"/></${w}:rPr>`;
  const lines = (comment.paragraphs.length > 0 ? comment.paragraphs : ['']).map((text, index) => {
    const reference = index === 0 ? `<${w}:r><${w}:annotationRef/></${w}:r>` : '';
    return `<${w}:p>${paragraph}${reference}<${w}:r>${run}${textXml(text, w)}</${w}:r></${w}:p>`;
  });
  return `<${w}:comment${declared} ${attributes}>${lines.join('')}</${w}:comment>`;
}

function textXml(text: string, w: string): string {
  return text
    .split(/(\t|\r\n|\r|\n)/u)
    .map((part) => {
      if (part === '\t') return `<${w}:tab/>`;
      if (/^[\r\n]+$/u.test(part)) return `<${w}:br/>`;
      return part === '' ? '' : `<${w}:t xml:space="preserve">${escapeXml(part)}</${w}:t>`;
    })
    .join('');
}

function addRelationship(pack: Package, isStrict: boolean, target: string, into: PartTexts): void {
  const type = `${isStrict ? strictRelationships : transitionalRelationships}/comments`;
  const known = pack.relationships(pack.document);
  let number = known.size + 1;
  while (known.has(`rId${number}`)) number += 1;
  const usual = relationshipsPart(pack.document);
  const name = pack.find(usual);
  const xml = name === null ? null : pack.parts.text(name);
  if (name === null || xml === null) {
    const root = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
    const entry = `<Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`;
    into.set(usual, `${declaration}<Relationships ${root}>${entry}</Relationships>`);
    return;
  }
  into.set(
    name,
    applyEdits(xml, [entryAtEnd(xml, 'Relationship', `Id="rId${number}" Type="${type}" Target="${target}"`)]),
  );
}

function addContentType(pack: Package, part: string, into: PartTexts): void {
  const name = pack.find('[Content_Types].xml') ?? '[Content_Types].xml';
  const xml = pack.parts.text(name) ?? '';
  into.set(name, applyEdits(xml, [entryAtEnd(xml, 'Override', `PartName="/${part}" ContentType="${commentsType}"`)]));
}

/** One more entry in the namespace of the root, whatever prefix it has. */
function entryAtEnd(xml: string, local: string, attributes: string): Edit {
  const root = readXml(xml);
  const prefix = /^<([^\s/>:]+:)?/u.exec(xml.slice(root.start, root.openEnd))?.[1] ?? '';
  return insertAtEnd(xml, root, `<${prefix}${local} ${attributes}/>`);
}
