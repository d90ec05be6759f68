/** The rules as this library has them now: read from the record once, and again when they change. */
import { ruleSetup } from '../../shared/review/rule-setup.ts';
import type { SetupState } from '../../shared/review/rule-setup.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import type { Ruleset } from './reviews.ts';
import type { Store } from './store/open.ts';
import { setupOf } from './store/rules.ts';

export type RulesInUse = Readonly<{ state: SetupState; setup: RuleSetup; ruleset: Ruleset }>;

export type Rulebooks = Readonly<{
  current: () => Promise<RulesInUse>;
  /** After an act that changed the office's rules. */
  changed: () => void;
}>;

export function openRulebooks(store: Store, rulesetOf: (setup: RuleSetup) => Ruleset): Rulebooks {
  let held: Promise<RulesInUse> | null = null;

  const read = async (): Promise<RulesInUse> => {
    const state = await store.read((reads) => setupOf(reads));
    const setup = ruleSetup(state);
    return { state, setup, ruleset: rulesetOf(setup) };
  };

  return {
    current: () => {
      held ??= read();
      held.catch(() => (held = null));
      return held;
    },
    changed: () => {
      held = null;
    },
  };
}
