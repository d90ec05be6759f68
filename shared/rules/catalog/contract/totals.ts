/** The contract total: stated twice with different sums, or not at all. */
import { sentenceOf } from '../../around.ts';
import { pattern } from '../../pattern.ts';
import { bodyParagraphs, mentions, quoted, places } from '../../builders.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { unitSlip } from './amounts.ts';
import { money, statedTotals } from './common.ts';
import type { Total } from './common.ts';

/** One total before and after tax, by a rate the document names. */
function differByTax(context: RuleContext, one: Total, other: Total): boolean {
  const [small, large] = one.fen < other.fen ? [one.fen, other.fen] : [other.fen, one.fen];
  return context.facts.percentages.some(
    ({ percent }) => percent > 0 && percent <= 17 && Math.abs(small * (1 + percent / 100) - large) <= 100,
  );
}

const totalConflict: Rule = {
  id: 'amt-total-conflict',
  title: '合同总价前后不一致',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '同一份合同写了两个不同的总价，付款、保证金和违约金都失去计算基数。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '以成交文件为准确定总价，全文及附件统一；确为预算、限价或原合同价的，请在数字旁写明其性质。',
  check: (context) => {
    const [first, ...others] = statedTotals(context);
    if (!first) return [];
    const reported = new Set([first.fen]);
    return others.flatMap((other): Hit[] => {
      if (reported.has(other.fen) || first.provisional !== other.provisional) return [];
      if (unitSlip(first.fen, other.fen) !== null || differByTax(context, first, other)) return [];
      reported.add(other.fen);
      return [
        {
          at: other.amount.at,
          related: [first.amount.at],
          message: `此处合同总价为 ${money(other.fen)}，前文为 ${money(first.fen)}，相差 ${money(Math.abs(first.fen - other.fen))}。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '第二条总价92万元；附件一汇总总价95万元。', quote: '95万元', says: '相差 30,000.00 元' },
      {
        text: '第三条 合同总价为人民币1,280,000元（含税）。\n第九条 乙方应按合同总价1,208,000元的5%提交履约担保。',
        quote: '1,208,000元',
        says: '前文为 1,280,000.00 元',
      },
      {
        text: '二、合同金额：￥360,000.00（大写：叁拾陆万元整）。\n附件二 报价表\n价税合计：￥365,000.00',
        quote: '￥365,000.00',
        says: '相差 5,000.00 元',
      },
    ],
    nearMisses: [
      { text: '第二条总价92万元；附件一预算控制价95万元。' },
      { text: '合同总价106万元（含税），不含税总价100万元，增值税税率6%。' },
      { text: '合同总价100万元，其中第一标段合同价60万元，第二标段合同价40万元。' },
      { text: '原合同总价为80万元，补充协议签订后合同总价调整后为88万元。' },
      { text: '合同总价50万元。合同总价超过100万元的，应当公开招标。' },
    ],
  },
};

/** The thing itself is given for nothing: 免费 of repairs or delivery is no price. */
function isGratis(context: RuleContext): boolean {
  return places(context, gratis).some(({ sentence }) => !goodwill.test(sentence));
}

const paidFor = pattern(
  '养护|供应|印刷|运输|购买|采购|销售|出售|买卖|供货|租赁|出租|承租|服务|承揽|施工|承包|委托|加工|维修',
);
const gratis = pattern('免费');
const goodwill = /质保|保修|维修|维护|更换|上门|安装|送货|培训|升级|售后|调试|技术/u;
const free = pattern(
  '无偿|零租金|免租|赠与|不收取(?:任何)?费用|报价单|报价表|报价书|清单|价格表|收费标准|费率|单价|下浮|政府指导价|按实(?:际|结算)|据实|按质论价|国家(?:规定|牌|统一|定)[^。；，]{0,4}价|国家规定[^。；，]{0,10}价格|议价|(?:公示|市场|批发|挂牌|公布|信息|牌)价[^。；，]{0,8}(?:结算|计价|计算|执行|为准|供)|按[^。；，]{0,20}价(?:格)?(?:结算|计价|计算|执行)',
);
const open = pattern(
  '(?:费用|[\\p{Han}]费|价款|价格|租金|报酬|金额|单价|款项|工程款|货款)(?:标准)?[^。；，\\n]{0,10}(?:另议|另商|[商协]定|再(?:商|协商)|面议|另行(?:协商|约定|商定|议定|确定)|待定|待议|再议|双方协商确定)',
);
/** 一、品名、数量、金额 with an open line below it: the form leaves the price to be filled in. */
const priceItem =
  /^\s*(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|\d{1,2}[.．、])[^。；]{0,30}(?:金额|单价|价款|价格|租金|报酬|费用标准)[^。；]{0,16}$/u;

function leavesPriceOpen(context: RuleContext): boolean {
  const lines = bodyParagraphs(context);
  return lines.some(({ text }, at) => priceItem.test(text) && /^[\s_＿]{4,}$/u.test(lines[at + 1]?.text ?? ''));
}

/** Two units of one body, 一车间 and 质检科, pay one another nothing. */
const innerParty = pattern(
  '[甲乙]方(?:单位)?(?:[（(][^）)]{0,8}[）)])?[：:]\\s*[（(]?[\\p{Han}\\d]{1,14}(?:车间|班组|工段|科|科室|处室)[）)]?\\s*(?:$|\\n|[，；])',
);

function isInternal(context: RuleContext): boolean {
  const sides = places(context, innerParty).map(({ match }) => match.text.slice(0, 1));
  return new Set(sides).size === 2;
}

const blankSum = pattern('[_＿×*\\s\\x{3000}]{2,}(?:万|千|亿)?元|[￥¥][\\s\\x{3000}]*[_＿]|元整|大写');

const priceMissing: Rule = {
  id: 'amt-price-missing',
  title: '没有约定价款或报酬',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['sale', 'procurement', 'lease', 'construction', 'service', 'property'],
  why: '有偿合同不写价款虽可事后补充，但易起争议，也无法列入预算和支付计划。',
  basis: [
    { law: '民法典', article: '470' },
    { law: '民法典', article: '511' },
  ],
  advice: '写明金额或可以算出金额的计价办法（单价、数量、费率、上限），以及支付时间。',
  check: (context) => {
    const { amounts, percentages } = context.facts;
    if (amounts.some((amount) => !amount.bound || amount.fen !== null)) return [];
    if (percentages.length > 0 || mentions(context, free) || isGratis(context) || mentions(context, blankSum))
      return [];
    const [place] = places(context, open);
    if (place) {
      return [{ at: place.at, message: `全文没有金额或计价办法，只写${quoted(place.match.text)}。` }];
    }
    if (!mentions(context, paidFor) || context.documentIndex > 0) return [];
    if (leavesPriceOpen(context) || isInternal(context)) return [];
    return [{ at: null, missing: 'price', message: '全文找不到金额、单价、费率或其他可以算出价款的办法。' }];
  },
  examples: {
    hits: [
      {
        text: '乙方按甲方需要提供保洁服务，费用另议。',
        subKind: 'service',
        quote: '费用另议',
        says: '没有金额或计价办法',
      },
      {
        text: '第一条 甲方将沿街门面出租给乙方。\n第二条 租金标准由双方另行协商。',
        subKind: 'lease',
        quote: '租金标准由双方另行协商',
      },
      { text: '第一条 乙方为甲方维修电梯。\n第二条 乙方应保证质量。', subKind: 'service', says: '全文找不到金额' },
    ],
    nearMisses: [
      { text: '乙方提供保洁服务，服务费每月8,000元。', subKind: 'service' },
      { text: '甲方将一楼活动室无偿提供给乙方使用，乙方提供助餐服务。', subKind: 'service' },
      { text: '乙方向甲方供应办公用品，价格见附件报价单。', subKind: 'procurement' },
      { text: '乙方承租该房屋，年租金为＿＿＿＿元。', subKind: 'lease' },
      { text: '甲方：（织布车间）\n乙方：（设备科）\n乙方为甲方维修织机，每班巡检一次。', subKind: 'service' },
      {
        text: '水果购销合同\n一、品名、数量、金额、交货时间\n＿＿＿＿＿＿＿＿\n二、乙方供应的水果应当新鲜。',
        subKind: 'sale',
      },
      { text: '代理费按成交金额的1.5%计取，乙方提供招标代理服务。', subKind: 'service' },
    ],
  },
};

export const totalRules: readonly Rule[] = [totalConflict, priceMissing];

/** Whether a place speaks of a total that is not yet fixed. */
export function isProvisional(context: RuleContext, total: Total): boolean {
  return total.provisional || sentenceOf(context, total.amount.at).text.includes('为准');
}
