/** Own rules as YAML: one rule as text and back, and a pack with one of its rules changed. */
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Document } from 'yaml';
import { ownRule, packFormat } from './format.ts';
import type { OwnRule } from './format.ts';

/** A rule as a pack has it, sound or not. */
export type Written = Readonly<Record<string, unknown>>;

const manner = { lineWidth: 0 } as const;

export function ruleText(rule: Written): string {
  return stringify(rule, manner);
}

export type RuleRead =
  | Readonly<{ kind: 'rule'; rule: OwnRule; written: Written }>
  | Readonly<{ kind: 'not-yaml'; line: number }>
  /** `paths` name what is missing or wrong, such as `check.find`. */
  | Readonly<{ kind: 'faulty'; written: Written; paths: readonly string[] }>;

/** Reads the text of one rule. */
export function readRule(text: string): RuleRead {
  const source = parseDocument(text, { uniqueKeys: true });
  const [error] = source.errors;
  if (error) return { kind: 'not-yaml', line: error.linePos?.[0].line ?? 0 };
  const value = valueOf(source);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? checked(value as Written)
    : { kind: 'not-yaml', line: 1 };
}

/** What of a rule is missing or wrong, by path. */
export function checked(written: Written): Exclude<RuleRead, { kind: 'not-yaml' }> {
  const parsed = ownRule.safeParse(written);
  if (parsed.success) return { kind: 'rule', rule: parsed.data, written };
  const paths = new Set(parsed.error.issues.map((issue) => issue.path.map(String).join('.')));
  return { kind: 'faulty', written, paths: [...paths] };
}

export function newPack(name: string, author: string, rule: Written): string {
  return stringify({ format: packFormat, name, version: '1', author, rules: [rule] }, manner);
}

/**
 * The pack with the rule in the place of the one of id `replaces`, or added at its end; its version is
 * counted up. Comments and the other rules, also broken ones, stay as they are.
 */
export function withRule(pack: string, rule: Written, replaces: string | null): string {
  const source = parseDocument(pack);
  const at = placeOf(source, replaces);
  if (at === -1) source.addIn(['rules'], source.createNode(rule));
  else source.setIn(['rules', at], source.createNode(rule));
  return counted(source);
}

/** The pack without a rule, its version counted up. */
export function withoutRule(pack: string, id: string): string {
  const source = parseDocument(pack);
  const at = placeOf(source, id);
  if (at !== -1) source.deleteIn(['rules', at]);
  return counted(source);
}

/** The text of a rule in a pack, its own comments included; null when the pack has none of that id. */
export function ruleTextIn(pack: string, id: string): string | null {
  const source = parseDocument(pack);
  const at = placeOf(source, id);
  const node = at === -1 ? undefined : source.getIn(['rules', at], true);
  return isMap(node) ? stringify(node, manner) : null;
}

function placeOf(source: Document, id: string | null): number {
  const rules = source.get('rules');
  if (id === null || !isSeq(rules)) return -1;
  return rules.items.findIndex((item) => isMap(item) && item.get('id') === id);
}

function counted(source: Document): string {
  source.set('version', nextVersion(String(source.get('version') ?? '')));
  return source.toString(manner);
}

/** "1" → "2", "2026.3" → "2026.4"; a version without a number gets one. */
export function nextVersion(version: string): string {
  return /\d/u.test(version)
    ? version.replace(/\d+(?=\D*$)/u, (digits) => String(Number(digits) + 1))
    : `${version}-2`.replace(/^-/u, '');
}

/** A value that stands for what is not written yet, so that the rest can be tried. */
export const unwritten = '（未填写）';

/** A pack of the one rule for trying it; what people still owe is filled in. */
export function trialPack(rule: Written): string {
  const owed = { title: unwritten, why: unwritten, advice: unwritten };
  const examples = { hits: orUnwritten(rule['hits']), nearMisses: orUnwritten(rule['nearMisses']) };
  const given = Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined && value !== ''));
  return newPack(unwritten, unwritten, { ...owed, ...given, ...examples, id: 'own-trial' });
}

function orUnwritten(examples: unknown): unknown {
  return examples === undefined || (Array.isArray(examples) && examples.length === 0) ? [unwritten] : examples;
}

/** An alias bomb throws while it unfolds: then the value is no rule. */
function valueOf(source: Document): unknown {
  try {
    return source.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    return null;
  }
}
