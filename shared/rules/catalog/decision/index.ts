/** Major administrative decisions. */
import type { Rule } from '../../rule.ts';
import { assessment } from './assessment.ts';
import { expropriationDecisions } from './expropriation.ts';
import { meetingAndAfter } from './meeting.ts';
import { decisionProcedure } from './procedure.ts';
import { scope } from './scope.ts';
import { submission } from './submission.ts';
import { timing } from './timing.ts';

export const decisionRules: readonly Rule[] = [
  ...scope,
  ...decisionProcedure,
  ...timing,
  ...assessment,
  ...submission,
  ...meetingAndAfter,
  ...expropriationDecisions,
];
