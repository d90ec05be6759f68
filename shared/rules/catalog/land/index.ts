/** Land, and what villages own together. */
import type { Rule } from '../../rule.ts';
import { landUseTerms } from './use-term.ts';

export const landRules: readonly Rule[] = [...landUseTerms];
