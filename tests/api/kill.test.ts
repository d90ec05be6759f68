import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openLibrary } from '../../electron/host/library.ts';
import { allEvents, verifyRecord } from '../../electron/host/store/events.ts';
import { builtEntries } from '../support/processes.ts';

const kills = 60;

/** Places of the kills: a linear congruential generator with a fixed seed (Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Line = Readonly<{ kind: 'opened' | 'committed'; count: number; sound?: boolean; hash?: string }>;

it(`loses nothing it acknowledged over ${kills} kills`, async () => {
  const built = await builtEntries({ committing: 'tests/support/committing.ts' });
  const folder = await mkdtemp(join(tmpdir(), 'fashen-kill-'));
  const next = numbers(20_260_302);
  /** Hash of every acknowledged event by its number. */
  const acknowledged = new Map<number, string>();
  const errors: string[] = [];

  for (let run = 0; run < kills; run += 1) {
    // None: killed as soon as it is open, before its first commit is known.
    const wanted = Math.floor(next() * 12);
    const child = spawn(process.execPath, [join(built, 'committing.js'), folder, String(run)]);
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    let seen = 0;
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line;
      if (line.kind === 'opened') {
        expect(line.sound).toBe(true);
        expect(line.count).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged.keys()));
      } else {
        seen += 1;
        acknowledged.set(line.count, line.hash ?? '');
      }
      if (seen >= wanted) child.kill('SIGKILL');
    }
  }

  const library = await openLibrary(folder);
  const events = await library.store.read(allEvents);
  const hashes = new Map(events.map((event) => [event.seq, event.hash]));
  const lost = [...acknowledged].filter(([count, hash]) => hashes.get(count) !== hash);
  expect(errors.join('')).toBe('');
  expect(lost).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect(await library.store.read(verifyRecord)).toMatchObject({ ok: true });
  await library.close();
  await rm(folder, { recursive: true });
  await rm(built, { recursive: true });
}, 180_000);
