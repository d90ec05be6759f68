/** The general contract rules, in the order of the catalogue. */
import type { Rule } from '../../rule.ts';
import { amountRules } from './amounts.ts';
import { sumRules } from './sums.ts';

export const contractRules: readonly Rule[] = [...amountRules, ...sumRules];
