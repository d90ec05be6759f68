/**
 * Linear-time patterns (RE2 syntax: no look-around, no back-references). A pattern first asks
 * whether a text holds the literals that every match needs; most texts do not, and that question is
 * some fifty times cheaper than running the automaton.
 */
import { RE2JS } from 're2js';
import { literalsOf, mayHold, needOf } from './needs.ts';
import type { Need } from './needs.ts';

export type Match = Readonly<{
  from: number;
  to: number;
  text: string;
  /** Capture groups from 1 on; null where a group took no part. */
  groups: readonly (Readonly<{ from: number; to: number; text: string }> | null)[];
}>;

export type Pattern = Readonly<{
  source: string;
  /** What every match holds; null when nothing can be named. */
  need: Need | null;
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
  const need = needOf(source);
  const mayMatch = (text: string): boolean => need === null || mayHold(text, need);

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
    need,
    literals: need === null ? null : literalsOf(need),
    all: (text) => [...matches(text)],
    first: (text) => matches(text).next().value ?? null,
    test: (text) => mayMatch(text) && program().matcher(text).find(),
  };
}
