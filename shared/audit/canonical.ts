/**
 * Canonical JSON: one value, one text, so that a hash of it means something. After RFC 8785 (JSON
 * Canonicalization Scheme): no white space, keys sorted by UTF-16 code units, numbers and strings
 * as ECMAScript writes them.
 *
 * Strings stay exactly as they are: they are NOT brought to a Unicode normal form, because a quote
 * must equal the document it was taken from. Two spellings that look alike hash differently. A lone
 * surrogate is written as its `\u` escape, so the text survives any encoding.
 */
export type Json = null | boolean | number | string | readonly Json[] | Readonly<{ [key: string]: Json }>;

/** Nothing the record holds is nested nearly as deep; a cycle ends here too. */
const deepest = 100;

/**
 * The canonical text of plain data. Throws `TypeError` for what JSON cannot say without loss:
 * undefined (also as a property), NaN, infinities, bigint, functions, symbols, class instances.
 */
export function canonical(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > deepest) throw new TypeError(`Nested deeper than ${deepest} levels at ${path}`);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`Not a finite number at ${path}`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) {
        return `[${Array.from(value, (entry, at) => write(entry, `${path}[${at}]`, depth + 1)).join(',')}]`;
      }
      return writeObject(value, path, depth);
    default:
      throw new TypeError(`Cannot write a value of type ${typeof value} at ${path}`);
  }
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`Cannot write anything but plain data at ${path}`);
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = entries.map(
    ([key, entry]) => `${JSON.stringify(key)}:${write(entry, `${path}.${key.slice(0, 40)}`, depth + 1)}`,
  );
  return `{${parts.join(',')}}`;
}
