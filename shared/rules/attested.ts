/**
 * Whether a file really has what a missing-clause rule looks for. A mention is not enough: “未附授权书”
 * and “（无退还约定）” name the thing and say that it is not there.
 */
import { lineOf, stretchBefore } from './builders.ts';
import { pattern } from './pattern.ts';
import type { Match, Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

const denied = pattern(
  '(?:无|没有|缺少?|欠缺|尚未|未(?:见|附|附有|提供|取得|约定|载明|列明|列|注明|写明|写|出具|提交|规定|明确|设|设置|填|填写|作)?)[^，。；、）]{0,8}$',
);
/** 无息退还, 无条件: the negation belongs to another word. */
const otherNegation = /无(?:息|偿|条件|需|须|论|误|异议|争议|故|正当)|未(?:中标|成交|达|通过|按|经|履行|退)|没有异议/u;

/** A mention that the words before it deny. */
function isDenied(text: string, match: Match): boolean {
  const before = stretchBefore(text, match.from).slice(-12);
  return denied.test(before) && !otherNegation.test(before);
}

/** Whether any document of the review holds a match that the words around it do not deny. */
export function attests({ input }: RuleContext, wanted: Pattern): boolean {
  return input.documents.some((document) => {
    const { candidates, paragraphs } = readingOf(document);
    return candidates(wanted).some((at) => {
      const paragraph = paragraphs[at];
      const line = paragraph ? lineOf(paragraph) : '';
      return wanted.all(line).some((match) => !isDenied(line, match));
    });
  });
}
