/** The host: opens a library and answers commands, whichever door they come through. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { Reply } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import type { CommandName, Notification, Session } from '../../shared/api/contract.ts';
import { Failure } from '../../shared/api/errors.ts';
import type { Document } from '../../shared/document/model.ts';
import type { FileRef } from '../../shared/review/events.ts';
import type { DocumentKind, SubKind } from '../../shared/rules/rule.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import { sentence } from '../../shared/words/words.ts';
import { openActs } from './acts.ts';
import { openCache } from './cache.ts';
import { openDocuments } from './documents.ts';
import type { Writers } from './exports.ts';
import { openImports } from './imports.ts';
import { openLibrary } from './library.ts';
import type { Clock, Compute, Host, Parser, RandomId } from './ports.ts';
import { openReviews } from './reviews.ts';
import { openRulebooks } from './rulebooks.ts';
import type { Ruleset } from './reviews.ts';
import { openService } from './service.ts';
import type { Download, Service } from './service.ts';
import { fileOf } from './store/queries.ts';
import type { Unzip } from './zipped.ts';

export type HostOptions = Readonly<{
  libraryDir: string;
  parser: Parser;
  compute: Compute;
  now: Clock;
  randomId: RandomId;
  /** Name of this workstation, recorded with every event. */
  origin: string;
  /** Version of the program. */
  version: string;
  /** How a rulebook is named in answers and in the record. */
  rulesetOf: (setup: RuleSetup) => Ruleset;
  writers: Writers;
  recogniseKind: (document: Document) => Readonly<{ kind: DocumentKind; subKind: SubKind }>;
  unzip: Unzip;
  /** A contract to begin with, imported when the first person names themselves; null for none. */
  samplePath: string | null;
  /** One line of JSON a call: commands and ids, never a word of a document. */
  log: (line: string) => void;
}>;

/** Calls that take longer than this, in milliseconds, are logged. */
const slow = 200;

const contentTypes: Readonly<Record<FileRef['format'], string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
};

/** What each role may do. The reviewer is the only one so far. */
const allowed: Readonly<Record<Session['role'], ReadonlySet<string>>> = { reviewer: new Set(Object.keys(contract)) };

/** Rejects with `Failure` when the library is held elsewhere, damaged, newer, or cannot be written. */
export async function openHost(options: HostOptions): Promise<Host> {
  const { parser, compute, now, randomId, origin, log } = options;
  const library = await openLibrary(options.libraryDir);
  const listeners = new Set<(notification: Notification) => void>();
  const notify = (notification: Notification): void => {
    for (const listener of listeners) listener(notification);
  };
  const today = (): string => beijingDay(now());
  const cache = await openCache(library.folder);
  const documents = openDocuments(library.blobs, cache, parser);
  const rulebooks = openRulebooks(library.store, options.rulesetOf);
  const reviews = openReviews(cache, documents, compute, rulebooks);
  const acts = openActs({ store: library.store, reviews, rulebooks, now, randomId, origin, notify });
  const { store, blobs } = library;
  const { recogniseKind, unzip } = options;
  const imports = openImports({
    store,
    blobs,
    documents,
    reviews,
    rulebooks,
    acts,
    recogniseKind,
    unzip,
    randomId,
    today,
    notify,
    log,
  });
  const downloads = new Map<string, Download>();
  const { samplePath, writers, version } = options;
  let begun: Promise<unknown> = Promise.resolve();
  const firstStart = (): void => {
    if (samplePath === null) return;
    begun = readFile(samplePath)
      .then((bytes) => imports.add({ name: basename(samplePath), bytes }, true))
      .catch((error: unknown) => log(JSON.stringify({ fault: 'sample', error: faultLine(error) })));
  };
  const service = openService({
    library,
    documents,
    reviews,
    acts,
    imports,
    writers,
    downloads,
    randomId,
    now,
    version,
    rulebooks,
    today,
    firstStart,
  });

  const calls = new Set<Promise<Reply>>();
  let closing: Promise<void> | null = null;

  const close = async (): Promise<void> => {
    await begun;
    await imports.close();
    await Promise.all(calls);
    await Promise.all([parser.close(), compute.close()]);
    await library.close();
  };

  return {
    call: (command, input) => {
      if (closing) return Promise.resolve(refused(closed()));
      const call = answer(service, command, input, log);
      calls.add(call);
      void call.finally(() => calls.delete(call));
      return call;
    },
    upload: async (chunks) => {
      if (closing) throw closed();
      const id = randomId();
      await blobs.receive(id, chunks);
      return id;
    },
    original: async (sha256) => {
      const file = await store.read((reads) => fileOf(reads, sha256));
      const bytes = file && (await blobs.get(sha256, file.name));
      return bytes ? { name: file.name, type: contentTypes[file.format], bytes } : null;
    },
    media: async (sha256, id) => {
      const file = await store.read((reads) => fileOf(reads, sha256));
      return file && documents.media(file, id);
    },
    download: async (id) => {
      const found = downloads.get(id);
      const bytes = found && (await blobs.get(found.sha256, found.name));
      return bytes ? { name: found.name, type: contentTypes.docx, bytes } : null;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function answer(service: Service, command: string, input: unknown, log: (line: string) => void): Promise<Reply> {
  const started = performance.now();
  const reply = await run(service, command, input, log);
  const ms = Math.round(performance.now() - started);
  if (ms > slow) log(JSON.stringify({ slow: command, ms, ...idsOf(input) }));
  return reply;
}

async function run(service: Service, command: string, input: unknown, log: (line: string) => void): Promise<Reply> {
  try {
    if (!Object.hasOwn(contract, command)) {
      throw new Failure(
        'invalid',
        sentence((words) => words.record.unknownCommand),
      );
    }
    const name = command as CommandName;
    if (!allowed.reviewer.has(name)) {
      throw new Failure(
        'forbidden',
        sentence((words) => words.record.notAllowed),
      );
    }
    const decoded = contract[name].input.safeParse(input);
    if (!decoded.success) throw badInput(decoded.error);
    const work = service[name] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await work(decoded.data) };
  } catch (error) {
    if (error instanceof Failure) return refused(error);
    log(JSON.stringify({ fault: command, error: faultLine(error) }));
    return refused(
      new Failure(
        'internal',
        sentence((words) => words.record.internal),
      ),
    );
  }
}

function refused(failure: Failure): Reply {
  return { ok: false, error: failure.toJSON() };
}

function closed(): Failure {
  return new Failure(
    'busy',
    sentence((words) => words.record.closing),
  );
}

/** Names the field, never its value. */
function badInput(error: z.ZodError): Failure {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return new Failure(
    'invalid',
    sentence((words) => words.record.badInput(path.slice(0, 80) || 'input')),
  );
}

/** Where it happened; messages may quote a document, so they stay out. */
function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frame = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return `${error.name} ${frame.trim()}`;
}

function idsOf(input: unknown): Readonly<Record<string, string>> {
  if (input === null || typeof input !== 'object') return {};
  return Object.fromEntries(
    Object.entries(input).filter(
      (entry): entry is [string, string] =>
        ['matter', 'version', 'job', 'sha256'].includes(entry[0]) && /^[0-9a-f]{32,64}$/.test(String(entry[1])),
    ),
  );
}

/** The calendar day in China, whatever the machine's time zone: deadlines and law count by it. */
export function beijingDay(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
