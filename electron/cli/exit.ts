/** How the command line speaks and ends. */
import { sentence } from '../../shared/words/words.ts';

/** 0 done, 1 `--fail-on` met, 2 usage or unreadable input, 3 internal fault: the greatest wins. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Standard error may be closed: then nobody wants to hear, and that is no fault. */
process.stderr.on('error', () => undefined);

/**
 * Writes the answer. A reader that has seen enough (`| head`) is no fault; a full disk behind `>` is, and said: half
 * an answer must not pass for a whole one.
 */
export async function print(text: string): Promise<ExitCode> {
  const error = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
    process.stdout.once('error', resolve);
    process.stdout.write(text, resolve);
  });
  if (!error || error.code === 'EPIPE') return 0;
  return complain(
    sentence((words) => words.cli.answerLost),
    2,
  );
}

/** Both languages: whoever runs a script sees one sentence of each. */
export function complain(
  error: Readonly<{ message: string; english: string }> | Readonly<{ zh: string; en: string }>,
  code: ExitCode,
): ExitCode {
  const [zh, en] = 'zh' in error ? [error.zh, error.en] : [error.message, error.english];
  process.stderr.write(`${zh}\n${en}\n`);
  return code;
}
