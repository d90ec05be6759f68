/** Own rules, their tests, statistics and replay through the built command line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ruleset } from '../../electron/host/ruleset.ts';
import { rulebookOf } from '../../shared/rules/rulebook.ts';
import { review } from '../../shared/rules/run.ts';
import { commandLine } from '../support/command-line.ts';
import { bench, contractText, disposeAll, inProcess } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'fashen-cli-rules-'));
const fashen = commandLine(folder);

const rule = (id: string, find: string, hit: string): string =>
  [
    `  - {id: ${id}, title: 交付地点, severity: low, nature: risk, kinds: [contract], why: 本单位的要求。, advice: 写明地点。,`,
    `     check: {kind: phrase, find: ["${find}"]}, hits: ["${hit}"], nearMisses: [无]}`,
  ].join('\n');
const head = 'format: 1\nname: 临河区规则\nversion: "1"\nauthor: 张敏\nrules:\n';

beforeAll(() => {
  writeFileSync(join(folder, 'contract.txt'), contractText(1));
  writeFileSync(join(folder, 'good.yaml'), head + rule('own-delivery', '台设备', '交付三台设备'));
  writeFileSync(
    join(folder, 'half.yaml'),
    `${head}${rule('own-delivery', '台设备', '交付三台设备')}\n${rule('own-bad', '甲', '乙')}`,
  );
  writeFileSync(join(folder, 'newer.yaml'), 'format: 7\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(disposeAll);

describe('rules test', () => {
  it('passes the built-in rules and a sound pack', () => {
    expect(fashen('rules', 'test')).toMatchObject({ code: 0, err: '' });
    expect(fashen('rules', 'test', 'good.yaml')).toMatchObject({ code: 0, err: '' });
  });

  it('names the rule that fails its example, and the pack that cannot be used', () => {
    const half = fashen('rules', 'test', 'half.yaml');
    expect(half.code).toBe(1);
    expect(half.err).toContain('own-bad');
    for (const name of ['newer.yaml', 'absent.yaml']) {
      const { code, err } = fashen('rules', 'test', name);
      expect([name, code]).toEqual([name, 2]);
      expect(err).toContain(name);
    }
  });
});

describe('review --rules', () => {
  const found = (...args: string[]): { rules: string[]; sha256: string; count: number } => {
    const { out } = fashen('review', 'contract.txt', '--format', 'json', ...args);
    const report = JSON.parse(out) as { findings: { rule: string }[]; ruleset: { sha256: string; rules: number } };
    return {
      rules: report.findings.map((finding) => finding.rule),
      sha256: report.ruleset.sha256,
      count: report.ruleset.rules,
    };
  };

  it('adds own rules to the built-in ones under a name of their own', () => {
    const [plain, own] = [found(), found('--rules', 'good.yaml')];
    expect(own.rules.filter((id) => !plain.rules.includes(id))).toEqual(['own-delivery']);
    expect(own.sha256).not.toBe(plain.sha256);
    expect(own.count).toBe(plain.count + 1);
  });

  it('goes on without a broken rule, and refuses an unusable pack before reading', () => {
    expect(found('--rules', 'half.yaml').rules).toContain('own-delivery');
    expect(fashen('review', 'contract.txt', '--rules', 'newer.yaml')).toMatchObject({ code: 2, out: '' });
  });
});

describe('review --replay and rules stats', () => {
  const real = {
    rulesetOf: ruleset,
    compute: {
      ...inProcess,
      review: async (...[input, setup]: Parameters<typeof inProcess.review>) => {
        const { rules, settings } = rulebookOf(setup);
        return { ...review({ ...input, settings }, rules), rulesMs: 1 };
      },
    },
  };

  it('repeat a recorded review to the byte, under the rules of its day, and say what has changed', async () => {
    const day = await bench(real);
    await day.client.call('person.name', { name: '张敏' });
    await day.client.call('packs.install', { text: head + rule('own-delivery', '台设备', '交付三台设备') });
    const matter = (await day.bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
    const { state } = await day.client.call('matter.open', { matter });
    const version = state.versions[0]!.id;
    const { findings } = await day.client.call('findings.get', { matter, version });
    // The pack goes later: the recorded review is still the one with it.
    await day.client.call('packs.remove', { name: '临河区规则' });
    await day.host.close();
    const again = fashen('review', '--replay', state.number, '--library', day.folder, '--format', 'json');
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('与记录一致') });
    const report = JSON.parse(again.out) as { findings: { rule: string; fingerprint: string }[] };
    expect(report.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      findings.map(({ fingerprint }) => fingerprint),
    );
    expect(report.findings.map((finding) => finding.rule)).toContain('own-delivery');
    expect(fashen('review', '--replay', '2026-9999', '--library', day.folder).code).toBe(2);
  });

  it('say what is silenced differently now', async () => {
    const day = await bench(real);
    await day.client.call('person.name', { name: '张敏' });
    const first = (await day.bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
    const { state } = await day.client.call('matter.open', { matter: first });
    const version = state.versions[0]!.id;
    const { findings } = await day.client.call('findings.get', { matter: first, version });
    const second = (await day.bring([{ name: '合同二.txt', text: contractText(2) }])).rows[0]!.matter!;
    const { number } = (await day.client.call('matter.open', { matter: second })).state;
    await day.client.call('finding.dismiss', {
      matter: first,
      version,
      finding: findings[0]!.fingerprint,
      reason: 'wrong-hit',
      note: '',
      reach: 'counterparty',
    });
    await day.host.close();
    const { code, err } = fashen('review', '--replay', number, '--library', day.folder);
    expect(code).toBe(1);
    expect(err).toContain('静默设置');
    expect(err).not.toContain('审查结果');

    const stats = fashen('rules', 'stats', '--library', day.folder);
    expect(stats.code).toBe(0);
    expect(stats.out).toMatch(new RegExp(`${findings[0]!.rule} +\\d+ +0 +1`, 'u'));
    // No review was run since, so the suppression has silenced nothing yet.
    expect(stats.out).toContain('未起作用的静默');
  });
});
