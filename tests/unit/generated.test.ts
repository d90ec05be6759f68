/**
 * Files made from the code: the page of rules and the schema of own rules. `UPDATE=1` writes them;
 * otherwise they must say what the code says.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { citeAll } from '../../shared/law/cite.ts';
import { severityGlyphs } from '../../shared/opinion/paper.ts';
import { groups } from '../../shared/rules/catalog/index.ts';
import { packSchema } from '../../shared/rules/own/format.ts';
import type { Example, Rule } from '../../shared/rules/rule.ts';
import { words } from '../../shared/words/words.ts';

const { cli, desk, rules: said } = words.zh;
const root = join(import.meta.dirname, '../..');

function rulesPage(): string {
  const all = groups.flatMap(({ rules }) => rules);
  const lines = groups.flatMap(({ id, rules }) => [
    `## ${said.groups[id]}（${rules.length}）`,
    '',
    ...rules.flatMap(ruleSection),
  ]);
  const intro = `由规则本身生成，共 ${all.length} 条；每条的例子就是它的测试。Made from the rules themselves: ${all.length} of them, each proved by the examples below.`;
  return ['# 规则 Rules', '', intro, '', ...lines].join('\n');
}

function ruleSection(rule: Rule): string[] {
  return [
    `### ${severityGlyphs[rule.severity]} ${escaped(rule.title)} \`${rule.id}\``,
    '',
    `${desk.severity[rule.severity]} · ${desk.nature[rule.nature]} · ${rule.kinds.map((kind) => desk.kind[kind]).join('、')}`,
    '',
    escaped(`${rule.why} ${rule.advice}`),
    '',
    `${cli.basis}：${escaped(citeAll(rule.basis, 'full'))}`,
    '',
    ...(rule.traps ?? []).flatMap((trap) => [`- ${cli.trap}：${escaped(trap)}`]),
    ...(rule.settings ?? []).flatMap(({ title, value, key }) => [
      `- ${cli.setting}：${title} = ${value}（\`${key}\`）`,
    ]),
    ...rule.examples.hits.map((example) => `- ✓ ${shown(example)}`),
    ...rule.examples.nearMisses.map((example) => `- ✗ ${shown(example)}`),
    '',
  ];
}

function shown({ text }: Example): string {
  return escaped(text.replaceAll('\n', ' ⏎ '));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~]/gu, String.raw`\$&`);
}

function same(path: string, made: string): void {
  const file = join(root, path);
  if (process.env['UPDATE']) writeFileSync(file, made);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(written === made, `${path} is out of date: UPDATE=1 npx vitest run tests/unit/generated`).toBe(true);
}

it('docs/rules.md says what the rules say', () => same('docs/rules.md', rulesPage()));

it('resources/schema/rule-pack.schema.json is the decoder of packs', () =>
  same('resources/schema/rule-pack.schema.json', `${JSON.stringify(packSchema(), null, 2)}\n`));
