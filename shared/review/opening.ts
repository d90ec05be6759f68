/** What a matter's fields are on the day it is opened, as far as its main document says. */
import type { Document } from '../document/model.ts';
import { titleParagraph, titleText } from '../document/title.ts';
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
  const title = titleParagraph(document);
  const payer = facts.parties.find((party) => party.role === '甲方') ?? facts.parties[0];
  const own = facts.parties.find(isPublic);
  const other = own ? facts.parties.find((party) => party !== own) : facts.parties[1];
  return {
    title: title ? titleText(title) : stem(fileName),
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
