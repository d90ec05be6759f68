/** The page's only bridge: three functions, plain data. */
import { contextBridge, ipcRenderer } from 'electron';

function listen(channel: 'notify' | 'menu', listener: (message: unknown) => void): () => void {
  const hear = (_event: unknown, message: unknown): void => listener(message);
  ipcRenderer.on(channel, hear);
  return () => ipcRenderer.removeListener(channel, hear);
}

contextBridge.exposeInMainWorld('fashen', {
  send: (command: string, input: unknown) => ipcRenderer.invoke('call', command, input),
  subscribe: (listener: (notification: unknown) => void) => listen('notify', listener),
  onMenu: (listener: (command: unknown) => void) => listen('menu', listener),
});
