/** Settling disputes. */
import type { Rule } from '../../rule.ts';
import { arbitration } from './arbitration.ts';
import { choiceRules } from './choice.ts';
import { jurisdiction } from './jurisdiction.ts';
import { notArbitrable } from './not-arbitrable.ts';

export const disputeRules: readonly Rule[] = [...arbitration, ...notArbitrable, ...jurisdiction, ...choiceRules];
