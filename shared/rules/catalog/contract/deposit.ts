/** 定金: its cap, the words mistaken for it, and its meeting with liquidated damages. */
import { clauseOf, inBody } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule } from '../../rule.ts';
import { money, priceBase } from './common.ts';

const deposit = /定金/u;
const noBase = /双倍|罚则|返还|违约金|[每逾按]日|逾期|首付|已付/u;

const depositOver20: Rule = {
  id: 'deposit-over-20',
  title: '定金超过主合同标的额20%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '法律规定定金不得超过主合同标的额的百分之二十，超过部分不产生定金的效力。',
  basis: [{ law: '民法典', article: '586' }],
  advice: '把定金降到标的额的20%以内；确需先付更多款项的，超出部分改作预付款并写明性质。',
  check: (context) => {
    const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      if (percentage.per !== null || percentage.percent <= 20 || percentage.percent > 100) return [];
      const near =
        /定金[^，。；%]{0,20}$/u.test(clause.before) || /^的?[^，。；%]{0,8}(?:作为|为|充作)?定金/u.test(clause.after);
      if (!near || noBase.test(clause.text) || /不超过|不得超过/u.test(clause.before)) return [];
      return [{ at: percentage.at, message: `约定的定金比例为 ${percentage.decimal}%，超过主合同标的额的 20%。` }];
    });
    if (byShare.length > 0) return byShare;
    const total = priceBase(context);
    if (!total) return [];
    return inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      if (amount.fen === null || amount.bound || (amount.kind !== 'figure' && amount.pair !== null)) return [];
      const clause = clauseOf(context, amount.at);
      const named =
        amount.label === '定金' ||
        (deposit.test(clause.after.slice(0, 6)) && /支付|交付|交纳|缴纳/u.test(clause.before));
      if (!named || amount.fen * 5 <= total.fen || amount === total.amount || /双倍|返还/u.test(clause.text)) return [];
      const share = Math.floor((amount.fen * 1000) / total.fen) / 10;
      return [
        {
          at: amount.at,
          related: [total.amount.at],
          message: `定金 ${money(amount.fen)}，合同总价 ${money(total.fen)}，占 ${share}%，超过 20%（上限 ${money(Math.floor(total.fen / 5))}）。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '总价100万元，乙方交付定金30万元。', quote: '30万元', says: '占 30%' },
      { text: '第四条 合同签订后3日内，甲方向乙方支付合同总价25%的定金。', quote: '25%', says: '25%' },
      { text: '苗木款共计12万元。\n| 定金 | 5万元 |', quote: '5万元' },
      {
        text: '二、货款合计人民币420,000元。合同总价：420,000元。\n三、定金为合同总价的百分之三十，于签约时付清。',
        quote: '百分之三十',
      },
    ],
    nearMisses: [
      { text: '总价100万元，甲方支付预付款30万元。' },
      { text: '总价100万元，甲方交付定金20万元。' },
      { text: '总价100万元，乙方交订金30万元，货到后抵作货款。' },
      { text: '定金不超过合同总价的20%；合同总价的30%作为首付款另行支付。' },
    ],
  },
};

const similar = '订金|押金|保证金|诚意金|留置金|订约金|担保金';
const doubled = '双倍(?:予以)?(?:返还|退还|赔偿|退回)|[加两二]倍(?:返还|退还|退回)|定金罚则';

const depositWord: Rule = {
  id: 'deposit-word-nature',
  title: '订金、押金套用定金罚则',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '订金、押金、保证金没有约定定金性质的，当事人主张定金权利一般得不到支持。',
  basis: [
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '67' },
    { law: '民法典', article: '587' },
  ],
  advice: '需要定金效力的，把该款改称“定金”并控制在标的额20%以内；否则删去双倍返还，改写违约金或损失赔偿。',
  check: (context) => (mentions(context, pattern('定金性质|性质为定金|视为定金|作为定金')) ? [] : findWord(context)),
  examples: {
    hits: [
      { text: '乙方交订金5万元，甲方违约双倍返还订金。', says: '双倍返还' },
      { text: '1.意向方应付诚意金三万元；\n2.出让方反悔的，加倍返还。', quote: '加倍返还' },
      { text: '承租人交付的押金适用定金罚则。', quote: '押金适用定金罚则' },
      { text: '第六条 供方不能供货的，应当加倍返还需方已交的诚意金。', quote: '加倍返还需方已交的诚意金' },
    ],
    nearMisses: [
      { text: '乙方交定金5万元，适用定金罚则。' },
      { text: '乙方违约的，履约保证金不予退还。' },
      { text: '乙方交纳保证金2万元，该款具有定金性质；甲方违约的，双倍返还。' },
      { text: '租赁期满，甲方应于10日内返还押金。' },
    ],
  },
};

const named = pattern(similar);
const isDeposit = /[^订]定金(?!罚则|规则)/u;

const findWord = phrase({
  find: pattern(
    `(?:${similar})[^。；，]{0,24}(?:${doubled})|(?:${doubled})[^。；，]{0,12}(?:${similar})|(?:${similar})[^。；]{0,60}(?:${doubled})|${doubled}`,
  ),
  unless: pattern('(?:不|无需|无须)(?:适用|作|予|需|须|再|实行|进行)?[^。；，]{0,4}(?:定金罚则|双倍|加倍)'),
  when: ({ match, paragraph }, context) => {
    if (isDeposit.test(`　${match.text}`)) return false;
    if (named.test(match.text)) return true;
    const { paragraphs, indexOf } = readingOf(context.document);
    const here = indexOf.get(paragraph.id) ?? 0;
    const before = paragraphs.slice(Math.max(0, here - 2), here).map(({ text }) => text);
    const said = `　${[...before, paragraph.text.slice(0, match.to)].join('\n')}`;
    return named.test(said) && !isDeposit.test(said);
  },
  message: ({ match }) => `该款不叫定金，也没有写明定金性质，却约定${quoted(match.text)}。`,
});

const penaltyBoth: Rule = {
  id: 'deposit-penalty-both',
  title: '定金罚则与违约金并用',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '同时约定违约金和定金的，守约方只能选择其一，并用的部分得不到支持。',
  basis: [{ law: '民法典', article: '588' }],
  advice: '改为由守约方在定金与违约金中择一主张，并写明定金不足以弥补损失时可以就超出部分请求赔偿。',
  check: phrase({
    find: pattern(
      '(?:不予?退还?|不予?返还|没收|双倍返还|双倍退还|加倍返还|无权要求返还|不再返还|丧失)[^。；，]{0,8}定金[^。；]{0,12}(?:并|同时|另|以及|且|还应|还须|还要)[^。；]{0,30}违约金' +
        '|定金[^。；，]{0,6}(?:不予?退还?|不予?返还|没收|不再返还|双倍返还|归[甲乙]方)[^。；]{0,12}(?:并|同时|另|以及|且|还应|还须|还要)[^。；]{0,30}违约金' +
        '|违约金[^。；]{0,16}(?:并|同时|另|以及|且|还应|还须)[^。；，]{0,10}(?:不予?退还?|没收|双倍返还|双倍退还)[^。；，]{0,8}定金',
    ),
    unless: pattern(
      '择一|选择|任选|或者?(?:要求|主张|收取|支付|没收|不予?退)|超过定金|超出定金|高于定金|保证金|押金|订金',
    ),
    message: ({ match }) => `同一违约既适用定金罚则又支付违约金：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      {
        text: '乙方逾期交货，甲方不退定金并收取10%违约金。',
        quote: '不退定金并收取10%违约金',
        says: '既适用定金罚则又支付违约金',
      },
      {
        text: '买受人拒收货物的，定金不予退还，同时应向出卖人支付货款20%的违约金。',
        quote: '定金不予退还，同时应向出卖人支付货款20%的违约金',
      },
      { text: '出卖人不能交货的，须支付违约金三万元并双倍返还定金。', quote: '违约金三万元并双倍返还定金' },
    ],
    nearMisses: [
      { text: '乙方逾期交货，甲方可选择不退定金或收取10%违约金。' },
      { text: '乙方违约的定金不予退还，并赔偿超过定金部分的损失。' },
      { text: '一方违约的，守约方可就定金与违约金择一适用。' },
      { text: '乙方违约，押金不予退还，并支付违约金。' },
    ],
  },
};

export const depositRules: readonly Rule[] = [depositOver20, depositWord, penaltyBoth];
