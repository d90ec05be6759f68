/** A law as its document says it: title and articles, for showing a basis beside the finding and for 查法条. */
import type { Document } from '../document/model.ts';
import { paragraphsIn } from '../document/walk.ts';
import { articleNumber } from '../facts/citations.ts';
import { statuteNamed, titleKey } from './registry.ts';

export type LawArticle = Readonly<{
  /** "510", "120-1" (第一百二十条之一): as a rule's basis names it. */
  number: string;
  /** Chapter and section it stands in, outermost first. */
  under: readonly string[];
  /** Paragraphs, the first with its 第X条. */
  text: readonly string[];
}>;

export type LawText = Readonly<{ title: string; articles: readonly LawArticle[] }>;

const part = /^第[一二三四五六七八九十百千零〇\d]+([编章节])[\s\u3000]*(.{0,40})$/u;
const article =
  /^(第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)(?=[\s\u3000]|[^之、，。和与至的规定])/u;
const depths = ['编', '章', '节'];

/** Reads a law; null for a document without articles. A table of contents before them is passed over. */
export function lawTextOf(document: Document, fileName: string): LawText | null {
  const lines = paragraphsIn(document.body)
    .map(({ label, text }) => `${label ?? ''}${label ? '　' : ''}${text}`.trim())
    .filter((line) => line !== '');
  const articles: { number: string; under: string[]; text: string[] }[] = [];
  let under: string[] = [];
  for (const line of lines) {
    const heading = part.exec(line);
    const number = articleNumber(article.exec(line)?.[1] ?? '');
    if (heading) {
      const depth = depths.indexOf(heading[1] ?? '');
      // 第一章 ends the sections of the chapter before; a law may begin at any depth.
      under = [...under.filter((above) => depths.indexOf(part.exec(above)?.[1] ?? '') < depth), line];
    } else if (number !== null) {
      articles.push({ number, under, text: [line] });
    } else {
      articles.at(-1)?.text.push(line);
    }
  }
  const first = articles.findIndex(({ number }) => number === '1');
  const own = first < 0 ? articles : articles.slice(first);
  return own.length === 0 ? null : { title: titleOf(lines, fileName), articles: own };
}

/** The first line that the registry knows, else the first that ends as laws do, else the file's name. */
function titleOf(lines: readonly string[], fileName: string): string {
  const stem = fileName.replace(/\.[^.]{1,5}$/u, '').replace(/[（(][\d-]+[)）]$/u, '');
  const head = lines.slice(0, 8).filter((line) => line.length <= 80 && !/[。，]/u.test(line));
  const known = [...head, stem].find((line) => statuteNamed(line) !== null);
  return (
    known ??
    head.find((line) => /(?:法|条例|办法|规定|细则|规则|解释|决定)(?:[（(][^（）()]{1,20}[）)])?$/u.test(line)) ??
    stem
  );
}

/** Whether two titles name the same law: one statute of the registry, or equal when folded. */
export function sameLaw(a: string, b: string): boolean {
  const [left, right] = [statuteNamed(a), statuteNamed(b)];
  return left !== null || right !== null ? left === right : titleKey(a) === titleKey(b);
}

export type ArticleFound = Readonly<{ title: string; article: LawArticle }>;

/** Articles that hold every word of a query, in the order of the laws; words are parted by spaces. */
export function searchLaws(
  laws: readonly LawText[],
  query: string,
  limit: number,
): { total: number; found: ArticleFound[] } {
  const words = query
    .normalize('NFKC')
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return { total: 0, found: [] };
  const found: ArticleFound[] = [];
  let total = 0;
  for (const { title, articles } of laws) {
    for (const one of articles) {
      const text = `${title}\n${one.text.join('\n')}`.normalize('NFKC');
      if (!words.every((word) => text.includes(word))) continue;
      total += 1;
      if (found.length < limit) found.push({ title, article: one });
    }
  }
  return { total, found };
}
