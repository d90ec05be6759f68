import { useLaws, usePacks, useRules, useSuppressions } from '../queries.ts';
import { rulesTabs, useUi } from '../store.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { useWords } from '../useWords.ts';
import { LawsTab } from './LawsTab.tsx';
import { PacksTab } from './PacksTab.tsx';
import './rules.css';
import { RulesTab } from './RulesTab.tsx';
import { SilencedTab } from './SilencedTab.tsx';

/** 规则: every rule with its grounds and its record, packs of own rules, the law library, what is silenced. */
export function RulesScreen(): React.JSX.Element {
  const { library } = useWords();
  const tab = useUi((ui) => ui.rulesTab);
  const counts = {
    rules: useRules().data?.length ?? null,
    packs: usePacks().data?.length ?? null,
    laws: useLaws().data?.length ?? null,
    silenced: useSuppressions().data?.length ?? null,
  };
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
        {tab === 'rules' ? <RulesTab /> : null}
        {tab === 'packs' ? <PacksTab /> : null}
        {tab === 'laws' ? <LawsTab /> : null}
        {tab === 'silenced' ? <SilencedTab /> : null}
      </div>
    </div>
  );
}
