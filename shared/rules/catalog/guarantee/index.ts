/** Guarantees, mortgages and loans. */
import type { Rule } from '../../rule.ts';
import { collateralRules } from './collateral.ts';
import { loanTermRules } from './loan-terms.ts';
import { loanRules } from './loan.ts';
import { publicGuarantees } from './organs.ts';
import { publicGood } from './public-good.ts';
import { suretyshipRules } from './suretyship.ts';

export const guaranteeRules: readonly Rule[] = [
  ...publicGuarantees,
  ...publicGood,
  ...loanRules,
  ...loanTermRules,
  ...suretyshipRules,
  ...collateralRules,
];
