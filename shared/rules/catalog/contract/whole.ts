/** How much of a contract a text is, and how long it runs: whether a clause can be missed in it at all. */
import { daysBetween } from '../../../facts/dates.ts';
import { mentions } from '../../builders.ts';
import { clauseOf, inBody, textOf } from '../../around.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { RuleContext } from '../../rule.ts';

/** What contracts settle; an excerpt settles one or two of them. */
const topics = [
  pattern(
    '[甲乙]方|采购人|供应商|发包[人方]|承包[人方]|出租[人方]|承租[人方]|委托[人方]|受托[人方]|买方|卖方|供方|需方',
  ),
  pattern('价款|总价|合同价|费用|服务费|租金|报酬|单价|\\d\\s*万?元'),
  pattern('支付|付款|付清|结算|缴纳|交纳|[交付缴]租|结清|付至|付款|预付|转账'),
  pattern('期限|租期|工期|服务期|合同期|有效期|为期|期间|期[一二两三四五六七八九十\\d]+(?:年|个月)|[日天月]内'),
  pattern('违约|赔偿|逾期'),
  pattern('验收|质量|标准|考核|检验'),
  pattern('交付|交货|供货|提供|完成|负责|承担[^。；]{0,12}(?:工作|任务|服务)|出租'),
  pattern('争议|纠纷|仲裁|人民法院'),
  pattern('解除|终止'),
  pattern('一式|生效'),
] as const;

/** Whether a text settles at least so many of the things contracts settle. */
export function settles(context: RuleContext, least = 4): boolean {
  let count = 0;
  for (const topic of topics) {
    if (mentions(context, topic)) count += 1;
    if (count >= least) return true;
  }
  return false;
}

const termWord =
  /期限|租期|租赁期|服务期|合同期|协议期|工期|有效期|履行期|为期|承包期|供货期|周期|合作期|经营期|养护期|管护期|聘期|派遣期|委托期|运维期|建设期|年限|期为/u;
const otherTerm =
  /质保|保修|保密|缺陷|异议|检验|竞业|提前|逾期|时效|付款|支付|答复|通知|验收期|试用|有效期内|保证期|宽限|整改|追诉|保存|免费|退还/u;

/** 提供一年驻场运维: the service says how long it is given. */
const served = /^(?:期|的)*(?:驻场|运维|物业|保洁|保安|安保|养护|管护|顾问|托管|代维|外包|供餐|配送|服务)/u;
const allYear = pattern(
  '(?:提供|承担|负责|实行)[^，。；]{0,6}(?:全年|常年)[^，。；]{0,4}(?:驻场|运维|服务|保洁|保安|养护|值守|顾问)',
);

/** The longest time the contract runs as it says itself, in days; null where it does not say. */
export function contractDays(context: RuleContext): number | null {
  const named = inBody(context, context.facts.durations)
    .filter(({ sense }) => sense === 'term' || sense === 'limit')
    .filter(({ at }) => {
      const { before, text, after } = clauseOf(context, at);
      return (termWord.test(text) || served.test(after)) && !otherTerm.test(before.slice(-20));
    })
    .map(({ days }) => days);
  const dates = inBody(context, context.facts.dates);
  const ranged = dates.flatMap((from, at): number[] => {
    const to = dates[at + 1];
    if (!to || to.at.block !== from.at.block || from.iso === null || to.iso === null) return [];
    const between = textOf(context, from.at.block).slice(from.at.to, to.at.from);
    return /^[^，。；]{0,6}(?:至|到|—|-|~|～|–)\s*$/u.test(between) ? [daysBetween(from.iso, to.iso) + 1] : [];
  });
  const all = [...named, ...ranged, ...(mentions(context, allYear) ? [365] : [])];
  return all.length === 0 ? null : Math.max(...all);
}

/** Three months, the longest way they can fall. */
export const threeMonths = 93;

const gap = /[_＿]{2,}|[×X]{3,}|[（(][ \u3000]{1,12}[)）]|[ \u3000]{4,}(?=[\u4e00-\u9fff])|年[ \u3000]+月/gu;

/** A printed form that nobody has filled in yet: who the parties are and where they live is still to come. */
export function isUnfilled({ document }: RuleContext): boolean {
  return (readingOf(document).text.match(gap)?.length ?? 0) >= 6;
}
