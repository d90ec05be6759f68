/** Buying by public bodies and paying small suppliers. */
import type { Rule } from '../../rule.ts';
import { awardRules } from './award.ts';
import { bonds } from './bonds.ts';
import { paymentTerms } from './payment-term.ts';
import { performanceRules } from './performance.ts';
import { smallSuppliers } from './small-suppliers.ts';
import { splittingRules } from './splitting.ts';
import { supplements } from './supplement.ts';
import { supplierPayment } from './supplier.ts';

export const procurementRules: readonly Rule[] = [
  ...paymentTerms,
  ...supplierPayment,
  ...supplements,
  ...bonds,
  ...smallSuppliers,
  ...awardRules,
  ...splittingRules,
  ...performanceRules,
];
