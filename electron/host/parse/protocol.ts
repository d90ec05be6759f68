/**
 * What the host and a parser process say to each other. Bytes travel in pieces, each acknowledged, so that
 * neither side ever queues a second copy of a large file.
 */
import type { DocumentFormat } from '../../../shared/document/model.ts';
import type { UnreadableReason } from '../../../shared/import/unreadable.ts';

export const pieceBytes = 4 * 1024 * 1024;

/** Pieces on their way before the first is acknowledged. */
export const piecesAhead = 4;

export type ToParser =
  /** First of all: how much memory the reader's heap may take. */
  | Readonly<{ kind: 'prepare'; heapMb: number }>
  | Readonly<{ kind: 'file'; id: number; format: DocumentFormat; bytes: number }>
  | Readonly<{ kind: 'piece'; id: number; bytes: Uint8Array }>;

export type FromParser =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'taken'; id: number }>
  /** The reader got further: a page, a part. */
  | Readonly<{ kind: 'progress'; id: number }>
  /** Resident memory, told where the host cannot see it. */
  | Readonly<{ kind: 'memory'; bytes: number }>
  /** The answer in pieces: the raw document as JSON, then each picture. */
  | Readonly<{ kind: 'json'; id: number; bytes: Uint8Array }>
  | Readonly<{ kind: 'media'; id: number; media: string; bytes: Uint8Array }>
  | Readonly<{ kind: 'done'; id: number }>
  | Readonly<{ kind: 'refused'; id: number; reason: UnreadableReason; detail: string }>
  /** The reader broke. `id` null: outside any file. The process is not to be used again. */
  | Readonly<{ kind: 'fault'; id: number | null; reason: 'out-of-memory' | 'reader-fault'; detail: string }>
  /** A promise was rejected unheard, perhaps by an earlier file: finish this one, then retire. */
  | Readonly<{ kind: 'tainted' }>;

/** Between the child's main thread and its reader thread. */
export type ToWorker = Readonly<{ id: number; format: DocumentFormat; bytes: Uint8Array }>;

export type FromWorker =
  | Exclude<FromParser, Readonly<{ kind: 'json' | 'media' | 'done' | 'taken' | 'memory' }>>
  | Readonly<{
      kind: 'answer';
      id: number;
      json: Uint8Array;
      media: readonly Readonly<{ media: string; bytes: Uint8Array }>[];
    }>;

/** Cuts bytes for the way: copies, since a structured clone of a view drags its whole buffer along. At least one. */
export function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from === 0 || from < bytes.length; from += pieceBytes) yield bytes.slice(from, from + pieceBytes);
}
