import { App, Button } from 'antd';
import { useRef } from 'react';
import type { PackRow } from '../../shared/api/rule-commands.ts';
import type { OwnFault } from '../../shared/rules/own/pack.ts';
import { faultText } from '../../shared/rules/own/tell.ts';
import { words as allWords, type Words } from '../../shared/words/words.ts';
import { run } from '../commands.ts';
import { useDropTaker } from '../drops.ts';
import { formatMoment, shortHash } from '../format.ts';
import { handOver } from '../opinion/useExport.tsx';
import { faultName } from './fault-names.ts';
import { openOwn } from './openOwn.ts';
import { errorOf, useCommand, useDesk, usePacks } from '../queries.ts';
import { chosen, type NamedFile } from '../register/files.ts';
import { notify, notifyError } from '../store.ts';
import { popups } from '../ui/popups.ts';
import { Chip, EmptyState, Failed, Loading } from '../ui/small.tsx';
import { useToday } from '../useToday.ts';
import { useWords } from '../useWords.ts';

/** 规则包: what came in from whom, what of it is not in use and why. */
export function PacksTab(): React.JSX.Element {
  const { desk, library } = useWords();
  const { packs } = library;
  const asked = usePacks();
  const install = useCommand('packs.install');
  const picker = useRef<HTMLInputElement>(null);
  const take = async (files: readonly NamedFile[]): Promise<void> => {
    for (const file of files) {
      const text = await packText(file);
      /* The notices have told a refusal; the others are still brought in. */
      if (text !== null) await install.mutateAsync({ text }).catch(noop);
    }
  };
  useDropTaker('packs', (files) => void take(files));
  return (
    <section className="work">
      <div className="part-head">
        <p>{packs.lead}</p>
        <Button onClick={() => run('rule.write')}>
          {library.write} <span className="key-letter">N</span>
        </Button>
        <Button type="primary" disabled={install.isPending} onClick={() => picker.current?.click()}>
          {packs.add}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept=".yaml,.yml"
        data-testid="pack-picker"
        onChange={({ target }) => {
          const files = chosen(target.files ?? []);
          target.value = '';
          void take(files);
        }}
      />
      {asked.isPending ? <Loading>{desk.states.loading}</Loading> : null}
      {asked.isError ? <Failed error={errorOf(asked.error)} retry={() => void asked.refetch()} /> : null}
      {asked.data?.length === 0 ? <EmptyState>{packs.empty}</EmptyState> : null}
      <ul className="packs">
        {asked.data?.map((pack) => (
          <Pack key={pack.name} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

function Pack({ pack }: Readonly<{ pack: PackRow }>): React.JSX.Element {
  const words = useWords();
  const { packs } = words.library;
  const desk = useDesk();
  const { modal } = App.useApp();
  const today = useToday();
  const remove = useCommand('packs.remove');
  const save = async (): Promise<void> => {
    try {
      const { name, text } = await desk.client.call('packs.export', { name: pack.name });
      const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
      handOver(address, name);
      URL.revokeObjectURL(address);
    } catch (fault) {
      notifyError(errorOf(fault));
    }
  };
  const ask = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: packs.removeAsk(pack.name),
      okText: packs.remove,
      cancelText: words.desk.actions.cancel,
      icon: null,
      getContainer: popups,
    });
    if (sure) remove.mutate({ name: pack.name });
  };
  return (
    <li className="pack" aria-label={pack.name}>
      <header>
        <h2>{pack.name}</h2>
        <Chip>{packs.version(pack.version)}</Chip>
        <Chip tone="done">{packs.rules(pack.rules)}</Chip>
        {pack.faults.length > 0 ? <Chip tone="high">{packs.faults(pack.faults.length)}</Chip> : null}
        <span className="grow" />
        <Button size="small" onClick={() => void save()}>
          {packs.export}
        </Button>
        <Button size="small" disabled={remove.isPending} onClick={() => void ask()}>
          {packs.remove}
        </Button>
      </header>
      <p className="dim">
        {packs.author(pack.author)} · {packs.by(pack.by, formatMoment(pack.at, today))} ·{' '}
        <code title={pack.sha256}>{shortHash(pack.sha256)}</code>
      </p>
      {pack.faults.length > 0 ? (
        <ul className="pack-faults">
          {pack.faults.map((fault, at) => (
            // A rule may fail by several of its examples.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>
              {faultText(named(fault, words), words)}{' '}
              {fault.rule.startsWith('own-') ? (
                <Button size="small" type="link" onClick={() => void openOwn(desk, pack.name, fault.rule)}>
                  {words.library.edit}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A fault with the place as the form calls it. */
function named(fault: OwnFault, { ruleForm }: Words): OwnFault {
  return fault.kind === 'shape' ? { ...fault, path: faultName(fault.path, ruleForm.fields) } : fault;
}

/** The text of a chosen file; null when it is none, which the notices tell. */
async function packText({ name, file }: NamedFile): Promise<string | null> {
  const refuse = (why: 'notYaml' | 'unreadable'): null => {
    notify('error', { zh: allWords.zh.library.packs[why](name), en: allWords.en.library.packs[why](name) });
    return null;
  };
  if (!/\.ya?ml$/iu.test(name)) return refuse('notYaml');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refuse('unreadable');
  }
}

function noop(): void {}
