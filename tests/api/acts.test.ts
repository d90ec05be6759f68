import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bench, contractText, disposeAll } from './support.ts';
import type { Bench } from './support.ts';

let day: Bench;
let matter: string;
let version: string;
beforeEach(async () => {
  day = await bench();
  await day.client.call('person.name', { name: '张敏' });
  matter = (await day.bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
  version = (await day.client.call('matter.open', { matter })).state.versions[0]!.id;
});
afterEach(disposeAll);

describe('acting on one matter from two windows', () => {
  it('loses nothing and keeps each act whole', async () => {
    const { findings } = await day.client.call('findings.get', { matter, version });
    await Promise.all([
      ...findings.map((finding) => day.client.call('finding.adopt', { matter, version, finding: finding.fingerprint })),
      // The same key pressed twice.
      ...findings.map((finding) => day.client.call('finding.adopt', { matter, version, finding: finding.fingerprint })),
      ...[1, 2, 3].map((no) => day.client.call('opinion.set', { matter, fields: { conclusionText: `结论${no}` } })),
    ]);
    const { state } = await day.client.call('matter.open', { matter });
    expect(state.items).toHaveLength(3);
    expect(Object.keys(state.decisions)).toHaveLength(3);
    expect(state.opinion.conclusionText).toBe('结论3');
  });

  it('puts items in the order of the document, whatever the order of adopting', async () => {
    const { findings } = await day.client.call('findings.get', { matter, version });
    const prints = findings.map(({ fingerprint }) => fingerprint);
    const manual = { finding: null, rule: null, severity: 'low', weight: 'should', clause: null, quote: null } as const;
    await day.client.call('item.add', { matter, item: { ...manual, problem: '自拟', basis: [], advice: '改。' } });
    for (const finding of prints.toReversed()) await day.client.call('finding.adopt', { matter, version, finding });
    const { items } = (await day.client.call('matter.open', { matter })).state;
    expect(items.map(({ finding }) => finding)).toEqual([null, ...prints]);
  });

  it('takes a dismissal back, at once or later', async () => {
    const { findings } = await day.client.call('findings.get', { matter, version });
    const on = { matter, version, finding: findings[0]!.fingerprint };
    await day.client.call('finding.dismiss', { ...on, reason: 'other', note: '' });
    await day.client.call('opinion.set', { matter, fields: { conclusionText: '其间' } });
    const state = await day.client.call('finding.reopen', { matter, finding: on.finding });
    expect(state.decisions).toEqual({});
    expect((await day.client.call('undo', { matter })).decisions[on.finding]?.kind).toBe('dismissed');
  });
});
