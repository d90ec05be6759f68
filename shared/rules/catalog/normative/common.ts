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

const centralOrgan =
  /^(?:中国人民银行|国务院|中共中央|国家[\p{Script=Han}]{1,10}(?:局|委员会)|中国[\p{Script=Han}]{2,12}委员会|[\p{Script=Han}]{2,8}总局|(?:财政|公安|教育|司法|民政|商务|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|文化和旅游|应急管理|工业和信息化)部)/u;

/** Whether the document comes from a central organ, whose powers often rest on laws it does not repeat. */
export function fromCentralOrgan(context: RuleContext): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 3)
    .some(({ text }) => centralOrgan.test(text.trim()));
}

/**
 * A phrase by which a normative document sets what only superior law may set. Sentences, articles and
 * lists that name their legal basis are left alone; of a central organ's document it is a question and no
 * more.
 */
export function setting(rule: Omit<PhraseRule, 'unlessLead' | 'grade'>): (context: RuleContext) => Hit[] {
  const check = phrase({
    ...rule,
    unlessLead: legalBasis,
    when: (place, context) => !legalBasis.test(place.sentence) && (rule.when?.(place, context) ?? true),
    grade: (_, context) =>
      fromCentralOrgan(context)
        ? {
            severity: 'medium',
            nature: 'risk',
            advice: '请核对这一内容在法律、行政法规中是否已有规定：有的写明条款，没有的删除。',
          }
        : {},
  });
  return (context) => (beyondLimits(context) ? [] : check(context));
}
