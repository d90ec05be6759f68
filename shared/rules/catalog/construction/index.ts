/** Works. */
import type { Rule } from '../../rule.ts';
import { worksRules } from './retention.ts';
import { works } from './works.ts';

export const constructionRules: readonly Rule[] = [...works, ...worksRules];
