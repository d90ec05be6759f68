import { Button } from 'antd';
import type { SuppressionRow } from '../../shared/api/rule-commands.ts';
import { dayOf } from '../format.ts';
import { errorOf, useCommand, useRules, useSuppressions } from '../queries.ts';
import { openMatter, openRules } from '../store.ts';
import { Chip, EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

/** 静默: dismissals that reach further than their place, and whether they still silence anything. */
export function SilencedTab(): React.JSX.Element {
  const { desk, library } = useWords();
  const asked = useSuppressions();
  if (asked.isPending) return <Loading>{desk.states.loading}</Loading>;
  if (asked.isError) return <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} />;
  if (asked.data.length === 0) return <EmptyState>{library.silenced.empty}</EmptyState>;
  return (
    <section className="work">
      <div className="part-head">
        <p>{library.silenced.lead}</p>
      </div>
      <Table rows={asked.data} />
    </section>
  );
}

function Table({ rows }: Readonly<{ rows: readonly SuppressionRow[] }>): React.JSX.Element {
  const { library, reader } = useWords();
  const { silenced } = library;
  const rules = useRules().data ?? [];
  const reopen = useCommand('finding.reopen');
  const titleOf = (rule: string): string => rules.find(({ id }) => id === rule)?.title ?? rule;
  return (
    <div className="part-table">
      <table aria-label={library.tabs.silenced}>
        <thead>
          <tr>
            {(['rule', 'scope', 'reason', 'by', 'until'] as const).map((column) => (
              <th key={column}>{silenced.columns[column]}</th>
            ))}
            <th className="num">{silenced.columns.silences}</th>
            <th aria-label={silenced.takeBack} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.matter} ${row.finding}`} className={row.expired ? 'is-over' : undefined}>
              <td>
                <button type="button" className="plain" onClick={() => openRules('rules', row.rule)}>
                  {titleOf(row.rule)}
                </button>
              </td>
              <td>
                <button
                  type="button"
                  className="plain part-link"
                  aria-label={silenced.open(row.title)}
                  title={row.title}
                  onClick={() => openMatter(row.matter)}
                >
                  {row.scope === 'matter'
                    ? silenced.scope.matter(row.number)
                    : silenced.scope.counterparty(row.counterparty)}
                </button>
              </td>
              <td>{[row.reason === 'other' ? '' : reader.reasons[row.reason], row.note].filter(Boolean).join('，')}</td>
              <td className="dim">
                {row.by} {dayOf(new Date(row.at))}
              </td>
              <td>
                {row.until ?? <span className="dim">{silenced.forGood}</span>}{' '}
                {row.expired ? <Chip tone="medium">{silenced.expired}</Chip> : null}
              </td>
              <td className="num">
                {row.silences === 0 ? <Chip tone="medium">{silenced.unused}</Chip> : row.silences}
              </td>
              <td className="num">
                <Button
                  size="small"
                  type="text"
                  title={silenced.takeBackWhy}
                  disabled={reopen.isPending}
                  onClick={() => reopen.mutate({ matter: row.matter, finding: row.finding })}
                >
                  {silenced.takeBack}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
