/**
 * `review --replay`: the latest recorded review of a matter once more, under the rules, settings and
 * fields of its day. The same findings to the byte, or what has changed since.
 */
import { canonical } from '../../shared/audit/canonical.ts';
import { hashText } from '../../shared/audit/chain.ts';
import { importerVersion } from '../../shared/import/version.ts';
import { ruleSetup } from '../../shared/review/rule-setup.ts';
import type { Event, FileRef } from '../../shared/review/events.ts';
import { fold } from '../../shared/review/state.ts';
import type { MatterState } from '../../shared/review/state.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Words } from '../../shared/words/words.ts';
import type { TimedCompute } from '../host/compute.ts';
import { openLibrary } from '../host/library.ts';
import type { Library } from '../host/library.ts';
import type { Parser } from '../host/ports.ts';
import { ruleset } from '../host/ruleset.ts';
import { eventsOf } from '../host/store/events.ts';
import { matterRows } from '../host/store/queries.ts';
import { setupOf, suppressionsFor } from '../host/store/rules.ts';
import { complain, print } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { jsonReport } from './json.ts';
import { failure } from './request.ts';
import type { ReplayRequest } from './request.ts';
import type { ReviewedFile } from './review.ts';
import { textReport } from './text.ts';

type Run = Extract<Event, { kind: 'review-run' }>;
type Replayed = Readonly<{ files: readonly ReviewedFile[]; setup: RuleSetup; changed: readonly Change[] }>;

/** What is not as it was when the review was recorded. */
type Change = keyof Words['cli']['replay']['changed'];

type Tools = Readonly<{ parser: Parser; compute: TimedCompute; now: () => number }>;

export async function replay(request: ReplayRequest, tools: Tools, say: Words): Promise<ExitCode> {
  const library = await openLibrary(request.library);
  try {
    const { files, setup, changed } = await replayed(library, request.matter, tools);
    const answer = request.format === 'json' ? jsonReport(files, ruleset(setup)) : textReport(files, say);
    const written = await print(answer);
    for (const change of changed) {
      complain(
        sentence(({ cli }) => cli.replay.changed[change]),
        1,
      );
    }
    if (changed.length > 0) return 1;
    complain(
      sentence(({ cli }) => cli.replay.same),
      0,
    );
    return written;
  } finally {
    await library.close();
  }
}

async function replayed(library: Library, asked: string, tools: Tools): Promise<Replayed> {
  const { state, run } = await recorded(library, asked);
  const version = state.versions.find(({ id }) => id === run.payload.version);
  if (!version) throw failure('not-found', (say) => say.replay.noReview(asked));
  const { setup, suppressions } = await library.store.read(async (reads) => ({
    setup: ruleSetup(await setupOf(reads, run.seq)),
    suppressions: await suppressionsFor(reads, state.id, state.fields.counterparty),
  }));
  const { kind, subKind, stance, publicPayer, asOf } = run.payload;
  const fields = { ...state.fields, kind, subKind, stance, publicPayer, asOf };
  const read = await Promise.all(version.files.map((file) => readOriginal(library, file, tools)));
  const [main, ...annexes] = read.map(({ document }) => document);
  if (!main) throw failure('not-found', (say) => say.replay.noReview(asked));
  const started = tools.now();
  const { findings, faults, slowest } = await tools.compute.review(
    { documents: [main, ...annexes], kind, subKind, stance, publicPayer, asOf },
    setup,
  );
  const rulesMs = tools.now() - started;
  const now = {
    importer: importerVersion,
    ruleset: ruleset(setup).sha256,
    suppressions: suppressions.length > 0 ? hashText(canonical(suppressions)) : undefined,
    findings: hashText(canonical(findings)),
  };
  const changed = (['importer', 'ruleset', 'suppressions', 'findings'] as const).filter(
    (key) => now[key] !== run.payload[key],
  );
  const files = read.map((file, at): ReviewedFile => ({
    ...file,
    kind: 'reviewed',
    path: file.name,
    fields,
    findings: findings.filter(({ document }) => document === at),
    faults: faults.map(({ rule }) => rule),
    slowest,
    timing: { importMs: file.importMs, rulesMs },
  }));
  return { files, setup, changed };
}

/** The matter by number or id, and its latest recorded review. */
async function recorded(library: Library, asked: string): Promise<Readonly<{ state: MatterState; run: Run }>> {
  const events = await library.store.read(async (reads) => {
    const row = (await matterRows(reads)).find(({ id, number }) => id === asked || number === asked);
    return row ? eventsOf(reads, row.id) : [];
  });
  const state = fold(events);
  const run = events.findLast((event) => event.kind === 'review-run');
  if (!state) throw failure('not-found', (say) => say.replay.noMatter(asked));
  if (run?.kind !== 'review-run') throw failure('not-found', (say) => say.replay.noReview(asked));
  return { state, run };
}

type Original = Pick<ReviewedFile, 'name' | 'sha256' | 'bytes' | 'document'> & Readonly<{ importMs: number }>;

/** The stored original, read again; its hash is checked when it is taken from the library. */
async function readOriginal({ blobs }: Library, { sha256, name }: FileRef, { parser, now }: Tools): Promise<Original> {
  const bytes = await blobs.get(sha256, name);
  if (!bytes) throw failure('not-found', (say) => say.replay.noOriginal(name));
  const started = now();
  const { document } = await parser.read({ name, bytes });
  return { name, sha256, bytes, document, importMs: now() - started };
}
