/** Builds process entries for tests into a temporary folder, once a test file: workers and children need files. */
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** Entry names as in electron.vite.config.ts (`parser-worker`, …), each with its source file. Answers the folder. */
export async function builtEntries(entries: Readonly<Record<string, string>>): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'fashen-test-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external: ['sqlite3', /^pdfjs-dist\//u],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  });
  // What stays outside a bundle is looked up from the bundle's place.
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'));
  return outDir;
}

/** The parser process as it is built for use. */
export const parserEntries = {
  parser: 'electron/host/parse/child.ts',
  'parser-worker': 'electron/host/parse/worker.ts',
};
