/**
 * Which lines of a text hold what a match needs, in whatever order it stands there: an index by pairs
 * of neighbouring characters, as suits a language without spaces. Sets of lines are bits.
 */
import type { Need } from './needs.ts';

/** Bit n of word w is line 32w + n; null is the empty set. */
type Lines = Uint32Array | null;

/** Answers, for a need, the lines that hold it, ascending. `text` is the lines joined, `starts` where each begins. */
export function lineIndex(
  lines: readonly string[],
  text: string,
  starts: readonly number[],
): (need: Need) => readonly number[] {
  const words = Math.ceil(lines.length / 32);
  const pairs = pairsOf(lines);
  const literals = new Map<string, Lines>();
  const answers = new Map<Need, readonly number[]>();

  const setOf = (found: readonly number[]): Lines => {
    if (found.length === 0) return null;
    const set = new Uint32Array(words);
    for (const line of found) set[line >>> 5] = (set[line >>> 5] ?? 0) | (1 << (line & 31));
    return set;
  };

  const holding = (literal: string): Lines => {
    const known = literals.get(literal);
    if (known !== undefined) return known;
    const found = setOf(
      literal.length === 1 ? linesWithCharacter(literal, text, starts) : linesWith(literal, lines, pairs),
    );
    literals.set(literal, found);
    return found;
  };

  const needing = (need: Need): Lines => {
    if (typeof need === 'string') return holding(need);
    let set: Lines = null;
    for (const [at, part] of need.of.entries()) {
      const held = needing(part);
      if (need.kind === 'any') set = either(set, held);
      else set = at === 0 ? held : both(set, held);
      if (need.kind === 'all' && set === null) return null;
    }
    return set;
  };

  return (need) => {
    const known = answers.get(need);
    if (known) return known;
    const answer = membersOf(needing(need));
    answers.set(need, answer);
    return answer;
  };
}

function either(a: Lines, b: Lines): Lines {
  if (a === null || b === null) return a ?? b;
  return a.map((word, at) => word | (b[at] ?? 0));
}

function both(a: Lines, b: Lines): Lines {
  if (a === null || b === null) return null;
  let any = 0;
  const set = a.map((word, at) => {
    const shared = word & (b[at] ?? 0);
    any |= shared;
    return shared;
  });
  return any === 0 ? null : set;
}

function membersOf(set: Lines): readonly number[] {
  if (set === null) return [];
  const members: number[] = [];
  set.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) members.push(at * 32 + 31 - Math.clz32(rest & -rest));
  });
  return members;
}

type Pairs = ReadonlyMap<number, readonly number[]>;

function pairsOf(lines: readonly string[]): Pairs {
  const pairs = new Map<number, number[]>();
  lines.forEach((line, index) => {
    for (let at = 1; at < line.length; at += 1) {
      const pair = line.charCodeAt(at - 1) * 65_536 + line.charCodeAt(at);
      const held = pairs.get(pair);
      if (!held) pairs.set(pair, [index]);
      else if (held[held.length - 1] !== index) held.push(index);
    }
  });
  return pairs;
}

/** Lines that hold a literal of two units or more: those of its rarest pair, looked at. */
function linesWith(literal: string, lines: readonly string[], pairs: Pairs): readonly number[] {
  let rarest: readonly number[] | null = null;
  for (let at = 1; at < literal.length; at += 1) {
    const held = pairs.get(literal.charCodeAt(at - 1) * 65_536 + literal.charCodeAt(at));
    if (!held) return [];
    if (!rarest || held.length < rarest.length) rarest = held;
  }
  return literal.length === 2 ? (rarest ?? []) : (rarest ?? []).filter((index) => lines[index]?.includes(literal));
}

function linesWithCharacter(char: string, text: string, starts: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(char); at >= 0;) {
    const index = lineAt(starts, at);
    found.push(index);
    at = text.indexOf(char, starts[index + 1] ?? text.length);
  }
  return found;
}

/** Index of the last start that is not after `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
