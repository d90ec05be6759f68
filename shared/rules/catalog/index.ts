/**
 * The catalogue: every rule the workstation knows, in the order in which they are listed. A new rule
 * goes into its topic's file; only a new file needs a line here.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Rule } from '../rule.ts';
import { arbitration } from './dispute/arbitration.ts';
import { jurisdiction } from './dispute/jurisdiction.ts';
import { lawCitations } from './law/citations.ts';
import { internalReferences } from './law/references.ts';
import { personalData } from './data/personal.ts';
import { supplierPayment } from './payment/supplier.ts';
import { works } from './construction/works.ts';
import { serviceAuthority } from './service/authority.ts';
import { investmentPromises } from './investment/promises.ts';
import { administrativeAgreements } from './public/expropriation.ts';
import { publicGuarantees } from './public/guarantee.ts';
import { generalTerms } from './public/terms.ts';
import { fairCompetition } from './normative/competition.ts';
import { normativeFrame } from './normative/drafting.ts';
import { powers } from './normative/powers.ts';
import { rights } from './normative/rights.ts';
import { decisionProcedure } from './decision/procedure.ts';
import { penaltyDecisions } from './enforcement/penalty.ts';
import { contractRules } from './contract/index.ts';

export const catalog: readonly Rule[] = [
  ...arbitration,
  ...jurisdiction,
  ...lawCitations,
  ...internalReferences,
  ...personalData,
  ...supplierPayment,
  ...works,
  ...serviceAuthority,
  ...investmentPromises,
  ...administrativeAgreements,
  ...publicGuarantees,
  ...generalTerms,
  ...fairCompetition,
  ...normativeFrame,
  ...powers,
  ...rights,
  ...decisionProcedure,
  ...penaltyDecisions,
  ...contractRules,
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
