/** The disk is full: the window says at once that nothing was saved, keeps what is, and goes on when there is room. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../shared/words/words.ts';
import { canMount } from '../support/requires.ts';
import { expect, introduce, test as base } from './doors.ts';

const { desk, reader } = words.zh;

/** A small disk with the library on it and a file to fill it with. */
const test = base.extend<{ disk: string }>({
  disk: async ({ browserName: _unused }, use, info) => {
    info.skip(!canMount(), 'no disk can be mounted here');
    const disk = mkdtempSync(join(tmpdir(), 'fashen-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
    await use(disk);
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  },
  library: async ({ disk }, use) => use(join(disk, 'library')),
});

test('full disk: not saved is said at once, and nothing is lost', async ({ door, disk }, info) => {
  let page = door.page();
  const filler = join(disk, 'filler');
  await introduce(page);
  await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick();
  await expect(page.getByRole('list', { name: reader.findingsList })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('a');
  await expect(page.getByText(reader.adoptedAs(1))).toBeVisible();

  await test.step('there is no room: the decision is refused and said to be', async () => {
    fill(filler);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await expect(page.getByRole('alert').filter({ hasText: /未保存/u })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /未保存/u })).toBeVisible();
    await expect(page.getByText(reader.adoptedAs(2))).toHaveCount(0);
    await page.screenshot({ path: `test-results/screens/${info.project.name}-full-disk.png` });
  });

  await test.step('there is room again: the same key works', async () => {
    rmSync(filler);
    await page.keyboard.press('a');
    await expect(page.getByText(reader.adoptedAs(2))).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: desk.status.savedAt('') })).toBeVisible();
  });

  await test.step('what was said to be saved is there after a restart', async () => {
    page = await door.restart();
    await page.getByRole('row', { name: /档案密集架采购合同/u }).dblclick({ timeout: 30_000 });
    await expect(page.getByText(reader.adoptedAs(1))).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(reader.adoptedAs(2))).toBeVisible();
  });
});

/** Writes until the disk refuses. */
function fill(path: string): void {
  for (const size of [1 << 20, 1 << 12]) {
    for (;;) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}
