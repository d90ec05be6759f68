type Props<T extends string> = Readonly<{
  label: string;
  options: readonly Readonly<{ value: T; label: string }>[];
  value: T | null;
  choose: (value: T) => void;
}>;

/** A row of chips of which one is chosen; arrow keys move, as in any radio group. */
export function Choice<T extends string>({ label, options, value, choose }: Props<T>): React.JSX.Element {
  const chosen = options.findIndex((option) => option.value === value);
  const move = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
    if (!event.key.startsWith('Arrow')) return;
    const next = (Math.max(chosen, 0) + step + options.length) % options.length;
    const option = options[next];
    if (!option) return;
    choose(option.value);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
    event.preventDefault();
  };
  return (
    <div className="choice" role="radiogroup" aria-label={label} onKeyDown={move}>
      {options.map((option, at) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
          className="choice-chip"
          onClick={() => choose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
