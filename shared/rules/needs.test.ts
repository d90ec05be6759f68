import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalsOf, mayHold, needOf } from './needs.ts';

describe('the literals of which a match holds one', () => {
  it.each([
    ['仲裁', ['仲裁']],
    ['仲裁.{0,20}(法院|诉讼)', ['仲裁']],
    ['(仲裁|裁决).{0,20}人民法院', ['人民法院']],
    ['甲方|乙方', ['甲方', '乙方']],
    ['(?:甲|乙)方', ['方']],
    ['\\d+', null],
    ['仲?裁', ['裁']],
    ['(仲裁)?法院', ['法院']],
    ['[甲乙]方', ['方']],
    ['a{0,3}', null],
    ['(?i)abc', null],
    ['(?P<sum>\\d+)万元', ['万元']],
    ['(甲|\\d)', null],
    ['\\.完', ['.完']],
  ])('%s', (source, literals) => {
    const need = needOf(source);
    expect(need && literalsOf(need)).toEqual(literals);
  });
});

describe('what a match needs', () => {
  it.each([
    ['甲.{0,3}乙', '甲丙乙', true],
    ['甲.{0,3}乙', '乙丙甲', false],
    ['甲(?:乙|丙).丁', '甲丙与丁', true],
    ['甲(?:乙|丙).丁', '甲丁丙', false],
    ['[甲乙]方.{0,5}[丙丁]', '甲方与丁', true],
    ['[甲乙]方.{0,5}[丙丁]', '丁与甲方', false],
    ['[^甲乙]方', '甲方', true],
    ['[一-九]元', '元', true],
    ['甲?乙', '乙', true],
    ['(?:甲乙)+丙', '甲乙甲乙丙', true],
    ['(?:甲乙)+丙', '甲丙', false],
    // Neighbours may not share a character.
    ['甲乙.*乙丙', '甲乙丙', false],
  ])('%s in %s: %s', (source, text, expected) => {
    const need = needOf(source);
    expect(need === null || mayHold(text, need)).toBe(expected);
  });

  it('stands wherever the native engine finds a match', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', '[甲乙]', '[^丙]', '.', '(?:甲乙|丙)', '(?:丙|.)');
    const piece = fc
      .tuple(unit, fc.constantFrom('', '?', '+', '*', '{2}', '{0,2}'))
      .map(([atom, times]) => atom + times);
    const source = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const either = fc.array(source, { minLength: 1, maxLength: 3 }).map((sources) => sources.join('|'));
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 12 });
    fc.assert(
      fc.property(either, text, (pattern, words) => {
        const need = needOf(pattern);
        if (new RegExp(pattern, 'u').test(words) && need !== null) expect(mayHold(words, need)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
