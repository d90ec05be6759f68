// Runs everything: unit, api, cases, security and corpus tests by vitest, then the stories in real
// Chromium and real Electron by Playwright. Finds or installs what they need, counts exactly, and
// fails on any skip that tests/skips.json does not allow on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const results = 'test-results';
const root = process.getuid?.() === 0;
const debian = existsSync('/usr/bin/apt-get');
const times = [];

function run(command, args, env = {}) {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;
}

function stage(name, work) {
  const start = performance.now();
  const outcome = work();
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return outcome;
}

function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** A small disk of memory can be mounted: Linux, as root, and not in a container that forbids it. */
function canMount() {
  const probe = join(results, 'probe');
  mkdirSync(probe, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  return mounted;
}

/** As root on Debian the missing parts are installed; elsewhere Playwright's own browser is tried. */
function prepareMachine() {
  const wanted = [
    ['chromium', 'chromium'],
    ['soffice', 'libreoffice-writer-nogui'],
    ['pdftotext', 'poppler-utils'],
    ['xvfb-run', 'xvfb'],
    ['xauth', 'xauth'],
  ].filter(([command]) => !onPath(command));
  const fonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') ? [] : [['', 'fonts-noto-cjk']];
  const missing = [...wanted, ...fonts].map(([, name]) => name);
  if (root && debian && missing.length > 0) {
    console.log(`Installing ${missing.join(', ')}`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  }
  if (onPath('chromium')) return;
  if (run('npx', ['playwright', 'install', 'chromium']) !== 0) {
    console.error('需要 Chromium 才能运行端到端测试，请执行：npx playwright install --with-deps chromium');
    console.error('The end-to-end tests need Chromium. Run: npx playwright install --with-deps chromium');
    process.exit(1);
  }
}

/** The folder of an Electron that can start here; null when there is none. */
function electronRuntime() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (existsSync('node_modules/electron/dist')) return 'node_modules/electron/dist';
  const provider = '../shared/tools/electron-runtime';
  if (!root || !existsSync(provider)) return null;
  const answer = spawnSync(provider, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

function vitestTests() {
  const report = join(results, 'vitest.json');
  const status = run('node_modules/.bin/vitest', [
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const tests = readReport(report)?.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ id: test.fullName, state: stateOf(test.status) })),
  );
  return { name: 'vitest', status, tests: tests ?? [] };
}

function playwrightTests(electron) {
  const report = join(results, 'playwright.json');
  const command = ['node_modules/.bin/playwright', 'test'];
  const [program, ...args] = process.env.DISPLAY || !onPath('xvfb-run') ? command : ['xvfb-run', '-a', ...command];
  const status = run(program, args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...(electron ? { ELECTRON_OVERRIDE_DIST_PATH: electron } : {}),
  });
  const flatten = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(flatten)];
  const tests = readReport(report)
    ?.suites.flatMap(flatten)
    .flatMap((spec) =>
      spec.tests.map((test) => ({
        id: `${test.projectName} ${spec.title}`,
        state: test.status === 'skipped' ? 'skipped' : test.status === 'expected' ? 'passed' : 'failed',
      })),
    );
  return { name: 'playwright', status, tests: tests ?? [] };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function stateOf(status) {
  return status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped';
}

/** A skip stands only when a line of tests/skips.json names it and its condition is true here. */
function refusedSkips(tests, electron) {
  const conditions = {
    'no-corpus': !existsSync('../shared/corpus'),
    'no-domain': !existsSync('../shared/domain'),
    'no-soffice': !onPath('soffice'),
    'no-pdftotext': !onPath('pdftotext'),
    'no-electron': !electron,
    'no-mount': !canMount(),
    'not-linux': process.platform !== 'linux',
  };
  const allowed = JSON.parse(readFileSync('tests/skips.json', 'utf8'));
  return tests
    .filter((test) => test.state === 'skipped')
    .filter((test) => !allowed.some((line) => test.id.includes(line.id) && conditions[line.condition] === true));
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
stage('machine', prepareMachine);
const electron = stage('electron runtime', electronRuntime);
const built = stage('build', () => run('node', ['scripts/build.mjs', '--if-stale']));
if (built !== 0) process.exit(built);
const outcomes = [stage('vitest', vitestTests), stage('playwright', () => playwrightTests(electron))];

const tests = outcomes.flatMap((outcome) => outcome.tests);
const faults = [
  ...outcomes.filter(({ status }) => status !== 0).map(({ name }) => `${name} failed`),
  ...outcomes.filter((outcome) => outcome.tests.length === 0).map(({ name }) => `${name} ran no test`),
  ...refusedSkips(tests, electron).map((test) => `skipped without leave: ${test.id}`),
];
const count = (state) => tests.filter((test) => test.state === state).length;
console.log(times.join(' · '));
for (const fault of faults) console.error(fault);
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
process.exit(faults.length === 0 && count('failed') === 0 ? 0 : 1);
