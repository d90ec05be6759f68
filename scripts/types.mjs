// Type-checks every folder in its own world: what a folder may not use does not compile there. What was
// found is kept in .cache/types, so that a commit pays only for what it changed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const projects = ['shared', 'electron/host', 'electron/shell', 'electron', 'renderer', 'tests'];

function passes(project) {
  const memory = resolve('.cache/types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const words = ['-p', project, '--incremental', '--tsBuildInfoFile', memory];
  return spawnSync('node_modules/.bin/tsc', words, { stdio: 'inherit' }).status === 0;
}

const failed = projects
  .filter((project) => existsSync(`${project}/tsconfig.json`))
  .filter((project) => !passes(project));
process.exit(failed.length === 0 ? 0 : 1);
