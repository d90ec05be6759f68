import { markedPieces } from './marked.ts';

/** A text with some of its words pointed out. */
export function Marked({ text, words }: Readonly<{ text: string; words: readonly string[] }>): React.JSX.Element {
  return (
    <>
      {markedPieces(text, words).map((piece, at) =>
        piece.marked ? (
          // Pieces have no identity besides their place.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={at} className="marked">
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
