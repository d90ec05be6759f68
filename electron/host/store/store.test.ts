import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '../../../shared/review/events.ts';
import { checkedValue, connect } from './connection.ts';
import { allEvents, append, headOf, verifyRecord } from './events.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open.ts';
import type { Store } from './open.ts';
import type { Tables, Writes } from './schema.ts';

let folder: string;
const open: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fashen-store-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
});

async function opened(...rest: Parameters<typeof openStore> extends [string, ...infer R] ? R : never): Promise<Store> {
  const store = await openStore(folder, ...rest);
  open.push(store);
  return store;
}

let ids = 0;
const act = {
  actor: '张敏',
  at: '2026-03-02T01:00:00.000Z',
  origin: '工作站一',
  randomId: () => String((ids += 1)).padStart(32, '0'),
};
const latest = Math.max(...migrations.map(({ version }) => version));
const named: NewEvent = { matter: null, kind: 'person-named', payload: { name: '张敏' } };

/** Raw SQL is for these tests alone. */
const raw = (writes: Writes, text: string) => sql.raw(text).execute(writes as never);

describe('the dialect', () => {
  it('answers 1 to select 1', async () => {
    const store = await opened();
    const result = await store.read((reads) => sql<{ one: number }>`select 1 as one`.execute(reads as never));
    expect(result.rows).toEqual([{ one: 1 }]);
  });

  it('answers rows, changed rows and returned rows', async () => {
    const store = await opened();
    await store.write(async (writes) => {
      const inserted = await writes.insertInto('settings').values({ key: 'a', value: '1' }).executeTakeFirst();
      expect(inserted.numInsertedOrUpdatedRows).toBe(1n);
      const returned = await writes.insertInto('settings').values({ key: 'b', value: '2' }).returning('key').execute();
      expect(returned).toEqual([{ key: 'b' }]);
      expect((await writes.updateTable('settings').set({ value: '3' }).executeTakeFirst()).numUpdatedRows).toBe(2n);
    });
    expect(await store.read((reads) => reads.selectFrom('settings').selectAll().execute())).toEqual([
      { key: 'a', value: '3' },
      { key: 'b', value: '3' },
    ]);
  });

  it.each([
    ['bigint', 1n],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['an unsafe integer', 2 ** 53],
    ['boolean', true],
    ['a date', new Date(0)],
    ['an object', {}],
  ])('refuses %s', (_, value) => expect(() => checkedValue(value)).toThrow(TypeError));

  it('keeps the values it takes', async () => {
    const connection = await connect(join(folder, 'values.db'));
    const values = [null, '中\u0000文', 2 ** 53 - 1, 0.5, new Uint8Array([0, 255])];
    const row = (await connection.all('select ? as a, ? as b, ? as c, ? as d, ? as e', values))[0];
    expect(Object.values(row ?? {}).map((value) => (value instanceof Uint8Array ? [...value] : value))).toEqual([
      null,
      '中\u0000文',
      2 ** 53 - 1,
      0.5,
      [0, 255],
    ]);
    await connection.close();
  });

  it('lets a failed transaction leave nothing, and the next one through', async () => {
    const store = await opened();
    const failing = store.write(async (writes) => {
      await writes.insertInto('settings').values({ key: 'a', value: '1' }).execute();
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    await store.write((writes) => writes.insertInto('settings').values({ key: 'b', value: '2' }).execute());
    expect(await store.read((reads) => reads.selectFrom('settings').select('key').execute())).toEqual([{ key: 'b' }]);
  });

  it('gives readers one consistent state while a writer goes on', async () => {
    const store = await opened();
    await store.read(async (reads) => {
      const count = () => reads.selectFrom('settings').selectAll().execute();
      expect(await count()).toHaveLength(0);
      await store.write((writes) => writes.insertInto('settings').values({ key: 'a', value: '1' }).execute());
      expect(await count()).toHaveLength(0);
    });
    expect(await store.read((reads) => reads.selectFrom('settings').selectAll().execute())).toHaveLength(1);
  });

  it('refuses to write through a reader', async () => {
    const store = await opened();
    const attempt = store.read((reads) =>
      (reads as Writes).insertInto('settings').values({ key: 'a', value: '1' }).execute(),
    );
    await expect(attempt).rejects.toThrow();
  });

  it('is STRICT', async () => {
    const store = await opened();
    const attempt = store.write((writes) =>
      writes
        .insertInto('settings')
        .values({ key: 'a', value: new Uint8Array([1]) as never })
        .execute(),
    );
    await expect(attempt).rejects.toThrow(/STRICT|datatype|cannot store/i);
  });
});

describe('the record', () => {
  it('chains what is appended and verifies after reopening', async () => {
    const store = await opened();
    await store.write((writes) => append(writes, act, [named, named]));
    await store.write((writes) => append(writes, act, [named]));
    await store.close();
    const again = await opened();
    const head = await again.read(headOf);
    expect(head.count).toBe(3);
    expect(await again.read((reads) => verifyRecord(reads, head))).toEqual({ ok: true, head });
    const events = await again.read(allEvents);
    expect(events[2]?.after).toEqual([events[1]?.id]);
  });

  it('says "not saved" when there is no more room, keeps what was saved, and goes on with room again', async () => {
    const store = await opened();
    const long: NewEvent = { matter: null, kind: 'person-named', payload: { name: '甲'.repeat(20_000) } };
    const limit = (pages: number) => store.write((writes) => raw(writes, `pragma max_page_count = ${pages}`));
    await limit(80);
    let saved = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await store.write((writes) => append(writes, act, [long]));
        saved += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({ kind: 'storage-full', message: expect.stringMatching(/^未保存/u) });
    expect(saved).toBeGreaterThan(0);
    expect((await store.read(headOf)).count).toBe(saved);
    await limit(10_000);
    await store.write((writes) => append(writes, act, [long]));
    expect(await store.read(verifyRecord)).toMatchObject({ ok: true, head: { count: saved + 1 } });
  });

  it.each([
    ['update', `update events set actor = '李四'`],
    ['delete', 'delete from events'],
    [
      'replace',
      `insert or replace into events select seq, 'x', origin, at, actor, matter, kind, after, payload, 'h' from events`,
    ],
  ])('cannot be changed by %s', async (_, statement) => {
    const store = await opened();
    await store.write((writes) => append(writes, act, [named]));
    await expect(store.write((writes) => raw(writes, statement))).rejects.toThrow(/events cannot be/u);
    expect((await store.read(verifyRecord)).ok).toBe(true);
  });

  it('shows a change made behind its back', async () => {
    const store = await opened();
    await store.write((writes) => append(writes, act, [named, named]));
    await store.write(async (writes) => {
      await raw(writes, 'drop trigger events_stay');
      await raw(writes, `update events set actor = '李四' where seq = 1`);
    });
    expect(await store.read(verifyRecord)).toEqual({ ok: false, fault: { at: 0, reason: 'hash' } });
  });
});

describe('opening', () => {
  it('refuses a newer structure with a sentence and leaves the file alone', async () => {
    const store = await opened();
    await store.write((writes) => raw(writes, 'create table later (a text) strict'));
    await store.close();
    const connection = await connect(join(folder, 'library.db'));
    await connection.run('pragma user_version = 9999');
    await connection.close();
    await expect(opened()).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('9999') });
    const after = await connect(join(folder, 'library.db'));
    expect(await after.all('pragma user_version')).toEqual([{ user_version: 9999 }]);
    await after.close();
  });

  it.each([
    ['not a database', async () => new TextEncoder().encode('这不是数据库'.repeat(500))],
    [
      'a garbled page',
      async (bytes: Uint8Array) => bytes.map((byte, at) => (at >= 4096 && at < 12_288 ? (byte * 7 + 13) % 256 : byte)),
    ],
    ['cut short', async (bytes: Uint8Array) => bytes.slice(0, 8192 + 100)],
  ])('refuses a damaged file (%s) with the way out, and does not touch it', async (_, damage) => {
    const store = await opened();
    await store.write((writes) =>
      append(
        writes,
        act,
        Array.from({ length: 200 }, () => named),
      ),
    );
    await store.close();
    const file = join(folder, 'library.db');
    const damaged = await damage(new Uint8Array(await readFile(file)));
    await writeFile(file, damaged);
    await expect(opened()).rejects.toMatchObject({
      kind: 'storage-damaged',
      message: expect.stringContaining('backups'),
    });
    expect(Buffer.compare(await readFile(file), Buffer.from(damaged))).toBe(0);
  });

  it('migrates in one step with a verified copy of what was there', async () => {
    const store = await opened();
    await store.write((writes) => append(writes, act, [named]));
    await store.close();
    const next = { version: latest + 10, statements: ['create table later (a text) strict'] };
    await (await opened([...migrations, next])).close();
    expect(await readdir(join(folder, 'backups'))).toEqual([`before-upgrade-from-${latest}-1.db`]);
    const copy = await connect(join(folder, 'backups', `before-upgrade-from-${latest}-1.db`));
    expect(await copy.all('pragma user_version')).toEqual([{ user_version: latest }]);
    expect(await copy.all('select count(*) as n from events')).toEqual([{ n: 1 }]);
    await copy.close();
  });

  it('gives decisions of the first structure their rules and reasons, as the events tell them', async () => {
    const first = await opened(migrations.filter(({ version }) => version === 10));
    const at = (table: string, values: string) =>
      first.write((writes) => raw(writes, `insert into ${table} values ${values}`));
    const event = (seq: number, kind: string, payload: object): Promise<unknown> =>
      at(
        'events',
        `(${seq}, 'e${seq}', 'o', 't', '张敏', 'm', '${kind}', '[]', '${JSON.stringify(payload)}', 'h${seq}')`,
      );
    await at('matters', `('m', '2026-0001', '合同', 'contract', 'sale', '', '', null, 0, 't', '张敏', 0, 1, 0, 0)`);
    await event(1, 'finding-dismissed', { finding: 'f1', rule: 'pay-time-vague', reason: 'other' });
    await event(2, 'finding-dismissed', { finding: 'f1', rule: 'pay-time-vague', reason: 'wrong-hit' });
    await event(3, 'finding-adopted', { finding: 'f2', item: { rule: 'penalty-missing' } });
    await at('decisions', `('m', 'f1', 'dismissed'), ('m', 'f2', 'adopted')`);
    await first.close();
    const decisions = await (await opened()).read((reads) => reads.selectFrom('decisions').selectAll().execute());
    expect(decisions).toEqual([
      { matter: 'm', finding: 'f1', kind: 'dismissed', rule: 'pay-time-vague', reason: 'wrong-hit' },
      { matter: 'm', finding: 'f2', kind: 'adopted', rule: 'penalty-missing', reason: null },
    ]);
  });

  it('leaves the old structure whole when a migration fails half way', async () => {
    const store = await opened();
    await store.write((writes) => append(writes, act, [named]));
    await store.close();
    const broken = { version: latest + 10, statements: ['create table later (a text) strict', 'create nonsense'] };
    await expect(opened([...migrations, broken])).rejects.toThrow();
    const again = await opened();
    expect((await again.read(headOf)).count).toBe(1);
    await expect(again.read((reads) => sql`select * from later`.execute(reads as never))).rejects.toThrow(/no such/u);
  });

  it('takes no copy for a new library', async () => {
    await opened();
    expect(await readdir(folder)).not.toContain('backups');
  });
});

it('names every projection and cache in the schema', async () => {
  const store = await opened();
  const rows = await store.read((reads) =>
    sql<{ name: string }>`select name from sqlite_schema where type = 'table' order by name`.execute(reads as never),
  );
  const tables: Record<keyof Tables, true> = {
    events: true,
    settings: true,
    matters: true,
    files: true,
    decisions: true,
    marks: true,
    suppressions: true,
  };
  expect(rows.rows.map((row) => row.name)).toEqual(Object.keys(tables).sort());
});
