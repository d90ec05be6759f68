import { describe, expect, it } from 'vitest';
import type { Carried } from '../api/mark-commands.ts';
import type { Comment } from './state.ts';
import { commentsHere } from './comments-here.ts';

const comment = (id: string, version: string, block: string, document = 0): Comment => ({
  id,
  version,
  document,
  anchor: { range: [{ block, from: 0, to: 2 }], quotes: ['甲方'], before: '', after: '' },
  placed: [],
  kind: 'note',
  text: id,
  author: '王芳',
  at: '2026-11-24T01:00:00.000Z',
});

describe('comments on the version shown', () => {
  const comments = [
    comment('own', 'v2', 'p9'),
    comment('kept', 'v1', 'p1'),
    comment('gone', 'v1', 'p2'),
    comment('annex', 'v1', 'p1', 1),
  ];
  const carried: readonly Carried[] = [
    { comment: 'kept', document: 0, placement: { kind: 'moved', range: [{ block: 'p4', from: 1, to: 3 }] } },
    { comment: 'gone', document: 0, placement: { kind: 'lost' } },
    { comment: 'annex', document: 1, placement: { kind: 'placed', range: [{ block: 'p1', from: 0, to: 2 }] } },
  ];

  it('are its own and those carried to it, in reading order, and none is dropped', () => {
    const main = commentsHere(comments, carried, 'v2', 0);
    expect(main.shown.map(({ id, anchor }) => [id, anchor.range[0].block])).toEqual([
      ['kept', 'p4'],
      ['own', 'p9'],
    ]);
    expect([...main.moved]).toEqual(['kept']);
    expect(main.lost.map(({ id }) => id)).toEqual(['gone']);
    expect(commentsHere(comments, carried, 'v2', 1).shown.map(({ id }) => id)).toEqual(['annex']);
  });

  it('of the first version are its own alone', () => {
    const first = commentsHere(comments, [], 'v1', 0);
    expect(first.shown.map(({ id }) => id)).toEqual(['kept', 'gone']);
    expect(first.lost).toEqual([]);
  });
});
