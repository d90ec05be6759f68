/** A compute thread that breaks as the request's day says. */
import { parentPort } from 'node:worker_threads';
import type { FromCompute, ToCompute } from '../../electron/host/compute-protocol.ts';

parentPort?.on('message', ({ id, ...request }: ToCompute) => {
  const how = request.kind === 'review' ? request.input.asOf : 'answer';
  if (how === 'exit') process.exit(1);
  if (how === 'throw') throw new Error('broken');
  if (how === 'loop') for (;;) if (id < 0) break;
  const answer: FromCompute =
    how === 'fault'
      ? { id, kind: 'fault', message: 'told' }
      : { id, kind: 'review', result: { findings: [], faults: [], rulesMs: 0, slowest: [] } };
  parentPort?.postMessage(answer);
});
