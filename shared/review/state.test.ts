import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, EventKind, OpinionItem, Payload } from './events.ts';
import { payloads } from './events.ts';
import { fold } from './state.ts';

const finding = (n: number): string => n.toString(16).padStart(64, '0');

const fields = {
  title: '设备采购合同',
  kind: 'contract',
  subKind: 'sale',
  stance: 'a',
  publicPayer: true,
  unit: '云州市临河区政务中心',
  counterparty: '',
  amountFen: null,
  urgent: false,
  asOf: '2026-03-02',
} as const;

const item = (id: string, from: number | null = null): OpinionItem => ({
  id,
  finding: from === null ? null : finding(from),
  rule: null,
  severity: 'high',
  weight: 'must',
  clause: null,
  quote: null,
  problem: `问题${id}`,
  basis: [],
  advice: '',
});

/** A matter's events, opened and then as given. */
function history(...acts: readonly { [K in EventKind]: readonly [K, Payload<K>] }[EventKind][]): Event[] {
  const opened = ['matter-opened', { number: '2026-0001', fields, sample: false }] as const;
  return [opened, ...acts].map(([kind, payload], at) => {
    const seq = at + 1;
    const place = { id: `e${seq}`, seq, origin: '站', at: `2026-03-02T01:00:0${seq}.000Z`, actor: '张敏', hash: '' };
    payloads[kind].parse(payload);
    return { ...place, matter: 'm', kind, after: [], payload } as Event;
  });
}

const adopt = (n: number, id: string) =>
  ['finding-adopted', { version: 'v', finding: finding(n), item: item(id, n) }] as const;
const dismiss = (n: number) =>
  ['finding-dismissed', { version: 'v', finding: finding(n), rule: 'r', reason: 'other', note: '' }] as const;

const outcome = (events: Event[]) => {
  const state = fold(events)!;
  return {
    items: state.items.map(({ id }) => id),
    decisions: Object.values(state.decisions).map(({ kind }) => kind),
    undoable: state.undoable,
  };
};

describe('folding a matter', () => {
  it('is null before the matter was opened', () => {
    expect(fold([])).toBeNull();
    expect(fold(history(adopt(1, 'a')).slice(1))).toBeNull();
  });

  it.each([
    ['adopting makes an item', history(adopt(1, 'a')), ['a'], ['adopted'], 'e2'],
    ['dismissing makes none', history(dismiss(1)), [], ['dismissed'], 'e2'],
    ['dismissing after adopting takes the item away', history(adopt(1, 'a'), dismiss(1)), [], ['dismissed'], 'e3'],
    ['adopting after dismissing replaces the dismissal', history(dismiss(1), adopt(1, 'a')), ['a'], ['adopted'], 'e3'],
    ['adopting anew replaces the item', history(adopt(1, 'a'), adopt(1, 'b')), ['b'], ['adopted'], 'e3'],
    ['removing an item reopens its finding', history(adopt(1, 'a'), ['item-removed', { item: 'a' }]), [], [], 'e3'],
    ['reopening a dismissal', history(dismiss(1), ['finding-reopened', { finding: finding(1) }]), [], [], 'e3'],
    ['reopening an adoption', history(adopt(1, 'a'), ['finding-reopened', { finding: finding(1) }]), [], [], 'e3'],
    ['undoing an adoption', history(adopt(1, 'a'), ['undone', { event: 'e2' }]), [], [], null],
    [
      'undoing twice goes back two acts',
      history(adopt(1, 'a'), dismiss(2), ['undone', { event: 'e3' }], ['undone', { event: 'e2' }]),
      [],
      [],
      null,
    ],
    [
      'undoing a removal brings item and decision back',
      history(adopt(1, 'a'), ['item-removed', { item: 'a' }], ['undone', { event: 'e3' }]),
      ['a'],
      ['adopted'],
      'e2',
    ],
    [
      'ordering, with an item that was added since at the end',
      history(adopt(1, 'a'), adopt(2, 'b'), ['items-ordered', { items: ['b', 'a'] }], adopt(3, 'c')),
      ['b', 'a', 'c'],
      ['adopted', 'adopted', 'adopted'],
      'e5',
    ],
  ])('%s', (_, events, items, decisions, undoable) => {
    expect(outcome(events)).toEqual({ items, decisions, undoable });
  });

  it('does not offer opening, runs and exports for undo', () => {
    const exported = { version: 'v', what: 'opinion', name: 'x.docx', sha256: finding(9), acknowledged: [] } as const;
    const state = fold(history(adopt(1, 'a'), ['exported', { ...exported, acknowledged: [] }]))!;
    expect(state.undoable).toBe('e2');
    expect(state.exports).toHaveLength(1);
    expect(fold(history())!.undoable).toBeNull();
  });

  it('keeps fields that a revision leaves out or leaves undefined', () => {
    const state = fold(history(['matter-revised', { fields: { title: '新名称', unit: undefined } }]))!;
    expect(state.fields).toEqual({ ...fields, title: '新名称' });
  });

  it('undoing everything gives the matter as it was opened', () => {
    const act = fc.oneof(
      fc.tuple(fc.nat(5), fc.nat(99)).map(([n, id]) => adopt(n, `i${id}`)),
      fc.nat(5).map(dismiss),
      fc.nat(5).map((n) => ['finding-reopened', { finding: finding(n) }] as const),
      fc.nat(99).map((id) => ['item-removed', { item: `i${id}` }] as const),
      fc.string().map((conclusionText) => ['opinion-set', { fields: { conclusionText } }] as const),
      fc.string().map((title) => ['matter-revised', { fields: { title } }] as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let events = history(...acts);
        for (let state = fold(events)!; state.undoable; state = fold(events)!) {
          const undone = history(['undone', { event: state.undoable }])[1]!;
          events = [...events, { ...undone, id: `u${events.length}`, seq: events.length + 1 }];
        }
        expect({ ...fold(events), lastEvent: '' }).toEqual({ ...fold(history()), lastEvent: '' });
      }),
    );
  });

  it('never holds two items of one finding, nor an adoption without its item', () => {
    const act = fc.oneof(
      fc.tuple(fc.nat(3), fc.nat(9)).map(([n, id]) => adopt(n, `i${n}-${id}`)),
      fc.nat(3).map(dismiss),
      fc.tuple(fc.nat(3), fc.nat(9)).map(([n, id]) => ['item-removed', { item: `i${n}-${id}` }] as const),
      fc.nat(20).map((at) => ['undone', { event: `e${at + 2}` }] as const),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const state = fold(history(...acts))!;
        const adopted = Object.entries(state.decisions).flatMap(([from, decision]) =>
          decision.kind === 'adopted' ? [[from, decision.item]] : [],
        );
        expect(adopted.toSorted()).toEqual(state.items.map(({ id, finding: from }) => [from, id]).toSorted());
      }),
    );
  });
});
