import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readZip } from '../../electron/host/parse/zip.ts';
import { bench, contractText, disposeAll } from './support.ts';

afterEach(disposeAll);

describe('a day with the record', () => {
  it('imports, decides, comments, undoes, exports, and finds all again after closing', async () => {
    const day = await bench();
    const { client } = day;
    expect(await client.call('session.get', {})).toMatchObject({ person: null, role: 'reviewer', readOnly: null });
    await client.call('person.name', { name: '张敏' });

    const job = await day.bring([1, 2, 3].map((no) => ({ name: `合同${no}.txt`, text: contractText(no) })));
    expect(job.rows.map((row) => row.state)).toEqual(['done', 'done', 'done']);
    const rows = await client.call('register.list', {});
    expect(rows.map((row) => row.number).toSorted()).toEqual(['2026-0001', '2026-0002', '2026-0003']);
    expect(rows[0]).toMatchObject({ counts: { high: 1, medium: 1, low: 1, notice: 0 }, open: 3, items: 0, files: 1 });

    const matter = rows.find((row) => row.title.includes('（1）'))?.id ?? '';
    const { state } = await client.call('matter.open', { matter });
    const version = state.versions[0]!;
    const document = await client.call('document.get', { sha256: version.files[0]!.sha256 });
    expect(document.body).toHaveLength(6);

    const { findings } = await client.call('findings.get', { matter, version: version.id });
    const [full, vague, court] = findings.map((finding) => finding.fingerprint) as [string, string, string];
    const on = { matter, version: version.id };
    await client.call('finding.adopt', { ...on, finding: full });
    const edits = { advice: '改为七日内交付。' };
    const adopted = await client.call('finding.adopt', { ...on, finding: vague, edits });
    expect(adopted.items.map(({ weight, advice }) => [weight, advice])).toEqual([
      ['must', '请改写。'],
      ['should', '改为七日内交付。'],
    ]);
    await client.call('finding.dismiss', { ...on, finding: court, reason: 'negotiated', note: '双方已商定。' });
    const range = [
      { block: 'p4', from: 4, to: 22 },
      { block: 'p5', from: 0, to: 3 },
    ] as const;
    const comment = { ...on, document: 0, kind: 'question' as const, text: '两条能否合并？', range: [...range] };
    const commented = await client.call('comment.add', comment as never);
    expect(commented.comments[0]?.anchor.quotes).toEqual(['甲方应当在签约之日一次性支付全部价款', '第二条']);

    const removed = await client.call('item.remove', { matter, item: commented.items[0]!.id });
    expect(Object.keys(removed.decisions)).toHaveLength(2);
    const restored = await client.call('undo', { matter });
    expect(restored.items).toHaveLength(2);
    await client.call('items.order', { matter, items: restored.items.map(({ id }) => id).toReversed() });

    const what = ['opinion' as const];
    const asked = await client.call('export.make', { ...on, what, acknowledge: [] });
    expect(asked).toEqual({ kind: 'asks', questions: [{ kind: 'no-conclusion', count: 1 }] });
    await client.call('opinion.set', { matter, fields: { conclusion: 'revise', office: '云州市临河区司法局' } });
    const made = await client.call('export.make', { ...on, what, acknowledge: [] });
    if (made.kind !== 'made') throw new Error('Nothing was made');
    const file = await day.host.download(made.files[0]!.download);
    expect(file?.bytes.length).toBe(made.files[0]!.bytes);
    expect(file?.name).toMatch(/^合同审查意见书（设备采购合同.*\.docx$/u);
    expect(readZip(file!.bytes)[0]?.name).toBe('[Content_Types].xml');

    const before = await client.call('matter.open', { matter });
    const again = await day.reopen();
    expect(await again.client.call('matter.open', { matter })).toEqual(before);
    expect(before.row).toMatchObject({ open: 0, items: 2, exported: true });
    expect((await again.client.call('session.get', {})).person).toBe('张敏');
    expect(await again.client.call('register.list', {})).toHaveLength(3);
    expect(await again.client.call('findings.get', on)).toMatchObject({ findings });
    expect(await readdir(join(day.folder, 'uploads'))).toEqual([]);
  });

  it('asks about undecided high findings, and records what was known when exporting anyway', async () => {
    const { client, bring } = await bench();
    await client.call('person.name', { name: '张敏' });
    const { rows } = await bring([{ name: '合同.txt', text: contractText(1) }]);
    const matter = rows[0]!.matter!;
    const version = (await client.call('matter.open', { matter })).state.versions[0]!.id;
    const call = (acknowledge: ('no-conclusion' | 'undecided-high')[]) =>
      client.call('export.make', { matter, version, what: ['opinion'], acknowledge });
    expect(await call(['no-conclusion'])).toEqual({ kind: 'asks', questions: [{ kind: 'undecided-high', count: 1 }] });
    expect((await call(['no-conclusion', 'undecided-high'])).kind).toBe('made');
    const { state } = await client.call('matter.open', { matter });
    expect(state.exports[0]).toMatchObject({ what: 'opinion', acknowledged: ['no-conclusion', 'undecided-high'] });
  });

  it('reviews again when the kind is overruled, and comes back by undo', async () => {
    const { client, bring } = await bench();
    await client.call('person.name', { name: '张敏' });
    const matter = (await bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
    const revised = await client.call('matter.revise', { matter, fields: { kind: 'normative', title: '管理办法' } });
    expect(revised.row).toMatchObject({ kind: 'normative', title: '管理办法', open: 0 });
    const state = await client.call('undo', { matter });
    expect(state.fields.kind).toBe('contract');
    expect((await client.call('matter.open', { matter })).row.open).toBe(3);
  });
});
