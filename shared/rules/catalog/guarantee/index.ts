/** Guarantees, mortgages and loans. */
import type { Rule } from '../../rule.ts';
import { loanRules } from './loan.ts';
import { publicGuarantees } from './organs.ts';
import { publicGood } from './public-good.ts';

export const guaranteeRules: readonly Rule[] = [...publicGuarantees, ...publicGood, ...loanRules];
