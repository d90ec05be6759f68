#!/usr/bin/env node
// The command line's launcher: plain JavaScript, so that it runs before anything is built.
import { askForBuild, buildState } from './lib/fresh.mjs';

const state = buildState();
if (state === 'fresh') {
  const { main } = await import('../out/main/cli.js');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(`${askForBuild[state]}\n`);
  process.exitCode = 2;
}
