/** Entry of a compute thread: facts and rules, one request after another. */
import { parentPort } from 'node:worker_threads';
import { factsOf, review } from '../../shared/rules/run.ts';
import { canonical } from '../../shared/audit/canonical.ts';
import { rulebookOf } from '../../shared/rules/rulebook.ts';
import type { Rulebook, RuleSetup } from '../../shared/rules/rulebook.ts';
import type { FromCompute, ToCompute } from './compute-protocol.ts';

parentPort?.on('message', (request: ToCompute) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: ToCompute): FromCompute {
  const { id } = request;
  try {
    if (request.kind === 'facts') return { id, kind: 'facts', facts: factsOf(request.document) };
    const spent = new Map<string, number>();
    const started = performance.now();
    const { rules, settings } = bookOf(request.setup);
    const result = review({ ...request.input, settings }, rules, (rule, run) => {
      const before = performance.now();
      run();
      spent.set(rule, (spent.get(rule) ?? 0) + performance.now() - before);
    });
    const rulesMs = performance.now() - started;
    const slowest = [...spent].map(([rule, ms]) => ({ rule, ms })).sort((a, b) => b.ms - a.ms);
    return { id, kind: 'review', result: { ...result, rulesMs, slowest } };
  } catch (error) {
    return { id, kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let open: Readonly<{ key: string; book: Rulebook }> | null = null;

/** The rulebook of a setup; reading packs and proving their rules is done once a setup. */
function bookOf(setup: RuleSetup): Rulebook {
  const key = canonical(setup);
  if (open?.key !== key) open = { key, book: rulebookOf(setup) };
  return open.book;
}
