import { useIsMutating } from '@tanstack/react-query';
import type { Session } from '../../shared/api/contract.ts';
import { formatMs, formatTime } from '../format.ts';
import { useFindings, useMatter } from '../queries.ts';
import { isSettled, progressRows, useImports } from '../register/imports.ts';
import { showsMatter } from '../route.ts';
import { useUi } from '../store.ts';
import { useLanguage, useWords } from '../useWords.ts';

/** What is true at this moment: saved when, which matter, which rules, and that nothing leaves the machine. */
export function StatusBar({ session }: Readonly<{ session: Session | undefined }>): React.JSX.Element {
  const words = useWords();
  const { status } = words.desk;
  const screen = useUi((ui) => ui.screen);
  const matter = useUi((ui) => ui.matter);
  const view = useMatter(showsMatter(screen) ? matter : null).data;
  const version = view?.state.versions.at(-1)?.id ?? null;
  const report = useFindings(view ? matter : null, version).data;
  const ruleset = report?.ruleset ?? session?.ruleset;
  const rows = progressRows(useImports());
  const settled = rows.filter((row) => isSettled(row.state)).length;
  return (
    <footer className="status-bar">
      <SavingState readOnly={session?.readOnly ?? null} />
      {!showsMatter(screen) ? null : (
        <span className="clip">
          {view ? status.matter(view.state.number, view.state.fields.unit) : status.noMatter}
        </span>
      )}
      {settled < rows.length ? <span role="status">{status.importing(settled, rows.length)}</span> : null}
      <span className="grow" />
      <button type="button" className="plain wide-only" onClick={() => useUi.setState({ keysHelp: true })}>
        {status.keys}
      </button>
      {ruleset ? (
        <span className="clip wide-only" title={ruleset.sha256}>
          {status.ruleset(ruleset.version, ruleset.rules)}
          {report ? ` · ${status.rulesMs(formatMs(report.rulesMs))}` : ''}
        </span>
      ) : null}
      <span title={status.offlineWhy}>{status.offline}</span>
    </footer>
  );
}

function SavingState({ readOnly }: Readonly<{ readOnly: string | null }>): React.JSX.Element {
  const { status } = useWords().desk;
  const language = useLanguage();
  const saving = useUi((ui) => ui.saving);
  const connected = useUi((ui) => ui.connected);
  const writing = useIsMutating({ predicate: ({ meta }) => meta?.['record'] === true }) > 0;
  if (readOnly !== null) return <State tone="bad">{language === 'zh' ? readOnly : status.failed}</State>;
  if (!connected) return <State tone="bad">{status.disconnected}</State>;
  if (writing) return <State tone="busy">{status.saving}</State>;
  switch (saving.kind) {
    case 'untouched':
      return <State tone="good">{status.untouched}</State>;
    case 'saved':
      return <State tone="good">{status.savedAt(formatTime(new Date(saving.at)))}</State>;
    case 'failed':
      return <State tone="bad">{status.failed}</State>;
  }
}

function State({
  tone,
  children,
}: Readonly<{ tone: 'good' | 'busy' | 'bad'; children: React.ReactNode }>): React.JSX.Element {
  return (
    <span className={`saving saving-${tone}`} role="status">
      <i aria-hidden="true" />
      {children}
    </span>
  );
}
