/** Services, labour and property management. */
import type { Rule } from '../../rule.ts';
import { serviceAuthority } from './authority.ts';
import { dispatchRules } from './dispatch.ts';
import { serviceElements } from './elements.ts';
import { employmentRules } from './employment.ts';
import { noncompeteRules } from './noncompete.ts';

export const serviceRules: readonly Rule[] = [
  ...serviceAuthority,
  ...dispatchRules,
  ...employmentRules,
  ...noncompeteRules,
  ...serviceElements,
];
