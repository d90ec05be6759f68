import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { CommentKind } from '../../shared/review/events.ts';
import type { Painter } from '../text/painter.ts';
import { useWords } from '../useWords.ts';
import { Choice } from '../ui/Choice.tsx';
import { usePlace } from './usePlace.ts';

type Props = Readonly<{
  content: React.RefObject<HTMLElement | null>;
  painter: Painter;
  range: Range;
  /** Answers whether the comment was saved; the form stays with its text when not. */
  save: (range: Range, kind: CommentKind, text: string) => Promise<boolean>;
  close: () => void;
}>;

export const commentKinds: readonly CommentKind[] = ['must', 'should', 'question', 'note'];

/** Writes a comment on a range, below it. Ctrl Enter saves, Escape closes. */
export function CommentForm({ content, painter, range, save, close }: Props): React.JSX.Element | null {
  const { reader, desk } = useWords();
  const place = usePlace(content, painter, range);
  const [kind, setKind] = useState<CommentKind>('should');
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  if (!place) return null;
  const submit = async (): Promise<void> => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    const saved = await save(range, kind, text.trim());
    setSaving(false);
    if (saved) close();
  };
  return (
    <form
      className="comment-form"
      aria-label={reader.commentTitle}
      style={{ left: place.left, top: place.bottom + 8 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        else return;
        event.preventDefault();
      }}
    >
      <Choice
        label={reader.commentKind}
        options={commentKinds.map((value) => ({ value, label: reader.commentKinds[value] }))}
        value={kind}
        choose={setKind}
      />
      <Input.TextArea
        autoFocus
        rows={2}
        value={text}
        placeholder={reader.commentPlaceholder}
        aria-label={reader.commentTitle}
        onChange={(event) => setText(event.target.value)}
      />
      <footer>
        <span className="dim">{range.length > 1 ? reader.commentSpans(range.length) : ''}</span>
        <span className="grow" />
        <Button size="small" onClick={close}>
          {desk.actions.cancel}
        </Button>
        <Button size="small" type="primary" htmlType="submit" disabled={text.trim() === ''} loading={saving}>
          {reader.commentSave}
        </Button>
      </footer>
    </form>
  );
}
