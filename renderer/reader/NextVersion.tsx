import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useDesk } from '../queries.ts';
import { chosen } from '../register/files.ts';
import { dismissRows, isSettled, progressRows, useImports } from '../register/imports.ts';
import { startImport } from '../register/startImport.ts';
import { useLanguage, useWords } from '../useWords.ts';

/** Takes in what came back from the other side as the matter's next version. */
export function NextVersion({ matter }: Readonly<{ matter: string }>): React.JSX.Element {
  const { reader } = useWords();
  const desk = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        title={reader.nextVersionHint}
        onClick={() => picker.current?.click()}
      >
        {reader.nextVersion}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        accept=".docx,.pdf,.txt,.md"
        aria-label={reader.nextVersionHint}
        data-testid="version-picker"
        onChange={({ target }) => {
          const files = chosen(target.files ?? []);
          target.value = '';
          if (files.length > 0) void startImport(desk, files, 'together', { into: matter });
        }}
      />
    </>
  );
}

/** How far the next version is, and why it was not taken in. */
export function NextVersionProgress({ matter }: Readonly<{ matter: string }>): React.JSX.Element | null {
  const { register, reader, desk } = useWords();
  const language = useLanguage();
  const rows = progressRows(useImports()).filter(({ into, state }) => into === matter && state !== 'done');
  if (rows.length === 0) return null;
  return (
    <ul className="side-list">
      {rows.map(({ key, name, state, zh, en }) => {
        const why = state === 'duplicate' ? reader.sameVersion(name) : ((language === 'zh' ? zh : en) ?? name);
        return (
          <li key={key} className="side-note" role={state === 'failed' ? 'alert' : 'status'}>
            <b>{register.importing.states[state]}</b> {why}
            {isSettled(state) ? (
              <Button size="small" type="text" onClick={() => dismissRows([key])}>
                {desk.actions.dismiss}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
