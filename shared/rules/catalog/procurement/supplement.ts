/** Buying more under a contract already awarded. */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';

const supplementWord = /补充采购|追加采购|追加|增购|增加采购|补充合同|补充协议|新增采购|增补/u;
const originalWord = /原合同|原采购合同|主合同|原协议|原中标|首次采购/u;

/** Words for what is bought on top, and how a message calls it. */
type Addition = Readonly<{ added: RegExp; subject: string }>;

/** Purchases on top of an original contract that come to more than a tenth of it, by share or by sums. */
export function overTenth(context: RuleContext, { added: addedWord, subject }: Addition): Hit[] {
  const amounts = inBody(context, context.facts.amounts).filter(
    (amount) =>
      amount.fen !== null && !amount.bound && amount.per === null && (amount.kind === 'figure' || amount.pair === null),
  );
  const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
    const clause = clauseOf(context, percentage.at);
    const share = addedWord.test(clause.before) && originalWord.test(clause.before);
    if (
      !share ||
      percentage.percent <= 10 ||
      percentage.percent > 100 ||
      /不超过|不得超过|支付|付|保证金/u.test(clause.text)
    )
      return [];
    return [{ at: percentage.at, message: `${subject}金额为原合同的 ${percentage.decimal}%，超过 10%。` }];
  });
  if (byShare.length > 0) return byShare;
  const original = amounts.find((amount) => originalWord.test(clauseOf(context, amount.at).before));
  if (!original?.fen) return [];
  const added = amounts.filter((amount) => {
    const clause = clauseOf(context, amount.at);
    // 在原合同50万元基础上添购6万元: what leads to the second sum begins after the first.
    const own = clause.before.slice(clause.before.lastIndexOf('元') + 1);
    const lead = /^(?:总)?(?:金额|价款|总价|费用)(?:为|共|计|：|:)*(?:人民币)?[￥¥]?$/u.test(own)
      ? sentenceOf(context, amount.at).before.slice(-30)
      : own;
    return (
      amount !== original &&
      addedWord.test(lead) &&
      !/原合同|减少|调减|总价(?:变更|调整)|合计/u.test(own) &&
      !/保证金|违约金|签证|变更签证/u.test(clause.text)
    );
  });
  const sum = added.reduce((left, amount) => left + (amount.fen ?? 0), 0);
  const last = added.at(-1);
  if (!last || sum * 10 <= original.fen || sum >= original.fen * 5) return [];
  const share = Math.floor((sum * 1000) / original.fen) / 10;
  return [
    {
      at: last.at,
      related: [original.at],
      message: `原合同 ${money(original.fen)}，${subject}${added.length > 1 ? '累计' : ''} ${money(sum)}，占 ${share}%，超过 10%。`,
    },
  ];
}

const supplement10: Rule = {
  id: 'proc-supplement-10',
  title: '补充采购超过原合同金额10%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  yieldsTo: ['proc-add-10-single'],
  why: '政府采购合同履行中追加同一标的，在不改变其他条款的前提下可以签补充合同，但累计不得超过原合同采购金额的10%。',
  basis: [{ law: '政府采购法', article: '49' }],
  advice: '把累计追加金额控制在原合同的10%以内且不改变单价等条款；超出部分另行依法采购。',
  check: (context) =>
    context.input.publicPayer === false ? [] : overTenth(context, { added: supplementWord, subject: '追加' }),
  examples: {
    hits: [
      { text: '原合同100万元，补充采购15万元。', publicPayer: true, quote: '15万元', says: '占 15%' },
      {
        text: '第一条 原合同采购金额为860,000元。\n第二条 本次追加同型号电脑20台，追加金额为96,000元。',
        publicPayer: true,
        quote: '96,000元',
        says: '占 11.1%',
      },
      {
        text: '双方同意追加采购，追加金额为原合同金额的百分之二十。',
        publicPayer: true,
        quote: '百分之二十',
        says: '20%',
      },
    ],
    nearMisses: [
      { text: '原合同100万元，补充采购8万元，其他条款不变。', publicPayer: true },
      { text: '追加金额累计不得超过原合同采购金额的10%。', publicPayer: true },
      { text: '原合同100万元，经协商减少服务内容，补充协议调减20万元。', publicPayer: true },
      { text: '原合同100万元，补充采购15万元。', publicPayer: false },
    ],
  },
};

export const supplements: readonly Rule[] = [supplement10];
