import { Modal } from 'antd';
import { declarations } from '../commands.ts';
import { screens } from '../route.ts';
import { useUi } from '../store.ts';
import { Kbd } from '../ui/small.tsx';
import { useWords } from '../useWords.ts';

/** Every key, from the table of commands. */
export function KeysHelp(): React.JSX.Element {
  const words = useWords();
  const open = useUi((ui) => ui.keysHelp);
  const groups = (['anywhere', ...screens] as const).map((scope) => ({
    scope,
    title: scope === 'anywhere' ? words.desk.keysHelp.anywhere : words.desk.screens[scope],
    commands: declarations.filter((declaration) => declaration.scope === scope && declaration.keys.length > 0),
  }));
  return (
    <Modal
      open={open}
      title={words.desk.keysHelp.title}
      footer={words.desk.keysHelp.note}
      width={960}
      onCancel={() => useUi.setState({ keysHelp: false })}
    >
      <div className="keys-help">
        {groups.map(({ scope, title, commands }) => (
          <section key={scope}>
            <h3>{title}</h3>
            <dl>
              {commands.map(({ id, keys }) => (
                <div key={id}>
                  <dt>{words.desk.commands[id]}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key} name={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
