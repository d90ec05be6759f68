import { beforeEach, expect, test } from 'vitest';
import type { ImportJob, ImportRow } from '../../shared/api/contract.ts';
import { absorbJob, addBatch, dismissRows, progressRows, setJob, setUpload, useImports } from './imports.ts';

beforeEach(() => useImports.setState({ batches: [], dismissed: new Set(), asking: null }));

function job(states: readonly ImportRow['state'][], done = false): ImportJob {
  const rows = states.map((state, at) => ({ name: `${at}.docx`, state, matter: null, message: null, english: null }));
  return { job: 'j1', rows, done };
}

const shown = (): readonly string[] => progressRows(useImports.getState()).map(({ name, state }) => `${name} ${state}`);

test('uploads give way to the rows of their job; what failed stays', () => {
  addBatch('b1', ['0.docx', '1.docx', '坏.docx']);
  setUpload('b1', 2, {
    state: 'failed',
    error: { kind: 'storage-full', message: '磁盘已满。', english: 'Disk full.' },
  });
  expect(shown()).toEqual(['0.docx uploading', '1.docx uploading', '坏.docx failed']);
  setUpload('b1', 0, { state: 'uploaded' });
  setUpload('b1', 1, { state: 'uploaded' });
  setJob('b1', job(['waiting', 'waiting']));
  expect(shown()).toEqual(['坏.docx failed', '0.docx waiting', '1.docx waiting']);
});

test('a notification that overtakes the reply makes no second list, and the later state stays', () => {
  addBatch('b1', ['0.docx']);
  setUpload('b1', 0, { state: 'uploaded' });
  absorbJob(job(['checking']));
  setJob('b1', job(['waiting']));
  expect(shown()).toEqual(['0.docx checking']);
  absorbJob(job(['done'], true));
  expect(shown()).toEqual(['0.docx done']);
});

test('files for the next version of a matter are told by it, from the upload to the end', () => {
  const into = (): (string | null)[] => progressRows(useImports.getState()).map((row) => row.into);
  addBatch('b1', ['0.docx'], 'm1');
  expect(into()).toEqual(['m1']);
  setUpload('b1', 0, { state: 'uploaded' });
  setJob('b1', job(['failed'], true));
  expect(into()).toEqual(['m1']);
});

test('a job that another window started is shown too', () => {
  absorbJob(job(['reading']));
  expect(shown()).toEqual(['0.docx reading']);
});

test('only what is under way can be cancelled, only what is dismissed goes', () => {
  absorbJob(job(['reading', 'failed', 'duplicate']));
  const rows = progressRows(useImports.getState());
  expect(rows.map(({ cancel }) => cancel !== null)).toEqual([true, false, false]);
  dismissRows([rows[1]?.key ?? '']);
  expect(shown()).toEqual(['0.docx reading', '2.docx duplicate']);
});
