/** The commands on rules: the library of them, packs of own rules, and what silences findings. */
import { z } from 'zod';
import type { RuleGroup } from '../rules/catalog/index.ts';
import type { OwnFault, PackHead, PackRead } from '../rules/own/pack.ts';
import type { Basis, DocumentKind, Example, Finding, Nature, Setting, Severity } from '../rules/rule.ts';
import type { Suppression } from '../review/suppress.ts';
import { command, id, line } from './command.ts';

const packText = z.string().min(1).max(2_000_000);

export const ruleCommands = {
  'rules.list': command('reads', z.strictObject({}))<readonly RuleRow[]>(),
  'rules.explain': command('reads', z.strictObject({ rule: line }))<RuleDetail>(),
  'rules.switch': command('writes', z.strictObject({ rule: line, on: z.boolean() }))<readonly RuleRow[]>(),
  /** null: as the rule has it. */
  'rules.set': command('writes', z.strictObject({ key: line, value: z.number().nullable() }))<readonly RuleRow[]>(),

  'packs.list': command('reads', z.strictObject({}))<readonly PackRow[]>(),
  /** Refuses a pack that cannot be read; rules of it that do not hold are named and left out. */
  'packs.install': command('writes', z.strictObject({ text: packText }))<readonly PackRow[]>(),
  'packs.remove': command('writes', z.strictObject({ name: line }))<readonly PackRow[]>(),
  'packs.export': command('reads', z.strictObject({ name: line }))<Readonly<{ name: string; text: string }>>(),
  /** Reads a pack without keeping it, and shows what its rules find in a version. */
  'packs.try': command(
    'reads',
    z.strictObject({ text: packText, on: z.strictObject({ matter: id, version: id }).nullable() }),
  )<PackTrial>(),

  'suppressions.list': command('reads', z.strictObject({}))<readonly SuppressionRow[]>(),
} as const;

export type RuleRow = Readonly<{
  id: string;
  title: string;
  severity: Severity;
  nature: Nature;
  kinds: readonly DocumentKind[];
  /** The laws it rests on, by title. */
  laws: readonly string[];
  group: RuleGroup | 'own';
  /** Name of the pack it came with; null for a built-in rule. */
  pack: string | null;
  on: boolean;
  /** Findings of the latest reviews in this library, and what became of them. */
  shown: number;
  adopted: number;
  dismissed: number;
}>;

export type RuleDetail = RuleRow &
  Readonly<{
    why: string;
    basis: readonly Basis[];
    advice: string;
    traps: readonly string[];
    hits: readonly Example[];
    nearMisses: readonly Example[];
    settings: readonly (Setting & Readonly<{ current: number }>)[];
    silenced: number;
    /** Dismissals by reason. */
    reasons: Readonly<Record<string, number>>;
  }>;

export type PackRow = PackHead &
  Readonly<{
    sha256: string;
    by: string;
    at: string;
    rules: number;
    faults: readonly OwnFault[];
  }>;

export type PackTrial = Readonly<{
  outcome: Exclude<PackRead['kind'], 'read'> | 'read';
  /** One plain sentence for a pack that cannot be read; null when it was. */
  message: string | null;
  english: string | null;
  rules: readonly string[];
  faults: readonly (OwnFault & Readonly<{ message: string }>)[];
  /** What its rules find in the version that was named. */
  findings: readonly Finding[];
}>;

export type SuppressionRow = Suppression &
  Readonly<{
    /** Number and title of the matter it was decided in. */
    number: string;
    title: string;
    /** Findings it silences in the latest reviews; 0 is unused. */
    silences: number;
    expired: boolean;
  }>;
