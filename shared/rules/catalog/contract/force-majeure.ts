/** Force majeure: not provided for in a contract that runs long, or stretched over what a party controls. */
import { leads, lineOf, missing, phrase, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { contractDays, settles, threeMonths } from './whole.ts';

const absent: Rule = {
  id: 'force-majeure-missing',
  title: '履行期较长而没有不可抗力条款',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '没有约定时不可抗力的后果依法处理，但多久通知、交什么证明、损失怎样分担都没有可循的标准。',
  basis: [{ law: '民法典', article: '590' }],
  advice: '补写不可抗力的范围、通知时限、证明材料和合同顺延或者解除的办法。',
  traps: ['三个月以内的短期合同、只摘录几条的文本不要求。'],
  check: missing({
    present: pattern('不可抗力|不能预见[^。；]{0,12}不能避免|自然灾害'),
    when: (context) => (contractDays(context) ?? 0) > threeMonths && settles(context),
    missing: 'force-majeure',
    message: '合同履行期超过三个月，全文没有不可抗力条款。',
  }),
  examples: {
    hits: [
      {
        text: '第一条 乙方提供保洁服务，服务期限一年。\n第二条 服务费12万元，按季支付。\n第三条 乙方违约的，支付违约金。',
        says: '不可抗力',
      },
      {
        text: '设备维保合同\n乙方负责电梯维保，合同期限自2026年1月1日至2026年12月31日，年费用三万元，甲方半年支付一次，逾期按日支付万分之三。',
      },
      {
        text: '房屋租赁合同\n租赁期限：36个月\n租金：每月4,000元，按季支付\n逾期交租的，承租人承担违约责任。\n争议由房屋所在地法院管辖。',
      },
    ],
    nearMisses: [
      {
        text: '乙方提供保洁服务，服务期限一年，服务费按季支付，违约的支付违约金。\n第九条 不可抗力：七日内通知并提供证明。',
      },
      { text: '乙方十日内交货，总价3万元，验收后付款，逾期支付违约金。' },
      { text: '服务期限一年。' },
      { text: '合同期限30日，服务费2万元，完成后支付，违约的赔偿损失。' },
    ],
  },
};

const controllable = pattern(
  '(?:财政|专项|项目|建设|甲方)?(?:资金|预算|拨款|经费|款项)[^。；，、]{0,8}(?:未|不能|不足|没有|延迟|迟延|紧张|短缺|困难|断裂|不到位|拨付)[^。；，、]{0,8}|(?:上级|领导|主要领导)[^。；，、]{0,6}(?:意见|批示|指示|变更|更换|调整|要求|变动|决定|不同意)(?:改变|变化|调整|变更)?|内部[^。；，、]{0,6}(?:审批|流程|决策|程序|管理|会议)[^。；，、]{0,6}|(?:机构|人事|部门|职能|单位)[^。；，、]{0,4}(?:调整|改革|撤并|变动|合并)|(?:市场|价格|材料价|行情|汇率|原材料)[^。；，、]{0,8}(?:波动|上涨|下跌|变化|变动|涨价|上升)|(?:分包[商人]?|供应商|供货商|上游|厂家|第三方|物流公司)[^。；，、]{0,10}(?:原因|违约|延误|延迟|断货|供货|缺货|停产|过错)|经营(?:困难|不善|亏损|状况恶化)|(?:资金链|流动资金|周转)[^。；，、]{0,6}(?:断裂|困难|不足|不灵)|融资(?:失败|困难|未到位)|(?:人员|员工|劳动力|用工)[^。；，、]{0,4}(?:流失|短缺|不足|离职|罢工)|设备(?:故障|损坏)',
);
const government = pattern(
  '政策[^。；，、]{0,4}(?:调整|变化|变动|改变)|政府(?:行为|决策|换届|规划)|规划[^。；，、]{0,4}(?:调整|变更)|行政(?:命令|区划调整)|换届',
);
const framing = /不可抗力[^。；]{0,30}(?:包括|是指|指|情形|事件|事由|如下|下列|范围)/u;

const itemStart = /^\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,2}\s*[）)]|\d{1,2}[.、．]|[①-⑳])/u;
const nameOfList = /^[^。；，]{0,12}不可抗力[^。；，]{0,8}[：:]?$/u;

/** An item of a list that goes by that name: 不可抗力：（1）台风；（2）…, in one line or a line each. */
function isListed({ paragraph, match, sentenceFrom }: Place, context: RuleContext): boolean {
  const before = paragraph.text.slice(0, Math.max(sentenceFrom, match.from));
  if (/不可抗力[^。；]{0,10}[：:]\s*(?:[（(]?[1１一]|①)[^。]*$/u.test(before)) return true;
  if (!itemStart.test(lineOf(paragraph))) return false;
  const { paragraphs, indexOf } = readingOf(context.document);
  for (let at = (indexOf.get(paragraph.id) ?? 0) - 1, seen = 0; at >= 0 && seen < 12; at -= 1, seen += 1) {
    const above = paragraphs[at];
    if (above && !itemStart.test(lineOf(above))) return nameOfList.test(above.text.trim());
  }
  return false;
}

/** The sentence speaks of force majeure, or stands in a list that such a line introduces. */
function ofForceMajeure(place: Place, context: RuleContext): boolean {
  const { sentence, paragraph } = place;
  if (/不可抗力/u.test(sentence) || isListed(place, context)) return true;
  if (
    /不可抗力/u.test(paragraph.text) &&
    /(?:亦|也|同样|一并|均)[^。；]{0,6}(?:视为|视同|属|按|适用|作为|列入)|视同/u.test(sentence)
  )
    return true;
  return leads(context, paragraph)
    .slice(1)
    .some((lead) => framing.test(lead) && /[：:]\s*$/u.test(lead));
}

const excluded = pattern(
  '(?:不属于?|不构成|不视为|不得(?:视为|作为|以|援引|主张)|不算|并非|不应|不能(?:视为|作为|认定)|不在|不作为|排除|不列入)[^。；]{0,20}不可抗力|不可抗力[^。；]{0,14}(?:不包括|不含|不及于|除外)|(?:不属于|不构成|不视为|不作为)不可抗力|以外的原因|(?:不是|非)因?不可抗力|非不可抗力|除不可抗力|因不可抗力(?:导致|造成|致使|影响|引起)',
);

const broad: Rule = {
  id: 'force-majeure-broad',
  title: '不可抗力范围过宽',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '不可抗力须是不能预见、不能避免且不能克服的客观情况；把资金、审批、市场和分包商的问题列进去，等于让一方自己决定何时免责。',
  basis: [{ law: '民法典', article: '180' }],
  advice: '删去一方可以控制的事由和商业风险；确需处理的，另写情势变化时怎样协商、费用怎样分担。',
  traps: ['写明这些事由不属于不可抗力的，正是应有的写法。', '政策调整、政府行为由企业一方援引的，另行判断。'],
  check: (context) => [...checkControllable(context), ...checkGovernment(context)],
  examples: {
    hits: [
      { text: '甲方财政资金未到位视为不可抗力。', quote: '财政资金未到位视为不可抗力', says: '一方可以控制' },
      {
        text: '第十条 本合同所称不可抗力包括地震、台风、市场价格大幅波动以及乙方分包商供货延误。',
        says: '市场价格大幅波动',
      },
      {
        text: '不可抗力包括下列情形：\n（一）洪水、火灾；\n（二）上级领导意见改变；\n（三）战争。',
        says: '上级领导意见改变',
      },
      { text: '因甲方内部审批流程未完成导致延期付款的，按不可抗力处理，甲方免责。', says: '内部审批流程' },
      { text: '因政策调整导致本项目终止的，属于不可抗力，甲方不承担任何责任。', says: '政策调整' },
      { text: '不可抗力条款\n（一）台风、洪水；\n（二）乙方经营困难；\n（三）其他情形。' },
    ],
    nearMisses: [
      { text: '不可抗力是指地震、洪水等不能预见、不能避免且不能克服的情形。' },
      { text: '甲方资金未到位不属于不可抗力，甲方仍应按期付款。' },
      { text: '因不可抗力导致材料价格上涨的，双方协商分担。' },
      { text: '乙方逾期交货的，除不可抗力外，不得以供应商违约为由免责。' },
      { text: '不可抗力包括战争、疫情、政府行为等双方不能控制的事件。' },
      { text: '发生不可抗力的，甲方应及时启动内部审批程序，双方协商变更合同。' },
    ],
  },
};

const checkControllable = phrase({
  find: controllable,
  unless: excluded,
  // 发生不可抗力的，甲方应启动内部审批: what is done then, not what it is.
  when: (place, context) =>
    ofForceMajeure(place, context) &&
    !(
      /(?:发生|遇|遭遇|出现)[^。；，]{0,4}不可抗力[^。；，]{0,8}(?:的|后|时)/u.test(place.sentence) &&
      !/包括|视为|视同|属于|是指|指/u.test(place.sentence)
    ),
  message: ({ match }) => `把一方可以控制的事由或者商业风险列为不可抗力：${quoted(match.text)}。`,
});

const checkGovernment = phrase({
  find: government,
  unless: excluded,
  when: (place, context) =>
    ofForceMajeure(place, context) &&
    !controllable.test(place.sentence) &&
    /(?:甲方|采购人|委托[人方]|发包人|出租[人方]|政府|管委会|街道办)[^。；，]{0,14}(?:不承担|不负|免责|免除|免于|可以?(?:解除|终止)|有权解除|无需|无须|不予补偿)/u.test(
      place.sentence,
    ),
  message: ({ match }) => `公共机构一方以${quoted(match.text)}作为不可抗力免责，这类变动往往出自本方或者本级政府。`,
});

export const forceMajeure: readonly Rule[] = [absent, broad];
