/** The third door: the same core on the command line. Standard output carries the answer and nothing else. */
import { version } from '../package.json';
import { Failure } from '../shared/api/errors.ts';
import { catalog } from '../shared/rules/catalog/index.ts';
import { severityRank } from '../shared/rules/rule.ts';
import type { Language } from '../shared/words/words.ts';
import { sentence, words } from '../shared/words/words.ts';
import { jsonReport } from './cli/json.ts';
import { writeAnnotated, writeOpinion } from './cli/papers.ts';
import { failure, readRequest } from './cli/request.ts';
import type { Request, ReviewRequest } from './cli/request.ts';
import { reviewFiles } from './cli/review.ts';
import type { FileResult } from './cli/review.ts';
import { sarifReport } from './cli/sarif.ts';
import { rulesText, ruleText, textReport } from './cli/text.ts';
import { createCompute } from './host/compute.ts';
import { forkParser } from './host/parse/fork.ts';
import { createParser } from './host/parse/pool.ts';
import { standardOptions } from './host/standard.ts';
import { fileURLToPath } from 'node:url';

/** 0 done, 1 `--fail-on` met, 2 usage or unreadable input, 3 internal fault: the greatest wins. */
type ExitCode = 0 | 1 | 2 | 3;

/** Runs one command line; answers the exit code and never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  try {
    return await run(readRequest(args));
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'internal') return complain(error, 2);
    if (process.env['DEBUG']) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return complain({ message: words.zh.cli.internal, english: words.en.cli.internal }, 3);
  }
}

async function run(request: Request): Promise<ExitCode> {
  const say = words[language()];
  switch (request.kind) {
    case 'help':
      return print(`${say.cli.help}\n`);
    case 'version':
      return print(`${version}\n`);
    case 'rules-list':
      return print(rulesText(say));
    case 'rules-explain': {
      const rule = catalog.find(({ id }) => id === request.rule);
      if (!rule) throw failure('not-found', (cli) => cli.noRule(request.rule));
      return print(ruleText(rule, say));
    }
    case 'serve': {
      const { serve } = await import('./web.ts');
      return serve(request);
    }
    case 'review':
      return review(request);
  }
}

async function review(request: ReviewRequest): Promise<ExitCode> {
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
    const codes = [await leavePapers(request, results, started), report(request, results)];
    return Math.max(...codes) as ExitCode;
  } finally {
    await Promise.all([parser.close(), compute.close()]);
  }
}

function report(request: ReviewRequest, results: readonly FileResult[]): ExitCode {
  const say = words[language()];
  if (request.format === 'json') print(jsonReport(results, standardOptions().ruleset));
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

function print(text: string): ExitCode {
  process.stdout.write(text);
  return 0;
}

/** Both languages: whoever runs a script sees one sentence of each. */
function complain(
  error: Readonly<{ message: string; english: string }> | Readonly<{ zh: string; en: string }>,
  code: ExitCode,
): ExitCode {
  const [zh, en] = 'zh' in error ? [error.zh, error.en] : [error.message, error.english];
  process.stderr.write(`${zh}\n${en}\n`);
  return code;
}

function language(): Language {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^(?:en|C\.|C$|POSIX)/u.test(locale) ? 'en' : 'zh';
}

/** Today where the user sits: the day that law in force is asked for. */
function localDay(now: Date): string {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
