/** What the works rules share: whether a contract is for works, and how much it is worth. */
import { inBody, sentenceOf } from '../../around.ts';
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { RuleContext, SubKind } from '../../rule.ts';
import { statedTotals } from '../contract/common.ts';

/** Works bought by an office may be taken for procurement. */
export const worksKinds: readonly SubKind[] = ['construction', 'procurement'];

const works = pattern('施工|工程|竣工|承建|修缮|修建|装修|改造|土建|发包人|承包人|建安');
const building = pattern(
  '施工|承建|修缮|修建|新建|扩建|改建|装修|装饰|改造|铺设|安装工程|建设工程|土建|浇筑|道路工程|管网|绿化工程|硬化|翻新|翻修|整修|粉刷|加固|总承包|承包[^。；，\\n]{0,16}工程|工程承包',
);
const notWorks = pattern(
  '劳务派遣|物业服务|软件|信息系统|货物(?:采购|买卖)|采购货物|设备采购|租赁合同|法律服务|家具|监理合同|设计合同|勘察合同|检测合同|咨询合同|委托监理|委托设计|工程监理|课题|培训',
);
const amendment = pattern('补充(?:协议|合同)|变更协议|解除协议|终止协议|备忘录');

/** Whether the text speaks of works at all. */
export function speaksOfWorks(context: RuleContext): boolean {
  return context.input.subKind === 'construction' || mentions(context, works);
}

/** Whether the document is itself a contract under which someone builds: clauses of such may be asked for. */
export function isWorksContract(context: RuleContext): boolean {
  return mentions(context, building) && !mentions(context, notWorks) && !mentions(context, amendment);
}

/** Whether the document is about works: goods may carry a higher retention. */
export function isWorks(context: RuleContext): boolean {
  if (context.input.subKind === 'construction') return true;
  return (
    context.input.subKind === 'unknown' &&
    /竣工|施工|工程(?:结算|价款|款|造价|质量保证金)/u.test(readingOf(context.document).text)
  );
}

const priced =
  /(?:合同|总|签约|承包|中标|工程|暂定|造|包干)[^，。；\d]{0,4}(?:价|金额|造价|款|额)|价款|工程款|金额|总价|总投资|费用|造价|(?:监理|设计|勘察|检测|咨询)(?:[（(][^）)]{1,6}[）)])?(?:服务)?(?:费|酬金|报酬)/u;

/** The contract price in fen: the total as stated, else the largest sum called a price; null when none stands. */
export function contractPrice(
  context: RuleContext,
): Readonly<{ fen: number; at: Parameters<typeof sentenceOf>[1] }> | null {
  const total = statedTotals(context)[0];
  if (total) return { fen: total.fen, at: total.amount.at };
  const sums = inBody(context, context.facts.amounts).flatMap((amount) => {
    if (amount.fen === null || amount.bound || amount.per !== null) return [];
    const near = sentenceOf(context, amount.at).before.slice(-20);
    return priced.test(near) && !/保证金|违约|罚|保函|预付|进度款/u.test(near)
      ? [{ fen: amount.fen, at: amount.at }]
      : [];
  });
  return sums.toSorted((a, b) => b.fen - a.fen)[0] ?? null;
}
