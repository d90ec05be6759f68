/** The built program in a process of its own, as its callers start it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const launcher = join(root, 'scripts/fashen.mjs');

export type Ended = Readonly<{ code: number | null; out: string; err: string }>;

/** Runs `fashen ARGS` in `folder`; `locale` decides the language of its answers. */
export function commandLine(folder: string, locale = 'zh_CN.UTF-8'): (...args: readonly string[]) => Ended {
  return (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: locale },
      timeout: 60_000,
    });
    return { code: status, out: stdout, err: stderr };
  };
}

/** Copies the sample contract, a docx with automatic numbers and a table. */
export function copySample(path: string): void {
  const folder = join(root, 'resources/sample');
  const sample = readdirSync(folder).find((name) => name.endsWith('.docx')) ?? '';
  copyFileSync(join(folder, sample), path);
}
