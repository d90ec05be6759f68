/** What any contract is checked for. */
import type { Rule } from '../../rule.ts';
import { acceptanceRules } from './acceptance.ts';
import { amountRules } from './amounts.ts';
import { assetRules } from './assets.ts';
import { blankRules } from './blanks.ts';
import { changeRules } from './changes.ts';
import { definitionRules } from './definitions.ts';
import { depositRules } from './deposit.ts';
import { draftRules } from './drafts.ts';
import { forceMajeure } from './force-majeure.ts';
import { instalmentRules } from './instalments.ts';
import { invoiceRules } from './invoices.ts';
import { natureRules } from './nature.ts';
import { noticeRules } from './notices.ts';
import { numberingRules } from './numbering.ts';
import { partyRules } from './parties.ts';
import { paymentRules } from './payment.ts';
import { oneSidedTerms } from './one-sided-terms.ts';
import { penaltyRules } from './penalty.ts';
import { internalReferences } from './references.ts';
import { sumRules } from './sums.ts';
import { taxRules } from './tax.ts';
import { termRules } from './term.ts';
import { totalRules } from './totals.ts';
import { generalTerms } from './unfair-terms.ts';
import { versionRules } from './versions.ts';

export const contractRules: readonly Rule[] = [
  ...amountRules,
  ...sumRules,
  ...totalRules,
  ...instalmentRules,
  ...taxRules,
  ...invoiceRules,
  ...paymentRules,
  ...depositRules,
  ...penaltyRules,
  ...generalTerms,
  ...oneSidedTerms,
  ...acceptanceRules,
  ...forceMajeure,
  ...changeRules,
  ...noticeRules,
  ...natureRules,
  ...assetRules,
  ...partyRules,
  ...termRules,
  ...internalReferences,
  ...numberingRules,
  ...definitionRules,
  ...blankRules,
  ...draftRules,
  ...versionRules,
];
