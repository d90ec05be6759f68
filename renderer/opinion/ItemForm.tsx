import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useId } from 'react';
import type { OpinionItem } from '../../shared/review/events.ts';
import { severities } from '../../shared/rules/rule.ts';
import { glyphs } from '../ui/Severity.tsx';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  item: OpinionItem;
  type: (item: OpinionItem) => void;
  save: () => void;
  cancel: () => void;
}>;

/** An item in writing: Ctrl+Enter records it, Escape leaves it as it was. The preview follows every key. */
export function ItemForm({ item, type, save, cancel }: Props): React.JSX.Element {
  const { opinion, desk } = useWords();
  const { form } = opinion;
  const id = useId();
  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const done = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!done && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (done) save();
    else cancel();
  };
  const area = (name: 'problem' | 'advice', auto: boolean): React.JSX.Element => (
    <>
      <label htmlFor={`${id}-${name}`}>{form[name]}</label>
      <Input.TextArea
        id={`${id}-${name}`}
        autoFocus={auto}
        rows={1}
        maxLength={20_000}
        value={item[name]}
        status={name === 'problem' && item.problem.trim() === '' ? 'warning' : ''}
        placeholder={name === 'problem' ? form.problemMissing : ''}
        onChange={({ target }) => type({ ...item, [name]: target.value })}
      />
    </>
  );
  return (
    <form
      className="item-form"
      aria-label={form.title}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <span>{form.severity}</span>
      <div className="item-form-line">
        <Segmented
          size="small"
          value={item.severity}
          aria-label={form.severity}
          options={severities.map((value) => ({
            value,
            label: <span className={`severity is-${value}`}>{`${glyphs[value]} ${desk.severity[value]}`}</span>,
          }))}
          onChange={(severity) => type({ ...item, severity })}
        />
        <Segmented
          size="small"
          value={item.weight}
          aria-label={form.weight}
          options={(['must', 'should'] as const).map((value) => ({ value, label: desk.weight[value] }))}
          onChange={(weight) => type({ ...item, weight })}
        />
      </div>
      {area('problem', true)}
      {area('advice', false)}
      <label htmlFor={`${id}-clause`}>{form.clause}</label>
      <Input
        id={`${id}-clause`}
        value={item.clause ?? ''}
        maxLength={200}
        placeholder={opinion.item.whole}
        onChange={({ target }) => type({ ...item, clause: target.value })}
      />
      <label htmlFor={`${id}-quote`}>{form.quote}</label>
      <Input.TextArea
        id={`${id}-quote`}
        className="quote-area"
        rows={1}
        maxLength={20_000}
        value={item.quote ?? ''}
        onChange={({ target }) => type({ ...item, quote: target.value })}
      />
      <span>{form.basis}</span>
      <BasisRows basis={item.basis} change={(basis) => type({ ...item, basis })} />
      <span />
      <div className="item-form-line">
        <Button type="primary" htmlType="submit">
          {desk.actions.save} <span className="key-letter">Ctrl Enter</span>
        </Button>
        <Button onClick={cancel}>
          {desk.actions.cancel} <span className="key-letter">Esc</span>
        </Button>
      </div>
    </form>
  );
}

type Basis = OpinionItem['basis'];

function BasisRows({ basis, change }: Readonly<{ basis: Basis; change: (basis: Basis) => void }>): React.JSX.Element {
  const { form } = useWords().opinion;
  const set = (at: number, part: Readonly<{ law?: string; article?: string }>): void =>
    change(basis.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className="basis-rows">
      {basis.map((one, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no identity but their place
        <div key={at} className="item-form-line">
          <Input
            value={one.law}
            maxLength={200}
            placeholder={form.law}
            aria-label={form.law}
            onChange={({ target }) => set(at, { law: target.value })}
          />
          <Input
            className="article-input"
            value={one.article ?? ''}
            maxLength={40}
            prefix="第"
            suffix="条"
            title={form.articleHint}
            aria-label={`${form.article} (${form.articleHint})`}
            onChange={({ target }) => set(at, { article: target.value })}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={form.removeBasis}
            title={form.removeBasis}
            onClick={() => change(basis.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => change([...basis, { law: '', article: null }])}>
        {form.addBasis}
      </Button>
    </div>
  );
}
