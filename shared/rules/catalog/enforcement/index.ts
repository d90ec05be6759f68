/** Enforcement decisions. */
import type { Rule } from '../../rule.ts';
import { penaltyDecisions } from './penalty.ts';

export const enforcementRules: readonly Rule[] = [...penaltyDecisions];
