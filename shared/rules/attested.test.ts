import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { attests } from './attested.ts';
import { pattern } from './pattern.ts';
import type { RuleContext } from './rule.ts';

function contextOf(...texts: [string, ...string[]]): RuleContext {
  const [document, ...annexes] = texts.map((text) => sample(text).document);
  if (!document) throw new Error('A review has a document.');
  return {
    input: {
      documents: [document, ...annexes],
      kind: 'contract',
      subKind: 'unknown',
      stance: 'neutral',
      publicPayer: null,
      asOf: '2026-11-23',
    },
    document,
    documentIndex: 0,
    facts: readFacts(document),
  };
}

describe('attests', () => {
  it.each([
    ['附件二：股东会决议', true],
    ['丙公司提供保证。（材料中无决议）', false],
    ['丙公司未附股东会决议。', false],
    ['乙方尚未取得董事会决议，附件三补附董事会决议。', true],
    ['双方没有异议，决议见附件。', true],
  ])('决议 in %s: %s', (text, expected) => {
    expect(attests(contextOf(text), pattern('决议'))).toBe(expected);
  });

  it('does not take 无息退还 for a denial', () => {
    expect(attests(contextOf('履约保证金无息退还。'), pattern('退还'))).toBe(true);
  });

  it('looks into annexes', () => {
    expect(attests(contextOf('正文', '附件：授权委托书'), pattern('授权委托书'))).toBe(true);
  });
});
