// `npm run gallery [name…]`: about thirty Word files made here, half by the docx package, half by LibreOffice, each shown
// by the reader and by LibreOffice side by side. The pictures are for looking at, in gallery-out/, and not kept.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { docxPapers, writeDocx } from './gallery/papers-docx.mjs';
import { odtPapers } from './gallery/papers-odt.mjs';
import { root } from './lib/fresh.mjs';

/** Pixels an inch: the reader's largest size that it takes by itself. */
const density = Math.round(96 * 1.15);

process.chdir(root);
const folder = 'gallery-out';
const wanted = process.argv.slice(2);
const names = [...Object.keys(docxPapers), ...Object.keys(odtPapers)].filter(
  (name) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'fashen-gallery-'));
try {
  await makePapers();
  office(
    'pdf',
    names.map((name) => join(folder, `${name}.docx`)),
    work,
  );
  await takePictures();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${names.length} papers in ${folder}/`);

async function makePapers() {
  const flat = [];
  for (const name of names) {
    if (Object.hasOwn(docxPapers, name)) writeFileSync(join(folder, `${name}.docx`), await writeDocx(name));
    else {
      flat.push(join(work, `${name}.fodt`));
      writeFileSync(flat.at(-1), odtPapers[name]());
    }
  }
  if (flat.length > 0) office('docx', flat, folder);
}

function office(target, files, into) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  execFileSync('soffice', ['--headless', '--norestore', profile, '--convert-to', target, '--outdir', into, ...files], {
    stdio: 'ignore',
  });
}

/** LibreOffice's first pages, as data for a page of the browser. */
function theirs(name) {
  execFileSync('pdftoppm', ['-r', String(density), '-png', '-l', '3', join(work, `${name}.pdf`), join(work, name)]);
  return readdirSync(work)
    .filter((file) => file.startsWith(`${name}-`) && /-\d+\.png$/u.test(file.slice(name.length)))
    .sort()
    .map((file) => readFileSync(join(work, file)));
}

async function takePictures() {
  const library = join(work, 'library');
  const host = spawn(process.execPath, ['scripts/fashen.mjs', 'serve', '--library', library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => host.once('exit', resolve));
  const address = printedAddress(host);
  const system = '/usr/bin/chromium';
  const browser = await chromium.launch({
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(existsSync(system) ? { executablePath: system } : {}),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 2100, height: 2600 }, locale: 'zh-CN' });
    await page.goto(await address);
    await page.getByLabel('审查员姓名').fill('王芳');
    await page.getByLabel(/^单位全称/u).fill('云州市临河区司法局');
    await page.getByLabel(/^文号机关代字/u).fill('云司合审');
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByRole('row', { name: /档案密集架采购合同/u }).waitFor();
    await page.evaluate(() => {
      const style = new CSSStyleSheet();
      style.replaceSync('.centre-content > :not(.paper) { display: none }');
      document.adoptedStyleSheets.push(style);
    });
    const sheet = await browser.newPage({ viewport: { width: 1900, height: 1200 } });
    for (const [name, matter] of await imported(page)) {
      await page.evaluate((hash) => (location.hash = hash), `#review/${matter}`);
      const paper = page.getByRole('document', { name: new RegExp(name, 'u') });
      await paper.waitFor();
      // Marks of findings are no part of the paper.
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => CSS.highlights.clear());
      await pair(sheet, name, await ours(page), theirs(name));
    }
  } finally {
    await browser.close();
    host.kill('SIGTERM');
    await gone;
  }
}

/** Takes the papers in, one matter each, as the register does; answers name and matter. */
async function imported(page) {
  const sources = names.map((name) => ({ name, data: readFileSync(join(folder, `${name}.docx`)).toString('base64') }));
  const rows = await page.evaluate(async (papers) => {
    const post = async (path, body, headers = {}) => (await fetch(path, { method: 'POST', body, headers })).json();
    const call = async (command, input) =>
      (await post(`call/${command}`, JSON.stringify(input), { 'content-type': 'application/json' })).value;
    const uploads = [];
    for (const { name, data } of papers) {
      const { upload } = await post(
        'upload',
        Uint8Array.from(atob(data), (sign) => sign.codePointAt(0)),
      );
      uploads.push({ upload, name: `${name}.docx` });
    }
    let job = await call('import.start', { uploads, grouping: 'separate' });
    while (!job.done) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      job = await call('import.status', { job: job.job });
    }
    return job.rows;
  }, sources);
  const failed = rows.filter(({ matter }) => matter === null);
  if (failed.length > 0) throw new Error(failed.map(({ name, message }) => `${name}: ${message}`).join('\n'));
  return rows.map(({ matter }, at) => [names[at], matter]);
}

/** The reader's picture; with tracked changes one of each view. */
async function ours(page) {
  const take = async () => page.screenshot({ clip: await paperBox(page) });
  const views = page.getByRole('radiogroup', { name: '修订的显示方式' });
  if ((await views.count()) === 0) return [await take()];
  const pictures = [];
  for (const view of await views.getByRole('radio').all()) {
    await view.click();
    pictures.push(await take());
  }
  return pictures;
}

/** The sheets alone, without the desk beside them. */
async function paperBox(page) {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.doc-sheet')].map((one) => one.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const bottom = Math.min(window.innerHeight, Math.max(...boxes.map((box) => box.bottom)));
    return { x: left, y: top, width: Math.max(...boxes.map((box) => box.right)) - left, height: bottom - top };
  });
}

async function pair(sheet, name, own, others) {
  const image = (bytes) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`;
  await sheet.setContent(
    `<style>body{margin:0;font:16px sans-serif;background:#bbb;display:inline-flex;gap:12px;align-items:start}img{display:block;margin-bottom:8px}</style>` +
      `<div>${name}：本程序${own.map(image).join('')}</div><div>LibreOffice${others.map(image).join('')}</div>`,
  );
  await sheet.locator('body').screenshot({ path: join(folder, `${name}.png`) });
}

async function printedAddress(host) {
  for await (const line of createInterface({ input: host.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The host ended without printing its address');
}
