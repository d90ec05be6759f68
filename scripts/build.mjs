// Builds everything into out/ and leaves out/build.json, by which the launchers know a stale build.
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'electron-vite';
import { root, sourceHash } from './lib/fresh.mjs';

process.chdir(root);
const started = Date.now();
const sources = sourceHash();
rmSync('out', { recursive: true, force: true });
await build({ logLevel: process.argv.includes('--verbose') ? 'info' : 'warn' });
writeFileSync('out/build.json', `${JSON.stringify({ sources })}\n`);
console.log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
