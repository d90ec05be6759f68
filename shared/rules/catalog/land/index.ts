/** Land, and what villages own together. */
import type { Rule } from '../../rule.ts';
import { landFlows } from './flow.ts';
import { villageProperty } from './property.ts';
import { landUseTerms } from './use-term.ts';
import { villageRules } from './village-rules.ts';
import { villageVotes } from './votes.ts';

export const landRules: readonly Rule[] = [
  ...landUseTerms,
  ...landFlows,
  ...villageVotes,
  ...villageProperty,
  ...villageRules,
];
