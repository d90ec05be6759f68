/** The JSON answer, exactly as resources/schema/review.schema.json describes it. */
import { characterCount } from '../../shared/import/normalise.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { words } from '../../shared/words/words.ts';
import type { Ruleset } from '../host/reviews.ts';
import type { FileResult, ReviewedFile } from './review.ts';

/** One FILE answers an object, several an array in the order given. */
export function jsonReport(results: readonly FileResult[], ruleset: Ruleset): string {
  const reports = results.map((result) => fileReport(result, ruleset));
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}

function fileReport(result: FileResult, { version, sha256, rules }: Ruleset): object {
  if (result.kind === 'failed') {
    const { kind, message } = result.error;
    return { document: { name: result.name }, error: { kind, message } };
  }
  return {
    document: documentReport(result),
    ruleset: { version, sha256, rules },
    findings: result.findings.map(findingReport),
    notices: [
      ...result.document.notices.map(({ kind, detail }) => ({ kind, message: words.zh.notices[kind](detail) })),
      ...result.faults.map((rule) => ({ kind: 'rule-fault', message: words.zh.cli.ruleFault(rule) })),
    ],
    timing: result.timing,
  };
}

function documentReport({ name, sha256, document, fields }: ReviewedFile): object {
  return {
    name,
    sha256,
    format: document.format,
    kind: fields.kind,
    characters: characterCount(document),
    blocks: allParagraphs(document).length,
  };
}

function findingReport(finding: Finding): object {
  const { rule, severity, nature, title, message, clause, page, quote, at, basis, advice, fingerprint } = finding;
  return {
    rule,
    severity,
    nature,
    title,
    message,
    scope: at === null ? 'document' : 'span',
    clause,
    page,
    quote,
    block: at?.block ?? null,
    from: at?.from ?? null,
    to: at?.to ?? null,
    basis: basis.map(({ law, article, note }) => ({ law, article, note: note ?? null })),
    advice,
    fingerprint,
  };
}
