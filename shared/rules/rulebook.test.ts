import { describe, expect, it } from 'vitest';
import { catalog, rulesetSha256 } from './catalog/index.ts';
import { plainSetup, rulebookOf } from './rulebook.ts';

const pack = (id: string, name = '甲包'): string =>
  [
    `format: 1\nname: ${name}\nversion: "1"\nauthor: 王芳\nrules:`,
    `  - {id: ${id}, title: 自有规则, severity: low, nature: risk, kinds: [contract], why: 本单位的要求。, advice: 照改。,`,
    `     check: {kind: phrase, find: [概不负责]}, hits: [概不负责], nearMisses: [负责]}`,
  ].join('\n');

describe('the rulebook', () => {
  it('is the catalogue where nothing is set', () => {
    const book = rulebookOf(plainSetup);
    expect(book.rules).toEqual(catalog);
    expect(book.sha256).toBe(rulesetSha256());
  });

  it('takes packs in and switched-off rules out, and is another rulebook by its hash', () => {
    const off = catalog[0]?.id ?? '';
    const books = [
      plainSetup,
      { ...plainSetup, packs: [pack('own-a')] },
      { ...plainSetup, packs: [pack('own-b')] },
      { ...plainSetup, off: [off] },
      { ...plainSetup, settings: { days: 3 } },
    ].map(rulebookOf);
    expect(new Set(books.map(({ sha256 }) => sha256)).size).toBe(books.length);
    expect(books[1]?.rules.at(-1)?.id).toBe('own-a');
    expect(books[3]?.rules.some(({ id }) => id === off)).toBe(false);
  });

  it('does not depend on the order in which rules were switched off', () => {
    const [a = '', b = ''] = catalog.map(({ id }) => id);
    expect(rulebookOf({ ...plainSetup, off: [a, b] }).sha256).toBe(rulebookOf({ ...plainSetup, off: [b, a] }).sha256);
  });

  it('names a rule that two packs bring, and uses the first', () => {
    const book = rulebookOf({ ...plainSetup, packs: [pack('own-a'), pack('own-a', '乙包')] });
    expect(book.rules.filter(({ id }) => id === 'own-a')).toHaveLength(1);
    expect(book.faults).toEqual([{ rule: 'own-a', kind: 'twice' }]);
  });

  it('leaves out a pack that cannot be read', () => {
    expect(rulebookOf({ ...plainSetup, packs: ['rules: ['] }).rules).toEqual(catalog);
  });
});
