/**
 * What the host needs from outside and gives to the doors. Each door (Electron shell, loopback web
 * host, command line) supplies a way to start a fenced parser process; everything else is the host's.
 */
import type { Reply } from '../../shared/api/client.ts';
import type { Notification } from '../../shared/api/contract.ts';
import type { Document } from '../../shared/document/model.ts';
import type { Facts } from '../../shared/facts/facts.ts';
import type { ReviewResult } from '../../shared/rules/run.ts';
import type { ReviewInput } from '../../shared/rules/rule.ts';
import type { RuleSetup } from '../../shared/rules/rulebook.ts';

/** A started parser process, whatever started it: `utilityProcess` via main, or `child_process.fork`. */
export type ParserProcess = Readonly<{
  pid: number | undefined;
  post: (message: unknown) => void;
  onMessage: (listener: (message: unknown) => void) => void;
  onExit: (listener: (code: number | null) => void) => void;
  kill: () => void;
}>;

export type SpawnParser = () => ParserProcess;

/** A file as read: the document, and its pictures by media id. */
export type ReadFile = Readonly<{ document: Document; media: ReadonlyMap<string, Uint8Array> }>;

export type Parser = Readonly<{
  /** Rejects with `Unreadable` for a file that must be refused, or when the signal aborts. */
  read: (file: Readonly<{ name: string; bytes: Uint8Array }>, signal?: AbortSignal) => Promise<ReadFile>;
  close: () => Promise<void>;
}>;

/** The trusted pool: facts and rules off the host's event loop. */
export type Compute = Readonly<{
  review: (input: ReviewInput, setup: RuleSetup) => Promise<ReviewResult & Readonly<{ rulesMs: number }>>;
  facts: (document: Document) => Promise<Facts>;
  close: () => Promise<void>;
}>;

export type Clock = () => Date;

/** 128 random bits as 32 hexadecimal digits. */
export type RandomId = () => string;

export type Bytes = Readonly<{ name: string; type: string; bytes: Uint8Array }>;

/** The host as every door sees it. */
export type Host = Readonly<{
  /** Decodes, checks the role, runs; never throws: failures come back as replies. */
  call: (command: string, input: unknown) => Promise<Reply>;
  /** Takes a file in; answers its upload id. Rejects with `Failure` when the disk is full. */
  upload: (chunks: AsyncIterable<Uint8Array>) => Promise<string>;
  /** An original by its hash, a picture of a document, or a finished export; null when unknown. */
  original: (sha256: string) => Promise<Bytes | null>;
  media: (sha256: string, id: string) => Promise<Bytes | null>;
  download: (id: string) => Promise<Bytes | null>;
  subscribe: (listener: (notification: Notification) => void) => () => void;
  /** Finishes what is being written, then lets go of the library. */
  close: () => Promise<void>;
}>;
