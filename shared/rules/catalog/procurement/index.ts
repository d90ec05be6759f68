/** Buying by public bodies and paying small suppliers. */
import type { Rule } from '../../rule.ts';
import { bonds } from './bonds.ts';
import { paymentTerms } from './payment-term.ts';
import { supplements } from './supplement.ts';
import { supplierPayment } from './supplier.ts';

export const procurementRules: readonly Rule[] = [...paymentTerms, ...supplierPayment, ...supplements, ...bonds];
