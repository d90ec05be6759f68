/** What one file may cost. All sizes in bytes unless the name says otherwise, times in milliseconds. */
import { totalmem } from 'node:os';

export type ParserLimits = Readonly<{
  /** Nothing heard from the reader for this long: it loops. */
  silentMs: number;
  /** From the last byte handed over to the answer, whatever progress is claimed. */
  totalMs: (fileBytes: number) => number;
  /** Largest file handed to a parser at all. */
  fileBytes: number;
  /** Largest answer taken, as JSON. */
  answerBytes: number;
  /** Two sizes of process: what the ordinary one cannot hold is tried once in the large one. */
  ordinary: MemoryLimits;
  large: MemoryLimits;
  /** Files above this go to the large one at once. */
  largeFileBytes: number;
  /** A file below this that fills the ordinary one is a bomb, and not tried again. */
  smallFileBytes: number;
  /** A process reads so many files before a fresh one takes over. */
  filesPerProcess: number;
}>;

export type MemoryLimits = Readonly<{ heapMb: number; residentBytes: number }>;

const MB = 1024 * 1024;

/**
 * A loop is silent, so it ends after 20 s whatever the file's size. A reader that reports progress may go on:
 * 20 s for the first megabyte and 4 s for each further one, ten minutes at most.
 */
export const standardLimits: ParserLimits = {
  silentMs: 20_000,
  totalMs: (bytes) => Math.min(600_000, 20_000 + 4000 * Math.max(0, Math.ceil(bytes / MB) - 1)),
  fileBytes: 500 * MB,
  answerBytes: 400 * MB,
  ordinary: { heapMb: 640, residentBytes: 1024 * MB },
  large: { heapMb: 3072, residentBytes: Math.max(1536 * MB, Math.min(5120 * MB, totalmem() * 0.6)) },
  largeFileBytes: 32 * MB,
  smallFileBytes: MB,
  filesPerProcess: 50,
};
