import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  label: string;
  /** What stands in it at first. */
  text: string;
  submit: string;
  busy: boolean;
  /** Answers whether it was saved; the form stays with its text when not. */
  save: (text: string) => Promise<boolean>;
  close: () => void;
  children?: React.ReactNode;
}>;

/** A few lines on a card. Ctrl Enter saves, Escape closes. */
export function TextForm({ label, text, submit, busy, save, close, children }: Props): React.JSX.Element {
  const { desk } = useWords();
  const [draft, setDraft] = useState(text);
  const [saving, setSaving] = useState(false);
  const ready = draft.trim() !== '' && !busy && !saving;
  const send = async (): Promise<void> => {
    if (!ready) return;
    setSaving(true);
    const saved = await save(draft.trim());
    setSaving(false);
    if (saved) close();
  };
  return (
    <form
      className="card-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        else return;
        event.preventDefault();
      }}
    >
      {children}
      <Input.TextArea
        autoFocus
        rows={2}
        value={draft}
        aria-label={label}
        onChange={(event) => setDraft(event.target.value)}
      />
      <footer>
        <Button size="small" type="primary" htmlType="submit" disabled={!ready} loading={saving}>
          {submit}
        </Button>
        <Button size="small" onClick={close}>
          {desk.actions.cancel}
        </Button>
      </footer>
    </form>
  );
}
