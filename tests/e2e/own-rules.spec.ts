/**
 * A rule keeper's day through a real door: an own rule is written while its findings are watched, used, silenced for
 * a matter and heard again; a built-in rule is switched off and on; a law is brought in, read and looked up.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { readPack } from '../../shared/rules/own/pack.ts';
import type { Rule, Setting } from '../../shared/rules/rule.ts';
import { words } from '../../shared/words/words.ts';
import { dropFiles, expect, introduce, test } from './doors.ts';

const { desk, laws, library, reader, ruleForm, rules } = words.zh;
const { fields } = ruleForm;
const root = join(import.meta.dirname, '../..');

const law = '云州市机关设备口令管理办法';
const lawText = `${law}\n第一条 为保护机关设备，制定本办法。\n第二条 设备口令应当由两人分段保管，移交时当面更换。\n`;
const title = '口令移交不明';
const capitals = 'amt-capital-mismatch';
const withSetting = catalog.find(({ settings }) => settings?.length === 1) as Rule;
const setting = withSetting.settings?.[0] as Setting;

test.describe.configure({ mode: 'serial' });

test('an own rule, from its first word to the record', async ({ door }, info) => {
  const page = door.page();
  const picture = (name: string): Promise<Buffer> =>
    page.screenshot({ path: join(root, 'test-results/screens', `${info.project.name}-${name}.png`) });
  await introduce(page);

  await test.step('it is written, and shows what it finds while it is typed', async () => {
    await page.keyboard.press('Control+4');
    await expect(page.getByRole('grid', { name: library.list })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('n');
    const form = page.getByRole('form', { name: ruleForm.newTitle });
    await form.getByLabel(fields.title, { exact: true }).fill(title);
    await form.getByLabel(fields.find).fill('口令');
    const trial = page.getByRole('complementary', { name: ruleForm.trial });
    await expect(trial.getByText(ruleForm.found(2))).toBeVisible();
    await expect(trial.getByRole('listitem').first()).toContainText('口令');
    await form.getByLabel(`${fields.hits} 1`).fill('乙方移交管理口令。');
    await form.getByLabel(`${fields.nearMisses} 1`).fill('口令由两人保管。');
    await expect(trial.getByText(ruleForm.fails['near-miss'])).toBeVisible();
    await form.getByLabel(fields.unless).fill('两人');
    await expect(trial.getByText(ruleForm.fails['near-miss'])).toBeHidden();
    await form.getByLabel(fields.why).fill('口令交接不清，设备无人能管。');
    await form.getByLabel(fields.advice).fill('写明由两人当面移交并更换。');
    await form.getByRole('button', { name: ruleForm.addBasis }).click();
    await form.getByLabel(fields.law).fill(law);
    await form.getByLabel(fields.article, { exact: true }).fill('第二条');
    await picture('rule-writing');
    await form.getByRole('button', { name: ruleForm.save }).click();
    await expect(ruleRow(page, title)).toBeVisible();
  });

  await test.step('its findings stand in the review, and its basis asks for the law', async () => {
    await openReview(page);
    await expect(own(page)).toHaveCount(2);
    await own(page).first().click();
    await own(page)
      .first()
      .getByRole('button', { name: reader.openArticle(`《${law}》第二条`) })
      .click();
    const panel = page.getByRole('complementary', { name: new RegExp(law, 'u') });
    await panel.getByRole('button', { name: laws.toLibrary }).click();
    await page.getByTestId('law-picker').setInputFiles([
      { name: '口令办法.txt', mimeType: 'text/plain', buffer: Buffer.from(lawText) },
      { name: '会议通知.txt', mimeType: 'text/plain', buffer: Buffer.from('关于开会的通知\n一、时间。') },
    ]);
    const table = page.getByRole('table', { name: laws.title });
    await expect(table.getByRole('row', { name: law })).toContainText(laws.status.unverified);
    await expect(page.getByText(laws.noArticles('会议通知.txt'))).toBeVisible();
    await page.keyboard.press('Control+2');
    await own(page).first().click();
    await own(page)
      .first()
      .getByRole('button', { name: reader.openArticle(`《${law}》第二条`) })
      .click();
    await expect(page.getByText('设备口令应当由两人分段保管')).toBeVisible();
    await picture('article');
    await page.getByRole('button', { name: laws.wholeText }).click();
    await expect(page.getByText('为保护机关设备')).toBeVisible();
    await expect(page.getByText('设备口令应当由两人分段保管')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('设备口令应当由两人分段保管')).toBeHidden();
  });

  await test.step('dismissed for the matter, it is silent, listed, and heard again', async () => {
    await page.keyboard.press('d');
    const form = page.getByRole('form', { name: reader.dismissTitle });
    await form.getByRole('radio', { name: reader.reaches.matter }).click();
    await form.getByLabel(reader.until).fill('2099-12-31');
    await form.getByRole('button', { name: reader.confirmDismiss }).click();
    await page.getByRole('button', { name: reader.silenced(1) }).click();
    const silenced = page.getByRole('list', { name: reader.silencedList });
    await expect(silenced).toContainText(reader.silencedUntil('2099-12-31'));
    await picture('silenced-finding');

    await page.keyboard.press('Control+4');
    await page.getByRole('tab', { name: new RegExp(library.tabs.silenced, 'u') }).click();
    const row = page.getByRole('row', { name: new RegExp(title, 'u') });
    await expect(row).toContainText('王芳');
    await expect(row).toContainText('2099-12-31');
    await picture('silenced');
    await row.getByRole('button', { name: library.silenced.open('档案密集架采购合同') }).click();
    await page.getByRole('button', { name: reader.silenced(1) }).click();
    await silenced.getByRole('button', { name: reader.showAgain }).click();
    await expect(page.getByRole('button', { name: reader.silenced(1) })).toBeHidden();
    await expect(own(page)).toHaveCount(2);
  });

  await test.step('a built-in rule is switched off and on', async () => {
    const finding = page.locator(`.cards [data-rule="${capitals}"]`);
    await expect(finding).toBeVisible();
    await page.keyboard.press('Control+4');
    await page.getByRole('tab', { name: new RegExp(`^${library.tabs.rules} `, 'u') }).click();
    await page.keyboard.press('/');
    await page.getByLabel(library.filter).fill(capitals);
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    const grid = page.getByRole('grid', { name: library.list });
    await expect(grid.getByText(library.off, { exact: true })).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(own(page).first()).toBeVisible();
    await expect(finding).toBeHidden();
    await page.keyboard.press('Control+4');
    await page.getByRole('switch').click();
    await expect(page.getByText(library.inUse, { exact: true })).toBeVisible();
    await page.keyboard.press('Control+2');
    await expect(finding).toBeVisible();
  });

  await test.step('a threshold of the office is set, and put back', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('textbox', { name: library.filter }).fill(withSetting.id);
    await page.keyboard.press('Enter');
    await ruleRow(page, withSetting.title).first().click();
    const number = page.getByRole('spinbutton', { name: setting.title });
    await number.fill(String(setting.value + 1));
    await number.press('Enter');
    await page.getByRole('button', { name: library.reset }).click();
    await expect(page.getByRole('button', { name: library.reset })).toBeHidden();
    await expect(number).toHaveValue(String(setting.value));
  });

  await test.step('a pack leaves as a file, and another comes in with its broken rule named', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('tab', { name: new RegExp(library.tabs.packs, 'u') }).click();
    const pack = page.getByRole('listitem', { name: rules.groups.own });
    const file = await door.saved(() => pack.getByRole('button', { name: library.packs.export }).click());
    expect(readPack(readFileSync(file, 'utf8'))).toMatchObject({
      kind: 'read',
      head: { name: rules.groups.own, version: '1', author: '王芳' },
      rules: [{ title }],
      faults: [],
    });
    const broken =
      'format: 1\nname: 街道规则\nversion: "1"\nauthor: 李敏\nrules: [{id: own-broken, title: 没有写完}]\n';
    await dropFiles(page, [{ name: '街道规则.yaml', bytes: Buffer.from(broken) }]);
    const other = page.getByRole('listitem', { name: '街道规则' });
    await expect(other).toContainText(library.packs.faults(1));
    await expect(other).toContainText('own-broken');
    await other.getByRole('button', { name: library.packs.remove }).click();
    await page.getByRole('dialog').getByRole('button', { name: library.packs.remove }).click();
    await expect(other).toBeHidden();
  });

  await test.step('the law is looked up by its words', async () => {
    await page.keyboard.press('Control+l');
    await page.getByRole('combobox', { name: laws.search }).fill('口令 当面');
    await expect(page.getByRole('option', { name: /第二条/u })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: new RegExp(law, 'u') })).toContainText('当面更换');
  });

  await test.step('after a restart the rule and the law are there', async () => {
    const again = await door.restart();
    await again
      .getByRole('navigation', { name: desk.screensName })
      .getByRole('button', { name: desk.screens.rules })
      .click({ timeout: 30_000 });
    await expect(again.getByRole('tab', { name: `${library.tabs.packs} 1` })).toBeVisible({ timeout: 30_000 });
    await expect(again.getByRole('tab', { name: `${library.tabs.laws} 1` })).toBeVisible();
    await expect(again.getByRole('contentinfo')).toContainText(desk.status.offline);
  });
});

function ruleRow(page: Page, name: string): Locator {
  return page.getByRole('grid', { name: library.list }).getByRole('row', { name: new RegExp(name, 'u') });
}

function own(page: Page): Locator {
  return page.locator('.cards [data-rule^="own-"]');
}

async function openReview(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick();
  await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
}
