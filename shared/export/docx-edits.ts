/** Changes to the text of a part as insertions, so that taking them out again gives the original. */
export type Edit = Readonly<{
  /** UTF-16 offset in the original part. */
  at: number;
  /** Characters of the original that give way; 0 but for an empty element that must be opened. */
  remove: number;
  insert: string;
}>;

/** Changed and added parts by name. */
export type PartTexts = Map<string, string>;

/** Applies edits given in any order; at one place insertions come first, in the order they were given in. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let from = 0;
  let result = '';
  for (const edit of inOrder(edits)) {
    result += text.slice(from, edit.at) + edit.insert;
    from = edit.at + edit.remove;
  }
  return result + text.slice(from);
}

export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.at - b.edit.at || length(a.edit) - length(b.edit) || a.index - b.index)
    .map(({ edit }) => edit);
}

/** 0 for an insertion, 1 for what takes something away. */
function length({ remove }: Edit): number {
  return Math.sign(remove);
}

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // What XML 1.0 cannot carry, lone surrogates among it.
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  );
}

/** Inserts before the end tag of a part's root; opens it when it is an empty element. */
export function insertAtEnd(
  xml: string,
  root: Readonly<{ closeStart: number; openEnd: number; end: number }>,
  insert: string,
): Edit {
  if (root.closeStart < root.end) return { at: root.closeStart, remove: 0, insert };
  const name = /^<([^\s/>]+)/u.exec(xml.slice(xml.lastIndexOf('<', root.end - 1)))?.[1] ?? '';
  return { at: root.end - 2, remove: 2, insert: `>${insert}</${name}>` };
}
