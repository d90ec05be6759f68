import { Select } from 'antd';
import type { MatterRow } from '../../shared/api/contract.ts';
import { useWords } from '../useWords.ts';
import { counted, inView, stageViews, viewKey, type View } from './rows.ts';

type Props = Readonly<{ rows: readonly MatterRow[]; view: View; choose: (view: View) => void }>;
type Choice = Readonly<{ view: View; label: string; count: number }>;
type Group = Readonly<{ title: string; choices: readonly Choice[] }>;

function useGroups(rows: readonly MatterRow[]): readonly Group[] {
  const { register, desk } = useWords();
  return [
    {
      title: register.views,
      choices: stageViews.map((kind) => ({
        view: { kind },
        label: register.view[kind],
        count: rows.filter((row) => inView(row, { kind })).length,
      })),
    },
    {
      title: register.kinds,
      choices: counted(rows, (row) => row.kind).map(({ value, count }) => ({
        view: { kind: 'documentKind', value },
        label: desk.kind[value],
        count,
      })),
    },
    {
      title: register.units,
      choices: counted(rows, (row) => row.unit).map(({ value, count }) => ({
        view: { kind: 'unit', value },
        label: value || register.noUnit,
        count,
      })),
    },
  ];
}

/** The left column: ready views with their true counts. */
export function Views({ rows, view, choose }: Props): React.JSX.Element {
  const { register } = useWords();
  const groups = useGroups(rows);
  return (
    <nav className="side" aria-label={register.views}>
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ title, choices }) => (
          <section key={title}>
            <h2>{title}</h2>
            {choices.map((choice) => (
              <button
                key={viewKey(choice.view)}
                type="button"
                className="side-line"
                aria-current={viewKey(choice.view) === viewKey(view) ? 'true' : undefined}
                onClick={() => choose(choice.view)}
              >
                <span className="clip" title={choice.label}>
                  {choice.label}
                </span>
                <span className="num">{choice.count}</span>
              </button>
            ))}
          </section>
        ))}
    </nav>
  );
}

/** The same views where the window is too narrow for a column. */
export function ViewSelect({ rows, view, choose }: Props): React.JSX.Element {
  const { register } = useWords();
  const groups = useGroups(rows);
  const choices = groups.flatMap((group) => group.choices);
  return (
    <Select
      className="view-select"
      aria-label={register.views}
      value={viewKey(view)}
      popupMatchSelectWidth={220}
      options={groups.map((group) => ({
        label: group.title,
        options: group.choices.map((choice) => ({
          value: viewKey(choice.view),
          label: `${choice.label} ${choice.count}`,
        })),
      }))}
      onChange={(key) => {
        const choice = choices.find((one) => viewKey(one.view) === key);
        if (choice) choose(choice.view);
      }}
    />
  );
}
