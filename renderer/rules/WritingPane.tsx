import { App, Button, Input, Select } from 'antd';
import type { Session } from '../../shared/api/contract.ts';
import type { PackRow, RuleRow } from '../../shared/api/rule-commands.ts';
import { newPack, withRule, withoutRule } from '../../shared/rules/own/write.ts';
import type { RuleRead } from '../../shared/rules/own/write.ts';
import { errorOf, useCommand, useDesk, usePacks, useRules, useSession } from '../queries.ts';
import { notifyError, openRules } from '../store.ts';
import { Choice } from '../ui/Choice.tsx';
import { popups } from '../ui/popups.ts';
import { useWords } from '../useWords.ts';
import { DraftForm } from './DraftForm.tsx';
import { faultNames } from './fault-names.ts';
import { Trial } from './Trial.tsx';
import { useTrial } from './useTrial.ts';
import './writing.css';
import { choosePack, ownPackName, readWriting, stopWriting, turnTo, writeText, type Writing } from './writing.ts';

/** An own rule being written, left the rule, right what it finds. Nothing is kept until it is saved. */
export function WritingPane({ writing }: Readonly<{ writing: Writing }>): React.JSX.Element {
  const { ruleForm } = useWords();
  const read = readWriting(writing);
  const trial = useTrial(read);
  const save = useSave(writing);
  const faults = useFaults(writing, read);
  const ready = read.kind === 'rule' && faults.length === 0 && trial.proven && !save.busy;
  const submit = (): void => {
    if (ready) void save.keep(read);
  };
  const { as } = writing;
  return (
    <div className="writing">
      <form
        className="writing-rule"
        aria-label={writing.replaces === null ? ruleForm.newTitle : ruleForm.editTitle}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
      >
        <header>
          <h2>{writing.replaces === null ? ruleForm.newTitle : ruleForm.editTitle}</h2>
          <Choice
            label={ruleForm.view}
            options={(['form', 'yaml'] as const).map((value) => ({ value, label: ruleForm[value] }))}
            value={as.kind}
            choose={(kind) => turnTo(writing, kind)}
          />
        </header>
        <div className="writing-body">
          {as.kind === 'form' ? (
            <DraftForm writing={writing} draft={as.draft} />
          ) : (
            <Input.TextArea
              className="writing-yaml"
              value={as.text}
              rows={24}
              spellCheck={false}
              aria-label={ruleForm.yamlLabel}
              onChange={({ target }) => writeText(target.value)}
            />
          )}
        </div>
        {faults.length > 0 && writing.touched ? (
          <p className="writing-faults" role="status">
            {faults.join(' ')}
          </p>
        ) : null}
        <Foot writing={writing} ready={ready} busy={save.busy} remove={save.remove} />
      </form>
      <Trial read={read} trial={trial} />
    </div>
  );
}

/** What keeps the rule from being saved, besides its examples. */
function useFaults(writing: Writing, read: RuleRead): readonly string[] {
  const { ruleForm } = useWords();
  const rules = useRules().data;
  if (read.kind === 'not-yaml') return [ruleForm.badYaml(read.line)];
  const id = read.written['id'];
  const taken = rules?.some((row) => row.id === id && row.id !== writing.replaces) ?? false;
  return [
    ...(read.kind === 'faulty'
      ? [ruleForm.owed(faultNames(read.paths, ruleForm.fields).join(ruleForm.separator))]
      : []),
    ...(taken ? [ruleForm.idTaken(String(id))] : []),
  ];
}

type FootProps = Readonly<{ writing: Writing; ready: boolean; busy: boolean; remove: () => void }>;

function Foot({ writing, ready, busy, remove }: FootProps): React.JSX.Element {
  const { ruleForm } = useWords();
  const { modal } = App.useApp();
  const packs = usePacks().data ?? [];
  const names = [...new Set([ownPackName, ...packs.map(({ name }) => name), writing.pack])];
  const discard = async (): Promise<void> => {
    const sure =
      !writing.touched ||
      (await modal.confirm({ title: ruleForm.discardAsk, okText: ruleForm.discard, icon: null, getContainer: popups }));
    if (sure) stopWriting();
  };
  return (
    <footer>
      <label htmlFor="writing-pack">{ruleForm.pack}</label>
      <Select<string>
        id="writing-pack"
        value={writing.pack}
        disabled={writing.replaces !== null}
        popupMatchSelectWidth={false}
        options={names.map((value) => ({ value, label: value }))}
        onChange={choosePack}
      />
      <span className="grow" />
      {writing.replaces === null ? null : (
        <Button disabled={busy} onClick={remove}>
          {ruleForm.removeRule}
        </Button>
      )}
      <Button onClick={() => void discard()}>{ruleForm.discard}</Button>
      <Button type="primary" htmlType="submit" disabled={!ready} loading={busy}>
        {ruleForm.save}
      </Button>
    </footer>
  );
}

type Saving = Readonly<{
  busy: boolean;
  keep: (read: Extract<RuleRead, { kind: 'rule' }>) => Promise<void>;
  remove: () => void;
}>;

/** Puts the rule into its pack, or takes it out, as a new version of the pack. */
function useSave({ pack, replaces }: Writing): Saving {
  const { ruleForm, desk } = useWords();
  const { client } = useDesk();
  const { modal } = App.useApp();
  const packs: readonly PackRow[] = usePacks().data ?? [];
  const rules: readonly RuleRow[] = useRules().data ?? [];
  const session: Session | undefined = useSession().data;
  const install = useCommand('packs.install');
  const current = async (): Promise<string | null> =>
    packs.some(({ name }) => name === pack) ? (await client.call('packs.export', { name: pack })).text : null;
  const keep: Saving['keep'] = async ({ rule, written }) => {
    try {
      const text = await current();
      const next = text === null ? newPack(pack, session?.person ?? '', written) : withRule(text, written, replaces);
      await install.mutateAsync({ text: next });
      stopWriting();
      openRules('rules', rule.id);
    } catch (fault) {
      notifyError(errorOf(fault));
    }
  };
  const remove = async (): Promise<void> => {
    const id = replaces ?? '';
    const title = rules.find((row) => row.id === id)?.title ?? id;
    const sure = await modal.confirm({
      title: ruleForm.removeAsk(title),
      okText: ruleForm.removeRule,
      cancelText: desk.actions.cancel,
      icon: null,
      getContainer: popups,
    });
    if (!sure) return;
    try {
      const text = await current();
      if (text !== null) await install.mutateAsync({ text: withoutRule(text, id) });
      stopWriting();
    } catch (fault) {
      notifyError(errorOf(fault));
    }
  };
  return { busy: install.isPending, keep, remove: () => void remove() };
}
