// After `npm ci`: build, and in a git clone switch the commit checks on.
import { spawnSync } from 'node:child_process';
import { root } from './lib/fresh.mjs';

const inside = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: root, encoding: 'utf8' });
const top = spawnSync('git', ['rev-parse', '--show-cdup'], { cwd: root, encoding: 'utf8' });
// Only for a clone of our own: not when the package lies inside somebody else's repository.
if (inside.stdout?.trim() === 'true' && top.stdout.trim() === '') {
  spawnSync('git', ['config', 'core.hooksPath', 'scripts/hooks'], { cwd: root, stdio: 'inherit' });
}
process.exitCode = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status ?? 1;
