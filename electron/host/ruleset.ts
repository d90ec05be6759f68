/** The catalogue as it is named in every answer and recorded with findings. */
import { catalog, rulesetSha256, rulesetVersion } from '../../shared/rules/catalog/index.ts';
import type { Ruleset } from './reviews.ts';

export function ruleset(): Ruleset {
  return { version: rulesetVersion, sha256: rulesetSha256(), rules: catalog.length };
}
