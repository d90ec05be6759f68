import { Button, InputNumber, Switch } from 'antd';
import type { RuleDetail as Detail, RuleRow } from '../../shared/api/rule-commands.ts';
import { lawInForce } from '../../shared/law/registry.ts';
import type { DismissReason } from '../../shared/review/events.ts';
import type { Basis, Example } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import { BasisButton } from '../laws/BasisButton.tsx';
import { errorOf, useCommand, useRule } from '../queries.ts';
import { Marked } from '../ui/Marked.tsx';
import { Severity } from '../ui/Severity.tsx';
import { Chip, EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{
  ref: React.Ref<HTMLElement>;
  row: RuleRow | null;
  busy: boolean;
  turn: (on: boolean) => void;
  /** null for a rule that came with the program. */
  edit: (() => void) | null;
}>;

/** One rule as a lawyer asks: why, on what law, what it marks and what not, and how right it was. */
export function RuleDetail({ ref, row, busy, turn, edit }: Props): React.JSX.Element {
  const { library, desk } = useWords();
  return (
    <aside ref={ref} className="rule-detail" tabIndex={-1} aria-label={row?.title ?? library.tabs.rules}>
      {row ? (
        <>
          <header>
            <h2>
              <Severity level={row.severity}>{row.title}</Severity>
            </h2>
            <p className="rule-facts">
              <code>{row.id}</code>
              <Chip>{desk.nature[row.nature]}</Chip>
              {row.pack === null ? null : <Chip tone="accent">{row.pack}</Chip>}
            </p>
            <p className="rule-switch">
              <Switch
                size="small"
                checked={row.on}
                loading={busy}
                aria-label={library.switchRule(row.title)}
                onChange={turn}
              />
              <span>{row.on ? library.inUse : library.off}</span>
              <span className="grow" />
              {edit ? (
                <Button size="small" onClick={edit}>
                  {library.edit} <span className="key-letter">E</span>
                </Button>
              ) : null}
            </p>
          </header>
          <Explained key={row.id} id={row.id} />
        </>
      ) : (
        <EmptyState>{library.chooseOne}</EmptyState>
      )}
    </aside>
  );
}

function Explained({ id }: Readonly<{ id: string }>): React.JSX.Element {
  const { desk, library } = useWords();
  const asked = useRule(id);
  if (asked.isPending) return <Loading>{desk.states.loading}</Loading>;
  if (asked.isError) return <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} />;
  const rule = asked.data;
  return (
    <div className="rule-parts">
      <Part title={library.why}>
        <p>{rule.why}</p>
      </Part>
      <Part title={library.basis}>
        <ul>
          {rule.basis.map((basis, at) => (
            // A law may be cited twice, with another article.
            // oxlint-disable-next-line react/no-array-index-key
            <BasisLine key={at} basis={basis} />
          ))}
        </ul>
      </Part>
      <Part title={library.advice}>
        <p>{rule.advice}</p>
      </Part>
      {rule.settings.length > 0 ? (
        <Part title={library.settings}>
          {rule.settings.map((setting) => (
            <Setting key={setting.key} setting={setting} />
          ))}
        </Part>
      ) : null}
      <Part title={library.figures} note={library.figuresNote}>
        <Figures rule={rule} />
      </Part>
      <Part title={library.hits}>
        <Examples examples={rule.hits} />
      </Part>
      <Part title={library.nearMisses}>
        <Examples examples={rule.nearMisses} />
      </Part>
      {rule.traps.length > 0 ? (
        <Part title={library.traps}>
          <ul className="rule-traps">
            {rule.traps.map((trap) => (
              <li key={trap}>{trap}</li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part title={library.appliesTo}>
        <p>{rule.kinds.map((kind) => desk.kind[kind]).join(library.listSeparator)}</p>
      </Part>
    </div>
  );
}

type PartProps = Readonly<{ title: string; note?: string; children: React.ReactNode }>;

function Part({ title, note, children }: PartProps): React.JSX.Element {
  return (
    <section>
      <h3>
        {title}
        {note ? <small>{note}</small> : null}
      </h3>
      {children}
    </section>
  );
}

function BasisLine({ basis }: Readonly<{ basis: Basis }>): React.JSX.Element {
  const { library } = useWords();
  const today = useToday();
  return (
    <li className="rule-basis">
      <BasisButton basis={basis} />
      <span className="dim">{validity(basis, today, library)}</span>
      {basis.note && basis.article !== null ? <p className="dim">{basis.note}</p> : null}
    </li>
  );
}

/** What the registry of laws says of a basis on a day. */
function validity({ law }: Basis, today: string, library: Words['library']): string {
  const status = lawInForce(law, today);
  switch (status.kind) {
    case 'in-force':
      return library.inForce(status.text?.from ?? status.statute.inForceFrom);
    case 'repealed':
      return library.repealed(status.repealed.on, status.repealed.successor);
    case 'not-yet':
      return library.notYet(status.from);
    case 'unverified':
      return library.unverified;
  }
}

function Examples({ examples }: Readonly<{ examples: readonly Example[] }>): React.JSX.Element {
  return (
    <ul className="rule-examples">
      {examples.map(({ text, quote }, at) => (
        // Examples have no identity besides their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <Marked text={text} words={quote ? [quote] : []} />
        </li>
      ))}
    </ul>
  );
}

/** A threshold of the office's own: typed, kept on leaving the field, put back to what the rule says. */
function Setting({ setting }: Readonly<{ setting: Detail['settings'][number] }>): React.JSX.Element {
  const { library } = useWords();
  const set = useCommand('rules.set');
  const { key, title, value, current } = setting;
  const keep = (typed: number): void => {
    if (Number.isFinite(typed) && typed !== current) set.mutate({ key, value: typed === value ? null : typed });
  };
  return (
    <div className="rule-setting">
      <label htmlFor={`setting-${key}`}>{title}</label>
      <InputNumber
        key={current}
        id={`setting-${key}`}
        size="small"
        defaultValue={current}
        disabled={set.isPending}
        onPressEnter={({ target }) => target instanceof HTMLElement && target.blur()}
        onBlur={({ target }) => target instanceof HTMLInputElement && target.value !== '' && keep(Number(target.value))}
      />
      <span className="dim">{library.settingDefault(String(value))}</span>
      {current === value ? null : (
        <Button size="small" type="link" disabled={set.isPending} onClick={() => set.mutate({ key, value: null })}>
          {library.reset}
        </Button>
      )}
    </div>
  );
}

function Figures({ rule }: Readonly<{ rule: Detail }>): React.JSX.Element {
  const { library, reader } = useWords();
  if (rule.shown + rule.adopted + rule.dismissed + rule.silenced === 0) return <p>{library.neverShown}</p>;
  const reasons = Object.entries(rule.reasons).toSorted(([, one], [, other]) => other - one);
  return (
    <>
      <dl className="rule-figures">
        {(['shown', 'adopted', 'dismissed', 'silenced'] as const).map((name) => (
          <div key={name}>
            <dd>{rule[name]}</dd>
            <dt>{library.figure[name]}</dt>
          </div>
        ))}
      </dl>
      {reasons.length > 0 ? (
        <p className="dim">
          {library.reasons(
            reasons
              .map(([reason, count]) => `${reader.reasons[reason as DismissReason]} ${count}`)
              .join(library.listSeparator),
          )}
        </p>
      ) : null}
    </>
  );
}
