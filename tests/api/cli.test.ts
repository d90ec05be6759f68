/** The command line as its callers meet it: the built program in a process of its own. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
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

type Finding = Readonly<{ rule: string; severity: string; quote: string | null; block: string | null }>;
type Report = Readonly<{
  document: Readonly<{ name: string; kind: string }>;
  findings: readonly Finding[];
  error?: Readonly<{ kind: string; message: string }>;
}>;

function fashen(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/fashen.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
  });
  return { code: status, out: stdout, err: stderr };
}

const json = (out: string): Report => JSON.parse(out) as Report;
const untimed = (out: string): string => out.replace(/"(?:importMs|rulesMs)": [\d.e+-]+/gu, '');

beforeAll(() => {
  writeFileSync(join(folder, 'contract.txt'), contract);
  writeFileSync(join(folder, 'plain.txt'), '今天天气很好。\n');
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'fake.docx'), 'no zip at all');
  writeFileSync(join(folder, 'old.xls'), 'x');
  const sample = readdirSync(join(root, 'resources/sample')).find((name) => name.endsWith('.docx')) ?? '';
  copyFileSync(join(root, 'resources/sample', sample), join(folder, 'sample.docx'));
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
    [1, ['review', 'contract.txt', '--fail-on', 'notice']],
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
