import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { CommandError } from '../../shared/api/client.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import { makeDesk, type Desk } from '../queries.ts';
import { useUi } from '../store.ts';
import { fakeDoor } from '../testing/fake-transport.ts';
import { UploadError } from '../transport.ts';
import type { NamedFile } from './files.ts';
import { progressRows, useImports } from './imports.ts';
import { cancelUpload, offer, startImport } from './startImport.ts';

const full: ApiError = { kind: 'storage-full', message: '磁盘已满，没有保存。', english: 'The disk is full.' };

type Start = Input<'import.start'>;

/** A desk whose host takes every file but those named 坏 and answers no job before `started` is read. */
function stage(): Readonly<{ desk: Desk; started: Start[] }> {
  const base = makeDesk(fakeDoor({ empty: true }));
  const started: Start[] = [];
  const desk: Desk = {
    door: {
      ...base.door,
      upload: async (blob) => {
        const text = await blob.text();
        if (text === '坏') throw new UploadError(full);
        return `u-${text}`;
      },
    },
    client: {
      ...base.client,
      call: async (name, input) => {
        if (name === 'import.start') started.push(input as Start);
        return base.client.call(name, input);
      },
    },
  };
  return { desk, started };
}

function file(name: string, content = name): NamedFile {
  return { name, path: name, file: new Blob([content]) };
}

const shown = (): readonly string[] => progressRows(useImports.getState()).map(({ name, state }) => `${name} ${state}`);

beforeEach(() => {
  useImports.setState({ batches: [], dismissed: new Set(), asking: null });
  useUi.setState({ notices: [] });
});

describe('what is dropped', () => {
  test('one file is opened at once, several are asked about, none is said', async () => {
    const { desk, started } = stage();
    await offer(desk, [file('甲.docx')]);
    expect(started).toEqual([{ uploads: [{ upload: 'u-甲.docx', name: '甲.docx' }], grouping: 'separate' }]);
    await offer(desk, [file('乙.docx'), file('丙.docx')]);
    expect(useImports.getState().asking?.map(({ name }) => name)).toEqual(['丙.docx', '乙.docx']);
    await offer(desk, [file('.DS_Store')]);
    expect(useUi.getState().notices.map(({ tone }) => tone)).toEqual(['error']);
    expect(started).toHaveLength(1);
  });

  test('more than the host takes at once are refused with their number', async () => {
    const { desk, started } = stage();
    await offer(
      desk,
      Array.from({ length: 501 }, (_, at) => file(`${at}.txt`)),
    );
    expect(started).toEqual([]);
    expect(useUi.getState().notices[0]?.zh).toContain('501');
  });
});

describe('opening', () => {
  test('the chosen main file goes first', async () => {
    const { desk, started } = stage();
    await startImport(desk, [file('附件.docx'), file('合同.docx')], 'together', { main: 1 });
    expect(started[0]?.uploads.map(({ name }) => name)).toEqual(['合同.docx', '附件.docx']);
  });

  test('a file that does not arrive stays with its sentence, the others go on', async () => {
    const { desk, started } = stage();
    await startImport(desk, [file('坏.docx', '坏'), file('好.docx')], 'separate');
    expect(started[0]?.uploads.map(({ name }) => name)).toEqual(['好.docx']);
    expect(shown()).toEqual(['坏.docx failed', '好.docx waiting']);
    expect(progressRows(useImports.getState())[0]?.zh).toBe(full.message);
  });

  test('without its main file a matter is not opened', async () => {
    const { desk, started } = stage();
    await startImport(desk, [file('坏.docx', '坏'), file('附件.docx')], 'together');
    expect(started).toEqual([]);
    expect(shown()).toEqual(['坏.docx failed', '附件.docx cancelled']);
    expect(useUi.getState().notices).toHaveLength(1);
  });

  test('what is cancelled before the job begins is left out', async () => {
    const { desk, started } = stage();
    const running = startImport(desk, [file('甲.docx'), file('乙.docx')], 'separate');
    const { cancel } = progressRows(useImports.getState())[0] ?? {};
    if (cancel?.kind === 'upload') cancelUpload(cancel);
    await running;
    expect(started[0]?.uploads.map(({ name }) => name)).toEqual(['乙.docx']);
    expect(shown()).toEqual(['甲.docx cancelled', '乙.docx waiting']);
  });

  test('a host that refuses the job says why on every file', async () => {
    const { desk } = stage();
    const refusing: Desk = {
      ...desk,
      client: { ...desk.client, call: vi.fn().mockRejectedValue(new CommandError(full)) },
    };
    await startImport(refusing, [file('甲.docx'), file('乙.docx')], 'separate');
    expect(shown()).toEqual(['甲.docx failed', '乙.docx failed']);
  });
});
