import { describe, expect, it } from 'vitest';
import { expand, expandAll } from './expand.ts';

describe('templates', () => {
  it('give every combination once', () => {
    expect(expand('{甲|乙}方{|应}付{一|二|三}元', 99).toSorted()).toHaveLength(12);
    expect(new Set(expand('{甲|乙}方{|应}付{一|二|三}元', 99)).size).toBe(12);
    expect(expand('没有空格', 5)).toEqual(['没有空格']);
  });

  it('give as many as are wanted, each alternative among them', () => {
    const some = expand('{甲|乙}{一|二|三|四}{子|丑|寅}{|、}', 16);
    expect(some).toHaveLength(16);
    for (const part of '甲乙一二三四子丑寅、') expect(some.some((text) => text.includes(part))).toBe(true);
  });

  it('share the number among templates, the rich giving for the poor', () => {
    expect(expandAll(['固定', '{甲|乙|丙|丁|戊}方{一|二}'], 8)).toHaveLength(8);
  });
});
