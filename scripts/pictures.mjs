// `npm run pictures`: takes the README's pictures anew, from the sample matter and a few papers made up here, in a
// Chromium that is on this machine. Everything happens in a library that is thrown away.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from './lib/fresh.mjs';
import { repacked } from './lib/png.mjs';

const folder = 'docs/pictures';
const office = '云州市临河区司法局';

/** What else lies on the desk on an ordinary morning. */
const papers = [
  [
    '城区绿化养护服务合同',
    '城市管理局',
    '云州青禾园林有限公司',
    [
      '合同总价为人民币￥96,000.00元（大写：玖万陆仟元整）。',
      '甲方收到发票后适时支付。',
      '乙方逾期完工的，按合同总价的百分之四十支付违约金。',
    ],
  ],
  [
    '仓库租赁合同',
    '七里街道办事处',
    '云州顺通仓储有限公司',
    [
      '租金总价￥60,000.00元（大写：陆万伍仟元整）。',
      '因本合同发生争议的，可以申请云州仲裁委员会仲裁，也可以向人民法院起诉。',
    ],
  ],
  [
    '政务云平台运维服务合同',
    '数据局',
    '云州澄云科技有限公司',
    [
      '合同总价为人民币￥3,860,000.00元（大写：叁佰捌拾陆万元整）。',
      '履约保证金为合同总价的百分之十五。',
      '甲方逾期三日未提出异议的，视为验收合格。',
    ],
  ],
  [
    '社区食堂委托经营协议',
    '九湾街道办事处',
    '云州知味餐饮有限公司',
    ['经营期限三年。', '经营期间发生的人身损害，甲方概不负责。'],
  ],
  [
    '办公用房修缮合同',
    '机关事务服务中心',
    '云州安构建筑有限公司',
    [
      '合同总价为人民币￥420,000.00元（大写：肆拾贰万元整）。',
      '乙方可以将部分工程另行分包。',
      '争议由甲方所在地人民法院管辖。',
    ],
  ],
  [
    '校园配餐服务合同',
    '教育局',
    '云州麦穗食品有限公司',
    ['合同总价为人民币￥960,000.00元（大写：玖拾陆万元整）。', '合同期满自动续期一年。'],
  ],
].map(([title, unit, party, clauses]) => ({
  name: `${title}.txt`,
  text: [
    title,
    `甲方：云州市临河区${unit}`,
    `乙方：${party}`,
    ...clauses.map((clause, at) => `第${'一二三四五六'[at]}条　${clause}`),
  ].join('\n'),
}));
papers.push({
  name: '占道经营管理.txt',
  text: [
    '云州市临河区人民政府关于规范占道经营管理的通知',
    '各街道办事处，区政府各部门：',
    '一、经营者应当向街道办事处缴纳占道管理费。',
    '二、外地经营者应当在本区设立分支机构。',
    '三、本通知自印发之日起施行。',
  ].join('\n'),
});

process.chdir(root);
mkdirSync(folder, { recursive: true });
const library = mkdtempSync(join(tmpdir(), 'fashen-pictures-'));
const host = spawn(process.execPath, ['scripts/fashen.mjs', 'serve', '--library', library], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const gone = new Promise((resolve) => host.once('exit', resolve));
const printed = printedAddress();
const system = '/usr/bin/chromium';
const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  ...(existsSync(system) ? { executablePath: system } : {}),
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await page.goto(await printed);
  await takeAll(page);
} finally {
  await browser.close();
  host.kill('SIGTERM');
  await gone;
  rmSync(library, { recursive: true, force: true });
}

async function takeAll(page) {
  const take = async (name) => writeFileSync(`${folder}/${name}.png`, repacked(await page.screenshot()));
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const shown = (text) => page.getByText(text).first().waitFor();

  await page.getByLabel('审查员姓名').fill('王芳');
  await page.getByLabel(/^单位全称/u).fill(office);
  await page.getByLabel(/^文号机关代字/u).fill('云司合审');
  await page.getByRole('button', { name: '开始' }).click();
  await page.getByRole('row', { name: /档案密集架采购合同/u }).waitFor();

  await page
    .getByTestId('file-picker')
    .setInputFiles(papers.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  await page.getByText('各立一件').click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await shown(`导入 ${papers.length} / ${papers.length}`);
  await page.getByRole('button', { name: '清除已完成的' }).click();
  await page.getByRole('row', { name: /档案密集架采购合同/u }).click();
  await take('register');

  await press('Enter');
  await shown('小写 128,550.00 元');
  await press('j', 'a');
  await shown('已采纳为意见第 1 项');
  await press('j');
  await page.locator('.outline').first().waitFor();
  await take('review');
  await inTheme(page, press, '切换浅色 / 深色');
  await take('review-dark');
  await inTheme(page, press, '切换浅色 / 深色');

  for (const adopted of [2, 3, 4, 5]) {
    await press('a');
    await page
      .getByText(/^已采纳为意见第/u)
      .nth(adopted - 1)
      .waitFor();
    await press('j');
  }
  await press('Control+3');
  await page.getByRole('list', { name: '意见' }).waitFor();
  await page.getByLabel('文号').fill('云司合审〔2026〕413号');
  await page.getByLabel('结论', { exact: true }).click();
  await page.getByText('修改完善后可以进行').last().click();
  await press('Escape');
  await page.locator('.opinion-head h2').click();
  await take('opinion');
}

/** Through the palette, as a person does. */
async function inTheme(page, press, name) {
  await press('Control+k');
  await page.keyboard.type(name);
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function printedAddress() {
  for await (const line of createInterface({ input: host.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/u.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The host ended without printing its address');
}
