import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { openHost } from '../../electron/host/host.ts';
import { openLibrary } from '../../electron/host/library.ts';
import { allEvents, verifyRecord } from '../../electron/host/store/events.ts';
import { openStore } from '../../electron/host/store/open.ts';
import { rebuild } from '../../electron/host/store/projections.ts';
import type { Tables, Writes } from '../../electron/host/store/schema.ts';
import { builtEntries } from '../support/processes.ts';
import { canMount } from '../support/requires.ts';
import { bench, contractText, disposeAll, hostOptions } from './support.ts';

afterEach(disposeAll);

describe('the projections', () => {
  it('are what rebuilding from the events gives, after every kind of act', async () => {
    const { client, bring, host, folder } = await bench();
    await client.call('person.name', { name: '张敏' });
    await client.call('office.set', { office: '云州市临河区司法局', series: '云司合审' });
    const job = await bring([1, 2].map((no) => ({ name: `${no}.txt`, text: contractText(no) })));
    const [matter, other] = job.rows.map((row) => row.matter) as [string, string];
    const version = (await client.call('matter.open', { matter })).state.versions[0]!.id;
    const { findings } = await client.call('findings.get', { matter, version });
    for (const finding of findings) {
      await client.call('finding.adopt', { matter, version, finding: finding.fingerprint });
    }
    const dismissed = { matter, version, finding: findings[0]!.fingerprint, reason: 'other' as const, note: '' };
    await client.call('finding.dismiss', dismissed);
    await client.call('finding.reopen', { matter, finding: findings[1]!.fingerprint });
    await client.call('undo', { matter });
    await client.call('matter.revise', { matter: other, fields: { title: '改后的名称', urgent: true } });
    await host.close();

    const store = await openStore(folder);
    const before = await store.read((reads) => derived(reads as Writes));
    await store.write(async (writes) => {
      await writes.deleteFrom('marks').execute();
      for (const table of projections.toReversed()) await writes.deleteFrom(table).execute();
      await rebuild(writes, await allEvents(writes));
    });
    const after = await store.read((reads) => derived(reads as Writes));
    await store.close();
    expect(after).toEqual(before);
    expect(before.matters).toHaveLength(2);
    expect(before.decisions).toHaveLength(3);
  });
});

/** All but the events, which are truth, and the marks, which are a cache of findings. */
const projections = ['settings', 'matters', 'files', 'decisions'] as const satisfies readonly (keyof Tables)[];

async function derived(reads: Writes): Promise<Record<(typeof projections)[number], unknown[]>> {
  const rows = async (table: (typeof projections)[number]): Promise<unknown[]> => {
    const all = await reads.selectFrom(table).selectAll().execute();
    return all.map((row) => JSON.stringify(row)).sort();
  };
  const [settings, matters, files, decisions] = await Promise.all(projections.map(rows));
  return { settings: settings ?? [], matters: matters ?? [], files: files ?? [], decisions: decisions ?? [] };
}

describe('one library, one holder', () => {
  it('names the holder to a second opener, in this process too, and lets it in afterwards', async () => {
    const first = await bench();
    await first.client.call('person.name', { name: '张敏' });
    const second = openHost(hostOptions(first.folder));
    await expect(second).rejects.toMatchObject({ kind: 'busy', message: expect.stringContaining('张敏') });
    await expect(openHost(hostOptions(first.folder))).rejects.toThrow(hostname());
    await expect(openHost(hostOptions(first.folder))).rejects.toThrow(String(process.pid));
    await first.reopen();
  });

  it('is let go of by a process that was killed', async () => {
    const built = await builtEntries({ committing: 'tests/support/committing.ts' });
    const folder = await mkdtemp(join(tmpdir(), 'fashen-lock-'));
    const child = spawn(process.execPath, [join(built, 'committing.js'), folder, '1']);
    let tried = false;
    for await (const text of createInterface({ input: child.stdout })) {
      if (tried || JSON.parse(text).kind !== 'committed') continue;
      tried = true;
      await expect(openLibrary(folder)).rejects.toMatchObject({
        kind: 'busy',
        message: expect.stringContaining(String(child.pid)),
      });
      child.kill('SIGKILL');
    }
    const library = await openLibrary(folder);
    expect(await library.store.read(verifyRecord)).toMatchObject({ ok: true });
    await library.close();
    await rm(folder, { recursive: true });
    await rm(built, { recursive: true });
  });

  it('says so when the folder cannot be used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fashen-folder-'));
    await writeFile(join(folder, 'file'), 'x');
    const opening = openHost(hostOptions(join(folder, 'file', 'library')));
    await expect(opening).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('文件夹') });
    await rm(folder, { recursive: true });
  });
});

describe('what may be deleted, and what may not', () => {
  it('makes everything in cache again, also when it is garbled', async () => {
    const first = await bench();
    await first.client.call('person.name', { name: '张敏' });
    const matter = (await first.bring([{ name: '1.txt', text: contractText(1) }])).rows[0]!.matter!;
    const { state } = await first.client.call('matter.open', { matter });
    const on = { matter, version: state.versions[0]!.id };
    const { sha256 } = state.versions[0]!.files[0]!;
    const findings = await first.client.call('findings.get', on);
    const document = await first.client.call('document.get', { sha256 });
    const cache = join(first.folder, 'cache');
    for (const name of await readdir(cache)) {
      const bytes = await readFile(join(cache, name));
      bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
      await writeFile(join(cache, name), bytes);
    }
    const second = await first.reopen();
    expect(await second.client.call('findings.get', on)).toEqual(findings);
    expect(await second.client.call('document.get', { sha256 })).toEqual(document);
    await rm(cache, { recursive: true });
    const third = await second.reopen();
    expect(await third.client.call('document.get', { sha256 })).toEqual(document);
    // Nothing new was found, so nothing new was recorded.
    expect((await third.client.call('matter.open', { matter })).state.lastEvent).toBe(state.lastEvent);
  });

  it('refuses an original that changed or is gone', async () => {
    const { client, bring, folder, host } = await bench();
    await client.call('person.name', { name: '张敏' });
    const matter = (await bring([{ name: '1.txt', text: contractText(1) }])).rows[0]!.matter!;
    const { sha256 } = (await client.call('matter.open', { matter })).state.versions[0]!.files[0]!;
    const object = join(folder, 'objects', sha256);
    expect((await stat(object)).mode & 0o777).toBe(0o600);
    expect(Buffer.from((await host.original(sha256))!.bytes).toString()).toBe(contractText(1));
    await writeFile(object, contractText(2));
    await expect(host.original(sha256)).rejects.toMatchObject({ kind: 'storage-damaged' });
    await rm(object);
    expect(await host.original(sha256)).toBeNull();
    expect(await host.original('../library.db')).toBeNull();
  });

  it('records a run when another rule set finds something else', async () => {
    const first = await bench();
    await first.client.call('person.name', { name: '张敏' });
    const matter = (await first.bring([{ name: '1.txt', text: contractText(1) }])).rows[0]!.matter!;
    const version = (await first.client.call('matter.open', { matter })).state.versions[0]!.id;
    await first.host.close();
    const ruleset = { version: '2026.04', sha256: 'b'.repeat(64), rules: 0 };
    const none = { findings: [], faults: [{ rule: 'broken', message: 'x' }], rulesMs: 1 };
    const compute = { ...hostOptions('').compute, review: async () => none };
    const second = await bench({ rulesetOf: () => ruleset, compute }, first.folder);
    expect(await second.client.call('findings.get', { matter, version })).toMatchObject({ faults: ['broken'] });
    const { state, row } = await second.client.call('matter.open', { matter });
    expect(state.reviewed).toMatchObject({ ruleset: ruleset.sha256, count: 0 });
    expect(row.open).toBe(0);
  });
});

it('writes no word of a document into the log', async () => {
  const lines: string[] = [];
  const canary = '绝密金丝雀';
  const compute = {
    ...hostOptions('').compute,
    review: () => Promise.reject(new Error(canary)),
  };
  const { client, bring, host } = await bench({ log: (line) => lines.push(line), compute });
  await client.call('person.name', { name: '张敏' });
  await bring([{ name: `${canary}.txt`, text: `${canary}合同` }]);
  await host.call('import.paste', { text: '' });
  expect(lines).not.toEqual([]);
  expect(lines.join('\n')).not.toContain(canary);
});

describe.skipIf(!canMount())('full disk', () => {
  it('says "not saved" at once, loses nothing, and goes on when there is room again', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'fashen-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
    try {
      const folder = join(disk, 'library');
      const first = await bench({}, folder);
      await first.client.call('person.name', { name: '张敏' });
      const matter = (await first.bring([{ name: '1.txt', text: contractText(1) }])).rows[0]!.matter!;
      const saved: string[] = [];
      const add = (no: number) => {
        const conclusionText = `${no}：${'结论'.repeat(8000)}`;
        return first.host.call('opinion.set', { matter, fields: { conclusionText } }).then((reply) => {
          if (reply.ok) saved.push(conclusionText);
          return reply;
        });
      };
      let reply = await add(0);
      for (let no = 1; reply.ok && no < 500; no += 1) reply = await add(no);
      expect(reply).toMatchObject({ ok: false, error: { kind: 'storage-full', message: /^未保存/u } });

      // Reading goes on, and the session says why nothing can be written.
      expect((await first.client.call('session.get', {})).readOnly).toMatch(/^未保存/u);
      expect((await first.client.call('matter.open', { matter })).state.opinion.conclusionText).toBe(saved.at(-1));
      await expect(first.upload(new Uint8Array(3_000_000))).rejects.toMatchObject({ kind: 'storage-full' });
      const job = await first.client
        .call('import.paste', { text: `长合同${'条款'.repeat(600_000)}` })
        .then((started) => first.ended(started.job));
      expect(job.rows[0]).toMatchObject({ state: 'failed', message: expect.stringMatching(/^未保存/u) });
      expect((await readdir(join(folder, 'objects'))).length).toBe(1);
      expect(await readdir(join(folder, 'uploads'))).toEqual([]);

      execFileSync('mount', ['-o', 'remount,size=8m', disk]);
      expect((await add(1000)).ok).toBe(true);
      expect((await first.client.call('session.get', {})).readOnly).toBeNull();
      const again = await first.reopen();
      const { state } = await again.client.call('matter.open', { matter });
      expect(state.opinion.conclusionText).toBe(saved.at(-1));
      await again.host.close();
      const library = await openLibrary(folder);
      const events = await library.store.read(allEvents);
      const kept = events.flatMap((event) =>
        event.kind === 'opinion-set' ? [event.payload.fields.conclusionText] : [],
      );
      expect(kept).toEqual(saved);
      expect(await library.store.read(verifyRecord)).toMatchObject({ ok: true });
      await library.close();
    } finally {
      await disposeAll();
      execFileSync('umount', [disk]);
      await rm(disk, { recursive: true });
    }
  });
});
