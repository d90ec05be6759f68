import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { statuteNamed } from '../../shared/law/registry.ts';
import { corpus } from '../support/requires.ts';
import { bench, disposeAll } from './support.ts';
import type { Bench } from './support.ts';

let day: Bench;
beforeEach(async () => {
  day = await bench();
  await day.client.call('person.name', { name: '张敏' });
});
afterEach(disposeAll);

const add = async (files: readonly Readonly<{ name: string; text: string | Uint8Array }>[]) => {
  const uploads = [];
  for (const { name, text } of files) uploads.push({ name, upload: await day.upload(text) });
  return day.client.call('laws.add', { uploads });
};

const measures = '青麓区停车管理办法\n第一条 为规范停车，制定本办法。\n第二条 收费标准公开。';

describe('the law library', () => {
  it('takes laws in, names what is none or cannot be read, and keeps the rest over a restart', async () => {
    const { laws, refused } = await add([
      { name: '停车办法.txt', text: measures },
      { name: '通知.txt', text: '关于开会的通知\n一、时间。' },
      { name: '坏.docx', text: 'x' },
      { name: '乱码.txt', text: new Uint8Array([0xff, 0xfe, 0xfd]) },
    ]);
    expect(laws).toEqual([
      expect.objectContaining({ title: '青麓区停车管理办法', articles: 2, by: '张敏', status: 'unverified' }),
    ]);
    expect(refused.map(({ name, message }) => [name, message.includes(name)])).toEqual([
      ['通知.txt', true],
      ['坏.docx', true],
      ['乱码.txt', true],
    ]);
    day = await day.reopen();
    expect(await day.client.call('laws.article', { law: '《青麓区停车管理办法》', article: '2' })).toMatchObject({
      article: { text: ['第二条 收费标准公开。'] },
    });
    expect(await day.client.call('laws.search', { query: '收费 公开' })).toMatchObject({ total: 1 });
  });

  it('puts a newer text in the place of the older, and removes', async () => {
    await add([{ name: '一.txt', text: measures }]);
    const { laws } = await add([{ name: '二.txt', text: `${measures}\n第三条 施行。` }]);
    expect(laws.map(({ articles }) => articles)).toEqual([3]);
    const { sha256 } = laws[0]!;
    expect(await day.client.call('laws.read', { sha256 })).toHaveLength(3);
    expect(await day.client.call('laws.remove', { sha256 })).toEqual([]);
    expect(await day.client.call('laws.article', { law: '青麓区停车管理办法', article: '1' })).toBeNull();
    await expect(day.client.call('laws.remove', { sha256 })).rejects.toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe.skipIf(!corpus)('corpus: the law library', () => {
  it('opens the article of every basis whose law is there', async () => {
    const folder = join(corpus ?? '', 'laws/statutes');
    const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { title: string; file: string }[];
    const { laws, refused } = await add(
      index.map(({ file }) => ({ name: file, text: readFileSync(join(folder, file)) })),
    );
    expect(refused).toEqual([]);
    expect(laws).toHaveLength(index.length);
    const present = new Set(index.map(({ title }) => statuteNamed(title)));
    const bases = catalog
      .flatMap(({ basis }) => basis)
      .filter(({ law, article }) => article !== null && present.has(statuteNamed(law)));
    const distinct = [...new Map(bases.map((basis) => [`${basis.law} ${basis.article}`, basis])).values()];
    expect(distinct.length).toBeGreaterThan(100);
    const absent = [];
    for (const { law, article } of distinct) {
      const found = await day.client.call('laws.article', { law, article: article ?? '' });
      if (!found) absent.push(`${law} ${article}`);
    }
    expect(absent).toEqual([]);
  });
});
