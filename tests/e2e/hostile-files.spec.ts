/**
 * A stack of files nobody can review, dropped together with two good ones: each refused file gets
 * one plain sentence with its name, nothing of it is kept, and the good ones are reviewed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../../shared/words/words.ts';
import { dropFiles, expect, introduce, test } from './doors.ts';

const { desk, errors, reader, register } = words.zh;
const samples = join(import.meta.dirname, '../../resources/sample');
const sample = readFileSync(join(samples, readdirSync(samples).find((name) => name.endsWith('.docx')) ?? ''));

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** The head of a compound file with the name of the part in which Office keeps an encrypted document. */
const encrypted = Buffer.concat([
  latin('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'.padEnd(1024, '\0')),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

const picture = latin('\u0089PNG\r\n\u001a\n'.padEnd(200, '\0'));

const refused = [
  { name: '空文件.docx', bytes: Buffer.alloc(0), reason: 'empty' },
  { name: '有密码.docx', bytes: encrypted, reason: 'encrypted' },
  { name: '传送中断.docx', bytes: sample.subarray(0, sample.length * 0.6), reason: 'truncated' },
  { name: '改过扩展名.docx', bytes: latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'), reason: 'wrong-type' },
  { name: '现场照片.png', bytes: picture, reason: 'unsupported-type' },
  { name: '<img src=x onerror=alert(1)>.docx', bytes: latin('no such thing'), reason: 'wrong-type' },
] as const;

const good = [
  '社区食堂委托经营协议\n甲方：云州市青麓区七里街道办事处\n乙方：云州知味餐饮有限公司\n第一条　经营期限三年。',
  '办公用房修缮合同\n甲方：云州市青麓区司法局\n乙方：云州安构建筑有限公司\n第一条　工期六十日。',
].map((text, at) => ({ name: at === 0 ? '食堂.txt' : '修缮.txt', bytes: Buffer.from(text) }));

test('hostile files are refused one by one, and the rest goes on', async ({ door }, info) => {
  const page = door.page();
  await introduce(page);
  await dropFiles(page, [...refused, ...good]);
  const dialog = page.getByRole('dialog', { name: register.grouping.title(refused.length + good.length) });
  await dialog.getByText(register.grouping.separate).click();
  await dialog.getByRole('button', { name: register.grouping.start }).click();

  const arrivals = page.getByRole('region', { name: register.importing.title });
  await expect(arrivals).toContainText(`${register.importing.title} 8 / 8`, { timeout: 60_000 });
  for (const { name, reason } of refused)
    await expect(arrivals.getByRole('alert').filter({ hasText: errors.unreadable[reason](name) })).toHaveCount(1);
  await expect(arrivals.getByRole('alert')).toHaveCount(refused.length);
  await page.screenshot({ path: `test-results/screens/${info.project.name}-refused.png` });

  const rows = page.getByRole('grid', { name: register.title }).getByRole('row');
  await expect(rows.filter({ hasText: '社区食堂委托经营协议' })).toHaveCount(1);
  await expect(rows.filter({ hasText: '办公用房修缮合同' })).toHaveCount(1);
  // The head, the sample and the two: nothing half saved.
  await expect(rows).toHaveCount(4);

  await arrivals.getByRole('button', { name: register.importing.clear }).click();
  await expect(arrivals.getByRole('listitem')).toHaveCount(refused.length);
  await arrivals.getByRole('listitem').first().getByRole('button', { name: desk.actions.dismiss }).click();
  await expect(arrivals.getByRole('alert')).toHaveCount(refused.length - 1);

  await rows.filter({ hasText: '办公用房修缮合同' }).dblclick();
  await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
});
