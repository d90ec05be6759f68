/** What the shell's main process and the host's process say to each other. Main understands none of the contents. */
import type { Reply } from '../../shared/api/client.ts';
import type { Notification } from '../../shared/api/contract.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { Answer } from '../host/door/pages.ts';

export type ToHost =
  | Readonly<{ kind: 'open'; library: string; version: string }>
  | Readonly<{ kind: 'call'; id: number; command: string; input: unknown }>
  /** A request of the page for an address; its body follows in chunks, each waited for. */
  | Readonly<{ kind: 'fetch'; id: number; method: string; pathname: string }>
  | Readonly<{ kind: 'chunk'; id: number; bytes: Uint8Array }>
  | Readonly<{ kind: 'end'; id: number; aborted: boolean }>
  /** A parser was started; the message carries its port. */
  | Readonly<{ kind: 'parser'; id: number; pid: number | undefined }>
  | Readonly<{ kind: 'parser-gone'; id: number; code: number | null }>
  | Readonly<{ kind: 'close' }>;

export type FromHost =
  | Readonly<{ kind: 'opened' }>
  | Readonly<{ kind: 'failed'; error: ApiError }>
  | Readonly<{ kind: 'reply'; id: number; reply: Reply }>
  | Readonly<{ kind: 'taken'; id: number }>
  | Readonly<{ kind: 'answer'; id: number; answer: Answer }>
  | Readonly<{ kind: 'notify'; notification: Notification }>
  | Readonly<{ kind: 'spawn-parser'; id: number }>
  | Readonly<{ kind: 'kill-parser'; id: number }>
  | Readonly<{ kind: 'closed' }>;
