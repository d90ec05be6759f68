/**
 * The catalogue: every rule the workstation knows, in the order in which they are listed. A new rule
 * goes into its topic's file; only a new file needs a line, in the index of its group.
 */
import { canonical } from '../../audit/canonical.ts';
import { hashText } from '../../audit/chain.ts';
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

/** Rules by what they review, in the order in which they are listed. */
export const groups = [
  { id: 'contract', rules: contractRules },
  { id: 'guarantee', rules: guaranteeRules },
  { id: 'dispute', rules: disputeRules },
  { id: 'law', rules: lawRules },
  { id: 'data', rules: dataRules },
  { id: 'procurement', rules: procurementRules },
  { id: 'lease', rules: leaseRules },
  { id: 'land', rules: landRules },
  { id: 'construction', rules: constructionRules },
  { id: 'service', rules: serviceRules },
  { id: 'investment', rules: investmentRules },
  { id: 'expropriation', rules: expropriationRules },
  { id: 'normative', rules: normativeRules },
  { id: 'decision', rules: decisionRules },
  { id: 'enforcement', rules: enforcementRules },
] as const satisfies readonly Readonly<{ id: string; rules: readonly Rule[] }>[];

export type RuleGroup = (typeof groups)[number]['id'];

export const catalog: readonly Rule[] = groups.flatMap(({ rules }) => rules);

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
  const declared: unknown = JSON.parse(JSON.stringify(rules.toSorted((a, b) => (a.id < b.id ? -1 : 1))));
  return hashText(canonical([rulesetVersion, revision, declared]));
}
