/** Short forms and definitions the document introduces. */
import type { Document } from '../document/model.ts';
import type { Term } from './facts.ts';
import { factLines, spanIn } from './source.ts';

/** （以下简称“甲方”）, (以下统称为项目). Groups: the term. */
const abbreviation =
  /[(（](?:(?:以下|下文|下)(?:均|统|合)?(?:简称|称)|简称)(?:之?为|作)?\s*[:：]?\s*[“"「『‘']?([^”"」』’')）“，,。；\n]{1,20})[”"」』’']?[^)）]{0,12}[)）]/gu;
/** 本合同所称“工作日”，是指…。 */
const called =
  /本[^，。；\s]{1,8}?(?:所|中)称(?:的)?\s*[“"「]?([^”"」，。；,\s是指]{1,20})[”"」]?\s*[，,]?\s*(?:是指|系指|指的是|指|包括)([^。；\n]{1,200})/gu;
/** “验收”是指…。 */
const quoted = /[“"「]([^”"」\n]{1,20})[”"」]\s*[:：，,]?\s*(?:是指|系指|指)([^。；\n]{1,200})/gu;

export function readTerms(document: Document): Term[] {
  return factLines(document).flatMap(({ paragraph, text }) => {
    if (!/称|指/u.test(text)) return [];
    const found = new Map<number, Term>();
    const add = (match: RegExpExecArray, kind: Term['kind'], meaning: string): void => {
      const term = match[1]?.trim() ?? '';
      const from = match.index + match[0].indexOf(term);
      if (term === '' || found.has(from)) return;
      found.set(from, { term, at: spanIn(paragraph.id, from, from + term.length), meaning: meaning.trim(), kind });
    };
    for (const match of text.matchAll(abbreviation)) add(match, 'abbreviation', meaningBefore(text, match.index));
    for (const match of text.matchAll(called)) add(match, 'definition', match[2] ?? '');
    for (const match of text.matchAll(quoted)) add(match, 'definition', match[2] ?? '');
    return [...found.values()].toSorted((a, b) => a.at.from - b.at.from);
  });
}

/** The phrase a short form stands for: back to the nearest mark. */
function meaningBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - 60), at);
  return window.slice(Math.max(...[...'，。；：、:,;\n'].map((mark) => window.lastIndexOf(mark))) + 1);
}
