/** Where words stand in a text, for pointing them out. Pure. */

export type Piece = Readonly<{ text: string; marked: boolean }>;

/** The text in pieces, the words among them marked; where they overlap the longer run counts. */
export function markedPieces(text: string, words: readonly string[]): readonly Piece[] {
  const hits = words
    .filter((word) => word !== '')
    .flatMap((word) => places(text, word))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const runs: { from: number; to: number }[] = [];
  for (const { from, to } of hits) {
    const last = runs.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else runs.push({ from, to });
  }
  const pieces = runs.flatMap(({ from, to }, at): Piece[] => [
    { text: text.slice(runs[at - 1]?.to ?? 0, from), marked: false },
    { text: text.slice(from, to), marked: true },
  ]);
  return [...pieces, { text: text.slice(runs.at(-1)?.to ?? 0), marked: false }].filter((piece) => piece.text !== '');
}

function places(text: string, word: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
    found.push({ from, to: from + word.length });
  }
  return found;
}

/** A window of about `length` characters of the text that shows the first of the words. */
export function excerpt(text: string, words: readonly string[], length: number): string {
  if (text.length <= length) return text;
  const first = Math.min(...words.map((word) => text.indexOf(word)).filter((at) => at >= 0), text.length);
  const from = first === text.length ? 0 : Math.max(0, Math.min(first - length / 4, text.length - length));
  const start = Math.floor(from);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + length)}${start + length < text.length ? '…' : ''}`;
}
