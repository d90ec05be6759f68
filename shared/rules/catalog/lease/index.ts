/** Leases. */
import type { Rule } from '../../rule.ts';
import { leaseTerms } from './term.ts';

export const leaseRules: readonly Rule[] = [...leaseTerms];
