/** Secrets, personal data, government data and works of the mind. */
import type { Rule } from '../../rule.ts';
import { disclosures } from './disclosure.ts';
import { personalData } from './personal.ts';
import { safeguards } from './safeguards.ts';
import { works } from './works.ts';

export const dataRules: readonly Rule[] = [...personalData, ...disclosures, ...safeguards, ...works];
