import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { readFacts } from '../facts/facts.ts';
import { fileLists, lackingMaterial, mentionsOf } from './materials.ts';
import { pattern } from './pattern.ts';
import type { RuleContext } from './rule.ts';

function contextOf(text: string): RuleContext {
  const { document } = sample(text);
  const input = {
    documents: [document],
    kind: 'decision',
    subKind: 'unknown',
    stance: 'neutral',
    publicPayer: null,
  } as const;
  return { input: { ...input, asOf: '2026-11-23' }, document, documentIndex: 0, facts: readFacts(document) };
}

const review = pattern('合法性审查');

describe('a paper that is named', () => {
  it.each([
    ['未附合法性审查意见。', true],
    ['合法性审查意见：无。', true],
    ['合法性审查意见，卷内未见。', true],
    ['没有专家论证和合法性审查意见。', true],
    ['| 合法性审查意见 | 无 |', true],
    ['☑起草说明 □合法性审查意见', true],
    ['已出具合法性审查意见。', false],
    ['无异议，合法性审查意见附后。', false],
    ['| 合法性审查意见 | 附件三 |', false],
    ['合法性审查期间没有收到异议。', false],
  ])('in %s is absent: %s', (text, absent) => {
    expect(mentionsOf(contextOf(text), review).map((mention) => mention.absent)).toEqual([absent]);
  });

  it.each(['未经合法性审查的，不得提交会议讨论。', '应当附合法性审查意见。'])(
    'in the rule %s is not counted',
    (text) => {
      expect(mentionsOf(contextOf(text), review)).toEqual([]);
    },
  );
});

describe('a list of what the file holds', () => {
  it.each([
    ['送审材料仅有草案。', 1],
    ['上会材料目录：1.草案；2.说明。', 1],
    ['现将方案报请审议。\n附件：1.草案', 1],
    ['第五条 送审材料目录：1.草案。', 0],
    ['送审材料应当包括：草案。', 0],
    ['附件：申请表', 0],
  ])('%s: %i', (text, count) => expect(fileLists(contextOf(text))).toHaveLength(count));
});

describe('a lacking paper', () => {
  const check = lackingMaterial({
    name: '合法性审查意见',
    words: review,
    needed: pattern('方案'),
    excused: pattern('依法不需'),
    saidNature: 'unlawful',
  });

  it.each([
    ['方案未经合法性审查。', 'unlawful'],
    ['送审材料仅有方案。', undefined],
  ])('%s is said once, of nature %s', (text, nature) => {
    expect(check(contextOf(text)).map((hit) => hit.nature)).toEqual([nature]);
  });

  it.each(['送审材料仅有草案。', '依法不需审查，未经合法性审查。', '方案草案。', '合法性审查意见附后，材料仅有方案。'])(
    '%s is left alone',
    (text) => expect(check(contextOf(text))).toEqual([]),
  );
});
