/** The rulebook as it is named in every answer and recorded with findings. */
import { plainSetup, rulebookOf } from '../../shared/rules/rulebook.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import type { Ruleset } from './reviews.ts';

export function ruleset(setup: RuleSetup = plainSetup): Ruleset {
  const { version, sha256, rules } = rulebookOf(setup);
  return { version, sha256, rules: rules.length };
}
