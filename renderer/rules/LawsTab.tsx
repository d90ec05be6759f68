import { App, Button } from 'antd';
import { useRef } from 'react';
import type { LawRow } from '../../shared/api/law-commands.ts';
import { run } from '../commands.ts';
import { useDropTaker } from '../drops.ts';
import { formatMoment } from '../format.ts';
import { isOlderText } from '../laws/status.ts';
import { importLaws, useLawImport } from '../laws/importLaws.ts';
import { errorOf, useCommand, useDesk, useLaws } from '../queries.ts';
import { chosen } from '../register/files.ts';
import { useUi } from '../store.ts';
import { popups } from '../ui/popups.ts';
import { Chip, EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useLanguage, useWords } from '../useWords.ts';

const formats = '.docx,.pdf,.txt,.md,.zip';

/** 法规库: the laws whose text is here, what the registry says of them, and how more come in. */
export function LawsTab(): React.JSX.Element {
  const { desk, laws } = useWords();
  const here = useDesk();
  const asked = useLaws();
  const running = useLawImport((state) => state.running);
  const taken = useLawImport((state) => state.taken);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null, input: HTMLInputElement): void => {
    const found = chosen(list ?? []);
    input.value = '';
    void importLaws(here, found);
  };
  useDropTaker('laws', (found) => void importLaws(here, found));
  return (
    <section className="work">
      <div className="part-head">
        <p>{laws.lead}</p>
        <Button onClick={() => run('law.search')}>{laws.search}</Button>
        <Button disabled={running !== null} onClick={() => folder.current?.click()}>
          {laws.addFolder}
        </Button>
        <Button type="primary" disabled={running !== null} onClick={() => files.current?.click()}>
          {laws.add}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept={formats}
        data-testid="law-picker"
        onChange={({ target }) => take(target.files, target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        tabIndex={-1}
        {...{ webkitdirectory: '' }}
        onChange={({ target }) => take(target.files, target)}
      />
      {running ? (
        <p className="part-note" role="status">
          {laws.adding(running.done, running.all)}
        </p>
      ) : taken > 0 ? (
        <p className="part-note" role="status">
          {laws.added(taken)}
        </p>
      ) : null}
      <Refused />
      {asked.isPending ? <Loading>{desk.states.loading}</Loading> : null}
      {asked.isError ? <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} /> : null}
      {asked.data?.length === 0 ? (
        <EmptyState action={<Button onClick={() => files.current?.click()}>{laws.add}</Button>}>
          {laws.empty}
        </EmptyState>
      ) : null}
      {asked.data && asked.data.length > 0 ? <LawTable rows={asked.data} /> : null}
    </section>
  );
}

/** What was not taken in, until it is put away. */
function Refused(): React.JSX.Element | null {
  const { laws, desk } = useWords();
  const language = useLanguage();
  const refused = useLawImport((state) => state.refused);
  if (refused.length === 0) return null;
  return (
    <div className="part-refused" role="alert">
      <header>
        <b>{laws.refused(refused.length)}</b>
        <Button size="small" onClick={() => useLawImport.setState({ refused: [] })}>
          {desk.actions.dismiss}
        </Button>
      </header>
      <ul>
        {refused.map(({ name, message, english }, at) => (
          // Two folders may hold files of one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${at} ${name}`}>{language === 'zh' ? message : english}</li>
        ))}
      </ul>
    </div>
  );
}

const tones = { 'in-force': 'done', repealed: 'high', 'not-yet': 'medium', unverified: 'plain' } as const;

function LawTable({ rows }: Readonly<{ rows: readonly LawRow[] }>): React.JSX.Element {
  const { laws, desk } = useWords();
  const { modal } = App.useApp();
  const today = useToday();
  const remove = useCommand('laws.remove');
  const ask = async ({ title, sha256 }: LawRow): Promise<void> => {
    const sure = await modal.confirm({
      title: laws.remove(title),
      okText: laws.removeAct,
      cancelText: desk.actions.cancel,
      icon: null,
      getContainer: popups,
    });
    if (sure) remove.mutate({ sha256 });
  };
  return (
    <div className="part-table">
      <table aria-label={laws.title}>
        <thead>
          <tr>
            <th>{laws.columns.title}</th>
            <th title={laws.statusWhy}>{laws.columns.status}</th>
            <th className="num">{laws.columns.articles}</th>
            <th>{laws.columns.file}</th>
            <th>{laws.columns.by}</th>
            <th aria-label={laws.removeAct} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sha256}>
              <td>
                <button
                  type="button"
                  className="plain"
                  aria-label={laws.read(row.title)}
                  onClick={() => useUi.setState({ article: { law: row.title, article: null } })}
                >
                  {row.title}
                </button>
              </td>
              <td title={laws.statusWhy}>
                <Chip tone={tones[row.status]}>{laws.status[row.status]}</Chip>{' '}
                {isOlderText(row, today) ? (
                  <span title={laws.older}>
                    <Chip tone="medium">{laws.olderChip}</Chip>
                  </span>
                ) : null}
              </td>
              <td className="num">{row.articles}</td>
              <td className="dim">{row.fileName}</td>
              <td className="dim">
                {row.by} {formatMoment(row.at, today)}
              </td>
              <td>
                <Button size="small" type="text" disabled={remove.isPending} onClick={() => void ask(row)}>
                  {laws.removeAct}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
