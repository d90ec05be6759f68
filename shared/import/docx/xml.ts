/**
 * XML parts into small trees. Element and attribute names carry the conventional prefix of their
 * namespace; every element knows where it stands in the part's text, so that write-back can splice.
 */
import { SaxesParser } from 'saxes';
import { Unreadable } from '../unreadable.ts';
import { knownPrefixes, prefixOfNamespace } from './namespaces.ts';

export type XmlElement = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Character data, kept only for the elements whose text means something. */
  text: string;
  /**
   * UTF-16 offsets in the part; of property elements (w:rPr …) those of the first one that reads the
   * same. `<` of the open tag, end of it, `<` of the close tag, end of it.
   */
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
}>;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Node = Mutable<XmlElement>;

/** Most elements have no children; they share this array. */
const none: XmlElement[] = [];

export const xmlLimits = { depth: 512, attributes: 256 } as const;

const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t', 'wp:posOffset']);

/** Children of `parent` go to `each` when complete and are then forgotten. */
export type XmlStream = Readonly<{ parent: string; each: (child: XmlElement) => void }>;

/**
 * Parses one part. Throws `Unreadable`: forbidden-xml for a DOCTYPE, damaged when not well formed
 * or beyond the limits.
 */
export function readXml(xml: string, stream?: XmlStream): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = newScope(null, {});
  let scope = names;
  const scopes: Scope[] = [];
  const root: Node = newNode('', {}, 0, 0);
  let top = root;
  const open: Node[] = [];

  parser.on('error', (error) => {
    throw new Unreadable('damaged', error.message);
  });
  parser.on('doctype', () => {
    throw new Unreadable('forbidden-xml', 'DOCTYPE');
  });
  parser.on('opentag', (tag) => {
    const { position } = parser;
    const declared = declarations(tag.attributes);
    if (declared) scope = newScope(scope, declared);
    scopes.push(scope);
    const name = elementName(scope, tag.name);
    const attributes = attributesOf(scope, name, tag.attributes);
    const node = newNode(name, attributes, xml.lastIndexOf('<', position - 1), position);
    if (top.children === none) top.children = [];
    top.children.push(node);
    open.push(top);
    if (open.length > xmlLimits.depth) throw new Unreadable('damaged', 'elements nested too deeply');
    top = node;
  });
  parser.on('text', (text) => {
    if (textElements.has(top.name)) top.text += text;
  });
  parser.on('cdata', (text) => {
    if (textElements.has(top.name)) top.text += text;
  });
  parser.on('closetag', (tag) => {
    const { position } = parser;
    top.end = position;
    top.closeStart = tag.isSelfClosing ? position : xml.lastIndexOf('<', position - 1);
    const closed = propertyElements.has(top.name) ? shared(scope, xml, top) : top;
    top = open.pop() ?? root;
    if (closed !== top.children.at(-1)) top.children[top.children.length - 1] = closed;
    scopes.pop();
    scope = scopes.at(-1) ?? names;
    if (stream && top.name === stream.parent) {
      top.children = none;
      stream.each(closed);
    }
  });
  parser.write(xml).close();
  const document = root.children[0];
  if (!document) throw new Unreadable('damaged', 'no root element');
  return document;
}

function newNode(name: string, attributes: Readonly<Record<string, string>>, start: number, openEnd: number): Node {
  return { name, attributes, children: none, text: '', start, openEnd, closeStart: openEnd, end: openEnd };
}

/** Files repeat a handful of property elements thousands of times; equal ones become one node. */
const propertyElements = new Set(['w:rPr', 'w:pPr', 'w:tcPr', 'w:trPr']);

function shared(scope: Scope, xml: string, node: Node): Node {
  const key = xml.slice(node.start, node.end);
  const known = scope.properties.get(key);
  if (known) return known;
  scope.properties.set(key, node);
  return node;
}

/** Prefix bindings in force, with the names already resolved under them. */
type Scope = Readonly<{
  bindings: Readonly<Record<string, string>>;
  elements: Map<string, string>;
  attributes: Map<string, string>;
  properties: Map<string, Node>;
}>;

function newScope(outer: Scope | null, declared: Readonly<Record<string, string>>): Scope {
  return {
    bindings: { ...outer?.bindings, ...declared },
    elements: new Map(),
    attributes: new Map(),
    properties: new Map(),
  };
}

function declarations(attributes: Readonly<Record<string, string>>): Record<string, string> | null {
  let found: Record<string, string> | null = null;
  for (const name in attributes) {
    // xmlns or xmlns:…; the first letter spares most names the look.
    if (name.charCodeAt(0) !== 0x78 || (name !== 'xmlns' && !name.startsWith('xmlns:'))) continue;
    found ??= {};
    found[name === 'xmlns' ? '' : name.slice(6)] = attributes[name] as string;
  }
  return found;
}

function elementName(scope: Scope, name: string): string {
  const known = scope.elements.get(name);
  if (known !== undefined) return known;
  const resolved = resolve(scope, name);
  scope.elements.set(name, resolved);
  return resolved;
}

function attributeName(scope: Scope, name: string): string {
  const known = scope.attributes.get(name);
  if (known !== undefined) return known;
  // Unprefixed attributes belong to no namespace; declarations are no attributes.
  const declares = name === 'xmlns' || name.startsWith('xmlns:');
  const resolved = declares ? '' : name.includes(':') ? resolve(scope, name) : name;
  scope.attributes.set(name, resolved);
  return resolved;
}

function resolve(scope: Scope, name: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const canonical = prefixIn(scope, prefix);
  return canonical === '' ? local : `${canonical}:${local}`;
}

function prefixIn(scope: Scope, prefix: string): string {
  if (prefix === 'xml') return 'xml';
  const uri = scope.bindings[prefix];
  const conventional = uri === undefined ? undefined : prefixOfNamespace.get(uri);
  if (conventional !== undefined) return conventional;
  return knownPrefixes.has(prefix) ? `other-${prefix}` : prefix;
}

function attributesOf(
  scope: Scope,
  element: string,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let count = 0;
  let asWritten = element !== 'mc:Choice';
  for (const name in attributes) {
    count += 1;
    asWritten &&= attributeName(scope, name) === name;
  }
  if (count > xmlLimits.attributes) throw new Unreadable('damaged', 'too many attributes');
  // Nearly always the file uses the conventional prefixes, and the parser's own table will do.
  return asWritten ? attributes : renamed(scope, element, attributes);
}

function renamed(
  scope: Scope,
  element: string,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const name in attributes) {
    const known = attributeName(scope, name);
    if (known !== '') result[known] = attributes[name] as string;
  }
  if (element === 'mc:Choice' && result['Requires'] !== undefined) {
    result['Requires'] = result['Requires']
      .split(/\s+/u)
      .map((prefix) => prefixIn(scope, prefix))
      .join(' ');
  }
  return result;
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** `w:val` of a child; undefined when the child or its value is absent. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** All descendants of that name in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((one) =>
    one.name === name ? [one, ...descendants(one, name)] : descendants(one, name),
  );
}

/** Without xml:space="preserve" white space at both ends is not content (XML 1.0 2.10, as Word reads it). */
export function visibleText(element: XmlElement): string {
  const { text } = element;
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/gu, '');
}

/** ST_OnOff (ISO/IEC 29500-1 22.9.2.7): an absent value means on. */
export function isOn(element: XmlElement): boolean {
  const value = element.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** A whole number, or undefined when it is none. */
export function integer(value: string | undefined): number | undefined {
  if (value === undefined || !/^[+-]?\d{1,12}$/u.test(value.trim())) return undefined;
  return Number(value);
}

const unitPoints: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 };

/** A measure in twentieths of a point, or with a unit as strict files write it; answers points. */
export function points(value: string | undefined): number | undefined {
  const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*(pt|in|cm|mm|pc|pi)?\s*$/u.exec(value ?? '');
  if (!match) return undefined;
  const number = Number(match[1]);
  const unit = match[2];
  const answer = unit === undefined ? number / 20 : number * (unitPoints[unit] ?? 1);
  return Math.abs(answer) > 1e6 ? undefined : round(answer);
}

/** Half points, or a measure with its unit. */
export function halfPoints(value: string | undefined): number | undefined {
  if (value !== undefined && /[a-z]/u.test(value)) return points(value);
  const twips = points(value);
  return twips === undefined ? undefined : round(twips * 10);
}

/** English metric units: 12,700 a point. */
export function emu(value: string | undefined): number {
  const number = Number(value ?? '0');
  return Number.isFinite(number) ? round(Math.max(0, number) / 12_700) : 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
