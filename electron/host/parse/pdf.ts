/**
 * Bytes of a PDF → its text items by page, by pdf.js; what they mean is shared/import/pdf.ts. Nothing in the file is
 * run: no scripts, no evaluated font programs, no embedded files, no network. Runs in a fenced process, since some
 * files take pdf.js down whatever one does.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { readPdf } from '../../../shared/import/pdf.ts';
import type { PdfItem, PdfPage } from '../../../shared/import/pdf.ts';
import type { RawNotice } from '../../../shared/import/raw.ts';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import type { RawFile } from './readers.ts';

const limits = { bytes: 500 * 1024 * 1024, pages: 2000, characters: 20_000_000 };

/** Throws `Unreadable`: empty, damaged, encrypted, no-text, too-large. Calls `progress` after each page. */
export async function readPdfFile(bytes: Uint8Array, progress: () => void): Promise<RawFile> {
  if (bytes.length === 0) throw new Unreadable('empty');
  if (bytes.length > limits.bytes) throw new Unreadable('too-large');
  const { getDocument, Util } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: bytes,
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    wasmUrl: join(folder, 'wasm') + sep,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const file = await task.promise.catch(refuse);
    if (file.numPages > limits.pages) throw new Unreadable('too-large', `${file.numPages} pages`);
    const pages: PdfPage[] = [];
    let characters = 0;
    let failed = 0;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await readPage(file, number, Util.transform).catch((error: unknown) => {
        if (error instanceof RangeError) throw error;
        failed += 1;
        return null;
      });
      pages.push(page ?? { number, width: 0, height: 0, items: [] });
      characters += (page?.items ?? []).reduce((sum, item) => sum + item.text.length, 0);
      if (characters > limits.characters) throw new Unreadable('too-large', 'text');
      progress();
    }
    if (failed === file.numPages) throw new Unreadable('damaged');
    const notices = await noticesOf(file);
    return { raw: readPdf(pages, notices), media: new Map() };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

function refuse(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') throw new Unreadable('encrypted');
  if (
    ['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'ResponseException', 'AbortException'].includes(
      name,
    )
  ) {
    throw new Unreadable('damaged', error instanceof Error ? error.message : '');
  }
  throw error;
}

type Matrix = readonly number[];
type Transform = (a: number[], b: number[]) => number[];

async function readPage(file: PDFDocumentProxy, number: number, transform: Transform): Promise<PdfPage> {
  const page = await file.getPage(number);
  const { width, height, transform: view } = page.getViewport({ scale: 1 });
  const content: TextContent = await page.getTextContent();
  const items = content.items.flatMap((item) =>
    'str' in item ? [placed(item, transform(view as number[], item.transform as number[]), content.styles)] : [],
  );
  const fields = await fieldItems(page, (matrix) => transform(view as number[], [...matrix]));
  page.cleanup();
  return { number, width, height, items: [...items, ...fields] };
}

function placed(item: TextItem, matrix: Matrix, styles: TextContent['styles']): PdfItem {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
  const vertical = styles[item.fontName]?.vertical === true;
  return {
    text: item.str,
    x,
    y,
    width: item.width,
    size: Math.hypot(c, d),
    // Level up to some three degrees, as scans are.
    level: !vertical && a > 0 && Math.abs(b) < 0.05 * a,
    rightToLeft: item.dir === 'rtl',
  };
}

/** What is filled into a form stands in its annotations, not in the page's text. */
async function fieldItems(page: PDFPageProxy, seen: (matrix: Matrix) => Matrix): Promise<PdfItem[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly Annotation[];
  return annotations.flatMap((annotation) => {
    const text = textOf(annotation);
    const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rect ?? [];
    if (text === '' || annotation.hidden === true) return [];
    const [, , , , x = 0, y = 0] = seen([1, 0, 0, 1, left, bottom]);
    const lines = text.split(/\r\n|\r|\n/u);
    const size = Math.min(12, Math.max(6, (0.75 * Math.abs(top - bottom)) / lines.length));
    return lines.map((line, at) => ({
      text: line,
      x,
      y: y - 0.25 * size - (lines.length - 1 - at) * 1.2 * size,
      width: Math.min(Math.abs(right - left), line.length * size),
      size,
      level: true,
      rightToLeft: false,
    }));
  });
}

/** The few properties of pdf.js's annotation data that are used here; it types them as any. */
type Annotation = Readonly<{
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  password?: boolean;
  rect?: readonly number[];
  hidden?: boolean;
  hasAppearance?: boolean;
  contentsObj?: Readonly<{ str?: string }>;
}>;

function textOf({ subtype, fieldType, fieldValue, password, contentsObj }: Annotation): string {
  if (subtype === 'FreeText') return contentsObj?.str ?? '';
  if (subtype !== 'Widget' || password === true || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  if (typeof fieldValue === 'string') return fieldValue;
  return Array.isArray(fieldValue) ? fieldValue.filter((value) => typeof value === 'string').join('、') : '';
}

/** Scripts and embedded files are never touched; the reader is told that they are there. */
async function noticesOf(file: PDFDocumentProxy): Promise<RawNotice[]> {
  const scripts = await file.hasJSActions().catch(() => false);
  const attachments = await file.getAttachments().catch(() => null);
  const names = attachments instanceof Map ? [...attachments.keys()] : Object.keys((attachments ?? {}) as object);
  return [
    ...(scripts ? [{ kind: 'macros' as const, detail: 'JavaScript' }] : []),
    ...(names.length > 0 ? [{ kind: 'embedded-object' as const, detail: names.slice(0, 5).join('、') }] : []),
  ];
}
