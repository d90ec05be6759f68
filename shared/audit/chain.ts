/**
 * The hash chain over a library's events: each hash covers the one before it, so no event can be
 * changed, dropped, swapped or slipped in without the chain breaking at that place. An owner who
 * rewrites every later hash, or cuts off the end, is found only by a head kept elsewhere.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';

/** What the first event follows. */
export const genesis = '0'.repeat(64);

/** How many events a library holds and the hash of the last: kept elsewhere, it anchors them all. */
export type Head = Readonly<{ count: number; hash: string }>;

/** What the chain covers of an event, with the payload itself or, after redaction, its hash alone. */
export type Link = Readonly<{
  seq: number;
  id: string;
  origin: string;
  at: string;
  actor: string;
  matter: string | null;
  kind: string;
  after: readonly string[];
}> &
  (Readonly<{ payload: unknown }> | Readonly<{ payloadHash: string }>);

export type Chained = Link & Readonly<{ hash: string }>;

export type ChainFault = Readonly<{
  /** Place in the list, from 0; the length of the list when its end is missing. */
  at: number;
  reason: 'order' | 'hash' | 'head';
}>;

export type Verdict = Readonly<{ ok: true; head: Head }> | Readonly<{ ok: false; fault: ChainFault }>;

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

export function payloadHash(payload: unknown): string {
  return hashText(canonical(payload));
}

/** SHA-256 of the canonical array [prev, seq, id, origin, at, actor, matter, kind, after, SHA-256(payload)]. */
export function linkHash(prev: string, link: Link): string {
  const covered = 'payload' in link ? payloadHash(link.payload) : link.payloadHash;
  const { seq, id, origin, at, actor, matter, kind, after } = link;
  return hashText(canonical([prev, seq, id, origin, at, actor, matter, kind, after, covered]));
}

/**
 * Walks a whole chain from its first event. `expected` is a head kept elsewhere: without it a
 * chain that was cut short, or rewritten from some place on, still verifies.
 */
export function verifyChain(events: readonly Chained[], expected?: Head): Verdict {
  let hash = genesis;
  for (const [at, event] of events.entries()) {
    if (event.seq !== at + 1) return { ok: false, fault: { at, reason: 'order' } };
    if (linkHash(hash, event) !== event.hash) return { ok: false, fault: { at, reason: 'hash' } };
    if (expected?.count === at + 1 && expected.hash !== event.hash) return { ok: false, fault: { at, reason: 'head' } };
    hash = event.hash;
  }
  if (expected && expected.count > events.length) {
    return { ok: false, fault: { at: events.length, reason: 'head' } };
  }
  return { ok: true, head: { count: events.length, hash } };
}
