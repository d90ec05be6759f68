/** Major administrative decisions. */
import type { Rule } from '../../rule.ts';
import { decisionProcedure } from './procedure.ts';

export const decisionRules: readonly Rule[] = [...decisionProcedure];
