// `npm start`: the window where Electron's runtime is there or can be fetched, else the same program
// in a browser on this machine, saying why.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildState, root } from './lib/fresh.mjs';

process.chdir(root);
const args = process.argv.slice(2);

/** How long a fetch of the runtime may take to begin, in milliseconds. */
const patience = 5000;

const reasons = {
  root: [
    '以 root 身份运行，不能安全地打开桌面窗口，改用浏览器。',
    'Running as root, where the window cannot be opened safely: serving to a browser instead.',
  ],
  display: ['没有图形显示，改用浏览器。', 'There is no display: serving to a browser instead.'],
  runtime: [
    '未能取得 Electron 运行环境，改用浏览器。',
    "Electron's runtime could not be fetched: serving to a browser instead.",
  ],
};

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function hasRuntime() {
  return Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH) || existsSync('node_modules/electron/path.txt');
}

/** Asks Electron's own installer to fetch its runtime; false when it has not begun in time. */
async function fetchRuntime() {
  const installer = join('node_modules', 'electron', 'install.js');
  if (!existsSync(installer) || !(await releasesAnswer())) return false;
  const child = spawn(process.execPath, [installer], { stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  return code === 0 && hasRuntime();
}

/** Whether the place that the installer fetches from answers within the time. */
async function releasesAnswer() {
  const version = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version;
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function run(command, words, options = {}) {
  const child = spawn(command, words, { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', () => process.exit(3));
  child.once('exit', (code) => process.exit(code ?? 0));
}

function serve(reason) {
  for (const line of reasons[reason]) console.log(line);
  const child = spawn(process.execPath, ['scripts/fashen.mjs', 'serve', ...args], {
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.stdout.on('data', (bytes) => {
    process.stdout.write(bytes);
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(String(bytes))?.[0];
    if (address && hasDisplay()) openBrowser(address);
  });
  child.once('exit', (code) => process.exit(code ?? 0));
}

/** The default browser; where none can be started, the printed address remains. */
function openBrowser(address) {
  const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  const child = spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}

async function start() {
  if (buildState() !== 'fresh') {
    const code = await new Promise((resolve) =>
      spawn(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).once('exit', resolve),
    );
    if (code !== 0) process.exit(code ?? 3);
  }
  if (process.getuid?.() === 0) return serve('root');
  if (!hasDisplay()) return serve('display');
  if (!hasRuntime() && !(await fetchRuntime())) return serve('runtime');
  // Required first, so that the app:// scheme is declared before Electron is ready.
  return run(process.execPath, ['node_modules/electron/cli.js', '-r', join(root, 'out/shell/shell.cjs'), '.', ...args]);
}

await start();
