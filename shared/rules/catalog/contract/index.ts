/** The general contract rules, in the order of the catalogue. */
import type { Rule } from '../../rule.ts';
import { acceptanceRules } from './acceptance.ts';
import { amountRules } from './amounts.ts';
import { depositRules } from './deposit.ts';
import { guaranteeRules } from './guarantee.ts';
import { instalmentRules } from './instalments.ts';
import { loanRules } from './loan.ts';
import { paymentRules } from './payment.ts';
import { penaltyRules } from './penalty.ts';
import { sumRules } from './sums.ts';
import { taxRules } from './tax.ts';
import { totalRules } from './totals.ts';

export const contractRules: readonly Rule[] = [
  ...amountRules,
  ...sumRules,
  ...totalRules,
  ...instalmentRules,
  ...taxRules,
  ...paymentRules,
  ...depositRules,
  ...penaltyRules,
  ...acceptanceRules,
  ...guaranteeRules,
  ...loanRules,
];
