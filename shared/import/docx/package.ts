/**
 * The package around the parts (ISO/IEC 29500-2): content types, relationships, and which part is
 * the document.
 */
import { Unreadable } from '../unreadable.ts';
import { type XmlElement, readXml } from './xml.ts';

/** What the host supplies: unpacked, CRC checked, XML decoded on demand. Names as in the archive. */
export type Parts = Readonly<{
  names: readonly string[];
  /** The decoded text of an XML part; null when the part is absent or broken. */
  text: (name: string) => string | null;
  /** A binary part; null when absent or broken. */
  bytes: (name: string) => Uint8Array | null;
}>;

export type Relationship = Readonly<{ id: string; type: string; target: string; external: boolean }>;

export type Package = Readonly<{
  parts: Parts;
  /** Name in the archive of a part, whatever the case it was asked in. */
  find: (name: string) => string | null;
  contentType: (name: string) => string;
  /** Relationships of a part by id; empty when it has none. */
  relationships: (part: string) => ReadonlyMap<string, Relationship>;
  document: string;
}>;

const mainTypes =
  /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml$/iu;

/** Throws `Unreadable`: wrong-type when the archive is no word-processing document, damaged. */
export function openPackage(parts: Parts): Package {
  const byLowerCase = new Map(parts.names.map((name) => [name.toLowerCase(), name]));
  const find = (name: string): string | null => byLowerCase.get(name.toLowerCase()) ?? null;
  const types = contentTypes(parts, find);
  const cache = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    const known = cache.get(part);
    if (known) return known;
    const read = readRelationships(parts, find, part);
    cache.set(part, read);
    return read;
  };
  const document = mainPart(find, types, relationships);
  return { parts, find, contentType: types, relationships, document };
}

function contentTypes(parts: Parts, find: (name: string) => string | null): (name: string) => string {
  const name = find('[Content_Types].xml');
  const xml = name === null ? null : parts.text(name);
  if (xml === null) throw new Unreadable('wrong-type', 'no [Content_Types].xml');
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const { name: tag, attributes } of readXml(xml).children) {
    const type = attributes['ContentType'] ?? '';
    if (tag === 'ct:Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
    if (tag === 'ct:Override') overrides.set(withoutSlash(attributes['PartName'] ?? '').toLowerCase(), type);
  }
  return (part) => {
    const key = part.toLowerCase();
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  };
}

function mainPart(
  find: (name: string) => string | null,
  types: (name: string) => string,
  relationships: (part: string) => ReadonlyMap<string, Relationship>,
): string {
  const roots = [...relationships('').values()].filter((one) => kindOf(one) === 'officeDocument' && !one.external);
  for (const root of roots) {
    const part = find(root.target);
    if (part !== null && mainTypes.test(types(part))) return part;
  }
  for (const root of roots) {
    const part = find(root.target);
    if (part !== null && types(part).includes('main')) throw new Unreadable('wrong-type', types(part));
  }
  const usual = find('word/document.xml');
  if (usual !== null) return usual;
  throw new Unreadable('wrong-type', 'no word-processing document in the archive');
}

/** The last word of a relationship type, the same in transitional and strict files. */
export function kindOf(relationship: Relationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf('/') + 1);
}

/** The part holding a part's relationships; `''` stands for the package itself. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelationships(
  parts: Parts,
  find: (name: string) => string | null,
  part: string,
): ReadonlyMap<string, Relationship> {
  const name = find(relationshipsPart(part));
  const xml = name === null ? null : parts.text(name);
  if (xml === null) return new Map();
  let root: XmlElement;
  try {
    root = readXml(xml);
  } catch (error) {
    if (error instanceof Unreadable && error.reason === 'damaged' && part !== '') return new Map();
    throw error;
  }
  const found = new Map<string, Relationship>();
  for (const { name: tag, attributes } of root.children) {
    if (tag !== 'rel:Relationship') continue;
    const id = attributes['Id'] ?? '';
    const external = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    found.set(id, {
      id,
      type: attributes['Type'] ?? '',
      target: external ? target : resolveTarget(part, target),
      external,
    });
  }
  return found;
}

/** A relative part reference against the part that makes it (ISO/IEC 29500-2 annex A). */
export function resolveTarget(part: string, target: string): string {
  const path = decodePath((target.split('#')[0] as string).replaceAll('\\', '/'));
  const base = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  const segments: string[] = [...base];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function withoutSlash(name: string): string {
  return decodePath(name.replace(/^\/+/u, ''));
}

/** The parts a part points at by kind of relationship, in file order. */
export function relatedParts(pack: Package, part: string, kind: string): string[] {
  return [...pack.relationships(part).values()]
    .filter((one) => !one.external && kindOf(one) === kind)
    .flatMap((one) => pack.find(one.target) ?? []);
}
