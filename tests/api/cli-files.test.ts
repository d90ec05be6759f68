/** Files and streams around the command line: odd names, links, pipes, full disks; what is written and what is not. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, copySample, launcher } from '../support/command-line.ts';
import { linux } from '../support/requires.ts';

const folder = mkdtempSync(join(tmpdir(), 'fashen-files-'));
const fashen = commandLine(folder);
const english = commandLine(folder, 'en_GB.UTF-8');
const at = (...names: readonly string[]): string => join(folder, ...names);
const sentences = (err: string): readonly string[] => err.trim().split('\n');

beforeAll(() => {
  copySample(at('sample.docx'));
  mkdirSync(at('folder'));
  mkdirSync(at('real'));
  copySample(at('real', 'draft.docx'));
  for (const name of ['-dash.txt', '带 空格的 合同.txt', 'a&b;$(x).txt', 'quote\'".txt'])
    writeFileSync(at(name), '甲方概不负责。\n');
  symlinkSync(at('real'), at('linked'));
  symlinkSync(at('sample.docx'), at('link.docx'));
  linkSync(at('sample.docx'), at('hard.docx'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('names', () => {
  it.each([
    ['--', '-dash.txt'],
    ['./-dash.txt'],
    ['带 空格的 合同.txt'],
    ['a&b;$(x).txt'],
    ['quote\'".txt'],
    [at('linked', '..', 'sample.docx')],
  ])('reads %j %j', (...args) => {
    expect(fashen('review', ...args)).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['-dash.txt', '没有选项“-d”'],
    ['folder', '“folder”不是文件'],
    ['absent.docx', '找不到文件“absent.docx”'],
    ['', '找不到文件“”'],
  ])('refuses %j in one sentence', (name, message) => {
    const { code, out, err } = fashen('review', name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(sentences(err)).toEqual([expect.stringContaining(message), expect.stringMatching(/^[\u0020-\u007e]+$/u)]);
  });

  it.skipIf(!linux)('device files: does not wait for a pipe, nor read what has no end', () => {
    spawnSync('mkfifo', [at('pipe.txt')]);
    symlinkSync('/dev/zero', at('endless.txt'));
    const { code, err } = fashen('review', 'pipe.txt', 'endless.txt');
    expect(code).toBe(2);
    expect(err).toContain('“pipe.txt”不是文件');
    expect(err).toContain('“endless.txt”不是文件');
  });
});

describe('papers', () => {
  const original = (): Buffer => readFileSync(at('sample.docx'));

  it.each([
    ['its own name', 'sample.docx', './sample.docx'],
    ['the folder by a link', 'real/draft.docx', 'linked/draft.docx'],
    ['what a link leads to', 'link.docx', 'sample.docx'],
    ['the link it was given by', 'link.docx', 'link.docx'],
  ])('never take the place of the original: %s', (_, file, out) => {
    const before = original();
    const { code, err } = fashen('review', file, '--opinion', out);
    expect(code).toBe(2);
    expect(err).toContain('不能覆盖送审的原件');
    expect(original().equals(before)).toBe(true);
    expect(lstatSync(at('link.docx')).isSymbolicLink()).toBe(true);
  });

  it('replace one of two names of a file and leave the other as it was', () => {
    const before = original();
    expect(fashen('review', 'sample.docx', '--annotated', 'hard.docx').code).toBe(0);
    expect(original().equals(before)).toBe(true);
    expect(readFileSync(at('hard.docx')).equals(before)).toBe(false);
  });

  it.each([
    ['--opinion', 'folder'],
    ['--opinion', 'absent/out.docx'],
    ['--annotated', 'folder'],
    ['--annotated', 'absent/out.docx'],
  ])('are there in full or not at all: %s %s', (option, out) => {
    const before = readdirSync(folder).sort();
    const { code, err } = fashen('review', 'sample.docx', option, out);
    expect(code).toBe(2);
    expect(sentences(err)).toHaveLength(2);
    expect(err).toContain(`无法写入“${out}”，未保存`);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('are refused to share a name', () => {
    const { code, err } = fashen('review', 'sample.docx', '--opinion', 'one.docx', '--annotated', './one.docx');
    expect({ code, made: existsSync(at('one.docx')) }).toEqual({ code: 2, made: false });
    expect(err).toContain('不能写到同一个文件');
  });

  it('are refused for several files before any is read', () => {
    for (const option of ['--opinion', '--annotated']) {
      const { code, out, err } = fashen('review', 'absent.docx', 'absent-too.docx', option, 'out.docx');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('一次只能用于一个文件');
    }
    expect(fashen('review', 'absent.pdf', '--annotated', 'out.docx').err).toContain('只能用于 docx');
  });

  it.skipIf(!linux)('unix rights: are those that the user gives new files', () => {
    const old = process.umask(0o027);
    expect(fashen('review', 'sample.docx', '--opinion', 'shared.docx').code).toBe(0);
    process.umask(old);
    expect(statSync(at('shared.docx')).mode & 0o777).toBe(0o640);
    chmodSync(at('shared.docx'), 0o600);
  });
});

describe('streams', () => {
  it('ends quietly when the reader has seen enough', async () => {
    // Far more than a pipe holds, so that it is broken while the answer is on its way.
    const files = Array.from({ length: 40 }, () => 'sample.docx');
    const child = spawn(process.execPath, [launcher, 'review', ...files, '--format', 'json'], { cwd: folder });
    let err = '';
    child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'exit')) as [number];
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it.skipIf(!linux)('device files: says when the answer did not reach the disk', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [launcher, 'review', 'sample.docx', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    expect(status).toBe(2);
    expect(sentences(stderr)).toHaveLength(2);
    expect(stderr).toContain('审查结果没有写完');
  });
});

describe('usage', () => {
  it.each([
    [['review', 'sample.docx', '--together=yes'], '后面不能带值'],
    [['review', 'sample.docx', '--opinion', '--annotated'], '“--opinion”需要一个值'],
    [['review', 'sample.docx', '--author', ' '], '“--author”需要一个值'],
    [['review', 'sample.docx', '--kind', 'statute'], '“statute”无效'],
    [['review', 'sample.docx', '--stance', 'c'], '“c”无效'],
    [['review', 'sample.docx', '--fail-on', 'none'], '“none”无效'],
    [['rules'], '“rules”后面请写'],
    [['rules', 'explain'], '“rules”后面请写'],
    [['serve', '--port=-1'], '“-1”无效'],
    [['serve', 'here'], '没有“serve here”'],
  ])('explains %j', (args, message) => {
    const { code, out, err } = fashen(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(sentences(err)).toHaveLength(2);
    expect(err).toContain(message);
  });

  it('helps in the language of the machine', () => {
    expect(fashen('--help').out).toMatch(/^用法：/u);
    expect(english('--help').out).toMatch(/^Usage:/u);
    expect(english('review', '--help').out).toBe(english('help').out);
    expect(english('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('explains a rule with its basis and examples', () => {
    const { code, out } = fashen('rules', 'explain', 'amt-capital-mismatch');
    expect(code).toBe(0);
    for (const part of ['amt-capital-mismatch', '《中华人民共和国民法典》', '正例', '反例'])
      expect(out).toContain(part);
    expect(fashen('rules', 'list').out).toContain('amt-capital-mismatch');
  });
});
