/** The browser's selection as places of the edited text, and back. */
import type { EditPlace, EditSelection } from '../../shared/document/editing.ts';
import { placeAt, pointAt, segmentsOf } from '../text/dom-map.ts';
import type { TreeNode } from '../text/dom-map.ts';

/** Null when nothing of the paper is selected. */
export function readSelection(root: HTMLElement): EditSelection | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const from = placeIn(root, range.startContainer, range.startOffset);
  const to = range.collapsed ? from : placeIn(root, range.endContainer, range.endOffset);
  return from && to ? { from, to } : null;
}

function placeIn(root: HTMLElement, node: Node, offset: number): EditPlace | null {
  const place = placeAt(tree(root), { node: tree(node), offset }, 'shown');
  return place && { block: place.block, at: place.offset };
}

export function setCaret(element: Element, at: number): void {
  const point = pointAt(segmentsOf(tree(element), 'shown'), at, at === 0 ? 'start' : 'end');
  if (point) getSelection()?.collapse(point.node as unknown as Node, point.offset);
  else getSelection()?.collapse(element, element.firstElementChild?.hasAttribute('data-skip') ? 1 : 0);
}

/** Scrolls the caret into a view, if it is not there. */
export function showCaret(view: Element): void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const holder = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const box = [...range.getClientRects()].at(-1) ?? holder?.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  if (!box) return;
  if (box.top < frame.top) view.scrollTop -= frame.top - box.top + frame.height * 0.2;
  else if (box.bottom > frame.bottom) view.scrollTop += box.bottom - frame.bottom + frame.height * 0.2;
}

function tree(node: Node): TreeNode {
  return node as unknown as TreeNode;
}
