/** What the rules on normative documents share: which words give a legal basis, what is not normative. */
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { PhraseRule } from '../../builders.ts';
import { phrase } from '../../builders.ts';
import type { Hit, RuleContext } from '../../rule.ts';

/** A superior rule named as the basis of what a sentence says, or a reference to the law at large. */
export const legalBasis = pattern(
  '(?:依照|依据|按照|根据|遵照|违反|适用|执行|落实|依|按)[^。；]{0,16}《|(?:依照|依据|按照|根据)[^。；]{0,14}(?:法律|法规|规章|条例|有关规定|相关规定|规定处理)|依法|法律、(?:行政)?法规|法律(?:另有)?规定|国务院(?:决定|批准)|《[^》]{2,40}》第[一二三四五六七八九十百]+条|赋权|移送',
);

/** Government rules (规章) say at their head that they are an order; they may set penalties. */
const order = /(?:人民政府|部|委员会|局|银行|总署|署)令\s*[（(〔[第]/u;
const ownSubject = /裁量(?:权)?基准|裁量细化/u;

/** Whether a document is a government rule or a discretion standard, to which limits on 规范性文件 do not go. */
export function beyondLimits(context: RuleContext): boolean {
  const head = readingOf(context.document)
    .paragraphs.slice(0, 4)
    .map((paragraph) => paragraph.text)
    .filter((text) => text.length < 60 && !text.includes('《'));
  return head.some((text) => order.test(text) || ownSubject.test(text));
}

const basisOfWhole = pattern('(?:根据|依据|依照|按照)[^。]{0,30}《[^》]{2,40}(?:法|条例)》');

/** Whether the opening of the document names a law or regulation it carries out. */
export function carriesOutLaw(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 12)
    .some((paragraph) => basisOfWhole.test(paragraph.text));
}

/**
 * A phrase by which a normative document sets what only superior law may set. Sentences, articles and
 * lists that name their legal basis are left alone; where the document as a whole carries out a law, the
 * finding is a question and no more.
 */
export function setting(rule: Omit<PhraseRule, 'unlessLead' | 'grade'>): (context: RuleContext) => Hit[] {
  const check = phrase({
    ...rule,
    unlessLead: legalBasis,
    when: (place, context) => !legalBasis.test(place.sentence) && (rule.when?.(place, context) ?? true),
    grade: (_, context) =>
      carriesOutLaw(context)
        ? {
            severity: 'medium',
            nature: 'risk',
            advice: '本文件引有上位法，请核对这一内容在上位法中是否已有规定：有的写明条款，没有的删除。',
          }
        : {},
  });
  return (context) => (beyondLimits(context) ? [] : check(context));
}
