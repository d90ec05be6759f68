import { Button } from 'antd';
import { useMemo } from 'react';
import { clauseCitation } from '../../shared/document/clauses/citation.ts';
import type { Document, Range, Span } from '../../shared/document/model.ts';
import type { Suggestion } from '../../shared/document/suggestion.ts';
import type { Judged } from '../../shared/review/state.ts';
import { formatMoment } from '../format.ts';
import { Chip, EmptyState } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';
import { sourceRows, suggestionRows } from './changes.ts';

type Props = Readonly<{
  document: Document | undefined;
  suggestions: readonly Suggestion[];
  /** Verdicts on the changes of the file shown. */
  judged: readonly Judged[];
  go: (range: Range) => void;
  withdraw: (suggestion: Suggestion) => void;
  judge: (change: number, verdict: Judged['verdict'] | null) => void;
}>;

/** What reviewers would change, and what others changed before them. */
export function ChangesTab({ document, suggestions, judged, go, withdraw, judge }: Props): React.JSX.Element {
  const { suggest } = useWords();
  const today = useToday();
  const rows = useMemo(() => (document ? suggestionRows(document, suggestions) : []), [document, suggestions]);
  const brought = useMemo(() => (document ? sourceRows(document) : []), [document]);
  const clauseOf = (span: Span): string => (document && clauseCitation(document, span)) ?? '';
  const tell = useTell();
  return (
    <div className="cards">
      {rows.length === 0 ? <EmptyState>{suggest.none}</EmptyState> : null}
      <ul aria-label={suggest.list}>
        {rows.map(({ suggestion, span, before, after }) => {
          const what = tell(suggestion.kind === 'join' ? null : { before, after });
          return (
            <li key={suggestion.id} className="change">
              <article className="card" data-suggestion={suggestion.id}>
                <header>
                  <span>{clauseOf(span)}</span>
                  <span className="card-place">
                    {suggestion.author} · {formatMoment(suggestion.at, today)}
                  </span>
                </header>
                <button
                  type="button"
                  className="plain change-text"
                  aria-label={suggest.go(what)}
                  onClick={() => go([span])}
                  onKeyDown={(event) => {
                    if (event.key !== 'Delete') return;
                    event.preventDefault();
                    withdraw(suggestion);
                  }}
                >
                  <Change before={before} after={after} />
                  {suggestion.kind === 'join' ? ` ${suggest.joined}` : null}
                </button>
                <footer>
                  <Button
                    size="small"
                    type="text"
                    aria-label={suggest.withdrawNamed(what)}
                    onClick={() => withdraw(suggestion)}
                  >
                    {suggest.withdraw}
                  </Button>
                </footer>
              </article>
            </li>
          );
        })}
      </ul>
      {brought.length > 0 ? <h3>{suggest.sourceList}</h3> : null}
      <ul aria-label={suggest.sourceList}>
        {brought.map(({ at, change, text, span }) => {
          const verdict = judged.find((one) => one.change === at) ?? null;
          const kind = suggest.sourceKind[change.kind];
          const gone = change.kind === 'delete' || change.kind === 'move-from';
          const what = `${kind} ${clipped(text)}`;
          return (
            <li key={at} className="change">
              <article className="card card-brought" data-change={at}>
                <header>
                  <Chip>{kind}</Chip>
                  <span>{change.author === '' ? suggest.unknownAuthor : change.author}</span>
                  <span className="card-place">
                    {span ? clauseOf(span) : ''} {change.date?.slice(0, 10) ?? ''}
                  </span>
                </header>
                {span ? (
                  <button
                    type="button"
                    className="plain change-text"
                    aria-label={suggest.go(what)}
                    onClick={() => go([span])}
                  >
                    <Change before={gone ? text : ''} after={gone ? '' : text} />
                  </button>
                ) : null}
                <footer>
                  {verdict ? (
                    <>
                      <Chip tone={verdict.verdict === 'agreed' ? 'done' : 'high'}>
                        {suggest.verdict[verdict.verdict]}
                      </Chip>
                      <span className="card-place">
                        {suggest.judgedBy(verdict.by, formatMoment(verdict.at, today))}
                      </span>
                      <Button size="small" type="text" onClick={() => judge(at, null)}>
                        {suggest.takeBack}
                      </Button>
                    </>
                  ) : (
                    <>
                      <Button
                        size="small"
                        type="text"
                        aria-label={suggest.agreeNamed(what)}
                        onClick={() => judge(at, 'agreed')}
                      >
                        {suggest.agree}
                      </Button>
                      <Button
                        size="small"
                        type="text"
                        aria-label={suggest.rejectNamed(what)}
                        onClick={() => judge(at, 'rejected')}
                      >
                        {suggest.reject}
                      </Button>
                    </>
                  )}
                </footer>
              </article>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Change({ before, after }: Readonly<{ before: string; after: string }>): React.JSX.Element {
  return (
    <>
      {before === '' ? null : <del>{clipped(before)}</del>}
      {before !== '' && after !== '' ? ' → ' : null}
      {after === '' ? null : <ins>{clipped(after)}</ins>}
    </>
  );
}

/** A change as one phrase, for screen readers and names of buttons; null is a joined paragraph. */
function useTell(): (change: Readonly<{ before: string; after: string }> | null) => string {
  const { suggest } = useWords();
  const readable = (text: string): string =>
    clipped(text).replaceAll('\uFFFC', suggest.object).replaceAll('¶', suggest.mark);
  return (change) => {
    if (!change) return suggest.joined;
    const { before, after } = change;
    if (before === '') return suggest.inserted(readable(after));
    return after === '' ? suggest.removed(readable(before)) : suggest.replaced(readable(before), readable(after));
  };
}

/** Characters of a change that the list shows. */
const most = 120;

function clipped(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
