/** Names of a namespace inside a part that is spliced, not rebuilt: the part's own prefix, or a declaration that goes along. */
import { type XmlElement, readXml } from '../import/docx/xml.ts';

/** `name` without colon; `declaration` is what an inserted element must carry so that the name means something. */
export type Prefix = Readonly<{ name: string; declaration: string }>;

/** WordprocessingML: transitional (ISO/IEC 29500-4) and strict (29500-1). */
export const wordNamespaces = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
} as const;

/** The prefix a root declares for the namespace; else `usual`, with its declaration. */
export function prefixIn(xml: string, root: XmlElement, uri: string, usual: string): Prefix {
  const tag = xml.slice(root.start, root.openEnd);
  for (const [, name, , declared] of tag.matchAll(/\bxmlns:([\w.-]+)\s*=\s*(["'])([^"']*)\2/gu)) {
    if (declared === uri) return { name: name ?? usual, declaration: '' };
  }
  return { name: usual, declaration: ` xmlns:${usual}="${uri}"` };
}

/** The root's tag alone, for parts whose content need not be read again. */
export function rootOf(xml: string): Readonly<{ xml: string; element: XmlElement }> {
  const tag = /<[^?!][^>]*>/u.exec(xml)?.[0] ?? '<none/>';
  const closed = tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
  return { xml: closed, element: readXml(closed) };
}

/** Of the part whose root's tag this is: strict or transitional. */
export function wordNamespace(rootTag: string): string {
  return rootTag.includes(wordNamespaces.strict) ? wordNamespaces.strict : wordNamespaces.transitional;
}
