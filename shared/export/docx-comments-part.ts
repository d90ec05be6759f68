/** The parts that say what the comments are: comments.xml, its relationship and its content type. */
import { type Package, relatedParts, relationshipsPart } from '../import/docx/package.ts';
import { type XmlElement, childrenNamed, descendants, readXml } from '../import/docx/xml.ts';
import { freeKeys, hasThreads, threadEntries, threadsPart, writeThreads } from './docx-comment-threads.ts';
import { type Edit, type PartTexts, applyEdits, escapeXml, insertAtEnd } from './docx-edits.ts';
import { type Prefix, prefixIn, wordNamespace, wordNamespaces } from './docx-prefix.ts';

export type NewComment = Readonly<{
  id: number;
  author: string;
  initials: string;
  /** Local time, as Word shows it. */
  date: string;
  utc: string;
  paragraphs: readonly string[];
  /** The id of the comment it answers. */
  parent: string | null;
  resolved: boolean;
}>;

const transitionalRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const keysNamespace = 'http://schemas.microsoft.com/office/word/2010/wordml';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** Numbers from here on are free for new comments. */
export function firstFreeId(existing: XmlElement | null): number {
  const ids = (existing?.children ?? []).map((one) => Number(one.attributes['w:id'] ?? -1));
  return ids.reduce((most, id) => (Number.isSafeInteger(id) && id >= most ? id + 1 : most), 0);
}

export type CommentsPart = Readonly<{ name: string; xml: string; root: XmlElement }>;

export function existingComments(pack: Package): CommentsPart | null {
  const name = relatedParts(pack, pack.document, 'comments')[0] ?? null;
  const xml = name === null ? null : pack.parts.text(name);
  return name === null || xml === null ? null : { name, xml, root: readXml(xml) };
}

/**
 * Adds the comments to the package's texts; makes part, relationship and type where there are none.
 * `namespace` is the document's own: transitional or strict. `settled` are new states of comments
 * already there, by id.
 */
export function writeComments(
  pack: Package,
  namespace: string,
  comments: readonly NewComment[],
  settled: ReadonlyMap<string, boolean>,
  existing: CommentsPart | null,
  into: PartTexts,
): void {
  const had = hasThreads(pack);
  const threads = settled.size > 0 || comments.some(({ parent, resolved }) => parent !== null || resolved);
  const heads = headsOf(existing, new Set([...settled.keys(), ...comments.flatMap(({ parent }) => parent ?? [])]));
  const unnamed = heads.filter(({ key }) => key === null);
  const keys = had || threads ? freeKeys(pack, comments.length + unnamed.length) : [];
  const keyOf = new Map<string, string>(comments.map(({ id }, at) => [String(id), keys[at] ?? '']));
  for (const { id, key } of heads)
    keyOf.set(id, key ?? keys[comments.length + unnamed.findIndex((one) => one.id === id)] ?? '');
  if (existing) {
    const { name, xml, root } = existing;
    const dialect: Dialect = {
      word: prefixIn(xml, root, wordNamespace(xml.slice(root.start, root.openEnd)), 'w'),
      keys: prefixIn(xml, root, keysNamespace, 'w14'),
    };
    const entries = comments.map((comment, at) => commentXml(comment, dialect, keys[at])).join('');
    const naming = unnamed.map(({ id, last }): Edit => {
      const at = last.start + (/^<[^\s/>]+/u.exec(xml.slice(last.start, last.openEnd))?.[0].length ?? 0);
      const { name: w14, declaration: declares } = dialect.keys;
      const declared = declares === '' ? '' : declares + ignorable(w14);
      return { at, remove: 0, insert: `${declared} ${w14}:paraId="${keyOf.get(id) ?? ''}"` };
    });
    into.set(name, applyEdits(xml, [...naming, ...(entries === '' ? [] : [insertAtEnd(xml, root, entries)])]));
  } else {
    const folder = pack.document.slice(0, pack.document.lastIndexOf('/') + 1);
    const name = freeName(pack, `${folder}comments`, '.xml');
    const dialect: Dialect = {
      word: { name: 'w', declaration: '' },
      keys: { name: 'w14', declaration: ` xmlns:w14="${keysNamespace}"` },
    };
    const entries = comments.map((comment, at) => commentXml(comment, dialect, keys[at])).join('');
    into.set(name, `${declaration}<w:comments xmlns:w="${namespace}">${entries}</w:comments>`);
    const base = namespace === wordNamespaces.strict ? strictRelationships : transitionalRelationships;
    addRelationship(pack, `${base}/comments`, name.slice(folder.length), into);
    addContentType(pack, name, commentsType, into);
  }
  if (!had && !threads) return;
  const threaded = comments.map((comment) => ({
    comment,
    key: keyOf.get(String(comment.id)) ?? '',
    parent: comment.parent === null ? null : (keyOf.get(comment.parent) ?? null),
    resolved: comment.resolved,
  }));
  const states = new Map([...settled].flatMap(([id, done]) => (keyOf.has(id) ? [[keyOf.get(id) ?? '', done]] : [])));
  writeThreads(pack, threaded, states, into);
  if (threads && relatedParts(pack, pack.document, threadsPart.kind).length === 0) {
    const folder = pack.document.slice(0, pack.document.lastIndexOf('/') + 1);
    const name = freeName(pack, `${folder}commentsExtended`, '.xml');
    // An answered comment that the part does not know is open.
    const open = heads.map(({ id }): [string, boolean] => [keyOf.get(id) ?? '', settled.get(id) ?? false]);
    const { element, declaration: declares, relationship, type } = threadsPart;
    into.set(name, `${declaration}<${element}${declares}>${threadEntries(threaded, new Map(open))}</${element}>`);
    addRelationship(pack, relationship, name.slice(folder.length), into);
    addContentType(pack, name, type, into);
  }
}

type Head = Readonly<{ id: string; key: string | null; last: XmlElement }>;

/** Comments already there that are answered or settled: the last paragraph of each, and its key. */
function headsOf(existing: CommentsPart | null, ids: ReadonlySet<string>): readonly Head[] {
  return childrenNamed(existing?.root, 'w:comment').flatMap((one): Head[] => {
    const id = one.attributes['w:id'] ?? '';
    const last = descendants(one, 'w:p').at(-1);
    return last && ids.has(id) ? [{ id, key: last.attributes['w14:paraId'] ?? null, last }] : [];
  });
}

/** Programs that do not know the ids' namespace may pass over it. */
function ignorable(prefix: string): string {
  return ` xmlns:mc="${compatibility}" mc:Ignorable="${prefix}"`;
}

function freeName(pack: Package, stem: string, ending: string): string {
  for (let at = 0; ; at += 1) {
    const name = `${stem}${at === 0 ? '' : at}${ending}`;
    if (pack.find(name) === null) return name;
  }
}

/** By which names a comments part is written: its own, and those of the paragraphs' ids. */
type Dialect = Readonly<{ word: Prefix; keys: Prefix }>;

/** `key` names the last paragraph for the parts beside comments.xml. */
function commentXml(comment: NewComment, { word, keys }: Dialect, key: string | undefined): string {
  const w = word.name;
  const declared =
    word.declaration + (key !== undefined && keys.declaration ? keys.declaration + ignorable(keys.name) : '');
  const attributes =
    `${w}:id="${comment.id}" ${w}:author="${escapeXml(comment.author)}" ` +
    `${w}:date="${escapeXml(comment.date)}" ${w}:initials="${escapeXml(comment.initials)}"`;
  // The document's own text style may be large and indented; a comment is neither.
  const paragraph =
    `<${w}:pPr><${w}:spacing ${w}:before="0" ${w}:after="0" ${w}:line="240" ${w}:lineRule="auto"/>` +
    `<${w}:ind ${w}:left="0" ${w}:right="0" ${w}:firstLineChars="0" ${w}:firstLine="0"/><${w}:jc ${w}:val="left"/></${w}:pPr>`;
  const run = `<${w}:rPr><${w}:sz ${w}:val="20"/><${w}:szCs ${w}:val="20"/></${w}:rPr>`;
  const texts = comment.paragraphs.length > 0 ? comment.paragraphs : [''];
  const lines = texts.map((text, at) => {
    const named = key !== undefined && at === texts.length - 1 ? ` ${keys.name}:paraId="${key}"` : '';
    const reference = at === 0 ? `<${w}:r><${w}:annotationRef/></${w}:r>` : '';
    return `<${w}:p${named}>${paragraph}${reference}<${w}:r>${run}${textXml(text, w)}</${w}:r></${w}:p>`;
  });
  return `<${w}:comment${declared} ${attributes}>${lines.join('')}</${w}:comment>`;
}

/** Content of a run: text, tabs and line breaks. */
export function textXml(text: string, w: string): string {
  return text
    .split(/(\t|\r\n|\r|\n)/u)
    .map((part) => {
      if (part === '\t') return `<${w}:tab/>`;
      if (/^[\r\n]+$/u.test(part)) return `<${w}:br/>`;
      return part === '' ? '' : `<${w}:t xml:space="preserve">${escapeXml(part)}</${w}:t>`;
    })
    .join('');
}

function addRelationship(pack: Package, type: string, target: string, into: PartTexts): void {
  const usual = relationshipsPart(pack.document);
  const name = pack.find(usual) ?? usual;
  const xml = into.get(name) ?? pack.parts.text(name);
  const known = pack.relationships(pack.document);
  let number = known.size + 1;
  while (known.has(`rId${number}`) || xml?.includes(`"rId${number}"`)) number += 1;
  if (xml === null) {
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

function addContentType(pack: Package, part: string, type: string, into: PartTexts): void {
  const name = pack.find('[Content_Types].xml') ?? '[Content_Types].xml';
  const xml = into.get(name) ?? pack.parts.text(name) ?? '';
  into.set(name, applyEdits(xml, [entryAtEnd(xml, 'Override', `PartName="/${part}" ContentType="${type}"`)]));
}

/** One more entry in the namespace of the root, whatever prefix it has. */
function entryAtEnd(xml: string, local: string, attributes: string): Edit {
  const root = readXml(xml);
  const prefix = /^<([^\s/>:]+:)?/u.exec(xml.slice(root.start, root.openEnd))?.[1] ?? '';
  return insertAtEnd(xml, root, `<${prefix}${local} ${attributes}/>`);
}
