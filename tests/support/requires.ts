/**
 * What a test needs from the machine. A test skips only through here, so that every skip has a
 * condition that scripts/test.mjs can check against tests/skips.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Third-party test data beside the project; null where it is absent. */
export const corpus: string | null = present(join(root, '../shared/corpus'));

/** The domain's rule research beside the project; null where it is absent. */
export const domain: string | null = present(join(root, '../shared/domain'));

/** Device files and Unix rights are what Linux makes of them. */
export const linux: boolean = process.platform === 'linux';

/** LibreOffice; null where it is absent. */
export const soffice: string | null = onPath('soffice');

export const pdftotext: string | null = onPath('pdftotext');

/** True when a small disk of memory can be mounted: Linux, as root, and not in a container that forbids it. */
export function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'fashen-probe-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  rmdirSync(probe);
  return mounted;
}

function present(path: string): string | null {
  return existsSync(path) ? path : null;
}

function onPath(name: string): string | null {
  return (
    (process.env['PATH'] ?? '')
      .split(':')
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path)) ?? null
  );
}
