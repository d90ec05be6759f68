import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewReport } from '../../shared/api/contract.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { bench, contractText, disposeAll } from './support.ts';
import type { Bench } from './support.ts';

let day: Bench;
beforeEach(async () => {
  day = await bench();
  await day.client.call('person.name', { name: '张敏' });
});
afterEach(disposeAll);

type Place = Readonly<{ matter: string; version: string }>;

async function brought(text: string): Promise<Place> {
  const matter = (await day.bring([{ name: '合同.txt', text }])).rows[0]!.matter!;
  return { matter, version: (await day.client.call('matter.open', { matter })).state.versions[0]!.id };
}

const report = (place: Place): Promise<ReviewReport> => day.client.call('findings.get', place);
const fingerprintOf = async (place: Place, rule: string): Promise<string> =>
  (await report(place)).findings.find((finding) => finding.rule === rule)!.fingerprint;

const pack = (version = '1', word = '交付'): string =>
  [
    `format: 1\nname: 临河区规则\nversion: "${version}"\nauthor: 张敏\nrules:`,
    '  - {id: own-delivery, title: 交付地点, severity: low, nature: risk, kinds: [contract], why: 本单位的要求。, advice: 写明地点。,',
    `     check: {kind: phrase, find: [${word}]}, hits: ["${word}"], nearMisses: [无]}`,
    '  - {id: own-broken, title: 坏规则}',
  ].join('\n');

describe('packs of own rules', () => {
  it('are brought in, review at once, name their broken rules, are replaced and removed', async () => {
    const place = await brought(contractText(1));
    const before = await report(place);
    const [row] = await day.client.call('packs.install', { text: pack() });
    expect(row).toMatchObject({ name: '临河区规则', version: '1', by: '张敏', rules: 1 });
    expect(row?.faults).toEqual([expect.objectContaining({ rule: 'own-broken', kind: 'shape' })]);
    const after = await report(place);
    expect(after.findings.map(({ rule }) => rule)).toContain('own-delivery');
    expect(after.ruleset.sha256).not.toBe(before.ruleset.sha256);
    const { state } = await day.client.call('matter.open', { matter: place.matter });
    expect(state.reviewed?.packs).toEqual([{ name: '临河区规则', version: '1', sha256: row?.sha256 }]);

    expect((await day.client.call('packs.install', { text: pack('2', '无此词') })).map((one) => one.version)).toEqual([
      '2',
    ]);
    expect((await report(place)).findings.map(({ rule }) => rule)).not.toContain('own-delivery');
    expect(await day.client.call('packs.export', { name: '临河区规则' })).toEqual({
      name: '临河区规则.yaml',
      text: pack('2', '无此词'),
    });
    expect(await day.client.call('packs.remove', { name: '临河区规则' })).toEqual([]);
    expect((await report(place)).findings).toEqual(before.findings);
  });

  it.each([
    ['of a newer version', 'format: 9\n', /更新的版本/u],
    ['that is not YAML', 'format: [', /YAML/u],
    ['without a head', 'format: 1\nrules: []\n', /name/u],
  ])('%s are refused and nothing is kept', async (_, text, message) => {
    await expect(day.client.call('packs.install', { text })).rejects.toMatchObject({
      error: { kind: 'invalid', message: expect.stringMatching(message) },
    });
    expect(await day.client.call('packs.list', {})).toEqual([]);
    expect(await day.client.call('packs.try', { text, on: null })).toMatchObject({
      rules: [],
      message: expect.stringMatching(message),
    });
  });

  it('are tried on a document without being kept', async () => {
    const place = await brought(contractText(1));
    const trial = await day.client.call('packs.try', { text: pack(), on: place });
    expect(trial.findings.map(({ rule, quote }) => [rule, quote])).toEqual([['own-delivery', '交付']]);
    expect(trial.faults.map(({ message }) => message)).toEqual([expect.stringContaining('own-broken')]);
    expect((await report(place)).findings.map(({ rule }) => rule)).not.toContain('own-delivery');
  });

  it('show what they find also while their examples do not prove them yet', async () => {
    const place = await brought(contractText(1));
    const text = pack().replace('hits: ["交付"]', 'hits: ["送达"]');
    const trial = await day.client.call('packs.try', { text, on: place });
    expect(trial.faults).toContainEqual(expect.objectContaining({ kind: 'hit-missed', text: '送达' }));
    expect(trial.findings.map(({ quote }) => quote)).toEqual(['交付']);
  });

  it('have rules that can be switched off like any other', async () => {
    await day.client.call('packs.install', { text: pack() });
    const place = await brought(contractText(1));
    await day.client.call('rules.switch', { rule: 'own-delivery', on: false });
    expect((await report(place)).findings.map(({ rule }) => rule)).not.toContain('own-delivery');
    await day.client.call('rules.switch', { rule: 'own-delivery', on: true });
    expect((await report(place)).findings.map(({ rule }) => rule)).toContain('own-delivery');
  });

  it('are there after a restart', async () => {
    await day.client.call('packs.install', { text: pack() });
    day = await day.reopen();
    expect((await day.client.call('packs.list', {})).map(({ name }) => name)).toEqual(['临河区规则']);
  });
});

describe('the library of rules', () => {
  it('lists built-in and own rules, explains them, and counts what became of their findings', async () => {
    await day.client.call('packs.install', { text: pack() });
    const place = await brought(contractText(1));
    const finding = await fingerprintOf(place, 'own-delivery');
    await day.client.call('finding.dismiss', { ...place, finding, reason: 'wrong-hit', note: '' });
    const rows = await day.client.call('rules.list', {});
    expect(rows).toHaveLength(catalog.length + 1);
    expect(rows.at(-1)).toMatchObject({
      id: 'own-delivery',
      pack: '临河区规则',
      on: true,
      shown: 1,
      adopted: 0,
      dismissed: 1,
    });
    expect(await day.client.call('rules.explain', { rule: 'own-delivery' })).toMatchObject({
      why: '本单位的要求。',
      hits: [{ text: '交付' }],
      reasons: { 'wrong-hit': 1 },
    });
    await expect(day.client.call('rules.explain', { rule: 'none' })).rejects.toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('switches a built-in rule off and on again, each time as another rulebook', async () => {
    const place = await brought(contractText(1));
    const id = catalog[0]!.id;
    const whole = (await report(place)).ruleset.sha256;
    const rows = await day.client.call('rules.switch', { rule: id, on: false });
    expect(rows.find((row) => row.id === id)?.on).toBe(false);
    expect((await report(place)).ruleset.sha256).not.toBe(whole);
    await day.client.call('rules.switch', { rule: id, on: true });
    expect((await report(place)).ruleset.sha256).toBe(whole);
    await expect(day.client.call('rules.switch', { rule: 'none', on: false })).rejects.toMatchObject({
      error: { kind: 'not-found' },
    });
    await expect(day.client.call('rules.set', { key: 'none', value: 1 })).rejects.toMatchObject({
      error: { kind: 'not-found' },
    });
  });
});

describe('dismissals that reach further', () => {
  const twice = (no: number): string => `${contractText(no)}第四条 乙方应当尽快培训人员。\n`;

  it('silence the rule in the whole matter, count it as settled, and can be undone', async () => {
    const place = await brought(twice(1));
    const { findings } = await report(place);
    const [first, second] = findings.filter(({ rule }) => rule === 'test-vague-time');
    await day.client.call('finding.dismiss', {
      ...place,
      finding: first!.fingerprint,
      reason: 'accepted-risk',
      note: '已商定',
      reach: 'matter',
    });
    expect(Object.keys((await report(place)).silenced)).toEqual([second!.fingerprint]);
    expect((await day.client.call('matter.open', { matter: place.matter })).row.open).toBe(findings.length - 2);
    expect(await day.client.call('suppressions.list', {})).toEqual([
      expect.objectContaining({ rule: 'test-vague-time', scope: 'matter', silences: 1, expired: false, by: '张敏' }),
    ]);
    await day.client.call('undo', { matter: place.matter });
    expect((await report(place)).silenced).toEqual({});
    expect((await day.client.call('matter.open', { matter: place.matter })).row.open).toBe(findings.length);
  });

  it('silence the same words of the same counterparty elsewhere, until their day, and say when unused', async () => {
    const place = await brought(contractText(1));
    const finding = await fingerprintOf(place, 'test-full-payment');
    await day.client.call('finding.dismiss', {
      ...place,
      finding,
      reason: 'negotiated',
      note: '',
      reach: 'counterparty',
      until: '2026-03-31',
    });
    expect((await day.client.call('suppressions.list', {}))[0]).toMatchObject({ scope: 'counterparty', silences: 0 });
    // Another matter of the same counterparty with the same sentence.
    const other = await brought(contractText(2));
    expect((await report(other)).silenced).toEqual({
      [finding]: expect.objectContaining({ matter: place.matter, until: '2026-03-31' }),
    });
    expect((await day.client.call('suppressions.list', {}))[0]).toMatchObject({ silences: 1 });
    // The day has passed for a matter that is judged later.
    await day.client.call('matter.revise', { matter: other.matter, fields: { asOf: '2026-04-01' } });
    expect((await report(other)).silenced).toEqual({});
    // Another counterparty is not touched.
    const third = await brought(contractText(3).replace('云州明理设备有限公司', '云州松石设备有限公司'));
    expect((await report(third)).silenced).toEqual({});
  });

  it('give way to a finding that is shown again or decided here', async () => {
    const place = await brought(contractText(1));
    const finding = await fingerprintOf(place, 'test-full-payment');
    await day.client.call('finding.dismiss', {
      ...place,
      finding,
      reason: 'negotiated',
      note: '',
      reach: 'counterparty',
    });
    const other = await brought(contractText(2));
    await day.client.call('finding.reopen', { matter: other.matter, finding });
    expect((await report(other)).silenced).toEqual({});
    expect((await day.client.call('matter.open', { matter: other.matter })).state.reopened).toEqual([finding]);
  });
});
