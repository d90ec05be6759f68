/** Whether a contract delivers the goods that were tendered, where its own text names both. */
import { places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, RuleContext } from '../../rule.ts';

const count = '[\\d０-９]{1,6}\\s*(?:台|套|辆|件|把|张|部|只|个|组|块|吨|棵|株|盏|箱|份)';
const tendered = pattern(
  `(?:采购|招标|磋商|谈判|询价|投标|响应)(?:文件|需求|公告)[^。；，\\n]{0,8}(?:规定|要求|载明|约定|明确|列明|为)(?:的)?(?:采购|购买|供应|提供|标的为)?([\\p{Han}A-Za-z]{2,12})${count}`,
);
const delivered = pattern(
  `(?:合同|协议|双方|乙方|供应商|成交人|中标人)[^。；，\\n]{0,6}(?:约定|供应|提供|交付|供货|标的)(?:为|的|：|是)?[：:]?(?:乙方)?(?:供应|提供|交付|供货|采购)?([\\p{Han}A-Za-z]{2,12})${count}`,
);

/** 采购文件规定采购台式计算机100台 …… 乙方供应平板电脑100台: two names without a word in common. */
export function goodsHits(context: RuleContext): Hit[] {
  const bid = places(context, tendered)[0];
  const wanted = bid?.match.groups[0]?.text;
  if (!bid || wanted === undefined) return [];
  const differs = places(context, delivered).find(({ match, at }) => {
    const given = match.groups[0]?.text ?? '';
    return !(at.block === bid.at.block && at.from < bid.at.to) && !sameThing(wanted, given);
  });
  const given = differs?.match.groups[0]?.text;
  if (!differs || given === undefined) return [];
  const message = `采购（投标）文件的标的为${quoted(wanted)}，合同交付的是${quoted(given)}，两者不一致。`;
  return [{ at: differs.at, related: [bid.at], message }];
}

/** 笔记本电脑 and 平板电脑 end alike and differ; 便携式计算机 and 计算机 are one name within the other. */
function sameThing(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}
