/**
 * Whether a text really has something, as against naming what it lacks: 附评估报告 affirms it,
 * 未附评估报告, （无审批、评估材料） and 租金面议 do not.
 */
import type { Part } from './builders.ts';
import { lineOf } from './builders.ts';
import type { Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

const lacking =
  /(?:无(?!偿|异议|条件|论|锡|关|需|法|权|须|效|缝|争议|纠纷|息|正当)|未(?!来|成年|定|达|按|(?:完成|通过|实现|履行)[^。；，]{0,12}的)|没有|缺(?!陷)|不(?:含|附|具备|包括|涉及|约定|载明|提供|办理|设|再组织|再进行|再举行|组织)|仅(?:约定|写明|写有)[^，。；（(]{0,6}不)[^，,。；;：:（）()\n]{0,40}$/u;
const lackingAfter =
  /^[^，,。；;\n]{0,12}?(?:[:：]?\s*(?:无(?=$|[，。；）)\s])|未(?:附|提供|见|载明|约定|写明|明确|办理|说明|列明|取得|提及|作约定|予约定|进行|经)|没有(?:约定|写明|载明)|不明确?|欠缺|缺失|缺项|空白)|(?:面议|另议|待定|另定|另行(?:协商|约定|商定|商议|签订|确定)|未定|按惯例))/u;

/** Whether a match in a line stands affirmed: neither lacking before it nor left open after it. */
export function isAffirmed(line: string, from: number, to: number): boolean {
  return !lacking.test(line.slice(Math.max(0, from - 60), from)) && !lackingAfter.test(line.slice(to, to + 24));
}

/** Whether any document of the review affirms a match in its body. */
export function affirms(context: RuleContext, wanted: Pattern): boolean {
  return context.input.documents.some((document) => {
    const { candidates, paragraphs, rows } = readingOf(document);
    const affirmedIn = (line: string): boolean => wanted.all(line).some(({ from, to }) => isAffirmed(line, from, to));
    return (
      candidates(wanted).some((at) => paragraphs[at] && affirmedIn(lineOf(paragraphs[at]))) ||
      rows(wanted).some(({ text }) => affirmedIn(text))
    );
  });
}

/** Names of the parts that no document of the review affirms, in the order given. */
export function unaffirmedParts(context: RuleContext, parts: readonly Part[]): string[] {
  return parts.filter(([, present]) => !affirms(context, present)).map(([name]) => name);
}
