/** Server data: one hook a question, one mutation for every writing command, one place that keeps caches true. */
import {
  keepPreviousData,
  MutationCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { client, CommandError, type Client } from '../shared/api/client.ts';
import type { CommandName, Contract, Input, MatterView, Notification, Output } from '../shared/api/contract.ts';
import type { ApiError } from '../shared/api/errors.ts';
import type { LawsAdded } from '../shared/api/law-commands.ts';
import { words } from '../shared/words/words.ts';
import type { MatterState } from '../shared/review/state.ts';
import type { Basis } from '../shared/rules/rule.ts';
import { absorbJob } from './register/imports.ts';
import { notifyError, useUi } from './store.ts';
import type { Door } from './transport.ts';
import { UploadError } from './transport.ts';

export const keys = {
  session: ['session'],
  register: ['register'],
  rules: ['rules'],
  rule: (id: string) => ['rules', id],
  packs: ['packs'],
  suppressions: ['suppressions'],
  laws: ['laws'],
  article: (law: string, article: string) => ['laws', 'article', law, article],
  law: (sha256: string) => ['laws', 'text', sha256],
  lawSearch: (query: string) => ['laws', 'search', query],
  matter: (matter: string) => ['matter', matter],
  document: (sha256: string) => ['document', sha256],
  facts: (sha256: string) => ['facts', sha256],
  findings: (matter: string, version: string) => ['findings', matter, version],
  carried: (matter: string, version: string) => ['carried', matter, version],
} as const;

export type Desk = Readonly<{ door: Door; client: Client }>;

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('No DeskContext above this component.');
  return desk;
}

export function makeDesk(door: Door): Desk {
  return { door, client: client(door) };
}

/** The error of any failed step as a sentence in both languages. */
export function errorOf(fault: unknown): ApiError {
  if (fault instanceof CommandError || fault instanceof UploadError) return fault.error;
  const { unexpected } = words.zh.desk.errors;
  return { kind: 'internal', message: unexpected, english: words.en.desk.errors.unexpected };
}

/** Nothing here uses a network, so nothing waits for one: the library's online check is switched off. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
    mutationCache: new MutationCache({
      onSuccess: (_value, _input, _context, mutation) => {
        if (mutation.meta?.['record']) useUi.setState({ saving: { kind: 'saved', at: Date.now() } });
      },
      onError: (fault, _input, _context, mutation) => {
        if (mutation.meta?.['record']) useUi.setState({ saving: { kind: 'failed' } });
        notifyError(errorOf(fault));
      },
    }),
  });
}

export function useSession() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.session, queryFn: () => host.call('session.get', {}) });
}

export function useRegister() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.register, queryFn: () => host.call('register.list', {}) });
}

export function useMatter(matter: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.matter(matter ?? ''),
    queryFn: () => host.call('matter.open', { matter: matter ?? '' }),
    enabled: matter !== null,
  });
}

/** Documents and facts never change: their key is the file's hash. */
export function useDocument(sha256: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.document(sha256 ?? ''),
    queryFn: () => host.call('document.get', { sha256: sha256 ?? '' }),
    enabled: sha256 !== null,
  });
}

export function useFacts(sha256: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.facts(sha256 ?? ''),
    queryFn: () => host.call('facts.get', { sha256: sha256 ?? '' }),
    enabled: sha256 !== null,
  });
}

export function useFindings(matter: string | null, version: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.findings(matter ?? '', version ?? ''),
    queryFn: () => host.call('findings.get', { matter: matter ?? '', version: version ?? '' }),
    enabled: matter !== null && version !== null,
  });
}

export function useRules() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.rules, queryFn: () => host.call('rules.list', {}) });
}

export function useRule(id: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.rule(id ?? ''),
    queryFn: () => host.call('rules.explain', { rule: id ?? '' }),
    enabled: id !== null,
  });
}

export function usePacks() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.packs, queryFn: () => host.call('packs.list', {}) });
}

export function useSuppressions() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.suppressions, queryFn: () => host.call('suppressions.list', {}) });
}

export function useLaws() {
  const { client: host } = useDesk();
  return useQuery({ queryKey: keys.laws, queryFn: () => host.call('laws.list', {}) });
}

/** The text of the article that a basis names; null data where the library does not have it. */
export function useArticle(basis: Basis | null) {
  const { client: host } = useDesk();
  const law = basis?.law ?? '';
  const article = basis?.article ?? '';
  return useQuery({
    queryKey: keys.article(law, article),
    queryFn: () => host.call('laws.article', { law, article }),
    enabled: article !== '',
  });
}

/** All articles of a law of the library. */
export function useLawText(sha256: string | null) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.law(sha256 ?? ''),
    queryFn: () => host.call('laws.read', { sha256: sha256 ?? '' }),
    enabled: sha256 !== null,
  });
}

export function useLawSearch(query: string) {
  const { client: host } = useDesk();
  return useQuery({
    queryKey: keys.lawSearch(query),
    queryFn: () => host.call('laws.search', { query }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

export type WriteCommand = { [N in CommandName]: Contract[N]['access'] extends 'writes' ? N : never }[CommandName];

/** Commands whose replies need not wait for the record's. */
const apart: ReadonlySet<WriteCommand> = new Set(['import.start', 'import.paste', 'import.cancel', 'export.make']);

/**
 * A mutation for one command. Writes to the record go one after another, so that an older reply
 * never overwrites a newer one; failures reach the notices by themselves.
 */
export function useCommand<N extends WriteCommand>(name: N) {
  const { client: host } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input<N>) => host.call(name, input),
    onSuccess: (output, input) => absorb(queries, name, input, output),
    meta: { record: !apart.has(name) },
    ...(apart.has(name) ? {} : { scope: { id: 'record' } }),
  });
}

function absorb<N extends WriteCommand>(queries: QueryClient, name: N, input: Input<N>, output: Output<N>): void {
  switch (name) {
    case 'person.name':
    case 'office.set':
      queries.setQueryData(keys.session, output);
      void queries.invalidateQueries({ queryKey: keys.register });
      return;
    case 'import.start':
    case 'import.paste':
    case 'import.cancel':
      absorbJob(output as Output<'import.start'>);
      return;
    case 'export.make':
      void queries.invalidateQueries({ queryKey: keys.register });
      return;
    case 'matter.revise': {
      const view = output as MatterView;
      queries.setQueryData(keys.matter(view.state.id), view);
      /* Kind, stance and day decide which rules run. */
      void queries.invalidateQueries({ queryKey: ['findings', view.state.id] });
      void queries.invalidateQueries({ queryKey: keys.register });
      return;
    }
    /* What depends on them is asked again when the host tells of the change. */
    case 'rules.switch':
    case 'rules.set':
      queries.setQueryData(keys.rules, output);
      return;
    case 'packs.install':
    case 'packs.remove':
      queries.setQueryData(keys.packs, output);
      return;
    case 'laws.add':
      queries.setQueryData(keys.laws, (output as LawsAdded).laws);
      return;
    case 'laws.remove':
      queries.setQueryData(keys.laws, output);
      return;
    default: {
      const matter = (input as Readonly<{ matter: string }>).matter;
      /* A fetch under way would bring back the state from before. */
      void queries.cancelQueries({ queryKey: keys.matter(matter) });
      setMatterState(queries, matter, () => output as MatterState);
      if (resounds(name, input)) void queries.invalidateQueries({ queryKey: ['findings'] });
      void queries.invalidateQueries({ queryKey: keys.register });
    }
  }
}

/** Whether an act may silence other findings or bring silenced ones back, here or in other matters. */
function resounds<N extends WriteCommand>(name: N, input: Input<N>): boolean {
  return name === 'finding.reopen' || name === 'undo' || (name === 'finding.dismiss' && 'reach' in input);
}

/** Changes the cached state of a matter at once; the host's answer follows. */
export function setMatterState(
  queries: QueryClient,
  matter: string,
  change: (state: MatterState) => MatterState,
): void {
  queries.setQueryData<MatterView>(keys.matter(matter), (view) => view && { ...view, state: change(view.state) });
}

/** Hears what the host tells: imports as they go, and changes made elsewhere. */
export function useNotifications(): void {
  const { door } = useDesk();
  const queries = useQueryClient();
  useEffect(() => {
    const hear = (notification: Notification): void => {
      if (notification.kind === 'import') {
        absorbJob(notification.job);
        if (!notification.job.rows.some((row) => row.state === 'done')) return;
        void queries.invalidateQueries({ queryKey: keys.register });
        return;
      }
      useUi.setState({ saving: { kind: 'saved', at: Date.now() } });
      void queries.invalidateQueries({ queryKey: keys.register });
      /* Counts of rules and suppressions follow every decision; only what is on screen is asked at once. */
      void queries.invalidateQueries({ queryKey: keys.rules });
      void queries.invalidateQueries({ queryKey: keys.suppressions });
      if (notification.matter !== null) {
        void queries.invalidateQueries({ queryKey: keys.matter(notification.matter) });
        return;
      }
      /* The office itself changed: its rules, its laws, its name. */
      for (const queryKey of [keys.session, keys.packs, keys.laws, ['findings']]) {
        void queries.invalidateQueries({ queryKey });
      }
    };
    const connected = (is: boolean): void => {
      /* What was told meanwhile went unheard. */
      if (is && !useUi.getState().connected) void queries.invalidateQueries();
      useUi.setState({ connected: is });
    };
    const stops = [door.subscribe(hear), door.onConnection(connected)];
    return () => stops.forEach((stop) => stop());
  }, [door, queries]);
}
