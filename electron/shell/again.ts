/** Some Electron runtimes load the app only after they are ready, when the app:// scheme can no longer be declared. */
import { spawn } from 'node:child_process';
import { app } from 'electron';

/** Runs the same command line once more with `entry` required first, which is always in time, and ends as it ends. */
export function startAgain(entry: string): void {
  const child = spawn(process.execPath, ['-r', entry, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', () => app.exit(3));
  child.once('exit', (code) => app.exit(code ?? 0));
}
