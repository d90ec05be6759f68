/**
 * Entry of a parser process, started by `child_process.fork` or Electron's `utilityProcess`. Its main thread only
 * carries messages, so that it hears a kill while the reader thread works.
 */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { pieces } from './protocol.ts';
import type { FromParser, FromWorker, ToParser, ToWorker } from './protocol.ts';

// Before anything large exists: utilityProcess takes no flags from outside.
setFlagsFromString('--max-old-space-size=256');

/** The part of Electron's `process.parentPort` that is used here. */
type ParentPort = Readonly<{
  postMessage: (message: unknown) => void;
  on: (event: 'message', listener: (event: Readonly<{ data: unknown; ports: readonly HostPort[] }>) => void) => void;
}>;
type HostPort = Readonly<{
  postMessage: (message: unknown) => void;
  on: (event: 'message' | 'close', listener: (event: Readonly<{ data: unknown }>) => void) => void;
  start: () => void;
}>;

let send: (message: FromParser) => void = () => undefined;
let reader: Worker | null = null;
let receiving: { id: number; format: ToWorker['format']; bytes: Uint8Array<ArrayBuffer>; filled: number } | null = null;

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
if (parentPort) {
  // In Electron the first message brings the port to the host; main itself says nothing more.
  parentPort.on('message', ({ ports: [port] }) => {
    if (!port) return;
    send = (message) => port.postMessage(message);
    port.on('message', ({ data }) => hear(data as ToParser));
    port.on('close', () => process.exit(0));
    port.start();
  });
} else {
  send = (message) => process.send?.(message);
  process.on('message', (message) => hear(message as ToParser));
  process.on('disconnect', () => process.exit(0));
}

function hear(message: ToParser): void {
  if (message.kind === 'prepare') prepare(message.heapMb);
  else if (message.kind === 'file') {
    const { id, format } = message;
    receiving = { id, format, bytes: new Uint8Array(message.bytes), filled: 0 };
  } else if (receiving?.id === message.id) {
    receiving.bytes.set(message.bytes, receiving.filled);
    receiving.filled += message.bytes.length;
    send({ kind: 'taken', id: message.id });
    if (receiving.filled < receiving.bytes.length) return;
    const { id, format, bytes } = receiving;
    receiving = null;
    reader?.postMessage({ id, format, bytes } satisfies ToWorker, [bytes.buffer]);
  }
}

function prepare(heapMb: number): void {
  reader = new Worker(new URL('./parser-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    stdin: false,
    stdout: true,
    stderr: true,
  });
  reader.on('message', (message: FromWorker) => {
    if (message.kind === 'answer') answer(message);
    else send(message);
  });
  reader.on('error', (error: Error & { code?: string }) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    end({ kind: 'fault', id: null, reason: memory ? 'out-of-memory' : 'reader-fault', detail: error.message });
  });
  reader.on('exit', (code) =>
    end({ kind: 'fault', id: null, reason: 'reader-fault', detail: `thread ended: ${code}` }),
  );
  // The host reads /proc itself where there is one.
  if (process.platform !== 'linux') {
    setInterval(() => send({ kind: 'memory', bytes: process.memoryUsage.rss() }), 250).unref();
  }
}

function answer(message: Extract<FromWorker, { kind: 'answer' }>): void {
  const { id } = message;
  for (const bytes of pieces(message.json)) send({ kind: 'json', id, bytes });
  for (const { media, bytes } of message.media) {
    for (const piece of pieces(bytes)) send({ kind: 'media', id, media, bytes: piece });
  }
  send({ kind: 'done', id });
}

let ended = false;

/** Tells what happened; the host then kills this process. */
function end(message: FromParser): void {
  if (!ended) send(message);
  ended = true;
}
