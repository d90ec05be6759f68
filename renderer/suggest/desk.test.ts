import { describe, expect, test } from 'vitest';
import type { Edit, Suggestion } from '../../shared/document/suggestion.ts';
import { blockOf } from '../../shared/document/suggestion.ts';
import { openDesk } from './desk.ts';
import type { DeskStatus, SuggestionDesk } from './desk.ts';

const insert = (block: string, text: string): Edit => ({
  kind: 'replace',
  span: { block, from: 0, to: 0 },
  text: [text],
});
const recorded = (edit: Edit, id: string): Suggestion => ({
  ...edit,
  id,
  author: '王芳',
  at: '2026-11-24T01:00:00.000Z',
});

/** A record that answers when it is told to, and a clock that stands until it is moved. */
function make() {
  let held: readonly Suggestion[] = [];
  let timer: (() => void) | null = null;
  const waiting: (() => void)[] = [];
  const saves: string[] = [];
  const redrawn: string[] = [];
  const said: DeskStatus[] = [];
  let broken = false;
  const desk: SuggestionDesk = openDesk({
    save: (block, edits) => {
      saves.push(`${block}:${edits.map((edit) => (edit.kind === 'replace' ? edit.text.join('¶') : '+')).join(',')}`);
      return new Promise((resolve) => {
        waiting.push(() => {
          if (broken) return resolve(null);
          const others = held.filter((one) => blockOf(one) !== block);
          held = [...others, ...edits.map((edit, at) => recorded(edit, `${block}-${at}`))];
          resolve(held);
        });
      });
    },
    author: '王芳',
    now: () => '2026-11-24T01:00:00.000Z',
    later: (run) => {
      timer = run;
      return () => {
        timer = null;
      };
    },
    onStatus: (status) => said.push(status),
  });
  desk.watch((block) => redrawn.push(block));
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return {
    desk,
    saves,
    redrawn,
    said,
    breakDown: (is: boolean) => {
      broken = is;
    },
    pass: () => timer?.(),
    answer: async () => {
      waiting.shift()?.();
      await settle();
    },
  };
}

const textOf = (desk: SuggestionDesk, block: string): string =>
  desk
    .of(block)
    .map((one) => (one.kind === 'replace' ? one.text.join('¶') : '+'))
    .join();

describe('what is typed', () => {
  test('is shown at once, signed, and saved once the pause is over', async () => {
    const { desk, saves, redrawn, said, pass, answer } = make();
    desk.change('p1', [insert('p1', '本')]);
    desk.change('p1', [insert('p1', '本合同')]);
    expect(desk.of('p1')[0]).toMatchObject({ author: '王芳', text: ['本合同'] });
    expect(saves).toEqual([]);
    pass();
    expect(saves).toEqual(['p1:本合同']);
    await answer();
    expect(desk.of('p1')[0]).toMatchObject({ id: 'p1-0' });
    expect(said.at(-1)).toBe('saved');
    // The echo of what stands already draws nothing.
    expect(redrawn).toEqual(['p1', 'p1']);
  });

  test('while an older text is being saved is kept, and saved after it', async () => {
    const { desk, saves, answer } = make();
    desk.change('p1', [insert('p1', '本')]);
    const done = desk.flush();
    desk.change('p1', [insert('p1', '本合同')]);
    await answer();
    expect(textOf(desk, 'p1')).toBe('本合同');
    expect(saves).toEqual(['p1:本', 'p1:本合同']);
    await answer();
    expect(await done).toBe(true);
    expect(textOf(desk, 'p1')).toBe('本合同');
  });

  test('is not overwritten by an older state of the record', () => {
    const { desk } = make();
    desk.change('p1', [insert('p1', '本')]);
    desk.take([recorded(insert('p1', '旧'), 's1'), recorded(insert('p2', '他处'), 's2')]);
    expect(textOf(desk, 'p1')).toBe('本');
    expect(textOf(desk, 'p2')).toBe('他处');
  });

  test('is kept when it cannot be saved, and saved by the next try', async () => {
    const { desk, saves, said, breakDown, answer } = make();
    breakDown(true);
    desk.change('p1', [insert('p1', '本')]);
    const failed = desk.flush();
    await answer();
    expect(await failed).toBe(false);
    expect(said.at(-1)).toBe('failed');
    expect(textOf(desk, 'p1')).toBe('本');
    breakDown(false);
    const done = desk.flush();
    await answer();
    expect(await done).toBe(true);
    expect(saves).toEqual(['p1:本', 'p1:本']);
  });
});

describe('what the record says', () => {
  test('is drawn where it differs, and where it is gone', () => {
    const { desk, redrawn } = make();
    desk.take([recorded(insert('p1', '本'), 's1'), recorded(insert('p2', '他'), 's2')]);
    desk.take([recorded(insert('p1', '本'), 's3')]);
    expect(redrawn).toEqual(['p1', 'p2', 'p2']);
    expect(desk.of('p2')).toEqual([]);
  });

  test('is drawn for whoever begins to watch', () => {
    const { desk } = make();
    desk.take([recorded(insert('p1', '本'), 's1')]);
    const seen: string[] = [];
    desk.watch((block) => seen.push(block));
    expect(seen).toEqual(['p1']);
  });
});
