import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import type { ReviewInput } from '../../shared/rules/rule.ts';
import { plainSetup } from '../../shared/rules/rulebook.ts';
import { factsOf, review } from '../../shared/rules/run.ts';
import { builtEntries } from '../../tests/support/processes.ts';
import { createCompute } from './compute.ts';
import type { TimedCompute } from './compute.ts';

const { document } = sample(
  '第一条 甲方：青川市档案局\n第二条 合同总价为128,500.00元，三十日内付清。争议可仲裁也可起诉。',
);
const input: ReviewInput = {
  documents: [document],
  kind: 'contract',
  subKind: 'unknown',
  stance: 'a',
  publicPayer: null,
  asOf: '2026-11-01',
};

let folder = '';
const open: TimedCompute[] = [];

beforeAll(async () => {
  folder = await builtEntries({
    compute: 'electron/host/compute-worker.ts',
    broken: 'tests/support/broken-compute.ts',
  });
}, 30_000);

afterAll(() => Promise.all(open.map((one) => one.close())));

function compute(name: string, limitMs = 30_000, size = 1): TimedCompute {
  const made = createCompute({ entry: `${folder}/${name}.js`, size, limitMs });
  open.push(made);
  return made;
}

describe('the compute pool', () => {
  it('answers what the pure functions answer', async () => {
    const pool = compute('compute');
    const { rulesMs, slowest, ...result } = await pool.review(input, plainSetup);
    expect(result).toEqual(review(input, catalog));
    expect(rulesMs).toBeGreaterThan(0);
    expect(slowest.length).toBeGreaterThan(0);
    expect(await pool.facts(document)).toEqual(factsOf(document));
  });

  it.each(['exit', 'throw', 'loop', 'fault'])('fails the request that breaks with "%s", not the next', async (how) => {
    const pool = compute('broken', how === 'loop' ? 1000 : 30_000);
    const broken = pool.review({ ...input, asOf: how }, plainSetup);
    const next = pool.review(input, plainSetup);
    await expect(broken).rejects.toMatchObject({ name: 'Failure', kind: 'internal' });
    expect((await next).findings).toEqual([]);
  });

  it('fails what is under way or waiting when closed', async () => {
    const pool = compute('broken');
    const asked = Promise.allSettled([
      pool.review({ ...input, asOf: 'loop' }, plainSetup),
      pool.review(input, plainSetup),
    ]);
    await pool.close();
    expect((await asked).map((result) => result.status)).toEqual(['rejected', 'rejected']);
    await expect(pool.review(input, plainSetup)).rejects.toMatchObject({ kind: 'internal' });
  });
});
