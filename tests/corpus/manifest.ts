/** The corpus' own list of what each file is and whether it must open. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type CorpusFile = Readonly<{
  path: string;
  sha256: string;
  expected: 'open' | 'refuse' | 'either' | '';
}>;

export function readManifest(corpus: string): CorpusFile[] {
  return tsv(readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8')).map((row) => ({
    path: row[0] as string,
    sha256: row[1] as string,
    expected: row[6] as CorpusFile['expected'],
  }));
}

/** Known differences: what is tested, file, cause. */
export function readExceptions(test: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(import.meta.dirname, 'exceptions.tsv'), 'utf8');
  return new Map(
    tsv(text)
      .filter((row) => row[0] === test)
      .map((row) => [row[1] as string, row[2] ?? '']),
  );
}

function tsv(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
