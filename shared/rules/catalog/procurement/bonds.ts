/** Bonds of bidders and suppliers: how much may be asked. */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import type { Hit, Rule } from '../../rule.ts';
import { contractTotal, isPublicPayer, money } from '../contract/common.ts';

const bondWord = /履约保证金|履约担保金|履约保函金额/u;

const perfBond10: Rule = {
  id: 'proc-perf-bond-10',
  title: '履约保证金超过合同金额10%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['procurement', 'construction', 'service', 'sale', 'property'],
  why: '政府采购和依法招标项目的履约保证金都不得超过合同金额的10%。',
  basis: [
    { law: '政府采购法实施条例', article: '48' },
    { law: '招标投标法实施条例', article: '58' },
  ],
  advice: '下调到合同金额的10%以内，并允许以保函提交；不属于政府采购或招标项目的，请在审查意见中说明。',
  check: (context) => {
    if (context.input.publicPayer === false) return [];
    const grade = isPublicPayer(context) ? {} : { nature: 'risk' as const };
    const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      if (percentage.per !== null || percentage.percent <= 10 || percentage.percent > 100) return [];
      const near =
        (/履约保证金(?:金额|数额|比例)?(?:（[^）]*）|\([^)]*\))?[^，。；%]{0,24}$/u.test(clause.before) &&
          !/扣|违约|退还|返还|没收|不足|剩余/u.test(clause.before)) ||
        /^的?(?:金额)?(?:作为|为|充作|计取|交纳|缴纳|提交|的)*履约保证金/u.test(clause.after);
      if (!near) return [];
      return [
        { at: percentage.at, message: `约定的履约保证金比例为 ${percentage.decimal}%，超过合同金额的 10%。`, ...grade },
      ];
    });
    if (byShare.length > 0) return byShare;
    const total = contractTotal(context);
    if (!total) return [];
    return inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      if (
        amount.fen === null ||
        amount.bound ||
        amount.label !== '履约保证金' ||
        (amount.kind !== 'figure' && amount.pair !== null)
      )
        return [];
      if (amount.fen * 10 <= total.fen || !bondWord.test(sentenceOf(context, amount.at).text)) return [];
      const share = Math.floor((amount.fen * 1000) / total.fen) / 10;
      return [
        {
          at: amount.at,
          related: [total.amount.at],
          message: `履约保证金 ${money(amount.fen)}，合同总价 ${money(total.fen)}，占 ${share}%，超过 10%。`,
          ...grade,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '履约保证金为合同价15%。', publicPayer: true, quote: '15%', says: '15%' },
      {
        text: '合同总价80万元。乙方应于签约前缴纳履约保证金10万元。',
        publicPayer: true,
        quote: '10万元',
        says: '占 12.5%',
      },
      { text: '中标人应当提交相当于合同金额百分之二十的履约保证金。', quote: '百分之二十' },
    ],
    nearMisses: [
      { text: '履约保证金为合同价5%。', publicPayer: true },
      { text: '履约保证金为合同金额的10%，以银行保函提交。', publicPayer: true },
      { text: '乙方违约的，从履约保证金中扣除合同价20%的违约金。', publicPayer: true },
      { text: '定金为合同价15%，履约保证金为合同价5%。', publicPayer: true },
      { text: '合同总价80万元，履约保证金8万元。', publicPayer: true },
    ],
  },
};

export const bonds: readonly Rule[] = [perfBond10];
