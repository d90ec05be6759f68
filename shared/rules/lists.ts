/** Lists that stand over several paragraphs: their items read together. */
import type { Paragraph } from '../document/model.ts';
import { bodyParagraphs, lineOf } from './builders.ts';
import type { RuleContext } from './rule.ts';

const item = /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s?(?:[、．）)]|\.(?!\d))|[①-⑳]|[-•·●])/u;

/** The body in stretches: the items of one list together, every other paragraph alone. */
export function stretches(context: RuleContext): readonly (readonly Paragraph[])[] {
  const found: Paragraph[][] = [];
  let inList = false;
  for (const paragraph of bodyParagraphs(context)) {
    const isItem = paragraph.region.kind === 'body' && item.test(lineOf(paragraph));
    const last = found.at(-1);
    if (isItem && inList && last) last.push(paragraph);
    else found.push([paragraph]);
    inList = isItem;
  }
  return found;
}
