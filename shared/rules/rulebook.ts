/**
 * The rulebook: the catalogue as an office uses it, with packs of its own, built-in rules switched
 * off and settings of its own. Its hash names it in every review.
 */
import { canonical } from '../audit/canonical.ts';
import { hashText } from '../audit/chain.ts';
import { catalog, rulesetSha256, rulesetVersion } from './catalog/index.ts';
import { readPack } from './own/pack.ts';
import type { OwnFault, PackHead } from './own/pack.ts';
import type { Rule } from './rule.ts';

/** What an office set of its rules. Packs are kept as their text, so that they can be read again. */
export type RuleSetup = Readonly<{
  packs: readonly string[];
  /** Ids of rules that are switched off. */
  off: readonly string[];
  settings: Readonly<Record<string, number>>;
  /** A pack is being tried: its rules alone, also those that their examples do not prove yet. */
  trial?: true;
}>;

export const plainSetup: RuleSetup = { packs: [], off: [], settings: {} };

export type Rulebook = Readonly<{
  rules: readonly Rule[];
  settings: Readonly<Record<string, number>>;
  packs: readonly (PackHead & Readonly<{ sha256: string }>)[];
  /** Rules of packs that are not in use, by name and reason. */
  faults: readonly OwnFault[];
  version: string;
  /** That of the catalogue where nothing is set otherwise. */
  sha256: string;
}>;

/** Packs that cannot be read at all are left out: they are refused when they are brought in. */
export function rulebookOf(setup: RuleSetup): Rulebook {
  const off = new Set(setup.off);
  const read = setup.packs.flatMap((text) => {
    const pack = readPack(text, setup.trial ? 'unproven' : 'proven');
    return pack.kind === 'read' ? [{ ...pack, sha256: hashText(text) }] : [];
  });
  const own = read.flatMap(({ rules }) => rules);
  const firsts = own.filter((rule, at) => own.findIndex(({ id }) => id === rule.id) === at);
  const twice = own.filter((rule) => !firsts.includes(rule));
  const packs = read.map(({ head, sha256 }) => ({ ...head, sha256 }));
  return {
    rules: [...(setup.trial ? [] : catalog), ...firsts].filter(({ id }) => !off.has(id)),
    settings: setup.settings,
    packs,
    faults: [
      ...read.flatMap(({ faults }) => faults),
      ...twice.map(({ id }): OwnFault => ({ rule: id, kind: 'twice' })),
    ],
    version: rulesetVersion,
    sha256: rulebookSha256(
      setup,
      packs.map(({ sha256 }) => sha256),
    ),
  };
}

function rulebookSha256({ off, settings }: RuleSetup, packs: readonly string[]): string {
  const plain = packs.length === 0 && off.length === 0 && Object.keys(settings).length === 0;
  const built = rulesetSha256();
  return plain ? built : hashText(canonical([built, packs, off.toSorted(), settings]));
}
