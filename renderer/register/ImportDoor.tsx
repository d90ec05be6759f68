import { Input, Modal, Radio, type GetRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useRunners } from '../commands.ts';
import { useCommand, useDesk } from '../queries.ts';
import { show, useUi } from '../store.ts';
import { useWords } from '../useWords.ts';
import { chosen, dropped, propose, type Grouping, type NamedFile } from './files.ts';
import { useDrops } from '../drops.ts';
import { ask, useImports } from './imports.ts';
import { offer, startImport } from './startImport.ts';

/** Everything by which files come in, on whatever screen one is: drop, picker, paste, and the one question. */
export function ImportDoor(): React.JSX.Element {
  const desk = useDesk();
  const asking = useImports((imports) => imports.asking);
  const onRegister = useUi((ui) => ui.screen === 'register');
  const picker = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  useRunners({
    'register.import': onRegister ? () => picker.current?.click() : null,
    'register.paste': onRegister ? () => setPasting(true) : null,
  });
  return (
    <>
      <DropTarget />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept=".docx,.pdf,.txt,.md,.zip"
        data-testid="file-picker"
        onChange={({ target }) => {
          const files = chosen(target.files ?? []);
          target.value = '';
          void offer(desk, files);
        }}
      />
      {asking ? <GroupingDialog key={asking.map(({ path }) => path).join('\n')} files={asking} /> : null}
      <PasteDialog open={pasting} close={() => setPasting(false)} />
    </>
  );
}

/** The whole window takes drops; the page itself never navigates to a dropped file. */
function DropTarget(): React.JSX.Element | null {
  const desk = useDesk();
  const words = useWords();
  const [over, setOver] = useState(false);
  const taker = useDrops((drops) => drops.taker);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      const files = dropped(event.dataTransfer);
      if (taker) {
        void files.then(taker.take);
        return;
      }
      show('register');
      void files.then((found) => offer(desk, found));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [desk, taker]);
  return over ? (
    <div className="drop-over">
      <p>{taker ? words.library.dropHere[taker.what] : words.register.dropHere}</p>
    </div>
  ) : null;
}

function GroupingDialog({ files }: Readonly<{ files: readonly NamedFile[] }>): React.JSX.Element {
  const desk = useDesk();
  const { register, desk: common } = useWords();
  const [proposal] = useState(() => propose(files));
  const [grouping, setGrouping] = useState<Grouping>(proposal.grouping);
  const [main, setMain] = useState(proposal.main);
  const start = (): void => {
    ask(null);
    show('register');
    void startImport(desk, files, grouping, grouping === 'together' ? { main } : {});
  };
  return (
    <Modal
      open
      title={register.grouping.title(files.length)}
      okText={register.grouping.start}
      okButtonProps={{ autoFocus: true }}
      cancelText={common.actions.cancel}
      onOk={start}
      onCancel={() => ask(null)}
    >
      <Radio.Group
        className="grouping"
        value={grouping}
        onChange={({ target }) => setGrouping(target.value as Grouping)}
        options={(['together', 'separate'] as const).map((value) => ({
          value,
          label: (
            <>
              <b>{register.grouping[value]}</b>
              <span className="dim">{register.grouping[`${value}Note`]}</span>
            </>
          ),
        }))}
      />
      <ol className="grouping-files">
        {files.map((file, at) => (
          <li key={file.path}>
            {grouping === 'together' ? (
              <label>
                <input type="radio" name="main" checked={at === main} onChange={() => setMain(at)} />
                <span className="clip" title={file.path}>
                  {file.name}
                </span>
                <span className={at === main ? 'chip chip-accent' : 'chip'}>
                  {at === main ? register.grouping.main : register.grouping.annex}
                </span>
              </label>
            ) : (
              <span className="clip" title={file.path}>
                {file.name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Modal>
  );
}

function PasteDialog({ open, close }: Readonly<{ open: boolean; close: () => void }>): React.JSX.Element {
  const { register, desk } = useWords();
  const paste = useCommand('import.paste');
  const [text, setText] = useState('');
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const start = (): void => {
    paste.mutate(
      { text },
      {
        onSuccess: () => {
          setText('');
          close();
        },
      },
    );
  };
  return (
    <Modal
      open={open}
      title={register.pasting.title}
      okText={register.pasting.start}
      okButtonProps={{ disabled: text.trim() === '', title: text.trim() === '' ? register.pasting.missing : undefined }}
      cancelText={desk.actions.cancel}
      confirmLoading={paste.isPending}
      width={640}
      onOk={start}
      onCancel={close}
      afterOpenChange={(shown) => shown && area.current?.focus()}
    >
      <Input.TextArea
        ref={area}
        rows={14}
        value={text}
        aria-label={register.pasting.label}
        placeholder={register.pasting.placeholder}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') start();
        }}
      />
    </Modal>
  );
}
