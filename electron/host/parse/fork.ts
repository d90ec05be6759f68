/** Starts parser processes where there is no Electron: the command line and the loopback host. */
import { execFile, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParserProcess, SpawnParser } from '../ports.ts';
import { standardLimits } from './limits.ts';

/**
 * A process with nothing at hand: an environment of one dummy variable, an empty working folder, no standard
 * streams. `entry` is the built parser.js.
 */
export function forkParser(entry: string): SpawnParser {
  return () => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      env: { FASHEN_PARSER: '1' },
      cwd: emptyFolder(),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    limitProcess(child.pid);
    const exits: ((code: number | null) => void)[] = [];
    let ended: number | null | undefined;
    const end = (code: number | null): void => {
      if (ended !== undefined) return;
      ended = code;
      for (const listener of exits) listener(code);
    };
    child.on('exit', (code, signal) => end(signal ? 128 + constants.signals[signal] : code));
    child.on('error', () => end(null));
    return {
      pid: child.pid,
      post: (message) => {
        // A message to a process that has just died: its exit is the answer.
        if (child.connected) child.send(message as object, () => undefined);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        if (ended === undefined) exits.push(listener);
        else listener(ended);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    } satisfies ParserProcess;
  };
}

let folder: string | null = null;

/** One empty folder a run; parsers may not write, so it stays empty. */
export function emptyFolder(): string {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'fashen-parser-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/**
 * Hard walls from outside, where `prlimit` (util-linux) exists: memory, processor time, and not one byte
 * written to a file. A machine without it still has the watch of hand.ts.
 */
export function limitProcess(pid: number | undefined): void {
  if (pid === undefined || process.platform !== 'linux') return;
  const data = standardLimits.large.residentBytes + 512 * 1024 * 1024;
  const walls = [`--data=${data}`, '--cpu=1200', '--fsize=0', '--core=0'];
  execFile('prlimit', ['--pid', String(pid), ...walls], () => undefined);
}
