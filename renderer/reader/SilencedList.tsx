import { Button } from 'antd';
import { dayOf } from '../format.ts';
import { Severity } from '../ui/Severity.tsx';
import { useWords } from '../useWords.ts';
import type { SilencedFinding } from './findings.ts';

type Props = Readonly<{
  silenced: readonly SilencedFinding[];
  busy: boolean;
  see: (silenced: SilencedFinding['finding']) => void;
  showAgain: (silenced: SilencedFinding['finding']) => void;
}>;

/** Findings that dismissals elsewhere keep quiet: by whom, when, why, and how to hear them again. */
export function SilencedList({ silenced, busy, see, showAgain }: Props): React.JSX.Element {
  const { reader } = useWords();
  return (
    <ul className="cards" aria-label={reader.silencedList}>
      {silenced.map(({ finding, by }) => {
        const reason = [by.reason === 'other' ? '' : reader.reasons[by.reason], by.note].filter(Boolean).join('，');
        const scope = [
          reader.silencedScope[by.scope],
          ...(by.until === null ? [] : [reader.silencedUntil(by.until)]),
        ].join('，');
        return (
          <li key={finding.fingerprint}>
            <article
              className={`card is-${finding.severity} is-decided`}
              data-finding={finding.fingerprint}
              data-rule={finding.rule}
              aria-label={finding.title}
              onClick={() => see(finding)}
            >
              <header>
                <button type="button" className="plain card-title" onClick={() => see(finding)}>
                  <Severity level={finding.severity}>{finding.title}</Severity>
                </button>
                <span className="card-place">
                  {finding.at === null ? reader.wholeDocument : (finding.clause ?? '')}
                </span>
              </header>
              <p>{finding.message}</p>
              <div className="card-decided">
                <p className="dim">
                  {reader.silencedBy(by.by, dayOf(new Date(by.at)), reason)}
                  <br />
                  {scope}
                </p>
                <footer>
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={(event) => {
                      event.stopPropagation();
                      showAgain(finding);
                    }}
                  >
                    {reader.showAgain}
                  </Button>
                </footer>
              </div>
            </article>
          </li>
        );
      })}
    </ul>
  );
}
