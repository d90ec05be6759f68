import { useLayoutEffect, useState } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { Painter } from '../text/painter.ts';

export type Anchored = Readonly<{ left: number; top: number; bottom: number }>;

/** Where a range stands in the scrolled content: left and top of its first line, bottom of its last. */
export function usePlace(
  content: React.RefObject<HTMLElement | null>,
  painter: Painter,
  range: Range,
): Anchored | null {
  const [place, setPlace] = useState<Anchored | null>(null);
  useLayoutEffect(() => {
    const inside = content.current;
    if (!inside) return;
    const origin = inside.getBoundingClientRect();
    const first = painter.rectangles(range[0])[0];
    const last = painter.rectangles(range.at(-1) ?? range[0]).at(-1);
    if (!first || !last) return;
    // What is measured is known only once it stands.
    // oxlint-disable-next-line react/set-state-in-effect
    setPlace({ left: first.left - origin.left, top: first.top - origin.top, bottom: last.bottom - origin.top });
  }, [content, painter, range]);
  return place;
}
