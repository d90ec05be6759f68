import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { MatterView, ReviewReport } from '../../shared/api/contract.ts';
import type { Clause, Range } from '../../shared/document/model.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { useRunners } from '../commands.ts';
import { errorOf, useDocument, useFacts, useFindings, useMatter } from '../queries.ts';
import { notify, openMatter, show, useUi } from '../store.ts';
import { ChangesTab } from '../suggest/ChangesTab.tsx';
import { useSuggesting } from '../suggest/useSuggesting.ts';
import { EmptyState, Failed, Loading } from '../ui/small.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useWords } from '../useWords.ts';
import { Centre } from './Centre.tsx';
import type { Target } from './Centre.tsx';
import { CommentsTab } from './CommentsTab.tsx';
import { FactsTab } from './FactsTab.tsx';
import { LostComments } from './LostComments.tsx';
import type { Doing } from './FindingCard.tsx';
import { everything, listed, neighbour, openOf, parted, successor, clauseAt } from './findings.ts';
import { FindingsTab } from './FindingsTab.tsx';
import { ItemsTab } from './ItemsTab.tsx';
import './reader.css';
import './results.css';
import '../text/document.css';
import '../text/marks.css';
import '../suggest/suggest.css';
import './pdf/pdf.css';
import { Sidebar } from './Sidebar.tsx';
import { useActs } from './useActs.ts';
import { useComments } from './useComments.ts';

/** 审查: the document in the middle, its clauses left, what was found and said right. */
export function ReviewScreen({ matter }: Readonly<{ matter: string | null }>): React.JSX.Element {
  const words = useWords();
  const opened = useMatter(matter);
  if (matter === null) {
    const back = <Button onClick={() => show('register')}>{words.desk.actions.toRegister}</Button>;
    return <EmptyState action={back}>{words.desk.states.noMatter}</EmptyState>;
  }
  if (opened.isPending) return <Loading>{words.desk.states.loadingMatter}</Loading>;
  if (opened.isError) return <Failed error={errorOf(opened.error)} retry={() => void opened.refetch()} />;
  return <Review key={matter} view={opened.data} />;
}

const tabNames = ['findings', 'comments', 'changes', 'items', 'facts'] as const;
type TabName = (typeof tabNames)[number];

const nothing = { findings: [], silenced: {} };
const noFaults: ReviewReport['faults'] = [];

function Review({ view }: Readonly<{ view: MatterView }>): React.JSX.Element {
  const words = useWords();
  const { reader } = words;
  const { state } = view;
  const wanted = useUi((ui) => ui.finding);
  const [chosen, setChosen] = useState<string | null>(null);
  const [fileChosen, setFileAt] = useState(0);
  const version = state.versions.find(({ id }) => id === chosen) ?? state.versions.at(-1);
  const report = useFindings(state.id, version?.id ?? null);
  const { shown: findings, silenced } = useMemo(() => parted(report.data ?? nothing), [report.data]);
  /** The finding that another screen asked for; it holds until one picks another. */
  const asked = useMemo(() => findings.find(({ fingerprint }) => fingerprint === wanted), [findings, wanted]);
  const fileAt = asked?.document ?? fileChosen;
  const file = version?.files[fileAt] ?? version?.files[0];
  const document = useDocument(file?.sha256 ?? null);
  const facts = useFacts(file?.sha256 ?? null);

  const [filter, setFilter] = useState(everything);
  const [picked, setPicked] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const [tab, setTab] = useState<TabName>('findings');
  const [sought, setTarget] = useState<Target | null>(null);
  const target = useMemo(() => (asked?.at ? { range: [asked.at] as const } : sought), [asked, sought]);
  const [search, setSearch] = useState<string | null>(null);
  const [selected, setSelected] = useState<Range | null>(null);
  const [drafting, setDrafting] = useState<Range | null>(null);
  const [seen, setSeen] = useState<string | null>(null);

  const list = useMemo(() => listed(findings, state.decisions, filter), [findings, state.decisions, filter]);
  // The first finding is current from the start, while the page stays where it begins.
  const current =
    asked ?? findings.find(({ fingerprint }) => fingerprint === picked) ?? listed(findings, {}, everything)[0] ?? null;
  const here = useMemo(() => findings.filter((finding) => finding.document === fileAt), [findings, fileAt]);
  const openHere = useMemo(() => openOf(here, state.decisions), [here, state.decisions]);
  const { shown: comments, moved, lost } = useComments(state, version?.id ?? null, fileAt);
  const acts = useActs(state, version?.id ?? '');
  const suggesting = useSuggesting(state, version?.id ?? '', fileAt);
  const judged = useMemo(
    () => state.judged.filter((one) => one.version === version?.id && one.document === fileAt),
    [state.judged, version?.id, fileAt],
  );
  /** The file that key strokes on the paper change; another one shown is only read. */
  const [edited, setEdited] = useState<string | null>(null);
  const shownFile = `${version?.id ?? ''}/${fileAt}`;
  const whyNot =
    document.data?.format === 'pdf' ? 'notPdf' : version?.id === state.versions.at(-1)?.id ? null : 'notNewest';
  const editing = edited === shownFile && whyNot === null && document.data !== undefined;
  const setEditing = (on: boolean): void => setEdited(on ? shownFile : null);

  const pick = useCallback((finding: Finding): void => {
    useUi.setState({ finding: null });
    setPicked(finding.fingerprint);
    setDoing(null);
    setTab('findings');
    setFileAt(finding.document);
    setTarget(finding.at ? { range: [finding.at] } : null);
  }, []);
  const go = useCallback((range: Range): void => setTarget({ range }), []);
  const see = (finding: Finding): void => {
    setFileAt(finding.document);
    if (finding.at) go([finding.at]);
  };
  const step = (by: 1 | -1): void => {
    // The first step shows the first finding in the text.
    const untouched = picked === null && asked === undefined;
    const next = neighbour(list, untouched ? null : (current?.fingerprint ?? null), by);
    if (next) pick(next);
  };
  /** A decided finding that leaves the filtered list hands the cursor on. */
  const moveOn = (decided: Finding, saved: boolean): void => {
    if (!saved) return;
    setDoing(null);
    if (!filter.open) return;
    const left = list.filter(({ fingerprint }) => fingerprint !== decided.fingerprint);
    const next = successor(list, left, decided.fingerprint);
    if (next) pick(next);
  };
  const onFindings = tab === 'findings' && current !== null;
  const place = selected ?? (current?.at && current.document === fileAt ? ([current.at] as const) : null);
  useRunners({
    'finding.next': () => step(1),
    'finding.previous': () => step(-1),
    'finding.adopt':
      onFindings && current ? () => void acts.adopt(current).then((saved) => moveOn(current, saved)) : null,
    'finding.edit': onFindings ? () => setDoing('editing') : null,
    'finding.dismiss': onFindings ? () => setDoing('dismissing') : null,
    'comment.add': place && document.data ? () => setDrafting(place) : null,
    'suggest.toggle': document.data
      ? () => {
          if (whyNot === null) setEditing(!editing);
          else
            notify(
              'error',
              sentence(({ suggest }) => suggest[whyNot]),
            );
        }
      : null,
    'document.search': () => setSearch(search ?? ''),
  });

  if (!version || !file) return <Loading>{words.desk.states.loadingMatter}</Loading>;
  const clause = document.data && seen !== null ? clauseAt(document.data.clauses, seen, Number.MAX_SAFE_INTEGER) : null;
  const counts = {
    findings: findings.length,
    comments: comments.length,
    changes: suggesting.suggestions.length,
    items: state.items.length,
    facts: null,
  };
  const toClause = ({ start, first }: Clause): void =>
    go([{ block: start.block, from: start.offset, to: start.block === first ? start.offset + 1 : start.offset }]);
  return (
    <div className="review">
      <Sidebar
        matter={state.id}
        versions={state.versions}
        version={version}
        chooseVersion={(id) => {
          setChosen(id);
          setFileAt(0);
        }}
        file={fileAt}
        chooseFile={setFileAt}
        document={document.data}
        findings={openHere}
        current={clause}
        go={toClause}
      />
      {document.data ? (
        <Centre
          key={file.sha256}
          document={document.data}
          file={file}
          findings={here}
          decisions={state.decisions}
          comments={comments}
          faults={report.data?.faults ?? noFaults}
          current={current?.document === fileAt ? current : null}
          target={target}
          search={search}
          setSearch={setSearch}
          drafting={drafting}
          setDrafting={setDrafting}
          comment={async (range, kind, text) => {
            const saved = await acts.comment({ document: fileAt, range: [...range], kind, text });
            if (saved) getSelection()?.removeAllRanges();
            return saved;
          }}
          suggesting={suggesting}
          editing={editing}
          setEditing={whyNot === null ? setEditing : null}
          onSelect={setSelected}
          onPick={pick}
          seen={seen}
          onSee={setSeen}
        />
      ) : (
        <section className="centre centre-waiting">
          {document.isError ? (
            <Failed error={errorOf(document.error)} retry={() => void document.refetch()} />
          ) : (
            <Loading>{words.desk.states.loadingDocument}</Loading>
          )}
        </section>
      )}
      <aside className="results" aria-label={reader.panel}>
        <Tabs
          id="results"
          label={reader.panel}
          tabs={tabNames.map((name) => ({
            name,
            label: name === 'changes' ? words.suggest.tab : reader.tabs[name],
            count: counts[name],
          }))}
          tab={tab}
          choose={setTab}
        />
        <div className="tab-panel" role="tabpanel" id={`panel-results-${tab}`} aria-labelledby={`tab-results-${tab}`}>
          {tab === 'findings' && report.isError ? (
            <Failed error={errorOf(report.error)} retry={() => void report.refetch()} />
          ) : null}
          {tab === 'findings' && report.data ? (
            <FindingsTab
              findings={findings}
              list={list}
              silenced={silenced}
              state={state}
              files={version.files}
              file={fileAt}
              filter={filter}
              setFilter={setFilter}
              current={current}
              doing={doing}
              busy={acts.busy}
              acts={{
                pick,
                begin: setDoing,
                adopt: (finding, edits) => void acts.adopt(finding, edits).then((saved) => moveOn(finding, saved)),
                dismiss: (finding, dismissal) =>
                  void acts.dismiss(finding, dismissal).then((saved) => moveOn(finding, saved)),
                takeBack: current ? acts.takeBack(current) : null,
                seeOpinion: () => openMatter(state.id, 'opinion'),
              }}
              see={see}
              showAgain={acts.showAgain}
            />
          ) : null}
          {tab === 'comments' ? (
            <CommentsTab
              key={shownFile}
              document={document.data}
              place={{ version: version.id, document: fileAt }}
              comments={comments}
              threads={state.threads}
              moved={moved}
              busy={acts.busy}
              acts={acts.comments}
              go={go}
            >
              <LostComments
                comments={lost}
                selected={selected}
                busy={acts.busy}
                place={(comment, range) => acts.placeComment(comment, fileAt, range)}
                remove={acts.comments.remove}
              />
            </CommentsTab>
          ) : null}
          {tab === 'changes' ? (
            <ChangesTab
              document={document.data}
              suggestions={suggesting.suggestions}
              judged={judged}
              go={go}
              withdraw={suggesting.withdraw}
              judge={(change, verdict) => acts.judge({ document: fileAt, change, verdict })}
            />
          ) : null}
          {tab === 'items' ? (
            <ItemsTab
              items={state.items}
              open={() => openMatter(state.id, 'opinion')}
              pick={(fingerprint) => {
                const found = findings.find((finding) => finding.fingerprint === fingerprint);
                if (found) pick(found);
              }}
            />
          ) : null}
          {tab === 'facts' ? (
            <FactsTab
              fields={state.fields}
              revise={acts.reviseFields}
              busy={acts.busy || report.isFetching}
              facts={facts.data}
              failed={facts.isError}
              go={go}
            />
          ) : null}
        </div>
      </aside>
    </div>
  );
}
