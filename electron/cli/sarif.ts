/** The answer as SARIF 2.1.0 (OASIS), for tools that collect results of checks. */
import { citeAll } from '../../shared/law/cite.ts';
import type { Finding, Rule, Severity } from '../../shared/rules/rule.ts';
import { words } from '../../shared/words/words.ts';
import type { FileResult } from './review.ts';

/** SARIF knows three levels; `rank` keeps ours apart (3.27.25: 0–100). */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  high: 'error',
  medium: 'warning',
  low: 'note',
  notice: 'note',
};
const ranks: Readonly<Record<Severity, number>> = { high: 90, medium: 60, low: 30, notice: 10 };

export function sarifReport(results: readonly FileResult[], version: string, rules: readonly Rule[]): string {
  const places = new Map(rules.map((rule, at) => [rule.id, at]));
  const reviewed = results.filter((result) => result.kind === 'reviewed');
  const failed = results.filter((result) => result.kind === 'failed');
  const run = {
    tool: {
      driver: {
        name: 'fashen',
        version,
        language: 'zh-CN',
        rules: rules.map((rule) => ({
          id: rule.id,
          shortDescription: { text: rule.title },
          fullDescription: { text: rule.why },
          help: { text: `${rule.advice}${citeAll(rule.basis, 'full')}` },
          defaultConfiguration: { level: levels[rule.severity], rank: ranks[rule.severity] },
          properties: { nature: rule.nature, kinds: rule.kinds },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: results.map(({ name, ...result }) => ({
      location: { uri: encodeURI(name) },
      ...('sha256' in result ? { hashes: { 'sha-256': result.sha256 } } : {}),
    })),
    invocations: [
      {
        executionSuccessful: failed.length === 0,
        toolExecutionNotifications: failed.map(({ name, error }) => ({
          level: 'error',
          message: { text: error.message },
          locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(name) } } }],
        })),
      },
    ],
    results: reviewed.flatMap(({ name, findings }) =>
      findings.map((finding) => resultOf(finding, name, places.get(finding.rule) ?? -1)),
    ),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, name: string, ruleIndex: number): object {
  const { at, clause, quote } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    rank: ranks[finding.severity],
    message: { text: `${finding.message} ${finding.advice}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(name) } },
        logicalLocations: [
          {
            name: clause ?? words.zh.cli.whole,
            ...(at ? { fullyQualifiedName: `${at.block}:${at.from}-${at.to}` } : {}),
          },
        ],
      },
    ],
    partialFingerprints: { 'fashen/v1': finding.fingerprint },
    properties: { severity: finding.severity, nature: finding.nature, clause, page: finding.page, quote },
  };
}
