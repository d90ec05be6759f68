import { describe, expect, it } from 'vitest';
import { statuteNamed } from '../law/registry.ts';
import { catalog, rulesetSha256 } from './catalog/index.ts';
import { compileAll } from './pattern.ts';
import { exampleInput } from './prove.ts';
import type { DocumentKind, Example, Finding, Rule } from './rule.ts';
import { review } from './run.ts';

/** What one rule finds in one example. */
function run(rule: Rule, example: Example, kind?: DocumentKind): readonly Finding[] {
  const { findings, faults } = review(exampleInput(rule, example, kind), [rule]);
  expect(faults).toEqual([]);
  return findings;
}

const rows = catalog.map((rule) => [rule.id, rule] as const);

describe('the catalogue', () => {
  it('has distinct ids', () => {
    const ids = catalog.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names, where a rule yields, rules that exist', () => {
    const ids = new Set(catalog.map((rule) => rule.id));
    expect(catalog.flatMap((rule) => rule.yieldsTo ?? []).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('gives every setting one value', () => {
    const settings = new Map<string, Set<number>>();
    for (const { key, value } of catalog.flatMap((rule) => rule.settings ?? [])) {
      settings.set(key, (settings.get(key) ?? new Set()).add(value));
    }
    expect([...settings].filter(([, values]) => values.size > 1)).toEqual([]);
  });

  it('has patterns that all compile', () => expect(compileAll()).toBeGreaterThan(catalog.length));

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
