/** The native menu: names of the page's own commands, and what every program has. */
import { Menu } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Language, Words } from '../../shared/words/words.ts';
import { words } from '../../shared/words/words.ts';

type CommandId = keyof Words['desk']['commands'];

/** Commands by menu; keys are the page's business, so that they work alike in both doors. */
export const menus: Readonly<Record<'file' | 'go' | 'view', readonly CommandId[]>> = {
  file: ['register.import', 'register.paste', 'opinion.export', 'opinion.annotated', 'opinion.clean'],
  go: ['screen.register', 'screen.review', 'screen.opinion', 'screen.rules', 'palette.open', 'law.search'],
  view: ['theme.switch', 'language.switch', 'keys.help'],
};

export function setMenu(window: BrowserWindow, language: Language): void {
  const say = words[language];
  const commands = (ids: readonly CommandId[]): MenuItemConstructorOptions[] =>
    ids.map((id) => ({ label: say.desk.commands[id], click: () => runCommand(window, id) }));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: say.doors.menu.file,
        submenu: [...commands(menus.file), { type: 'separator' }, { role: 'quit', label: say.doors.menu.quit }],
      },
      {
        label: say.doors.menu.edit,
        submenu: [
          { role: 'cut', label: say.doors.menu.cut },
          { role: 'copy', label: say.doors.menu.copy },
          { role: 'paste', label: say.doors.menu.paste },
          { role: 'selectAll', label: say.doors.menu.selectAll },
        ],
      },
      { label: say.doors.menu.go, submenu: commands(menus.go) },
      {
        label: say.doors.menu.view,
        submenu: [
          ...commands(menus.view),
          { type: 'separator' },
          { role: 'zoomIn', label: say.doors.menu.zoomIn },
          { role: 'zoomOut', label: say.doors.menu.zoomOut },
          { role: 'resetZoom', label: say.doors.menu.resetZoom },
          { role: 'togglefullscreen', label: say.doors.menu.fullScreen },
        ],
      },
    ]),
  );
}

/** Choosing from the menu is a person's act: it counts as one in the page, so that a file dialog may open. */
function runCommand(window: BrowserWindow, id: CommandId): void {
  void window.webContents.executeJavaScript('0', true).then(() => window.webContents.send('menu', id));
}
