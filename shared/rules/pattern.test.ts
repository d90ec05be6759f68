import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAll, pattern } from './pattern.ts';

describe('pattern', () => {
  it('answers matches with offsets in UTF-16 and groups', () => {
    const [match] = pattern('(\\d+)(万)?元').all('𠀀共100元');
    expect(match).toEqual({
      from: 3,
      to: 7,
      text: '100元',
      groups: [{ from: 3, to: 6, text: '100' }, null],
    });
  });

  it('finds exactly what the native engine finds', () => {
    const sources = ['甲.{0,3}乙', '(?:甲|乙)+丙?', '[甲乙]{2,3}', '丙|丁甲', '甲(乙|丙)?丁'];
    const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), word, (source, text) => {
        const native = [...text.matchAll(new RegExp(source, 'gu'))].map((match) => [match.index, match[0]]);
        expect(
          pattern(source)
            .all(text)
            .map((match) => [match.from, match.text]),
        ).toEqual(native);
      }),
    );
  });

  it('refuses what RE2 cannot do in linear time', () => {
    pattern('(?<=甲)乙');
    expect(() => compileAll()).toThrow('invalid');
  });
});
