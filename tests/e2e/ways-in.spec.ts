/** Papers come in as text from the clipboard, as a packed folder of a contract with its annexes, and through the picker. */
import { zipSync } from 'fflate';
import { words } from '../../shared/words/words.ts';
import { dropFiles, expect, introduce, test } from './doors.ts';

const { desk, reader, register } = words.zh;

const pasted = [
  '城区绿化养护服务合同',
  '甲方：云州市青麓区城市管理局',
  '乙方：云州青禾园林有限公司',
  '第一条　合同总价为人民币￥96,000.00元（大写：玖万陆仟伍佰元整）。',
  '第二条　甲方收到发票后适时支付。',
].join('\n');

const packed = zipSync({
  '送审材料/合同.txt': Buffer.from(
    '物业服务合同\n甲方：云州市青麓区档案馆\n乙方：云州和居物业有限公司\n第一条　期限一年。',
  ),
  '送审材料/附件二 人员名单.txt': Buffer.from('附件二\n人员名单\n项目经理一名，保洁八名。'),
  '送审材料/附件十 设备清单.txt': Buffer.from('附件十\n设备清单\n电梯四台。'),
  '__MACOSX/送审材料/._合同.txt': Buffer.from('a leftover'),
});

test('papers come in by paste, by zip and by the picker', async ({ door }) => {
  const page = door.page();
  await introduce(page);
  const row = (name: string) => page.getByRole('grid').getByRole('row').filter({ hasText: name });

  await test.step('text is pasted, and letters typed there are no commands', async () => {
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: register.pasting.title });
    const area = dialog.getByRole('textbox', { name: register.pasting.label });
    await expect(area).toBeFocused();
    await page.keyboard.type('jno/?');
    await expect(area).toHaveValue('jno/?');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await area.fill(pasted);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(row('城区绿化养护服务合同')).toBeVisible({ timeout: 30_000 });
    await row('城区绿化养护服务合同').dblclick();
    await expect(page.getByText('小写 96,000.00 元，大写折合 96,500.00 元，相差 500.00 元').first()).toBeVisible({
      timeout: 30_000,
    });
    await page.keyboard.press('Control+1');
  });

  await test.step('a packed folder is one matter: its contract is known, its annexes stand in their order', async () => {
    await dropFiles(page, [{ name: '送审材料.zip', bytes: packed }]);
    const dialog = page.getByRole('dialog', { name: register.grouping.title(3) });
    await dialog.getByText(register.grouping.together).click();
    await expect(dialog.getByRole('listitem')).toHaveText([
      `附件二 人员名单.txt${register.grouping.annex}`,
      `附件十 设备清单.txt${register.grouping.annex}`,
      `合同.txt${register.grouping.main}`,
    ]);
    await dialog.getByRole('button', { name: register.grouping.start }).click();
    await expect(row('物业服务合同')).toContainText(register.annexes(2), { timeout: 30_000 });
    await row('物业服务合同').dblclick();
    await page.getByRole('button', { name: /附件十 设备清单/u }).click();
    await expect(page.getByText('电梯四台。')).toBeVisible();
    await page.keyboard.press('Control+1');
  });

  await test.step('a question that is not answered takes nothing in', async () => {
    await dropFiles(page, [
      { name: '一.txt', bytes: Buffer.from('仓储合同') },
      { name: '二.txt', bytes: Buffer.from('运输合同') },
    ]);
    const dialog = page.getByRole('dialog', { name: register.grouping.title(2) });
    await dialog.getByRole('button', { name: desk.actions.cancel }).click();
    await expect(dialog).toBeHidden();
    await expect(row('仓储合同')).toHaveCount(0);
  });

  await test.step('the picker takes the same bytes again, and says which matter has them', async () => {
    const again = { name: '又一份.txt', mimeType: 'text/plain', buffer: Buffer.from('运输合同\n第一条　运费另议。') };
    await page.getByTestId('file-picker').setInputFiles(again);
    await expect(row('运输合同')).toHaveCount(1, { timeout: 30_000 });
    await page.getByTestId('file-picker').setInputFiles({ ...again, name: '同一份.txt' });
    const arrivals = page.getByRole('region', { name: register.importing.title });
    await expect(arrivals.getByText(register.importing.states.duplicate)).toBeVisible({ timeout: 30_000 });
    await expect(row('运输合同')).toHaveCount(1);
  });

  await test.step('what is open can be searched, and a letter in the box decides nothing', async () => {
    await row('城区绿化养护服务合同').dblclick();
    await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press('/');
    await page.keyboard.type('ajd');
    await expect(page.getByRole('textbox', { name: reader.search })).toHaveValue('ajd');
    await expect(page.getByText(reader.adoptedAs(1))).toHaveCount(0);
  });
});
