/**
 * What every match of a pattern must hold, read from its source: literals in order, one of several at
 * an alternation. Understands groups, classes and quantifiers; where unsure it names nothing, which is
 * only slower.
 */

/** `all` stand in this order, without overlap; of `any` at least one stands. */
export type Need = string | Readonly<{ kind: 'all' | 'any'; of: readonly Need[] }>;

export function needOf(source: string): Need | null {
  if (/\(\?[a-zA-Z]*i/.test(source)) return null;
  const parsed = parseAlternatives(source, 0);
  return parsed.at === source.length ? parsed.need : null;
}

/** Whether a text can hold a match: its needs stand in it, in order. */
export function mayHold(text: string, need: Need): boolean {
  return endOf(text, need, 0) >= 0;
}

/** The earliest end of a need at or after an offset; -1 when it does not stand there. */
function endOf(text: string, need: Need, from: number): number {
  if (typeof need === 'string') {
    const at = text.indexOf(need, from);
    return at < 0 ? -1 : at + need.length;
  }
  if (need.kind === 'all') {
    let end = from;
    for (const part of need.of) {
      end = endOf(text, part, end);
      if (end < 0) return -1;
    }
    return end;
  }
  let earliest = -1;
  for (const one of need.of) {
    const end = endOf(text, one, from);
    if (end >= 0 && (earliest < 0 || end < earliest)) earliest = end;
  }
  return earliest;
}

/** Literals of which every match holds at least one: the rarest such set, judged by length. */
export function literalsOf(need: Need): readonly string[] {
  if (typeof need === 'string') return [need];
  const sets = need.of.map(literalsOf);
  return need.kind === 'any' ? [...new Set(sets.flat())] : sets.reduce((a, b) => (weight(b) > weight(a) ? b : a));
}

/** Longer literals are rarer; many alternatives cost more to ask for. */
function weight(literals: readonly string[]): number {
  return Math.min(...literals.map((text) => text.length)) - literals.length / 100;
}

type Parsed = Readonly<{ need: Need | null; at: number }>;

function parseAlternatives(source: string, start: number): Parsed {
  const branches: (Need | null)[] = [];
  let at = start;
  for (;;) {
    const branch = parseSequence(source, at);
    branches.push(branch.need);
    at = branch.at;
    if (source[at] !== '|') break;
    at += 1;
  }
  return { need: anyOf(branches), at };
}

function anyOf(needs: readonly (Need | null)[]): Need | null {
  const known = needs.filter((need) => need !== null);
  if (known.length < needs.length) return null;
  return known.length === 1 ? (known[0] ?? null) : { kind: 'any', of: known };
}

function parseSequence(source: string, start: number): Parsed {
  const parts: Need[] = [];
  let literal = '';
  let at = start;
  const flush = (): void => {
    if (literal) parts.push(literal);
    literal = '';
  };
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const atom = parseAtom(source, at);
    const quantifier = parseQuantifier(source, atom.at);
    at = quantifier.at;
    if (atom.kind === 'literal' && quantifier.once) {
      literal += atom.text;
      continue;
    }
    flush();
    if (quantifier.min === 0) continue;
    if (atom.kind === 'literal') parts.push(atom.text);
    if (atom.kind === 'group' && atom.need !== null) parts.push(atom.need);
  }
  flush();
  const need = parts.length > 1 ? { kind: 'all' as const, of: parts } : (parts[0] ?? null);
  return { need, at };
}

type Atom =
  | { kind: 'literal'; text: string; at: number }
  | { kind: 'group'; need: Need | null; at: number }
  | { kind: 'any'; at: number };

function parseAtom(source: string, start: number): Atom {
  const char = source[start] ?? '';
  if (char === '(') {
    const prefix = /^\((\?(P?<\w+>|[a-zA-Z-]*:))?/.exec(source.slice(start, start + 64))?.[0] ?? '(';
    const inside = parseAlternatives(source, start + prefix.length);
    return { kind: 'group', need: inside.need, at: inside.at + 1 };
  }
  if (char === '[') return parseClass(source, start);
  if (char === '\\') {
    const next = source[start + 1] ?? '';
    if (/[a-zA-Z0-9]/.test(next)) {
      const long = /^\\[pPx]\{[^}]*\}/.exec(source.slice(start, start + 64))?.[0];
      return { kind: 'any', at: start + (long?.length ?? 2) };
    }
    return { kind: 'literal', text: next, at: start + 2 };
  }
  if ('.^$'.includes(char)) return { kind: 'any', at: start + 1 };
  const text = String.fromCodePoint(source.codePointAt(start) ?? 0);
  return { kind: 'literal', text, at: start + text.length };
}

/** Few enough members to ask for each. */
const smallClass = 12;

/** [甲乙丙] is one of its members; ranges, escapes and [^…] name nothing. */
function parseClass(source: string, start: number): Atom {
  let at = start + 1;
  if (source[at] === '^') at += 1;
  if (source[at] === ']') at += 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  const inside = source.slice(start + 1, at);
  const members = [...inside];
  const plain = members.length > 1 && members.length <= smallClass && !/[\^\\[\]-]/u.test(inside);
  return plain ? { kind: 'group', need: { kind: 'any', of: members }, at: at + 1 } : { kind: 'any', at: at + 1 };
}

function parseQuantifier(source: string, start: number): { min: number; once: boolean; at: number } {
  const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(start, start + 16))?.[0];
  if (!found) return { min: 1, once: true, at: start };
  const counted = /^\{(\d+)/.exec(found);
  const min = counted ? Number(counted[1]) : found.startsWith('+') ? 1 : 0;
  return { min, once: false, at: start + found.length };
}
