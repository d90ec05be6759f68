import { Button, Input } from 'antd';
import { useId } from 'react';
import { blankBasis } from '../../shared/rules/own/draft.ts';
import type { BasisDraft, RuleDraft } from '../../shared/rules/own/draft.ts';
import { contractKinds } from '../../shared/rules/rule.ts';
import { Choice } from '../ui/Choice.tsx';
import { useWords } from '../useWords.ts';
import { CheckFields } from './CheckFields.tsx';
import { ExampleFields } from './ExampleFields.tsx';
import { Field, Several, TextField } from './fields.tsx';
import { writeDraft, type Writing } from './writing.ts';

const severities = ['high', 'medium', 'low', 'notice'] as const;
const natures = ['drafting', 'risk', 'unlawful'] as const;
const kinds = ['contract', 'normative', 'decision', 'enforcement', 'other'] as const;
type Props = Readonly<{ writing: Writing; draft: RuleDraft }>;

/** A rule as fields, in the order in which one thinks of it: what it looks for, what proves it, what it says. */
export function DraftForm({ writing, draft }: Props): React.JSX.Element {
  const { ruleForm, desk } = useWords();
  const { fields, hints } = ruleForm;
  const set = (change: Partial<RuleDraft>): void => writeDraft(writing, draft, change);
  return (
    <>
      <TextField autoFocus label={fields.title} value={draft.title} max={30} change={(title) => set({ title })} />
      <CheckFields check={draft.check} change={(check) => set({ check })} />
      <ExampleFields
        label={fields.hits}
        hint={hints.examples}
        quotes
        examples={draft.hits}
        change={(hits) => set({ hits })}
      />
      <ExampleFields
        label={fields.nearMisses}
        quotes={false}
        examples={draft.nearMisses}
        change={(nearMisses) => set({ nearMisses })}
      />
      <TextField label={fields.why} value={draft.why} max={2000} lines change={(why) => set({ why })} />
      <TextField label={fields.advice} value={draft.advice} max={2000} lines change={(advice) => set({ advice })} />
      <TextField
        label={fields.message}
        hint={hints.message}
        value={draft.message}
        max={2000}
        change={(message) => set({ message })}
      />
      <BasisFields bases={draft.basis} change={(basis) => set({ basis })} />
      <Field label={fields.severity}>
        <Choice
          label={fields.severity}
          options={severities.map((value) => ({ value, label: desk.severityLong[value] }))}
          value={draft.severity}
          choose={(severity) => set({ severity })}
        />
      </Field>
      <Field label={fields.nature}>
        <Choice
          label={fields.nature}
          options={natures.map((value) => ({ value, label: desk.nature[value] }))}
          value={draft.nature}
          choose={(nature) => set({ nature })}
        />
      </Field>
      <Several
        label={fields.kinds}
        options={kinds.map((value) => ({ value, label: desk.kind[value] }))}
        chosen={draft.kinds}
        change={(chosen) => set({ kinds: [...chosen] })}
      />
      {draft.kinds.includes('contract') ? (
        <Several
          label={fields.subKinds}
          options={contractKinds.map((value) => ({ value, label: desk.subKind[value] }))}
          chosen={draft.subKinds}
          change={(chosen) => set({ subKinds: [...chosen] })}
        />
      ) : null}
      <TextField label={fields.id} hint={hints.id} value={draft.id} max={60} change={(id) => set({ id })} />
    </>
  );
}

type BasisProps = Readonly<{ bases: readonly BasisDraft[]; change: (bases: readonly BasisDraft[]) => void }>;

function BasisFields({ bases, change }: BasisProps): React.JSX.Element {
  const { ruleForm } = useWords();
  const id = useId();
  return (
    <Field label={ruleForm.fields.basis}>
      {bases.map((basis, at) => (
        // A line is known by its place alone.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={`${id}-${at}`} className="writing-line">
          {(['law', 'article', 'note'] as const).map((part) => (
            <Input
              key={part}
              className={`basis-${part}`}
              value={basis[part]}
              placeholder={part === 'article' ? ruleForm.hints.article : ruleForm.fields[part]}
              aria-label={ruleForm.fields[part]}
              onChange={({ target }) => change(bases.with(at, { ...basis, [part]: target.value }))}
            />
          ))}
          <Button
            type="text"
            aria-label={ruleForm.removeLine}
            title={ruleForm.removeLine}
            onClick={() => change(bases.toSpliced(at, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button type="link" size="small" onClick={() => change([...bases, blankBasis])}>
        {ruleForm.addBasis}
      </Button>
    </Field>
  );
}
