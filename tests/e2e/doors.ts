/**
 * The two doors a story runs through: a browser at the loopback host, or the Electron window. A
 * story asks for `door`, may restart it on the same library, and never knows which one it has.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, chromium, expect, test as base } from '@playwright/test';
import type { Browser, ElectronApplication, Page } from '@playwright/test';
import { words } from '../../shared/words/words.ts';

const root = join(import.meta.dirname, '../..');

export type Door = Readonly<{
  library: string;
  page: () => Page;
  /** Quits the program as a person would and starts it again on the same library. */
  restart: () => Promise<Page>;
  /** Does something that saves a file, and answers where it was saved. */
  saved: (act: () => Promise<void>) => Promise<string>;
}>;

type Opened = Readonly<{ page: Page; saved: Door['saved']; close: () => Promise<void> }>;

const flags = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** Only root needs the flag, and only the test gives it. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function openWeb(library: string): Promise<Opened> {
  const host = spawn(process.execPath, ['scripts/fashen.mjs', 'serve', '--library', library], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await printedAddress(host);
  const system = '/usr/bin/chromium';
  const browser: Browser = await chromium.launch({
    args: [...sandbox, ...flags],
    ...(existsSync(system) ? { executablePath: system } : {}),
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  await page.goto(address);
  return {
    page,
    saved: async (act) => {
      const download = page.waitForEvent('download');
      await act();
      const file = await download;
      const path = join(library, file.suggestedFilename());
      await file.saveAs(path);
      return path;
    },
    close: async () => {
      // As a person closes it: the page is told, and may still save.
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
      await browser.close();
      const gone = new Promise((resolve) => host.once('exit', resolve));
      host.kill('SIGTERM');
      await gone;
    },
  };
}

async function printedAddress(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('The host has no output');
  for await (const line of createInterface({ input: host.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The host ended without printing its address');
}

async function openElectron(library: string): Promise<Opened> {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const app: ElectronApplication = await _electron.launch({
    cwd: root,
    // Required first, so that the scheme is declared in time also where the app itself is loaded late.
    args: [...sandbox, '--disable-gpu', '-r', join(root, 'out/shell/shell.cjs'), root, '--library', library],
    ...(dist ? { executablePath: join(dist, 'electron') } : {}),
  });
  const page = await app.firstWindow();
  await resizeWindow(app, 1366, 768);
  return {
    page,
    // The window would ask where to save: the answer is given for it.
    saved: async (act) => {
      const done = app.evaluate(
        ({ session }, folder) =>
          new Promise<string>((resolve) => {
            session.defaultSession.once('will-download', (_event, item) => {
              const path = `${folder}/${item.getFilename()}`;
              item.setSavePath(path);
              item.once('done', () => resolve(path));
            });
          }),
        library,
      );
      await act();
      return done;
    },
    close: () => app.close(),
  };
}

async function resizeWindow(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
}

type Fixtures = Readonly<{
  /** The folder the library is kept in; a story may put it elsewhere. */
  library: string;
  door: Door;
}>;

export const test = base.extend<Fixtures>({
  library: async ({ browserName: _unused }, use) => {
    const library = mkdtempSync(join(tmpdir(), 'fashen-e2e-'));
    await use(library);
    rmSync(library, { recursive: true, force: true });
  },
  door: async ({ library }, use, info) => {
    const electron = info.project.metadata['door'] === 'electron';
    info.skip(electron && !hasElectron(), 'no Electron runtime');
    const complaints: string[] = [];
    const open = async (): Promise<Opened> => {
      const fresh = await (electron ? openElectron : openWeb)(library);
      listen(fresh.page, complaints);
      return fresh;
    };
    let opened = await open();
    await use({
      library,
      page: () => opened.page,
      restart: async () => {
        await opened.close();
        opened = await open();
        return opened.page;
      },
      saved: (act) => opened.saved(act),
    });
    await opened.close();
    expect(complaints, 'what the window complained of').toEqual([]);
  },
});

/** Faults of scripts, breaches of the policy, warnings of React and antd; not the answers of the host. */
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (fault) => complaints.push(fault.message));
  page.on('console', (message) => {
    const text = message.text();
    if (!['error', 'warning'].includes(message.type()) || text.startsWith('Failed to load resource')) return;
    complaints.push(text);
  });
}

/** The first start: who is at work. Answers once the sample matter is in the register. */
export async function introduce(page: Page): Promise<void> {
  const { desk } = words.zh;
  await page.getByLabel(desk.person.name).fill('王芳');
  await page.getByRole('button', { name: desk.person.start }).click();
  await expect(page.getByRole('row', { name: /档案密集架采购合同/u })).toBeVisible({ timeout: 30_000 });
}

/** Electron stories run wherever a runtime is; tests/skips.json names the one allowed exception. */
export function hasElectron(): boolean {
  return Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH']) || existsSync(join(root, 'node_modules/electron/dist'));
}

/** Drops files on the window as a person does, with real bytes. */
export async function dropFiles(
  page: Page,
  files: readonly Readonly<{ name: string; bytes: Uint8Array }>[],
): Promise<void> {
  const contents = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle((items) => {
    const data = new DataTransfer();
    for (const item of items) {
      const bytes = Uint8Array.from(atob(item.base64), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], item.name));
    }
    return data;
  }, contents);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

export { expect };
