/** The only shape in which anything goes wrong across a door: never a stack. */
import type { UnreadableReason } from '../import/unreadable.ts';

export type ErrorKind =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'forbidden'
  | 'unreadable'
  | 'storage-full'
  | 'storage-damaged'
  | 'busy'
  | 'internal';

/** `message` is the plain Chinese sentence, `english` its twin. */
export type ApiError = Readonly<{ kind: ErrorKind; message: string; english: string; reason?: UnreadableReason }>;

/** Thrown inside the host for failures with a sentence; everything else crosses as `internal`. */
export class Failure extends Error {
  readonly kind: ErrorKind;
  readonly english: string;
  readonly reason: UnreadableReason | undefined;

  constructor(kind: ErrorKind, sentence: Readonly<{ zh: string; en: string }>, reason?: UnreadableReason) {
    super(sentence.zh);
    this.name = 'Failure';
    this.kind = kind;
    this.english = sentence.en;
    this.reason = reason;
  }

  toJSON(): ApiError {
    const error = { kind: this.kind, message: this.message, english: this.english };
    return this.reason ? { ...error, reason: this.reason } : error;
  }
}
