/**
 * The third door: the same core on the command line. Standard output carries the answer and nothing else. What a
 * command does not need is not loaded: help and version answer at once.
 */
import { version } from '../package.json';
import { Failure } from '../shared/api/errors.ts';
import type { Language } from '../shared/words/words.ts';
import { words } from '../shared/words/words.ts';
import { complain, print } from './cli/exit.ts';
import type { ExitCode } from './cli/exit.ts';
import { readRequest } from './cli/request.ts';
import type { Request } from './cli/request.ts';

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
      return (await import('./cli/rules.ts')).list(say);
    case 'rules-explain':
      return (await import('./cli/rules.ts')).explain(request.rule, say);
    case 'rules-test':
      return (await import('./cli/rules.ts')).test(request.pack, say);
    case 'rules-stats':
      return (await import('./cli/rules.ts')).stats(request.library, say);
    case 'serve': {
      const { serve } = await import('./web.ts');
      return serve(request);
    }
    case 'review': {
      const { review } = await import('./cli/run.ts');
      return review(request, say);
    }
    case 'replay': {
      const { replayReview } = await import('./cli/run.ts');
      return replayReview(request, say);
    }
  }
}

function language(): Language {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^(?:en|C\.|C$|POSIX)/u.test(locale) ? 'en' : 'zh';
}
