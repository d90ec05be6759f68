/**
 * The development documents reviewed in one batch by the command line, as an office would: every
 * file opens, kinds are recognised, and no rule cries wolf on documents of its kind.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpus } from '../support/requires.ts';

const root = join(import.meta.dirname, '../..');

/** A rule may fire on more than this share of the documents of its kind only with a reason. */
const limit = 0.4;

type Reviewed = Readonly<{
  document: Readonly<{ name: string; kind: string }>;
  findings: readonly Readonly<{ rule: string }>[];
}>;

/** Rules that may fire often, with the reason: `rule`, tab, `reason`. */
const frequent = new Map(
  readFileSync(join(root, 'tests/corpus/frequent-rules.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string]),
);

function reviewed(folder: string): Reviewed[] {
  const files = readdirSync(join(corpus ?? '', folder)).map((name) => join(corpus ?? '', folder, name));
  const answer = execFileSync(
    process.execPath,
    ['scripts/fashen.mjs', 'review', ...files, '--format', 'json', '--as-of', '2026-11-23'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(answer) as Reviewed[];
}

function shares(documents: readonly Reviewed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { findings } of documents) {
    for (const rule of new Set(findings.map((finding) => finding.rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return new Map([...counts].map(([rule, count]) => [rule, count / documents.length]));
}

describe.skipIf(!corpus)('batch review of the development documents', () => {
  describe.each([
    ['contracts-dev', 'contract'],
    ['normative-dev', 'normative'],
  ])('%s', (folder, kind) => {
    let documents: Reviewed[] = [];

    beforeAll(() => {
      documents = reviewed(folder);
    });

    it('opens every file', () => {
      expect(documents).toHaveLength(readdirSync(join(corpus ?? '', folder)).length);
      expect(documents.filter((document) => !document.findings)).toEqual([]);
    });

    it('recognises the kind', () => {
      const right = documents.filter((document) => document.document.kind === kind).length;
      expect(right / documents.length).toBeGreaterThanOrEqual(0.95);
    });

    it('has no rule that fires on too many of them without a reason', () => {
      const tooOften = [...shares(documents)].filter(([rule, share]) => share > limit && !frequent.has(rule));
      expect(tooOften).toEqual([]);
    });
  });
});
