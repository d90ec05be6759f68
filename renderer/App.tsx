import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { listenToKeys, run, useRunners } from './commands.ts';
import { KeysHelp } from './frame/KeysHelp.tsx';
import { Palette } from './frame/Palette.tsx';
import { PersonForm } from './frame/PersonForm.tsx';
import { StatusBar } from './frame/StatusBar.tsx';
import { TopBar } from './frame/TopBar.tsx';
import {
  DeskContext,
  errorOf,
  useCommand,
  useDesk,
  useMatter,
  useNotifications,
  useSession,
  type Desk,
} from './queries.ts';
import { ArticlePanel } from './laws/ArticlePanel.tsx';
import { LawSearch } from './laws/LawSearch.tsx';
import { ImportDoor } from './register/ImportDoor.tsx';
import { showsMatter } from './route.ts';
import { setLanguage, setTheme, show, useUi } from './store.ts';
import { antdTheme } from './theme.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { NoMatter } from './ui/NoMatter.tsx';
import { Notices } from './ui/Notices.tsx';
import { Failed, Loading } from './ui/small.tsx';
import { popups } from './ui/popups.ts';
import { useWords } from './useWords.ts';

const RegisterScreen = lazy(async () => ({ default: (await import('./register/RegisterScreen.tsx')).RegisterScreen }));
const ReviewScreen = lazy(async () => ({ default: (await import('./reader/ReviewScreen.tsx')).ReviewScreen }));
const OpinionScreen = lazy(async () => ({ default: (await import('./opinion/OpinionScreen.tsx')).OpinionScreen }));
const RulesScreen = lazy(async () => ({ default: (await import('./rules/RulesScreen.tsx')).RulesScreen }));

type Props = Readonly<{ desk: Desk; queries: QueryClient; nonce: string }>;

export function App({ desk, queries, nonce }: Props): React.JSX.Element {
  const theme = useUi((ui) => ui.theme);
  const language = useUi((ui) => ui.language);
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === 'zh' ? zhCN : enUS}
      theme={antdTheme(theme)}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popups}
    >
      <AntdApp className="app">
        <QueryClientProvider client={queries}>
          <DeskContext value={desk}>
            <Frame />
          </DeskContext>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}

function Frame(): React.JSX.Element {
  const { door } = useDesk();
  const words = useWords();
  const session = useSession();
  const [editing, setEditing] = useState(false);
  useNotifications();
  useFrameCommands();
  useEffect(() => listenToKeys(), []);
  useEffect(() => door.onMenu((id) => void run(id)), [door]);
  return (
    <>
      <TopBar session={session.data} editPerson={() => setEditing(true)} />
      <main className="stage">
        {session.data ? <Screens /> : null}
        <ArticlePanel />
        {session.isPending ? <Loading>{words.desk.states.loadingSession}</Loading> : null}
        {session.isError ? <Failed error={errorOf(session.error)} retry={() => void session.refetch()} /> : null}
      </main>
      <StatusBar session={session.data} />
      <Notices />
      <ImportDoor />
      <Palette />
      <LawSearch />
      <KeysHelp />
      {session.data ? <PersonForm session={session.data} open={editing} close={() => setEditing(false)} /> : null}
    </>
  );
}

function Screens(): React.JSX.Element {
  const words = useWords();
  const screen = useUi((ui) => ui.screen);
  const matter = useUi((ui) => ui.matter);
  if (screen === 'review' && matter === null) return <NoMatter />;
  return (
    <ErrorBoundary key={showsMatter(screen) ? `${screen}/${matter ?? ''}` : screen}>
      <Suspense fallback={<Loading>{words.desk.states.loading}</Loading>}>
        {screen === 'review' ? (
          <ReviewScreen matter={matter} />
        ) : screen === 'opinion' ? (
          <OpinionScreen matter={matter} />
        ) : screen === 'rules' ? (
          <RulesScreen />
        ) : (
          <RegisterScreen />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

function useFrameCommands(): void {
  const screen = useUi((ui) => ui.screen);
  const matter = useUi((ui) => ui.matter);
  const theme = useUi((ui) => ui.theme);
  const language = useUi((ui) => ui.language);
  const undo = useCommand('undo');
  const current = showsMatter(screen) ? matter : null;
  const undoable = useMatter(current).data?.state.undoable ?? null;
  useRunners({
    'screen.register': () => show('register'),
    'screen.review': () => show('review'),
    'screen.opinion': () => show('opinion'),
    'screen.rules': () => show('rules'),
    'law.search': () => useUi.setState({ lawSearch: true }),
    'palette.open': () => useUi.setState({ palette: true }),
    'keys.help': () => useUi.setState({ keysHelp: true }),
    'theme.switch': () => setTheme(theme === 'dark' ? 'light' : 'dark'),
    'language.switch': () => setLanguage(language === 'zh' ? 'en' : 'zh'),
    'record.undo': current && undoable ? () => undo.mutate({ matter: current }) : null,
  });
}
