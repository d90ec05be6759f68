import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { OpinionItem } from '../../shared/review/events.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useWords } from '../useWords.ts';
import { Choice } from '../ui/Choice.tsx';

export type Edits = Pick<OpinionItem, 'problem' | 'advice' | 'weight'>;

type Props = Readonly<{ finding: Finding; busy: boolean; adopt: (edits: Edits) => void; close: () => void }>;

/** The wording of the opinion item before it is adopted. Ctrl Enter adopts, Escape closes. */
export function AdoptForm({ finding, busy, adopt, close }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  const [edits, setEdits] = useState<Edits>({
    problem: finding.message,
    advice: finding.advice,
    weight: finding.severity === 'high' ? 'must' : 'should',
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const sound = edits.problem.trim() !== '' && edits.advice.trim() !== '';
  const submit = (): void => {
    if (sound && !busy) adopt({ ...edits, problem: edits.problem.trim(), advice: edits.advice.trim() });
  };
  return (
    <form
      ref={form}
      className="card-form"
      aria-label={reader.editTitle}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        else return;
        event.preventDefault();
      }}
    >
      <label>
        {reader.problem}
        <Input.TextArea
          rows={2}
          value={edits.problem}
          onChange={(event) => setEdits({ ...edits, problem: event.target.value })}
        />
      </label>
      <label>
        {reader.advice}
        <Input.TextArea
          autoFocus
          rows={2}
          value={edits.advice}
          onChange={(event) => setEdits({ ...edits, advice: event.target.value })}
        />
      </label>
      <Choice
        label={reader.weight}
        options={(['must', 'should'] as const).map((value) => ({ value, label: desk.weight[value] }))}
        value={edits.weight}
        choose={(weight) => setEdits({ ...edits, weight })}
      />
      <footer>
        <Button size="small" type="primary" htmlType="submit" disabled={!sound || busy}>
          {reader.confirmAdopt}
        </Button>
        <Button size="small" onClick={close}>
          {desk.actions.cancel}
        </Button>
      </footer>
    </form>
  );
}
