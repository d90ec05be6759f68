/** The commands of shared/api/rule-commands.ts: the library of rules, packs, and what silences findings. */
import type { Input, Output } from '../../shared/api/contract.ts';
import type { PackRow, RuleDetail, RuleRow, SuppressionRow, ruleCommands } from '../../shared/api/rule-commands.ts';
import { Failure } from '../../shared/api/errors.ts';
import type { ErrorKind } from '../../shared/api/errors.ts';
import { hashText } from '../../shared/audit/chain.ts';
import type { NewEvent } from '../../shared/review/events.ts';
import { catalog, groups } from '../../shared/rules/catalog/index.ts';
import { readPack } from '../../shared/rules/own/pack.ts';
import type { PackRead } from '../../shared/rules/own/pack.ts';
import { faultText, refusal } from '../../shared/rules/own/tell.ts';
import type { Finding, Rule } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import { sentence, words } from '../../shared/words/words.ts';
import type { Acts } from './acts.ts';
import type { Rulebooks, RulesInUse } from './rulebooks.ts';
import type { RuleCount } from './store/rules.ts';
import { ruleCounts, suppressionUse } from './store/rules.ts';
import type { Store } from './store/open.ts';
import { matterRows } from './store/queries.ts';

type RuleCommand = keyof typeof ruleCommands;
export type RuleService = { readonly [N in RuleCommand]: (input: Input<N>) => Promise<Output<N>> };

export type RuleServicePorts = Readonly<{
  store: Store;
  acts: Acts;
  rulebooks: Rulebooks;
  /** Findings of a pack's rules alone, in a version of a matter. */
  tried: (matter: string, version: string, pack: string) => Promise<readonly Finding[]>;
  today: () => string;
}>;

type Listed = Readonly<{ rule: Rule; group: RuleRow['group']; pack: string | null }>;

const builtIn: readonly Listed[] = groups.flatMap(({ id: group, rules }) =>
  rules.map((rule) => ({ rule, group, pack: null })),
);

export function openRuleService({ store, acts, rulebooks, tried, today }: RuleServicePorts): RuleService {
  const listed = async (): Promise<readonly Listed[]> => {
    const { state } = await rulebooks.current();
    const own = state.packs.flatMap(({ name, text }) => {
      const read = readPack(text);
      return read.kind === 'read' ? read.rules.map((rule): Listed => ({ rule, group: 'own', pack: name })) : [];
    });
    return [...builtIn, ...own];
  };

  const rows = async (): Promise<readonly RuleRow[]> => {
    const [all, { state }, counts] = await Promise.all([listed(), rulebooks.current(), store.read(ruleCounts)]);
    const countOf = new Map(counts.map((count) => [count.rule, count]));
    return all.map((one) => rowOf(one, state, countOf.get(one.rule.id)));
  };

  const packs = async (): Promise<readonly PackRow[]> => {
    const { state } = await rulebooks.current();
    return state.packs.map(({ text, ...pack }) => {
      const read = readPack(text);
      return { ...pack, rules: read.kind === 'read' ? read.rules.length : 0, faults: faultsOf(read) };
    });
  };

  /** Changes the office's rules; reviews are run again when a matter is next looked at. */
  const change = async (event: NewEvent): Promise<void> => {
    await acts.record(async () => ({ events: [event], answer: null }));
    rulebooks.changed();
  };

  return {
    'rules.list': rows,
    'rules.explain': async ({ rule: id }) => {
      const found = (await listed()).find(({ rule }) => rule.id === id) ?? fail('not-found', (say) => say.noRule(id));
      const [{ state }, counts] = await Promise.all([rulebooks.current(), store.read(ruleCounts)]);
      return detailOf(
        found,
        state,
        counts.find((count) => count.rule === id),
      );
    },
    'rules.switch': async ({ rule, on }) => {
      if (!(await listed()).some((one) => one.rule.id === rule)) fail('not-found', (say) => say.noRule(rule));
      const { state } = await rulebooks.current();
      if (state.off.includes(rule) === on) await change({ matter: null, kind: 'rule-switched', payload: { rule, on } });
      return rows();
    },
    'rules.set': async ({ key, value }) => {
      const known = catalog.some((rule) => rule.settings?.some((setting) => setting.key === key));
      if (!known) fail('not-found', (say) => say.noSetting(key));
      await change({ matter: null, kind: 'setting-set', payload: { key, value } });
      return rows();
    },

    'packs.list': packs,
    'packs.install': async ({ text }) => {
      const read = readPack(text);
      if (read.kind !== 'read') {
        throw new Failure(
          'invalid',
          sentence((all) => refusal(read, all)),
        );
      }
      await change({ matter: null, kind: 'rules-packed', payload: { ...read.head, sha256: hashText(text), text } });
      return packs();
    },
    'packs.remove': async ({ name }) => {
      await packNamed(rulebooks, name);
      await change({ matter: null, kind: 'rules-unpacked', payload: { name } });
      return packs();
    },
    'packs.export': async ({ name }) => ({ name: `${name}.yaml`, text: (await packNamed(rulebooks, name)).text }),
    'packs.try': async ({ text, on }) => {
      const read = readPack(text);
      const faults = faultsOf(read).map((fault) => ({ ...fault, message: faultText(fault, words.zh) }));
      return {
        outcome: read.kind,
        message: read.kind === 'read' ? null : refusal(read, words.zh),
        english: read.kind === 'read' ? null : refusal(read, words.en),
        rules: read.kind === 'read' ? read.rules.map(({ id }) => id) : [],
        faults,
        findings: read.kind === 'read' && on ? await tried(on.matter, on.version, text) : [],
      };
    },

    'suppressions.list': async () => {
      const [used, matters] = await store.read((reads) => Promise.all([suppressionUse(reads), matterRows(reads)]));
      const byId = new Map(matters.map((matter) => [matter.id, matter]));
      return used.map((suppression): SuppressionRow => ({
        ...suppression,
        number: byId.get(suppression.matter)?.number ?? '',
        title: byId.get(suppression.matter)?.title ?? '',
        expired: suppression.until !== null && suppression.until < today(),
      }));
    },
  };
}

type State = RulesInUse['state'];

function rowOf({ rule, group, pack }: Listed, { off }: State, count: RuleCount | undefined): RuleRow {
  const { id, title, severity, nature, kinds } = rule;
  const laws = [...new Set(rule.basis.map(({ law }) => law))];
  const { shown = 0, adopted = 0, dismissed = 0 } = count ?? {};
  const on = !off.includes(id);
  return { id, title, severity, nature, kinds, laws, group, pack, on, shown, adopted, dismissed };
}

function detailOf(listed: Listed, state: State, count: RuleCount | undefined): RuleDetail {
  const { why, basis, advice, traps = [], examples, settings = [] } = listed.rule;
  return {
    ...rowOf(listed, state, count),
    why,
    basis,
    advice,
    traps,
    hits: examples.hits,
    nearMisses: examples.nearMisses,
    settings: settings.map((setting) => ({ ...setting, current: state.settings[setting.key] ?? setting.value })),
    silenced: count?.silenced ?? 0,
    reasons: count?.reasons ?? {},
  };
}

function faultsOf(read: PackRead): PackRow['faults'] {
  return read.kind === 'read' ? read.faults : [];
}

async function packNamed(rulebooks: Rulebooks, name: string): Promise<State['packs'][number]> {
  const { state } = await rulebooks.current();
  return state.packs.find((pack) => pack.name === name) ?? fail('not-found', (say) => say.noPack(name));
}

function fail(kind: ErrorKind, say: (words: Words['rules']) => string): never {
  throw new Failure(
    kind,
    sentence((all) => say(all.rules)),
  );
}
