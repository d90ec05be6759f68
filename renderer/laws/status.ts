/** What the registry of laws gives away of a text in the library. Pure. */
import type { LawRow } from '../../shared/api/law-commands.ts';
import { lawInForce } from '../../shared/law/registry.ts';

/** A law in force whose text has another number of articles than the one in force: most likely an older text. */
export function isOlderText({ title, articles }: Pick<LawRow, 'title' | 'articles'>, today: string): boolean {
  const status = lawInForce(title, today);
  return status.kind === 'in-force' && status.text !== null && status.text.articles !== articles;
}
