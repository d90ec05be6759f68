/** Why a file cannot be opened. The sentence shown for each lives in shared/words. */
export type UnreadableReason =
  | 'empty'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'bomb'
  | 'wrong-type'
  | 'unsupported-type'
  | 'wrong-encoding'
  | 'no-text'
  | 'forbidden-xml'
  | 'too-slow'
  | 'out-of-memory'
  | 'reader-fault';

/** Thrown by readers for a file that must be refused; carried over the process boundary by reason. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, detail = '') {
    super(detail || reason);
    this.name = 'Unreadable';
    this.reason = reason;
  }
}
