/** The Electron main process: one window, one host, nothing of the domain. */
import { fileURLToPath } from 'node:url';
import { app, dialog, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { words } from '../../shared/words/words.ts';
import type { Language } from '../../shared/words/words.ts';
import { ownLibrary } from '../host/own-library.ts';
import { startAgain } from './again.ts';
import { startHost } from './host-link.ts';
import type { HostLink } from './host-link.ts';
import { connectPage } from './ipc.ts';
import { startUrl } from './links.ts';
import { setMenu } from './menu.ts';
import { declareScheme, serveScheme } from './protocol.ts';
import { shut } from './shut.ts';
import { openWindow } from './window.ts';

if (app.isReady()) startAgain(fileURLToPath(import.meta.url));
else {
  declareScheme();
  if (app.requestSingleInstanceLock({ library: libraryFolder() })) void start();
  else app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  shut(session.defaultSession);

  const host = startHost(libraryFolder(), app.getVersion());
  const refused = await host.opened;
  if (refused) {
    process.stderr.write(`${refused.message}\n${refused.english}\n`);
    dialog.showErrorBox(words.zh.doors.cannotStart, `${refused.message}\n\n${refused.english}`);
    app.exit(2);
    return;
  }
  serveScheme(host);
  const window = openWindow(fileURLToPath(new URL('./preload.cjs', import.meta.url)));
  connectPage(host, window);
  setMenu(window, language());
  app.on('second-instance', () => show(window));
  host.onGone(() => {
    dialog.showErrorBox(words.zh.doors.cannotStart, `${words.zh.doors.hostGone}\n\n${words.en.doors.hostGone}`);
    app.exit(3);
  });
  quitAfterClosing(host);
  await window.loadURL(startUrl);
}

/** The last acts are written and the library let go before the process ends. */
function quitAfterClosing(host: HostLink): void {
  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void host.close().finally(() => app.exit(0));
  });
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** `--library DIR`, else the user's own. */
function libraryFolder(): string {
  const at = process.argv.indexOf('--library');
  return (at < 0 ? undefined : process.argv[at + 1]) || ownLibrary();
}

function language(): Language {
  return app.getLocale().startsWith('zh') || app.getLocale() === '' ? 'zh' : 'en';
}
