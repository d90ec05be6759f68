import type { Document, Range } from '../../shared/document/model.ts';
import type { Comment } from '../../shared/review/state.ts';
import { type Thread, threadOf } from '../../shared/review/threads.ts';
import { EmptyState } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';
import { CommentCard } from './CommentCard.tsx';
import type { CommentActs } from './CommentThread.tsx';
import { SourceComments } from './SourceComments.tsx';

type Props = Readonly<{
  document: Document | undefined;
  /** Which file of which version is shown. */
  place: Readonly<{ version: string; document: number }>;
  /** Comments of the file shown, in reading order. */
  comments: readonly Comment[];
  threads: readonly Thread[];
  /** Those from earlier versions whose words or surroundings have changed. */
  moved: ReadonlySet<string>;
  busy: boolean;
  acts: CommentActs;
  go: (range: Range) => void;
  /** What stands in front of the comments: those without a place. */
  children?: React.ReactNode;
}>;

export function CommentsTab({
  document,
  place,
  comments,
  threads,
  moved,
  busy,
  acts,
  go,
  children,
}: Props): React.JSX.Element {
  const { reader } = useWords();
  const brought = document?.comments ?? [];
  return (
    <div className="cards">
      {children}
      {comments.length === 0 ? <EmptyState>{reader.noComments}</EmptyState> : null}
      <ul aria-label={reader.commentsList}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentCard
              comment={comment}
              thread={threadOf(threads, { kind: 'own', comment: comment.id })}
              moved={moved.has(comment.id)}
              busy={busy}
              acts={acts}
              go={go}
            />
          </li>
        ))}
      </ul>
      {brought.length > 0 ? (
        <>
          <h3>{reader.sourceComments}</h3>
          <SourceComments place={place} comments={brought} threads={threads} busy={busy} acts={acts} go={go} />
        </>
      ) : null}
    </div>
  );
}
