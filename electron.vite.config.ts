/**
 * How each process is built. The Node entries are bundled (a bundle starts several times faster than the same
 * modules one by one); what brings files of its own stays outside: sqlite3 its binary, pdf.js its character maps
 * and fonts. All land flat in out/main, so that `new URL('./compute-worker.js', import.meta.url)` holds from any chunk.
 */
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** pdf.js fetches these in the page by address: `/pdfjs/cmaps/`, `/pdfjs/standard_fonts/`, `/pdfjs/wasm/`, `/pdfjs/iccs/`. */
const pdfFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

function pdfFiles(): Plugin {
  return {
    name: 'pdfjs-files',
    apply: 'build',
    async closeBundle() {
      await Promise.all(
        pdfFolders.map((folder) =>
          cp(at(`node_modules/pdfjs-dist/${folder}`), at(`out/renderer/pdfjs/${folder}`), { recursive: true }),
        ),
      );
    },
  };
}

export default defineConfig({
  main: {
    // The Node build of fflate declares a `require` of its own, which a bundle already has.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          host: at('electron/shell/host-process.ts'),
          parser: at('electron/host/parse/child.ts'),
          'parser-worker': at('electron/host/parse/worker.ts'),
          'compute-worker': at('electron/host/compute-worker.ts'),
          web: at('electron/web.ts'),
          cli: at('electron/cli.ts'),
        },
        external: ['electron', 'sqlite3', /^pdfjs-dist\//u],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  // CommonJS for both: a sandboxed preload can be nothing else, and a main module that is loaded at once can declare
  // the app:// scheme before Electron is ready, whichever way it was started.
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/shell',
      externalizeDeps: false,
      rolldownOptions: {
        input: { shell: at('electron/shell/main.ts'), preload: at('electron/shell/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), pdfFiles()],
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
