/** `review`: files in, one answer out, papers where asked for. */
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { Failure } from '../../shared/api/errors.ts';
import { plainSetup, rulebookOf } from '../../shared/rules/rulebook.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';
import { severityRank } from '../../shared/rules/rule.ts';
import type { Severity } from '../../shared/rules/rule.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Words } from '../../shared/words/words.ts';
import { createCompute } from '../host/compute.ts';
import { forkParser } from '../host/parse/fork.ts';
import { createParser } from '../host/parse/pool.ts';
import { ruleset } from '../host/ruleset.ts';
import { complain, print } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { jsonReport } from './json.ts';
import { packFrom, sayFaults } from './packs.ts';
import type { ReplayRequest, ReviewRequest } from './request.ts';
import { reviewFiles } from './review.ts';
import type { FileResult } from './review.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export async function review(request: ReviewRequest, say: Words): Promise<ExitCode> {
  const packs = await Promise.all(request.packs.map(packFrom));
  packs.forEach(sayFaults);
  const setup = { ...plainSetup, packs: packs.map(({ text }) => text) };
  const parser = createParser({ spawn: forkParser(built('./parser.js')) });
  const compute = createCompute({ entry: new URL('./compute-worker.js', import.meta.url) });
  const started = new Date();
  try {
    const results = await reviewFiles(request, {
      parser,
      compute,
      today: localDay(started),
      now: () => performance.now(),
      setup,
    });
    return greatest([await leavePapers(request, results, started), await report(request, results, setup, say)]);
  } finally {
    await Promise.all([parser.close(), compute.close()]);
  }
}

/** The latest recorded review of a matter once more. */
export async function replayReview(request: ReplayRequest, say: Words): Promise<ExitCode> {
  const { replay } = await import('./replay.ts');
  const parser = createParser({ spawn: forkParser(built('./parser.js')) });
  const compute = createCompute({ entry: new URL('./compute-worker.js', import.meta.url) });
  try {
    return await replay(request, { parser, compute, now: () => performance.now() }, say);
  } finally {
    await Promise.all([parser.close(), compute.close()]);
  }
}

async function report(
  request: ReviewRequest,
  results: readonly FileResult[],
  setup: RuleSetup,
  say: Words,
): Promise<ExitCode> {
  const written = await print(answerOf(request, results, setup, say));
  for (const result of results) explain(result);
  return greatest([written, ...results.map((result) => codeOf(result, request.failOn))]);
}

/** What a file has to say besides its report, on standard error. */
function explain(result: FileResult): void {
  if (result.kind === 'failed') {
    complain(result.error, 2);
    return;
  }
  for (const rule of result.faults) {
    complain(
      sentence((all) => all.cli.ruleFault(rule)),
      3,
    );
  }
  if (process.env['TIMING']) {
    const slowest = result.slowest.slice(0, 10).map(({ rule, ms }) => `${ms.toFixed(1).padStart(8)} ms  ${rule}\n`);
    process.stderr.write(slowest.join(''));
  }
}

function codeOf(result: FileResult, failOn: Severity | null): ExitCode {
  if (result.kind === 'failed') return result.error.kind === 'internal' ? 3 : 2;
  if (result.faults.length > 0) return 3;
  const met = result.findings.some(({ severity }) => failOn !== null && severityRank(severity) <= severityRank(failOn));
  return met ? 1 : 0;
}

function greatest(codes: readonly ExitCode[]): ExitCode {
  return Math.max(0, ...codes) as ExitCode;
}

function answerOf({ format }: ReviewRequest, results: readonly FileResult[], setup: RuleSetup, say: Words): string {
  switch (format) {
    case 'json':
      return jsonReport(results, ruleset(setup));
    case 'sarif':
      return sarifReport(results, version, rulebookOf(setup).rules);
    case 'text':
      return textReport(results, say);
  }
}

async function leavePapers(request: ReviewRequest, results: readonly FileResult[], at: Date): Promise<ExitCode> {
  const [file] = results;
  if (!file || file.kind === 'failed') return 0;
  if (request.opinion === null && request.annotated === null) return 0;
  const { writeAnnotated, writeOpinion } = await import('./papers.ts');
  const signed = { author: request.author, at: at.toISOString() };
  try {
    if (request.opinion !== null) await writeOpinion(request.opinion, file, signed);
    if (request.annotated !== null) await writeAnnotated(request.annotated, file, signed);
    return 0;
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'internal') return complain(error, 2);
    throw error;
  }
}

function built(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Today where the user sits: the day that law in force is asked for. */
function localDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
