import { useWords } from '../useWords.ts';

const names = ['findings', 'comments', 'items', 'facts'] as const;
export type TabName = (typeof names)[number];

type Props = Readonly<{
  tab: TabName;
  choose: (tab: TabName) => void;
  counts: Readonly<Record<TabName, number | null>>;
}>;

export function Tabs({ tab, choose, counts }: Props): React.JSX.Element {
  const { reader } = useWords();
  const move = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = names[(names.indexOf(tab) + step + names.length) % names.length];
    if (!next) return;
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <div className="tabs" role="tablist" aria-label={reader.panel} onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={name === tab}
          aria-controls={`panel-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
        >
          {reader.tabs[name]} {counts[name] ?? ''}
        </button>
      ))}
    </div>
  );
}
