/** The small parts of the form in which a rule is written. */
import { Input } from 'antd';
import { useId } from 'react';
import { useWords } from '../useWords.ts';

type FieldProps = Readonly<{
  label: string;
  hint?: string | undefined;
  optional?: boolean;
  /** Id of the one control the label is of; absent where it stands over several. */
  control?: string;
  children: React.ReactNode;
}>;

export function Field({ label, hint, optional = false, control, children }: FieldProps): React.JSX.Element {
  const { ruleForm } = useWords();
  const name = (
    <>
      {label}
      {optional ? <small>{ruleForm.optional}</small> : null}
    </>
  );
  return (
    <div className="writing-field">
      {control ? <label htmlFor={control}>{name}</label> : <span className="writing-label">{name}</span>}
      <div>
        {children}
        {hint ? <p className="writing-hint">{hint}</p> : null}
      </div>
    </div>
  );
}

type TextProps = Readonly<{
  label: string;
  value: string;
  max: number;
  change: (value: string) => void;
  hint?: string;
  optional?: boolean;
  lines?: boolean;
  autoFocus?: boolean;
}>;

export function TextField(props: TextProps): React.JSX.Element {
  const { label, value, max, change, hint, optional = false, lines = false, autoFocus = false } = props;
  const id = useId();
  const shared = {
    id,
    value,
    maxLength: max,
    autoFocus,
    onChange: ({ target }: Readonly<{ target: Readonly<{ value: string }> }>) => change(target.value),
  };
  return (
    <Field label={label} hint={hint} optional={optional} control={id}>
      {lines ? <Input.TextArea rows={2} {...shared} /> : <Input {...shared} />}
    </Field>
  );
}

type SeveralProps<T extends string> = Readonly<{
  label: string;
  options: readonly Readonly<{ value: T; label: string }>[];
  chosen: readonly T[];
  change: (chosen: readonly T[]) => void;
}>;

/** Chips of which any number may be pressed. */
export function Several<T extends string>({ label, options, chosen, change }: SeveralProps<T>): React.JSX.Element {
  return (
    <Field label={label}>
      <div className="choice" role="group" aria-label={label}>
        {options.map((option) => {
          const on = chosen.includes(option.value);
          return (
            <button
              key={option.value}
              type="button"
              className="choice-chip"
              aria-pressed={on}
              onClick={() => change(on ? chosen.filter((value) => value !== option.value) : [...chosen, option.value])}
            >
              {option.label}
            </button>
          );
        })}
      </div>
    </Field>
  );
}
