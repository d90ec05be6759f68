import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { MatterRow } from '../../shared/api/contract.ts';
import { useCommand } from '../queries.ts';
import { openMatter, useUi } from '../store.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { dismissRows, isSettled, progressRows, useImports, type ProgressRow } from './imports.ts';
import { cancelUpload } from './startImport.ts';

/** One line a file on its way in. Errors stay until they are dismissed. */
export function Progress({ rows: matters }: Readonly<{ rows: readonly MatterRow[] }>): React.JSX.Element | null {
  const { register } = useWords();
  const arrivals = progressRows(useImports());
  /* The sample comes with the program: its arrival is no news. */
  const rows = arrivals.filter(
    ({ state, matter }) => state !== 'done' || !matters.some(({ id, sample }) => sample && id === matter),
  );
  const cancelJob = useCommand('import.cancel');
  useSelectArrivals(arrivals);
  if (rows.length === 0) return null;
  const settled = rows.filter(({ state }) => isSettled(state));
  const finished = settled.filter(({ state }) => state === 'done' || state === 'cancelled');
  const open = rows.filter(({ cancel }) => cancel !== null);
  const cancel = (row: ProgressRow): void => {
    if (row.cancel?.kind === 'upload') cancelUpload(row.cancel);
    if (row.cancel?.kind === 'job') cancelJob.mutate({ job: row.cancel.job, row: row.cancel.at });
  };
  return (
    <section className="imports" aria-label={register.importing.title}>
      {rows.length > 1 ? (
        <header>
          <b>
            {register.importing.title} {settled.length} / {rows.length}
          </b>
          <span className="grow" />
          {open.length > 1 ? (
            <Button size="small" onClick={() => open.forEach(cancel)}>
              {register.importing.cancelAll}
            </Button>
          ) : null}
          {finished.length > 0 ? (
            <Button size="small" onClick={() => dismissRows(finished.map(({ key }) => key))}>
              {register.importing.clear}
            </Button>
          ) : null}
        </header>
      ) : null}
      <ul>
        {rows.map((row) => (
          <Line key={row.key} row={row} matters={matters} cancel={() => cancel(row)} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = Readonly<{ row: ProgressRow; matters: readonly MatterRow[]; cancel: () => void }>;

const steps: Readonly<Partial<Record<ProgressRow['state'], number>>> = {
  uploading: 10,
  waiting: 25,
  reading: 50,
  checking: 80,
};

function Line({ row, matters, cancel }: LineProps): React.JSX.Element {
  const { register, desk } = useWords();
  const step = steps[row.state];
  return (
    <li className={`import-row import-${row.state}`}>
      <b>{register.importing.states[row.state]}</b>
      <span className="import-text" role={row.state === 'failed' ? 'alert' : undefined}>
        <Sentence row={row} matters={matters} />
      </span>
      {step === undefined ? null : (
        <progress max={100} value={step} aria-label={`${row.name}: ${register.importing.states[row.state]}`} />
      )}
      {row.cancel ? (
        <Button size="small" onClick={cancel}>
          {desk.actions.cancel}
        </Button>
      ) : null}
      {row.matter === null ? null : (
        <Button
          size="small"
          type={row.state === 'done' ? 'primary' : 'default'}
          onClick={() => openMatter(row.matter ?? '')}
        >
          {desk.actions.open}
        </Button>
      )}
      {isSettled(row.state) ? (
        <Button size="small" onClick={() => dismissRows([row.key])}>
          {desk.actions.dismiss}
        </Button>
      ) : null}
    </li>
  );
}

function Sentence({ row, matters }: Pick<LineProps, 'row' | 'matters'>): React.ReactNode {
  const { register } = useWords();
  const language = useLanguage();
  const own = language === 'zh' ? row.zh : row.en;
  if (row.state === 'failed' && own?.includes(row.name)) return own;
  if (row.state === 'failed') {
    return (
      <>
        {row.name}
        <span>{own}</span>
      </>
    );
  }
  if (row.state !== 'duplicate') return row.name;
  const held = matters.find(({ id }) => id === row.matter);
  return (
    <>
      {row.name}
      <span className="dim">
        {held ? register.importing.duplicate(held.number, held.title) : register.importing.duplicateUnknown}
      </span>
    </>
  );
}

/** What has just been received is what one wants to open next. */
function useSelectArrivals(rows: readonly ProgressRow[]): void {
  const seen = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const done = rows.filter(({ state, matter }) => state === 'done' && matter !== null);
    const fresh = done.findLast(({ key }) => seen.current !== null && !seen.current.has(key));
    if (fresh) useUi.setState({ matter: fresh.matter });
    seen.current = new Set(done.map(({ key }) => key));
  });
}
