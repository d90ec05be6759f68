/** The list of rules as it is shown: which, in what groups, counted how. Pure. */
import type { RuleRow } from '../../shared/api/rule-commands.ts';
import type { DocumentKind, Nature, Severity } from '../../shared/rules/rule.ts';
import { matches } from '../frame/palette.ts';

export type Group = RuleRow['group'];

export type Filter = Readonly<{
  query: string;
  group: Group | null;
  severity: Severity | null;
  nature: Nature | null;
  kind: DocumentKind | null;
  onlyOff: boolean;
  onlyOwn: boolean;
}>;

export const everyRule: Filter = {
  query: '',
  group: null,
  severity: null,
  nature: null,
  kind: null,
  onlyOff: false,
  onlyOwn: false,
};

/** Rows that pass, in the order of the catalogue. Words of the query may stand in title, id or a law's title. */
export function passing(rows: readonly RuleRow[], filter: Filter): readonly RuleRow[] {
  return rows.filter(
    (row) =>
      (filter.group === null || row.group === filter.group) &&
      (filter.severity === null || row.severity === filter.severity) &&
      (filter.nature === null || row.nature === filter.nature) &&
      (filter.kind === null || row.kinds.includes(filter.kind)) &&
      !(filter.onlyOff && row.on) &&
      !(filter.onlyOwn && row.pack === null) &&
      matches(filter.query, row.title, row.id, ...row.laws),
  );
}

/** Groups with as many rules as pass the rest of the filter, in the order in which they first occur. */
export function groupCounts(
  rows: readonly RuleRow[],
  filter: Filter,
): readonly Readonly<{ group: Group; count: number }>[] {
  const counts = new Map<Group, number>(rows.map(({ group }) => [group, 0]));
  for (const { group } of passing(rows, { ...filter, group: null })) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([group, count]) => ({ group, count }));
}

/** The row `by` steps from the current one; from none, the first. Stops at the ends. */
export function stepTo(rows: readonly RuleRow[], current: string | null, by: 1 | -1): RuleRow | null {
  const at = rows.findIndex(({ id }) => id === current);
  if (at === -1) return rows[0] ?? null;
  return rows[at + by] ?? rows[at] ?? null;
}
