/** The command line as its callers meet it: the built program in a process of its own. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, copySample, root } from '../support/command-line.ts';
import { sarifFaults } from '../support/sarif.ts';

const folder = mkdtempSync(join(tmpdir(), 'fashen-cli-'));
const schema = JSON.parse(readFileSync(join(root, 'resources/schema/review.schema.json'), 'utf8')) as object;
const valid = new Ajv2020({ strict: false }).compile(schema);

const contract = [
  '设备采购合同',
  '甲方：云州市临河区档案馆',
  '乙方：云州恒川柜业有限公司',
  '第一条　合同总价为人民币￥128,500.00元（大写：壹拾贰万捌仟元整）。',
  '第二条　因本合同发生争议的，可以向云州仲裁委员会申请仲裁，也可以向人民法院起诉。',
].join('\n');

type Finding = Readonly<{
  rule: string;
  severity: string;
  scope: string;
  clause: string | null;
  quote: string | null;
  block: string | null;
  basis: readonly Readonly<{ article: string | null }>[];
}>;
type Report = Readonly<{
  document: Readonly<{ name: string; kind: string }>;
  ruleset: object;
  findings: readonly Finding[];
  timing: object;
  error?: Readonly<{ kind: string; message: string }>;
}>;

const fashen = commandLine(folder);
const json = (out: string): Report => JSON.parse(out) as Report;
const keysOf = (value: object | undefined): readonly string[] => Object.keys(value ?? {});
const untimed = (out: string): string => out.replace(/"(?:importMs|rulesMs)": [\d.e+-]+/gu, '');

beforeAll(() => {
  writeFileSync(join(folder, 'contract.txt'), contract);
  writeFileSync(join(folder, 'plain.txt'), '今天天气很好。\n');
  writeFileSync(
    join(folder, 'milder.txt'),
    `${contract.split('\n').slice(0, 3).join('\n')}\n第一条　甲方应当尽快付款。`,
  );
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'fake.docx'), 'no zip at all');
  writeFileSync(join(folder, 'old.xls'), 'x');
  copySample(join(folder, 'sample.docx'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('review --format json', () => {
  it('answers one file as an object of the committed schema', () => {
    const { code, out, err } = fashen('review', 'contract.txt', '--format', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(valid(json(out)), JSON.stringify(valid.errors)).toBe(true);
    expect(json(out).document).toMatchObject({ name: 'contract.txt', kind: 'contract' });
    expect(json(out).findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['amt-capital-mismatch', 'disp-arb-or-court']),
    );
  });

  it('names its keys in the promised order', () => {
    const report = json(fashen('review', 'contract.txt', '--format', 'json').out);
    expect(keysOf(report)).toEqual(['document', 'ruleset', 'findings', 'notices', 'timing']);
    expect(keysOf(report.document)).toEqual(['name', 'sha256', 'format', 'kind', 'characters', 'blocks']);
    expect(keysOf(report.ruleset)).toEqual(['version', 'sha256', 'rules']);
    expect(keysOf(report.timing)).toEqual(['importMs', 'rulesMs']);
    expect(keysOf(report.findings[0])).toEqual(
      'rule severity nature title message scope clause page quote block from to basis advice fingerprint'.split(' '),
    );
    expect(keysOf(report.findings[0]?.basis[0])).toEqual(['law', 'article', 'note']);
  });

  it('counts what the document says, and cites its clauses', () => {
    const { document, findings } = json(fashen('review', 'contract.txt', '--format', 'json').out);
    const lines = contract.split('\n');
    expect(document).toMatchObject({
      sha256: createHash('sha256').update(contract).digest('hex'),
      format: 'txt',
      characters: lines.join('').length,
      blocks: lines.length,
    });
    const mismatch = findings.find(({ rule }) => rule === 'amt-capital-mismatch');
    // A text file has no pages; 《民法典》第五百一十条 is "510".
    expect(mismatch).toMatchObject({ clause: '第一条', page: null, scope: 'span' });
    expect(mismatch?.basis.map(({ article }) => article)).toContain('510');
    for (const { scope, quote, clause } of findings) {
      if (scope === 'document') expect({ quote, clause }).toEqual({ quote: null, clause: null });
    }
  });

  it('answers several as an array, the unreadable ones inside it, and goes on', () => {
    const { code, out, err } = fashen('review', 'contract.txt', 'empty.txt', 'sample.docx', '--format', 'json');
    const reports = JSON.parse(out) as Report[];
    expect(valid(reports), JSON.stringify(valid.errors)).toBe(true);
    expect(reports.map((report) => report.error?.kind ?? 'read')).toEqual(['read', 'unreadable', 'read']);
    expect(code).toBe(2);
    expect(err).toContain('“empty.txt”是空文件');
  });

  it('is the same bytes on a second run, but for the timing', () => {
    const args = ['review', 'sample.docx', '--format', 'json', '--as-of', '2026-11-23'];
    expect(untimed(fashen(...args).out)).toBe(untimed(fashen(...args).out));
  });

  it('quotes exactly what stands at the place', () => {
    const { out } = fashen('review', 'contract.txt', '--format', 'json');
    const lines = contract.split('\n');
    for (const finding of json(out).findings as (Finding & { from: number; to: number })[]) {
      if (finding.block === null) continue;
      expect(lines[Number(finding.block.slice(1)) - 1]?.slice(finding.from, finding.to)).toBe(finding.quote);
    }
  });

  it('takes several files as one matter', () => {
    const { out } = fashen('review', 'contract.txt', 'plain.txt', '--together', '--format', 'json');
    const reports = JSON.parse(out) as Report[];
    expect(reports.map(({ document }) => document.name)).toEqual(['contract.txt', 'plain.txt']);
    expect(reports.map(({ document }) => document.kind)).toEqual(['contract', 'contract']);
  });

  it('lets the kind be overruled', () => {
    const { out } = fashen('review', 'contract.txt', '--kind', 'normative', '--format', 'json');
    expect(json(out).document.kind).toBe('normative');
    expect(json(out).findings.map(({ rule }) => rule)).not.toContain('disp-arb-or-court');
  });
});

describe('other formats', () => {
  it('prints text for a person', () => {
    const { code, out } = fashen('review', 'contract.txt');
    expect(code).toBe(0);
    expect(out).toContain('小写 128,500.00 元，大写折合 128,000.00 元，相差 500.00 元');
    expect(out).toContain('《民法典》第五百一十条');
  });

  it('prints SARIF that the public schema accepts, of files that can be read and of one that cannot', () => {
    const { out } = fashen('review', 'contract.txt', 'plain.txt', 'no-such-file.docx', '--format', 'sarif');
    const log = JSON.parse(out) as { runs: [{ invocations: [{ executionSuccessful: boolean }] }] };
    expect(log.runs[0].invocations[0].executionSuccessful).toBe(false);
    expect(sarifFaults(log)).toEqual([]);
    expect(sarifFaults({ ...log, version: '2.0' })).not.toEqual([]);
  });

  it('prints SARIF 2.1.0 whose results name a rule and a place', () => {
    const { out } = fashen('review', 'contract.txt', '--format', 'sarif');
    const log = JSON.parse(out) as {
      version: string;
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; ruleIndex: number; level: string; message: { text: string } }[];
        },
      ];
    };
    const { tool, results } = log.runs[0];
    expect(log.version).toBe('2.1.0');
    expect(results.length).toBeGreaterThan(1);
    for (const result of results) {
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
    }
  });
});

describe('exit codes', () => {
  it.each([
    [0, ['review', 'contract.txt']],
    [0, ['review', 'plain.txt', '--fail-on', 'notice']],
    [1, ['review', 'contract.txt', '--fail-on', 'high']],
    [0, ['review', 'milder.txt', '--fail-on', 'high']],
    [1, ['review', 'milder.txt', '--fail-on', 'medium']],
    [1, ['review', 'milder.txt', '--fail-on', 'low']],
    [1, ['review', 'milder.txt', '--fail-on', 'notice']],
    [1, ['review', 'plain.txt', 'contract.txt', '--fail-on', 'high']],
    [2, ['review', 'contract.txt', 'empty.txt', '--fail-on', 'high']],
    [2, ['review', 'fake.docx']],
    [2, ['review', 'old.xls']],
    [2, ['review', 'absent.docx']],
    [2, ['review', '.']],
    [2, ['review']],
    [2, []],
    [2, ['dance']],
    [2, ['review', 'contract.txt', '--format', 'xml']],
    [2, ['review', 'contract.txt', '--as-of', '2026-02-30']],
    [2, ['review', 'contract.txt', '--stance']],
    [2, ['review', 'contract.txt', '--loud']],
    [2, ['review', 'contract.txt', 'plain.txt', '--opinion', 'out.docx']],
    [2, ['review', 'sample.docx', 'plain.txt', '--annotated', 'out.docx']],
    [2, ['review', 'contract.txt', '--annotated', 'out.docx']],
    [2, ['review', 'sample.docx', '--opinion', 'sample.docx']],
    [2, ['review', 'sample.docx', '--opinion', 'no-such-folder/out.docx']],
    [2, ['rules', 'explain', 'no-such-rule']],
    [2, ['serve', '--port', 'many']],
    [0, ['rules', 'list']],
    [0, ['rules', 'explain', 'amt-capital-mismatch']],
    [0, ['--help']],
    [0, ['--version']],
  ])('%i for %j', (code, args) => {
    const result = fashen(...args);
    expect(result.code, result.err).toBe(code);
    if (code === 2) expect(result.err.trim().split('\n')).toHaveLength(2);
  });

  it('writes nothing but what it was asked to', () => {
    const before = readdirSync(folder).sort();
    fashen('review', 'contract.txt', '--format', 'json');
    fashen('review', 'sample.docx', 'plain.txt', '--opinion', 'out.docx');
    expect(readdirSync(folder).sort()).toEqual(before);
    fashen('review', 'sample.docx', '--opinion', 'opinion.docx', '--author', '王芳');
    expect(readdirSync(folder).sort()).toEqual([...before, 'opinion.docx'].sort());
  });
});
