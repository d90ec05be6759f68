import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recogniseKind } from '../../shared/document/kind.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { readText } from '../../shared/import/text.ts';
import type { DocumentKind } from '../../shared/rules/rule.ts';
import { corpus } from '../support/requires.ts';

it.skipIf(corpus === null).each<[string, DocumentKind, number]>([
  ['laws/statutes', 'statute', 1],
  ['contracts-dev', 'contract', 0.98],
  ['normative-dev', 'normative', 0.97],
])('corpus: %s are recognised as %s in at least %d of cases', (folder, kind, share) => {
  const names = readdirSync(join(corpus ?? '', folder)).filter((name) => /\.(?:txt|md)$/u.test(name));
  const missed = names.filter((name) => {
    const text = readFileSync(join(corpus ?? '', folder, name), 'utf8');
    return recogniseKind(normalise(readText(text, 'md'))).kind !== kind;
  });
  expect(names.length).toBeGreaterThan(50);
  expect(missed.length / names.length, missed.join(', ')).toBeLessThanOrEqual(1 - share);
});
