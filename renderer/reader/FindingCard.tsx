import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../shared/rules/rule.ts';
import type { Decision } from '../../shared/review/state.ts';
import { BasisButton } from '../laws/BasisButton.tsx';
import { openRules } from '../store.ts';
import { Chip, Kbd } from '../ui/small.tsx';
import { Severity } from '../ui/Severity.tsx';
import { useWords } from '../useWords.ts';
import { AdoptForm } from './AdoptForm.tsx';
import type { Edits } from './AdoptForm.tsx';
import { DismissForm } from './DismissForm.tsx';
import type { Dismissal } from './DismissForm.tsx';

/** What is being done with the current finding. */
export type Doing = 'editing' | 'dismissing' | null;

export type CardActs = Readonly<{
  pick: (finding: Finding) => void;
  adopt: (finding: Finding, edits?: Edits) => void;
  begin: (doing: Doing) => void;
  dismiss: (finding: Finding, dismissal: Dismissal) => void;
  /** null where there is no decision to take back. */
  takeBack: (() => void) | null;
  seeOpinion: () => void;
}>;

type Props = Readonly<{
  finding: Finding;
  /** Where it stands in another file of the draft: that file's name. */
  elsewhere: string | null;
  decision: Decision | undefined;
  itemNumber: number | null;
  counterparty: string;
  current: boolean;
  doing: Doing;
  busy: boolean;
  acts: CardActs;
}>;

/** In this order: what was seen, the quote, what to do, on what law, the keys. Nothing else until asked. */
export function FindingCard(props: Props): React.JSX.Element {
  const { finding, elsewhere, decision, current, acts } = props;
  const { reader } = useWords();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const place = finding.at === null ? reader.wholeDocument : (finding.clause ?? '');
  return (
    <article
      ref={card}
      className={`card is-${finding.severity}${current ? ' is-current' : ''}${decision ? ' is-decided' : ''}`}
      data-finding={finding.fingerprint}
      data-rule={finding.rule}
      aria-current={current}
      aria-label={finding.title}
      onClick={current ? undefined : () => acts.pick(finding)}
    >
      <header>
        <button
          type="button"
          className="plain card-title"
          tabIndex={current ? 0 : -1}
          onClick={() => acts.pick(finding)}
        >
          <Severity level={finding.severity}>{finding.title}</Severity>
        </button>
        <span className="card-place">
          {elsewhere ? <span className="clip card-file">{elsewhere}</span> : null}
          {place}
        </span>
      </header>
      {decision && !(current && props.doing) ? (
        <Decided {...props} decision={decision} />
      ) : (
        <>
          <p>{finding.message}</p>
          {current && finding.quote?.trim() ? <blockquote>{finding.quote}</blockquote> : null}
          {current && finding.related.length > 0 ? (
            <p className="dim">{reader.alsoAt(finding.related.length)}</p>
          ) : null}
          {current && props.doing !== 'editing' ? <p>{finding.advice}</p> : null}
          {current && finding.grounds.length > 0 ? <Grounds finding={finding} /> : null}
          {current ? <BasisLine finding={finding} /> : <NatureChip finding={finding} />}
          {current ? <CardFoot {...props} /> : null}
        </>
      )}
    </article>
  );
}

function NatureChip({ finding }: Readonly<{ finding: Finding }>): React.JSX.Element | null {
  const { desk } = useWords();
  return finding.nature === 'unlawful' ? <Chip>{desk.nature.unlawful}</Chip> : null;
}

/** What other rules say of the same words, one quiet line each. */
function Grounds({ finding }: Readonly<{ finding: Finding }>): React.JSX.Element {
  const { reader } = useWords();
  return (
    <ul className="card-grounds" aria-label={reader.grounds}>
      {finding.grounds.map(({ rule, title, message }) => (
        <li key={`${rule} ${message}`}>
          {title} — {message}
        </li>
      ))}
    </ul>
  );
}

function BasisLine({ finding }: Readonly<{ finding: Finding }>): React.JSX.Element {
  const { desk, reader } = useWords();
  return (
    <p className="card-basis">
      <span aria-label={reader.basis}>
        {finding.basis.map((basis, at) => (
          // A law may be cited twice, with another article.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at}>
            {at > 0 ? reader.basisSeparator : ''}
            <BasisButton basis={basis} />
          </span>
        ))}
      </span>
      {' · '}
      <Chip>{desk.nature[finding.nature]}</Chip>{' '}
      <button type="button" className="plain card-rule" onClick={() => openRules('rules', finding.rule)}>
        {reader.openRule}
      </button>
    </p>
  );
}

function CardFoot({ finding, counterparty, doing, busy, acts }: Props): React.JSX.Element {
  const { reader } = useWords();
  if (doing === 'editing') {
    return (
      <AdoptForm
        finding={finding}
        busy={busy}
        adopt={(edits) => acts.adopt(finding, edits)}
        close={() => acts.begin(null)}
      />
    );
  }
  if (doing === 'dismissing') {
    return (
      <DismissForm
        counterparty={counterparty}
        busy={busy}
        dismiss={(dismissal) => acts.dismiss(finding, dismissal)}
        close={() => acts.begin(null)}
      />
    );
  }
  return (
    <footer>
      <Button size="small" type="primary" disabled={busy} aria-keyshortcuts="a" onClick={() => acts.adopt(finding)}>
        {reader.adopt} <span className="key">A</span>
      </Button>
      <Button size="small" disabled={busy} aria-keyshortcuts="e" onClick={() => acts.begin('editing')}>
        {reader.adoptEdited} <span className="key">E</span>
      </Button>
      <Button size="small" disabled={busy} aria-keyshortcuts="d" onClick={() => acts.begin('dismissing')}>
        {reader.dismiss} <span className="key">D</span>
      </Button>
      <span className="grow" />
      <Kbd name={reader.keyHint} />
    </footer>
  );
}

function Decided({
  decision,
  itemNumber,
  current,
  busy,
  acts,
}: Props & Readonly<{ decision: Decision }>): React.JSX.Element {
  const { reader } = useWords();
  return (
    <div className="card-decided">
      <p>
        {decision.kind === 'adopted'
          ? reader.adoptedAs(itemNumber ?? 0)
          : reader.dismissedFor(
              [decision.reason === 'other' ? '' : reader.reasons[decision.reason], decision.note]
                .filter(Boolean)
                .join('，'),
            )}
      </p>
      {current ? (
        <footer>
          {decision.kind === 'adopted' ? (
            <Button size="small" type="link" onClick={acts.seeOpinion}>
              {reader.seeItem}
            </Button>
          ) : null}
          {acts.takeBack ? (
            <Button size="small" disabled={busy} onClick={acts.takeBack}>
              {reader.takeBack}
            </Button>
          ) : null}
        </footer>
      ) : null}
    </div>
  );
}
