/** pdf.js in the page: its worker, character maps, fonts and decoders all come from this build. */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';

export type PdfFile = Readonly<{ document: PDFDocumentProxy; close: () => void }>;

/** Where the build lays the files that pdf.js fetches by itself. */
function folder(name: string): string {
  return new URL(`pdfjs/${name}/`, document.baseURI).href;
}

/** Opens a PDF at an address of our own. Scripts in it never run. */
export async function openPdf(url: string): Promise<PdfFile> {
  const port = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), { type: 'module' });
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    url,
    worker,
    // What a PDF lacks is its author's matter; what fails is shown on the page.
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  });
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { document: await task.promise, close };
  } catch (fault) {
    close();
    throw fault;
  }
}
