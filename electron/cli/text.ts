/** The answer as a page of text for a person at a terminal. */
import { citeAll } from '../../shared/law/cite.ts';
import { severityGlyphs } from '../../shared/opinion/paper.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import type { Example, Finding, Rule, Severity } from '../../shared/rules/rule.ts';
import type { Words } from '../../shared/words/words.ts';
import type { DismissReason } from '../../shared/review/events.ts';
import type { Suppression } from '../../shared/review/suppress.ts';
import type { RuleCount } from '../host/store/rules.ts';
import type { FileResult } from './review.ts';

export function textReport(results: readonly FileResult[], words: Words): string {
  return results.map((result) => fileText(result, words)).join('\n');
}

function fileText(result: FileResult, words: Words): string {
  if (result.kind === 'failed') return '';
  const { cli, notices, desk } = words;
  const count = (severity: Severity): number =>
    result.findings.filter((finding) => finding.severity === severity).length;
  const head = [
    `${result.name} · ${desk.kind[result.fields.kind]}`,
    cli.counts(count('high'), count('medium'), count('low'), count('notice')),
  ].join('  ');
  const told = [
    ...result.document.notices.map(({ kind, detail }) => `  ! ${notices[kind](detail)}`),
    ...result.faults.map((rule) => `  ! ${cli.ruleFault(rule)}`),
  ];
  const findings = result.findings.flatMap((finding) => findingText(finding, words));
  return [head, ...told, ...(findings.length > 0 ? findings : [`  ${cli.nothing}`]), ''].join('\n');
}

function findingText(finding: Finding, { cli, desk }: Words): string[] {
  const place = [finding.clause ?? cli.whole, finding.page === null ? '' : cli.page(finding.page)].filter(Boolean);
  return [
    '',
    `  ${severityGlyphs[finding.severity]} ${finding.title}  ${place.join(' ')}  [${desk.nature[finding.nature]}] ${finding.rule}`,
    `    ${finding.message}`,
    ...(finding.quote === null ? [] : [`    | ${finding.quote}`]),
    `    ${cli.advice}: ${finding.advice}`,
    `    ${cli.basis}: ${citeAll(finding.basis, 'short')}`,
  ];
}

export function rulesText({ desk }: Words): string {
  const width = Math.max(...catalog.map((rule) => rule.id.length));
  return `${catalog
    .map(
      (rule) => `${severityGlyphs[rule.severity]} ${rule.id.padEnd(width)}  ${desk.nature[rule.nature]}  ${rule.title}`,
    )
    .join('\n')}\n`;
}

export function ruleText(rule: Rule, { cli, desk }: Words): string {
  return [
    `${severityGlyphs[rule.severity]} ${rule.title}  ${rule.id}`,
    `${desk.severity[rule.severity]} · ${desk.nature[rule.nature]} · ${cli.appliesTo}: ${rule.kinds.map((kind) => desk.kind[kind]).join('、')}`,
    '',
    `${cli.why}: ${rule.why}`,
    `${cli.basis}: ${citeAll(rule.basis, 'full')}`,
    `${cli.advice}: ${rule.advice}`,
    ...(rule.traps ?? []).map((trap) => `${cli.trap}: ${trap}`),
    ...(rule.settings ?? []).map(({ key, title, value }) => `${cli.setting}: ${title} = ${value} (${key})`),
    '',
    `${cli.hits}:`,
    ...exampleLines(rule.examples.hits),
    `${cli.nearMisses}:`,
    ...exampleLines(rule.examples.nearMisses),
    '',
  ].join('\n');
}

function exampleLines(examples: readonly Example[]): string[] {
  return examples.map((example) => `  - ${example.text.replaceAll('\n', '\n    ')}`);
}

/** A table of how rules fared, and the suppressions that silence nothing. */
export function countsText(
  counts: readonly RuleCount[],
  suppressions: readonly (Suppression & Readonly<{ silences: number }>)[],
  { cli, reader }: Words,
): string {
  const { stats } = cli;
  const width = Math.max(stats.rule.length, ...counts.map(({ rule }) => rule.length));
  const columns = [stats.shown, stats.adopted, stats.dismissed, stats.silenced];
  const rows = counts
    .toSorted((a, b) => b.shown - a.shown || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, shown, adopted, dismissed, silenced, reasons }) => {
      const why = Object.entries(reasons).map(
        ([reason, count]) => `${reader.reasons[reason as DismissReason]} ${count}`,
      );
      const numbers = [shown, adopted, dismissed, silenced].map((count) => String(count).padStart(6)).join('');
      return `${rule.padEnd(width)}${numbers}  ${why.join('、')}`.trimEnd();
    });
  const unused = suppressions
    .filter(({ silences }) => silences === 0)
    .map(({ rule, scope, by, at }) => stats.unused(rule, stats.scope[scope], by, at.slice(0, 10)));
  return [`${stats.rule.padEnd(width)}  ${columns.join('  ')}`, ...rows, ...unused, ''].join('\n');
}
