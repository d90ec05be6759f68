import { Dropdown, type MenuProps } from 'antd';
import type { Session } from '../../shared/api/contract.ts';
import { useCommandKeys } from './useCommandKeys.ts';
import { screens } from '../route.ts';
import { setLanguage, setTheme, show, useUi } from '../store.ts';
import { useWords } from '../useWords.ts';

type Props = Readonly<{ session: Session | undefined; editPerson: () => void }>;

/** The screens that exist, the search, and who is at work. */
export function TopBar({ session, editPerson }: Props): React.JSX.Element {
  const words = useWords();
  const screen = useUi((ui) => ui.screen);
  const theme = useUi((ui) => ui.theme);
  const language = useUi((ui) => ui.language);
  const keyHint = useCommandKeys();
  const menu: MenuProps = {
    selectable: true,
    selectedKeys: [theme, language],
    items: [
      {
        type: 'group',
        label: words.desk.menu.theme,
        children: (['light', 'dark'] as const).map((key) => ({
          key,
          label: words.desk.menu[key],
          onClick: () => setTheme(key),
        })),
      },
      {
        type: 'group',
        label: words.desk.menu.language,
        children: [
          { key: 'zh', label: words.desk.menu.chinese, onClick: () => setLanguage('zh') },
          { key: 'en', label: words.desk.menu.english, onClick: () => setLanguage('en') },
        ],
      },
      { type: 'divider' },
      { key: 'person', label: words.desk.menu.person, onClick: editPerson, disabled: !session?.person },
      ...(session ? [{ key: 'version', label: words.desk.menu.version(session.version), disabled: true }] : []),
    ],
  };
  return (
    <header className="top-bar">
      <h1 className="brand">
        <b>{words.desk.product.first}</b>
        {words.desk.product.second}
      </h1>
      <nav className="screens" aria-label={words.desk.screensName}>
        {screens.map((name) => (
          <button
            key={name}
            type="button"
            className="screen-tab"
            aria-current={name === screen ? 'page' : undefined}
            title={keyHint(`screen.${name}`)}
            onClick={() => show(name)}
          >
            {words.desk.screens[name]}
          </button>
        ))}
      </nav>
      <span className="grow" />
      <button type="button" className="search-box" onClick={() => useUi.setState({ palette: true })}>
        <span>{words.desk.search}</span>
        <kbd className="kbd">Ctrl K</kbd>
      </button>
      <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
        <button type="button" className="chip person" aria-haspopup="menu">
          {session?.person ? `${session.person} · ${words.desk.role[session.role]}` : words.desk.menu.person}
        </button>
      </Dropdown>
    </header>
  );
}
