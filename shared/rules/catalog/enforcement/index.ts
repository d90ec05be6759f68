/** Enforcement decisions and the files behind them. */
import type { Rule } from '../../rule.ts';
import { correctionRules } from './correction.ts';
import { decidingRules } from './deciding.ts';
import { demolitionRules } from './demolition.ts';
import { evidenceRules } from './evidence.ts';
import { executionRules } from './execution.ts';
import { fineRules } from './fines.ts';
import { groundRules } from './grounds.ts';
import { hearingRules } from './hearing.ts';
import { lastResortRules } from './last-resorts.ts';
import { lawTimeRules } from './law-time.ts';
import { licenceRules } from './licence.ts';
import { measureRules } from './measures.ts';
import { noticeRules } from './notice.ts';
import { officerRules } from './officers.ts';
import { payingRules } from './paying.ts';
import { penaltyDecisions } from './penalty.ts';
import { remedyRules } from './remedies.ts';
import { reviewFirstRules } from './review-first.ts';
import { seizureLimitRules } from './seizure-limits.ts';
import { serviceRules } from './service.ts';

export const enforcementRules: readonly Rule[] = [
  ...penaltyDecisions,
  ...officerRules,
  ...noticeRules,
  ...hearingRules,
  ...decidingRules,
  ...evidenceRules,
  ...groundRules,
  ...lawTimeRules,
  ...correctionRules,
  ...fineRules,
  ...payingRules,
  ...measureRules,
  ...seizureLimitRules,
  ...executionRules,
  ...demolitionRules,
  ...lastResortRules,
  ...remedyRules,
  ...reviewFirstRules,
  ...serviceRules,
  ...licenceRules,
];
