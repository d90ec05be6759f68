/**
 * The trusted pool: facts and rules in threads, so that neither the host's nor the window's event loop waits for
 * them. A thread that breaks or does not come back fails its own request; the next gets a fresh one.
 */
import { Worker } from 'node:worker_threads';
import { Failure } from '../../shared/api/errors.ts';
import { sentence } from '../../shared/words/words.ts';
import type { FromCompute, Reviewed, ToCompute } from './compute-protocol.ts';
import type { Compute } from './ports.ts';

export type ComputeOptions = Readonly<{
  /** The built compute-worker.js. */
  entry: string | URL;
  /** Threads at most; one starts at once, the others when needed. */
  size?: number;
  /** A request that takes longer is given up: rules are linear, so something is wrong. */
  limitMs?: number;
}>;

/** As the port says, with the time each rule took besides. */
export type TimedCompute = Omit<Compute, 'review'> &
  Readonly<{ review: (...input: Parameters<Compute['review']>) => Promise<Reviewed> }>;

type Question = ToCompute extends infer Q ? (Q extends ToCompute ? Omit<Q, 'id'> : never) : never;
type Job = Readonly<{ message: ToCompute; resolve: (answer: FromCompute) => void; reject: (error: Error) => void }>;
type Thread = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null };

export function createCompute({ entry, size = 2, limitMs = 120_000 }: ComputeOptions): TimedCompute {
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let requests = 0;
  let closed = false;
  start();

  return {
    review: async (input, setup) => {
      const answer = await ask({ kind: 'review', input, setup });
      if (answer.kind !== 'review') throw new TypeError(answer.kind);
      return answer.result;
    },
    facts: async (document) => {
      const answer = await ask({ kind: 'facts', document });
      if (answer.kind !== 'facts') throw new TypeError(answer.kind);
      return answer.facts;
    },
    close: async () => {
      closed = true;
      for (const job of queue.splice(0)) job.reject(failure('closed'));
      await Promise.all([...threads].map((thread) => thread.worker.terminate()));
    },
  };

  function ask(question: Question): Promise<FromCompute> {
    if (closed) return Promise.reject(failure('closed'));
    return new Promise((resolve, reject) => {
      requests += 1;
      queue.push({ message: { ...question, id: requests } as ToCompute, resolve, reject });
      next();
    });
  }

  function next(): void {
    if (queue.length === 0 || closed) return;
    const free = [...threads].find((thread) => thread.job === null) ?? (threads.size < size ? start() : null);
    const job = free && queue.shift();
    if (!free || !job) return;
    free.job = job;
    free.timer = setTimeout(() => void free.worker.terminate(), limitMs);
    free.worker.postMessage(job.message);
  }

  function start(): Thread {
    const worker = new Worker(entry);
    const thread: Thread = { worker, job: null, timer: null };
    threads.add(thread);
    let cause = 'stopped';
    // An idle thread does not keep the program from ending; a request's timer does.
    worker.unref();
    worker.on('message', (answer: FromCompute) => {
      const job = settle(thread);
      if (answer.kind === 'fault') job?.reject(failure(answer.message));
      else job?.resolve(answer);
      next();
    });
    worker.on('error', (error: Error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      threads.delete(thread);
      settle(thread)?.reject(failure(cause));
      next();
    });
    return thread;
  }
}

function settle(thread: Thread): Job | null {
  const { job, timer } = thread;
  if (timer) clearTimeout(timer);
  thread.job = null;
  thread.timer = null;
  return job;
}

function failure(cause: string): Failure {
  const failed = new Failure(
    'internal',
    sentence((words) => words.doors.computeFailed),
  );
  failed.cause = cause;
  return failed;
}
