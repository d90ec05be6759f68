import { Input, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { numberFaults } from '../../shared/opinion/numbering.ts';
import { conclusionSentence, conclusionsFor, printedDate } from '../../shared/opinion/paper.ts';
import type { OpinionFields } from '../../shared/review/events.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { readDay } from '../format.ts';
import { useWords } from '../useWords.ts';
import type { Defaults } from './items.ts';
import type { OpinionDrafts } from './useOpinionDrafts.ts';

type Props = Readonly<{ state: MatterState; defaults: Defaults; series: string; editing: OpinionDrafts }>;
type TextField = 'number' | 'addressee' | 'office' | 'conclusionText';

/** The head of the paper. Grey text in an empty field is what the paper will say. */
export function Fields({ state, defaults, series, editing }: Props): React.JSX.Element {
  const { opinion: words } = useWords();
  const id = useId();
  const now: OpinionFields = { ...state.opinion, ...editing.drafts.fields };
  const { kind } = state.fields;
  const faults = now.number.trim() === '' ? [] : numberFaults(now.number);
  const text = (name: TextField, placeholder: string, most: number): React.JSX.Element => (
    <Input
      id={`${id}-${name}`}
      value={now[name]}
      maxLength={most}
      placeholder={placeholder}
      status={name === 'number' && faults.length > 0 ? 'warning' : ''}
      onChange={({ target }) => editing.typeField({ [name]: target.value })}
      onBlur={() => void editing.saveFields()}
      onPressEnter={() => void editing.saveFields()}
    />
  );
  return (
    <div className="opinion-fields">
      <label htmlFor={`${id}-number`}>{words.fields.number}</label>
      <div>
        {text('number', words.numberExample(series, defaults.date.slice(0, 4)), 100)}
        {faults.length > 0 ? (
          <p className="field-fault" role="status">
            {faults.map((fault) => words.numberFaults[fault]).join(' ')}
          </p>
        ) : null}
      </div>
      <label htmlFor={`${id}-conclusion`}>{words.fields.conclusion}</label>
      <Select
        id={`${id}-conclusion`}
        allowClear
        value={now.conclusion}
        placeholder={words.noConclusion}
        options={conclusionsFor(kind).map((value) => ({ value, label: words.conclusions[value] }))}
        onChange={(value) => editing.setFields({ conclusion: value ?? null, conclusionText: '' })}
      />
      <label htmlFor={`${id}-addressee`}>{words.fields.addressee}</label>
      {text('addressee', defaults.addressee, 200)}
      <label htmlFor={`${id}-office`}>{words.fields.office}</label>
      {text('office', defaults.office, 200)}
      <label htmlFor={`${id}-date`}>{words.fields.date}</label>
      <DateInput
        id={`${id}-date`}
        day={now.date}
        assumed={defaults.date}
        type={(date) => editing.typeField({ date })}
        done={() => void editing.saveFields()}
      />
      <span>{words.fields.parts}</span>
      <div className="opinion-parts">
        {(['body', 'table'] as const).map((part) => (
          <label key={part}>
            <Switch
              size="small"
              checked={now[part]}
              aria-label={words.fields[part]}
              onChange={(on) => editing.setFields({ [part]: on })}
            />
            {words.fields[part]}
          </label>
        ))}
      </div>
      {now.conclusion === null ? null : (
        <>
          <label htmlFor={`${id}-conclusionText`}>{words.fields.conclusionText}</label>
          <div className="span-rest">{text('conclusionText', conclusionSentence(now.conclusion, kind), 2000)}</div>
        </>
      )}
    </div>
  );
}

type DateProps = Readonly<{
  id: string;
  /** `YYYY-MM-DD`; empty until one is chosen. */
  day: string;
  assumed: string;
  type: (day: string) => void;
  done: () => void;
}>;

/** A day typed as the paper prints it. A browser's own date field follows the system's language, not the paper's. */
function DateInput({ id, day, assumed, type, done }: DateProps): React.JSX.Element {
  const { opinion } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && readDay(typed) === null;
  const finish = (): void => {
    setTyped(null);
    done();
  };
  return (
    <div>
      <Input
        id={id}
        value={typed ?? (day && printedDate(day))}
        maxLength={20}
        placeholder={printedDate(assumed)}
        status={wrong ? 'warning' : ''}
        onChange={({ target }) => {
          setTyped(target.value);
          const read = target.value.trim() === '' ? '' : readDay(target.value);
          if (read !== null) type(read);
        }}
        onBlur={finish}
        onPressEnter={finish}
      />
      {wrong ? (
        <p className="field-fault" role="status">
          {opinion.dateFault}
        </p>
      ) : null}
    </div>
  );
}
