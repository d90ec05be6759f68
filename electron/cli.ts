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
import { failure, readRequest } from './cli/request.ts';
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
    case 'rules-list': {
      const { rulesText } = await import('./cli/text.ts');
      return print(rulesText(say));
    }
    case 'rules-explain': {
      const { catalog } = await import('../shared/rules/catalog/index.ts');
      const { ruleText } = await import('./cli/text.ts');
      const rule = catalog.find(({ id }) => id === request.rule);
      if (!rule) throw failure('not-found', (cli) => cli.noRule(request.rule));
      return print(ruleText(rule, say));
    }
    case 'serve': {
      const { serve } = await import('./web.ts');
      return serve(request);
    }
    case 'review': {
      const { review } = await import('./cli/run.ts');
      return review(request, say);
    }
  }
}

function language(): Language {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^(?:en|C\.|C$|POSIX)/u.test(locale) ? 'en' : 'zh';
}
