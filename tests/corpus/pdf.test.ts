/**
 * Every PDF of the corpus, through the fenced parser: opens, or is refused with a reason, as its manifest says; and
 * what opens says what pdftotext reads.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forkParser } from '../../electron/host/parse/fork.ts';
import { createParser } from '../../electron/host/parse/pool.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import { Unreadable, type UnreadableReason } from '../../shared/import/unreadable.ts';
import { builtEntries, parserEntries } from '../support/processes.ts';
import { corpus, pdftotext } from '../support/requires.ts';
import { readExceptions, readManifest } from './manifest.ts';

type Outcome = Readonly<{ path: string; expected: string; outcome: 'open' | UnreadableReason; text: string }>;

let all: Promise<readonly Outcome[]> | null = null;

/** Read once for both tests: about 350 files, a minute on two cores. */
function outcomes(): Promise<readonly Outcome[]> {
  all ??= readAll();
  return all;
}

async function readAll(): Promise<readonly Outcome[]> {
  const folder = await builtEntries(parserEntries);
  const parser = createParser({ spawn: forkParser(join(folder, 'parser.js')) });
  const files = readManifest(corpus ?? '').filter(({ path }) => path.startsWith('pdf/') && path.endsWith('.pdf'));
  try {
    return await Promise.all(
      files.map(async ({ path, expected }): Promise<Outcome> => {
        try {
          const { document } = await parser.read({ name: path, bytes: readFileSync(join(corpus ?? '', path)) });
          const text = allParagraphs(document)
            .map((paragraph) => paragraph.text)
            .join('\n');
          return { path, expected, outcome: 'open', text };
        } catch (error) {
          if (error instanceof Unreadable) return { path, expected, outcome: error.reason, text: '' };
          throw error;
        }
      }),
    );
  } finally {
    await parser.close();
  }
}

/** Files that their list opens with a password; here nobody has given one. */
function lockedFiles(): ReadonlySet<string> {
  const index = JSON.parse(readFileSync(join(corpus ?? '', 'pdf/index.json'), 'utf8')) as {
    files: readonly { file: string; password: string | null }[];
  };
  return new Set(index.files.filter(({ password }) => password).map(({ file }) => `pdf/${file}`));
}

/** Characters that both texts hold, as a share of those of `reference`. */
function agreement(text: string, reference: string): number {
  const counts = new Map<string, number>();
  for (const char of bare(text)) counts.set(char, (counts.get(char) ?? 0) + 1);
  const wanted = [...bare(reference)];
  const found = wanted.filter((char) => {
    const left = counts.get(char) ?? 0;
    counts.set(char, left - 1);
    return left > 0;
  });
  return wanted.length === 0 ? 1 : found.length / wanted.length;
}

/** Ligatures, widths and radicals in one form, without white space. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{C}]/gu, '');
}

it.skipIf(corpus === null)('corpus: every PDF opens or is refused as the manifest says', async () => {
  const locked = lockedFiles();
  const read = await outcomes();
  const faults = read.filter(({ path, expected, outcome }) => {
    if (locked.has(path)) return outcome !== 'encrypted';
    // A file of pictures is sound and still has nothing to review.
    const opened = outcome === 'open' || outcome === 'no-text';
    return (expected === 'open' && !opened) || (expected === 'refuse' && opened) || outcome === 'reader-fault';
  });
  expect(read.length).toBeGreaterThan(300);
  expect(faults.map(({ path, expected, outcome }) => ({ path, expected, outcome }))).toEqual([]);
});

it.skipIf(corpus === null || pdftotext === null)('corpus: what opens says what pdftotext reads', async () => {
  const exceptions = readExceptions('pdf-text');
  const shares = (await outcomes())
    .filter(({ path, outcome }) => outcome === 'open' && path.startsWith('pdf/valid/') && !exceptions.has(path))
    .map(({ path, text }) => {
      const { status, stdout } = spawnSync(pdftotext ?? '', [join(corpus ?? '', path), '-'], { encoding: 'utf8' });
      return { path, share: status === 0 ? agreement(text, stdout) : 1 };
    });
  const poor = shares.filter(({ share }) => share < 0.9);
  expect(shares.length).toBeGreaterThan(100);
  expect(poor).toEqual([]);
  expect(exceptions.size).toBeLessThanOrEqual(20);
});
