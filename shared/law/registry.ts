/** Looking statutes up by name: what holds on a day, and what a misspelt title probably meant. */
import type { Day } from '../rules/rule.ts';
import { otherNames, statutes } from './statutes.ts';
import type { Statute, StatuteText } from './statutes.ts';

export type LawStatus =
  | Readonly<{ kind: 'in-force'; statute: Statute; text: StatuteText | null }>
  | Readonly<{ kind: 'repealed'; statute: Statute; repealed: NonNullable<Statute['repealed']> }>
  | Readonly<{ kind: 'not-yet'; statute: Statute; from: Day }>
  /** 未能核实: the registry does not know the title. */
  | Readonly<{ kind: 'unverified' }>;

const byName: ReadonlyMap<string, Statute> = new Map(
  statutes.flatMap((statute) =>
    [statute.title, ...statute.names].flatMap((name) => [
      [titleKey(name), statute],
      [titleKey(withoutCountry(name)), statute],
    ]),
  ),
);

/** A title as compared: no 《》, brackets and widths folded, version notes in brackets dropped. */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[《》〈〉<>\s]/gu, '')
    .replace(/\((?:\d{4}|\d{4}年?(?:文本|修订|修正|公布)版?)\)$/u, '');
}

function withoutCountry(title: string): string {
  return title.replace(/^中华人民共和国/u, '');
}

/** The statute of a title, full or short, with or without 《》; null when unknown. */
export function statuteNamed(title: string): Statute | null {
  return byName.get(titleKey(title)) ?? null;
}

/** What the registry knows of a title on a day. */
export function lawInForce(title: string, asOf: Day): LawStatus {
  const statute = statuteNamed(title);
  if (!statute) return { kind: 'unverified' };
  if (asOf < statute.inForceFrom) return { kind: 'not-yet', statute, from: statute.inForceFrom };
  if (statute.repealed && asOf >= statute.repealed.on) {
    return { kind: 'repealed', statute, repealed: statute.repealed };
  }
  return { kind: 'in-force', statute, text: statute.texts.find((text) => text.from <= asOf) ?? null };
}

/** The title as commonly cited: 民法典, 行政处罚法; interpretations keep their full title. */
export function shortTitle(statute: Statute): string {
  return withoutCountry(statute.title);
}

const nearNames: readonly string[] = statutes
  .filter((statute) => statute.repealed === null)
  .flatMap((statute) => [withoutCountry(statute.title), ...statute.names.map(withoutCountry)]);
const allNames: ReadonlySet<string> = new Set(
  [...otherNames, ...statutes.flatMap((s) => [s.title, ...s.names])].map((name) => titleKey(withoutCountry(name))),
);

/**
 * The registered name that a slightly wrong title most likely meant; null for a known title, a short
 * one, or one that is near to nothing. Names under seven characters may be off by one, long ones by three.
 */
export function nearestName(title: string): string | null {
  const wanted = titleKey(withoutCountry(title.normalize('NFKC').replace(/[《》\s]/gu, '')));
  if (allNames.has(wanted) || wanted.length < 5) return null;
  let best: { name: string; distance: number } | null = null;
  for (const name of nearNames) {
    const limit = slips(name.length);
    const distance = editDistance(wanted, titleKey(name), limit);
    if (distance !== null && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** How many characters a name of so many may be off and still be meant. */
function slips(length: number): number {
  return length < 7 ? 1 : length < 14 ? 2 : 3;
}

/** Levenshtein distance, or null when it exceeds `limit`. */
function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return null;
    row = next;
  }
  const distance = row[b.length] ?? 0;
  return distance <= limit ? distance : null;
}
