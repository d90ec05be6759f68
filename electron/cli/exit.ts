/** How the command line speaks and ends. */

/** 0 done, 1 `--fail-on` met, 2 usage or unreadable input, 3 internal fault: the greatest wins. */
export type ExitCode = 0 | 1 | 2 | 3;

export function print(text: string): ExitCode {
  process.stdout.write(text);
  return 0;
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
