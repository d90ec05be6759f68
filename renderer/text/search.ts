/**
 * Search inside one document. Width and case do not matter (（ finds (, Ａ finds a); offsets stay the
 * text's own because folding keeps lengths.
 */
import type { BlockId, Paragraph } from '../../shared/document/model.ts';

/** A hit may begin in the computed label, which has no offsets: then `label` is true. */
export type SearchHit = Readonly<{ block: BlockId; from: number; to: number; label: boolean }>;

/** More hits than anyone walks through; the count then says "at least". */
export const mostHits = 2000;

export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldUnit(text.charCodeAt(at));
  return folded;
}

function foldUnit(code: number): string {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code === 0x3000 || code === 0xa0 ? 0x20 : code;
  if (narrow >= 0x41 && narrow <= 0x5a) return String.fromCharCode(narrow + 0x20);
  if (narrow === 0x201c || narrow === 0x201d) return '"';
  if (narrow === 0x2018 || narrow === 0x2019) return "'";
  return String.fromCharCode(narrow);
}

/** Paragraph texts folded once, to search them at each key stroke. */
export type SearchIndex = readonly Readonly<{ block: BlockId; label: number; folded: string }>[];

export function searchIndex(paragraphs: readonly Paragraph[]): SearchIndex {
  return paragraphs.map(({ id, label, text }) => ({
    block: id,
    label: label?.length ?? 0,
    folded: fold((label ?? '') + text),
  }));
}

/** Every hit in the order of the index, overlapping ones left out. */
export function findAll(index: SearchIndex, query: string): SearchHit[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [];
  const hits: SearchHit[] = [];
  for (const { block, label, folded } of index) {
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
      const from = Math.max(0, at - label);
      const to = Math.max(0, at + wanted.length - label);
      hits.push({ block, from, to, label: at < label });
      if (hits.length >= mostHits) return hits;
    }
  }
  return hits;
}

/** The hit to go to: the first at or after the block in view, or the first of all. */
export function hitFrom(hits: readonly SearchHit[], rank: ReadonlyMap<BlockId, number>, block: BlockId | null): number {
  const seen = block === null ? 0 : (rank.get(block) ?? 0);
  const found = hits.findIndex((hit) => (rank.get(hit.block) ?? 0) >= seen);
  return found === -1 ? 0 : found;
}
