/** Parties whose role in the head is to guarantee: what phrase rules on guarantees cannot see. */
import type { Party } from '../../../facts/facts.ts';
import type { Hit, RuleContext } from '../../rule.ts';

/** One hit for each guarantor, mortgagor or pledgor that `wanted` picks out. */
export function guarantorHits(
  context: RuleContext,
  wanted: (party: Party) => boolean,
  message: (party: Party) => string,
): Hit[] {
  return context.facts.parties
    .filter((party) => /保证人|担保人|保证方|担保方|抵押人|出质人/u.test([party.role, ...party.aliases].join()))
    .filter((party) => party.name !== '' && wanted(party))
    .map((party) => ({ at: party.at, message: message(party) }));
}
