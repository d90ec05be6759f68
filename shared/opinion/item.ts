/** A finding as an opinion item: what adopting it writes into the paper. */
import type { OpinionItem } from '../review/events.ts';
import type { Finding } from '../rules/rule.ts';

/** 高 must be changed, the rest should be; the reviewer can say otherwise. */
export function itemOf(finding: Finding, id: string): OpinionItem {
  return {
    id,
    finding: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    weight: finding.severity === 'high' ? 'must' : 'should',
    clause: finding.clause,
    quote: finding.quote === null ? null : clipped(finding.quote),
    problem: clipped(finding.message),
    basis: finding.basis.map((basis) => ({ ...basis })),
    advice: clipped(finding.advice),
  };
}

/** Must before should, each in the reviewer's order: as printed. An item's number is its place in this order. */
export function paperOrder(items: readonly OpinionItem[]): readonly OpinionItem[] {
  return [...items.filter(({ weight }) => weight === 'must'), ...items.filter(({ weight }) => weight === 'should')];
}

/** Item texts hold at most 20,000 characters. */
function clipped(text: string): string {
  return text.length <= 20_000 ? text : `${text.slice(0, 19_998)}…`;
}
