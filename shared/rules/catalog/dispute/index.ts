/** Settling disputes. */
import type { Rule } from '../../rule.ts';
import { arbitration } from './arbitration.ts';
import { choiceRules } from './choice.ts';
import { jurisdiction } from './jurisdiction.ts';

export const disputeRules: readonly Rule[] = [...arbitration, ...jurisdiction, ...choiceRules];
