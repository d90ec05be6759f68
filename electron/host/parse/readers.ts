/** The one table from format to reader. Readers are loaded when first needed: pdf.js alone takes 100 ms. */
import type { DocumentFormat } from '../../../shared/document/model.ts';
import type { RawDocument } from '../../../shared/import/raw.ts';

/** What a reader answers: the raw document, and its pictures by media id. */
export type RawFile = Readonly<{ raw: RawDocument; media: ReadonlyMap<string, Uint8Array> }>;

/** Throws `Unreadable`. Calls `progress` whenever it got further, or a long file counts as a loop. */
export type Reader = (bytes: Uint8Array, progress: () => void) => RawFile | Promise<RawFile>;

export type Readers = Readonly<Record<DocumentFormat, () => Promise<Reader>>>;

export const readers: Readers = {
  docx: async () => (await import('./docx.ts')).readDocxFile,
  pdf: async () => (await import('./pdf.ts')).readPdfFile,
  txt: async () => {
    const { readTextFile } = await import('./text.ts');
    return (bytes) => readTextFile(bytes, 'txt');
  },
  md: async () => {
    const { readTextFile } = await import('./text.ts');
    return (bytes) => readTextFile(bytes, 'md');
  },
};
