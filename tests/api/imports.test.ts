import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { readZip } from '../../electron/host/parse/zip.ts';
import type { Parser } from '../../electron/host/ports.ts';
import type { ImportJob } from '../../shared/api/contract.ts';
import type { Carried } from '../../shared/api/mark-commands.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { bench, contractText, disposeAll, textParser } from './support.ts';
import type { Bench } from './support.ts';

afterEach(disposeAll);

async function named(...rest: Parameters<typeof bench>): Promise<Bench> {
  const made = await bench(...rest);
  await made.client.call('person.name', { name: '张敏' });
  return made;
}

const states = (job: ImportJob): string[] => job.rows.map((row) => row.state);

describe('importing', () => {
  it('says what is wrong with one file and goes on with the rest', async () => {
    const { bring, client, folder } = await named();
    const job = await bring([
      { name: '好.txt', text: contractText(1) },
      { name: '空.txt', text: '' },
      { name: '图.png', text: '图' },
      { name: '乱.txt', text: new Uint8Array([0xff, 0xfe, 0xff]) },
      { name: '也好.txt', text: contractText(2) },
    ]);
    expect(states(job)).toEqual(['done', 'failed', 'failed', 'failed', 'done']);
    expect(job.rows[1]?.message).toContain('“空.txt”是空文件');
    expect(job.rows[2]).toMatchObject({ matter: null, english: expect.stringContaining('"图.png"') });
    expect(await client.call('register.list', {})).toHaveLength(2);
    expect(await readdir(join(folder, 'objects'))).toHaveLength(2);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  it('recognises the same file again, also under another name and within one batch', async () => {
    const { bring, client } = await named();
    const first = await bring([{ name: '合同.txt', text: contractText(1) }]);
    const again = await bring([
      { name: '改名.txt', text: contractText(1) },
      { name: '甲.txt', text: contractText(2) },
      { name: '乙.txt', text: contractText(2) },
    ]);
    expect(again.rows[0]).toMatchObject({ state: 'duplicate', matter: first.rows[0]?.matter });
    expect(states(again).slice(1).toSorted()).toEqual(['done', 'duplicate']);
    expect(again.rows[1]?.matter).toBe(again.rows[2]?.matter);
    expect(await client.call('register.list', {})).toHaveLength(2);
  });

  it('takes a revised file in as the next version, reviewed, with the decisions that still hold', async () => {
    const { bring, client } = await named();
    const matter = (await bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
    const [one] = (await client.call('matter.open', { matter })).state.versions;
    const before = await client.call('findings.get', { matter, version: one!.id });
    const finding = before.findings[0]!.fingerprint;
    await client.call('finding.adopt', { matter, version: one!.id, finding });
    const job = await bring([{ name: '合同二稿.txt', text: `说明\n${contractText(1)}` }], 'together', matter);
    expect(job.rows[0]).toMatchObject({ state: 'done', matter });
    const { state } = await client.call('matter.open', { matter });
    expect(state.versions.map(({ ordinal, purpose }) => [ordinal, purpose])).toEqual([
      [1, '送审稿'],
      [2, '修改稿'],
    ]);
    expect(state.reviewed?.version).toBe(state.versions[1]!.id);
    expect(state.decisions[finding]?.kind).toBe('adopted');
    const after = await client.call('findings.get', { matter, version: state.versions[1]!.id });
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toContain(finding);
    expect(await client.call('register.list', {})).toHaveLength(1);
  });

  it('carries comments to the next version: placed, moved, or lost until a person places them', async () => {
    const { bring, client } = await named();
    const text =
      '采购合同\n第一条 乙方应在三十日内交付全部货物。\n第二条 甲方指定王某为联系人。\n第三条 逾期交货的，按日支付合同总价万分之五的违约金。\n';
    const next =
      '采购合同\n第一条 总则。\n第二条 乙方应在三十日内交付全部货物。\n第四条 逾期交货的，按日支付合同总价千分之一的违约金。\n';
    const matter = (await bring([{ name: '合同.txt', text }])).rows[0]!.matter!;
    const opened = (await client.call('matter.open', { matter })).state;
    const one = opened.versions[0]!;
    const { body } = await client.call('document.get', { sha256: one.files[0]!.sha256 });
    for (const quote of ['三十日内', '指定王某为联系人', '按日支付合同总价万分之五的违约金']) {
      const block = body.find((each) => each.kind === 'paragraph' && each.text.includes(quote));
      if (block?.kind !== 'paragraph') throw new Error(quote);
      const from = block.text.indexOf(quote);
      const range = [{ block: block.id, from, to: from + quote.length }] as const;
      await client.call('comment.add', { matter, version: one.id, document: 0, range, kind: 'note', text: quote });
    }
    await bring([{ name: '合同.txt', text: next }], 'together', matter);
    const { state } = await client.call('matter.open', { matter });
    const two = state.versions[1]!;
    const carried = (): Promise<readonly Carried[]> => client.call('comments.carried', { matter, version: two.id });
    expect((await carried()).map(({ placement }) => placement.kind)).toEqual(['placed', 'lost', 'moved']);
    expect(await client.call('comments.carried', { matter, version: one.id })).toEqual([]);
    const asked = await client.call('export.make', {
      matter,
      version: two.id,
      what: ['annotated'],
      acknowledge: ['undecided-high'],
    });
    expect(asked).toEqual({ kind: 'asks', questions: [{ kind: 'lost-comments', count: 1 }] });
    const lost = state.comments[1]!.id;
    const range = [{ block: 'p2', from: 0, to: 3 }] as const;
    await client.call('comment.place', { matter, version: two.id, document: 0, comment: lost, range });
    expect((await carried())[1]).toEqual({ comment: lost, document: 0, placement: { kind: 'placed', range } });
    await client.call('undo', { matter });
    expect((await carried())[1]!.placement.kind).toBe('lost');
  });

  it('takes no version that is the last one again, nor one of a matter that is not there', async () => {
    const { bring, client } = await named();
    const matter = (await bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
    const again = await bring([{ name: '同一稿.txt', text: contractText(1) }], 'together', matter);
    expect(again.rows[0]).toMatchObject({ state: 'duplicate', matter });
    expect((await client.call('matter.open', { matter })).state.versions).toHaveLength(1);
    await expect(bring([{ name: '二稿.txt', text: contractText(2) }], 'together', 'nowhere')).rejects.toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('puts several files into one matter, led by the contract', async () => {
    const { bring, client } = await named();
    const list = '报价清单\n第一项 设备三台。\n';
    const job = await bring(
      [
        { name: '清单.txt', text: list },
        { name: '合同.txt', text: contractText(1) },
        { name: '清单副本.txt', text: list },
        { name: '坏.bin', text: '坏' },
      ],
      'together',
    );
    expect(states(job)).toEqual(['done', 'done', 'duplicate', 'failed']);
    const matter = job.rows[0]!.matter!;
    expect(job.rows.slice(0, 3).every((row) => row.matter === matter)).toBe(true);
    const { state, row } = await client.call('matter.open', { matter });
    expect(state.versions[0]?.files.map(({ name, role }) => [name, role])).toEqual([
      ['合同.txt', 'main'],
      ['清单.txt', 'annex'],
    ]);
    expect(row).toMatchObject({ files: 2, title: expect.stringContaining('设备采购合同') });
  });

  it('takes the same annex into a second matter, but not the same main document', async () => {
    const { bring, client } = await named();
    const annex = { name: '通用条款.txt', text: '通用条款\n见附件。\n' };
    await bring([{ name: '合同1.txt', text: contractText(1) }, annex], 'together');
    const second = await bring([{ name: '合同2.txt', text: contractText(2) }, annex], 'together');
    expect(states(second)).toEqual(['done', 'done']);
    const third = await bring([{ name: '合同1.txt', text: contractText(1) }, annex], 'together');
    expect(states(third)).toEqual(['duplicate', 'cancelled']);
    expect(third.rows[1]?.message).toContain('主文件已在库中');
    expect(await client.call('register.list', {})).toHaveLength(2);
  });

  it('takes a zip apart', async () => {
    const { bring } = await named({ unzip: readZip });
    const zip = zipSync({ '送审/合同.txt': strToU8(contractText(1)), '送审/内.zip': strToU8('x') });
    const job = await bring([
      { name: '送审.zip', text: zip },
      { name: '坏.zip', text: '不是压缩包' },
    ]);
    expect(job.rows.map(({ name, state }) => [name, state])).toEqual([
      ['合同.txt', 'done'],
      ['内.zip', 'failed'],
      ['坏.zip', 'failed'],
    ]);
  });

  it('makes a matter of pasted text, named by its first line', async () => {
    const { client, ended } = await named();
    const job = await ended((await client.call('import.paste', { text: contractText(7) })).job);
    const { state } = await client.call('matter.open', { matter: job.rows[0]!.matter! });
    expect(state.versions[0]?.files[0]).toMatchObject({ name: '设备采购合同（7）.txt', format: 'txt' });
  });

  it('uses an upload once, and knows nothing of others', async () => {
    const { client, upload, ended } = await named();
    const id = await upload(contractText(1));
    const start = async (upload_: string) => {
      const uploads = [{ upload: upload_, name: '合同.txt' }];
      return ended((await client.call('import.start', { uploads, grouping: 'separate' })).job);
    };
    expect(states(await start(id))).toEqual(['done']);
    for (const other of [id, '../library.db', 'f'.repeat(32)]) {
      const row = (await start(other)).rows[0];
      expect(row).toMatchObject({ state: 'failed', message: expect.stringContaining('没有传完') });
    }
  });

  it('gives each year its own series of numbers', async () => {
    let now = '2026-12-31T15:59:00.000Z';
    const { bring, client } = await named({ now: () => new Date(now) });
    await bring([{ name: '1.txt', text: contractText(1) }]);
    await bring([{ name: '2.txt', text: contractText(2) }]);
    // Midnight in China, still the old year in Greenwich.
    now = '2026-12-31T16:00:00.000Z';
    await bring([{ name: '3.txt', text: contractText(3) }]);
    const numbers = (await client.call('register.list', {})).map((row) => row.number);
    expect(numbers).toEqual(['2027-0001', '2026-0002', '2026-0001']);
  });

  it('cancels one row, then all, and records nothing of them', async () => {
    const gate = gatedParser();
    const { client, upload, ended } = await named({ parser: gate.parser });
    const uploads = [];
    for (const no of [1, 2, 3, 4]) uploads.push({ upload: await upload(contractText(no)), name: `${no}.txt` });
    const { job } = await client.call('import.start', { uploads, grouping: 'separate' });
    await gate.reached(2);
    await client.call('import.cancel', { job, row: 0 });
    await client.call('import.cancel', { job, row: 3 });
    expect((await client.call('import.status', { job })).rows[3]?.state).toBe('cancelled');
    await gate.reached(3);
    gate.release();
    expect(states(await ended(job))).toEqual(['cancelled', 'done', 'done', 'cancelled']);
    expect(await client.call('register.list', {})).toHaveLength(2);
  });

  it('cancels what is being read when the host closes, and leaves nothing half-saved', async () => {
    const gate = gatedParser();
    const first = await named({ parser: gate.parser });
    const uploads = [{ upload: await first.upload(contractText(1)), name: '1.txt' }];
    await first.client.call('import.start', { uploads, grouping: 'separate' });
    await gate.reached(1);
    const again = await first.reopen();
    expect(await again.client.call('register.list', {})).toEqual([]);
  });

  it('tells progress without being asked', async () => {
    const { host, bring } = await named();
    const seen: string[] = [];
    host.subscribe((told) => {
      const state = told.kind === 'import' ? told.job.rows[0]?.state : 'changed';
      if (state && seen.at(-1) !== state) seen.push(state);
    });
    await bring([{ name: '合同.txt', text: contractText(1) }]);
    expect(seen).toEqual(['reading', 'checking', 'changed', 'done']);
  });

  it('brings the sample on the first start alone', async () => {
    const { folder } = await named();
    const sample = join(folder, '样本合同.txt');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(sample, contractText(9));
    const first = await bench({ samplePath: sample });
    const changed = new Promise<void>((resolve) => {
      first.host.subscribe((told) => told.kind === 'import' && told.job.done && resolve());
    });
    await first.client.call('person.name', { name: '张敏' });
    await changed;
    expect(await first.client.call('register.list', {})).toMatchObject([{ sample: true, number: '2026-0001' }]);
    const again = await first.reopen();
    await again.client.call('person.name', { name: '李红' });
    expect(await again.client.call('register.list', {})).toHaveLength(1);
  });
});

/** A parser that holds every file until released, or until its signal aborts. */
function gatedParser(): { parser: Parser; reached: (count: number) => Promise<void>; release: () => void } {
  let count = 0;
  let open = false;
  const waiting: (() => void)[] = [];
  const watchers: { count: number; resolve: () => void }[] = [];
  return {
    reached: (wanted) =>
      new Promise((resolve) => {
        if (count >= wanted) resolve();
        else watchers.push({ count: wanted, resolve });
      }),
    release: () => {
      open = true;
      for (const go of waiting.splice(0)) go();
    },
    parser: {
      ...textParser,
      read: async (file, signal) => {
        count += 1;
        for (const watcher of watchers) if (count >= watcher.count) watcher.resolve();
        await new Promise<void>((resolve, reject) => {
          if (open) resolve();
          else waiting.push(resolve);
          signal?.addEventListener('abort', () => reject(new Unreadable('reader-fault')));
        });
        return textParser.read(file, signal);
      },
    },
  };
}
