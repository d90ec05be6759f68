/** Normative documents. */
import type { Rule } from '../../rule.ts';
import { fairCompetition } from './competition.ts';
import { normativeFrame } from './drafting.ts';
import { powers } from './powers.ts';
import { rights } from './rights.ts';

export const normativeRules: readonly Rule[] = [...fairCompetition, ...normativeFrame, ...powers, ...rights];
