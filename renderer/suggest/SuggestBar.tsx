import { Button } from 'antd';
import { useWords } from '../useWords.ts';
import type { DeskStatus } from './desk.ts';

/** Says that the paper takes key strokes, and whether they are kept. */
export function SuggestBar({ status, end }: Readonly<{ status: DeskStatus; end: () => void }>): React.JSX.Element {
  const { suggest } = useWords();
  return (
    <div className="suggest-bar">
      <span>{suggest.mode}</span>
      <span className="suggest-keys">{suggest.modeKeys}</span>
      <span role="status" className={`suggest-status is-${status}`}>
        {suggest.status[status]}
      </span>
      <Button size="small" onClick={end}>
        {suggest.end}
      </Button>
    </div>
  );
}
