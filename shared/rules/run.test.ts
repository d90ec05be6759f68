import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../document/model.ts';
import { sample } from '../document/sample.ts';
import { allParagraphs } from '../document/walk.ts';
import { catalog } from './catalog/index.ts';
import { pattern } from './pattern.ts';
import { phrase } from './builders.ts';
import type { Finding, ReviewInput, Rule } from './rule.ts';
import { review } from './run.ts';

const input = (...texts: [string, ...string[]]): ReviewInput => {
  const [first, ...rest] = texts.map((text): Document => sample(text).document);
  if (!first) throw new Error('a review needs a document');
  return {
    documents: [first, ...rest],
    kind: 'contract',
    subKind: 'unknown',
    stance: 'neutral',
    publicPayer: null,
    asOf: '2026-11-23',
  };
};

const rule = (id: string, source: string, severity: Rule['severity'] = 'medium'): Rule => ({
  id,
  title: id,
  severity,
  nature: 'risk',
  kinds: ['contract'],
  why: 'why',
  basis: [{ law: '民法典', article: '510' }],
  advice: 'advice',
  check: phrase({ find: pattern(source), message: ({ match }) => match.text }),
  examples: { hits: [], nearMisses: [] },
});

/** Documents put together from the catalogue's own examples, so that rules really fire. */
const lines = catalog
  .filter((entry) => entry.kinds.includes('contract'))
  .flatMap((entry) => entry.examples.hits)
  .flatMap((example) => example.text.split('\n'));
const documentText = fc
  .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 12 })
  .map((chosen) => chosen.join('\n'));
const quick = { numRuns: 60 };

const printsOf = (chosen: readonly string[], rules: readonly Rule[]): string[] =>
  review(input(chosen.join('\n')), rules).findings.map((finding) => finding.fingerprint);

const exempting = (text: string): readonly Finding[] => review(input(text), [rule('a-one', '概不负责')]).findings;

describe('yielding', () => {
  const general: Rule = {
    ...rule('b-general', '概不负责'),
    yieldsTo: ['a-special'],
    basis: [{ law: '民法典', article: '506' }],
  };
  const special = rule('a-special', '甲方概不负责任何');
  const text = '因此造成的损失，甲方概不负责任何赔偿。\n乙方概不负责。';

  it('lets the special rule report where both mark the same words, with both grounds', () => {
    const { findings } = review(input(text), [general, special]);
    expect(findings.map(({ rule: id, quote }) => [id, quote])).toEqual([
      ['a-special', '甲方概不负责任何'],
      ['b-general', '概不负责'],
    ]);
    expect(findings[0]?.grounds).toEqual([{ rule: 'b-general', title: 'b-general', message: '概不负责' }]);
    expect(findings[0]?.basis.map(({ article }) => article)).toEqual(['510', '506']);
  });

  it('reports the general rule alone where the special one is not asked', () => {
    expect(review(input(text), [general]).findings.map(({ rule: id }) => id)).toEqual(['b-general', 'b-general']);
  });

  it('passes grounds along a chain of rules that yield, and does not hang on a circle', () => {
    const last = { ...rule('c-last', '负责'), yieldsTo: ['b-general'] };
    const { findings } = review(input(text), [last, general, special]);
    expect(findings[0]?.grounds.map(({ rule: id }) => id)).toEqual(['b-general', 'c-last']);
    const circle = [
      { ...rule('x-one', '概不负责'), yieldsTo: ['x-two'] },
      { ...rule('x-two', '概不负责'), yieldsTo: ['x-one'] },
    ];
    expect(review(input('甲方概不负责。'), circle).faults).toEqual([]);
  });
});

describe('review', () => {
  it('answers the same findings again, in whatever order the rules come', () => {
    fc.assert(
      fc.property(documentText, fc.shuffledSubarray([...catalog], { minLength: catalog.length }), (text, shuffled) => {
        const first = review(input(text), catalog);
        expect(review(input(text), catalog)).toEqual(first);
        expect(review(input(text), shuffled).findings).toEqual(first.findings);
      }),
      quick,
    );
  });

  it('marks places that exist, and quotes what stands there', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const given = input(text);
        const paragraphs = new Map(
          allParagraphs(given.documents[0]).map((paragraph) => [paragraph.id, paragraph.text]),
        );
        const { findings, faults } = review(given, catalog);
        expect(faults).toEqual([]);
        for (const { at, related, quote } of findings) {
          for (const span of [...(at ? [at] : []), ...related]) {
            const length = paragraphs.get(span.block)?.length ?? -1;
            expect(span.from >= 0 && span.from < span.to && span.to <= length).toBe(true);
          }
          if (at) expect(paragraphs.get(at.block)?.slice(at.from, at.to)).toBe(quote);
        }
      }),
      quick,
    );
  });

  it('gives every finding a fingerprint of its own', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const prints = review(input(text), catalog).findings.map((finding) => finding.fingerprint);
        expect(new Set(prints).size).toBe(prints.length);
      }),
      quick,
    );
  });

  it('keeps fingerprints when a clause is inserted above', () => {
    const rules = [rule('a-one', '概不负责'), rule('a-two', '甲方.{0,6}责任')];
    const clause = fc.constantFrom('甲方概不负责。', '甲方不承担责任。', '乙方概不负责；甲方承担责任。', '双方协商。');
    fc.assert(
      fc.property(
        fc.array(clause, { maxLength: 6 }),
        fc.array(fc.constantFrom('新增条款。', '第一条 标的。'), { minLength: 1, maxLength: 3 }),
        (old, added) => {
          expect(printsOf([...added, '。', ...old], rules)).toEqual(printsOf(['。', ...old], rules));
        },
      ),
      quick,
    );
  });

  it('tells equal findings apart by their order', () => {
    const twice = exempting('甲方概不负责。\n甲方概不负责。');
    expect(twice).toHaveLength(2);
    expect(twice[0]?.fingerprint).not.toBe(twice[1]?.fingerprint);
    expect(exempting('甲方概不负责。')[0]?.fingerprint).toBe(twice[0]?.fingerprint);
    // Width and white space do not count, wording does.
    expect(exempting('甲方 概不负责。')[0]?.fingerprint).toBe(twice[0]?.fingerprint);
    expect(exempting('乙方概不负责。')[0]?.fingerprint).not.toBe(twice[0]?.fingerprint);
  });

  it('orders by place, then by gravity', () => {
    const rules = [
      rule('a-low', '概不负责', 'low'),
      rule('b-high', '概不负责', 'high'),
      rule('c-first', '甲方', 'low'),
    ];
    expect(review(input('甲方概不负责。'), rules).findings.map((finding) => finding.rule)).toEqual([
      'c-first',
      'b-high',
      'a-low',
    ]);
  });

  it('goes on when a rule throws, and says which', () => {
    const broken: Rule = {
      ...rule('a-broken', '甲'),
      check: () => {
        throw new Error('no such thing');
      },
    };
    const outside: Rule = {
      ...rule('b-outside', '甲'),
      check: () => [{ at: { block: 'p9', from: 0, to: 1 }, message: 'm' }],
    };
    const { findings, faults } = review(input('甲方概不负责。'), [broken, outside, rule('c-sound', '概不负责')]);
    expect(findings.map((finding) => finding.rule)).toEqual(['c-sound']);
    expect(faults.map((fault) => fault.rule)).toEqual(['a-broken', 'b-outside']);
  });

  it('says once, of the main document, what a set of documents lacks', () => {
    const lacking: Rule = { ...rule('a-lacking', '甲'), check: () => [{ at: null, missing: 'thing', message: 'm' }] };
    const { findings } = review(input('正文。', '附件。'), [lacking]);
    expect(findings.map(({ document, at, quote }) => ({ document, at, quote }))).toEqual([
      { document: 0, at: null, quote: null },
    ]);
  });
});
