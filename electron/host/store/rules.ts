/** What the record knows of rules: the office's setup, how they fared, and what silences them. */
import { foldSetup, setupKinds } from '../../../shared/review/rule-setup.ts';
import type { SetupState } from '../../../shared/review/rule-setup.ts';
import type { Event } from '../../../shared/review/events.ts';
import type { Suppression } from '../../../shared/review/suppress.ts';
import { decode } from './events.ts';
import { grouped } from './grouped.ts';
import type { Reads } from './schema.ts';

/** The setup after the library's events; those up to and with `seq` when it is given. */
export async function setupOf(reads: Reads, seq?: number): Promise<SetupState> {
  const rows = await reads
    .selectFrom('events')
    .selectAll()
    .where('matter', 'is', null)
    .where('kind', 'in', setupKinds)
    .$if(seq !== undefined, (query) => query.where('seq', '<=', seq ?? 0))
    .orderBy('seq')
    .execute();
  return foldSetup(rows.map((row): Event => decode(row)));
}

/** How one rule fared in this library. */
export type RuleCount = Readonly<{
  rule: string;
  /** Findings of the latest reviews, silenced ones among them. */
  shown: number;
  silenced: number;
  adopted: number;
  dismissed: number;
  reasons: Readonly<Record<string, number>>;
}>;

export async function ruleCounts(reads: Reads): Promise<RuleCount[]> {
  const marks = await reads
    .selectFrom('marks')
    .select((select) => [
      'rule',
      select.fn.countAll<number>().as('shown'),
      select.fn.sum<number | null>('silenced').as('silenced'),
    ])
    .groupBy('rule')
    .execute();
  const decisions = await reads
    .selectFrom('decisions')
    .select((select) => ['rule', 'kind', 'reason', select.fn.countAll<number>().as('count')])
    .groupBy(['rule', 'kind', 'reason'])
    .execute();
  const byRule = grouped(decisions, ({ rule }) => rule);
  const shownBy = new Map(marks.map((mark) => [mark.rule, mark]));
  return [...new Set([...shownBy.keys(), ...byRule.keys()])]
    .filter((rule) => rule !== '')
    .map((rule) => {
      const own = byRule.get(rule) ?? [];
      const total = (kind: string): number =>
        own.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0);
      return {
        rule,
        shown: shownBy.get(rule)?.shown ?? 0,
        silenced: shownBy.get(rule)?.silenced ?? 0,
        adopted: total('adopted'),
        dismissed: total('dismissed'),
        reasons: Object.fromEntries(own.flatMap(({ reason, count }) => (reason === null ? [] : [[reason, count]]))),
      };
    });
}

/** Suppressions that may hold in a matter: its own, and those of its counterparty. */
export async function suppressionsFor(reads: Reads, matter: string, counterparty: string): Promise<Suppression[]> {
  const rows = await reads
    .selectFrom('suppressions')
    .selectAll()
    .where((where) =>
      where.or([
        where('matter', '=', matter),
        where.and([where('scope', '=', 'counterparty'), where('counterparty', '=', counterparty)]),
      ]),
    )
    .orderBy('made_at')
    .orderBy('matter')
    .orderBy('finding')
    .execute();
  return rows.map(suppressionOf);
}

/** Every suppression, with the number of findings it silences in the latest reviews: 0 is unused. */
export async function suppressionUse(reads: Reads): Promise<(Suppression & Readonly<{ silences: number }>)[]> {
  const rows = await reads.selectFrom('suppressions').selectAll().orderBy('made_at').execute();
  const marks = await reads
    .selectFrom('marks')
    .innerJoin('matters', 'matters.id', 'marks.matter')
    .select(['marks.matter', 'marks.finding', 'marks.rule', 'matters.counterparty'])
    .where('marks.silenced', '=', 1)
    .execute();
  return rows.map((row) => ({
    ...suppressionOf(row),
    silences: marks.filter((mark) =>
      row.scope === 'matter'
        ? mark.matter === row.matter && mark.rule === row.rule
        : mark.finding === row.finding && mark.counterparty === row.counterparty,
    ).length,
  }));
}

type Row = Readonly<{
  matter: string;
  finding: string;
  scope: string;
  rule: string;
  counterparty: string;
  until: string | null;
  reason: string;
  note: string;
  made_by: string;
  made_at: string;
}>;

function suppressionOf({ made_by: by, made_at: at, ...row }: Row): Suppression {
  return { ...row, scope: row.scope as Suppression['scope'], reason: row.reason as Suppression['reason'], by, at };
}
