import { describe, expect, it } from 'vitest';
import { sample } from '../../../document/sample.ts';
import { readFacts } from '../../../facts/facts.ts';
import type { RuleContext } from '../../rule.ts';
import { finesOf, isSpot, lacksOf, paperOf, partyOf, wordsAt } from './case-file.ts';

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  const input = { documents: [document], kind: 'enforcement', subKind: 'unknown', stance: 'neutral' } as const;
  return {
    input: { ...input, documents: [document], publicPayer: null, asOf: '2026-11-23' },
    document,
    documentIndex: 0,
    facts: readFacts(document),
  };
}

describe('an enforcement file', () => {
  it.each([
    ['临河区城市管理局\n行政处罚决定书\n李某：', 'decision'],
    ['行政处罚事先告知书', 'notice'],
    ['履行行政决定催告书', 'urge'],
    ['现场检查笔录', 'record'],
    ['卷内有行政处罚决定书。', 'file'],
  ])('%s is a %s', (text, paper) => expect(paperOf(contextOf(text))).toBe(paper));

  it.each([
    ['当场对李某罚款五十元。', true],
    ['本案不适用简易程序。', false],
    ['经立案调查，罚款五千元。', false],
  ])('%s on the spot: %s', (text, spot) => expect(isSpot(contextOf(text))).toBe(spot));

  it.each([
    ['当事人：松柏商贸有限公司', 'organisation'],
    ['当事人：李某，个人', 'citizen'],
    ['罚款五百元。', null],
  ])('%s is of a %s', (text, kind) => expect(partyOf(contextOf(text))).toBe(kind));
});

describe('fines', () => {
  const fines = (text: string): [string, boolean][] =>
    finesOf(contextOf(text)).map(({ text: sum, intended }) => [sum, intended]);

  it.each([
    ['决定罚款三千元。', [['三千元', false]]],
    [
      '告知拟罚款2万元，决定处以３万元罚款。',
      [
        ['2万元', true],
        ['３万元', false],
      ],
    ],
    ['处一万元以上五万元以下罚款。', []],
    ['没收违法所得800元。', []],
    ['加处罚款600元。', []],
    ['罚款人民币伍仟元整（￥5,000.00元）。', [['伍仟元整', false]]],
  ] as const)('in %s', (text, expected) => expect(fines(text)).toEqual(expected));
});

describe('what a file says is lacking', () => {
  const lacks = (text: string): string[] => {
    const context = contextOf(text);
    return lacksOf(context, '告知书|复核意见').map((at) => wordsAt(context, at));
  };

  it.each([
    ['卷内无告知书。', ['“无告知书”']],
    ['案卷没有立案审批表和告知书。', ['“没有立案审批表和告知书”']],
    ['告知书：无', ['“告知书：无”']],
    ['复核意见，卷内未见。', ['“复核意见，卷内未见”']],
    ['| 文书 | 情况 |\n| --- | --- |\n| 告知书 | 缺 |', ['“缺”']],
    ['告知书在卷，当事人无异议。', []],
    ['未送达告知书的，不得作出决定。', []],
    ['当事人未在告知书规定的期限内申辩。', []],
    ['没收的货物列入告知书。', []],
  ])('in %s', (text, expected) => expect(lacks(text)).toEqual(expected));
});
