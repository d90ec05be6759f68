/**
 * What Word 2013 and later keep beside comments.xml: threads and states, durable ids, times in UTC,
 * people ([MS-DOCX] 2.5.4). Where a package has such a part, new comments enter it too; where it has
 * none, none is needed.
 */
import { type Package, relatedParts } from '../import/docx/package.ts';
import { type XmlElement, childrenNamed, readXml } from '../import/docx/xml.ts';
import { type PartTexts, applyEdits, escapeXml, insertAtEnd } from './docx-edits.ts';
import { prefixIn } from './docx-prefix.ts';

const word = 'http://schemas.microsoft.com/office/word';

/** The parts that know a comment by its last paragraph's id, and what each says of it. */
const extensions = [
  {
    kind: 'commentsExtended',
    uri: `${word}/2012/wordml`,
    usual: 'w15',
    element: 'commentEx',
    attributes: (w: string, { key }: Threaded) => `${w}:paraId="${key}" ${w}:done="0"`,
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

type Threaded = Readonly<{ comment: Signed; key: string }>;

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

/** Enters the comments into each of these parts that is there. `keys` are those of their last paragraphs. */
export function writeThreads(
  pack: Package,
  comments: readonly Signed[],
  keys: readonly string[],
  into: PartTexts,
): void {
  const threaded = comments.map((comment, at) => ({ comment, key: keys[at] ?? '' }));
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
  const xml = part === undefined ? null : pack.parts.text(part);
  if (part === undefined || xml === null) return;
  const root = readXml(xml);
  const added = entries(xml, root).join('');
  if (added !== '') into.set(part, applyEdits(xml, [insertAtEnd(xml, root, added)]));
}
