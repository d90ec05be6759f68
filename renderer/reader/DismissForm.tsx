import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DismissReason } from '../../shared/review/events.ts';
import type { SuppressionScope } from '../../shared/review/suppress.ts';
import { readDay } from '../format.ts';
import { useWords } from '../useWords.ts';
import { Choice } from '../ui/Choice.tsx';

/** Without a reach it concerns the one place. */
export type Dismissal = Readonly<{ reason: DismissReason; note: string; reach?: SuppressionScope; until?: string }>;

type Props = Readonly<{
  /** A dismissal can reach the same clauses of a counterparty only where one is known. */
  counterparty: string;
  busy: boolean;
  dismiss: (dismissal: Dismissal) => void;
  close: () => void;
}>;

const reasons: readonly DismissReason[] = [
  'not-applicable',
  'already-covered',
  'accepted-risk',
  'wrong-hit',
  'negotiated',
  'other',
];

type Reach = 'here' | SuppressionScope;

/** Why a finding is dismissed: arrows or 1–6 choose, Enter confirms, Escape closes. 其他 must be explained. */
export function DismissForm({ counterparty, busy, dismiss, close }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState<DismissReason>('not-applicable');
  const [note, setNote] = useState('');
  const [reach, setReach] = useState<Reach>('here');
  const [until, setUntil] = useState('');
  const reaches: readonly Reach[] = counterparty === '' ? ['here', 'matter'] : ['here', 'matter', 'counterparty'];
  const lastDay = until.trim() === '' ? null : readDay(until);
  const badDay = reach !== 'here' && until.trim() !== '' && lastDay === null;
  const sound = (reason !== 'other' || note.trim() !== '') && !badDay;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const submit = (): void => {
    if (!sound || busy) return;
    const wider = reach === 'here' ? {} : { reach, ...(lastDay === null ? {} : { until: lastDay }) };
    dismiss({ reason, note: note.trim(), ...wider });
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
      <div className="card-reach">
        <span>{reader.reach}</span>
        <Choice
          label={reader.reach}
          options={reaches.map((value) => ({ value, label: reader.reaches[value] }))}
          value={reach}
          choose={setReach}
        />
      </div>
      {reach === 'here' ? null : (
        <Input
          size="small"
          value={until}
          placeholder={reader.until}
          aria-label={reader.until}
          aria-invalid={badDay}
          title={badDay ? reader.notADay : undefined}
          {...(badDay ? { status: 'error' as const } : {})}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      {badDay ? <p className="form-fault">{reader.notADay}</p> : null}
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
