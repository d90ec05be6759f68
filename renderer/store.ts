/** State of the window alone: where one is, how it looks, what it has to tell. Data lives in queries.ts. */
import { create } from 'zustand';
import type { ApiError } from '../shared/api/errors.ts';
import type { Basis } from '../shared/rules/rule.ts';
import type { Language } from '../shared/words/words.ts';
import { formatPlace, parsePlace, type Place, type Screen } from './route.ts';
import type { Theme } from './theme.ts';

/** A sentence shown until it is closed. */
export type Notice = Readonly<{ id: number; tone: 'error' | 'done'; zh: string; en: string }>;

/** What the status bar says of the record: nothing written yet in this window, written, or refused. */
export type Saving = Readonly<{ kind: 'untouched' } | { kind: 'saved'; at: number } | { kind: 'failed' }>;

export type Ui = Readonly<{
  screen: Screen;
  matter: string | null;
  /** Fingerprint of a finding that Review should show when it opens; it clears it. */
  finding: string | null;
  /** Which part of the Rules screen is open, and the rule that is read there. */
  rulesTab: RulesTab;
  rule: string | null;
  /** The basis whose article is open beside what is read. */
  article: Basis | null;
  theme: Theme;
  language: Language;
  saving: Saving;
  connected: boolean;
  notices: readonly Notice[];
  palette: boolean;
  lawSearch: boolean;
  keysHelp: boolean;
}>;

export const rulesTabs = ['rules', 'packs', 'laws', 'silenced'] as const;
export type RulesTab = (typeof rulesTabs)[number];

const remembered = {
  theme: read('fashen.theme'),
  language: read('fashen.language'),
};

const place = typeof location === 'undefined' ? parsePlace('') : parsePlace(location.hash);

export const useUi = create<Ui>(() => ({
  ...place,
  finding: null,
  rulesTab: 'rules',
  rule: null,
  article: null,
  theme: remembered.theme === 'dark' || remembered.theme === 'light' ? remembered.theme : preferredTheme(),
  language: remembered.language === 'en' ? 'en' : 'zh',
  saving: { kind: 'untouched' },
  connected: true,
  notices: [],
  palette: false,
  lawSearch: false,
  keysHelp: false,
}));

export function show(screen: Screen): void {
  useUi.setState({ screen, article: null });
}

/** Opens a matter on a screen; with a fingerprint, at that finding. */
export function openMatter(matter: string, screen: Screen = 'review', finding: string | null = null): void {
  useUi.setState({ screen, matter, finding, article: null });
}

/** Opens the Rules screen at one of its parts; with a rule, at that rule. */
export function openRules(rulesTab: RulesTab, rule: string | null = useUi.getState().rule): void {
  useUi.setState({ screen: 'rules', rulesTab, rule, article: null });
}

export function goTo(target: Place): void {
  useUi.setState({ ...(target.matter === null ? { screen: target.screen } : target), article: null });
}

export function setTheme(theme: Theme): void {
  write('fashen.theme', theme);
  useUi.setState({ theme });
}

export function setLanguage(language: Language): void {
  write('fashen.language', language);
  useUi.setState({ language });
}

let noticeCount = 0;

export function notify(tone: Notice['tone'], sentence: Readonly<{ zh: string; en: string }>): void {
  noticeCount += 1;
  const notice: Notice = { id: noticeCount, tone, ...sentence };
  useUi.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.zh !== notice.zh), notice].slice(-4),
  }));
}

export function notifyError(error: ApiError): void {
  notify('error', { zh: error.message, en: error.english });
}

export function closeNotice(id: number): void {
  useUi.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Keeps the address bar and the document's attributes in step with the store. */
export function bindWindow(): void {
  applyToWindow(useUi.getState());
  useUi.subscribe(applyToWindow);
  window.addEventListener('popstate', () => goTo(parsePlace(location.hash)));
}

function applyToWindow(ui: Ui): void {
  document.documentElement.dataset['theme'] = ui.theme;
  document.documentElement.lang = ui.language === 'zh' ? 'zh-CN' : 'en';
  const hash = formatPlace(ui);
  if (location.hash !== hash) history.pushState(null, '', hash);
}

function preferredTheme(): Theme {
  return typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A browser may refuse storage; the window then simply forgets. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forgetting a preference is no fault worth a sentence.
  }
}
