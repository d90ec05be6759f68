/**
 * The catalogue: every rule the workstation knows, in the order in which they are listed. A new rule
 * goes into its topic's file; only a new file needs a line, in the index of its group.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Rule } from '../rule.ts';
import { constructionRules } from './construction/index.ts';
import { contractRules } from './contract/index.ts';
import { dataRules } from './data/index.ts';
import { decisionRules } from './decision/index.ts';
import { disputeRules } from './dispute/index.ts';
import { enforcementRules } from './enforcement/index.ts';
import { expropriationRules } from './expropriation/index.ts';
import { guaranteeRules } from './guarantee/index.ts';
import { investmentRules } from './investment/index.ts';
import { landRules } from './land/index.ts';
import { lawRules } from './law/index.ts';
import { leaseRules } from './lease/index.ts';
import { normativeRules } from './normative/index.ts';
import { procurementRules } from './procurement/index.ts';
import { serviceRules } from './service/index.ts';

export const catalog: readonly Rule[] = [
  ...contractRules,
  ...guaranteeRules,
  ...disputeRules,
  ...lawRules,
  ...dataRules,
  ...procurementRules,
  ...leaseRules,
  ...landRules,
  ...constructionRules,
  ...serviceRules,
  ...investmentRules,
  ...expropriationRules,
  ...normativeRules,
  ...decisionRules,
  ...enforcementRules,
];

/** Year and month of the rule set, as shown and as recorded with findings. */
export const rulesetVersion = '2026.11';

/**
 * Raised when a check changes what it finds while nothing it declares changes: the text of a check
 * cannot be hashed, since builders and minifiers rewrite it.
 */
const revision = 1;

/**
 * SHA-256 of a rule set in canonical form: version, revision, and of every rule, sorted by id, what it
 * declares (wording, basis, kinds, examples). The order of the list does not count.
 */
export function rulesetSha256(rules: readonly Rule[] = catalog): string {
  const declared = rules
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((rule) => canonical({ ...rule, check: undefined }));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([rulesetVersion, revision, declared]))));
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** Plain data with its keys sorted, so that writing a field earlier or later changes nothing. */
function canonical(value: Plain | undefined): Plain {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, canonical(held as Plain)]);
}
