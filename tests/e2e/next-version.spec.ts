/** The second round: a comment, the draft that comes back, what became of the comment, and a file that cannot be read. */
import { join } from 'node:path';
import { words } from '../../shared/words/words.ts';
import { dropFiles, expect, hasElectron, introduce, test } from './doors.ts';

const { reader } = words.zh;
const root = join(import.meta.dirname, '../..');

const first =
  '采购合同\n甲方：桐溪街道办事处\n乙方：云川办公设备有限公司\n第一条 乙方应在三十日内交付全部货物。\n第二条 甲方指定王某为联系人。\n';
const second =
  '采购合同\n甲方：桐溪街道办事处\n乙方：云川办公设备有限公司\n第一条 总则。\n第二条 乙方应在三十日内交付全部货物。\n';

test.beforeEach(({ browserName: _unused }, info) => {
  test.skip(info.project.metadata['door'] === 'electron' && !hasElectron(), 'no Electron runtime');
});

test('a comment whose words are gone in the next draft waits to be placed, and a broken file is told', async ({
  door,
}, info) => {
  const page = door.page();
  const block = (text: string) => page.locator('[data-block]', { hasText: text });
  const lost = page.locator('[data-lost]');
  const bring = (name: string, buffer: Buffer): Promise<void> =>
    page.getByTestId('version-picker').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await introduce(page);
  await dropFiles(page, [{ name: '采购合同.txt', bytes: Buffer.from(first) }]);
  await page.getByRole('row', { name: /采购合同.*桐溪街道/u }).dblclick();

  await page.getByRole('tab', { name: /批注/u }).click();

  await test.step('a comment on words that will be gone', async () => {
    await block('指定王某为联系人').click({ clickCount: 3 });
    await expect(page.getByRole('toolbar', { name: reader.selectionBar })).toBeVisible();
    await page.keyboard.press('c');
    await page.keyboard.type('写明联系方式');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('[data-comment]')).toContainText('写明联系方式');
  });

  await test.step('a file that cannot be read is told where it was chosen', async () => {
    await bring('坏稿.docx', Buffer.from('not a zip'));
    await expect(page.getByRole('alert')).toContainText('坏稿.docx');
    await page.getByRole('alert').getByRole('button').click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('the same draft again is no new one', async () => {
    await bring('同一稿.txt', Buffer.from(first));
    await expect(page.getByText(reader.sameVersion('同一稿.txt'))).toBeVisible();
  });

  await test.step('the next draft lists the comment as lost, and it is placed by hand', async () => {
    await bring('采购合同二稿.txt', Buffer.from(second));
    await expect(page.getByText(reader.version(2, words.zh.record.nextVersion))).toBeVisible();
    await expect(lost).toContainText('指定王某为联系人');
    await page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-next-version.png`) });
    await block('第一条 总则').click({ clickCount: 3 });
    await lost.getByRole('button', { name: reader.placeHere }).click();
    await expect(lost).toHaveCount(0);
    await expect(page.locator('[data-comment]')).toContainText('写明联系方式');
  });

  await test.step('undo makes it lost again', async () => {
    await page.keyboard.press('Control+z');
    await expect(lost).toHaveCount(1);
  });
});
