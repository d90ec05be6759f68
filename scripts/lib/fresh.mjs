// Whether out/ was built from the sources as they are now: by content, so that a checkout that only
// touches times does not ask for a build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const roots = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const ignored = /\.(?:test\.tsx?|md)$|(?:^|[\\/])\.[^\\/]+$/u;

/** SHA-256 over names and contents of everything the build reads. */
export function sourceHash(folder = root) {
  const hash = createHash('sha256');
  for (const name of roots.flatMap((start) => filesUnder(folder, start))) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name.replaceAll('\\', '/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function filesUnder(folder, name) {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (/\.[a-z]+$/u.test(name) && !ignored.test(name)) return [name];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !ignored.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length))
    .sort();
}

/** 'fresh', 'missing' or 'stale'. */
export function buildState(folder = root) {
  const stamp = join(folder, 'out', 'build.json');
  if (!existsSync(stamp)) return 'missing';
  return JSON.parse(readFileSync(stamp, 'utf8')).sources === sourceHash(folder) ? 'fresh' : 'stale';
}

export const askForBuild = {
  missing: '尚未构建，请先运行 npm run build。\nNot built yet: run npm run build first.',
  stale:
    '源码在上次构建后有改动，请先运行 npm run build。\nThe sources changed after the last build: run npm run build first.',
};
