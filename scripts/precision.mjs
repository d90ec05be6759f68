// Draws findings on the corpus' contracts and normative documents to be judged by reading: at most
// three a rule and three a document, the same ones for the same seed and the same findings. Prints one
// finding a paragraph with its surroundings; verdicts go into docs/precision.tsv, without corpus text.
// Usage: node scripts/precision.mjs [count] [seed]
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { random } from './lib/random.mjs';

const corpus = '../shared/corpus';
const [count = '150', seed = '1'] = process.argv.slice(2);
const most = 3;

if (!existsSync(corpus)) {
  console.error('The sample is drawn from ../shared/corpus, which is not here.');
  process.exit(2);
}

function shuffled(items, next) {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [left[at], left[other]] = [left[other], left[at]];
  }
  return left;
}

function reviewed(folder, kind) {
  const files = readdirSync(folder)
    .filter((name) => /\.(?:md|txt|docx)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
  const args = ['scripts/fashen.mjs', 'review', ...files, '--format', 'json', '--kind', kind, '--as-of', '2026-11-23'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  return JSON.parse(stdout).filter((report) => report.findings);
}

const reports = [
  ...reviewed(join(corpus, 'contracts-dev'), 'contract'),
  ...reviewed(join(corpus, 'normative-dev'), 'normative'),
];
const all = reports.flatMap(({ document, findings }) => findings.map((finding) => ({ document, finding })));
const taken = new Map();
const drawn = shuffled(all, random(Number(seed)))
  .filter(({ document, finding }) => {
    const [rule, file] = [`rule ${finding.rule}`, `file ${document.sha256}`];
    if ((taken.get(rule) ?? 0) >= most || (taken.get(file) ?? 0) >= most) return false;
    for (const key of [rule, file]) taken.set(key, (taken.get(key) ?? 0) + 1);
    return true;
  })
  .slice(0, Number(count));

const density = reports
  .map(({ document, findings }) => (findings.length * 10_000) / Math.max(document.characters, 1))
  .sort((a, b) => a - b);
const crowded = reports.filter(({ findings }) => findings.length > 40).map(({ document }) => document.name);
console.error(`${reports.length} documents, ${all.length} findings, ${drawn.length} drawn`);
console.error(
  `per 10,000 characters: median ${density[density.length >> 1]?.toFixed(1)}, worst ${density.at(-1)?.toFixed(1)}`,
);
console.error(`over 40 findings: ${crowded.join(', ') || 'none'}`);
for (const { document, finding } of drawn) {
  const { rule, severity, block, from, to, clause, quote, message } = finding;
  console.log([rule, document.sha256, block ?? '', from ?? '', to ?? ''].join('\t'));
  console.log(`  ${severity} ${basename(document.name)} ${clause ?? ''}\n  | ${quote ?? '(document)'}\n  ${message}\n`);
}
