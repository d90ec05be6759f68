/**
 * The pool of fenced parser processes. A file that breaks its reader costs that process and its own sentence,
 * nothing else: the queue goes on in a fresh one, and a fault in a process that had read other files before is tried
 * once more in a fresh process, so that no file pays for its predecessor.
 */
import { readFileSync } from 'node:fs';
import { normalise } from '../../../shared/import/normalise.ts';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import type { Parser, ReadFile, SpawnParser } from '../ports.ts';
import { checkRaw } from './check.ts';
import { startHand } from './hand.ts';
import type { Hand, Meter, Outcome } from './hand.ts';
import { standardLimits } from './limits.ts';
import type { MemoryLimits, ParserLimits } from './limits.ts';
import { recognise } from './recognise.ts';

export type ParserOptions = Readonly<{
  spawn: SpawnParser;
  /** Processes that read at the same time; further files wait. */
  size?: number;
  limits?: ParserLimits;
  meter?: Meter;
}>;

export function createParser({ spawn, size = 2, limits = standardLimits, meter = machine }: ParserOptions): Parser {
  const idle: Hand[] = [];
  const busy = new Set<Hand>();
  const waiting: (() => void)[] = [];
  let reading = 0;
  let closed = false;
  keepSpare();

  return {
    read: async (file, signal) => {
      signal?.throwIfAborted();
      const format = recognise(file.name, file.bytes);
      if (file.bytes.length > limits.fileBytes) throw new Unreadable('too-large', `${file.bytes.length} bytes`);
      await turn(signal);
      try {
        signal?.throwIfAborted();
        return finished(await readSafely((hand) => hand.read(format, file.bytes), file.bytes.length, signal));
      } finally {
        const next = waiting.shift();
        if (next) next();
        else reading -= 1;
        keepSpare();
      }
    },
    close: async () => {
      closed = true;
      for (const hand of [...idle.splice(0), ...busy]) hand.kill();
    },
  };

  /** Waits for one of `size` turns; who finishes hands the turn on. */
  function turn(signal: AbortSignal | undefined): Promise<void> {
    if (reading < size) {
      reading += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', stop, { once: true });
      waiting.push(go);
    });
  }

  async function readSafely(
    read: (hand: Hand) => Promise<Outcome>,
    bytes: number,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const large = bytes > limits.largeFileBytes;
    const hand = (large ? undefined : takeIdle()) ?? start(large ? limits.large : limits.ordinary);
    const fresh = hand.used() === 0;
    const outcome = await use(hand, read, signal, !large);
    if (outcome.kind !== 'fault' || closed) return outcome;
    const mayNeedMore = outcome.reason === 'out-of-memory' && !large && bytes > limits.smallFileBytes;
    if (mayNeedMore) return use(start(limits.large), read, signal, false);
    if (outcome.reason === 'reader-fault' && !fresh) return use(start(limits.ordinary), read, signal, true);
    return outcome;
  }

  async function use(
    hand: Hand,
    read: (hand: Hand) => Promise<Outcome>,
    signal: AbortSignal | undefined,
    keep: boolean,
  ): Promise<Outcome> {
    busy.add(hand);
    signal?.addEventListener('abort', hand.kill, { once: true });
    try {
      const outcome = await read(hand);
      signal?.throwIfAborted();
      return outcome;
    } finally {
      signal?.removeEventListener('abort', hand.kill);
      busy.delete(hand);
      if (keep && hand.sound() && !closed) idle.push(hand);
      else hand.kill();
    }
  }

  /** A sound idle process; those that broke while idle are cleared away. */
  function takeIdle(): Hand | undefined {
    for (let hand = idle.pop(); hand; hand = idle.pop()) {
      if (hand.sound()) return hand;
      hand.kill();
    }
    return undefined;
  }

  function start(memory: MemoryLimits): Hand {
    return startHand(spawn, limits, memory, meter);
  }

  /** One warm process waits, so that the next file does not pay for a start. */
  function keepSpare(): void {
    if (closed || reading > 0) return;
    idle.push(takeIdle() ?? start(limits.ordinary));
  }
}

/** An answer that does not pass is the reader's fault, not the file's. */
function finished(outcome: Outcome): ReadFile {
  if (outcome.kind !== 'read') throw new Unreadable(outcome.reason, outcome.detail);
  try {
    const raw = checkRaw(JSON.parse(new TextDecoder().decode(outcome.json)));
    return { document: normalise(raw), media: outcome.media };
  } catch (error) {
    throw new Unreadable('reader-fault', error instanceof Error ? error.message : String(error));
  }
}

const machine: Meter = {
  now: () => performance.now(),
  residentBytes: (pid) => {
    if (process.platform !== 'linux') return null;
    try {
      const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return kilobytes ? Number(kilobytes) * 1024 : null;
    } catch {
      // The process ended between the two looks.
      return null;
    }
  },
};
