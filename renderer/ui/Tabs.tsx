type Props<T extends string> = Readonly<{
  /** Distinguishes the ids of several rows of tabs on one page. */
  id: string;
  label: string;
  tabs: readonly Readonly<{ name: T; label: string; count: number | null }>[];
  tab: T;
  choose: (tab: T) => void;
}>;

/** A row of tabs; arrow keys move. The panel bears `panel-<id>-<name>` and `tab-<id>-<name>` labels it. */
export function Tabs<T extends string>({ id, label, tabs, tab, choose }: Props<T>): React.JSX.Element {
  const move = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex(({ name }) => name === tab);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.name);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${id}-${next.name}`)?.focus();
    event.preventDefault();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map(({ name, label: title, count }) => (
        <button
          key={name}
          id={`tab-${id}-${name}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={name === tab}
          aria-controls={`panel-${id}-${name}`}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
        >
          {title} {count ?? ''}
        </button>
      ))}
    </div>
  );
}
