import { describe, expect, it } from 'vitest';
import { lawInForce, nearestName, shortTitle, statuteNamed } from './registry.ts';
import { statutes } from './statutes.ts';

describe('lawInForce', () => {
  it.each([
    ['民法典', '2026-11-23', 'in-force'],
    ['《中华人民共和国民法典》', '2021-01-01', 'in-force'],
    ['民法典', '2020-12-31', 'not-yet'],
    ['合同法', '2020-12-31', 'in-force'],
    ['合同法', '2021-01-01', 'repealed'],
    ['中华人民共和国物权法', '2026-11-23', 'repealed'],
    ['增值税暂行条例', '2025-12-31', 'in-force'],
    ['增值税暂行条例', '2026-01-01', 'repealed'],
    ['某市停车管理条例', '2026-11-23', 'unverified'],
    ['', '2026-11-23', 'unverified'],
  ])('%s on %s: %s', (title, asOf, kind) => {
    expect(lawInForce(title, asOf).kind).toBe(kind);
  });

  it('names successor and act of repeal', () => {
    const status = lawInForce('担保法', '2026-11-23');
    expect(status.kind === 'repealed' && status.repealed.successor).toBe('中华人民共和国民法典');
  });

  it('knows which text of a revised law holds', () => {
    const counts = ['2026-02-28', '2026-03-01', '2010-01-01'].map((asOf) => {
      const status = lawInForce('仲裁法', asOf);
      return status.kind === 'in-force' ? status.text?.articles : status.kind;
    });
    expect(counts).toEqual([80, 96, undefined]);
  });
});

describe('nearestName', () => {
  it.each([
    ['政府采购实施条例', '政府采购法实施条例'],
    ['中华人民共和国电子签章法', '电子签名法'],
    ['保障中小企业款项支付办法', '保障中小企业款项支付条例'],
    ['政府采购法实施条例', null],
    ['刑事诉讼法', null],
    ['食品安全法', null],
    ['合同法', null],
    ['某市城市更新条例', null],
  ])('%s → %s', (title, expected) => {
    expect(nearestName(title)).toBe(expected);
  });
});

describe('statutes', () => {
  it('have distinct names', () => {
    const names = statutes.flatMap((statute) => [statute.title, ...statute.names]);
    expect(new Set(names).size).toBe(names.length);
    for (const statute of statutes) expect(statuteNamed(shortTitle(statute))).toBe(statute);
  });

  it('list their texts newest first, within their life', () => {
    for (const { inForceFrom, texts, repealed } of statutes) {
      expect(texts.map((text) => text.from)).toEqual(
        texts
          .map((text) => text.from)
          .toSorted()
          .toReversed(),
      );
      for (const text of texts) expect(text.from >= inForceFrom).toBe(true);
      if (repealed) expect(statuteNamed(repealed.successor)).not.toBeNull();
    }
  });
});
