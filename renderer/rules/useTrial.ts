/** What the rule that is being written finds, asked again whenever typing pauses. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatterRow } from '../../shared/api/contract.ts';
import type { PackTrial } from '../../shared/api/rule-commands.ts';
import { trialPack } from '../../shared/rules/own/write.ts';
import type { RuleRead } from '../../shared/rules/own/write.ts';
import type { Version } from '../../shared/review/state.ts';
import { useDesk, useMatter, useRegister } from '../queries.ts';
import { useUi } from '../store.ts';
import { useSettled } from '../ui/useSettled.ts';

export type Trying = Readonly<{
  /** null until something was asked. */
  result: PackTrial | null;
  error: unknown;
  /** The answer on screen is not yet that of what is typed. */
  behind: boolean;
  /** The answer is that of what is typed, and nothing is wrong with the rule. */
  proven: boolean;
  matters: readonly MatterRow[];
  matter: MatterRow | null;
  versions: readonly Version[];
  version: Version | null;
  chooseMatter: (matter: string) => void;
  chooseVersion: (version: string) => void;
}>;

/** Long enough not to run at every key, short enough to feel at once. */
const pause = 250;

export function useTrial(read: RuleRead): Trying {
  const { client } = useDesk();
  const matters = useRegister().data ?? [];
  const last = useUi((ui) => ui.matter);
  const [chosen, chooseMatter] = useState<string | null>(null);
  const [chosenVersion, chooseVersion] = useState<string | null>(null);
  const matter = matters.find(({ id }) => id === chosen) ?? matters.find(({ id }) => id === last) ?? matters[0] ?? null;
  const versions = useMatter(matter?.id ?? null).data?.state.versions ?? [];
  const version = versions.find(({ id }) => id === chosenVersion) ?? versions.at(-1) ?? null;
  const typed = read.kind === 'not-yaml' ? '' : trialPack(read.written);
  const text = useSettled(typed, pause);
  const on = matter && version ? { matter: matter.id, version: version.id } : null;
  const trial = useQuery({
    queryKey: ['trial', text, on],
    queryFn: () => client.call('packs.try', { text, on }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const result = text === '' ? null : (trial.data ?? null);
  const behind = typed !== text || trial.isFetching;
  return {
    result,
    error: trial.error,
    behind,
    proven: !behind && result?.outcome === 'read' && result.faults.length === 0,
    matters,
    matter,
    versions,
    version,
    chooseMatter,
    chooseVersion,
  };
}
