/** References inside the document: 本合同第十二条第二款, 附件一, 前款. */
import type { Document } from '../document/model.ts';
import { readCitations } from './citations.ts';
import type { Reference } from './facts.ts';
import { hanCount, readCount } from './number.ts';
import { factLines, spanIn } from './source.ts';

const count = `(?:\\d{1,3}|[${hanCount}]{1,7})`;
const reference = new RegExp(
  [
    `(?:本(?:合同|协议|办法|规定|条例|通知|细则|意见|方案|规则|补充协议|章程)\\s*)?第\\s*(\\d+(?:\\.\\d+)+|${count})\\s*(条(?:之([一二三四五六七八九十]))?|章|节)(?:第?(${count})款)?(?:第?[(（]?(${count})[)）]?项)?`,
    `附\\s?[件表录](?!的)\\s?([${hanCount}]{1,3}|\\d{1,2})`,
    `(?:前款|前条|上款|上条|本条第(${count})款|前两款|前项|上述条款)`,
  ].join('|'),
  'gu',
);
/** A label or heading at the head of a paragraph is the thing itself, not a reference to it. */
const heading = /^[\s【[（(]*(?:第[^，。条章节]{1,8}[条章节]|附\s?[件表录]\s?[\d一二三四五六七八九十]+)/u;

export function readReferences(document: Document): Reference[] {
  const cited = new Map<string, { from: number; to: number }[]>();
  for (const { at } of readCitations(document)) cited.set(at.block, [...(cited.get(at.block) ?? []), at]);
  return factLines(document).flatMap(({ paragraph, text }) => {
    if (!/第|附|前[款条项两]|上[款条述]/u.test(text)) return [];
    const spans = cited.get(paragraph.id) ?? [];
    const head = heading.exec(text)?.[0].length ?? 0;
    const found: Reference[] = [];
    for (const match of text.matchAll(reference)) {
      const from = match.index;
      const to = from + match[0].length;
      if (from < head && !match[0].startsWith('本')) continue;
      if (spans.some((span) => from >= span.from && from < span.to)) continue;
      // 该法第十条, 同条例第三条 belong to a law named before.
      if (
        /(?:[》法典]|条例|规定|办法|解释|细则)(?:的)?\s*$/u.test(text.slice(Math.max(0, from - 4), from)) &&
        !match[0].startsWith('本')
      )
        continue;
      found.push({ at: spanIn(paragraph.id, from, to), text: paragraph.text.slice(from, to), ...meaning(match) });
    }
    return found;
  });
}

function readOptional(text: string | undefined): number | null {
  return text === undefined ? null : readCount(text);
}

function meaning(match: RegExpExecArray): Pick<Reference, 'kind' | 'number' | 'value' | 'paragraph' | 'item'> {
  const [, number, unit, suffix, paragraph, item, annex, ownParagraph] = match;
  if (number !== undefined && unit !== undefined) {
    const decimal = number.includes('.');
    const value = decimal ? null : readCount(number);
    const tail = readOptional(suffix);
    const kind = unit.startsWith('条') ? 'article' : unit === '章' ? 'chapter' : 'section';
    const written = decimal ? number : value === null ? null : `${value}${tail === null ? '' : `-${tail}`}`;
    return { kind, number: written, value, paragraph: readOptional(paragraph), item: readOptional(item) };
  }
  if (annex !== undefined) {
    const value = readCount(annex);
    return { kind: 'annex', number: value === null ? null : String(value), value, paragraph: null, item: null };
  }
  return { kind: 'relative', number: null, value: null, paragraph: readOptional(ownParagraph), item: null };
}
