/** The window: what it may do is data, so that a test can read it. */
import { BrowserWindow } from 'electron';
import type { WebPreferences } from 'electron';
import { mayNavigate } from './links.ts';

/** docs: Electron security checklist, points 2–7. Nothing here may be relaxed. */
export const webPreferences: Omit<WebPreferences, 'preload'> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
};

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 820,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '法审工作台',
    webPreferences: { ...webPreferences, preload },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const stay = (event: Readonly<{ url: string; preventDefault: () => void }>): void => {
    if (!mayNavigate(event.url)) event.preventDefault();
  };
  webContents.on('will-navigate', stay);
  webContents.on('will-redirect', stay);
  webContents.on('will-frame-navigate', stay);
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return window;
}
