import type { PDFDocumentProxy } from 'pdfjs-dist';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Document, Page } from '../../../shared/document/model.ts';
import { allParagraphs } from '../../../shared/document/walk.ts';
import type { Painter } from '../../text/painter.ts';
import { shownOrder } from '../../text/selection.ts';
import type { Surface } from '../../text/surface.ts';
import { useWords } from '../../useWords.ts';
import { openPdf } from './engine.ts';
import type { PdfFile } from './engine.ts';
import { boxOf, linesByPage, marginsOf, pageTops } from './lines.ts';
import type { Line } from './lines.ts';
import { PdfPage } from './PdfPage.tsx';

type Props = Readonly<{
  document: Document;
  name: string;
  url: string;
  /** CSS pixels a point. */
  point: number;
  painter: Painter;
  onSurface: (surface: Surface | null) => void;
}>;

/** Points between pages, as pdf.css draws it. */
const pageGap = 12;

/** A PDF as it is, page by page as they come into view; our own text lines lie over the pictures. */
export function PdfPages({ document, name, url, point, painter, onSurface }: Props): React.JSX.Element {
  const { reader } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const lines = useMemo(() => linesByPage(document), [document]);
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([1, 2]));

  useEffect(() => {
    let file: PdfFile | null = null;
    let gone = false;
    const open = async (): Promise<void> => {
      const opened = await openPdf(url);
      if (gone) {
        opened.close();
        return;
      }
      file = opened;
      setPdf(opened.document);
    };
    open().catch(() => setFailed(!gone));
    return () => {
      gone = true;
      file?.close();
    };
  }, [url]);

  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => setNear((before) => nearAfter(before, entries)), {
      root: element.closest('.centre-scroll'),
      rootMargin: '100% 0px',
    });
    for (const { number } of document.pages) {
      const page = element.querySelector(`[data-sheet="${number}"]`);
      if (page) observer.observe(page);
    }
    return () => observer.disconnect();
  }, [document]);

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const paragraphs = allParagraphs(document);
    const shown = shownOrder(
      paragraphs.map(({ id }) => id),
      paragraphs,
    );
    const tops = pageTops(document.pages, pageGap);
    const pageOf = (page: number): HTMLElement | null => element.querySelector(`[data-sheet="${page}"]`);
    onSurface({
      root: element,
      redraw: null,
      shown,
      sheetOf: (block) => {
        const box = shown.paragraphs.get(block)?.boxes[0];
        return box ? pageOf(box.page) : null;
      },
      bring: () => undefined,
      fraction: (span) => {
        const paragraph = shown.paragraphs.get(span.block);
        const box = paragraph ? boxOf(paragraph, span) : null;
        if (!box) return 0;
        const index = document.pages.findIndex(({ number }) => number === box.page);
        return ((tops[index] ?? 0) + box.y) / Math.max(tops.at(-1) ?? 1, 1);
      },
    });
    return () => onSurface(null);
  }, [document, onSurface]);

  return (
    <div className="pdf" ref={root} role="document" aria-label={reader.paper(name)} lang="zh-CN">
      {failed ? (
        <p className="pdf-fault" role="alert">
          {reader.pdfFailed}
        </p>
      ) : null}
      {document.pages.map((page) => (
        <PageFrame
          key={page.number}
          page={page}
          lines={lines.get(page.number) ?? noLines}
          label={reader.pageOf(page.number, document.pages.length)}
        >
          {near.has(page.number) ? (
            <PdfPage pdf={pdf} page={page} point={point} lines={lines.get(page.number) ?? noLines} painter={painter} />
          ) : null}
        </PageFrame>
      ))}
    </div>
  );
}

function nearAfter(before: ReadonlySet<number>, entries: readonly IntersectionObserverEntry[]): ReadonlySet<number> {
  const after = new Set(before);
  for (const { target, isIntersecting } of entries) {
    const number = Number(target.getAttribute('data-sheet'));
    if (isIntersecting) after.add(number);
    else after.delete(number);
  }
  return after;
}

const noLines: readonly Line[] = [];

type FrameProps = Readonly<{ page: Page; lines: readonly Line[]; label: string; children: React.ReactNode }>;

const PageFrame = memo(function PageFrame({ page, lines, label, children }: FrameProps) {
  const { left, right } = marginsOf(page, lines);
  return (
    <div
      className="pdf-page on-white"
      data-sheet={page.number}
      role="group"
      aria-label={label}
      style={
        {
          '--page-width': page.width,
          '--page-height': page.height,
          // Nothing flows in here: the padding only tells where the text begins and ends.
          paddingLeft: `calc(${left} * var(--pt))`,
          paddingRight: `calc(${right} * var(--pt))`,
        } as React.CSSProperties
      }
    >
      {children}
      <span className="pdf-number">{label}</span>
    </div>
  );
});
