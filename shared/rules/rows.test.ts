import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { affirms } from './affirm.ts';
import { clauseOf } from './around.ts';
import { mentions, phrase } from './builders.ts';
import { pattern } from './pattern.ts';
import type { RuleContext } from './rule.ts';

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  const input = {
    documents: [document],
    kind: 'contract',
    subKind: 'unknown',
    stance: 'neutral',
    publicPayer: null,
  } as const;
  return { input: { ...input, asOf: '2026-11-23' }, document, documentIndex: 0, facts: readFacts(document) };
}

const owned = pattern('解释权[^。；]{0,6}(?:甲方|发包人)');
const found = phrase({ find: owned, negatable: true, message: ({ match }) => match.text });

describe('a phrase that runs from a label into its value', () => {
  it.each([
    ['| 解释权 | ‹归甲方›所有 |', '解释权：归甲方'],
    ['| 事项 | 约定 |\n| 最终解释权 | ‹归发包人› |', '解释权：归发包人'],
    ['| 其他 | ‹解释权归甲方› |', '解释权归甲方'],
  ])('is marked in %s', (text, said) => {
    const { marks } = sample(text);
    expect(found(contextOf(text.replace(/[‹›]/gu, '')))).toEqual([{ at: marks[0], message: said }]);
  });

  it.each(['| 解释权 | 不得归甲方 |', '| 解释权 | 归双方。本表由甲方填写 |', '| 解释权归乙方 |\n| 甲方 |'])(
    'is not seen in %s',
    (text) => {
      expect(found(contextOf(text))).toEqual([]);
    },
  );
});

describe('what a document says in a row', () => {
  const term = pattern('租期[^。；]{0,4}(?:\\d|[一二三四五])+年');

  it('counts as said, unless it is left open', () => {
    expect(mentions(contextOf('| 租期 | 三年 |'), term)).toBe(true);
    expect(affirms(contextOf('| 租期 | 三年 |'), term)).toBe(true);
    expect(affirms(contextOf('| 租期 | 三年（待定） |'), term)).toBe(false);
    expect(mentions(contextOf('| 租期 | 见附件 |'), term)).toBe(false);
  });

  it('stands around a fact of its cell', () => {
    const context = contextOf('| 定金 | 两万元，签约时付 |');
    const [amount] = context.facts.amounts;
    expect(amount && clauseOf(context, amount.at)).toMatchObject({ from: 0, before: '定金:', after: '' });
  });
});
