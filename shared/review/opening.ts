/** What a matter's fields are on the day it is opened, as far as its main document says. */
import type { Document } from '../document/model.ts';
import { paragraphsIn } from '../document/walk.ts';
import type { Amount, Facts, Party } from '../facts/facts.ts';
import type { Day, DocumentKind, Stance, SubKind } from '../rules/rule.ts';
import type { MatterFields } from './events.ts';

export type Opening = Readonly<{
  document: Document;
  facts: Facts;
  kind: DocumentKind;
  subKind: SubKind;
  /** Name of the main file, its ending included. */
  fileName: string;
  today: Day;
}>;

/** The reviewer sees these fields and can correct each; what was not read stays empty. */
export function openingFields({ document, facts, kind, subKind, fileName, today }: Opening): MatterFields {
  const payer = facts.parties.find((party) => party.role === '甲方') ?? facts.parties[0];
  const own = facts.parties.find(isPublic);
  const other = own ? facts.parties.find((party) => party !== own) : facts.parties[1];
  return {
    title: titleOf(document) ?? stem(fileName),
    kind,
    subKind,
    stance: stanceOf(own),
    publicPayer: payer === undefined || payer.nature === 'unknown' ? null : isPublic(payer),
    unit: clipped(own?.name ?? ''),
    counterparty: clipped(kind === 'contract' ? (other?.name ?? '') : ''),
    amountFen: kind === 'contract' ? totalOf(facts.amounts) : null,
    urgent: false,
    asOf: today,
  };
}

function isPublic(party: Party): boolean {
  return party.nature === 'government' || party.nature === 'institution' || party.nature === 'village';
}

function stanceOf(own: Party | undefined): Stance {
  if (own?.role === '甲方') return 'a';
  return own?.role === '乙方' ? 'b' : 'neutral';
}

const titleEnd =
  /(?:合同|协议|协议书|办法|规定|细则|规则|条例|通知|通告|公告|方案|决定|决定书|意见|意见书|规范|书|法)(?:（[^（）]{1,20}）)?$/u;

/** The first short line near the top that ends as titles of papers end. */
function titleOf(document: Document): string | null {
  const lines = paragraphsIn(document.body.slice(0, 12)).map((paragraph) => paragraph.text.replace(/\s+/gu, ''));
  return lines.find((text) => text.length >= 3 && text.length <= 60 && titleEnd.test(text)) ?? null;
}

const totalLabel = /合同(?:总|价|金额)|总(?:价|金额|额|价款|报酬|费用|租金)/u;

/** The first sum that is called the total; null when none is. */
function totalOf(amounts: readonly Amount[]): number | null {
  const total = amounts.find(({ label, fen }) => label !== null && fen !== null && totalLabel.test(label));
  return total?.fen ?? null;
}

function stem(fileName: string): string {
  return clipped(fileName.replace(/\.[^.]{1,5}$/u, '') || fileName);
}

/** Fields hold at most 400 characters; a name that long was not read as one. */
function clipped(text: string): string {
  return text.length <= 400 ? text : `${text.slice(0, 399)}…`;
}
