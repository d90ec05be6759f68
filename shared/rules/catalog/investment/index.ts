/** Investment agreements. */
import type { Rule } from '../../rule.ts';
import { investmentConditions } from './conditions.ts';
import { investmentMarkets } from './markets.ts';
import { investmentPromises } from './promises.ts';

export const investmentRules: readonly Rule[] = [...investmentPromises, ...investmentMarkets, ...investmentConditions];
