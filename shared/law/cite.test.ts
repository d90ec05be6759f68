import { describe, expect, it } from 'vitest';
import { articleName, citeAll, citeBasis } from './cite.ts';

describe('citations', () => {
  it('name articles between articles', () => expect(articleName('120-1')).toBe('第一百二十条之一'));

  it('write the official title in full and the common one on screens', () => {
    const basis = { law: '民法典', article: '510' };
    expect(citeBasis(basis, 'full')).toBe('《中华人民共和国民法典》第五百一十条');
    expect(citeBasis(basis, 'short')).toBe('《民法典》第五百一十条');
  });

  it('join the articles of one law and keep laws apart', () => {
    const bases = [
      { law: '民法典', article: '510' },
      { law: '民法典', article: '511' },
      { law: '民法典', article: '510' },
      { law: '行政处罚法', article: '16' },
    ];
    expect(citeAll(bases, 'short')).toBe('《民法典》第五百一十条、第五百一十一条，《行政处罚法》第十六条');
  });
});
