/** Private lending: the rate against four times the one-year LPR. */
import type { Percentage } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { readingOf } from '../../reading.ts';
import type { Day, Hit, Rule, RuleContext } from '../../rule.ts';
import { knownThrough, lprOn } from './lpr.ts';

/** How many of a rate's periods make a year. */
export const perYear: Readonly<Record<NonNullable<Percentage['per']>, number>> = { day: 365, month: 12, year: 1 };
const lender = /银行|信用社|信托|消费金融|小额贷款|融资租赁|典当|财务公司|汽车金融|公积金/u;

/** The day the contract was made: its latest complete date near 签订, else the review's day. */
export function signedOn(context: RuleContext): Day {
  const signed = inBody(context, context.facts.dates).filter(
    (date) => date.iso !== null && /签订|签署|立据|订立/u.test(sentenceOf(context, date.at).before.slice(-16)),
  );
  return signed.at(-1)?.iso ?? context.input.asOf;
}

/** Whether a bank or another licensed lender lends: other rules bind it than private lenders. */
export function institutionLends(context: RuleContext): boolean {
  return (
    context.facts.parties.some(
      (party) => lender.test(party.name) && /贷款|出借|乙方|甲方/u.test([party.role, ...party.aliases].join()),
    ) || /贷款(?:银行|人[：:][^\n]{0,20}银行)/u.test(readingOf(context.document).text)
  );
}

const loanRate: Rule = {
  id: 'loan-rate-4lpr',
  title: '借款利率超过一年期LPR四倍',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['loan'],
  why: '民间借贷约定的利率超过合同成立时一年期贷款市场报价利率四倍的部分，法院不予支持；法律禁止高利放贷。',
  basis: [
    { law: '最高人民法院关于审理民间借贷案件适用法律若干问题的规定', article: '25' },
    { law: '民法典', article: '680' },
  ],
  advice: '把年利率降到合同成立时一年期LPR四倍以内，并把服务费、咨询费等一并计入测算。',
  check: (context) => {
    const { text } = readingOf(context.document);
    if (context.input.subKind === 'unknown' && !/借款|出借|借贷|借条|借据/u.test(text)) return [];
    const signed = signedOn(context);
    const lpr = lprOn(signed);
    if (!lpr) return [];
    const limit = Number((lpr.percent * 4).toFixed(2));
    const institutional = institutionLends(context);
    return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      const sentence = sentenceOf(context, percentage.at);
      if (percentage.per === null || !/利率|利息|月息|年息|日息|计息|息/u.test(clause.text)) return [];
      if (/逾期|罚息|违约|滞纳|迟延|LPR|报价利率|不超过|不得超过/u.test(sentence.text)) return [];
      const yearly = Number((percentage.percent * perYear[percentage.per]).toFixed(4));
      if (yearly <= limit) return [];
      const unverified = lpr.verified ? '' : `；${knownThrough} 之后的LPR未能核实，请按签订当月公布值复核`;
      const message = `约定利率 ${percentage.text} 折合年利率 ${yearly}%，超过 ${lpr.since} 起一年期LPR ${lpr.percent}% 的四倍 ${limit}%${unverified}。`;
      if (!institutional) return [{ at: percentage.at, message }];
      return [
        {
          at: percentage.at,
          severity: 'notice',
          nature: 'risk',
          message: `${message.slice(0, -1)}；出借人似为金融机构，请按监管规定核对。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '月利率3%。', subKind: 'loan', quote: '3%', says: '折合年利率 36%' },
      {
        text: '借款人向出借人借款20万元，年利率为百分之二十四，期限一年。\n签订日期：2024年11月5日',
        quote: '百分之二十四',
        says: '四倍 12.4%',
      },
      {
        text: '出借人：林知远\n借款人：何望\n借款利息按日万分之八计算，按月支付。',
        quote: '万分之八',
        says: '未能核实',
      },
    ],
    nearMisses: [
      { text: '年利率6%。', subKind: 'loan' },
      { text: '借款年利率12%，签订日期：2024年11月5日。', subKind: 'loan' },
      { text: '乙方逾期交货的，按日千分之一支付违约金。', subKind: 'unknown' },
      { text: '借款利率按签订时一年期LPR的四倍执行，最高不超过年利率14%。', subKind: 'loan' },
    ],
  },
};

export const loanRules: readonly Rule[] = [loanRate];
