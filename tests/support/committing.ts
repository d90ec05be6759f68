/** A process that commits to a library until it is killed, and says so after each commit. */
import { openLibrary } from '../../electron/host/library.ts';
import { append, headOf, verifyRecord } from '../../electron/host/store/events.ts';
import type { Span } from '../../shared/document/model.ts';
import type { NewEvent } from '../../shared/review/events.ts';

const [folder = '', run = ''] = process.argv.slice(2);
const library = await openLibrary(folder);
const { store } = library;

const head = await store.read(headOf);
const verdict = await store.read((reads) => verifyRecord(reads));
say({ kind: 'opened', count: head.count, sound: verdict.ok });

const anchor = { range: [{ block: 'p1', from: 0, to: 1 }] as [Span], quotes: ['甲'], before: '', after: '' };
let ids = 0;
const act = {
  actor: '张敏',
  at: '2026-03-02T01:00:00.000Z',
  origin: '工作站一',
  randomId: (): string => `${run}:${process.pid}:${(ids += 1)}`,
};
const matter = `m${run}`;
const fields = {
  title: '设备采购合同',
  kind: 'contract',
  subKind: 'sale',
  stance: 'a',
  publicPayer: null,
  unit: '',
  counterparty: '',
  amountFen: null,
  urgent: false,
  asOf: '2026-03-02',
} as const;
await commit([
  { matter: null, kind: 'person-named', payload: { name: '张敏' } },
  { matter, kind: 'matter-opened', payload: { number: `2026-${run}`, fields, sample: false } },
]);
for (let n = 1; ; n += 1) {
  const item = `${run}-${n}`;
  // Sizes vary, so that kills meet small commits and ones over many pages.
  const text = `意见${n}`.repeat((n * 37) % 300);
  const comment = { comment: item, version: 'v', document: 0, anchor, kind: 'note', text: `${text}。` } as const;
  await commit([{ matter, kind: 'comment-added', payload: comment }]);
}

async function commit(events: readonly NewEvent[]): Promise<void> {
  const made = await store.write((writes) => append(writes, act, events));
  say({ kind: 'committed', count: made.at(-1)?.seq, hash: made.at(-1)?.hash });
}

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
