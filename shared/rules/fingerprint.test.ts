/** A finding is known again while its words stay: numbers, widths and white space around them may change. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../import/normalise.ts';
import { readText } from '../import/text.ts';
import { catalog } from './catalog/index.ts';
import { documentFingerprint, spanFingerprint } from './fingerprint.ts';
import { review } from './run.ts';

const clauses = [
  '合同总价为人民币128,500.00元（大写：壹拾贰万捌仟元整）。',
  '因本合同发生争议的，可以向云州仲裁委员会申请仲裁，也可以向人民法院起诉。',
  '乙方逾期交货的，每日按合同总价的5%支付违约金；甲方收货后____日内付款。',
];
const heading = ['设备采购合同', '甲方：云州市临河区档案馆', '乙方：云州恒川柜业有限公司'];
const han = '一二三四五六七八九';
const numbered = (texts: readonly string[], label: (at: number) => string): readonly string[] =>
  texts.map((text, at) => `${label(at)}${text}`);
const article = (at: number): string => `第${han[at]}条　`;
const original = numbered(clauses, article);

/** Rule and fingerprint of every finding with a place. */
function prints(lines: readonly string[]): readonly string[] {
  const document = normalise(readText([...heading, ...lines].join('\n'), 'txt'));
  const { findings } = review(
    {
      documents: [document],
      kind: 'contract',
      subKind: 'sale',
      stance: 'neutral',
      publicPayer: false,
      asOf: '2026-11-24',
    },
    catalog,
  );
  return findings.flatMap(({ at, rule, fingerprint }) => (at === null ? [] : [`${rule} ${fingerprint}`])).sort();
}

describe('fingerprints', () => {
  const expected = prints(original);

  it('begins with findings in every clause', () => {
    expect(expected.map((print) => print.split(' ')[0])).toEqual(
      expect.arrayContaining(['amt-capital-mismatch', 'disp-arb-or-court', 'blank-field']),
    );
  });

  it.each<readonly [string, readonly string[]]>([
    ['a clause inserted above', numbered(['双方遵循诚信原则订立本合同。', ...clauses], article)],
    ['Arabic articles', numbered(clauses, (at) => `第${at + 1}条 `)],
    ['another scheme', numbered(clauses, (at) => `${han[at]}、`)],
    ['decimal numbers', numbered(clauses, (at) => `3.${at + 1} `)],
    ['two numbers in a row', numbered(clauses, (at) => `第${han[at]}条（一）`)],
    ['full-width commas', original.map((line) => line.replaceAll(',', '，'))],
    ['half-width brackets', original.map((line) => line.replaceAll('（', '(').replaceAll('）', ')'))],
    ['spaces between the words', original.map((line) => line.replaceAll('，', '， ').replaceAll('；', '； '))],
  ])('are the same after %s', (_, lines) => {
    expect(prints(lines)).toEqual(expected);
  });

  it('differ where the words do', () => {
    const changed = original.map((line) => line.replace('壹拾贰万捌仟', '壹拾贰万柒仟'));
    expect(prints(changed)).toHaveLength(expected.length);
    expect(prints(changed)).not.toEqual(expected);
  });

  it('keep a number that is itself what was found', () => {
    expect(spanFingerprint('clause-order', '第五条', '第五条', 0)).not.toBe(
      spanFingerprint('clause-order', '第七条', '第七条', 0),
    );
    expect(documentFingerprint('no-date', 'date')).not.toBe(documentFingerprint('no-date', 'signature'));
  });
});
