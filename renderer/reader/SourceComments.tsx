import type { Range, SourceComment } from '../../shared/document/model.ts';
import { type Thread, headOf, isResolved, threadOf } from '../../shared/review/threads.ts';
import { Chip } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';
import { type CommentActs, CommentThread } from './CommentThread.tsx';

type Props = Readonly<{
  /** Which file of which version the comments came in. */
  place: Readonly<{ version: string; document: number }>;
  comments: readonly SourceComment[];
  threads: readonly Thread[];
  busy: boolean;
  acts: CommentActs;
  go: (range: Range) => void;
}>;

/** The comments that came in the file, each with the replies it came with and ours beneath them. */
export function SourceComments({ place, comments, threads, busy, acts, go }: Props): React.JSX.Element {
  const { reader } = useWords();
  const heads = comments.filter(({ id }) => headOf(comments, id)?.id === id);
  return (
    <ul aria-label={reader.sourceComments}>
      {heads.map((head) => {
        const thread = threadOf(threads, { kind: 'source', ...place, comment: head.id });
        const resolved = isResolved(thread, head.resolved);
        const answers = comments.filter(({ id }) => id !== head.id && headOf(comments, id)?.id === head.id);
        return (
          <li key={head.id}>
            <article className={`card card-brought${resolved ? ' is-resolved' : ''}`} data-source-comment={head.id}>
              <Brought comment={head} resolved={resolved} lost={head.at === null} go={go} />
              {answers.map((answer) => (
                <div key={answer.id} className="is-reply">
                  <Brought comment={answer} resolved={false} lost={false} go={go} />
                </div>
              ))}
              <CommentThread thread={thread} inFile={head.resolved} busy={busy} acts={acts} />
            </article>
          </li>
        );
      })}
    </ul>
  );
}

type BroughtProps = Readonly<{
  comment: SourceComment;
  resolved: boolean;
  lost: boolean;
  go: (range: Range) => void;
}>;

function Brought({ comment: { author, date, text, at }, resolved, lost, go }: BroughtProps): React.JSX.Element {
  const { reader } = useWords();
  return (
    <>
      <header>
        <span>{author}</span>
        {resolved ? <Chip>{reader.resolved}</Chip> : null}
        <span className="card-place">{date?.slice(0, 10) ?? ''}</span>
      </header>
      {at ? (
        <button type="button" className="plain said" onClick={() => go(at)}>
          {text}
        </button>
      ) : (
        <p className="said">
          {text} {lost ? <span className="dim">{reader.lost}</span> : null}
        </p>
      )}
    </>
  );
}
