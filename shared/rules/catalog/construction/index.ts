/** Works. */
import type { Rule } from '../../rule.ts';
import { worksContents } from './contents.ts';
import { priceRules } from './price.ts';
import { retentionRules } from './retention.ts';
import { tenderRules } from './tender.ts';
import { wageRules } from './wages.ts';
import { warrantyRules } from './warranty.ts';
import { works } from './works.ts';

export const constructionRules: readonly Rule[] = [
  ...works,
  ...retentionRules,
  ...warrantyRules,
  ...worksContents,
  ...wageRules,
  ...tenderRules,
  ...priceRules,
];
