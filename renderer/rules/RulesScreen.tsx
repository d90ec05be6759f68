import { lazy, Suspense } from 'react';
import { useRunners } from '../commands.ts';
import { useLaws, usePacks, useRules, useSuppressions } from '../queries.ts';
import { rulesTabs, useUi } from '../store.ts';
import { Loading } from '../ui/small.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useWords } from '../useWords.ts';
import { LawsTab } from './LawsTab.tsx';
import { PacksTab } from './PacksTab.tsx';
import './rules.css';
import './tables.css';
import { RulesTab } from './RulesTab.tsx';
import { SilencedTab } from './SilencedTab.tsx';
import { startWriting, useWriting } from './writing.ts';

const WritingPane = lazy(async () => ({ default: (await import('./WritingPane.tsx')).WritingPane }));

/** 规则: every rule with its grounds and its record, packs of own rules, the law library, what is silenced. */
export function RulesScreen(): React.JSX.Element {
  const { library, desk } = useWords();
  const writing = useWriting((state) => state.writing);
  const tab = useUi((ui) => ui.rulesTab);
  const counts = {
    rules: useRules().data?.length ?? null,
    packs: usePacks().data?.length ?? null,
    laws: useLaws().data?.length ?? null,
    silenced: useSuppressions().data?.length ?? null,
  };
  useRunners({
    'rule.write': () => {
      startWriting();
      useUi.setState({ rulesTab: 'rules' });
    },
  });
  return (
    <div className="rules">
      <Tabs
        id="rules"
        label={library.parts}
        tabs={rulesTabs.map((name) => ({ name, label: library.tabs[name], count: counts[name] }))}
        tab={tab}
        choose={(rulesTab) => useUi.setState({ rulesTab })}
      />
      <div className="rules-panel" role="tabpanel" id={`panel-rules-${tab}`} aria-labelledby={`tab-rules-${tab}`}>
        {tab === 'rules' && writing ? (
          <Suspense fallback={<Loading>{desk.states.loading}</Loading>}>
            <WritingPane writing={writing} />
          </Suspense>
        ) : null}
        {tab === 'rules' && !writing ? <RulesTab /> : null}
        {tab === 'packs' ? <PacksTab /> : null}
        {tab === 'laws' ? <LawsTab /> : null}
        {tab === 'silenced' ? <SilencedTab /> : null}
      </div>
    </div>
  );
}
