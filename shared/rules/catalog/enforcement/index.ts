/** Enforcement decisions and the files behind them. */
import type { Rule } from '../../rule.ts';
import { decidingRules } from './deciding.ts';
import { hearingRules } from './hearing.ts';
import { measureRules } from './measures.ts';
import { noticeRules } from './notice.ts';
import { officerRules } from './officers.ts';
import { penaltyDecisions } from './penalty.ts';
import { remedyRules } from './remedies.ts';

export const enforcementRules: readonly Rule[] = [
  ...penaltyDecisions,
  ...officerRules,
  ...noticeRules,
  ...hearingRules,
  ...decidingRules,
  ...measureRules,
  ...remedyRules,
];
