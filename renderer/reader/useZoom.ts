import { useEffect, useState } from 'react';
import type { Document } from '../../shared/document/model.ts';

export type Zoom = Readonly<{
  /** 1 is the size on paper. */
  factor: number;
  /** CSS pixels a point. */
  point: number;
  fits: boolean;
  set: (factor: number | 'fit') => void;
}>;

export const zoomSteps: readonly number[] = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** Pixels left free on both sides of the paper together. */
const margin = 56;

/** Paper never grows beyond this by itself: lines too long are tiring. */
const mostFit = 1.15;
const leastFit = 0.5;

/** The zoom at which the widest page fits into a view of this many pixels. */
export function fitting(viewWidth: number, paperPoints: number): number {
  const fit = (viewWidth - margin) / ((paperPoints * 4) / 3);
  return Math.round(Math.min(Math.max(fit, leastFit), mostFit) * 100) / 100;
}

/** The next step up or down from any factor. */
export function zoomStep(factor: number, step: 1 | -1): number {
  const found =
    step === 1 ? zoomSteps.find((one) => one > factor + 0.01) : zoomSteps.findLast((one) => one < factor - 0.01);
  return found ?? factor;
}

/** Width of the widest paper, in points. */
export function paperWidth(document: Document): number {
  const widths = [...document.sections.map(({ width }) => width), ...document.pages.map(({ width }) => width)];
  return widths.length > 0 ? Math.max(...widths) : 595.3;
}

export function useZoom(view: React.RefObject<HTMLElement | null>, document: Document): Zoom {
  const [wanted, setWanted] = useState<number | 'fit'>('fit');
  const [width, setWidth] = useState(760);
  useEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [view]);
  const factor = wanted === 'fit' ? fitting(width, paperWidth(document)) : wanted;
  return { factor, point: Math.round(factor * (4 / 3) * 1000) / 1000, fits: wanted === 'fit', set: setWanted };
}
