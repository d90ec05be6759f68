/** The title of a paper, as its own text gives it. */
import type { Document, Paragraph } from './model.ts';
import { paragraphsIn } from './walk.ts';

const titleEnd =
  /(?:合同|协议|协议书|办法|规定|细则|规则|条例|通知|通告|公告|方案|决定|决定书|意见|意见书|规范|书|法)(?:（[^（）]{1,20}）)?$/u;

/** The first short line near the top that ends as titles of papers end; null where there is none. */
export function titleParagraph(document: Document): Paragraph | null {
  const near = paragraphsIn(document.body.slice(0, 12));
  return (
    near.find((paragraph) => {
      const text = titleText(paragraph);
      return text.length >= 3 && text.length <= 60 && titleEnd.test(text);
    }) ?? null
  );
}

/** A title without the white space by which it is spread out. */
export function titleText(paragraph: Paragraph): string {
  return paragraph.text.replace(/\s+/gu, '');
}
