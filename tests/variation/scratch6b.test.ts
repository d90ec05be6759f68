import { it } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import { stepsOf } from '../../shared/rules/steps.ts';
import { readFacts } from '../../shared/facts/facts.ts';
it('x', () => {
  const { document } = sample(
    '处罚决定书于2026年5月7日送达，催告书于6月2日送达，当事人未履行。7月6日，本局向法院申请强制执行。',
  );
  const c = {
    input: { documents: [document], asOf: '2026-11-23' },
    document,
    documentIndex: 0,
    facts: readFacts(document),
  } as never;
  console.log(
    stepsOf(c, [
      ['urged', /催告/u],
      ['expired', /届满|期满|到期/u],
      ['applied', /申请|法院|递交/u],
      ['served', /决定书?[^，。；]{0,8}送达|送达[^，。；]{0,14}决定/u],
    ]),
  );
});
