/** Packs of own rules from files: read before anything is reviewed, refused whole when they cannot be. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../shared/api/errors.ts';
import { readPack } from '../../shared/rules/own/pack.ts';
import type { PackRead } from '../../shared/rules/own/pack.ts';
import { faultText, refusal } from '../../shared/rules/own/tell.ts';
import { sentence } from '../../shared/words/words.ts';
import { complain } from './exit.ts';
import { failure } from './request.ts';

type Pack = Extract<PackRead, { kind: 'read' }> & Readonly<{ text: string }>;

/** Rejects with `Failure` of kind `not-found` or `invalid`, naming the file. */
export async function packFrom(path: string): Promise<Pack> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw failure('not-found', (say) => say.cannotRead(path));
  });
  const read = readPack(text);
  if (read.kind === 'read') return { ...read, text };
  throw new Failure(
    'invalid',
    sentence((words) => `${basename(path)}: ${refusal(read, words)}`),
  );
}

/** Names each broken rule on standard error; the others go on. */
export function sayFaults({ faults }: Pack): void {
  for (const fault of faults) {
    complain(
      sentence((words) => faultText(fault, words)),
      1,
    );
  }
}
