/** Services, labour and property management. */
import type { Rule } from '../../rule.ts';
import { serviceAuthority } from './authority.ts';

export const serviceRules: readonly Rule[] = [...serviceAuthority];
