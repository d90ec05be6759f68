/** Which findings of a matter are silenced by dismissals that reach further than their place. */
import type { Finding } from '../../shared/rules/rule.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { suppressedBy } from '../../shared/review/suppress.ts';
import type { Suppression } from '../../shared/review/suppress.ts';
import type { Reads } from './store/schema.ts';
import { suppressionsFor } from './store/rules.ts';

export type Silence = Readonly<{
  /** Those that may hold in this matter, in the order in which they are asked. */
  suppressions: readonly Suppression[];
  /** By fingerprint. */
  by: ReadonlyMap<string, Suppression>;
}>;

type Place = Pick<MatterState, 'id' | 'fields' | 'decisions' | 'reopened'>;

export async function silenceIn(reads: Reads, place: Place, findings: readonly Finding[]): Promise<Silence> {
  const { counterparty, asOf } = place.fields;
  const suppressions = await suppressionsFor(reads, place.id, counterparty);
  const own = new Set([...Object.keys(place.decisions), ...place.reopened]);
  return { suppressions, by: suppressedBy(findings, suppressions, { matter: place.id, counterparty, asOf, own }) };
}
