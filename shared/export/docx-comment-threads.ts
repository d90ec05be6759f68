/**
 * What Word 2013 and later keep beside comments.xml: threads and states, durable ids, times in UTC,
 * people ([MS-DOCX] 2.5.4). Where a package has such a part, new comments enter it too; where it has
 * none, none is needed, but the threads' own once a comment is answered or settled.
 */
import { type Package, relatedParts } from '../import/docx/package.ts';
import { type XmlElement, childrenNamed, readXml } from '../import/docx/xml.ts';
import { type Edit, type PartTexts, applyEdits, escapeXml, insertAtEnd } from './docx-edits.ts';
import { prefixIn } from './docx-prefix.ts';

const word = 'http://schemas.microsoft.com/office/word';

/** The parts that know a comment by its last paragraph's id, and what each says of it. */
const extensions = [
  {
    kind: 'commentsExtended',
    uri: `${word}/2012/wordml`,
    usual: 'w15',
    element: 'commentEx',
    attributes: (w: string, { key, parent, resolved }: Threaded) =>
      `${w}:paraId="${key}" ${parent === null ? '' : `${w}:paraIdParent="${parent}" `}${w}:done="${resolved ? 1 : 0}"`,
  },
  {
    kind: 'commentsIds',
    uri: `${word}/2016/wordml/cid`,
    usual: 'w16cid',
    element: 'commentId',
    attributes: (w: string, { key }: Threaded) => `${w}:paraId="${key}" ${w}:durableId="${key}"`,
  },
  {
    kind: 'commentsExtensible',
    uri: `${word}/2018/wordml/cex`,
    usual: 'w16cex',
    element: 'commentExtensible',
    attributes: (w: string, { key, comment }: Threaded) =>
      `${w}:durableId="${key}" ${w}:dateUtc="${escapeXml(comment.utc)}"`,
  },
] as const;

/** `utc` is ISO 8601 with whole seconds. */
type Signed = Readonly<{ author: string; utc: string }>;

/** A new comment by the key of its last paragraph; `parent` is the key of what it answers. */
export type Threaded = Readonly<{ comment: Signed; key: string; parent: string | null; resolved: boolean }>;

/** An empty part for threads, for a package that has none. */
export const threadsPart = {
  kind: 'commentsExtended',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
  relationship: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  element: 'w15:commentsEx',
  declaration: ` xmlns:w15="${word}/2012/wordml"`,
} as const;

/** Whether the package names comments by the ids of their paragraphs. */
export function hasThreads(pack: Package): boolean {
  return extensions.some(({ kind }) => relatedParts(pack, pack.document, kind).length > 0);
}

/**
 * Ids for `count` paragraphs that no paragraph and no durable id of the package bears: eight
 * hexadecimal digits between 1 and 7FFFFFFE ([MS-DOCX] 2.6.2.3).
 */
export function freeKeys(pack: Package, count: number): readonly string[] {
  const kinds = ['header', 'footer', 'footnotes', 'endnotes', 'comments', ...extensions.map(({ kind }) => kind)];
  const names = [pack.document, ...kinds.flatMap((kind) => relatedParts(pack, pack.document, kind))];
  const taken = new Set<string>();
  for (const name of names) {
    const xml = pack.parts.text(name) ?? '';
    for (const [, id] of xml.matchAll(/:(?:paraId|durableId)\s*=\s*["']([0-9A-Fa-f]{1,8})["']/gu)) {
      taken.add((id ?? '').toUpperCase().padStart(8, '0'));
    }
  }
  const keys: string[] = [];
  for (let next = 0x10000000; keys.length < count; next += 1) {
    const key = next.toString(16).toUpperCase();
    if (!taken.has(key)) keys.push(key);
  }
  return keys;
}

/** `commentEx` elements of a new threads part. */
export function threadEntries(threaded: readonly Threaded[], settled: ReadonlyMap<string, boolean>): string {
  const [{ attributes }] = extensions;
  const ours = threaded.map((one) => `<w15:commentEx ${attributes('w15', one)}/>`);
  return [...[...settled].map(([key, done]) => stateXml('w15', '', key, done)), ...ours].join('');
}

function stateXml(prefix: string, declared: string, key: string, done: boolean): string {
  return `<${prefix}:commentEx${declared} ${prefix}:paraId="${key}" ${prefix}:done="${done ? 1 : 0}"/>`;
}

/** Enters the comments into each of these parts that is there; `settled` are states of comments already there. */
export function writeThreads(
  pack: Package,
  threaded: readonly Threaded[],
  settled: ReadonlyMap<string, boolean>,
  into: PartTexts,
): void {
  const comments = threaded.map(({ comment }) => comment);
  settle(pack, settled, into);
  for (const { kind, uri, usual, element, attributes } of extensions) {
    extend(pack, kind, into, (xml, root) => {
      const { name, declaration } = prefixIn(xml, root, uri, usual);
      return threaded.map((one) => `<${name}:${element}${declaration} ${attributes(name, one)}/>`);
    });
  }
  extend(pack, 'people', into, (xml, root) => {
    const { name, declaration } = prefixIn(xml, root, `${word}/2012/wordml`, 'w15');
    const known = new Set(childrenNamed(root, 'w15:person').map(({ attributes }) => attributes['w15:author']));
    const authors = [...new Set(comments.map(({ author }) => author))].filter((author) => !known.has(author));
    return authors.map((author) => {
      const written = escapeXml(author);
      const presence = `<${name}:presenceInfo ${name}:providerId="None" ${name}:userId="${written}"/>`;
      return `<${name}:person${declaration} ${name}:author="${written}">${presence}</${name}:person>`;
    });
  });
}

function extend(
  pack: Package,
  kind: string,
  into: PartTexts,
  entries: (xml: string, root: XmlElement) => readonly string[],
): void {
  const part = relatedParts(pack, pack.document, kind)[0];
  const xml = part === undefined ? null : (into.get(part) ?? pack.parts.text(part));
  if (part === undefined || xml === null) return;
  const root = readXml(xml);
  const added = entries(xml, root).join('');
  if (added !== '') into.set(part, applyEdits(xml, [insertAtEnd(xml, root, added)]));
}

/** Says of comments already there whether they are settled; those the part does not know enter it. */
function settle(pack: Package, settled: ReadonlyMap<string, boolean>, into: PartTexts): void {
  const part = relatedParts(pack, pack.document, threadsPart.kind)[0];
  const xml = part === undefined ? null : pack.parts.text(part);
  if (part === undefined || xml === null || settled.size === 0) return;
  const root = readXml(xml);
  const { name, declaration } = prefixIn(xml, root, `${word}/2012/wordml`, 'w15');
  const known = new Map(childrenNamed(root, 'w15:commentEx').map((one) => [one.attributes['w15:paraId'] ?? '', one]));
  const edits = [...settled].map(([key, done]): Edit => {
    const entry = known.get(key);
    if (!entry) return insertAtEnd(xml, root, stateXml(name, declaration, key, done));
    const tag = xml.slice(entry.start, entry.openEnd);
    const said = /\bdone\s*=\s*["']([^"']*)["']/u.exec(tag);
    if (said?.[1] === undefined) {
      const after = entry.start + (/^<[^\s/>]+/u.exec(tag)?.[0].length ?? 0);
      return { at: after, remove: 0, insert: ` ${name}:done="${done ? 1 : 0}"` };
    }
    const at = entry.start + said.index + said[0].length - 1 - said[1].length;
    return { at, remove: said[1].length, insert: done ? '1' : '0' };
  });
  into.set(part, applyEdits(xml, edits));
}
