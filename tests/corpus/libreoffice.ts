/**
 * Many files through one LibreOffice each, with a profile of its own. What it made is kept in .cache
 * by the input's hash and LibreOffice's version, so that a second run is quick.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const batch = 60;

/** The name matters: LibreOffice computes FILENAME fields anew. */
export type Convertible = Readonly<{ name: string; bytes: Uint8Array }>;

/** Answers the converted text of each input; null where LibreOffice made none. */
export function convertAll(
  soffice: string,
  inputs: readonly Convertible[],
  target: Readonly<{ filter: string; ending: string }>,
): (string | null)[] {
  const version = execFileSync(soffice, ['--version'], { encoding: 'utf8' });
  const kept = join(import.meta.dirname, '../../.cache/libreoffice', hash(version, target.filter));
  mkdirSync(kept, { recursive: true });
  const results = inputs.map(({ name, bytes }) => join(kept, `${hash(name, bytes)}.${target.ending}`));
  const work = mkdtempSync(join(tmpdir(), 'fashen-libreoffice-'));
  try {
    const missing = results.flatMap((path, at) => (existsSync(path) ? [] : [at]));
    for (const group of inBatches(missing, inputs)) {
      const folder = mkdtempSync(join(work, 'batch-'));
      const paths = group.map((at) => join(folder, inputs[at]?.name ?? ''));
      group.forEach((at, index) => writeFileSync(paths[index] as string, inputs[at]?.bytes ?? ''));
      const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
      const args = ['--headless', '--norestore', profile, '--convert-to', target.filter, '--outdir', folder, ...paths];
      execFileSync(soffice, args, { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      group.forEach((at, index) => {
        const made = (paths[index] as string).replace(/[^.]+$/u, target.ending);
        if (existsSync(made)) moveFile(made, results[at] as string);
      });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return results.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : null));
}

/** Groups in which no two names would make one result. */
function inBatches(missing: readonly number[], inputs: readonly Convertible[]): number[][] {
  const groups: { members: number[]; names: Set<string> }[] = [];
  for (const at of missing) {
    const name = (inputs[at]?.name ?? '').replace(/\.[^.]+$/u, '').toLowerCase();
    const free = groups.find(({ members, names }) => members.length < batch && !names.has(name));
    if (free) {
      free.members.push(at);
      free.names.add(name);
    } else groups.push({ members: [at], names: new Set([name]) });
  }
  return groups.map(({ members }) => members);
}

/** The cache may lie on another disk, where a rename does not reach. */
function moveFile(from: string, to: string): void {
  const near = `${to}.${process.pid}`;
  writeFileSync(near, readFileSync(from));
  renameSync(near, to);
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}
