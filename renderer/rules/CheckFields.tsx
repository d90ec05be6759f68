import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { optionalWords, wordsOf } from '../../shared/rules/own/draft.ts';
import type { CheckDraft, WordField } from '../../shared/rules/own/draft.ts';
import { Choice } from '../ui/Choice.tsx';
import { useWords } from '../useWords.ts';
import { Field, TextField } from './fields.tsx';

type Props = Readonly<{ check: CheckDraft; change: (check: CheckDraft) => void }>;

const kinds = ['phrase', 'absence', 'near', 'required', 'limit', 'sequence', 'consistency'] as const;
const withins = ['sentence', 'paragraph', 'article', 'document'] as const;
const orders = ['any', 'first-second'] as const;
const measures = ['percentage', 'amount', 'duration', 'date'] as const;

/** What a rule looks for: the kind of check, its words, and what belongs to that kind alone. */
export function CheckFields({ check, change }: Props): React.JSX.Element {
  const { ruleForm } = useWords();
  const { fields, hints } = ruleForm;
  const kindId = useId();
  const set = (fieldsOf: Partial<CheckDraft>): void => change({ ...check, ...fieldsOf });
  const { kind } = check;
  return (
    <>
      <Field label={fields.check} control={kindId}>
        <Select
          id={kindId}
          className="writing-kind"
          value={kind}
          options={kinds.map((value) => ({ value, label: ruleForm.kinds[value] }))}
          onChange={(next) =>
            set({ kind: next, of: next === 'limit' && check.of === 'date' ? 'percentage' : check.of })
          }
        />
      </Field>
      {wordsOf[kind].map((field, at) => (
        <Words
          key={field}
          field={field}
          value={check.words[field]}
          hint={at === 0 ? hints.words : undefined}
          change={(typed) => set({ words: { ...check.words, [field]: typed } })}
        />
      ))}
      {kind === 'phrase' ? (
        <Field label="">
          <Checkbox checked={check.negatable} onChange={({ target }) => set({ negatable: target.checked })}>
            {fields.negatable}
          </Checkbox>
        </Field>
      ) : null}
      {kind === 'absence' ? (
        <Field label={fields.within}>
          <Choice
            label={fields.within}
            options={withins.map((value) => ({ value, label: ruleForm.within[value] }))}
            value={check.within}
            choose={(within) => set({ within })}
          />
        </Field>
      ) : null}
      {kind === 'near' ? (
        <>
          <TextField
            label={fields.distance}
            value={check.distance}
            max={3}
            change={(distance) => set({ distance: distance.replace(/\D/gu, '') })}
          />
          <Field label={fields.order}>
            <Choice
              label={fields.order}
              options={orders.map((value) => ({ value, label: ruleForm.order[value] }))}
              value={check.order}
              choose={(order) => set({ order })}
            />
          </Field>
        </>
      ) : null}
      {kind === 'limit' || kind === 'consistency' ? (
        <Field label={fields.of}>
          <Choice
            label={fields.of}
            options={measures
              .filter((value) => kind === 'consistency' || value !== 'date')
              .map((value) => ({ value, label: ruleForm.of[value] }))}
            value={check.of}
            choose={(of) => set({ of })}
          />
        </Field>
      ) : null}
      {kind === 'limit' ? (
        <Field label={fields.beyond} hint={hints.bound}>
          <div className="writing-line">
            <Choice
              label={fields.beyond}
              options={(['moreThan', 'lessThan'] as const).map((value) => ({ value, label: fields[value] }))}
              value={check.beyond}
              choose={(beyond) => set({ beyond })}
            />
            <Input
              value={check.bound}
              maxLength={40}
              aria-label={fields[check.beyond]}
              onChange={({ target }) => set({ bound: target.value })}
            />
          </div>
        </Field>
      ) : null}
    </>
  );
}

type WordsProps = Readonly<{
  field: WordField;
  value: string;
  hint: string | undefined;
  change: (typed: string) => void;
}>;

function Words({ field, value, hint, change }: WordsProps): React.JSX.Element {
  const { ruleForm } = useWords();
  const id = useId();
  return (
    <Field label={ruleForm.fields[field]} hint={hint} optional={optionalWords.has(field)} control={id}>
      <Input.TextArea id={id} rows={1} value={value} onChange={({ target }) => change(target.value)} />
    </Field>
  );
}
