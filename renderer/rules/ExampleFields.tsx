import { Button, Input } from 'antd';
import { useId } from 'react';
import { blankExample } from '../../shared/rules/own/draft.ts';
import type { ExampleDraft } from '../../shared/rules/own/draft.ts';
import { useWords } from '../useWords.ts';
import { Field } from './fields.tsx';

type Props = Readonly<{
  label: string;
  hint?: string;
  /** Whether the words to be marked are asked for. */
  quotes: boolean;
  examples: readonly ExampleDraft[];
  change: (examples: readonly ExampleDraft[]) => void;
}>;

/** Short texts that prove a rule, one an area; at least one area stays. */
export function ExampleFields({ label, hint, quotes, examples, change }: Props): React.JSX.Element {
  const { ruleForm } = useWords();
  const id = useId();
  return (
    <Field label={label} hint={hint}>
      {examples.map((example, at) => (
        // A line is known by its place alone.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${id}-${at}`} className="writing-line">
          <Input.TextArea
            rows={1}
            value={example.text}
            aria-label={`${label} ${at + 1}`}
            onChange={({ target }) => change(examples.with(at, { ...example, text: target.value }))}
          />
          {quotes ? (
            <Input
              className="example-quote"
              value={example.quote}
              placeholder={ruleForm.fields.quote}
              aria-label={`${ruleForm.fields.quote} ${at + 1}`}
              onChange={({ target }) => change(examples.with(at, { ...example, quote: target.value }))}
            />
          ) : null}
          {examples.length > 1 ? (
            <Button
              type="text"
              aria-label={ruleForm.removeLine}
              title={ruleForm.removeLine}
              onClick={() => change(examples.toSpliced(at, 1))}
            >
              ×
            </Button>
          ) : null}
        </div>
      ))}
      <Button type="link" size="small" onClick={() => change([...examples, blankExample])}>
        {ruleForm.addExample}
      </Button>
    </Field>
  );
}
