/** How an article is cited in print: 《中华人民共和国民法典》第五百一十条, 第一百二十条之一. */
import type { Basis } from '../rules/rule.ts';
import { shortTitle, statuteNamed } from './registry.ts';

/** `full` writes the official title, `short` drops 中华人民共和国, as on screens. */
export type CitationStyle = 'full' | 'short';

/** One basis as cited; a basis without an article is cited by its title and note. */
export function citeBasis(basis: Basis, style: CitationStyle): string {
  const article = basis.article === null ? '' : articleName(basis.article);
  return `${lawName(basis.law, style)}${article}`;
}

/** Several bases in one phrase: articles of one law share its title, joined by 、. */
export function citeAll(bases: readonly Basis[], style: CitationStyle): string {
  const byLaw = new Map<string, string[]>();
  for (const basis of bases) {
    const name = lawName(basis.law, style);
    const articles = byLaw.get(name) ?? [];
    if (basis.article !== null && !articles.includes(articleName(basis.article)))
      articles.push(articleName(basis.article));
    byLaw.set(name, articles);
  }
  return [...byLaw].map(([name, articles]) => `${name}${articles.join('、')}`).join('，');
}

function lawName(law: string, style: CitationStyle): string {
  const statute = statuteNamed(law);
  const title = statute ? (style === 'full' ? statute.title : shortTitle(statute)) : law.replace(/\(\d{4}\)$/u, '');
  return `《${title}》`;
}

/** "510" → 第五百一十条, "120-1" → 第一百二十条之一. */
export function articleName(article: string): string {
  const [main = '', inserted] = article.split('-');
  return `第${hanNumber(Number(main))}条${inserted ? `之${hanNumber(Number(inserted))}` : ''}`;
}

const digits = '零一二三四五六七八九';

/** 0–9999 as written in article numbers: 10 十, 110 一百一十, 1005 一千零五. */
export function hanNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value < 10) return digits.charAt(value);
  const written = [1000, 100, 10, 1]
    .map((unit, place) => {
      const digit = Math.floor(value / unit) % 10;
      return digit === 0 ? '零' : `${digits.charAt(digit)}${'千百十'.charAt(place)}`;
    })
    .join('')
    .replace(/^零+|零+$/gu, '')
    .replace(/零+/gu, '零');
  return value < 20 ? written.slice(1) : written;
}
