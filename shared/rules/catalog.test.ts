import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { statuteNamed } from '../law/registry.ts';
import { catalog, rulesetSha256 } from './catalog/index.ts';
import type { DocumentKind, Example, Finding, ReviewInput, Rule } from './rule.ts';
import { review } from './run.ts';

function inputOf(rule: Rule, example: Example, kind?: DocumentKind): ReviewInput {
  return {
    documents: [sample(example.text).document],
    kind: kind ?? example.kind ?? rule.kinds[0] ?? 'contract',
    subKind: example.subKind ?? 'unknown',
    stance: example.stance ?? 'neutral',
    publicPayer: example.publicPayer ?? null,
    asOf: example.asOf ?? '2026-11-23',
  };
}

/** What one rule finds in one example. */
function run(rule: Rule, example: Example, kind?: DocumentKind): readonly Finding[] {
  const { findings, faults } = review(inputOf(rule, example, kind), [rule]);
  expect(faults).toEqual([]);
  return findings;
}

const rows = catalog.map((rule) => [rule.id, rule] as const);

describe('the catalogue', () => {
  it('has distinct ids', () => {
    const ids = catalog.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['title', 'why', 'advice'] as const)('says each %s once', (field) => {
    const words = catalog.map((rule) => rule[field]);
    expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
  });

  it('hashes what it declares, whatever the order', () => {
    expect(rulesetSha256()).toMatch(/^[0-9a-f]{64}$/u);
    expect(rulesetSha256(catalog.toReversed())).toBe(rulesetSha256(catalog));
    const [first, ...rest] = catalog;
    if (first) expect(rulesetSha256([{ ...first, advice: '改' }, ...rest])).not.toBe(rulesetSha256(catalog));
  });

  it.each(rows)('%s says what it is', (_, rule) => {
    expect(rule.id).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/u);
    for (const words of [rule.title, rule.why, rule.advice]) expect(words.trim().length).toBeGreaterThan(3);
    expect(rule.title.length).toBeLessThanOrEqual(30);
    expect(rule.kinds.length).toBeGreaterThan(0);
    for (const basis of rule.basis) {
      if (basis.article === null) expect(basis.note ?? '').not.toBe('');
      else expect([basis.law, statuteNamed(basis.law)?.title ?? null]).not.toContain(null);
    }
  });

  it.each(rows)('%s cites an article where it says unlawful', (_, rule) => {
    if (rule.nature === 'unlawful') expect(rule.basis.some((basis) => basis.article !== null)).toBe(true);
  });

  it.each(rows)('%s never runs on statutes', (_, rule) => {
    for (const example of rule.examples.hits) expect(run(rule, example, 'statute')).toEqual([]);
  });
});

const examples = (of: 'hits' | 'nearMisses'): (readonly [string, string, Rule, Example])[] =>
  catalog.flatMap((rule) => rule.examples[of].map((example) => [rule.id, example.text, rule, example] as const));

describe('examples', () => {
  it.each(rows)('%s has three hits and three near misses', (_, rule) => {
    expect(rule.examples.hits.length).toBeGreaterThanOrEqual(3);
    expect(rule.examples.nearMisses.length).toBeGreaterThanOrEqual(3);
    const texts = [...rule.examples.hits, ...rule.examples.nearMisses].map((example) => JSON.stringify(example));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(examples('hits'))('%s fires on %s', (_, __, rule, example) => {
    const findings = run(rule, example);
    expect(findings.map((finding) => finding.rule)).toContain(rule.id);
    if (example.quote !== undefined) expect(findings.map((finding) => finding.quote)).toContain(example.quote);
    if (example.says !== undefined) {
      expect(findings.map((finding) => finding.message).join('\n')).toContain(example.says);
    }
  });

  it.each(examples('nearMisses'))('%s keeps quiet on %s', (_, __, rule, example) => {
    expect(run(rule, example).map((finding) => finding.message)).toEqual([]);
  });
});

const corpus = new URL('../../../shared/', import.meta.url);

describe.skipIf(!existsSync(corpus))('bases against the published texts (skipped where the corpus is absent)', () => {
  type Entry = { title: string; citedAs: string; file: string };
  type Known = { id: string; basis: { law?: string; article?: number; probe?: string }[] };
  const read = (path: string): string => readFileSync(new URL(path, corpus), 'utf8');
  const present = existsSync(corpus);
  const index = present ? (JSON.parse(read('corpus/laws/statutes/index.json')) as Entry[]) : [];
  const known = present ? (JSON.parse(read('domain/rules.json')) as Known[]) : [];
  const texts = new Map<string, string>();

  const textOf = (law: string): string | null => {
    const statute = statuteNamed(law);
    const entry = index.find((candidate) => statuteNamed(candidate.title) === statute);
    if (!statute || !entry) return null;
    const cached = texts.get(entry.file) ?? read(`corpus/laws/statutes/${encodeURIComponent(entry.file)}`);
    texts.set(entry.file, cached);
    return cached;
  };

  it.each(rows)('%s cites articles that exist and carry it', (_, rule) => {
    for (const { law, article } of rule.basis) {
      if (article === null) continue;
      const text = textOf(law);
      if (text === null) continue;
      const found = articleOf(text, article);
      expect([law, article, found === null]).toEqual([law, article, false]);
      const probes = (known.find((entry) => entry.id === rule.id)?.basis ?? []).filter(
        (basis) =>
          basis.law !== undefined && String(basis.article) === article && statuteNamed(basis.law) === statuteNamed(law),
      );
      for (const { probe } of probes) if (probe !== undefined) expect(found).toContain(probe);
    }
  });
});

/** One article of a statute's text, by its number as a rule writes it: "510", "120-1". */
function articleOf(text: string, article: string): string | null {
  const [number, sub] = article.split('-');
  const label = `第${han(Number(number))}条${sub === undefined ? '' : `之${han(Number(sub))}`}`;
  const start = text.search(new RegExp(`^${label}(?!之)`, 'mu'));
  if (start < 0) return null;
  const rest = text.slice(start + label.length);
  const end = rest.search(/^(?:第[一二三四五六七八九十百千零]+条|#)/mu);
  return end < 0 ? rest : rest.slice(0, end);
}

const digits = '零一二三四五六七八九';

/** 1 to 9999 as statutes number their articles. */
function han(value: number): string {
  const units = ['', '十', '百', '千'];
  const written = [...String(value)]
    .map((digit, at, all) =>
      digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${units[all.length - 1 - at] ?? ''}`,
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '');
  return written.replace(/^一十/u, '十');
}
