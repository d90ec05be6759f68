/**
 * Dismissals that reach further than their place: for the whole matter, or for the same words of the
 * same counterparty in every matter, until a day or for good.
 */
import type { Day, Finding } from '../rules/rule.ts';
import type { DismissReason } from './events.ts';

export type SuppressionScope = 'matter' | 'counterparty';

export type Suppression = Readonly<{
  /** Matter in which it was decided. */
  matter: string;
  scope: SuppressionScope;
  rule: string;
  /** Fingerprint of the finding that was dismissed. */
  finding: string;
  counterparty: string;
  /** The last day on which it holds; null for good. */
  until: Day | null;
  reason: DismissReason;
  note: string;
  by: string;
  at: string;
}>;

/** Where findings are looked at. */
export type SuppressionPlace = Readonly<{
  matter: string;
  counterparty: string;
  asOf: Day;
  /** Fingerprints with a word of their own here: decided, or to be shown all the same. */
  own: ReadonlySet<string>;
}>;

/** The suppression that silences each finding, by fingerprint; findings that are to be shown are absent. */
export function suppressedBy(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  place: SuppressionPlace,
): ReadonlyMap<string, Suppression> {
  return new Map(
    findings
      .filter(({ fingerprint }) => !place.own.has(fingerprint))
      .flatMap((finding) => {
        const found = suppressions.find((suppression) => silences(suppression, finding, place));
        return found ? [[finding.fingerprint, found] as const] : [];
      }),
  );
}

function silences(suppression: Suppression, finding: Finding, place: SuppressionPlace): boolean {
  const here = suppression.matter === place.matter;
  if (suppression.until !== null && place.asOf > suppression.until) return false;
  if (suppression.scope === 'matter') return here && suppression.rule === finding.rule;
  return (
    !here &&
    suppression.finding === finding.fingerprint &&
    suppression.counterparty !== '' &&
    suppression.counterparty === place.counterparty
  );
}
