/** `review`: files in, one answer out, papers where asked for. */
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { Failure } from '../../shared/api/errors.ts';
import { severityRank } from '../../shared/rules/rule.ts';
import { sentence } from '../../shared/words/words.ts';
import type { Words } from '../../shared/words/words.ts';
import { createCompute } from '../host/compute.ts';
import { forkParser } from '../host/parse/fork.ts';
import { createParser } from '../host/parse/pool.ts';
import { ruleset } from '../host/ruleset.ts';
import { complain, print } from './exit.ts';
import type { ExitCode } from './exit.ts';
import { jsonReport } from './json.ts';
import type { ReviewRequest } from './request.ts';
import { reviewFiles } from './review.ts';
import type { FileResult } from './review.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export async function review(request: ReviewRequest, say: Words): Promise<ExitCode> {
  const parser = createParser({ spawn: forkParser(built('./parser.js')) });
  const compute = createCompute({ entry: new URL('./compute-worker.js', import.meta.url) });
  const started = new Date();
  try {
    const results = await reviewFiles(request, {
      parser,
      compute,
      today: localDay(started),
      now: () => performance.now(),
    });
    const codes = [await leavePapers(request, results, started), report(request, results, say)];
    return Math.max(...codes) as ExitCode;
  } finally {
    await Promise.all([parser.close(), compute.close()]);
  }
}

function report(request: ReviewRequest, results: readonly FileResult[], say: Words): ExitCode {
  if (request.format === 'json') print(jsonReport(results, ruleset()));
  else if (request.format === 'sarif') print(sarifReport(results, version));
  else print(textReport(results, say));

  let code: ExitCode = 0;
  for (const result of results) {
    if (result.kind === 'failed') {
      complain(result.error, 2);
      code = 2;
      continue;
    }
    for (const rule of result.faults)
      complain(
        sentence((all) => all.cli.ruleFault(rule)),
        3,
      );
    if (result.faults.length > 0) code = 3;
    const met = result.findings.some(
      ({ severity }) => request.failOn !== null && severityRank(severity) <= severityRank(request.failOn),
    );
    if (met && code === 0) code = 1;
    if (process.env['TIMING']) {
      const slowest = result.slowest.slice(0, 10).map(({ rule, ms }) => `${ms.toFixed(1).padStart(8)} ms  ${rule}\n`);
      process.stderr.write(slowest.join(''));
    }
  }
  return code;
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
