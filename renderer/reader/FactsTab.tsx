import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Range } from '../../shared/document/model.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { MatterFields } from '../../shared/review/events.ts';
import { contractKinds, normativeForms } from '../../shared/rules/rule.ts';
import type { DocumentKind, Stance, SubKind } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import { useWords } from '../useWords.ts';
import { factGroups } from './facts-list.ts';
import type { FactGroup } from './facts-list.ts';

type Props = Readonly<{
  fields: MatterFields;
  revise: (fields: Partial<MatterFields>) => void;
  busy: boolean;
  facts: Facts | undefined;
  failed: boolean;
  go: (range: Range) => void;
}>;

/** The sub-kinds that a kind of document has; none for most. */
function subKindsOf(kind: DocumentKind): readonly SubKind[] {
  if (kind === 'contract') return contractKinds;
  return kind === 'normative' ? normativeForms : [];
}

/** What the document says, as the machine read it, and what it takes the document to be. */
export function FactsTab({ fields, revise, busy, facts, failed, go }: Props): React.JSX.Element {
  const { reader, desk } = useWords();
  const ofKind = subKindsOf(fields.kind);
  const payer = fields.publicPayer === null ? 'unknown' : fields.publicPayer ? 'yes' : 'no';
  return (
    <div className="cards facts">
      <div className="fields">
        <Field label={reader.kindTitle}>
          <Select<DocumentKind>
            size="small"
            value={fields.kind}
            disabled={busy}
            aria-label={reader.kindTitle}
            options={options(desk.kind)}
            onChange={(kind) => revise({ kind })}
          />
        </Field>
        {ofKind.length > 0 ? (
          <Field label={reader.subKindTitle}>
            <Select<SubKind>
              size="small"
              value={fields.subKind}
              disabled={busy}
              aria-label={reader.subKindTitle}
              options={[
                ...ofKind.map((value) => ({ value, label: desk.subKind[value] })),
                { value: 'unknown', label: reader.subKindUnknown },
              ]}
              onChange={(subKind) => revise({ subKind })}
            />
          </Field>
        ) : null}
        <Field label={reader.stanceTitle}>
          <Select<Stance>
            size="small"
            value={fields.stance}
            disabled={busy}
            aria-label={reader.stanceTitle}
            options={options(desk.stance)}
            onChange={(stance) => revise({ stance })}
          />
        </Field>
        <Field label={reader.payerTitle}>
          <Select<'yes' | 'no' | 'unknown'>
            size="small"
            value={payer}
            disabled={busy}
            aria-label={reader.payerTitle}
            options={options(reader.payer)}
            onChange={(value) => revise({ publicPayer: value === 'unknown' ? null : value === 'yes' })}
          />
        </Field>
        <p className="dim" role="status">
          {busy ? reader.reviewing : reader.asOf(fields.asOf)}
        </p>
        <p className="dim">{reader.kindWhy}</p>
      </div>
      {failed ? <p className="dim">{reader.factsFailed}</p> : null}
      {facts ? (
        factGroups(facts, reader).map((group) => <Group key={group.name} group={group} words={reader} go={go} />)
      ) : failed ? null : (
        <p className="dim" role="status">
          {reader.factsLoading}
        </p>
      )}
    </div>
  );
}

function options<T extends string>(names: Readonly<Record<T, string>>): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));
}

function Field({ label, children }: Readonly<{ label: string; children: React.ReactNode }>): React.JSX.Element {
  return (
    <div className="field">
      <span>{label}</span>
      {children}
    </div>
  );
}

/** Lines shown of a group before one asks for the rest. */
const fewLines = 8;

function Group({
  group,
  words,
  go,
}: Readonly<{ group: FactGroup; words: Words['reader']; go: (range: Range) => void }>): React.JSX.Element {
  const [all, setAll] = useState(false);
  const lines = all ? group.lines : group.lines.slice(0, fewLines);
  return (
    <section aria-label={words.facts[group.name]}>
      <h3>
        {words.facts[group.name]} <span className="dim">{group.lines.length}</span>
      </h3>
      {group.lines.length === 0 ? <p className="dim">{words.noFacts}</p> : null}
      <ul>
        {lines.map((line) => (
          <li key={`${line.at.block}/${line.at.from}/${line.text}`}>
            <button type="button" className="plain fact" onClick={() => go([line.at])}>
              <span className="fact-text">{line.text}</span>
              {line.warning === null ? null : <span className="fact-warning">◆ {line.warning}</span>}
              <span className="fact-note clip">{line.note}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.length < group.lines.length ? (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {words.more(group.lines.length - lines.length)}
        </Button>
      ) : null}
    </section>
  );
}
