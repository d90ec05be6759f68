import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';

describe('canonical JSON', () => {
  it.each([
    [null, 'null'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    ['第一条\n“甲方”', '"第一条\\n“甲方”"'],
    ['\ud800', '"\\ud800"'],
    [[], '[]'],
    [{}, '{}'],
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    // Sorted by UTF-16 code units, not by code points: U+1F600 begins with D83D, before U+FB00.
    [{ '\ufb00': 1, '\u{1f600}': 2 }, '{"\u{1f600}":2,"\ufb00":1}'],
    [JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  ])('writes %j', (value, text) => expect(canonical(value)).toBe(text));

  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  it.each([
    ['undefined', undefined],
    ['an undefined property', { a: undefined }],
    ['an undefined entry', Array.from({ length: 2 }).concat(1)],
    ['NaN', { a: [Number.NaN] }],
    ['an infinity', Number.NEGATIVE_INFINITY],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a cycle', cycle],
  ])('refuses %s', (_, value) => expect(() => canonical(value)).toThrow(TypeError));

  it('does not normalise: a quote stays what it was', () => {
    expect(canonical('\u00e9')).not.toBe(canonical('e\u0301'));
  });

  it('says the same of the same value whatever the order of keys, and reads back to it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), fc.integer(), (value, seed) => {
        const text = canonical(value);
        expect(canonical(shuffled(value, seed))).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
        const same = canonical(a) === canonical(b);
        expect(same).toBe(JSON.stringify(sortedDeep(a)) === JSON.stringify(sortedDeep(b)));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});

/** The same value with the keys of its objects turned round or rotated. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffled(entry, seed));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, shuffled(entry, seed)] as const);
  const turn = entries.length === 0 ? 0 : Math.abs(seed) % entries.length;
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].toReversed());
}

/** An independent statement of equality: insertion order fixed by rebuilding sorted objects. */
function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value).sort();
  return keys.map((key) => [key, sortedDeep((value as Record<string, unknown>)[key])]).concat([['{}', keys.length]]);
}
