import { Button, Popconfirm } from 'antd';
import type { Range } from '../../shared/document/model.ts';
import type { Comment } from '../../shared/review/state.ts';
import { formatMoment } from '../format.ts';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  comments: readonly Comment[];
  /** What is selected in the text, to place one there. */
  selected: Range | null;
  busy: boolean;
  place: (comment: string, range: Range) => void;
  remove: (comment: string) => void;
}>;

/** Comments on earlier versions whose words are not in this one: none is dropped without a person's say. */
export function LostComments({ comments, selected, busy, place, remove }: Props): React.JSX.Element | null {
  const today = useToday();
  const { reader } = useWords();
  if (comments.length === 0) return null;
  return (
    <>
      <h3>{reader.lostComments(comments.length)}</h3>
      <ul aria-label={reader.lostComments(comments.length)}>
        {comments.map(({ id, anchor, text, author, at }) => (
          <li key={id}>
            <article className="card card-comment" data-lost={id}>
              <header>
                <span className="card-place">
                  {author} · {formatMoment(at, today)}
                </span>
              </header>
              <p className="quote">{anchor.quotes.join(' / ')}</p>
              <p className="said">{text}</p>
              <footer>
                <Button
                  size="small"
                  disabled={selected === null || busy}
                  title={selected === null ? reader.placeHint : undefined}
                  onClick={() => selected && place(id, selected)}
                >
                  {reader.placeHere}
                </Button>
                <Popconfirm title={reader.removeAsk} okText={reader.remove} onConfirm={() => remove(id)} icon={null}>
                  <Button size="small" type="text" disabled={busy}>
                    {reader.remove}
                  </Button>
                </Popconfirm>
              </footer>
            </article>
          </li>
        ))}
      </ul>
    </>
  );
}
