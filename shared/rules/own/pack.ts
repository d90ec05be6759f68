/**
 * A pack read from its text: the rules that hold, and by name the ones that do not. A broken rule
 * costs itself and nothing else; a pack from a newer version is refused whole.
 */
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { prove } from '../prove.ts';
import type { Basis, Example, Rule } from '../rule.ts';
import { BadBound, checkOf } from './checks.ts';
import { ownPack, ownRule, packFormat } from './format.ts';
import type { OwnRule } from './format.ts';
import { BadPattern } from './words.ts';

export type PackHead = Readonly<{ name: string; version: string; author: string }>;

/** Why a rule of a pack is not in use. Wording lives in shared/words. */
export type OwnFault = Readonly<{ rule: string }> &
  (
    | Readonly<{ kind: 'shape'; path: string; detail: string }>
    | Readonly<{ kind: 'pattern'; source: string }>
    | Readonly<{ kind: 'bound'; written: string }>
    | Readonly<{ kind: 'twice' }>
    | Readonly<{ kind: 'hit-missed' | 'near-miss-found'; text: string }>
  );

export type PackRead =
  | Readonly<{ kind: 'read'; head: PackHead; rules: readonly Rule[]; faults: readonly OwnFault[] }>
  | Readonly<{ kind: 'newer'; format: number }>
  | Readonly<{ kind: 'not-yaml'; line: number; detail: string }>
  | Readonly<{ kind: 'not-a-pack'; path: string; detail: string }>;

/**
 * Reads and proves a pack. Aliases are bounded, so that a small file cannot unfold into a large one.
 * `unproven` keeps the rules that their examples do not prove, for trying one that is being written.
 */
export function readPack(text: string, keep: 'proven' | 'unproven' = 'proven'): PackRead {
  const source = parseDocument(text, { uniqueKeys: true });
  const [error] = source.errors;
  if (error) return { kind: 'not-yaml', line: error.linePos?.[0].line ?? 0, detail: error.code };
  const value = plain(() => source.toJS({ maxAliasCount: 100 }) as unknown);
  if (isNewer(value)) return { kind: 'newer', format: value.format };
  const pack = ownPack.safeParse(value);
  if (!pack.success) return { kind: 'not-a-pack', ...firstIssue(pack.error) };
  const seen = new Set<string>();
  const read = pack.data.rules.map((entry, at) => readRule(entry, at, pack.data, seen, keep));
  return {
    kind: 'read',
    head: { name: pack.data.name, version: pack.data.version, author: pack.data.author },
    rules: read.flatMap(({ rule }) => (rule ? [rule] : [])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

type OneRead = Readonly<{ rule: Rule | null; faults: readonly OwnFault[] }>;

function readRule(entry: unknown, at: number, pack: PackHead, seen: Set<string>, keep: 'proven' | 'unproven'): OneRead {
  const id = nameOf(entry, at);
  const broken = (fault: DistributiveOmit<OwnFault, 'rule'>): OneRead => ({
    rule: null,
    faults: [{ rule: id, ...fault } as OwnFault],
  });
  const parsed = ownRule.safeParse(entry);
  if (!parsed.success) return broken({ kind: 'shape', ...firstIssue(parsed.error) });
  if (seen.has(id)) return broken({ kind: 'twice' });
  seen.add(id);
  try {
    const rule = ruleOf(parsed.data, pack);
    const faults = prove(rule).map(({ of, text }): OwnFault => ({
      rule: id,
      kind: of === 'hit' ? 'hit-missed' : 'near-miss-found',
      text,
    }));
    return { rule: faults.length === 0 || keep === 'unproven' ? rule : null, faults };
  } catch (error) {
    if (error instanceof BadPattern) return broken({ kind: 'pattern', source: error.source });
    if (error instanceof BadBound) return broken({ kind: 'bound', written: error.written });
    throw error;
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An own rule as the engine takes it: the same shape as a built-in one. */
export function ruleOf(own: OwnRule, pack: PackHead): Rule {
  const [first, ...rest] = own.basis.map(({ law, article, note }): Basis => ({ law, article, note }));
  return {
    id: own.id,
    title: own.title,
    severity: own.severity,
    nature: own.nature,
    kinds: own.kinds,
    ...(own.subKinds ? { subKinds: own.subKinds } : {}),
    why: own.why,
    basis: first ? [first, ...rest] : [{ law: pack.name, article: null, note: `${pack.author}，${pack.version}` }],
    advice: own.advice,
    check: checkOf(own),
    examples: { hits: own.hits.map(exampleOf), nearMisses: own.nearMisses.map(exampleOf) },
  };
}

function exampleOf(example: OwnRule['hits'][number]): Example {
  if (typeof example === 'string') return { text: example };
  const { text, quote, says, publicPayer, asOf } = example;
  return {
    text,
    ...(quote === undefined ? {} : { quote }),
    ...(says === undefined ? {} : { says }),
    ...(publicPayer === undefined ? {} : { publicPayer }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function isNewer(value: unknown): value is { format: number } {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  return typeof value.format === 'number' && value.format > packFormat;
}

/** A rule's id where it can be read, else its place in the pack. */
function nameOf(entry: unknown, at: number): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' && id !== '' ? id : `#${at + 1}`;
}

function firstIssue(error: z.ZodError): { path: string; detail: string } {
  const issue = error.issues[0];
  return { path: issue?.path.map(String).join('.') ?? '', detail: issue?.message ?? '' };
}

/** An alias bomb throws while it unfolds: then the value is no pack. */
function plain(work: () => unknown): unknown {
  try {
    return work();
  } catch {
    return null;
  }
}
