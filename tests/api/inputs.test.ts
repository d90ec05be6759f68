import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/api/contract.ts';
import type { CommandName } from '../../shared/api/contract.ts';
import { bench, contractText, disposeAll } from './support.ts';
import type { Bench } from './support.ts';

let day: Bench;
let matter: string;
let version: string;
beforeAll(async () => {
  day = await bench();
  await day.client.call('person.name', { name: '张敏' });
  matter = (await day.bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
  version = (await day.client.call('matter.open', { matter })).state.versions[0]!.id;
});
afterAll(disposeAll);

const commands = Object.keys(contract) as CommandName[];
const long = '甲'.repeat(1_000_000);

const wrongInputs: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a string', 'x'],
  ['a number', Number.NaN],
  ['an array', []],
  ['an extra field', { extra: 1 }],
  ['a prototype key', JSON.parse('{"__proto__":{"matter":"x"}}')],
  ['a constructor key', { constructor: { prototype: {} } }],
  ['a long string', { matter: long, job: long, name: long, text: long, sha256: long, office: long, series: long }],
  ['NaN in place of an index', { matter: 'x', version: 'x', document: Number.NaN, row: Number.NaN, job: 'x' }],
];

describe('what no command takes', () => {
  it.each(commands.flatMap((command) => wrongInputs.map(([name, input]) => [command, name, input] as const)))(
    '%s with %s',
    async (command, _, input) => {
      const reply = await day.host.call(command, input);
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid' } });
      expect(JSON.stringify(reply)).not.toContain('甲甲');
    },
  );

  it.each(['', 'nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', long])(
    'an unknown command %#',
    async (command) => {
      expect(await day.host.call(command, {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    },
  );
});

describe('what does not fit the record', () => {
  const known = 'e'.repeat(64);
  const cases: readonly (readonly [
    string,
    CommandName,
    (on: { matter: string; version: string }) => unknown,
    string,
  ])[] = [
    ['a matter', 'matter.open', () => ({ matter: 'x' }), 'not-found'],
    ['a matter named __proto__', 'matter.open', () => ({ matter: '__proto__' }), 'not-found'],
    ['a version', 'findings.get', (on) => ({ ...on, version: 'x' }), 'not-found'],
    ['a document', 'document.get', () => ({ sha256: known }), 'not-found'],
    ['facts', 'facts.get', () => ({ sha256: known }), 'not-found'],
    ['a finding to adopt', 'finding.adopt', (on) => ({ ...on, finding: known }), 'not-found'],
    [
      'a finding to dismiss',
      'finding.dismiss',
      (on) => ({ ...on, finding: known, reason: 'other', note: '' }),
      'not-found',
    ],
    ['a comment', 'comment.revise', ({ matter: id }) => ({ matter: id, comment: 'x', text: 'y' }), 'not-found'],
    ['an item', 'item.remove', ({ matter: id }) => ({ matter: id, item: 'x' }), 'not-found'],
    ['an order of other items', 'items.order', ({ matter: id }) => ({ matter: id, items: ['x'] }), 'conflict'],
    ['nothing to undo', 'undo', ({ matter: id }) => ({ matter: id }), 'conflict'],
    ['a job', 'import.status', () => ({ job: 'x' }), 'not-found'],
    [
      'a day that does not exist',
      'matter.revise',
      (on) => ({ matter: on.matter, fields: { asOf: '2026-02-30' } }),
      'invalid',
    ],
    [
      'an annotated text file',
      'export.make',
      (on) => ({ ...on, what: ['annotated'], acknowledge: ['no-conclusion', 'undecided-high'] }),
      'invalid',
    ],
  ];
  it.each(cases)('%s', async (_, command, input, kind) => {
    const reply = await day.host.call(command, input({ matter, version }));
    expect(reply).toMatchObject({ ok: false, error: { kind } });
  });

  it.each([
    ['outside the paragraph', [{ block: 'p4', from: 0, to: 999 }]],
    ['in no paragraph', [{ block: 'p99', from: 0, to: 1 }]],
    ['turned round', [{ block: 'p4', from: 5, to: 2 }]],
    ['empty', [{ block: 'p4', from: 2, to: 2 }]],
    [
      'out of order',
      [
        { block: 'p5', from: 0, to: 2 },
        { block: 'p4', from: 0, to: 2 },
      ],
    ],
    [
      'overlapping',
      [
        { block: 'p4', from: 0, to: 5 },
        { block: 'p4', from: 3, to: 8 },
      ],
    ],
    ['nothing at all', []],
  ])('a selection that is %s', async (_, range) => {
    const input = { matter, version, document: 0, range, kind: 'note', text: '看' };
    expect(await day.host.call('comment.add', input)).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  });

  it('a comment on a document the version does not have', async () => {
    const input = { matter, version, document: 1, range: [{ block: 'p1', from: 0, to: 1 }], kind: 'note', text: '看' };
    expect(await day.host.call('comment.add', input)).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('who may write', () => {
  it('asks for a name before anything is recorded', async () => {
    const fresh = await bench();
    const reply = await fresh.host.call('office.set', { office: '云州市司法局', series: '云司合审' });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('姓名') } });
    const pasted = await fresh.host.call('import.paste', { text: contractText(1) });
    expect(pasted).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });

  it('refuses every call after closing', async () => {
    const closed = await bench();
    await closed.host.close();
    expect(await closed.host.call('session.get', {})).toMatchObject({ ok: false, error: { kind: 'busy' } });
  });
});
