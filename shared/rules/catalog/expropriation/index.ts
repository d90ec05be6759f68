/** Expropriation and other administrative agreements. */
import type { Rule } from '../../rule.ts';
import { administrativeAgreements } from './agreements.ts';

export const expropriationRules: readonly Rule[] = [...administrativeAgreements];
