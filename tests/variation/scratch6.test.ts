import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { review } from '../../shared/rules/run.ts';
import { expandAll } from './expand.ts';
it('x', () => {
  const out: string[] = [];
  let h = 0,
    hm = 0,
    n = 0,
    nf = 0;
  for (const v of JSON.parse(readFileSync(process.env['V'] ?? '/tmp/variants/part6.seen.json', 'utf8'))) {
    const rule = catalog.find(({ id }) => id === v.rule)!;
    const finds = (text: string) =>
      review(
        {
          documents: [sample(text).document],
          kind: v.kind ?? rule.kinds[0],
          subKind: v.subKind ?? 'unknown',
          stance: v.stance ?? 'neutral',
          publicPayer: v.publicPayer ?? null,
          asOf: v.asOf ?? '2026-11-23',
        },
        [rule],
      ).findings.length > 0;
    const lines: string[] = [];
    for (const t of v.hits) {
      const e = expandAll([t], process.env['V'] ? 100 : 8);
      const bad = e.filter((x: string) => !finds(x));
      h += e.length;
      hm += bad.length;
      if (bad.length)
        lines.push(` - ${bad.length}/${e.length} ${JSON.stringify(t)}\n      e.g. ${JSON.stringify(bad[0])}`);
    }
    for (const t of v.nearMisses) {
      const e = expandAll([t], process.env['V'] ? 100 : 8);
      const bad = e.filter(finds);
      n += e.length;
      nf += bad.length;
      if (bad.length)
        lines.push(` + ${bad.length}/${e.length} ${JSON.stringify(t)}\n      e.g. ${JSON.stringify(bad[0])}`);
    }
    if (lines.length) out.push(v.rule, ...lines);
  }
  out.push(`recall ${1 - hm / h} false ${nf / n}`);
  writeFileSync(process.env['O'] ?? '/tmp/s6.out', out.join('\n') + '\n');
});
