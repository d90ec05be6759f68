/**
 * The clean copy: every tracked change carried out, every comment gone (ISO/IEC 29500-1 17.13). What
 * is neither passes through as it was written.
 */
import { type Package, relatedParts, relationshipsPart, resolveTarget } from '../import/docx/package.ts';
import type { ReadDocx } from '../import/docx/read-docx.ts';
import { type XmlElement, readXml } from '../import/docx/xml.ts';
import { acceptedXml } from './docx-accept.ts';
import { type Edit, applyEdits } from './docx-edits.ts';
import { textParts } from './docx-revision.ts';

export type CleanParts = Readonly<{
  /** New text of changed parts by name. */
  parts: ReadonlyMap<string, string>;
  /** Names of parts that must not be in the copy. */
  removed: ReadonlySet<string>;
}>;

const commentKinds = ['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people'];

export function cleanDocx({ pack }: Pick<ReadDocx, 'pack'>): CleanParts {
  const parts = new Map<string, string>();
  const change = (name: string, changed: (xml: string) => string): void => {
    const xml = pack.parts.text(name);
    const made = xml === null ? null : changed(xml);
    if (made !== null && made !== xml) parts.set(name, made);
  };
  for (const part of textParts(pack)) change(part, acceptedXml);
  const removed = commentParts(pack);
  if (removed.size === 0) return { parts, removed };
  const relationships = pack.find(relationshipsPart(pack.document));
  const target = (value: string): string => pack.find(resolveTarget(pack.document, value)) ?? '';
  if (relationships !== null)
    change(relationships, (xml) =>
      withoutEntries(xml, ({ attributes }) => removed.has(target(attributes['Target'] ?? ''))),
    );
  const named = (value: string): string => pack.find(value.replace(/^\//u, '')) ?? '';
  const types = pack.find('[Content_Types].xml');
  if (types !== null)
    change(types, (xml) => withoutEntries(xml, ({ attributes }) => removed.has(named(attributes['PartName'] ?? ''))));
  return { parts, removed };
}

/** The comments, what Word keeps beside them, and what only they point at through. */
function commentParts(pack: Package): ReadonlySet<string> {
  const parts = commentKinds.flatMap((kind) => relatedParts(pack, pack.document, kind));
  return new Set(parts.flatMap((part) => [part, ...[pack.find(relationshipsPart(part)) ?? []].flat()]));
}

function withoutEntries(xml: string, dropped: (entry: XmlElement) => boolean): string {
  const edits = readXml(xml)
    .children.filter(dropped)
    .map(({ start, end }): Edit => ({ at: start, remove: end - start, insert: '' }));
  return applyEdits(xml, edits);
}
