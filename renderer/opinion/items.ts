/** How opinion items move in the order of the paper. Pure. */
import { readNumber } from '../../shared/document/numerals.ts';
import { paperOrder } from '../../shared/opinion/item.ts';
import type { OpinionFields, OpinionItem } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';

/** A new order of ids, and the new weight of the moved item when it crossed into the other part. */
export type Move = Readonly<{ order: readonly string[]; weight: OpinionItem['weight'] | null }>;

/** Dropping an item on another one's place: it takes that place and that part. */
export function moveTo(items: readonly OpinionItem[], id: string, over: string): Move | null {
  const order = paperOrder(items);
  const from = order.findIndex((item) => item.id === id);
  const to = order.findIndex((item) => item.id === over);
  const moved = order[from];
  const target = order[to];
  if (!moved || !target || from === to) return null;
  const rest = order.filter((item) => item.id !== id);
  return {
    order: [...rest.slice(0, to), moved, ...rest.slice(to)].map((item) => item.id),
    weight: target.weight === moved.weight ? null : target.weight,
  };
}

/** One step up or down; at the border of the two parts the item first changes its part. */
export function moveBy(items: readonly OpinionItem[], id: string, step: 1 | -1): Move | null {
  const order = paperOrder(items);
  const from = order.findIndex((item) => item.id === id);
  const moved = order[from];
  const next = order[from + step];
  if (!moved) return null;
  if (next?.weight === moved.weight) return moveTo(items, id, next.id);
  const weight = step > 0 ? 'should' : 'must';
  return moved.weight === weight ? null : { order: order.map((item) => item.id), weight };
}

/** Whether changing the weight alone already puts the items where the move wants them. */
export function settledByWeight(items: readonly OpinionItem[], id: string, { order, weight }: Move): boolean {
  const after = paperOrder(items.map((item) => (item.id === id && weight ? { ...item, weight } : item)));
  return weight !== null && after.every((item, at) => item.id === order[at]);
}

export function applyMove(state: MatterState, id: string, { order, weight }: Move): MatterState {
  const place = new Map(order.map((item, at) => [item, at]));
  return {
    ...state,
    items: state.items
      .map((item) => (item.id === id && weight ? { ...item, weight } : item))
      .sort((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length)),
  };
}

/** What an empty field stands for on the paper until the reviewer fills it. */
export type Defaults = Readonly<Pick<OpinionFields, 'office' | 'addressee' | 'date'>>;

/** The defaults that the paper shows but the record does not hold yet. */
export function missing(opinion: OpinionFields, defaults: Defaults): Partial<Defaults> {
  const names = ['office', 'addressee', 'date'] as const;
  return Object.fromEntries(
    names.filter((name) => opinion[name] === '' && defaults[name] !== '').map((name) => [name, defaults[name]]),
  );
}

export type Drafts = Readonly<{ fields: Partial<OpinionFields>; item: OpinionItem | null }>;

/** The state as it will be once what is being typed is saved: what the preview shows. */
export function withDrafts(state: MatterState, drafts: Drafts, defaults: Defaults): MatterState {
  const opinion = { ...state.opinion, ...drafts.fields };
  const draft = drafts.item;
  const known = draft !== null && state.items.some(({ id }) => id === draft.id);
  const items = draft
    ? known
      ? state.items.map((item) => (item.id === draft.id ? draft : item))
      : [...state.items, draft]
    : state.items;
  return { ...state, items, opinion: { ...opinion, ...missing(opinion, defaults) } };
}

/** The fields of `draft` that differ from what is recorded. */
export function changed<T extends object>(recorded: T, draft: Partial<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !same(value, recorded[name as keyof T])),
  ) as Partial<T>;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The id an item bears while it is first written. */
export const newItemId = 'new';

export function blankItem(): OpinionItem {
  return {
    id: newItemId,
    finding: null,
    rule: null,
    severity: 'medium',
    weight: 'should',
    clause: null,
    quote: null,
    problem: '',
    basis: [],
    advice: '',
  };
}

/** Empty texts of the form mean: none. Rows of basis without a law are dropped. */
export function tidied(item: OpinionItem): OpinionItem {
  return {
    ...item,
    clause: item.clause?.trim() || null,
    quote: item.quote?.trim() ? item.quote : null,
    problem: item.problem.trim(),
    advice: item.advice.trim(),
    basis: item.basis.map(tidiedBasis).filter(({ law }) => law !== ''),
  };
}

/** What cannot be read as an article number is kept as a note, not lost. */
function tidiedBasis({ law, article, note }: OpinionItem['basis'][number]): OpinionItem['basis'][number] {
  const written = article?.trim() ?? '';
  const read = articleOf(written);
  const kept = [note, read === null ? written : ''].filter(Boolean).join('；');
  return { law: law.trim().replace(/^《(.+)》$/u, '$1'), article: read, ...(kept ? { note: kept } : {}) };
}

/** "第510条", "５１０", "第五百一十条" and "510" are article 510; anything else is no article number. */
export function articleOf(written: string | null): string | null {
  const text = (written ?? '').normalize('NFKC').replace(/\s/gu, '');
  const found = /^第?([0-9零一二三四五六七八九十百千]+)条?(?:(?:之|-)([0-9一二三四五六七八九十]+))?$/u.exec(text);
  const main = numberOf(found?.[1]);
  const inserted = numberOf(found?.[2]);
  return main === null ? null : `${main}${inserted === null ? '' : `-${inserted}`}`;
}

function numberOf(text: string | undefined): number | null {
  return text ? readNumber(text) : null;
}
