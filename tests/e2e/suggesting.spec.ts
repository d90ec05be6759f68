/**
 * Suggesting changes through a real door, by keyboard alone: the mode is taken up, words typed, erased
 * across runs, a paragraph broken and joined, lines pasted, an input method composes, one suggestion is
 * withdrawn, one undone; after a restart all is there. Pictures are left in test-results/screens.
 */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { words } from '../../shared/words/words.ts';
import { docxOf, paragraph, run } from '../support/docx.ts';
import { dropFiles, expect, hasElectron, introduce, test } from './doors.ts';

const { reader, suggest } = words.zh;
const root = join(import.meta.dirname, '../..');

test.describe.configure({ mode: 'serial' });

test.beforeEach(({ browserName: _unused }, info) => {
  test.skip(info.project.metadata['door'] === 'electron' && !hasElectron(), 'no Electron runtime');
});

test('suggesting by keyboard, from the first letter to the restart', async ({ door }, info) => {
  let page = door.page();
  const picture = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-${name}.png`) });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const changes = (): Locator => page.getByRole('list', { name: suggest.list });

  await test.step('the key takes the mode up, and the paper says so', async () => {
    await introduce(page);
    await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick();
    await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-block]').first()).toBeVisible();
    await press('s');
    await expect(page.getByRole('textbox', { name: /修改建议模式/u })).toBeFocused();
    await expect(page.getByText(suggest.mode)).toBeVisible();
  });

  await test.step('typing adds, erasing strikes, and the version stays', async () => {
    const block = await caretIn(page, '五个工作日内，甲方向乙方', 0);
    await page.keyboard.type('经审查，');
    await expect(block.locator('ins.suggested')).toHaveText('经审查，');
    await press('Delete', 'Delete', 'Delete');
    await expect(block.locator('del.suggested')).toHaveText('本合同');
    await expect(block.locator('ins.suggested')).toHaveAttribute('title', /^王芳/u);
    expect(await versionText(block)).toMatch(/^本合同签订后五个工作日内/u);
    await picture('suggest-typing');
  });

  await test.step('Enter breaks, Backspace at the start joins, lines are pasted as paragraphs', async () => {
    const block = await caretIn(page, '五个工作日内，甲方向乙方', 9);
    await press('Enter');
    await expect(block.locator('.suggested-break')).toHaveCount(1);
    await press('Backspace');
    await expect(block.locator('.suggested-break')).toHaveCount(0);
    const next = await caretIn(page, '乙方应当在甲方每次付款前开具', 0);
    await press('Backspace');
    await expect(page.locator('.mark-suggested')).toHaveCount(1);
    const end = await caretIn(page, '乙方应当在甲方每次付款前开具', 4);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '依约\n及时');
      data.setData('text/html', '<b>依约</b><br>及时');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(end.locator('ins.suggested')).toHaveText(['依约', '\n', '及时']);
    await expect(next).toBeVisible();
  });

  await test.step('an input method composes in place, over a selection too', async () => {
    const block = await caretIn(page, '质保期', 0);
    const session = await page.context().newCDPSession(page);
    for (const text of ['b', 'ben', '本项']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await expect(block.locator('[data-host]')).toContainText('本项');
    await session.send('Input.insertText', { text: '本项目' });
    await expect(block.locator('ins.suggested')).toHaveText('本项目');
    await expect(block.locator('[data-host]')).toHaveCount(0);
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    await session.send('Input.imeSetComposition', { text: 'bao', selectionStart: 3, selectionEnd: 3 });
    await session.send('Input.insertText', { text: '保' });
    await expect(block.locator('ins.suggested')).toContainText(['本项目保']);
    await page.keyboard.type('。');
    await expect(block.locator('ins.suggested')).toContainText(['本项目保。']);
    await picture('suggest-composed');
  });

  let listed = 0;
  await test.step('the list tells each change, and withdraws one', async () => {
    await page.getByRole('tab', { name: suggest.tab }).focus();
    await press('Enter');
    await expect(changes()).toContainText('本项目保');
    await expect(page.getByText(suggest.status.saved, { exact: true })).toBeVisible();
    listed = await changes().getByRole('listitem').count();
    await picture('suggest-list');
    await page.getByRole('button', { name: suggest.withdrawNamed(suggest.joined) }).focus();
    await press('Enter');
    await expect(changes().getByRole('listitem')).toHaveCount(listed - 1);
    await expect(page.locator('.mark-suggested')).toHaveCount(0);
  });

  await test.step('Ctrl+Z on the paper takes the last step back', async () => {
    await caretIn(page, '质保期', 0);
    await press('Control+z');
    await expect(changes().getByRole('listitem')).toHaveCount(listed);
    await expect(page.locator('.mark-suggested')).toHaveCount(1);
    await press('Escape');
    await expect(page.getByText(suggest.mode)).toBeHidden();
  });

  await test.step('what was typed last is kept when the window closes at once', async () => {
    await press('s');
    await expect(page.getByText(suggest.mode)).toBeVisible();
    const block = await caretIn(page, '五个工作日内，甲方向乙方', 0);
    await page.keyboard.type('特此');
    await expect(block.locator('ins.suggested')).toContainText('特此');
    page = await door.restart();
    await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick({ timeout: 30_000 });
    await page.getByRole('tab', { name: suggest.tab }).click();
    await expect(changes().getByRole('listitem')).toHaveCount(listed);
    await expect(changes()).toContainText('特此');
    await expect(page.locator('ins.suggested').first()).toBeVisible();
    expect(await page.locator('.centre').ariaSnapshot()).toMatch(/insertion.*特此/u);
  });
});

test('tracked changes of the file are agreed to, rejected and taken back', async ({ door }, info) => {
  const page = door.page();
  const by = 'w:id="7" w:author="赵敏" w:date="2026-11-02T09:00:00Z"';
  const body = [
    paragraph(run('设备采购合同')),
    paragraph(
      run('第一条　乙方应当于'),
      `<w:ins ${by}>${run('六十')}</w:ins>`,
      `<w:del ${by}><w:r><w:delText>三十</w:delText></w:r></w:del>`,
      run('日内交货。'),
    ),
  ];
  await introduce(page);
  await dropFiles(page, [{ name: '设备采购合同.docx', bytes: docxOf({ body: body.join('') }) }]);
  await page.getByRole('row', { name: /设备采购合同/u }).dblclick({ timeout: 30_000 });
  await page.getByRole('tab', { name: suggest.tab }).click({ timeout: 30_000 });
  const list = page.getByRole('list', { name: suggest.sourceList });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('赵敏');
  await list.getByRole('button', { name: /^同意修订：插入 六十/u }).press('Enter');
  await list.getByRole('button', { name: /^不同意修订：删除 三十/u }).press('Enter');
  await expect(list.getByText(suggest.verdict.agreed)).toBeVisible();
  await expect(list.getByText(suggest.verdict.rejected, { exact: true })).toBeVisible();
  await page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-changes-judged.png`) });
  await list.getByRole('button', { name: suggest.takeBack }).first().press('Enter');
  await expect(list.getByText(suggest.verdict.agreed)).toBeHidden();
});

/** Puts the caret into a paragraph at an offset of what the version says. */
async function caretIn(page: Page, said: string, at: number): Promise<Locator> {
  const id = await page.locator('[data-block]', { hasText: said }).first().getAttribute('data-block');
  const block = page.locator(`[data-block="${id}"]`);
  await block.scrollIntoViewIfNeeded();
  await block.evaluate((element, offset) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('[data-skip]')) continue;
      const length = node.nodeValue?.length ?? 0;
      if (left <= length) {
        getSelection()?.collapse(node, left);
        return;
      }
      left -= length;
    }
  }, at);
  return block;
}

/** What a paragraph on the page says without what is suggested: labels and added text apart. */
async function versionText(block: Locator): Promise<string> {
  return block.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    copy.querySelectorAll('[data-skip]').forEach((skipped) => skipped.remove());
    return copy.textContent ?? '';
  });
}
