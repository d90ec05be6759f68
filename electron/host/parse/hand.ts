/**
 * One parser process as the pool holds it: prepares it, hands it one file at a time, watches it by clock and memory,
 * and kills it when it misbehaves. Whatever happens, `read` settles exactly once.
 */
import type { DocumentFormat } from '../../../shared/document/model.ts';
import type { UnreadableReason } from '../../../shared/import/unreadable.ts';
import type { ParserProcess, SpawnParser } from '../ports.ts';
import type { MemoryLimits, ParserLimits } from './limits.ts';
import { pieces, piecesAhead } from './protocol.ts';
import type { FromParser, ToParser } from './protocol.ts';

export type Outcome =
  | Readonly<{ kind: 'read'; json: Uint8Array; media: ReadonlyMap<string, Uint8Array> }>
  | Readonly<{ kind: 'refused'; reason: UnreadableReason; detail: string }>
  | Readonly<{ kind: 'fault'; reason: 'too-slow' | 'out-of-memory' | 'reader-fault'; detail: string }>;

export type Hand = Readonly<{
  read: (format: DocumentFormat, bytes: Uint8Array) => Promise<Outcome>;
  /** Files read so far. */
  used: () => number;
  /** May take another file. */
  sound: () => boolean;
  kill: () => void;
}>;

/** What the watch needs from the machine; tests put a clock and a meter of their own. */
export type Meter = Readonly<{ now: () => number; residentBytes: (pid: number) => number | null }>;

type Job = {
  id: number;
  parts: Iterator<Uint8Array>;
  json: Uint8Array[];
  jsonBytes: number;
  media: Map<string, Uint8Array[]>;
  startedAt: number;
  heardAt: number;
  totalMs: number;
  settle: (outcome: Outcome) => void;
};

const watchEveryMs = 200;

export function startHand(spawn: SpawnParser, limits: ParserLimits, memory: MemoryLimits, meter: Meter): Hand {
  const child: ParserProcess = spawn();
  const post = (message: ToParser): void => child.post(message);
  let job: Job | null = null;
  let gone: Outcome | null = null;
  let tainted = false;
  let used = 0;
  let resident = 0;
  let watch: NodeJS.Timeout | null = null;

  child.onMessage((message) => hear(message as FromParser));
  child.onExit((code) => end({ kind: 'fault', ...causeOf(code) }));
  post({ kind: 'prepare', heapMb: memory.heapMb });

  return {
    read: (format, bytes) =>
      new Promise((resolve) => {
        if (gone) return resolve(gone);
        const now = meter.now();
        used += 1;
        job = {
          id: used,
          parts: pieces(bytes),
          json: [],
          jsonBytes: 0,
          media: new Map(),
          startedAt: now,
          heardAt: now,
          totalMs: limits.totalMs(bytes.length),
          settle: resolve,
        };
        watch = setInterval(look, watchEveryMs);
        post({ kind: 'file', id: job.id, format, bytes: bytes.length });
        for (let ahead = 0; ahead < piecesAhead; ahead += 1) sendPiece(job);
      }),
    used: () => used,
    sound: () => gone === null && !tainted && used < limits.filesPerProcess,
    kill: () => end({ kind: 'fault', reason: 'reader-fault', detail: 'stopped' }),
  };

  function sendPiece(current: Job): void {
    const next = current.parts.next();
    if (!next.done) post({ kind: 'piece', id: current.id, bytes: next.value });
  }

  function hear(message: FromParser): void {
    if (message.kind === 'tainted') tainted = true;
    else if (message.kind === 'memory') resident = message.bytes;
    else if (message.kind === 'fault' && message.id === null) end(message);
    else if (message.kind !== 'ready' && job && message.id === job.id) hearOf(job, message);
  }

  function hearOf(
    current: Job,
    message: Exclude<FromParser, Readonly<{ kind: 'ready' | 'tainted' | 'memory' }>>,
  ): void {
    current.heardAt = meter.now();
    if (message.kind === 'taken') {
      // The clock of the reading itself starts with the last piece.
      current.startedAt = current.heardAt;
      sendPiece(current);
    } else if (message.kind === 'json') {
      current.jsonBytes += message.bytes.length;
      current.json.push(message.bytes);
      if (current.jsonBytes > limits.answerBytes) end({ kind: 'fault', reason: 'out-of-memory', detail: 'answer' });
    } else if (message.kind === 'media') {
      const parts = current.media.get(message.media) ?? [];
      current.media.set(message.media, [...parts, message.bytes]);
    } else if (message.kind === 'done') {
      const media = new Map([...current.media].map(([id, parts]) => [id, joined(parts)]));
      settle({ kind: 'read', json: joined(current.json), media });
    } else if (message.kind === 'refused') {
      settle({ kind: 'refused', reason: message.reason, detail: message.detail });
    } else if (message.kind === 'fault') {
      end({ kind: 'fault', reason: message.reason, detail: message.detail });
    }
  }

  function look(): void {
    if (!job) return;
    const now = meter.now();
    if (child.pid !== undefined) resident = meter.residentBytes(child.pid) ?? resident;
    if (resident > memory.residentBytes) {
      end({ kind: 'fault', reason: 'out-of-memory', detail: `${resident} bytes resident` });
    } else if (now - job.heardAt > limits.silentMs) {
      end({ kind: 'fault', reason: 'too-slow', detail: 'no progress' });
    } else if (now - job.startedAt > job.totalMs) {
      end({ kind: 'fault', reason: 'too-slow', detail: 'time used up' });
    }
  }

  function settle(outcome: Outcome): void {
    if (watch) clearInterval(watch);
    watch = null;
    const settled = job;
    job = null;
    settled?.settle(outcome);
  }

  /** After any fault the process is gone: the next file gets a fresh one. */
  function end(outcome: Outcome): void {
    if (!gone) child.kill();
    gone ??= outcome;
    settle(gone);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
}

/** V8 aborts (SIGABRT, 128 + 6) where it finds no memory even for an exception. */
function causeOf(code: number | null): Readonly<{ reason: 'out-of-memory' | 'reader-fault'; detail: string }> {
  return { reason: code === 134 ? 'out-of-memory' : 'reader-fault', detail: `process ended: ${code}` };
}
