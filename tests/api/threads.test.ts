/** Threads through the service: replies and states beneath our comments and those of a file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import { writers } from '../../electron/host/writers.ts';
import { normalise } from '../../shared/import/normalise.ts';
import type { ThreadHead } from '../../shared/review/events.ts';
import { threadedDocx } from '../support/threaded-docx.ts';
import { bench, disposeAll, textParser } from './support.ts';
import type { Bench } from './support.ts';

const readDocx = async ({ bytes }: Readonly<{ bytes: Uint8Array }>) => ({
  document: normalise(readDocxFile(bytes).raw),
  media: new Map(),
});

let day: Bench;
let matter: string;
let own: ThreadHead;
let source: (comment: string) => ThreadHead;
beforeEach(async () => {
  day = await bench({ parser: { ...textParser, read: readDocx } });
  await day.client.call('person.name', { name: '张敏' });
  matter = (await day.bring([{ name: '合同.docx', text: threadedDocx() }])).rows[0]!.matter!;
  const version = (await day.client.call('matter.open', { matter })).state.versions[0]!.id;
  const range = [{ block: 'p2', from: 0, to: 2 }];
  const comment = { matter, version, document: 0, range, kind: 'note', text: '请核租期。' } as const;
  const { comments } = await day.client.call('comment.add', comment as never);
  own = { kind: 'own', comment: comments[0]!.id };
  source = (id) => ({ kind: 'source', version, document: 0, comment: id });
});
afterEach(disposeAll);

const reply = (to: ThreadHead, text: string) => day.client.call('comment.reply', { matter, to, text });
const resolve = (to: ThreadHead, resolved: boolean) => day.client.call('comment.resolve', { matter, to, resolved });

describe('a reply', () => {
  it('stands beneath our comment, signed, and goes and comes with it', async () => {
    await reply(own, '已核。');
    const { threads } = await reply(own, '无误。');
    expect(threads).toMatchObject([
      { on: own, settled: null, replies: [{ text: '已核。', author: '张敏' }, { text: '无误。' }] },
    ]);
    const { comment } = own as { comment: string };
    expect((await day.client.call('comment.remove', { matter, comment })).threads).toEqual([]);
    expect((await day.client.call('undo', { matter })).threads).toEqual(threads);
  });

  it('to a reply in the file stands beneath the comment that began it', async () => {
    const { threads } = await reply(source('2'), '同意缩短为二十年。');
    expect(threads.map(({ on }) => on)).toEqual([source('1')]);
  });

  it('is taken out by name', async () => {
    const { threads } = await reply(own, '已核。');
    const id = threads[0]!.replies[0]!.id;
    expect((await day.client.call('reply.remove', { matter, reply: id })).threads[0]?.replies).toEqual([]);
    await expect(day.client.call('reply.remove', { matter, reply: id })).rejects.toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it.each<[string, () => ThreadHead]>([
    ['one of ours', () => ({ kind: 'own', comment: 'x' })],
    ['one of the file', () => source('99')],
  ])('to a comment that is not there, %s, is refused', async (_, to) => {
    await expect(reply(to(), '已核。')).rejects.toMatchObject({ error: { kind: 'not-found' } });
    await expect(resolve(to(), true)).rejects.toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('a state', () => {
  it('is said, taken back and undone', async () => {
    expect((await resolve(own, true)).threads[0]?.settled).toMatchObject({ resolved: true, by: '张敏' });
    expect((await resolve(own, false)).threads[0]?.settled).toMatchObject({ resolved: false });
    expect((await day.client.call('undo', { matter })).threads[0]?.settled).toMatchObject({ resolved: true });
  });

  it.each<[string, () => ThreadHead, boolean]>([
    ['ours, open from the start', () => own, false],
    ['open in the file', () => source('1'), false],
    ['settled in the file', () => source('3'), true],
  ])('that holds already adds no event: %s', async (_, on, held) => {
    const before = (await day.client.call('matter.open', { matter })).state.lastEvent;
    expect((await resolve(on(), held)).lastEvent).toBe(before);
    expect((await resolve(on(), !held)).threads[0]?.settled?.resolved).toBe(!held);
  });
});

it('changes the kind of a comment and keeps it where none is given', async () => {
  const { comment } = own as { comment: string };
  const must = await day.client.call('comment.revise', { matter, comment, text: '请核租期。', kind: 'must' });
  expect(must.comments[0]?.kind).toBe('must');
  const worded = await day.client.call('comment.revise', { matter, comment, text: '租期过长。' });
  expect(worded.comments[0]).toMatchObject({ kind: 'must', text: '租期过长。' });
  const { lastEvent } = await day.client.call('comment.revise', { matter, comment, text: '租期过长。', kind: 'must' });
  expect(lastEvent).toBe(worded.lastEvent);
});

it('leaves the house beneath the comments it answers, and settles them', async () => {
  const real = await bench({ parser: { ...textParser, read: readDocx }, writers });
  await real.client.call('person.name', { name: '张敏' });
  const opened = (await real.bring([{ name: '合同.docx', text: threadedDocx() }])).rows[0]!.matter!;
  const version = (await real.client.call('matter.open', { matter: opened })).state.versions[0]!.id;
  const head: ThreadHead = { kind: 'source', version, document: 0, comment: '1' };
  const range = [{ block: 'p2', from: 0, to: 2 }];
  const comment = { matter: opened, version, document: 0, range, kind: 'note', text: '请核租期。' } as const;
  const { comments } = await real.client.call('comment.add', comment as never);
  const ours: ThreadHead = { kind: 'own', comment: comments[0]!.id };
  await real.client.call('comment.reply', { matter: opened, to: head, text: '请改为二十年。' });
  await real.client.call('comment.resolve', { matter: opened, to: head, resolved: true });
  await real.client.call('comment.reply', { matter: opened, to: ours, text: '已核。' });
  const made = await real.client.call('export.make', {
    matter: opened,
    version,
    what: ['annotated'],
    acknowledge: ['no-conclusion', 'undecided-high'],
  });
  if (made.kind !== 'made') throw new Error('Nothing was made');
  const file = await real.host.download(made.files[0]!.download);
  const said = normalise(readDocxFile(file!.bytes).raw).comments;
  expect(said.map(({ id, parent, resolved, text }) => [id, parent, resolved, text])).toEqual([
    ['1', null, true, '租期是否过长？'],
    ['2', '1', false, '可以缩短。'],
    ['3', null, true, '押金已核。'],
    ['4', null, false, '请核租期。'],
    ['5', '4', false, '已核。'],
    ['6', '1', false, '请改为二十年。'],
  ]);
});
