import { Button, Input, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MatterRow } from '../../shared/api/contract.ts';
import { run, useRunners } from '../commands.ts';
import { formatAmount } from '../format.ts';
import { errorOf, useRegister } from '../queries.ts';
import { openMatter, useUi } from '../store.ts';
import { EmptyState, Failed, Kbd, Loading } from '../ui/small.tsx';
import { glyphs } from '../ui/Severity.tsx';
import { useToday } from '../useToday.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { Progress } from './Progress.tsx';
import './register.css';
import './imports.css';
import {
  figuresOf,
  firstOrder,
  inView,
  nextOrder,
  passes,
  sortRows,
  stepFrom,
  viewKey,
  type Filter,
  type View,
} from './rows.ts';
import { Table } from './Table.tsx';
import { Views, ViewSelect } from './Views.tsx';

export function RegisterScreen(): React.JSX.Element {
  const words = useWords();
  const register = useRegister();
  if (register.isPending) return <Loading>{words.desk.states.loadingRegister}</Loading>;
  if (register.isError) return <Failed error={errorOf(register.error)} retry={() => void register.refetch()} />;
  return <Register rows={register.data} />;
}

const noFilter: Filter = { query: '', onlyHigh: false };

function Register({ rows }: Readonly<{ rows: readonly MatterRow[] }>): React.JSX.Element {
  const [view, setView] = useState<View>({ kind: 'active' });
  const [filter, setFilter] = useState(noFilter);
  const [order, setOrder] = useState(firstOrder);
  const selected = useUi((ui) => ui.matter);
  const search = useRef<InputRef>(null);
  const shown = useMemo(
    () =>
      sortRows(
        rows.filter((row) => inView(row, view) && passes(row, filter)),
        order,
      ),
    [rows, view, filter, order],
  );
  const current = shown.find(({ id }) => id === selected) ?? null;
  const select = useCallback((matter: string | null) => useUi.setState({ matter }), []);
  const open = useCallback((matter: string) => openMatter(matter), []);
  const step = (by: 1 | -1): void => select(stepFrom(shown, selected, by)?.id ?? null);
  useRunners({
    'register.next': shown.length > 0 ? () => step(1) : null,
    'register.previous': shown.length > 0 ? () => step(-1) : null,
    'register.open': current ? () => open(current.id) : null,
    'register.opinion': current ? () => openMatter(current.id, 'opinion') : null,
    'register.search': () => search.current?.focus({ cursor: 'all' }),
  });
  return (
    <div className="register">
      <Views rows={rows} view={view} choose={setView} />
      <section className="work">
        <div className="work-head">
          <ViewSelect rows={rows} view={view} choose={setView} />
          {rows.length > 0 ? <FigureCards rows={shown} /> : null}
          <span className="grow" />
          <div className="work-tools">
            <FilterBox filter={filter} setFilter={setFilter} input={search} />
            <Button onClick={() => run('register.paste')}>
              <Label command="register.paste" />
            </Button>
            <Button type="primary" onClick={() => run('register.import')}>
              <Label command="register.import" />
            </Button>
          </div>
        </div>
        {shown.length > 0 ? (
          <Table
            asked={[viewKey(view), order.column, order.descending, filter.query, filter.onlyHigh].join('/')}
            rows={shown}
            selected={selected}
            order={order}
            sort={(column) => setOrder(nextOrder(order, column))}
            select={select}
            open={open}
          />
        ) : (
          <Nothing
            any={rows.length > 0}
            showAll={() => {
              setView({ kind: 'all' });
              setFilter(noFilter);
            }}
          />
        )}
        <Foot rows={rows} shown={shown.length} />
        <Progress rows={rows} />
      </section>
    </div>
  );
}

function Label({ command }: Readonly<{ command: 'register.paste' | 'register.import' }>): React.JSX.Element {
  const { register } = useWords();
  return (
    <>
      {command === 'register.paste' ? register.paste : register.import}
      <span className="key-letter">{command === 'register.paste' ? 'P' : 'N'}</span>
    </>
  );
}

/** Sums over exactly the rows below. */
function FigureCards({ rows }: Readonly<{ rows: readonly MatterRow[] }>): React.JSX.Element {
  const { figures: names } = useWords().register;
  const language = useLanguage();
  const figures = figuresOf(rows, useToday());
  return (
    <dl className="figures">
      {(['matters', 'today', 'open', 'high'] as const).map((name) => (
        <div key={name} className={name === 'high' && figures.high > 0 ? 'is-high' : undefined}>
          <dd>{figures[name]}</dd>
          <dt>{names[name]}</dt>
        </div>
      ))}
      <div>
        <dd>{formatAmount(figures.amountFen, language)}</dd>
        <dt>{names.amount}</dt>
      </div>
    </dl>
  );
}

type FilterProps = Readonly<{
  filter: Filter;
  setFilter: (filter: Filter) => void;
  input: React.Ref<InputRef>;
}>;

function FilterBox({ filter, setFilter, input }: FilterProps): React.JSX.Element {
  const { register } = useWords();
  return (
    <div className="filter" role="search">
      <Input
        ref={input}
        allowClear
        value={filter.query}
        placeholder={register.filter}
        aria-label={register.filter}
        suffix={filter.query ? null : <Kbd name="/" />}
        onChange={({ target }) => setFilter({ ...filter, query: target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          if (event.key === 'Escape') setFilter({ ...filter, query: '' });
          event.currentTarget.blur();
        }}
      />
      <Button
        className="only-high"
        aria-pressed={filter.onlyHigh}
        title={register.onlyHigh}
        aria-label={register.onlyHigh}
        onClick={() => setFilter({ ...filter, onlyHigh: !filter.onlyHigh })}
      >
        {glyphs.high}
      </Button>
    </div>
  );
}

function Nothing({ any, showAll }: Readonly<{ any: boolean; showAll: () => void }>): React.JSX.Element {
  const { register } = useWords();
  return any ? (
    <EmptyState action={<Button onClick={showAll}>{register.showAll}</Button>}>{register.emptyView}</EmptyState>
  ) : (
    <EmptyState
      action={
        <Button type="primary" onClick={() => run('register.import')}>
          {register.chooseFiles}
        </Button>
      }
    >
      {register.empty}
    </EmptyState>
  );
}

function Foot({ rows, shown }: Readonly<{ rows: readonly MatterRow[]; shown: number }>): React.JSX.Element | null {
  const { register } = useWords();
  if (rows.length === 0) return null;
  const onlySample = rows.every(({ sample }) => sample);
  return <p className="work-foot">{onlySample ? register.onlySample : register.count(shown, rows.length)}</p>;
}
