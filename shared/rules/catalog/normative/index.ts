/** Normative documents. */
import type { Rule } from '../../rule.ts';
import { authority } from './authority.ts';
import { barriers } from './barriers.ts';
import { legalBases } from './basis.ts';
import { burdens } from './burdens.ts';
import { normativeFrame } from './closing.ts';
import { competitionReviews } from './competition-review.ts';
import { fairCompetition } from './competition.ts';
import { makingDeadlines } from './deadlines.ts';
import { discretion } from './discretion.ts';
import { documentFormat } from './format.ts';
import { documentLayout } from './layout.ts';
import { making } from './making.ts';
import { openMarkets } from './markets.ts';
import { originRules } from './origin.ts';
import { powers } from './powers.ts';
import { prices } from './prices.ts';
import { reserved } from './reserved.ts';
import { rights } from './rights.ts';

export const normativeRules: readonly Rule[] = [
  ...fairCompetition,
  ...barriers,
  ...originRules,
  ...openMarkets,
  ...prices,
  ...burdens,
  ...competitionReviews,
  ...making,
  ...makingDeadlines,
  ...legalBases,
  ...normativeFrame,
  ...documentFormat,
  ...documentLayout,
  ...powers,
  ...reserved,
  ...discretion,
  ...rights,
  ...authority,
];
