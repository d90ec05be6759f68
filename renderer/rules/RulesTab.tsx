import { Button, Input, Select, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { RuleRow } from '../../shared/api/rule-commands.ts';
import { severities } from '../../shared/rules/rule.ts';
import type { DocumentKind, Nature, Severity as Level } from '../../shared/rules/rule.ts';
import { run, useRunners } from '../commands.ts';
import { errorOf, useCommand, useDesk, useRules } from '../queries.ts';
import { useUi } from '../store.ts';
import { EmptyState, Failed, Kbd, Loading } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';
import { RuleDetail } from './RuleDetail.tsx';
import { RuleList } from './RuleList.tsx';
import { everyRule, groupCounts, passing, stepTo } from './rows.ts';
import type { Filter, Group } from './rows.ts';
import { openOwn } from './openOwn.ts';

export function RulesTab(): React.JSX.Element {
  const { desk } = useWords();
  const rules = useRules();
  if (rules.isPending) return <Loading>{desk.states.loadingRules}</Loading>;
  if (rules.isError) return <Failed error={errorOf(rules.error)} retry={() => void rules.refetch()} />;
  return <Library rows={rules.data} />;
}

function Library({ rows }: Readonly<{ rows: readonly RuleRow[] }>): React.JSX.Element {
  const { library } = useWords();
  const [filter, setFilter] = useState(everyRule);
  const selected = useUi((ui) => ui.rule);
  const switchRule = useCommand('rules.switch');
  const desk = useDesk();
  const search = useRef<InputRef>(null);
  const detail = useRef<HTMLElement>(null);
  const shown = useMemo(() => passing(rows, filter), [rows, filter]);
  const current = rows.find(({ id }) => id === selected) ?? null;
  const select = useCallback((rule: string) => useUi.setState({ rule }), []);
  const read = useCallback(() => detail.current?.focus(), []);
  const step = (by: 1 | -1): void => {
    const next = stepTo(shown, selected, by);
    if (next) select(next.id);
  };
  const pack = current?.pack ?? null;
  const edit = current && pack !== null ? () => void openOwn(desk, pack, current.id) : null;
  useRunners({
    'rule.next': shown.length > 0 ? () => step(1) : null,
    'rule.previous': shown.length > 0 ? () => step(-1) : null,
    'rule.read': current ? read : null,
    'rule.search': () => search.current?.focus({ cursor: 'all' }),
    'rule.edit': edit,
    'rule.switch': current ? () => switchRule.mutate({ rule: current.id, on: !current.on }) : null,
  });
  return (
    <div className="rule-library">
      <Groups rows={rows} filter={filter} setFilter={setFilter} />
      <section className="work">
        <Filters filter={filter} setFilter={setFilter} input={search} />
        {shown.length > 0 ? (
          <RuleList asked={JSON.stringify(filter)} rows={shown} selected={selected} select={select} read={read} />
        ) : (
          <EmptyState action={<Button onClick={() => setFilter(everyRule)}>{library.showAll}</Button>}>
            {library.none}
          </EmptyState>
        )}
        <p className="work-foot">{library.shownOf(shown.length, rows.length)}</p>
      </section>
      <RuleDetail
        ref={detail}
        row={current}
        edit={edit}
        busy={switchRule.isPending}
        turn={(on) => current && switchRule.mutate({ rule: current.id, on })}
      />
    </div>
  );
}

type FilterProps = Readonly<{ filter: Filter; setFilter: (filter: Filter) => void }>;

function Groups({ rows, filter, setFilter }: FilterProps & Readonly<{ rows: readonly RuleRow[] }>): React.JSX.Element {
  const { library, rules } = useWords();
  const groups = groupCounts(rows, filter);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const lines: readonly Readonly<{ group: Group | null; label: string; count: number }>[] = [
    { group: null, label: library.all, count: all },
    ...groups.map(({ group, count }) => ({ group, label: rules.groups[group], count })),
  ];
  return (
    <nav className="side" aria-label={library.groups}>
      <section>
        <h2>{library.groups}</h2>
        {lines.map(({ group, label, count }) => (
          <button
            key={group ?? ''}
            type="button"
            className="side-line"
            aria-current={group === filter.group ? 'true' : undefined}
            onClick={() => setFilter({ ...filter, group })}
          >
            <span className="clip" title={label}>
              {label}
            </span>
            <span className="num">{count}</span>
          </button>
        ))}
      </section>
    </nav>
  );
}

const natures: readonly Nature[] = ['drafting', 'risk', 'unlawful'];
const kinds: readonly DocumentKind[] = ['contract', 'normative', 'decision', 'enforcement', 'other'];

function Filters({ filter, setFilter, input }: FilterProps & Readonly<{ input: React.Ref<InputRef> }>) {
  const { library, desk } = useWords();
  return (
    <div className="rule-filters" role="search">
      <Input
        ref={input}
        allowClear
        value={filter.query}
        placeholder={library.filter}
        aria-label={library.filter}
        suffix={filter.query ? null : <Kbd name="/" />}
        onChange={({ target }) => setFilter({ ...filter, query: target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          if (event.key === 'Escape') setFilter({ ...filter, query: '' });
          event.currentTarget.blur();
        }}
      />
      <Choose<Level>
        any={library.anySeverity}
        values={severities}
        names={desk.severityLong}
        value={filter.severity}
        choose={(severity) => setFilter({ ...filter, severity })}
      />
      <Choose<Nature>
        any={library.anyNature}
        values={natures}
        names={desk.nature}
        value={filter.nature}
        choose={(nature) => setFilter({ ...filter, nature })}
      />
      <Choose<DocumentKind>
        any={library.anyKind}
        values={kinds}
        names={desk.kind}
        value={filter.kind}
        choose={(kind) => setFilter({ ...filter, kind })}
      />
      {(['onlyOff', 'onlyOwn'] as const).map((only) => (
        <button
          key={only}
          type="button"
          className="chip filter-chip"
          aria-pressed={filter[only]}
          onClick={() => setFilter({ ...filter, [only]: !filter[only] })}
        >
          {library[only]}
        </button>
      ))}
      <span className="grow" />
      <Button onClick={() => run('rule.write')}>
        {library.write} <span className="key-letter">N</span>
      </Button>
    </div>
  );
}

type ChooseProps<T extends string> = Readonly<{
  any: string;
  values: readonly T[];
  names: Readonly<Record<T, string>>;
  value: T | null;
  choose: (value: T | null) => void;
}>;

function Choose<T extends string>({ any, values, names, value, choose }: ChooseProps<T>): React.JSX.Element {
  return (
    <Select<string>
      value={value ?? ''}
      aria-label={any}
      popupMatchSelectWidth={false}
      options={[{ value: '', label: any }, ...values.map((one) => ({ value: one, label: names[one] }))]}
      onChange={(chosen) => choose(values.find((one) => one === chosen) ?? null)}
    />
  );
}
