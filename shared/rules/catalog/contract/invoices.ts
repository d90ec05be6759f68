/** Invoices that are agreed away, and tax rates of another trade. */
import { sentenceOf, inBody } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { titleOf } from './nature.ts';

/** Papers about payments for which no invoice is due: 征收补偿, 借款 and the like. */
const notTrade = /借款|借贷|征收|征用|补偿|安置|捐赠|赠与|劳动合同|聘用/u;

const payNoInvoice: Rule = {
  id: 'pay-no-invoice',
  title: '约定不开发票或者以收据代替',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '经营活动收付款项应当按规定开具、取得发票；不开票的价款既不能入账，也会使付款单位承担取得不合规票据的后果。',
  basis: [
    { law: '税收征收管理法', article: '21' },
    { law: '增值税法', article: '34' },
  ],
  advice: '改为含税总价，写明发票种类、税率和开具时间，把开票作为付款的前提。',
  traps: [
    '机关、事业单位收费开具财政票据的，不适用发票规定。',
    '征收补偿、借款等非经营往来不开发票。',
    '“不开发票的有权拒付”是要求开票。',
  ],
  check: phrase({
    find: pattern(
      '(?:不|免|无需|无须|不必|不再|不另|不予|不能|未)(?:予|再|另行?|给|能|用)?(?:开具?|提供|出具|索[要取])[^。；，]{0,8}(?:发票|税票|票据)|不(?:含|包含|包括|带)(?:开?票价?|发票|开票|税票)|(?:不开|无|免)票(?:价|结算)?|未税不开票|(?:开票|开具?(?:增值税)?(?:专用|普通)?(?:发票|票)|要(?:发)?票|需(?:要)?(?:开)?(?:发)?票|如需发票)[^。；]{0,14}(?:另加|加收|另付|另行支付|另收|需加|再加|加价|另计|承担)[^。；]{0,10}(?:点|%|％|税)|以?(?:收据|收条|白条|欠条|送货单|收款单)[^。；，]{0,6}(?:代替|替代|抵作|抵|充当|代|替)(?:增值税|正式)?(?:发票|票)|(?:凭|以|用|开具?|出具)(?:收款)?(?:收据|收条|白条)(?:支付|付款|结算|入账|报销|即可|作为(?:付款|结算|报销)?(?:凭证|依据))|补税点|税点[^。；，]{0,6}(?:另|由甲方|甲方)',
    ),
    unless: pattern(
      '财政票据|非税收入|行政事业性收费|征收补偿|补偿[款费金]|拆迁|青苗|安置费|赔偿款|抚恤|救助|慰问|借款|出借|本金|贷款|捐赠|捐款|赠与|奖励金|(?:不|未)(?:能|按[^，。]{0,8})?(?:开具?|提供|出具)[^。；，]{0,10}(?:发票|票据)?[^。；]{0,6}(?:的|前|者|时)?[，,]?[^。；]{0,10}(?:有权)?(?:拒[绝付]|不予?(?:付|支付|结算)|暂[缓停]|顺延|不承担|扣)|不得|应当?开具|视为违约|收据仅|违约责任|由乙方承担',
    ),
    negatable: true,
    when: (_, context) => !notTrade.test(titleOf(context)),
    message: ({ match }) => `约定不开具或者不取得发票：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '合同价8万元为不含票价，需开票另加6个点。', says: '不取得发票' },
      { text: '第四条 维修费3,000元，乙方不开具发票，以收据代替发票。' },
      { text: '货款按现价结算，供方免开发票。', says: '免开发票' },
      { text: '第五条 甲方凭收据付款。', quote: '凭收据付款' },
      { text: '服务费每月5,000元，如需发票，税点由甲方承担。' },
    ],
    nearMisses: [
      { text: '含税价8万元，乙方收款前开具增值税普通发票。' },
      { text: '乙方不开具发票的，甲方有权拒绝付款且不承担逾期责任。' },
      { text: '甲方收取培训费，开具财政票据，不开具发票。' },
      { text: '合同价为不含税价10万元，税额6,000元，开具专用发票。' },
      { text: '乙方不得以收据代替发票。' },
    ],
  },
};

type Trade = Readonly<{ name: string; rate: number; words: RegExp }>;

/** General rates by trade: 增值税法 article 10. The more telling words stand first. */
const trades: readonly Trade[] = [
  {
    name: '有形动产租赁',
    rate: 13,
    words:
      /(?:设备|车辆|汽车|轿车|客车|机械|器材|器具|仪器|塔吊|吊车|起重机|脚手架|周转材料|钢管|模板|挖掘机|装载机|推土机|发电机|叉车|服务器|复印机|打印机|电脑|投影仪|显示屏|空调|家具|桌椅|帐篷|音响|灯光|舞台|乐器|服装|道具|集装箱|移动厕所|船舶|无人机)[^，。；]{0,4}(?:租赁|出租|租用)|(?:租赁|出租|租用)[^，。；]{0,6}(?:设备|车辆|汽车|机械|器材|音响|灯光|吊车|叉车|电脑)/gu,
  },
  {
    name: '不动产租赁',
    rate: 9,
    words:
      /(?:房屋|办公用?房|办公楼|厂房|商铺|门面|仓库|场地|土地|车位|写字楼|不动产|公寓)[^，。；]{0,6}(?:租赁|出租|承租|租用)|(?:租赁|出租|承租|租用)[^，。；]{0,6}(?:房屋|办公用?房|厂房|商铺|场地|仓库)/gu,
  },
  {
    name: '建筑服务',
    rate: 9,
    words:
      /(?:施工|建筑|装修|装饰|修缮|改造|土建|市政|绿化|安装|防水|道路|桥梁)[^，。；]{0,4}(?:工程|合同|项目|服务)|工程施工|建设工程(?!(?:设计|监理|咨询|造价|勘察))/gu,
  },
  {
    name: '交通运输',
    rate: 9,
    words: /(?:货物|货运|客运|班车|校车|物资|渣土|旅客|公路|道路|快递|垃圾)?(?:运输|承运)(?:服务|合同|业务|费)?/gu,
  },
  {
    name: '服务',
    rate: 6,
    words:
      /(?:物业(?:管理)?|咨询|软件(?:开发|运维|技术)|信息技术|技术|设计|检测|检验|保洁|保安|法律|审计|评估|培训|监理|勘察|会务|会议|广告|造价|测绘|顾问|运维|系统集成|翻译|餐饮|住宿|劳务|安保|代理|研发)(?:服务)?(?:合同|协议|费|业务|项目|委托)?/gu,
  },
  {
    name: '销售货物',
    rate: 13,
    words:
      /(?:货物|设备|办公用品|电脑|计算机|打印机|家具|材料|器材|钢材|水泥|空调|仪器|商品|物资|服装|耗材)[^，。；]{0,6}(?:采购|购销|买卖|销售|供货|购买|供应)|(?:采购|购销|买卖|销售|供货|购买|供应)[^，。；]{0,8}(?:货物|设备|办公用品|电脑|计算机|打印机|家具|材料|器材|钢材|水泥|空调|仪器|商品|物资|服装|耗材)|购销合同|买卖合同|货物采购/gu,
  },
];

/** The trades a text names; words of one are taken out before the next is looked for. */
function tradesIn(text: string): Trade[] {
  let left = text;
  return trades.filter(({ words }) => {
    const rest = left.replace(words, '，');
    const found = rest !== left;
    left = rest;
    return found;
  });
}

const otherMethod = pattern(
  '简易|小规模|征收率|免税|零税率|农产品|农业产品|粮食|食用油|自来水|天然气|图书|报纸|饲料|化肥|农药|农机|分别核算|混合销售|分别列价|差额',
);

const rateType: Rule = {
  id: 'amt-vat-rate-type',
  title: '增值税税率与交易类型不符',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '税率跟着交易类型走，写错税率会使价税拆分出错、发票开不出来，也影响付款方抵扣或者入账。',
  basis: [
    { law: '增值税法', article: '10' },
    { law: '增值税法', article: '12' },
  ],
  advice: '按业务实质核对适用税率；一份合同含几类业务的，分别列明价款和税率。',
  traps: [
    '小规模纳税人、简易计税适用征收率，不按税率核对。',
    '农产品、自来水、图书等货物适用9%。',
    '一份合同有几类业务的，不能以一个税率衡量。',
  ],
  check: (context) => {
    if (mentions(context, otherMethod)) return [];
    return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      if (percentage.per !== null || ![13, 9, 6].includes(percentage.percent)) return [];
      const { text, before, after } = sentenceOf(context, percentage.at);
      const near = `${before.slice(-24)}${after.slice(0, 10)}`;
      if (
        !/税率|增值税|专用?发票|专票|普通发票|普票|税金/u.test(near) ||
        /附加|所得税|契税|房产税|违约|付至|支付至|预付/u.test(near)
      )
        return [];
      const trade = tradeOf(context, text);
      if (!trade || trade.rate === percentage.percent) return [];
      return [
        {
          at: percentage.at,
          message: `${trade.name}一般计税的税率为${trade.rate}%，合同写的是${quoted(percentage.text)}。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '物业服务合同：一般计税，增值税税率13%。', quote: '13%', says: '税率为6%' },
      { text: '办公用房租赁合同\n第四条 租金含税，出租人开具税率为6%的增值税专用发票。', says: '不动产租赁' },
      { text: '挖掘机设备租赁合同\n租金每月2万元，增值税税率9%。', says: '有形动产租赁' },
      { text: '办公设备采购合同\n第三条 总价30万元，含百分之六的增值税。', quote: '百分之六' },
      { text: '道路改造工程施工合同\n合同价款含税，税率13%。', says: '建筑服务' },
    ],
    nearMisses: [
      { text: '物业服务合同：一般计税，增值税税率6%。' },
      { text: '物业服务合同：乙方为小规模纳税人，征收率3%。' },
      { text: '食堂农产品采购合同\n增值税税率9%。' },
      { text: '设备采购及软件开发服务合同\n设备部分税率13%，开发部分税率6%。' },
      { text: '物业服务合同\n验收后付9%，余款年底付清，乙方开具发票。' },
    ],
  },
};

/** The one trade of the title, else of the sentence; null where none or several are named. */
function tradeOf(context: RuleContext, sentence: string): Trade | null {
  const named = tradesIn(titleOf(context));
  const said = tradesIn(sentence);
  if (named.length > 1) return said.length === 1 ? (said[0] ?? null) : null;
  const [one] = named.length === 1 ? named : said.length === 1 ? said : [];
  if (!one) return null;
  // A sentence that prices another trade apart from the title's speaks of that one.
  return said.some((trade) => trade.rate !== one.rate) ? null : one;
}

export const invoiceRules: readonly Rule[] = [payNoInvoice, rateType];
