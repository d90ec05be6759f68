import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Document, Range } from '../../shared/document/model.ts';
import type { Comment } from '../../shared/review/state.ts';
import { formatMoment } from '../format.ts';
import { Chip, EmptyState } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  document: Document | undefined;
  /** Comments of the file shown, in reading order. */
  comments: readonly Comment[];
  busy: boolean;
  go: (range: Range) => void;
  revise: (comment: string, text: string) => void;
  remove: (comment: string) => void;
}>;

export function CommentsTab({ document, comments, busy, go, revise, remove }: Props): React.JSX.Element {
  const today = useToday();
  const { reader } = useWords();
  const [editing, setEditing] = useState<string | null>(null);
  const brought = document?.comments ?? [];
  return (
    <div className="cards">
      {comments.length === 0 ? <EmptyState>{reader.noComments}</EmptyState> : null}
      <ul aria-label={reader.commentsList}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <article className="card card-comment" data-comment={comment.id}>
              <header>
                <Chip tone={comment.kind === 'must' ? 'high' : 'accent'}>{reader.commentKinds[comment.kind]}</Chip>
                <span className="card-place">
                  {comment.author} · {formatMoment(comment.at, today)}
                </span>
              </header>
              <button type="button" className="plain quote" onClick={() => go(comment.anchor.range)}>
                {comment.anchor.quotes.join(' / ')}
              </button>
              {editing === comment.id ? (
                <Revision
                  text={comment.text}
                  busy={busy}
                  save={(text) => {
                    revise(comment.id, text);
                    setEditing(null);
                  }}
                  close={() => setEditing(null)}
                />
              ) : (
                <>
                  <p className="said">{comment.text}</p>
                  <footer>
                    <Button size="small" type="text" onClick={() => setEditing(comment.id)}>
                      {reader.revise}
                    </Button>
                    <Popconfirm
                      title={reader.removeAsk}
                      okText={reader.remove}
                      onConfirm={() => remove(comment.id)}
                      icon={null}
                    >
                      <Button size="small" type="text" disabled={busy}>
                        {reader.remove}
                      </Button>
                    </Popconfirm>
                  </footer>
                </>
              )}
            </article>
          </li>
        ))}
      </ul>
      {brought.length > 0 ? (
        <>
          <h3>{reader.sourceComments}</h3>
          <ul aria-label={reader.sourceComments}>
            {brought.map(({ id, author, date, text, at, resolved, parent }) => (
              <li key={id}>
                <article className={`card card-brought${parent === null ? '' : ' is-reply'}`}>
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
                      {text} {parent === null ? <span className="dim">{reader.lost}</span> : null}
                    </p>
                  )}
                </article>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function Revision({
  text,
  busy,
  save,
  close,
}: Readonly<{ text: string; busy: boolean; save: (text: string) => void; close: () => void }>): React.JSX.Element {
  const { reader, desk } = useWords();
  const [draft, setDraft] = useState(text);
  return (
    <form
      className="card-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() !== '') save(draft.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <Input.TextArea
        autoFocus
        rows={2}
        value={draft}
        aria-label={reader.revise}
        onChange={(event) => setDraft(event.target.value)}
      />
      <footer>
        <Button size="small" type="primary" htmlType="submit" disabled={draft.trim() === '' || busy}>
          {desk.actions.save}
        </Button>
        <Button size="small" onClick={close}>
          {desk.actions.cancel}
        </Button>
      </footer>
    </form>
  );
}
