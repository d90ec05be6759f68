/** Reviews files from the command line: read, recognise, check. Nothing is kept. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ApiError } from '../../shared/api/errors.ts';
import { Failure } from '../../shared/api/errors.ts';
import { recogniseKind } from '../../shared/document/kind.ts';
import type { Document } from '../../shared/document/model.ts';
import { Unreadable } from '../../shared/import/unreadable.ts';
import { openingFields } from '../../shared/review/opening.ts';
import type { MatterFields } from '../../shared/review/events.ts';
import type { Day, Finding } from '../../shared/rules/rule.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import { sentence } from '../../shared/words/words.ts';
import type { TimedCompute } from '../host/compute.ts';
import type { Parser } from '../host/ports.ts';
import type { ReviewRequest } from './request.ts';
import { failure } from './request.ts';

export type ReviewedFile = Readonly<{
  kind: 'reviewed';
  /** As given on the command line. */
  path: string;
  name: string;
  sha256: string;
  bytes: Uint8Array;
  document: Document;
  fields: MatterFields;
  findings: readonly Finding[];
  faults: readonly string[];
  slowest: readonly Readonly<{ rule: string; ms: number }>[];
  timing: Readonly<{ importMs: number; rulesMs: number }>;
}>;

export type FailedFile = Readonly<{ kind: 'failed'; path: string; name: string; error: ApiError }>;

export type FileResult = ReviewedFile | FailedFile;

export type Tools = Readonly<{
  parser: Parser;
  compute: TimedCompute;
  today: Day;
  now: () => number;
  setup: RuleSetup;
}>;

type ReadOne = Readonly<{
  kind: 'read';
  path: string;
  name: string;
  sha256: string;
  bytes: Uint8Array;
  document: Document;
  importMs: number;
}>;

/** Files read at the same time: as many as the parser pool has hands. */
const atOnce = 2;

/** One result a file, in the order given. Rejects only for faults of ours. */
export async function reviewFiles(request: ReviewRequest, tools: Tools): Promise<readonly FileResult[]> {
  if (request.together) return reviewTogether(request, tools);
  return mapped(request.files, atOnce, async (path) => {
    const read = await readOne(path, tools);
    return read.kind === 'failed' ? read : ((await reviewOrFail([read], request, tools))[0] as FileResult);
  });
}

/** The first readable file is the main document; those that cannot be read are said and left out. */
async function reviewTogether(request: ReviewRequest, tools: Tools): Promise<readonly FileResult[]> {
  const all = await mapped(request.files, atOnce, (path) => readOne(path, tools));
  const readable = all.filter((one) => one.kind === 'read');
  const reviewed = await reviewOrFail(readable, request, tools);
  return all.map((one) => (one.kind === 'failed' ? one : (reviewed[readable.indexOf(one)] as FileResult)));
}

/** A review that breaks costs its own files, and the rest of the batch goes on. */
async function reviewOrFail(
  files: readonly ReadOne[],
  request: ReviewRequest,
  tools: Tools,
): Promise<readonly FileResult[]> {
  try {
    return await reviewRead(files, request, tools);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return files.map(({ path, name }) => ({ kind: 'failed', path, name, error: error.toJSON() }));
  }
}

async function readOne(path: string, { parser, now }: Tools): Promise<ReadOne | FailedFile> {
  const name = basename(path);
  try {
    const bytes = await bytesOf(path);
    const start = now();
    const { document } = await parser.read({ name, bytes });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { kind: 'read', path, name, sha256, bytes, document, importMs: now() - start };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', path, name, error: error.toJSON() };
    if (error instanceof Unreadable) return { kind: 'failed', path, name, error: unreadable(error, name).toJSON() };
    throw error;
  }
}

/** Only ordinary files: a pipe or a device may never end. */
async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isFile()) return await readFile(path);
  } catch (error) {
    throw cannotRead(path, (error as NodeJS.ErrnoException).code);
  }
  throw failure('invalid', (say) => say.notAFile(path));
}

function cannotRead(path: string, code: string | undefined): Failure {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failure('not-found', (say) => say.notFound(path));
    case 'EACCES':
    case 'EPERM':
      return failure('forbidden', (say) => say.notAllowed(path));
    case 'ERR_FS_FILE_TOO_LARGE':
      return unreadable(new Unreadable('too-large'), basename(path));
    default:
      return failure('unreadable', (say) => say.cannotRead(path));
  }
}

function unreadable({ reason }: Unreadable, name: string): Failure {
  return new Failure(
    'unreadable',
    sentence((words) => words.errors.unreadable[reason](name)),
    reason,
  );
}

async function reviewRead(files: readonly ReadOne[], request: ReviewRequest, tools: Tools): Promise<ReviewedFile[]> {
  const [main, ...annexes] = files.map((file) => file.document);
  if (!main || !files[0]) return [];
  const fields = await fieldsOf(main, files[0].name, request, tools);
  const { findings, faults, rulesMs, slowest } = await tools.compute.review(
    {
      documents: [main, ...annexes],
      kind: fields.kind,
      subKind: fields.subKind,
      stance: fields.stance,
      publicPayer: fields.publicPayer,
      asOf: fields.asOf,
    },
    tools.setup,
  );
  return files.map((file, at) => ({
    ...file,
    kind: 'reviewed',
    fields,
    findings: findings.filter((finding) => finding.document === at),
    faults: faults.map(({ rule }) => rule),
    slowest,
    timing: { importMs: file.importMs, rulesMs },
  }));
}

async function fieldsOf(
  document: Document,
  fileName: string,
  { documentKind, stance, asOf }: ReviewRequest,
  { compute, today }: Tools,
): Promise<MatterFields> {
  const recognised = recogniseKind(document);
  const fields = openingFields({
    document,
    facts: await compute.facts(document),
    kind: documentKind ?? recognised.kind,
    subKind: recognised.subKind,
    fileName,
    today: asOf ?? today,
  });
  return stance === null ? fields : { ...fields, stance };
}

/** `map` with at most `limit` at work, results in the order of the items. */
async function mapped<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const hand = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, hand));
  return results;
}
