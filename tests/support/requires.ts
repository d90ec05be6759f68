/**
 * What a test needs from the machine. A test skips only through here, so that every skip has a
 * condition that scripts/test.mjs can check against tests/skips.json.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Third-party test data beside the project; null where it is absent. */
export const corpus: string | null = present(join(root, '../shared/corpus'));

/** The domain's rule research beside the project; null where it is absent. */
export const domain: string | null = present(join(root, '../shared/domain'));

/** LibreOffice; null where it is absent. */
export const soffice: string | null = onPath('soffice');

export const pdftotext: string | null = onPath('pdftotext');

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
