/**
 * Where a place in the shown text is in the model, and back. A paragraph is one or more elements
 * with `data-block` (several for a PDF, one a line, each with `data-from`); inside them text counts,
 * `data-object` counts one, and `data-skip` (labels, removed text, page marks) counts nothing.
 *
 * Written against the few properties of a DOM tree it needs, so that it is tested without a DOM.
 */

export type TreeNode = Readonly<{
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Readonly<{ length: number; [index: number]: TreeNode }>;
  parentNode: TreeNode | null;
}>;

type Attributed = TreeNode & Readonly<{ getAttribute: (name: string) => string | null }>;

export type Point = Readonly<{ node: TreeNode; offset: number }>;

/** A stretch of the paragraph's text that is one text node or one object. */
export type Segment = Readonly<{ node: TreeNode; from: number; to: number; object: boolean }>;

const elementNode = 1;
const textNode = 3;

function attribute(node: TreeNode, name: string): string | null {
  return node.nodeType === elementNode ? (node as Attributed).getAttribute(name) : null;
}

/** What counts: the version's text alone, or what reviewers suggest as well (shared/document/editing.ts). */
export type Counting = 'version' | 'shown';

function skipped(node: TreeNode, counting: Counting): boolean {
  // Line breaks of the text are characters; `<br>` and `<img>` outside objects are Lexical's own.
  if (node.nodeName === 'BR' || node.nodeName === 'IMG') return true;
  const skip = attribute(node, 'data-skip');
  return skip !== null && (counting === 'version' || skip !== 'suggested');
}

function children(node: TreeNode): TreeNode[] {
  return Array.from({ length: node.childNodes.length }, (_, at) => node.childNodes[at]).filter(
    (child) => child !== undefined,
  );
}

/** The text of one block element in order; a block nested in it belongs to itself. */
export function segmentsOf(block: TreeNode, counting: Counting = 'version'): Segment[] {
  const segments: Segment[] = [];
  let at = Number(attribute(block, 'data-from') ?? 0);
  const add = (node: TreeNode, length: number, object: boolean): void => {
    if (length > 0) segments.push({ node, from: at, to: at + length, object });
    at += length;
  };
  const visit = (node: TreeNode): void => {
    if (node.nodeType === textNode) add(node, node.nodeValue?.length ?? 0, false);
    else if (node.nodeType !== elementNode || skipped(node, counting) || attribute(node, 'data-block') !== null) return;
    else if (attribute(node, 'data-object') !== null) add(node, 1, true);
    else children(node).forEach(visit);
  };
  children(block).forEach(visit);
  return segments;
}

/**
 * The DOM point of an offset. At a seam between two segments a start belongs to the later one, an
 * end to the earlier one, so that a range never paints a neighbour.
 */
export function pointAt(segments: readonly Segment[], offset: number, edge: 'start' | 'end'): Point | null {
  const found =
    edge === 'start'
      ? (segments.find((segment) => offset < segment.to) ?? segments.at(-1))
      : (segments.findLast((segment) => segment.from < offset) ?? segments[0]);
  if (!found) return null;
  const inside = Math.min(Math.max(offset, found.from), found.to) - found.from;
  if (!found.object) return { node: found.node, offset: inside };
  const parent = found.node.parentNode;
  if (!parent) return null;
  return { node: parent, offset: children(parent).indexOf(found.node) + inside };
}

/** The nearest block element around a node; null outside every block. */
export function blockAround(node: TreeNode): TreeNode | null {
  for (let at: TreeNode | null = node; at; at = at.parentNode) if (attribute(at, 'data-block') !== null) return at;
  return null;
}

export function blockId(block: TreeNode): string {
  return attribute(block, 'data-block') ?? '';
}

/** The offset of a DOM point inside a block. Inside skipped content it is where that content stands. */
export function offsetAt(block: TreeNode, point: Point, counting: Counting = 'version'): number {
  let at = Number(attribute(block, 'data-from') ?? 0);
  let done = false;
  const path = new Set<TreeNode>();
  for (let node: TreeNode | null = point.node; node; node = node.parentNode) path.add(node);

  const visit = (node: TreeNode): void => {
    if (done) return;
    const holds = path.has(node);
    if (node.nodeType === textNode) {
      const length = node.nodeValue?.length ?? 0;
      at += node === point.node ? Math.min(point.offset, length) : length;
      done = node === point.node;
      return;
    }
    if (node.nodeType !== elementNode) return;
    if (skipped(node, counting) || (node !== block && attribute(node, 'data-block') !== null)) {
      done = holds;
      return;
    }
    if (attribute(node, 'data-object') !== null) {
      // A point inside an object's own drawing lies before it, unless it is at the very end.
      if (!holds) at += 1;
      else if (point.node === node && point.offset >= node.childNodes.length && node.childNodes.length > 0) at += 1;
      done = holds;
      return;
    }
    const inside = children(node);
    inside.forEach((child, index) => {
      if (done) return;
      if (node === point.node && index >= point.offset) done = true;
      else visit(child);
    });
    if (node === point.node) done = true;
  };
  visit(block);
  return at;
}

/** All block elements under a node in tree order. */
export function blocksUnder(node: TreeNode): TreeNode[] {
  const own = attribute(node, 'data-block') === null ? [] : [node];
  return [...own, ...children(node).flatMap(blocksUnder)];
}

/**
 * Block and offset of any point of the paper. Between blocks (a triple click ends at the start of
 * the next one, a drag may end in a margin) the start of the following block counts, or the end of
 * the last.
 */
export function placeAt(
  root: TreeNode,
  point: Point,
  counting: Counting = 'version',
): Readonly<{ block: string; offset: number }> | null {
  const block = blockAround(point.node);
  if (block) return { block: blockId(block), offset: offsetAt(block, point, counting) };
  for (let node: TreeNode = point.node, from = point.offset; ;) {
    for (const child of children(node).slice(from)) {
      const first = blocksUnder(child)[0];
      if (first) return { block: blockId(first), offset: Number(attribute(first, 'data-from') ?? 0) };
    }
    if (node === root || !node.parentNode) break;
    from = children(node.parentNode).indexOf(node) + 1;
    node = node.parentNode;
  }
  const last = blocksUnder(root).at(-1);
  return last ? { block: blockId(last), offset: segmentsOf(last, counting).at(-1)?.to ?? 0 } : null;
}
