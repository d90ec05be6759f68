import { Button, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import type { MatterView, Session } from '../../shared/api/contract.ts';
import { buildOpinion, paperTitle } from '../../shared/opinion/paper.ts';
import { run, useRunners } from '../commands.ts';
import { errorOf, useCommand, useDesk, useFindings, useMatter, useSession } from '../queries.ts';
import { show } from '../store.ts';
import { NoMatter } from '../ui/NoMatter.tsx';
import { Chip, EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';
import { Fields } from './Fields.tsx';
import { ItemList } from './ItemList.tsx';
import { blankItem, missing, newItemId, withDrafts, type Defaults } from './items.ts';
import './opinion.css';
import './preview.css';
import { Preview } from './Preview.tsx';
import { handOver, useExport, type Made } from './useExport.tsx';
import { useOpinionDrafts } from './useOpinionDrafts.ts';

export function OpinionScreen({ matter }: Readonly<{ matter: string | null }>): React.JSX.Element {
  const { states } = useWords().desk;
  const view = useMatter(matter);
  const session = useSession().data;
  if (matter === null) return <NoMatter />;
  if (view.isError) return <Failed error={errorOf(view.error)} retry={() => void view.refetch()} />;
  if (!view.data || !session) return <Loading>{states.loadingMatter}</Loading>;
  return <Opinion key={matter} view={view.data} session={session} />;
}

type Props = Readonly<{ view: MatterView; session: Session }>;

function Opinion({ view, session }: Props): React.JSX.Element {
  const words = useWords();
  const { state } = view;
  const version = state.versions.at(-1) ?? null;
  const findings = useFindings(state.id, version?.id ?? null).data?.findings ?? [];
  const [selected, select] = useState<string | null>(null);
  const today = useToday();
  const defaults: Defaults = useMemo(
    () => ({ office: session.office, addressee: state.fields.unit, date: today }),
    [session.office, state.fields.unit, today],
  );
  const editing = useOpinionDrafts(state);
  const exporting = useExport(state.id, version?.id ?? null);
  const setOpinion = useCommand('opinion.set');
  const { drafts } = editing;
  const paper = useMemo(
    () => (version ? buildOpinion(withDrafts(state, drafts, defaults), { version, head: null }) : null),
    [state, drafts, defaults, version],
  );

  /** The paper shows the defaults, so they are recorded before it leaves. */
  const prepare = async (): Promise<boolean> => {
    if (!(await editing.saveAll())) return false;
    const fields = missing({ ...state.opinion, ...drafts.fields }, defaults);
    if (Object.keys(fields).length > 0) await setOpinion.mutateAsync({ matter: state.id, fields });
    return true;
  };
  const add = (): void => editing.edit(blankItem());
  const annotatable = version?.files[0]?.format === 'docx';
  const canExport = version !== null && exporting.running === null;
  useRunners({
    'opinion.add': drafts.item === null ? add : null,
    'opinion.export': canExport ? () => exporting.start('opinion', prepare) : null,
    'opinion.annotated': canExport && annotatable ? () => exporting.start('annotated', editing.saveAll) : null,
    'opinion.clean': canExport && annotatable ? () => exporting.start('clean', editing.saveAll) : null,
  });
  return (
    <div className="opinion">
      <section className="opinion-left">
        <header className="opinion-head">
          <h2>{paperTitle(state.fields.kind)}</h2>
          <span className="clip dim" title={state.fields.title}>
            {state.fields.title}
          </span>
          <Counts state={state} />
          <span className="grow" />
          <Button disabled={state.undoable === null} onClick={() => run('record.undo')}>
            {words.opinion.undo} <span className="key-letter">Ctrl Z</span>
          </Button>
          {(['clean', 'annotated'] as const).map((what) => (
            <Tooltip key={what} title={annotatable ? null : words.opinion.export.annotatedWhy}>
              <Button
                disabled={!annotatable}
                loading={exporting.running === what}
                onClick={() => run(`opinion.${what}`)}
              >
                {exporting.running === what ? words.opinion.export.making : words.opinion.export[what]}
              </Button>
            </Tooltip>
          ))}
          <Button type="primary" loading={exporting.running === 'opinion'} onClick={() => run('opinion.export')}>
            {exporting.running === 'opinion' ? words.opinion.export.making : words.opinion.export.opinion}
          </Button>
        </header>
        <MadeFiles files={exporting.made} clear={exporting.clear} />
        <Fields state={state} defaults={defaults} series={session.series} editing={editing} />
        <ItemList state={state} findings={findings} editing={editing} selected={selected} select={select} />
        {state.items.length === 0 && drafts.item === null ? (
          <EmptyState action={<Button onClick={() => show('review')}>{words.opinion.toReview}</Button>}>
            {words.opinion.empty}
          </EmptyState>
        ) : null}
        {drafts.item?.id === newItemId ? null : (
          <Button onClick={add}>
            {words.opinion.add} <span className="key-letter">N</span>
          </Button>
        )}
      </section>
      {paper ? <Preview paper={paper} selected={drafts.item?.id ?? selected} select={select} /> : null}
    </div>
  );
}

function Counts({ state }: Readonly<{ state: MatterView['state'] }>): React.JSX.Element | null {
  const { opinion } = useWords();
  const must = state.items.filter(({ weight }) => weight === 'must').length;
  return state.items.length === 0 ? null : <Chip>{opinion.counts(must, state.items.length - must)}</Chip>;
}

/** What has just left: name, size, and the hash by which it can be recognised. */
function MadeFiles({ files, clear }: Readonly<{ files: Made; clear: () => void }>): React.JSX.Element | null {
  const { opinion, desk } = useWords();
  const { door } = useDesk();
  if (files.length === 0) return null;
  return (
    <section className="made" role="status">
      <ul>
        {files.map((file) => (
          <li key={file.download}>
            <b>{opinion.export.made}</b>
            <span className="made-name">{file.name}</span>
            <span className="dim">{opinion.export.bytes((file.bytes / 1024).toFixed(1))}</span>
            <code title="SHA-256">{file.sha256}</code>
            <Button size="small" onClick={() => handOver(door.downloadUrl(file.download), file.name)}>
              {opinion.export.again}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={clear}>
        {desk.actions.dismiss}
      </Button>
    </section>
  );
}
