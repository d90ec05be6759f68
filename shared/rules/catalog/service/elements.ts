/** What property management and mandate contracts should state. */
import { absentParts, missingParts } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';

const propertyWork =
  /物业(?:管理)?服务(?:合同|协议)|(?:提供|承担|负责|委托|承接|聘请|选聘|实施)[^。；\n]{0,24}物业(?:管理)?(?:服务|工作)?|物业管理(?:合同|协议|委托)|物业[：:]/u;
const residential = /业主大会|业主委员会|业委会|住宅小区|全体业主/u;

const propertyParts: readonly Part[] = [
  [
    '服务事项',
    pattern('服务(?:的)?(?:事项|内容|范围|项目)|保洁|保安|秩序维护|绿化养护|设备(?:维护|运行)|会务|清洁|维修养护'),
  ],
  [
    '服务质量标准',
    pattern(
      '(?:服务|质量|考核|保洁|作业|等级)(?:的)?(?:质量)?(?:标准|要求|规范)|达到[^。；]{0,12}(?:标准|要求)|(?:内容(?:与|和|及)|服务)质量|(?:达标|合格|满意|完好|及时)率|满意度|[一二三四五]级服务',
    ),
  ],
  [
    '服务费用的标准和收取办法',
    pattern(
      '(?:费|费用|价|报酬|收费)[^。；]{0,30}(?:\\d|元|标准)|(?:\\d|元)[^。；]{0,12}(?:费|平方米|月)|费用及收取|包干制|酬金制',
    ),
  ],
  ['服务期限', pattern('期限|服务期|自\\s*\\d{4}|\\d+\\s*(?:年|个月)|[一二两三四五]年')],
  ['服务交接', pattern('交接|移交|接管|退出|撤场|承接查验')],
];
const residentialParts: readonly Part[] = [
  ['维修资金的使用', pattern('维修(?:资金|基金)')],
  ['服务用房', pattern('(?:物业)?(?:服务|管理)用房')],
];

function lacking(context: RuleContext): string[] {
  const { text } = readingOf(context.document);
  return absentParts(context, residential.test(text) ? [...propertyParts, ...residentialParts] : propertyParts);
}

const propertyElements: Rule = {
  id: 'svc-property-elements',
  title: '物业服务合同要素不全',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '物业服务合同一般写明服务事项、质量、费用标准和收取办法、期限和交接；缺哪一项，哪一项就会在换届、退场时扯皮。',
  basis: [{ law: '民法典', article: '938' }],
  advice: '按缺项补充；住宅小区另写维修资金的使用和服务用房的管理。',
  traps: ['机关办公楼没有维修资金和服务用房的问题。', '租赁合同里附带约定物业费由谁承担的，不是物业服务合同。'],
  check: (context) => {
    const { text } = readingOf(context.document);
    if (!propertyWork.test(text) || /租赁合同|租金|劳动合同|买卖合同/u.test(text.slice(0, 400))) return [];
    const absent = lacking(context);
    return absent.length === 0
      ? []
      : [{ at: null, missing: 'property-elements', message: `物业服务合同没有约定${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '乙方为办公楼提供物业服务，费用另定。', says: '服务费用的标准和收取办法' },
      {
        text: '物业服务合同\n第一条 服务内容为保洁、保安，服务期限一年，服务费每月3万元，按月支付，服务标准见附件。',
        says: '服务交接',
      },
      {
        text: '物业服务合同\n甲方：青麓花园业主委员会\n服务事项：保洁、绿化；服务标准：二级服务；每平方米1.2元，按季收取；期限三年；届满前办理交接。',
        says: '维修资金',
      },
    ],
    nearMisses: [
      { text: '机关办公楼物业：服务事项、质量标准、费用及收取办法、期限、交接均有约定。' },
      {
        text: '物业服务合同\n服务内容为保洁、保安，服务标准见附件，服务费每月3万元按月支付，服务期限一年，期满十日内办理交接。',
      },
      { text: '房屋租赁合同\n租金每月5,000元，物业服务费由承租人承担。' },
    ],
  },
};

const mandate =
  /委托(?:代理|代办|代管)?(?:合同|协议)|委托[^。；，\n]{0,20}(?:代办|代为|办理|代管|代收|处理[^。；，\n]{0,8}事务|经办|代缴|代购|代销|代理(?:招|销|记|报|申|诉|采|业|事|服|登|出|进|征|[一二]))|(?:代理|代办)(?:服务)?(?:合同|协议)|委托费/u;
/** The agent who signs and the agency that tenders are no mandate of this contract. */
const mandateHeads = /委托人[）)]?\s*[：:][^\n]{2,40}\n?[^\n]{0,12}受托人/u;
const otherAgents = /委托代理(?:人|机构|单位)|(?:采购|招标)代理(?:机构|公司)?|授权委托/gu;
/** What a contract is about stands in its opening. */
const opening = 400;

const mandateParts: readonly Part[] = [
  [
    '报酬或者费用承担',
    pattern(
      '(?:报酬|委托费|代理费|代办费|手续费|服务费|佣金|费用|律师费)[^。；]{0,24}(?:\\d|[一二三四五六七八九十百千]+(?:万|千|百)?元|[%％]|[_＿]{2,}\\s*元|由[^。；，]{0,8}(?:承担|负担)|标准|免)|(?:\\d|[一二三四五六七八九十]+万)[^。；，]{0,10}元|无偿|免费|不收取|酬金[^。；]{0,20}\\d',
    ),
  ],
  [
    '提前解除的结算',
    pattern(
      '(?:解除|终止|中止|撤销委托)[^。；]{0,40}(?:违约金|移交|交接|结算|结清|支付|退还|返还|赔偿|付酬|按[^。；，]{0,10}(?:完成|比例|工作量|进度)|补偿)|按[^。；，]{0,8}完成[^。；，]{0,8}(?:比例|工作量|进度)[^。；，]{0,6}(?:结算|支付|付)',
    ),
  ],
];

const entrustRemuneration: Rule = {
  id: 'svc-entrust-remuneration',
  title: '委托合同没有约定报酬或者提前解除的后果',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '委托人和受托人都可以随时解除委托合同，报酬付多少、已花的费用谁承担、中途解除怎样结算，应当事先写明。',
  basis: [
    { law: '民法典', article: '928' },
    { law: '民法典', article: '933' },
  ],
  advice: '写明报酬数额和支付时间、办理事务的费用由谁负担，以及提前解除时按完成比例结算和赔偿损失的办法。',
  traps: ['写明无偿委托的，报酬已有约定。', '落款处的委托代理人不是委托合同。'],
  check: (context) => {
    const about = readingOf(context.document).text.slice(0, opening).replace(otherAgents, '');
    if (
      !(mandate.test(about) || mandateHeads.test(about)) ||
      /授权委托书|(?:劳动|租赁|施工|买卖|购销|借款|贷款|采购|监理|供货)合同/u.test(about)
    )
      return [];
    return missingParts({
      parts: mandateParts,
      missing: 'mandate-terms',
      message: (absent) => `委托合同没有约定${absent.join('和')}。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '甲方委托乙方代办，费用商议。', says: '报酬或者费用承担和提前解除的结算' },
      { text: '委托代理合同\n第一条 委托人委托受托人办理土地登记，委托费2万元，完成后支付。', says: '提前解除的结算' },
      {
        text: '云州市临河区文化馆委托青麓会展公司代理招展事务，任何一方可以提前解除，解除后按完成比例结算。',
        says: '报酬',
      },
    ],
    nearMisses: [
      { text: '委托合同：委托费3万元，提前解除按完成比例结算。' },
      { text: '甲方委托乙方无偿代办登记，任何一方解除合同的，赔偿对方的直接损失。' },
      { text: '施工合同\n发包人委托代理人：王某\n承包人负责办理施工许可。' },
      { text: '乙方提供保洁服务，服务费每月8,000元。' },
      { text: '报刊代办合同\n报酬每月____元。甲方随意中止合同的，偿付违约金。' },
    ],
  },
};

export const serviceElements: readonly Rule[] = [propertyElements, entrustRemuneration];
