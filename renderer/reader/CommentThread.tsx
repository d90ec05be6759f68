import { Button } from 'antd';
import { useState } from 'react';
import type { CommentKind, ThreadHead } from '../../shared/review/events.ts';
import { type Thread, isResolved } from '../../shared/review/threads.ts';
import { formatMoment } from '../format.ts';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';
import { TextForm } from './TextForm.tsx';

/** What a reviewer does to a comment. Promises answer whether it was saved. */
export type CommentActs = Readonly<{
  revise: (comment: string, text: string, kind: CommentKind) => Promise<boolean>;
  remove: (comment: string) => void;
  reply: (to: ThreadHead, text: string) => Promise<boolean>;
  resolve: (to: ThreadHead, resolved: boolean) => void;
  removeReply: (reply: string) => void;
}>;

type Props = Readonly<{
  thread: Thread;
  /** Whether the file says that it is settled. */
  inFile?: boolean;
  busy: boolean;
  acts: CommentActs;
  /** Further actions, in front of those of every thread. */
  children?: React.ReactNode;
}>;

/** The replies beneath a comment and what can be done: answer it, settle it, open it again. */
export function CommentThread({ thread, inFile = false, busy, acts, children }: Props): React.JSX.Element {
  const today = useToday();
  const { reader } = useWords();
  const [replying, setReplying] = useState(false);
  const { on, replies, settled } = thread;
  const resolved = isResolved(thread, inFile);
  return (
    <>
      {replies.length > 0 ? (
        <ul className="replies" aria-label={reader.replies}>
          {replies.map(({ id, text, author, at }) => (
            <li key={id}>
              <header>
                <span>{author}</span>
                <span className="card-place">{formatMoment(at, today)}</span>
                <Button size="small" type="text" disabled={busy} onClick={() => acts.removeReply(id)}>
                  {reader.remove}
                </Button>
              </header>
              <p className="said">{text}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {settled ? (
        <p className="card-grounds">
          {(settled.resolved ? reader.resolvedBy : reader.reopenedBy)(settled.by, formatMoment(settled.at, today))}
        </p>
      ) : null}
      {replying ? (
        <TextForm
          label={reader.reply}
          text=""
          submit={reader.replySave}
          busy={busy}
          save={(text) => acts.reply(on, text)}
          close={() => setReplying(false)}
        />
      ) : (
        <footer>
          <Button size="small" type="text" onClick={() => setReplying(true)}>
            {reader.reply}
          </Button>
          <Button size="small" type="text" disabled={busy} onClick={() => acts.resolve(on, !resolved)}>
            {resolved ? reader.reopen : reader.resolve}
          </Button>
          {children}
        </footer>
      )}
    </>
  );
}
