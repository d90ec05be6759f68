/** The reader thread's loop: one file after another, each answered by exactly one message. */
import { parentPort } from 'node:worker_threads';
import { Unreadable } from '../../../shared/import/unreadable.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import type { Readers } from './readers.ts';

export function serve(readers: Readers): void {
  const port = parentPort;
  if (!port) throw new Error('Not a worker thread');
  const post = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);

  // Readers have no business on any network; what is not there cannot be called.
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

  // pdf.js rejects promises nobody holds after its own answer has failed: that alone is no fault of this file.
  process.on('unhandledRejection', () => post({ kind: 'tainted' }));

  port.on('message', ({ id, format, bytes }: ToWorker) => {
    void answer(id, format, bytes);
  });
  post({ kind: 'ready' });

  async function answer(id: number, format: ToWorker['format'], bytes: Uint8Array): Promise<void> {
    try {
      const read = await readers[format]();
      const { raw, media } = await read(bytes, () => post({ kind: 'progress', id }));
      const json = own(Buffer.from(JSON.stringify(raw)));
      const pictures = [...media].map(([name, picture]) => ({ media: name, bytes: own(picture) }));
      const transfer = new Set([json, ...pictures.map((picture) => picture.bytes)].map((part) => part.buffer));
      post({ kind: 'answer', id, json, media: pictures }, [...transfer]);
    } catch (error) {
      if (error instanceof Unreadable) post({ kind: 'refused', id, reason: error.reason, detail: error.message });
      else post({ kind: 'fault', id, ...faultOf(error) });
    }
  }
}

/** Bytes in a buffer of their own: what is transferred must not drag a shared pool along. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

function faultOf(error: unknown): Readonly<{ reason: 'out-of-memory' | 'reader-fault'; detail: string }> {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Allocations and strings beyond what the engine can hold.
  const memory = error instanceof RangeError && /allocation|string length|array length/iu.test(error.message);
  return { reason: memory ? 'out-of-memory' : 'reader-fault', detail };
}
