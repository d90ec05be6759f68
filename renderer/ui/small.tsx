/** The small parts every screen uses. */
import { Button } from 'antd';
import type { ApiError } from '../../shared/api/errors.ts';
import { keyLabel } from '../commands.ts';
import { sentenceOf, useLanguage, useWords } from '../useWords.ts';

/** A key as printed on the keyboard; takes the canonical name. */
export function Kbd({ name }: Readonly<{ name: string }>): React.JSX.Element {
  return <kbd className="kbd">{keyLabel(name)}</kbd>;
}

export function Chip({
  tone = 'plain',
  children,
}: Readonly<{ tone?: 'plain' | 'accent' | 'high' | 'medium' | 'done'; children: React.ReactNode }>): React.JSX.Element {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}

/** Says why there is nothing to see, and the way on. */
export function EmptyState({
  children,
  action,
}: Readonly<{ children: React.ReactNode; action?: React.ReactNode }>): React.JSX.Element {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Loading({ children }: Readonly<{ children: React.ReactNode }>): React.JSX.Element {
  return (
    <div className="empty-state" role="status">
      <p>{children}</p>
    </div>
  );
}

/** A question that could not be answered: the host's sentence and another try. */
export function Failed({ error, retry }: Readonly<{ error: ApiError; retry: () => void }>): React.JSX.Element {
  const words = useWords();
  const language = useLanguage();
  return (
    <div className="empty-state" role="alert">
      <p>
        {words.desk.states.failed}
        {sentenceOf(error, language)}
      </p>
      <Button onClick={retry}>{words.desk.actions.retry}</Button>
    </div>
  );
}
