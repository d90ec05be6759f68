/** The general contract rules, in the order of the catalogue. */
import type { Rule } from '../../rule.ts';
import { acceptanceRules } from './acceptance.ts';
import { amountRules } from './amounts.ts';
import { blankRules } from './blanks.ts';
import { depositRules } from './deposit.ts';
import { guaranteeRules } from './guarantee.ts';
import { instalmentRules } from './instalments.ts';
import { limitRules } from './limits.ts';
import { loanRules } from './loan.ts';
import { partyRules } from './parties.ts';
import { paymentRules } from './payment.ts';
import { penaltyRules } from './penalty.ts';
import { sumRules } from './sums.ts';
import { taxRules } from './tax.ts';
import { termRules } from './term.ts';
import { totalRules } from './totals.ts';
import { worksRules } from './works.ts';

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
  ...partyRules,
  ...termRules,
  ...limitRules,
  ...worksRules,
  ...blankRules,
];
