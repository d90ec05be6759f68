// Type-checks every folder in its own world: what a folder may not use does not compile there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const projects = ['shared', 'electron/host', 'electron/shell', 'electron', 'renderer', 'tests'];
const failed = projects
  .filter((project) => existsSync(`${project}/tsconfig.json`))
  .filter((project) => spawnSync('node_modules/.bin/tsc', ['-p', project], { stdio: 'inherit' }).status !== 0);
process.exit(failed.length === 0 ? 0 : 1);
