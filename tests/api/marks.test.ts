/** Suggestions and verdicts through the service: kept, replaced, taken back, and refused where they do not fit. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Edit } from '../../shared/document/suggestion.ts';
import type { MatterState } from '../../shared/review/state.ts';
import { bench, contractText, disposeAll } from './support.ts';
import type { Bench } from './support.ts';

let day: Bench;
let matter: string;
let version: string;
let block: string;
let text: string;
beforeEach(async () => {
  day = await bench();
  await day.client.call('person.name', { name: '张敏' });
  matter = (await day.bring([{ name: '合同.txt', text: contractText(1) }])).rows[0]!.matter!;
  const { state } = await day.client.call('matter.open', { matter });
  version = state.versions[0]!.id;
  const { body } = await day.client.call('document.get', { sha256: state.versions[0]!.files[0]!.sha256 });
  const [first] = body;
  if (first?.kind !== 'paragraph') throw new Error('no paragraph');
  ({ id: block, text } = first);
});
afterEach(disposeAll);

const set = (edits: Edit[], at = block): Promise<MatterState> =>
  day.client.call('suggestions.set', { matter, version, document: 0, block: at, edits });

const insert = (from: number, ...lines: [string, ...string[]]): Edit => ({
  kind: 'replace',
  span: { block, from, to: from },
  text: lines,
});

describe('suggestions', () => {
  it('stand with name, author and time, and keep them while others come', async () => {
    const first = (await set([insert(0, '本')])).suggestions;
    expect(first).toMatchObject([{ version, document: 0, suggestion: { author: '张敏', text: ['本'] } }]);
    const both = (await set([insert(0, '本'), insert(text.length, '', '补充条款。')])).suggestions;
    expect(both).toHaveLength(2);
    expect(both[0]).toEqual(first[0]);
  });

  it('are replaced as a whole, withdrawn by none, and brought back by undo', async () => {
    await set([insert(0, '本')]);
    expect((await set([])).suggestions).toEqual([]);
    expect((await day.client.call('undo', { matter })).suggestions).toHaveLength(1);
    expect((await day.client.call('undo', { matter })).suggestions).toEqual([]);
  });

  it('add no event where nothing changes', async () => {
    const { lastEvent } = await set([insert(0, '本')]);
    expect((await set([insert(0, '本')])).lastEvent).toBe(lastEvent);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['beyond the paragraph', () => set([insert(text.length + 1, '本')])],
    ['in another paragraph', () => set([insert(0, '本')], 'p999')],
    [
      'of a paragraph that nothing follows',
      async () => {
        const { state } = await day.client.call('matter.open', { matter });
        const { body } = await day.client.call('document.get', { sha256: state.versions[0]!.files[0]!.sha256 });
        const last = body.at(-1)!.id;
        return set([{ kind: 'join', block: last }], last);
      },
    ],
  ])('are refused %s', async (_, act) => {
    await expect(act()).rejects.toMatchObject({ error: { kind: 'invalid' } });
    expect((await day.client.call('matter.open', { matter })).state.suggestions).toEqual([]);
  });

  it('refuse a verdict on a change that the file does not have', async () => {
    const judged = day.client.call('change.judge', { matter, version, document: 0, change: 0, verdict: 'agreed' });
    await expect(judged).rejects.toMatchObject({ error: { kind: 'not-found' } });
  });
});

it('a clean copy needs a docx to be written into, and asks about no finding, for it carries none', async () => {
  await set([insert(0, '本')]);
  const made = day.client.call('export.make', { matter, version, what: ['clean'], acknowledge: [] });
  await expect(made).rejects.toMatchObject({ error: { kind: 'invalid' } });
});
