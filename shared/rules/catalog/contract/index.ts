/** What any contract is checked for. */
import type { Rule } from '../../rule.ts';
import { acceptanceRules } from './acceptance.ts';
import { amountRules } from './amounts.ts';
import { assetRules } from './assets.ts';
import { blankRules } from './blanks.ts';
import { calendarRules } from './calendar.ts';
import { changeRules } from './changes.ts';
import { definitionRules } from './definitions.ts';
import { depositRules } from './deposit.ts';
import { draftRules } from './drafts.ts';
import { effectRules } from './effect.ts';
import { forceMajeure } from './force-majeure.ts';
import { identityRules } from './identity.ts';
import { instalmentRules } from './instalments.ts';
import { invoiceRules } from './invoices.ts';
import { limitRules } from './limits.ts';
import { lineProductRules } from './line-products.ts';
import { natureRules } from './nature.ts';
import { noticeRules } from './notices.ts';
import { numberingRules } from './numbering.ts';
import { oneSidedTerms } from './one-sided-terms.ts';
import { partyRules } from './parties.ts';
import { paymentRules } from './payment.ts';
import { penaltyRules } from './penalty.ts';
import { priceTerms } from './price-terms.ts';
import { internalReferences } from './references.ts';
import { roleRules } from './roles.ts';
import { signingRules } from './signing.ts';
import { sumRules } from './sums.ts';
import { taxRules } from './tax.ts';
import { termRules } from './term.ts';
import { totalRules } from './totals.ts';
import { generalTerms } from './unfair-terms.ts';
import { versionRules } from './versions.ts';

export const contractRules: readonly Rule[] = [
  ...amountRules,
  ...sumRules,
  ...lineProductRules,
  ...totalRules,
  ...instalmentRules,
  ...taxRules,
  ...invoiceRules,
  ...priceTerms,
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
  ...identityRules,
  ...roleRules,
  ...signingRules,
  ...termRules,
  ...calendarRules,
  ...effectRules,
  ...limitRules,
  ...internalReferences,
  ...numberingRules,
  ...definitionRules,
  ...blankRules,
  ...draftRules,
  ...versionRules,
];
