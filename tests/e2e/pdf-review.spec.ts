/**
 * A PDF with a text layer is reviewed: its pages are painted, findings stand over the words they
 * mean, and search, selection and comments work on the picture as on text.
 */
import type { Locator, Page } from '@playwright/test';
import { words } from '../../shared/words/words.ts';
import { pdfOf } from '../support/pdf.ts';
import type { PdfLine } from '../support/pdf.ts';
import { dropFiles, expect, introduce, test } from './doors.ts';

const { reader } = words.zh;

function set(lines: readonly string[]): readonly PdfLine[] {
  return lines.map((text, at) => ({ x: at === 0 ? 210 : 90, y: 120 + 30 * at, size: at === 0 ? 22 : 16, text }));
}

const lease = pdfOf([
  set([
    '仓库租赁合同',
    '甲方（出租方）：云州市青麓区桐溪街道办事处',
    '乙方（承租方）：云州顺通仓储有限公司',
    '第一条 仓库位于桐溪路九号，面积六百平方米。',
    '第二条 租金每年￥60,000.00元（大写：陆万伍仟元整）。',
    '第三条 乙方应当在每年一月十日前支付当年租金。',
  ]),
  set(['', '第四条 乙方不得将仓库转租给第三人。', '第五条 本合同一式四份，双方各执两份。']),
  set([
    '',
    '第六条 因本合同发生争议的，可以申请云州仲裁委员会仲裁，',
    '也可以向人民法院起诉。',
    '第七条 本合同自双方签字盖章之日起生效。',
  ]),
]);

test('a PDF is reviewed on its own pages', async ({ door }, info) => {
  const page = door.page();
  await introduce(page);
  await dropFiles(page, [{ name: '仓库租赁合同.pdf', bytes: lease }]);
  await page.getByRole('row', { name: /仓库租赁合同/u }).dblclick({ timeout: 30_000 });
  const first = page.getByRole('group', { name: reader.pageOf(1, 3) });

  await test.step('the page is painted where its text lies', async () => {
    const line = first.locator('[data-block]', { hasText: '陆万伍仟元整' });
    await expect(line).toBeAttached({ timeout: 30_000 });
    await expect.poll(() => darkShare(line)).toBeGreaterThan(0.03);
    // The white margin beside it stays white.
    const title = first.locator('[data-block]', { hasText: '仓库租赁合同' }).first();
    await expect.poll(() => darkShare(title)).toBeGreaterThan(0.03);
    expect(await darkShare(first, { x: 0, y: 0, width: 60, height: 800 })).toBe(0);
  });

  await test.step('a finding frames the very words it means', async () => {
    const card = page.getByRole('article', { name: '金额大小写不一致' });
    await card.click();
    await expect(card).toHaveAttribute('aria-current', 'true');
    const line = await box(first.locator('[data-block]', { hasText: '陆万伍仟元整' }));
    await expect
      .poll(async () => {
        const frame = await page.locator('.outline').first().boundingBox();
        return frame && frame.y < line.y + line.height / 2 && frame.y + frame.height > line.y + line.height / 2
          ? frame.x > line.x + line.width / 4 && frame.x + frame.width <= line.x + line.width + 4
          : false;
      })
      .toBe(true);
    await page.screenshot({ path: `test-results/screens/${info.project.name}-pdf.png` });
  });

  await test.step('keys bring a finding of a later page into view', async () => {
    const card = page.getByRole('article', { name: '既可仲裁又可起诉' });
    await card.click();
    await expect(page.getByText('也可以向人民法院起诉').first()).toBeVisible();
    await page.keyboard.press('k');
    await expect(card).toHaveAttribute('aria-current', 'false');
    await page.keyboard.press('j');
    await expect(card).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('.outline').first()).toBeInViewport();
  });

  await test.step('search finds across the pages', async () => {
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: reader.search }).fill('租金');
    await expect(page.getByRole('search', { name: reader.search })).toContainText(/\d \/ 2/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
  });

  await test.step('a selection over two lines is commented', async () => {
    const from = first.locator('[data-block]', { hasText: '仓库位于桐溪路' });
    await from.scrollIntoViewIfNeeded();
    await drag(page, await box(from), await box(first.locator('[data-block]', { hasText: '陆万伍仟元整' })));
    await expect(page.getByRole('toolbar', { name: reader.selectionBar })).toBeVisible();
    await page.keyboard.press('c');
    await page.getByRole('form', { name: reader.commentTitle }).getByRole('textbox').fill('面积请与权属证书核对。');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: reader.tabs.comments }).click();
    const comments = page.getByRole('list', { name: reader.commentsList });
    await expect(comments).toContainText('面积请与权属证书核对。');
    await expect(comments).toContainText(/六百平方米。 \/ .*租金每年/u);
  });
});

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

async function box(locator: Locator): Promise<Box> {
  const found = await locator.boundingBox();
  if (!found) throw new Error('It is not on the page');
  return found;
}

/** The share of dark pixels that the page's canvas has under an element, or in a part of it. */
async function darkShare(locator: Locator, part?: Box): Promise<number> {
  return locator.evaluate((element, inside) => {
    const page = element.closest('[data-sheet]');
    const canvas = page?.querySelector('canvas');
    if (!page || !canvas) return 0;
    const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('No canvas to read from');
    context.drawImage(canvas, 0, 0);
    const sheet = page.getBoundingClientRect();
    const at = element.getBoundingClientRect();
    const scale = canvas.width / sheet.width;
    const area = inside ?? { x: at.x - sheet.x, y: at.y - sheet.y, width: at.width, height: at.height };
    const { data } = context.getImageData(
      Math.round(area.x * scale),
      Math.round(area.y * scale),
      Math.max(Math.round(area.width * scale), 1),
      Math.max(Math.round(area.height * scale), 1),
    );
    let dark = 0;
    for (let pixel = 0; pixel < data.length; pixel += 4)
      if ((data[pixel + 3] ?? 0) > 0 && (data[pixel] ?? 255) < 128) dark += 1;
    return dark / (data.length / 4);
  }, part);
}

async function drag(page: Page, from: Box, to: Box): Promise<void> {
  await page.mouse.move(from.x + from.width * 0.3, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width * 0.6, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}
