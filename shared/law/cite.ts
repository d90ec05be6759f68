/** How an article is cited in print: 《中华人民共和国民法典》第五百一十条, 第一百二十条之一. */
import { writeHan } from '../document/numerals.ts';
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
  // A title within a title stands in single marks (GB/T 15834-2011, 4.15.3).
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}

/** "510" → 第五百一十条, "120-1" → 第一百二十条之一. */
export function articleName(article: string): string {
  const [main = '', inserted] = article.split('-');
  return `第${writeHan(Number(main))}条${inserted ? `之${writeHan(Number(inserted))}` : ''}`;
}
