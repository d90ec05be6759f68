import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { normalise } from '../../shared/import/normalise.ts';
import { readText } from '../../shared/import/text.ts';
import { corpus } from '../support/requires.ts';

it.skipIf(corpus === null)('corpus: the articles of every statute run from 1 without a gap', () => {
  const folder = join(corpus ?? '', 'laws/statutes');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const faults = files.flatMap((name) => {
    const document = normalise(readText(readFileSync(join(folder, name), 'utf8'), 'md'));
    const values = document.clauses.filter(({ scheme }) => scheme === 'article').map(({ value }) => value ?? 0);
    const jumps = values.filter((value, at) => value !== (values[at - 1] ?? 0) + 1 && value !== values[at - 1]);
    return values.length > 5 && jumps.length === 0 ? [] : [{ name, jumps }];
  });
  expect(files.length).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});
