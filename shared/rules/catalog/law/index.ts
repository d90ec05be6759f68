/** Laws as they are cited. */
import type { Rule } from '../../rule.ts';
import { lawCitations } from './citations.ts';

export const lawRules: readonly Rule[] = [...lawCitations];
