import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chained, Link } from './chain.ts';
import { genesis, linkHash, payloadHash, verifyChain } from './chain.ts';

function chainOf(length: number): Chained[] {
  const chain: Chained[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const link: Link = {
      seq,
      id: `id${seq}`,
      origin: '工作站一',
      at: `2026-03-0${(seq % 9) + 1}T02:00:00.000Z`,
      actor: '张敏',
      matter: seq === 1 ? null : 'm1',
      kind: seq === 1 ? 'person-named' : 'item-added',
      after: seq === 1 ? [] : [`id${seq - 1}`],
      payload: { text: `意见${seq}`, amount: seq * 100 },
    };
    chain.push({ ...link, hash: linkHash(chain.at(-1)?.hash ?? genesis, link) });
  }
  return chain;
}

const chain = chainOf(10);
const head = { count: 10, hash: chain[9]!.hash };
const place = fc.integer({ min: 0, max: chain.length - 1 });

/** Every way to change one event, and every way to disturb the row of events. */
const edits: fc.Arbitrary<Chained[]> = fc.oneof(
  fc
    .tuple(place, fc.constantFrom('id', 'origin', 'at', 'actor', 'matter', 'kind', 'hash'), fc.string({ minLength: 1 }))
    .map(([at, key, text]) => chain.with(at, { ...chain[at]!, [key]: `${text}·` })),
  fc.tuple(place, fc.jsonValue()).map(([at, payload]) => chain.with(at, { ...chain[at]!, payload })),
  fc
    .tuple(place, fc.array(fc.string()))
    .map(([at, after]) => chain.with(at, { ...chain[at]!, after: [...after, '·'] })),
  fc.tuple(place, fc.integer({ min: 11 })).map(([at, seq]) => chain.with(at, { ...chain[at]!, seq })),
  place.filter((at) => at < 9).map((at) => chain.toSpliced(at, 1)),
  fc
    .tuple(place, place)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => chain.with(a, chain[b]!).with(b, chain[a]!)),
  fc.tuple(place, place).map(([at, copied]) => chain.toSpliced(at, 0, chain[copied]!)),
  // Swapped or dropped with the numbers made to fit again.
  place.filter((at) => at < 9).map((at) => renumbered(chain.toSpliced(at, 1))),
  fc.tuple(place, place).map(([at, copied]) => renumbered(chain.toSpliced(at, 0, chain[copied]!))),
);

function renumbered(events: Chained[]): Chained[] {
  return events.map((event, at) => ({ ...event, seq: at + 1 }));
}

describe('the chain', () => {
  it('verifies as made, and answers its head', () => {
    expect(verifyChain(chain)).toEqual({ ok: true, head });
    expect(verifyChain([])).toEqual({ ok: true, head: { count: 0, hash: genesis } });
  });

  it('shows every single change, removal, swap and insertion', () => {
    fc.assert(
      fc.property(edits, (edited) => {
        expect(verifyChain(edited).ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('names the place', () => {
    const edited = chain.with(7, { ...chain[7]!, actor: '李四' });
    expect(verifyChain(edited)).toEqual({ ok: false, fault: { at: 7, reason: 'hash' } });
  });

  it('still verifies when payloads are redacted to their hashes', () => {
    const redacted = chain.map((event): Chained => {
      const { payload, ...rest } = event as Chained & { payload: unknown };
      return { ...rest, payloadHash: payloadHash(payload) };
    });
    expect(verifyChain(redacted, head)).toEqual({ ok: true, head });
  });

  it('needs a head kept elsewhere against cutting short and rewriting, and then shows both', () => {
    const cut = chain.slice(0, 6);
    expect(verifyChain(cut).ok).toBe(true);
    expect(verifyChain(cut, head)).toEqual({ ok: false, fault: { at: 6, reason: 'head' } });

    let prev = genesis;
    const restamped = chain.map((event, at): Chained => {
      const changed = at === 4 ? { ...event, actor: '李四' } : event;
      prev = linkHash(prev, changed);
      return { ...changed, hash: prev };
    });
    expect(verifyChain(restamped).ok).toBe(true);
    expect(verifyChain(restamped, head)).toEqual({ ok: false, fault: { at: 9, reason: 'head' } });
  });

  it('lets a chain grow past the head kept elsewhere', () => {
    expect(verifyChain(chainOf(14), head).ok).toBe(true);
  });
});
