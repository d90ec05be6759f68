// Speed side by side with peers, in one run, as ratios. Documents are made from the corpus' laws by
// scripts/bench-inputs.mjs; a tool's time counts only after its result was checked; median of five.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { build } from 'vite';
import { benchInputs } from './bench-inputs.mjs';
import { benchOffice } from './bench-office.mjs';

const corpus = '../shared/corpus';
const folder = '.cache/bench';
const runs = 5;

if (!existsSync(corpus)) {
  console.error('The bench makes its documents from ../shared/corpus, which is not here.');
  process.exit(2);
}

await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'tests/bench/ours.ts',
    outDir: folder,
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'ours.mjs' } },
  },
});
const bundle = pathToFileURL(resolve(folder, 'ours.mjs')).href;
const ours = await import(bundle);
const inputs = await benchInputs(corpus, folder);

/** Median wall time of five runs after one to warm up and check the result. */
async function median(work, check) {
  const fault = check(await work());
  if (fault) throw new Error(fault);
  const times = [];
  for (let at = 0; at < runs; at += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

async function peer(name) {
  try {
    return await import(name);
  } catch {
    console.log(`missing peer: ${name}`);
    return null;
  }
}

const squeezed = (text) => text.replace(/\s+/gu, '');
const decoded = (html) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
const sameText = (wanted, got, who) =>
  squeezed(wanted) === squeezed(got) ? null : `${who} lost text: ${squeezed(got).length} of ${squeezed(wanted).length}`;

const mammoth = (await peer('mammoth'))?.default;
const autocorrect = (await peer('autocorrect-node'))?.default;

const opening = [];
const checking = [];
for (const { pages, path, paragraphs } of inputs) {
  const bytes = new Uint8Array(readFileSync(path));
  const text = paragraphs.join('\n');
  const floor = await median(
    async () => decoded(strFromU8(unzipSync(bytes)['word/document.xml'])),
    (got) => sameText(text, got, 'floor'),
  );
  const open = await median(
    async () => ours.openDocx(bytes),
    (document) => sameText(text, ours.bodyTexts(document).join(''), 'ours'),
  );
  const toHtml = mammoth
    ? await median(
        async () => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value,
        (html) => sameText(text, decoded(html), 'mammoth'),
      )
    : null;
  opening.push({
    pages,
    'floor ms': ms(floor),
    'ours ms': ms(open),
    'mammoth ms': ms(toHtml),
    ratio: ratio(open, toHtml),
  });

  const document = ours.openDocx(bytes);
  const facts = await median(
    async () => ours.facts(document),
    () => null,
  );
  const rules = await median(
    async () => ours.check(document),
    (count) => (Number.isInteger(count) ? null : 'ours found nothing countable'),
  );
  const lint = autocorrect
    ? await median(
        async () => autocorrect.format(text),
        (got) => (squeezed(got).length >= squeezed(text).length ? null : 'autocorrect lost text'),
      )
    : null;
  checking.push({
    pages,
    'facts ms': ms(facts),
    'facts + rules ms': ms(rules),
    'autocorrect ms': ms(lint),
    ratio: ratio(rules, lint),
    'pages/s': Math.round(pages / (rules / 1000)),
    'open + facts + rules ms': ms(open + rules),
  });
}

function ms(value) {
  return value === null ? '–' : value.toFixed(1);
}

function ratio(a, b) {
  return b === null ? '–' : (a / b).toFixed(2);
}

console.log('Opening a docx: bytes to model (floor: unzip and strip tags)');
console.table(opening);
console.log(`Checking: ${ours.ruleCount} rules over facts`);
console.table(checking);

console.log("An office's year: 8,000 contracts of ten pages, read and checked on all cores (goal: 120 s)");
console.table([await benchOffice(bundle, join(corpus, 'contracts-dev'))]);

if (process.env.TIMING) {
  const costs = new Map();
  const document = ours.openDocx(new Uint8Array(readFileSync(inputs.find(({ pages }) => pages === 222).path)));
  for (let at = 0; at < runs; at += 1) {
    ours.check(document, (rule, run) => {
      const start = performance.now();
      run();
      costs.set(rule, (costs.get(rule) ?? 0) + (performance.now() - start) / runs);
    });
  }
  console.log('Ten slowest rules over 222 pages (ms)');
  console.table(
    [...costs]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 10)
      .map(([rule, time]) => ({ rule, ms: ms(time) })),
  );
}
