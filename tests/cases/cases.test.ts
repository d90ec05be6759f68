/**
 * Whole documents as golden cases: a folder each, with the document, what it is, and the findings
 * expected of it. `UPDATE=1` rewrites the findings; the change is then read before it is committed.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readers } from '../../electron/host/parse/readers.ts';
import { recogniseKind } from '../../shared/document/kind.ts';
import type { DocumentFormat } from '../../shared/document/model.ts';
import { readFacts } from '../../shared/facts/facts.ts';
import { normalise } from '../../shared/import/normalise.ts';
import { openingFields } from '../../shared/review/opening.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { review } from '../../shared/rules/run.ts';

const folder = import.meta.dirname;
const asOf = '2026-11-23';

type Case = Readonly<{ kind: string; subKind: string; findings: readonly Golden[] }>;
type Golden = Readonly<Pick<Finding, 'rule' | 'severity' | 'clause' | 'quote' | 'message'>>;

/** The document of a case: its own, or the sample matter that ships with the program. */
function documentOf(name: string): string {
  const own = readdirSync(join(folder, name)).find((file) => file.startsWith('document.'));
  if (own) return join(folder, name, own);
  const sample = join(folder, '../../resources/sample');
  const file = readdirSync(sample).find((entry) => entry.endsWith('.docx'));
  return join(sample, file ?? '');
}

async function reviewed(path: string): Promise<Case> {
  const read = await readers[path.slice(path.lastIndexOf('.') + 1) as DocumentFormat]();
  const { raw } = await read(new Uint8Array(readFileSync(path)), () => undefined);
  const document = normalise(raw);
  const { kind, subKind } = recogniseKind(document);
  const fields = openingFields({ document, facts: readFacts(document), kind, subKind, fileName: path, today: asOf });
  const { stance, publicPayer } = fields;
  const { findings, faults } = review({ documents: [document], kind, subKind, stance, publicPayer, asOf }, catalog);
  expect(faults).toEqual([]);
  return {
    kind,
    subKind,
    findings: findings.map(({ rule, severity, clause, quote, message }) => ({
      rule,
      severity,
      clause,
      quote,
      message,
    })),
  };
}

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('whole documents', () => {
  it.each(cases)('%s', async (name) => {
    const found = await reviewed(documentOf(name));
    const golden = join(folder, name, 'findings.json');
    if (process.env['UPDATE']) writeFileSync(golden, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});
