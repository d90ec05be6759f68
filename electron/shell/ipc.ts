/** Commands from the page: a known name, from the main frame of our own page, or nothing. */
import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Reply } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { words } from '../../shared/words/words.ts';
import type { HostLink } from './host-link.ts';
import { isTrusted } from './links.ts';

export function connectPage(host: HostLink, window: BrowserWindow): void {
  ipcMain.handle('call', async (event, command: unknown, input: unknown): Promise<Reply> => {
    const frame = event.senderFrame;
    const trusted = frame !== null && isTrusted({ url: frame.url, isMainFrame: frame.parent === null });
    if (!trusted || !isCommand(command)) return refused();
    return host.call(command, input);
  });
  host.onNotify((notification) => {
    if (!window.isDestroyed()) window.webContents.send('notify', notification);
  });
}

export function isCommand(name: unknown): name is keyof typeof contract {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

function refused(): Reply {
  const { zh, en } = words;
  return { ok: false, error: { kind: 'forbidden', message: zh.doors.notForYou, english: en.doors.notForYou } };
}
