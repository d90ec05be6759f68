/**
 * Linear-time patterns (RE2 syntax: no look-around, no back-references). A pattern first asks
 * whether a text holds one of the literals that every match needs; most texts do not, and that
 * question is some fifty times cheaper than running the automaton.
 */
import { RE2JS } from 're2js';

export type Match = Readonly<{
  from: number;
  to: number;
  text: string;
  /** Capture groups from 1 on; null where a group took no part. */
  groups: readonly (Readonly<{ from: number; to: number; text: string }> | null)[];
}>;

export type Pattern = Readonly<{
  source: string;
  /** Literals of which every match holds at least one; null when none can be named. */
  literals: readonly string[] | null;
  /** Every match, left to right, not overlapping. */
  all: (text: string) => Match[];
  first: (text: string) => Match | null;
  test: (text: string) => boolean;
}>;

const made: (() => RE2JS)[] = [];

/** Compiles every pattern made so far; throws at the first that is not RE2. For the catalogue's test. */
export function compileAll(): number {
  for (const program of made) program();
  return made.length;
}

/**
 * A pattern, compiled when a text first asks for it: of the thousand patterns of the catalogue one document needs a
 * part, and compiling them all at start would take longer than reading it. Syntax RE2 does not know throws then.
 */
export function pattern(source: string): Pattern {
  let compiled: RE2JS | null = null;
  const program = (): RE2JS => (compiled ??= RE2JS.compile(source));
  made.push(program);
  const literals = requiredLiterals(source);
  const mayMatch = (text: string): boolean => literals === null || literals.some((literal) => text.includes(literal));

  function* matches(text: string): Generator<Match> {
    if (!mayMatch(text)) return;
    const matcher = program().matcher(text);
    const groupCount = program().groupCount();
    while (matcher.find()) {
      const from = matcher.start();
      const to = matcher.end();
      const groups = Array.from({ length: groupCount }, (_, index) => {
        const start = matcher.start(index + 1);
        if (start < 0) return null;
        const end = matcher.end(index + 1);
        return { from: start, to: end, text: text.slice(start, end) };
      });
      yield { from, to, text: text.slice(from, to), groups };
    }
  }

  return {
    source,
    literals,
    all: (text) => [...matches(text)],
    first: (text) => matches(text).next().value ?? null,
    test: (text) => mayMatch(text) && program().matcher(text).find(),
  };
}

/**
 * Literals of which every match holds at least one, or null when none can be named. Understands
 * alternation, groups, classes and quantifiers; where unsure it answers null, which is only slower.
 */
export function requiredLiterals(source: string): string[] | null {
  if (/\(\?[a-zA-Z]*i/.test(source)) return null;
  const parsed = parseAlternatives(source, 0);
  return parsed.at === source.length ? parsed.literals : null;
}

type Parsed = { literals: string[] | null; at: number };

function parseAlternatives(source: string, start: number): Parsed {
  const branches: (string[] | null)[] = [];
  let at = start;
  for (;;) {
    const branch = parseSequence(source, at);
    branches.push(branch.literals);
    at = branch.at;
    if (source[at] !== '|') break;
    at += 1;
  }
  const literals = branches.some((branch) => branch === null) ? null : branches.flatMap((branch) => branch ?? []);
  return { literals, at };
}

/** The best literal set of one branch: the one whose shortest member is longest. */
function parseSequence(source: string, start: number): Parsed {
  let best: string[] | null = null;
  let literal = '';
  let at = start;
  const offer = (candidate: string[] | null): void => {
    if (candidate === null || candidate.length === 0 || candidate.some((text) => text === '')) return;
    if (best === null || weight(candidate) > weight(best)) best = candidate;
  };
  const flush = (): void => {
    if (literal) offer([literal]);
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
    if (atom.kind === 'literal') offer([atom.text]);
    if (atom.kind === 'group') offer(atom.literals);
  }
  flush();
  return { literals: best, at };
}

/** Longer literals are rarer; many alternatives cost more to ask for. */
function weight(literals: readonly string[]): number {
  return Math.min(...literals.map((text) => text.length)) - literals.length / 100;
}

type Atom =
  | { kind: 'literal'; text: string; at: number }
  | { kind: 'group'; literals: string[] | null; at: number }
  | { kind: 'any'; at: number };

function parseAtom(source: string, start: number): Atom {
  const char = source[start] ?? '';
  if (char === '(') {
    const prefix = /^\((\?(P?<\w+>|[a-zA-Z-]*:))?/.exec(source.slice(start))?.[0] ?? '(';
    const inside = parseAlternatives(source, start + prefix.length);
    return { kind: 'group', literals: inside.literals, at: inside.at + 1 };
  }
  if (char === '[') {
    let at = start + 1;
    if (source[at] === '^') at += 1;
    if (source[at] === ']') at += 1;
    while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    return { kind: 'any', at: at + 1 };
  }
  if (char === '\\') {
    const next = source[start + 1] ?? '';
    if (/[a-zA-Z0-9]/.test(next)) {
      const long = /^\\[pPx]\{[^}]*\}/.exec(source.slice(start))?.[0];
      return { kind: 'any', at: start + (long?.length ?? 2) };
    }
    return { kind: 'literal', text: next, at: start + 2 };
  }
  if ('.^$'.includes(char)) return { kind: 'any', at: start + 1 };
  const text = String.fromCodePoint(source.codePointAt(start) ?? 0);
  return { kind: 'literal', text, at: start + text.length };
}

function parseQuantifier(source: string, start: number): { min: number; once: boolean; at: number } {
  const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(start, start + 16))?.[0];
  if (!found) return { min: 1, once: true, at: start };
  const counted = /^\{(\d+)/.exec(found);
  const min = counted ? Number(counted[1]) : found.startsWith('+') ? 1 : 0;
  return { min, once: false, at: start + found.length };
}
