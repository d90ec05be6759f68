import { useEffect, useState } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { View } from '../../shared/document/projections.ts';
import { placeAt } from '../text/dom-map.ts';
import type { TreeNode } from '../text/dom-map.ts';
import { copyText, rangeBetween } from '../text/selection.ts';
import type { Surface } from '../text/surface.ts';

/** What is selected in the document, once the mouse or the keys have come to rest. */
export function useSelection(surface: Surface | null, view: View): Range | null {
  const [range, setRange] = useState<Range | null>(null);
  useEffect(() => {
    if (!surface) return undefined;
    let pressed = false;
    let frame = 0;
    const read = (): void => {
      cancelAnimationFrame(frame);
      if (!pressed) frame = requestAnimationFrame(() => setRange((before) => alike(before, selectedRange(surface))));
    };
    const down = (event: PointerEvent): void => {
      pressed = event.button === 0;
    };
    const up = (): void => {
      pressed = false;
      read();
    };
    const copy = (event: ClipboardEvent): void => {
      const selected = selectedRange(surface);
      if (!selected || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', copyText(surface.shown, selected, view));
      event.preventDefault();
    };
    const { root } = surface;
    root.addEventListener('pointerdown', down);
    root.addEventListener('copy', copy);
    window.addEventListener('pointerup', up);
    document.addEventListener('selectionchange', read);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener('pointerdown', down);
      root.removeEventListener('copy', copy);
      window.removeEventListener('pointerup', up);
      document.removeEventListener('selectionchange', read);
    };
  }, [surface, view]);
  return surface ? range : null;
}

function alike(before: Range | null, after: Range | null): Range | null {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/** Selections that only touch the document from outside are not its own. */
export function selectedRange(surface: Surface): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const { root } = surface;
  if (!root.contains(startContainer)) return null;
  const start = placeAt(tree(root), { node: tree(startContainer), offset: startOffset });
  const end = root.contains(endContainer)
    ? placeAt(tree(root), { node: tree(endContainer), offset: endOffset })
    : placeAt(tree(root), { node: tree(root), offset: root.childNodes.length });
  return start && end ? rangeBetween(surface.shown, start, end) : null;
}

export function tree(node: Node): TreeNode {
  return node as unknown as TreeNode;
}
