import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Page } from '../../../shared/document/model.ts';
import type { Painter } from '../../text/painter.ts';
import { useWords } from '../../useWords.ts';
import type { Line } from './lines.ts';

type Props = Readonly<{
  pdf: PDFDocumentProxy | null;
  page: Page;
  /** CSS pixels a point. */
  point: number;
  lines: readonly Line[];
  painter: Painter;
}>;

/** Larger canvases than this many pixels are drawn coarser, or the browser may refuse them. */
const mostPixels = 16_000_000;

export function PdfPage({ pdf, page, point, lines, painter }: Props): React.JSX.Element {
  const { reader } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let task: RenderTask | null = null;
    let gone = false;
    const draw = async (): Promise<void> => {
      const target = canvas.current;
      if (!pdf || !target) return;
      const proxy = await pdf.getPage(page.number);
      if (gone) return;
      const plain = proxy.getViewport({ scale: point });
      const wanted = devicePixelRatio || 1;
      const ratio = Math.min(wanted, Math.sqrt(mostPixels / (plain.width * plain.height)));
      const viewport = proxy.getViewport({ scale: point * ratio });
      // Drawn aside first, so that zooming does not flash white.
      const sheet = document.createElement('canvas');
      sheet.width = Math.floor(viewport.width);
      sheet.height = Math.floor(viewport.height);
      task = proxy.render({ canvas: sheet, viewport });
      await task.promise;
      if (gone) return;
      target.width = sheet.width;
      target.height = sheet.height;
      target.getContext('2d')?.drawImage(sheet, 0, 0);
    };
    draw().catch((fault: unknown) => {
      if (!gone && !(fault instanceof Error && fault.name === 'RenderingCancelledException')) setFailed(true);
    });
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [pdf, page, point]);
  return (
    <>
      <canvas ref={canvas} className="pdf-canvas" aria-hidden="true" />
      {failed ? <p className="pdf-fault">{reader.pageFailed(page.number)}</p> : null}
      <TextLines lines={lines} point={point} painter={painter} />
    </>
  );
}

/** Invisible text in its place: what is selected, searched and painted is this. */
function TextLines({
  lines,
  point,
  painter,
}: Readonly<{ lines: readonly Line[]; point: number; painter: Painter }>): React.JSX.Element {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = layer.current;
    if (!element || lines.length === 0) return undefined;
    painter.mount(element);
    return () => painter.unmount(element);
  }, [lines, painter]);
  useLayoutEffect(() => {
    if (lines.length === 0) return;
    // A line is set in whatever face is here and then drawn to the width it has on the page.
    for (const span of layer.current?.querySelectorAll<HTMLElement>('[data-width]') ?? []) {
      span.style.transform = '';
      const natural = span.offsetWidth;
      const wanted = Number(span.dataset['width']) * point;
      if (natural > 0) span.style.transform = `scaleX(${wanted / natural})`;
    }
  }, [lines, point]);
  return (
    <div className="pdf-lines" ref={layer}>
      {lines.map(({ block, text, box }) => (
        <span
          key={`${block}/${box.from}`}
          data-block={block}
          data-from={box.from}
          data-width={box.width}
          style={{
            left: `calc(${box.x} * var(--pt))`,
            top: `calc(${box.y} * var(--pt))`,
            fontSize: `calc(${box.height * 0.86} * var(--pt))`,
            lineHeight: `calc(${box.height} * var(--pt))`,
          }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}
