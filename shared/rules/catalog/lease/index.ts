/** Leases. */
import type { Rule } from '../../rule.ts';
import { leaseContents } from './contents.ts';
import { leaseOwners } from './owners.ts';
import { leaseRenewals } from './renewal.ts';
import { leaseRents } from './rent.ts';
import { leaseRights } from './rights.ts';
import { leaseTerms } from './term.ts';

export const leaseRules: readonly Rule[] = [
  ...leaseTerms,
  ...leaseRenewals,
  ...leaseContents,
  ...leaseRents,
  ...leaseRights,
  ...leaseOwners,
];
