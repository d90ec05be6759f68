/** Where a user's library is unless another folder is named: one place for the window and the web host. */
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export type Machine = Readonly<{
  platform: NodeJS.Platform;
  home: string;
  env: Readonly<Record<string, string | undefined>>;
}>;

const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), env: process.env });

/** FASHEN_LIBRARY, else the folder that the system keeps for a user's data; on Windows the one that does not roam. */
export function ownLibrary({ platform, home, env }: Machine = thisMachine()): string {
  const named = env['FASHEN_LIBRARY'];
  if (named) return named;
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), 'fashen', 'library');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'fashen', 'library');
  // XDG Base Directory Specification: a relative path is to be ignored.
  const data = env['XDG_DATA_HOME'] ?? '';
  return posix.join(data.startsWith('/') ? data : posix.join(home, '.local', 'share'), 'fashen', 'library');
}
