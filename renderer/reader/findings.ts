/** The list of findings as it is shown: which, in what order, under which clause. Pure. */
import { paperOrder } from '../../shared/opinion/item.ts';
import type { ReviewReport } from '../../shared/api/contract.ts';
import { articleName } from '../../shared/law/cite.ts';
import type { BlockId, Clause, Document } from '../../shared/document/model.ts';
import { blockNumber } from '../../shared/document/walk.ts';
import type { Decision, MatterState } from '../../shared/review/state.ts';
import { severityRank } from '../../shared/rules/rule.ts';
import type { Suppression } from '../../shared/review/suppress.ts';
import type { Basis, Finding, Severity } from '../../shared/rules/rule.ts';

export type Filter = Readonly<{ open: boolean; severity: Severity | null }>;

export const everything: Filter = { open: false, severity: null };

export type SilencedFinding = Readonly<{ finding: Finding; by: Suppression }>;

/** Parts what is to be shown from what dismissals elsewhere silence. */
export function parted({ findings, silenced }: Pick<ReviewReport, 'findings' | 'silenced'>): Readonly<{
  shown: readonly Finding[];
  silenced: readonly SilencedFinding[];
}> {
  return {
    shown: findings.filter(({ fingerprint }) => !silenced[fingerprint]),
    silenced: listed(findings, {}, everything).flatMap((finding) => {
      const by = silenced[finding.fingerprint];
      return by ? [{ finding, by }] : [];
    }),
  };
}

export type Counts = Readonly<Record<Severity, number>>;

export function countsOf(findings: readonly Finding[]): Counts {
  const counts = { high: 0, medium: 0, low: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

export function openOf(findings: readonly Finding[], decisions: MatterState['decisions']): readonly Finding[] {
  return findings.filter(({ fingerprint }) => !decisions[fingerprint]);
}

/** What stands about the whole document first, then reading order, document by document. */
export function listed(
  findings: readonly Finding[],
  decisions: MatterState['decisions'],
  filter: Filter,
): readonly Finding[] {
  return (filter.open ? openOf(findings, decisions) : findings)
    .filter(({ severity }) => filter.severity === null || severity === filter.severity)
    .toSorted((a, b) => Number(a.at !== null) - Number(b.at !== null) || a.document - b.document || byPlace(a, b));
}

function byPlace(a: Finding, b: Finding): number {
  if (!a.at || !b.at) return severityRank(a.severity) - severityRank(b.severity);
  return blockNumber(a.at.block) - blockNumber(b.at.block) || a.at.from - b.at.from;
}

/** The neighbour of the current finding; from none, the first one. Stops at the ends. */
export function neighbour(list: readonly Finding[], current: string | null, step: 1 | -1): Finding | null {
  const at = list.findIndex(({ fingerprint }) => fingerprint === current);
  if (at === -1) return list[0] ?? null;
  return list[at + step] ?? list[at] ?? null;
}

/** Where the cursor goes when the current finding leaves the list: to what followed it, else before it. */
export function successor(before: readonly Finding[], after: readonly Finding[], current: string): Finding | null {
  const at = before.findIndex(({ fingerprint }) => fingerprint === current);
  if (at === -1) return after[0] ?? null;
  const left = new Set(after.map(({ fingerprint }) => fingerprint));
  const stays = (finding: Finding): boolean => left.has(finding.fingerprint);
  return before.slice(at + 1).find(stays) ?? before.slice(0, at).findLast(stays) ?? null;
}

/** The finding at a place of the text: the shortest that covers it, so that inner ones can be reached. */
export function findingAt(findings: readonly Finding[], block: BlockId, offset: number): Finding | null {
  const covering = findings.filter(({ at }) => at?.block === block && at.from <= offset && offset <= at.to);
  return covering.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

function lengthOf({ at }: Finding): number {
  return at ? at.to - at.from : 0;
}

/** Number on the paper of the opinion item a decision made, from 1; null for a dismissal. */
export function itemNumber(state: Pick<MatterState, 'items'>, decision: Decision): number | null {
  if (decision.kind !== 'adopted') return null;
  const at = paperOrder(state.items).findIndex(({ id }) => id === decision.item);
  return at === -1 ? null : at + 1;
}

export type ClauseRow = Readonly<{
  clause: Clause;
  depth: number;
  hasChildren: boolean;
  /** Findings inside the clause but not inside a shown child of it. */
  count: number;
  severity: Severity | null;
}>;

/**
 * The clause tree as rows: children of collapsed clauses are left out, and what was found in them
 * counts for the clause that stands for them.
 */
export function clauseRows(
  document: Document,
  findings: readonly Finding[],
  collapsed: ReadonlySet<string>,
): readonly ClauseRow[] {
  const { clauses } = document;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const depths = new Map<string, number>();
  const hidden = new Set<string>();
  const parents = new Set(clauses.flatMap(({ parent }) => parent ?? []));
  for (const { id, parent } of clauses) {
    depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
    if (parent !== null && (hidden.has(parent) || collapsed.has(parent))) hidden.add(id);
  }
  const found = new Map<string, { count: number; severity: Severity }>();
  for (const finding of findings) {
    let clause = finding.at ? clauseAt(clauses, finding.at.block, finding.at.from) : null;
    while (clause && hidden.has(clause.id)) clause = (clause.parent && byId.get(clause.parent)) || null;
    if (!clause) continue;
    const before = found.get(clause.id);
    const graver = before && severityRank(before.severity) <= severityRank(finding.severity);
    found.set(clause.id, {
      count: (before?.count ?? 0) + 1,
      severity: graver ? before.severity : finding.severity,
    });
  }
  return clauses
    .filter(({ id }) => !hidden.has(id))
    .map((clause) => ({
      clause,
      depth: depths.get(clause.id) ?? 0,
      hasChildren: parents.has(clause.id),
      count: found.get(clause.id)?.count ?? 0,
      severity: found.get(clause.id)?.severity ?? null,
    }));
}

/** The innermost clause that holds a place: the last that begins at or before it. */
export function clauseAt(clauses: readonly Clause[], block: BlockId, offset: number): Clause | null {
  const limit = blockNumber(block);
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const clause = clauses[middle];
    const number = clause ? blockNumber(clause.first) : 0;
    // A clause's own label is its part too, so its first block counts from the beginning, unless another
    // clause begins in the same paragraph.
    const before = number < limit || (number === limit && (clause?.start.offset ?? 0) <= Math.max(offset, labelRoom));
    if (before) low = middle + 1;
    else high = middle;
  }
  const clause = clauses[low - 1] ?? null;
  return clause && limit <= lastBlock(clauses, clause) ? clause : null;
}

/** A literal label at the head of a paragraph is at most this long. */
const labelRoom = 8;

function lastBlock(clauses: readonly Clause[], clause: Clause): number {
  const parent = clause.parent === null ? null : clauses.find(({ id }) => id === clause.parent);
  return Math.max(blockNumber(clause.last), parent ? blockNumber(parent.last) : 0);
}

/** Deep trees begin with their first two levels open. */
export function collapsedAtFirst(document: Document): ReadonlySet<string> {
  if (document.clauses.length <= 60) return new Set();
  const depths = new Map<string, number>();
  for (const { id, parent } of document.clauses) {
    depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return new Set(document.clauses.filter(({ id }) => (depths.get(id) ?? 0) >= 1).map(({ id }) => id));
}

/** The label and what follows it, as the tree shows them. */
export function clauseTitle(clause: Clause): string {
  const heading = clause.heading.trim();
  return heading.startsWith(clause.label) ? heading : `${clause.label} ${heading}`.trim();
}

/** 《中华人民共和国民法典》 is cited by its short name; a title inside a title takes single brackets. */
export function lawName(law: string): string {
  return law
    .replace(/^《([^《》]*)》$/u, '$1')
    .replace(/^中华人民共和国(?=.)/u, '')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉');
}

export function basisName(basis: Basis): string {
  const law = `《${lawName(basis.law)}》`;
  return basis.article === null ? `${law}${basis.note ?? ''}` : `${law}${articleName(basis.article)}`;
}

/** Marks of the minimap that stand closer than this share of its height are drawn as one. */
const leastGap = 0.004;

export type MapMark = Readonly<{ at: number; severity: Severity; finding: Finding }>;

/** One mark a place, the graver wins where two would touch. */
export function mapMarks(places: readonly MapMark[]): readonly MapMark[] {
  const marks: MapMark[] = [];
  for (const place of places.toSorted((a, b) => a.at - b.at)) {
    const last = marks.at(-1);
    if (!last || place.at - last.at >= leastGap) marks.push(place);
    else if (severityRank(place.severity) < severityRank(last.severity)) {
      marks[marks.length - 1] = { ...place, at: last.at };
    }
  }
  return marks;
}
