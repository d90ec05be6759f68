import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DismissReason } from '../../shared/review/events.ts';
import { useWords } from '../useWords.ts';
import { Choice } from './Choice.tsx';

export type Dismissal = Readonly<{ reason: DismissReason; note: string }>;

type Props = Readonly<{ busy: boolean; dismiss: (dismissal: Dismissal) => void; close: () => void }>;

const reasons: readonly DismissReason[] = [
  'not-applicable',
  'already-covered',
  'accepted-risk',
  'wrong-hit',
  'negotiated',
  'other',
];

/** Why a finding is dismissed: arrows or 1–6 choose, Enter confirms, Escape closes. 其他 must be explained. */
export function DismissForm({ busy, dismiss, close }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState<DismissReason>('not-applicable');
  const [note, setNote] = useState('');
  const sound = reason !== 'other' || note.trim() !== '';
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (): void => {
    if (sound && !busy) dismiss({ reason, note: note.trim() });
  };
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const typing = event.target instanceof HTMLInputElement;
    const numbered = typing ? undefined : reasons[Number(event.key) - 1];
    const onButton = event.target instanceof HTMLElement && event.target.closest('footer') !== null;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && !onButton) submit();
    else if (numbered) setReason(numbered);
    else return;
    event.preventDefault();
  };
  return (
    <form
      ref={form}
      className="card-form"
      aria-label={reader.dismissTitle}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Choice
        label={reader.dismissTitle}
        options={reasons.map((value) => ({ value, label: reader.reasons[value] }))}
        value={reason}
        choose={setReason}
      />
      <Input
        size="small"
        value={note}
        placeholder={reason === 'other' ? reader.dismissNoteNeeded : reader.dismissNote}
        aria-label={reader.dismissNote}
        onChange={(event) => setNote(event.target.value)}
      />
      <footer>
        <Button size="small" type="primary" htmlType="submit" disabled={!sound || busy}>
          {reader.confirmDismiss}
        </Button>
        <Button size="small" onClick={close}>
          {desk.actions.cancel}
        </Button>
      </footer>
    </form>
  );
}
