/** A host in this process: text files alone, rules without a process of their own, a clock that stands. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writers } from '../../electron/host/writers.ts';
import { openHost } from '../../electron/host/host.ts';
import type { HostOptions } from '../../electron/host/host.ts';
import type { Compute, Host, Parser } from '../../electron/host/ports.ts';
import { client } from '../../shared/api/client.ts';
import type { Client } from '../../shared/api/client.ts';
import type { ImportJob } from '../../shared/api/contract.ts';
import { factsOf, review } from '../../shared/rules/run.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { canonical } from '../../shared/audit/canonical.ts';
import { hashText } from '../../shared/audit/chain.ts';
import { plainSetup, rulebookOf } from '../../shared/rules/rulebook.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { readText } from '../../shared/import/text.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { paragraphsIn } from '../../shared/document/walk.ts';

/** Three rules of the tests' own, so that they do not move with the catalogue. */
export const rules: readonly Rule[] = (
  [
    ['test-full-payment', 'high', /一次性支付全部/u],
    ['test-other-court', 'medium', /对方所在地/u],
    ['test-vague-time', 'low', /尽快/u],
  ] as const
).map(([id, severity, pattern]) => ({
  id,
  title: `试验规则 ${id}`,
  severity,
  nature: 'risk',
  kinds: ['contract'],
  why: '仅供测试。',
  basis: [{ law: '中华人民共和国民法典', article: '510' }],
  advice: '请改写。',
  check: ({ document }) =>
    paragraphsIn(document.body).flatMap((paragraph) => {
      const found = pattern.exec(paragraph.text);
      if (!found) return [];
      const at = { block: paragraph.id, from: found.index, to: found.index + found[0].length };
      return [{ at, message: `写有“${found[0]}”。` }];
    }),
  examples: { hits: [], nearMisses: [] },
}));

export const textParser: Parser = {
  read: async ({ name, bytes }, signal) => {
    signal?.throwIfAborted();
    const format = /\.(txt|md)$/u.exec(name)?.[1];
    if (format !== 'txt' && format !== 'md') throw new Unreadable('unsupported-type');
    const text = new TextDecoder('utf-8', { fatal: true });
    try {
      return { document: normalise(readText(text.decode(bytes), format)), media: new Map() };
    } catch {
      throw new Unreadable('wrong-encoding');
    }
  },
  close: async () => undefined,
};

export const inProcess: Compute = {
  review: async (input, setup) => {
    const off = new Set(setup.off);
    const own = rulebookOf(setup).rules.filter(({ id }) => id.startsWith('own-'));
    const built = setup.trial ? [] : rules.filter(({ id }) => !off.has(id));
    return { ...review(input, [...built, ...own]), rulesMs: 1 };
  },
  facts: async (document) => factsOf(document),
  close: async () => undefined,
};

export function randomIds(seed: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${seed.toString(16).padStart(8, '0')}${count.toString(16).padStart(24, '0')}`;
  };
}

let seeds = 0;

export function hostOptions(libraryDir: string, change: Partial<HostOptions> = {}): HostOptions {
  seeds += 1;
  return {
    libraryDir,
    parser: textParser,
    compute: inProcess,
    now: () => new Date('2026-03-02T01:00:00.000Z'),
    randomId: randomIds(seeds),
    origin: '工作站一',
    version: '0.0.0',
    rulesetOf: (setup) => ({
      version: '2026.03',
      sha256: canonical(setup) === canonical(plainSetup) ? 'a'.repeat(64) : hashText(canonical(setup)),
      rules: rules.length,
    }),
    writers: {
      opinion: writers.opinion,
      annotated: async ({ annotations, changes }) =>
        Buffer.from(`批注件 ${annotations.length} ${changes.suggestions.length} ${changes.rejected.length}`),
      clean: async ({ changes }) => Buffer.from(`清洁稿 ${changes.suggestions.length} ${changes.rejected.length}`),
    },
    recogniseKind: (document) => ({
      kind: paragraphsIn(document.body)[0]?.text.includes('合同') ? 'contract' : 'other',
      subKind: 'sale',
    }),
    unzip: () => [],
    samplePath: null,
    log: () => undefined,
    ...change,
  };
}

export type Bench = Readonly<{
  folder: string;
  host: Host;
  client: Client;
  upload: (text: string | Uint8Array) => Promise<string>;
  /** Imports texts and waits until every row has ended. */
  bring: (
    files: readonly Readonly<{ name: string; text: string | Uint8Array }>[],
    grouping?: 'together' | 'separate',
    into?: string,
  ) => Promise<ImportJob>;
  ended: (job: string) => Promise<ImportJob>;
  reopen: () => Promise<Bench>;
}>;

/** Opens a host in a folder of its own; `dispose` closes and removes it. */
export async function bench(change: Partial<HostOptions> = {}, at?: string): Promise<Bench> {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'fashen-api-')));
  const host = await openHost(hostOptions(folder, change));
  const typed = client({ send: (command, input) => host.call(command, input), subscribe: host.subscribe });
  const upload = (text: string | Uint8Array): Promise<string> => host.upload(chunks(text));
  const ended = (job: string): Promise<ImportJob> =>
    new Promise((resolve, reject) => {
      const look = (latest: ImportJob): void => {
        if (!latest.done) return;
        stop();
        resolve(latest);
      };
      const stop = host.subscribe((notification) => {
        if (notification.kind === 'import' && notification.job.job === job) look(notification.job);
      });
      typed.call('import.status', { job }).then(look, reject);
    });
  opened.push({ folder, host });
  return {
    folder,
    host,
    client: typed,
    upload,
    ended,
    bring: async (files, grouping = 'separate', into) => {
      const uploads = [];
      for (const { name, text } of files) uploads.push({ name, upload: await upload(text) });
      return ended((await typed.call('import.start', { uploads, grouping, ...(into ? { into } : {}) })).job);
    },
    reopen: async () => {
      await host.close();
      return bench(change, folder);
    },
  };
}

const opened: { folder: string; host: Host }[] = [];

export async function disposeAll(): Promise<void> {
  for (const { folder, host } of opened.splice(0)) {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* chunks(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

export const contractText = (no: number): string =>
  `设备采购合同（${no}）
甲方：云州市临河区政务中心
乙方：云州明理设备有限公司
第一条 甲方应当在签约之日一次性支付全部价款。
第二条 乙方应当尽快交付${no}台设备。
第三条 争议由对方所在地人民法院管辖。
`;
