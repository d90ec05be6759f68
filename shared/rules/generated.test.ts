/**
 * Ten thousand documents that nobody wrote: lines of the catalogue's examples of every kind, cut, run
 * together, put into tables and strewn with odd characters. No rule may throw, mark a place that is
 * not there, or answer otherwise when asked again with the rules in another order.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { allParagraphs } from '../document/walk.ts';
import { catalog } from './catalog/index.ts';
import type { DocumentKind, ReviewInput } from './rule.ts';
import { review } from './run.ts';

const kinds: readonly DocumentKind[] = ['contract', 'normative', 'decision', 'enforcement', 'other'];
const linesOf = new Map(
  kinds.map((kind) => [
    kind,
    catalog
      .filter((rule) => rule.kinds.includes(kind))
      .flatMap(({ examples }) => [...examples.hits, ...examples.nearMisses])
      .flatMap(({ text }) => text.split('\n')),
  ]),
);

const odd = fc.constantFrom(
  '',
  '\u3000',
  '\u200b',
  '\ufeff',
  '𠮷',
  '\u0301',
  '①',
  '２０２６',
  '〇',
  '（',
  '”',
  '%',
  '|',
  '\t',
);

/** A line as it might come out of a bad copy: cut short, without its stops, doubled, in a table, with odd characters. */
const spoilt = (line: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(line) },
    fc.nat(line.length).map((at) => line.slice(at)),
    fc.nat(line.length).map((at) => line.slice(0, at)),
    fc.constant(line.replace(/[。；，、：]/gu, '')),
    fc.constant(line.repeat(2)),
    fc.constant(`| 事项 | ${line.replaceAll('|', '')} |`),
    fc.tuple(fc.nat(line.length), odd).map(([at, char]) => line.slice(0, at) + char + line.slice(at)),
  );

const given: fc.Arbitrary<ReviewInput> = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    documents: fc
      .array(fc.constantFrom(...(linesOf.get(kind) ?? [])).chain(spoilt), { minLength: 1, maxLength: 14 })
      .map((lines) => [sample(lines.join('\n')).document] as const),
    kind: fc.constant(kind),
    subKind: fc.constantFrom('unknown', 'procurement', 'lease', 'construction', 'service', 'loan', 'investment'),
    stance: fc.constantFrom('a', 'b', 'neutral'),
    publicPayer: fc.constantFrom(true, false, null),
    asOf: fc.constantFrom('2020-06-01', '2026-02-28', '2026-11-23'),
  }),
);

describe('generated documents', () => {
  it('are reviewed without a throw, at places that exist, the same in any order of the rules', () => {
    const backwards = catalog.toReversed();
    let found = 0;
    fc.assert(
      fc.property(given, (input) => {
        const { findings, faults } = review(input, catalog);
        expect(faults).toEqual([]);
        expect(review(input, backwards).findings).toEqual(findings);
        const lengths = new Map(allParagraphs(input.documents[0]).map(({ id, text }) => [id, text.length]));
        for (const { at, related } of findings) {
          for (const { block, from, to } of at ? [at, ...related] : related) {
            expect(from >= 0 && from < to && to <= (lengths.get(block) ?? -1)).toBe(true);
          }
        }
        found += findings.length;
      }),
      { numRuns: 10_000, seed: 20261124 },
    );
    expect(found).toBeGreaterThan(10_000);
  }, 600_000);
});
