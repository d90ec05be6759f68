/** The commands on an office's own law library: texts of laws brought in as files. */
import { z } from 'zod';
import type { ArticleFound, LawArticle } from '../law/text.ts';
import { command, hash, id, line } from './command.ts';

export const lawCommands = {
  'laws.list': command('reads', z.strictObject({}))<readonly LawRow[]>(),
  /** Files that are no laws or cannot be read are named; the others are taken in. */
  'laws.add': command(
    'writes',
    z.strictObject({
      uploads: z
        .array(z.strictObject({ upload: id, name: z.string().min(1).max(400) }))
        .min(1)
        .max(2000),
    }),
  )<LawsAdded>(),
  'laws.remove': command('writes', z.strictObject({ sha256: hash }))<readonly LawRow[]>(),
  /** The text of an article as the library has it; null when it does not. */
  'laws.article': command('reads', z.strictObject({ law: line, article: line }))<ArticleFound | null>(),
  'laws.read': command('reads', z.strictObject({ sha256: hash }))<readonly LawArticle[]>(),
  /** Words parted by spaces: articles that hold them all. */
  'laws.search': command('reads', z.strictObject({ query: z.string().trim().min(1).max(100) }))<
    Readonly<{ total: number; found: readonly ArticleFound[] }>
  >(),
} as const;

export type LawRow = Readonly<{
  sha256: string;
  title: string;
  fileName: string;
  articles: number;
  by: string;
  at: string;
  /** What the registry says of it today; unverified where it does not know the title. */
  status: 'in-force' | 'repealed' | 'not-yet' | 'unverified';
}>;

export type LawsAdded = Readonly<{
  laws: readonly LawRow[];
  refused: readonly Readonly<{ name: string; message: string; english: string }>[];
}>;
