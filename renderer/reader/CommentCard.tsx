import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { Comment } from '../../shared/review/state.ts';
import { type Thread, isResolved } from '../../shared/review/threads.ts';
import { formatMoment } from '../format.ts';
import { Choice } from '../ui/Choice.tsx';
import { Chip } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';
import { commentKinds } from './CommentForm.tsx';
import { type CommentActs, CommentThread } from './CommentThread.tsx';
import { TextForm } from './TextForm.tsx';

type Props = Readonly<{
  comment: Comment;
  thread: Thread;
  /** It comes from an earlier version, and its words or surroundings have changed. */
  moved: boolean;
  busy: boolean;
  acts: CommentActs;
  go: (range: Range) => void;
}>;

/** A reviewer's comment with its thread. */
export function CommentCard({ comment, thread, moved, busy, acts, go }: Props): React.JSX.Element {
  const today = useToday();
  const { reader } = useWords();
  const [editing, setEditing] = useState(false);
  const resolved = isResolved(thread);
  return (
    <article className={`card card-comment${resolved ? ' is-resolved' : ''}`} data-comment={comment.id}>
      <header>
        <Chip tone={comment.kind === 'must' ? 'high' : 'accent'}>{reader.commentKinds[comment.kind]}</Chip>
        {moved ? <Chip tone="medium">{reader.movedComment}</Chip> : null}
        {resolved ? <Chip>{reader.resolved}</Chip> : null}
        <span className="card-place">
          {comment.author} · {formatMoment(comment.at, today)}
        </span>
      </header>
      <button type="button" className="plain quote" onClick={() => go(comment.anchor.range)}>
        {comment.anchor.quotes.join(' / ')}
      </button>
      {editing ? (
        <Revision comment={comment} busy={busy} acts={acts} close={() => setEditing(false)} />
      ) : (
        <>
          <p className="said">{comment.text}</p>
          <CommentThread thread={thread} busy={busy} acts={acts}>
            <Button size="small" type="text" onClick={() => setEditing(true)}>
              {reader.revise}
            </Button>
            <Popconfirm
              title={reader.removeAsk}
              okText={reader.remove}
              onConfirm={() => acts.remove(comment.id)}
              icon={null}
            >
              <Button size="small" type="text" disabled={busy}>
                {reader.remove}
              </Button>
            </Popconfirm>
          </CommentThread>
        </>
      )}
    </article>
  );
}

type RevisionProps = Readonly<{ comment: Comment; busy: boolean; acts: CommentActs; close: () => void }>;

function Revision({ comment, busy, acts, close }: RevisionProps): React.JSX.Element {
  const { reader, desk } = useWords();
  const [kind, setKind] = useState(comment.kind);
  return (
    <TextForm
      label={reader.revise}
      text={comment.text}
      submit={desk.actions.save}
      busy={busy}
      save={(text) => acts.revise(comment.id, text, kind)}
      close={close}
    >
      <Choice
        label={reader.commentKind}
        options={commentKinds.map((value) => ({ value, label: reader.commentKinds[value] }))}
        value={kind}
        choose={setKind}
      />
    </TextForm>
  );
}
