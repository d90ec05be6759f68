/** What every door opens its host with; a door adds its library, parser, compute and sample. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { recogniseKind } from '../../shared/document/kind.ts';
import type { HostOptions } from './host.ts';
import { readZip } from './parse/zip.ts';
import { ruleset } from './ruleset.ts';
import { writers } from './writers.ts';

/** `openHost({...standardOptions(), version, libraryDir, parser, compute, samplePath})`. */
export function standardOptions(): Omit<HostOptions, 'version' | 'libraryDir' | 'parser' | 'compute' | 'samplePath'> {
  return {
    now: () => new Date(),
    randomId: () => randomBytes(16).toString('hex'),
    origin: hostname(),
    rulesetOf: ruleset,
    writers,
    recogniseKind,
    unzip: readZip,
    log: (line) => void process.stderr.write(`${line}\n`),
  };
}
