/** A rule proved by its examples: each hit found where it says, each near miss left alone. */
import { sample } from '../document/sample.ts';
import type { Day, DocumentKind, Example, Finding, ReviewInput, Rule } from './rule.ts';
import { review } from './run.ts';

/** The day on which examples are read unless they name another: the law of that day is meant. */
export const exampleDay: Day = '2026-11-23';

export type ExampleFault = Readonly<{
  of: 'hit' | 'near-miss';
  text: string;
  /** missed, or found: the quotes found where none or another was expected; broken: the check threw. */
  kind: 'missed' | 'elsewhere' | 'unsaid' | 'found' | 'broken';
  found: readonly string[];
}>;

/** The review of one example. `kind` overrules what the example says it is. */
export function exampleInput(rule: Rule, example: Example, kind?: DocumentKind): ReviewInput {
  return {
    documents: [sample(example.text).document],
    kind: kind ?? example.kind ?? rule.kinds[0] ?? 'contract',
    subKind: example.subKind ?? 'unknown',
    stance: example.stance ?? 'neutral',
    publicPayer: example.publicPayer ?? null,
    asOf: example.asOf ?? exampleDay,
  };
}

/** What is wrong with a rule's examples; nothing when they prove it. */
export function prove(rule: Rule): ExampleFault[] {
  return [
    ...rule.examples.hits.flatMap((example) => hitFault(rule, example)),
    ...rule.examples.nearMisses.flatMap((example) => nearMissFault(rule, example)),
  ];
}

function hitFault(rule: Rule, example: Example): ExampleFault[] {
  const { findings, faults } = review(exampleInput(rule, example), [rule]);
  const fault = (kind: ExampleFault['kind']): ExampleFault[] => [
    { of: 'hit', text: example.text, kind, found: quotesOf(findings) },
  ];
  if (faults.length > 0) return fault('broken');
  if (findings.length === 0) return fault('missed');
  if (example.quote !== undefined && !findings.some(({ quote }) => quote === example.quote)) return fault('elsewhere');
  const { says } = example;
  if (says !== undefined && !findings.some(({ message }) => message.includes(says))) return fault('unsaid');
  return [];
}

function nearMissFault(rule: Rule, example: Example): ExampleFault[] {
  const { findings, faults } = review(exampleInput(rule, example), [rule]);
  if (faults.length === 0 && findings.length === 0) return [];
  const kind = faults.length > 0 ? 'broken' : 'found';
  return [{ of: 'near-miss', text: example.text, kind, found: quotesOf(findings) }];
}

function quotesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ quote, message }) => quote ?? message);
}
