/**
 * Answering comments through a real door: a comment that came in the file is answered and settled, one
 * of ours changes its kind, is answered, settled and opened again by undo; after a restart all is
 * there. Pictures are left in test-results/screens.
 */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/words.ts';
import { threadedDocx } from '../support/threaded-docx.ts';
import { dropFiles, expect, hasElectron, introduce, test } from './doors.ts';

const { reader, desk } = words.zh;
const root = join(import.meta.dirname, '../..');

test.beforeEach(({ browserName: _unused }, info) => {
  test.skip(info.project.metadata['door'] === 'electron' && !hasElectron(), 'no Electron runtime');
});

test('comments are answered and settled, from the file to the restart', async ({ door }, info) => {
  let page = door.page();
  const picture = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-${name}.png`) });
  const brought = () => page.locator('[data-source-comment="1"]');
  const own = () => page.locator('[data-comment]');

  await test.step("the file's thread is answered and settled", async () => {
    await introduce(page);
    await dropFiles(page, [{ name: '仓库租赁合同.docx', bytes: Buffer.from(threadedDocx()) }]);
    await openComments(page);
    await expect(brought().getByText('可以缩短。')).toBeVisible();
    await brought().getByRole('button', { name: reader.reply }).click();
    await page.keyboard.type('请改为二十年。');
    await page.keyboard.press('Control+Enter');
    await expect(brought().getByRole('list', { name: reader.replies })).toContainText('请改为二十年。');
    await brought().getByRole('button', { name: reader.resolve }).click();
    await expect(brought().getByText(reader.resolved, { exact: true })).toBeVisible();
  });

  await test.step('a comment of ours changes its kind, is answered and settled', async () => {
    await page.locator('[data-block]', { hasText: '押金一万元' }).click({ clickCount: 3 });
    await expect(page.getByRole('toolbar', { name: reader.selectionBar })).toBeVisible();
    await page.keyboard.press('c');
    await page.keyboard.type('押金是否过高？');
    await page.keyboard.press('Control+Enter');
    await own().getByRole('button', { name: reader.revise }).click();
    await own().getByRole('radio', { name: reader.commentKinds.must }).click();
    await picture('threads-revise');
    await own().getByRole('button', { name: desk.actions.save }).click();
    await expect(own().locator('header').first()).toContainText(reader.commentKinds.must);
    await own().getByRole('button', { name: reader.reply }).click();
    await page.keyboard.type('已与对方商定。');
    await own().getByRole('button', { name: reader.replySave }).click();
    await expect(own().getByRole('list', { name: reader.replies })).toContainText('已与对方商定。');
    await own().getByRole('button', { name: reader.resolve }).click();
    await expect(own().getByRole('button', { name: reader.reopen })).toBeVisible();
    await picture('threads');
    await page.keyboard.press('Control+z');
    await expect(own().getByRole('button', { name: reader.resolve })).toBeVisible();
  });

  await test.step('after a restart all is there', async () => {
    page = await door.restart();
    await openComments(page);
    await expect(brought().getByRole('button', { name: reader.reopen })).toBeVisible();
    await expect(brought()).toContainText('请改为二十年。');
    await expect(own()).toContainText('已与对方商定。');
  });
});

async function openComments(page: Page): Promise<void> {
  await page.getByRole('row', { name: /仓库租赁合同/u }).dblclick();
  await page.getByRole('tab', { name: new RegExp(`^${reader.tabs.comments}`, 'u') }).click();
}
