import { type View, views } from '../../shared/document/projections.ts';
import { Choice } from '../ui/Choice.tsx';
import { useWords } from '../useWords.ts';

/** 原文, 修订, 终稿: how the tracked changes that came in the file are shown. */
export function ViewBar({ view, setView }: Readonly<{ view: View; setView: (view: View) => void }>): React.JSX.Element {
  const { reader } = useWords();
  return (
    <div className="view-bar">
      <Choice
        label={reader.viewName}
        options={views.map((value) => ({ value, label: reader.views[value] }))}
        value={view}
        choose={setView}
      />
    </div>
  );
}
