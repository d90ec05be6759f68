/** The Electron shell as it is, on an Electron that only remembers what it was told. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { connectPage } from '../../electron/shell/ipc.ts';
import { isOwn, isTrusted, mayNavigate, mayRequest, startUrl } from '../../electron/shell/links.ts';
import { menus } from '../../electron/shell/menu.ts';
import { declareScheme } from '../../electron/shell/protocol.ts';
import { shut } from '../../electron/shell/shut.ts';
import { openWindow } from '../../electron/shell/window.ts';
import { words } from '../../shared/words/words.ts';

type Handler = (...given: unknown[]) => unknown;

const told = vi.hoisted(() => ({
  ipc: new Map<string, Handler>(),
  contents: new Map<string, Handler>(),
  options: [] as { webPreferences: Record<string, unknown> }[],
  schemes: [] as unknown[],
  opened: [] as Handler[],
}));

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => told.ipc.set(channel, handler) },
  protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => told.schemes.push(...schemes) },
  Menu: {},
  BrowserWindow: class {
    webContents = {
      setWindowOpenHandler: (handler: Handler) => told.opened.push(handler),
      on: (event: string, handler: Handler) => told.contents.set(event, handler),
    };
    constructor(options: { webPreferences: Record<string, unknown> }) {
      told.options.push(options);
    }
    once(): void {}
  },
}));

const shell = join(import.meta.dirname, '../../electron/shell');
const sources = readdirSync(shell)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(shell, name), 'utf8'));

beforeAll(() => void openWindow('/preload.cjs'));

describe('the window', () => {
  it('runs the page sandboxed, apart, and without Node', () => {
    expect(told.options[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    });
  });

  it('is the only one, and nothing is ever opened outside', () => {
    const all = sources.join('\n');
    expect(all.match(/new BrowserWindow\(/gu)).toHaveLength(1);
    expect(all).not.toMatch(
      /openExternal|openPath|loadFile|new BrowserView|WebContentsView|enableRemoteModule|no-sandbox/u,
    );
  });

  it('declares its scheme without a way round the policy', () => {
    declareScheme();
    expect(told.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it('opens no further window and no webview', () => {
    expect(told.opened[0]?.({ url: startUrl })).toEqual({ action: 'deny' });
    expect(prevented('will-attach-webview', startUrl)).toBe(true);
  });

  it('names only commands that the page knows in its menu', () => {
    for (const id of Object.values(menus).flat()) expect(words.zh.desk.commands).toHaveProperty([id]);
  });
});

function prevented(event: string, url: string): boolean {
  let stopped = false;
  told.contents.get(event)?.({ url, preventDefault: () => (stopped = true) });
  return stopped;
}

/** Whether the window may go there, and whether the page may load from there. */
const addresses: readonly (readonly [string, boolean, boolean])[] = [
  ['app://fashen/', true, true],
  ['app://fashen/index.html', true, true],
  ['app://fashen/#review/1', true, true],
  ['app://fashen', false, true],
  ['app://fashen/assets/index.js', false, true],
  ['app://fashen/original/aa', false, true],
  ['app://fashen/../index.html', true, true],
  ['blob:app://fashen/3c1f', false, true],
  ['data:image/png;base64,AA', false, true],
  ['data:text/html,<script>1</script>', false, true],
  ['app://FASHEN/', false, false],
  ['app://fashen.evil.example/', false, false],
  ['app://evil/', false, false],
  ['app://fashen@evil/', false, false],
  ['app://user@fashen/', false, false],
  ['app://fashen:8080/', false, false],
  ['app:fashen/', false, false],
  ['app:///index.html', false, false],
  ['apps://fashen/', false, false],
  ['file:///etc/passwd', false, false],
  ['file://fashen/index.html', false, false],
  ['file://server/share/a.docx', false, false],
  ['\\\\server\\share\\a.docx', false, false],
  ['C:\\Windows\\win.ini', false, false],
  ['http://fashen/', false, false],
  ['https://evil.example/', false, false],
  ['https://evil.example/app://fashen/', false, false],
  ['http://127.0.0.1:80/', false, false],
  ['ws://evil.example/', false, false],
  ['ftp://evil.example/', false, false],
  ['javascript:alert(1)', false, false],
  ['vbscript:x', false, false],
  ['about:blank', false, false],
  ['blob:https://evil.example/3c1f', false, false],
  ['blob:null/3c1f', false, false],
  ['filesystem:app://fashen/temporary/a', false, false],
  ['view-source:app://fashen/', false, false],
  ['chrome://gpu', false, false],
  ['devtools://devtools/bundled/inspector.html', false, false],
  ['ms-word:ofe|u|https://evil.example/a.docx', false, false],
  ['mailto:a@evil.example', false, false],
  ['search-ms:query=x', false, false],
  ['', false, false],
  ['/', false, false],
];

describe('where the window may go and what the page may load', () => {
  it('is asked in at least thirty cases', () => expect(addresses.length).toBeGreaterThanOrEqual(30));

  it.each(addresses)('%j: go %s, load %s', (url, go, load) => {
    expect(mayNavigate(url)).toBe(go);
    expect(mayRequest(url)).toBe(load);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(prevented(event, url)).toBe(!go);
    }
    if (!load) expect(isOwn(url)).toBe(false);
  });

  it('answers every request of the session by it, and no wish for the machine', () => {
    const answers: unknown[] = [];
    const handlers: Handler[] = [];
    shut({
      setPermissionRequestHandler: (handler) =>
        handler?.(null as never, 'media', (given) => answers.push(given), null as never),
      setPermissionCheckHandler: (handler) => answers.push(handler?.(null, 'media', startUrl, null as never)),
      setDevicePermissionHandler: (handler) => answers.push(handler?.({ deviceType: 'usb' } as never)),
      webRequest: { onBeforeRequest: (handler: Handler) => handlers.push(handler) } as never,
    });
    expect(answers).toEqual([false, false, false]);
    const cancelled = (url: string): unknown => {
      let got: unknown;
      handlers[0]?.({ url }, (answer: unknown) => (got = answer));
      return got;
    };
    expect(cancelled('https://evil.example/')).toEqual({ cancel: true });
    expect(cancelled('app://fashen/a.js')).toEqual({ cancel: false });
  });
});

describe('messages from the page', () => {
  const calls: string[] = [];
  const host = {
    call: async (command: string): Promise<Reply> => {
      calls.push(command);
      return { ok: true, value: null };
    },
    onNotify: () => undefined,
  };
  const call = (sender: unknown, command: unknown): Promise<Reply> => {
    connectPage(host as never, {} as never);
    return told.ipc.get('call')?.({ senderFrame: sender }, command, {}) as Promise<Reply>;
  };
  const page = { url: startUrl, parent: null };

  it.each(Object.keys(contract))('takes %s from its own page and hands it on', async (command) => {
    calls.length = 0;
    expect(await call(page, command)).toMatchObject({ ok: true });
    expect(calls).toEqual([command]);
  });

  it.each([
    ['no frame', null],
    ['a child frame of its own', { url: startUrl, parent: page }],
    ['a child frame of another', { url: 'https://evil.example/', parent: page }],
    ['another page', { url: 'https://evil.example/', parent: null }],
    ['a file', { url: 'file:///tmp/a.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a blob', { url: 'blob:app://fashen/1', parent: null }],
    ['an original opened as a page', { url: `app://fashen/original/${'a'.repeat(64)}`, parent: null }],
  ])('takes no command from %s', async (_, sender) => {
    calls.length = 0;
    for (const command of Object.keys(contract)) {
      expect(await call(sender, command)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    }
    expect(calls).toEqual([]);
  });

  it.each([
    undefined,
    null,
    1,
    {},
    [],
    '',
    'nothing',
    '__proto__',
    'constructor',
    'toString',
    ['session.get'],
    'Session.get',
    'session.get ',
    'x'.repeat(1_000_000),
  ])('takes no unknown command %#', async (command) => {
    calls.length = 0;
    expect(await call(page, command)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(calls).toEqual([]);
  });

  it('has one channel in, and the page a bridge of three functions', () => {
    expect([...told.ipc.keys()]).toEqual(['call']);
    const preload = readFileSync(join(shell, 'preload.ts'), 'utf8');
    expect(preload.match(/^ {2}\w+:/gmu)).toEqual(['  send:', '  subscribe:', '  onMenu:']);
    expect(isTrusted({ url: startUrl, isMainFrame: true })).toBe(true);
  });
});
