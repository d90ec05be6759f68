/**
 * The statute registry and the bases of the rules against the published texts: article counts, and each
 * cited article with the operative words the research found in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statuteNamed } from '../../shared/law/registry.ts';
import { catalog } from '../../shared/rules/catalog/index.ts';
import { corpus, domain } from '../support/requires.ts';

type Entry = { title: string; fullTitle: string; file: string };
type Known = { id: string; basis: { law?: string; article?: number; probe?: string }[] };

const folder = join(corpus ?? '', 'laws/statutes');
const index: Entry[] = corpus ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) : [];
const known: Known[] = corpus && domain ? JSON.parse(readFileSync(join(domain, 'rules.json'), 'utf8')) : [];
const texts = new Map(index.map(({ title, file }) => [statuteNamed(title), readFileSync(join(folder, file), 'utf8')]));

describe.skipIf(!corpus)('corpus: statutes', () => {
  it('are registered under both titles, with the number of articles they have', () => {
    expect(index.length).toBeGreaterThan(50);
    for (const { title, fullTitle } of index) {
      const statute = statuteNamed(title);
      expect([title, statute === null]).toEqual([title, false]);
      expect(statuteNamed(fullTitle)).toBe(statute);
      const articles = texts.get(statute)?.match(/^第[一二三四五六七八九十百千零〇]+条/gmu)?.length;
      const counts = statute?.texts.filter((text) => text.source === 'text').map((text) => text.articles);
      expect([title, counts]).toEqual([title, expect.arrayContaining([articles])]);
    }
  });

  it('hold the articles that rules cite, with their operative words', () => {
    const checked = catalog.flatMap((rule) =>
      rule.basis.flatMap(({ law, article }) => {
        const statute = statuteNamed(law);
        const text = texts.get(statute);
        if (article === null || text === undefined) return [];
        const words = articleOf(text, article);
        expect([rule.id, law, article, words === null]).toEqual([rule.id, law, article, false]);
        for (const basis of known.find((entry) => entry.id === rule.id)?.basis ?? []) {
          if (basis.law === undefined || basis.probe === undefined || String(basis.article) !== article) continue;
          if (statuteNamed(basis.law) === statute) expect(words).toContain(basis.probe);
        }
        return [rule.id];
      }),
    );
    expect(new Set(checked).size).toBeGreaterThan(80);
  });
});

/** One article of a statute's text, by its number as a rule writes it: "510", "120-1". */
function articleOf(text: string, article: string): string | null {
  const [number, sub] = article.split('-');
  const label = `第${han(Number(number))}条${sub === undefined ? '' : `之${han(Number(sub))}`}`;
  const start = text.search(new RegExp(`^${label}(?!之)`, 'mu'));
  if (start < 0) return null;
  const rest = text.slice(start + label.length);
  const end = rest.search(/^(?:第[一二三四五六七八九十百千零]+条|#)/mu);
  return end < 0 ? rest : rest.slice(0, end);
}

const digits = '零一二三四五六七八九';

/** 1 to 9999 as statutes number their articles. */
function han(value: number): string {
  const units = ['', '十', '百', '千'];
  const written = [...String(value)]
    .map((digit, at, all) =>
      digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${units[all.length - 1 - at] ?? ''}`,
    )
    .join('')
    .replace(/零+/gu, '零')
    .replace(/零$/u, '');
  return written.replace(/^一十/u, '十');
}
