// An office's year, re-checked: 8,000 contracts made by varying the corpus' own (figures, clauses told
// twice, filled to about ten pages), read and checked by every contract rule on all cores.
import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { random } from './lib/random.mjs';

const contracts = 8000;
const charactersPerPage = 460;
const charactersEach = 10 * charactersPerPage;

/** One contract: a text of the corpus and paragraphs of others, up to ten pages, its digits changed. */
function varied(texts, seed) {
  const number = random(seed);
  const next = (below) => Math.floor(number() * below);
  let text = texts[next(texts.length)];
  while (text.length < charactersEach) {
    const paragraphs = texts[next(texts.length)].split('\n');
    const from = next(paragraphs.length);
    text += `\n${paragraphs.slice(from, from + 12).join('\n')}`;
  }
  return text.slice(0, charactersEach).replace(/\d/gu, (digit) => (digit === '0' ? digit : String(1 + next(9))));
}

async function work({ module, folder, from, step }) {
  const ours = await import(module);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const total = { characters: 0, findings: 0, ms: 0 };
  for (let at = from; at < contracts; at += step) {
    const text = varied(texts, at);
    const start = performance.now();
    total.findings += ours.check(ours.readText(text));
    total.ms += performance.now() - start;
    total.characters += text.length;
  }
  return total;
}

/** Wall time in seconds, with what was checked; making the texts counts too. */
export async function benchOffice(module, folder) {
  const cores = availableParallelism();
  const start = performance.now();
  const totals = await Promise.all(
    Array.from({ length: cores }, (_, from) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { module, folder, from, step: cores } });
      return new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
      });
    }),
  );
  const sum = (key) => totals.reduce((so, total) => so + total[key], 0);
  return {
    contracts,
    pages: Math.round(sum('characters') / charactersPerPage),
    findings: sum('findings'),
    cores,
    s: ((performance.now() - start) / 1000).toFixed(1),
    'pages/s a core': Math.round(sum('characters') / charactersPerPage / (sum('ms') / 1000)),
  };
}

if (!isMainThread) parentPort.postMessage(await work(workerData));
