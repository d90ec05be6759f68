/** What the palette offers for a query. Pure. */
import type { MatterRow } from '../../shared/api/contract.ts';
import { declarations, type CommandId } from '../commands.ts';

export type Offer =
  Readonly<{ kind: 'command'; id: CommandId; label: string }> | Readonly<{ kind: 'matter'; row: MatterRow }>;

/** Every word of the query must occur; case and full-width forms do not matter. */
export function matches(query: string, ...texts: readonly string[]): boolean {
  const hay = fold(texts.join(' '));
  return fold(query)
    .split(/\s+/u)
    .every((word) => hay.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Matters first, at most eight, then the commands that can run now. */
export function offersFor(
  query: string,
  rows: readonly MatterRow[],
  can: ReadonlySet<CommandId>,
  labels: Readonly<Record<CommandId, string>>,
): readonly Offer[] {
  const matters = rows
    .filter((row) => matches(query, row.number, row.title, row.unit, row.counterparty))
    .slice(0, 8)
    .map((row): Offer => ({ kind: 'matter', row }));
  const commands = declarations
    .filter(({ id }) => can.has(id) && id !== 'palette.open' && matches(query, labels[id], id))
    .map(({ id }): Offer => ({ kind: 'command', id, label: labels[id] }));
  return query.trim() ? [...matters, ...commands] : [...commands, ...matters];
}
