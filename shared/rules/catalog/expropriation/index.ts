/** Expropriation and other administrative agreements. */
import type { Rule } from '../../rule.ts';
import { administrativeAgreements } from './agreements.ts';
import { compensations } from './compensation.ts';
import { administrativeRoutes } from './disputes.ts';

export const expropriationRules: readonly Rule[] = [
  ...administrativeAgreements,
  ...compensations,
  ...administrativeRoutes,
];
