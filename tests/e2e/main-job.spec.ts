/**
 * The main job through a real door: three files dropped, findings walked by keyboard, two adopted,
 * one dismissed with a reason, a comment over two paragraphs, the papers exported, quit, start
 * again: all is there. Pictures are left in test-results/screens.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import type { Document } from '../../shared/document/model.ts';
import { allParagraphs, paragraphsIn, tablesIn } from '../../shared/document/walk.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { words } from '../../shared/words/words.ts';
import { quoteOf } from '../support/find-range.ts';
import { dropFiles, expect, hasElectron, test } from './doors.ts';

const { desk, opinion, reader, register } = words.zh;
const root = join(import.meta.dirname, '../..');
const sampleName = readdirSync(join(root, 'resources/sample')).find((name) => name.endsWith('.docx')) ?? '';

const lease = [
  '仓库租赁合同',
  '甲方（出租方）：云州市临河区七里街道办事处',
  '乙方（承租方）：云州顺通仓储有限公司',
  '第一条　租金每年￥60,000.00元（大写：陆万伍仟元整）。',
  '第二条　因本合同发生争议的，可以申请云州仲裁委员会仲裁，也可以向人民法院起诉。',
].join('\n');

const notice = [
  '云州市临河区人民政府办公室关于规范占道经营管理的通知',
  '各街道办事处：',
  '一、经营者应当向街道办事处缴纳管理费。',
  '二、本通知自印发之日起施行。',
].join('\n');

test.describe.configure({ mode: 'serial' });

test.beforeEach(({ browserName: _unused }, info) => {
  test.skip(info.project.metadata['door'] === 'electron' && !hasElectron(), 'no Electron runtime');
});

test('the main job, from drop to restart', async ({ door }, info) => {
  let page = door.page();
  let adopted: readonly string[] = [];
  const violations = watchPolicy(page);
  const picture = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-${name}.png`) });

  await test.step('the first start asks for a name and shows the sample matter', async () => {
    await page.getByLabel(desk.person.name).fill('王芳');
    await page.getByRole('button', { name: desk.person.start }).click();
    await expect(page.getByRole('row', { name: /档案密集架采购合同/u })).toBeVisible({ timeout: 30_000 });
    await picture('register-sample');
  });

  await test.step('three files are dropped, and one question is asked', async () => {
    await dropFiles(page, [
      { name: '仓库租赁合同.txt', bytes: Buffer.from(lease) },
      { name: '占道经营通知.txt', bytes: Buffer.from(notice) },
      { name: `副本-${sampleName}`, bytes: Buffer.concat([readFileSync(join(root, 'resources/sample', sampleName))]) },
    ]);
    const dialog = page.getByRole('dialog', { name: register.grouping.title(3) });
    await dialog.getByText(register.grouping.separate).click();
    await dialog.getByRole('button', { name: register.grouping.start }).click();
    await expect(page.getByRole('row', { name: /仓库租赁合同/u })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('row', { name: /占道经营/u })).toBeVisible();
    // The same bytes as the sample: recognised by their hash, not registered twice.
    await expect(page.getByText(register.importing.states.duplicate)).toBeVisible();
    await picture('register');
  });

  await test.step('findings are walked and decided by keyboard', async () => {
    await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick();
    await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('小写 128,550.00 元，大写折合 128,000.00 元，相差 550.00 元').first()).toBeVisible();
    // The grave ones first, whatever the rules say of the document as a whole.
    await page.getByRole('button', { name: new RegExp(`^只看${desk.severityLong.high}`, 'u') }).click();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await expect(page.getByText(reader.adoptedAs(1))).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await expect(page.getByText(reader.adoptedAs(2))).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await expect(page.getByText(reader.dismissedFor(reader.reasons['accepted-risk']))).toBeVisible();
    await picture('review');
  });

  await test.step('a selection over two paragraphs is commented', async () => {
    await selectParagraphs(page, '本合同签订后五个工作日内', '乙方应当在甲方每次付款前开具');
    await expect(page.getByRole('toolbar', { name: reader.selectionBar })).toBeVisible();
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: reader.commentTitle });
    await form.getByRole('textbox').fill('预付款与发票的先后请承办科室确认。');
    await page.keyboard.press('Control+Enter');
    await expect(form).toBeHidden();
    await page.getByRole('tab', { name: reader.tabs.comments }).click();
    const comments = page.getByRole('list', { name: reader.commentsList });
    await expect(comments).toContainText('预付款与发票的先后');
    // Both paragraphs are quoted.
    await expect(comments).toContainText(/合同签订后.* \/ 乙方应当/u);
    await picture('comments');
  });

  await test.step('the opinion asks before it leaves, then is saved', async () => {
    await page.keyboard.press('Control+3');
    await expect(page.getByRole('list', { name: opinion.item.list })).toBeVisible();
    await picture('opinion');
    const paper = readDocx(await door.saved(() => exportPaper(page, opinion.export.opinion)));
    expect(paragraphsIn(paper.body).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['合同审查意见书', '一、必须修改的内容', '附件：条款审查意见表']),
    );
    adopted = quotesIn(paper);
    expect(adopted).toHaveLength(2);
  });

  await test.step('the original leaves with comments at their quotes', async () => {
    const copy = readDocx(await door.saved(() => exportPaper(page, opinion.export.annotated)));
    await picture('exported');
    const said = copy.comments.map(({ author, text, at }) => ({ author, text, quote: at && quoteOf(copy, at) }));
    expect(said.map(({ author }) => author)).toEqual(['王芳', '王芳', '王芳']);
    // The paper has them by weight, the document by place.
    expect(
      said
        .slice(0, 2)
        .map(({ quote }) => quote)
        .sort(),
    ).toEqual([...adopted].sort());
    for (const { text } of said.slice(0, 2)) expect(text).toMatch(/^问题：.+\n依据：《.+\n建议：/u);
    expect(said[2]?.text).toBe('预付款与发票的先后请承办科室确认。');
    expect(said[2]?.quote).toMatch(/合同签订后.*乙方应当/u);
    // All else is the document as it was submitted.
    const submitted = readDocx(join(root, 'resources/sample', sampleName));
    expect(allParagraphs(copy).map(({ text }) => text)).toEqual(allParagraphs(submitted).map(({ text }) => text));
  });

  await test.step('after a restart all is there', async () => {
    page = await door.restart();
    // An issued opinion has left the view of matters at work.
    await page
      .getByRole('navigation', { name: register.views })
      .getByRole('button', { name: new RegExp(`^${register.view.issued}`, 'u') })
      .click();
    await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick({ timeout: 30_000 });
    await expect(page.getByText(reader.adoptedAs(1))).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(reader.adoptedAs(2))).toBeVisible();
    await expect(page.getByText(reader.dismissedFor(reader.reasons['accepted-risk']))).toBeVisible();
    await page.getByRole('tab', { name: reader.tabs.comments }).click();
    await expect(page.getByRole('list', { name: reader.commentsList })).toContainText('预付款与发票的先后');
  });

  expect(await violations()).toEqual([]);
});

/** Counts breaches of the content security policy from the first page load on. */
function watchPolicy(page: Page): () => Promise<string[]> {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/u.test(message.text())) seen.push(message.text());
  });
  return async () => seen;
}

/** Drags from the start of one paragraph to the end of another, as a hand would. */
async function selectParagraphs(page: Page, first: string, last: string): Promise<void> {
  const start = page.locator('[data-block]', { hasText: first }).first();
  const end = page.locator('[data-block]', { hasText: last }).first();
  await start.scrollIntoViewIfNeeded();
  const [from, to] = [await start.boundingBox(), await end.boundingBox()];
  if (!from || !to) throw new Error('The paragraphs are not on the page');
  const line = 12;
  await page.mouse.move(from.x + 120, from.y + line);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + to.height - line, { steps: 8 });
  await page.mouse.up();
}

function readDocx(path: string): Document {
  return normalise(readDocxFile(readFileSync(path)).raw);
}

/** The second column of the clause table: the text each item speaks of. */
function quotesIn(paper: Document): readonly string[] {
  const table = tablesIn(paper.body)[0];
  const quotes = table?.rows.slice(1).map((row) => row.cells[1]?.blocks ?? []);
  return (
    quotes?.map((blocks) =>
      paragraphsIn(blocks)
        .map(({ text }) => text)
        .join(''),
    ) ?? []
  );
}

/** Presses an export button and answers the questions that come first. */
async function exportPaper(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: opinion.export.anyway }).click();
}
