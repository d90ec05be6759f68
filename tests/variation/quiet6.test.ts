import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { it } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { review } from '../../shared/rules/run.ts';
const mine = new Set(JSON.parse(readFileSync('/tmp/brief/entries6.json', 'utf8')).map((e: { id: string }) => e.id));
it('x', () => {
  const out: string[] = [];
  const rules = catalog.filter((r) => mine.has(r.id));
  for (const [dir, kind] of [
    ['normative-dev', 'normative'],
    ['normative-dev', 'enforcement'],
    ['normative-dev', 'decision'],
  ] as const) {
    let n = 0;
    const per: Record<string, number> = {};
    for (const f of readdirSync('../shared/corpus/' + dir, { recursive: true }) as string[]) {
      if (!/\.(txt|md)$/.test(f)) continue;
      n++;
      const { document } = sample(readFileSync('../shared/corpus/' + dir + '/' + f, 'utf8').replace(/\r/g, ''));
      const { findings } = review(
        {
          documents: [document],
          kind,
          subKind: 'unknown',
          stance: 'neutral',
          publicPayer: null,
          asOf: '2026-11-23',
        } as never,
        rules,
      );
      for (const x of findings) {
        per[x.rule] = (per[x.rule] ?? 0) + 1;
        if (kind !== 'enforcement')
          out.push(kind + ' ' + f.slice(0, 40) + ' ' + x.rule + ' ' + x.message.slice(0, 140));
      }
    }
    out.push(dir + ' ' + kind + ' ' + n + ' ' + JSON.stringify(per));
  }
  writeFileSync('/tmp/q6.out', out.join('\n') + '\n');
}, 300000);
