/** What a paper is called and what it is: names that hide a loan, letters of intent that bind, form terms denied. */
import { mentions, phrase, places, quoted } from '../../builders.ts';
import type { Place } from '../../builders.ts';
import { inBody } from '../../around.ts';
import { withoutDenials } from '../../denials.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const named =
  /《?([\p{Script=Han}（）()“”、]{0,40}(?:合同|协议|协议书|意向书|备忘录|认购书|定购书|订购书|纪要|合同书))》?/u;

/** The title of a paper: the first of its opening lines that names one; '' when none does. */
export function titleOf(context: RuleContext): string {
  const lines = readingOf(context.document).paragraphs.slice(0, 6);
  for (const { text } of lines) {
    const found = named.exec(text.slice(0, 80));
    if (found?.[1] && !/^(?:本|根据|依据|按照|签订)/u.test(found[1])) return found[1];
  }
  return '';
}

const lending = pattern(
  '(?:出借|借给|借与|拆借)[^。；]{0,30}|(?:按[年季月]|每[年季月]|逐[年季月])[^。；，]{0,6}(?:付息|支付利息|计息|结息)|年(?:利率|息|化收益率?|化利率)[^。；，]{0,10}\\d|固定(?:回报|收益|利润|分红|利息)|保底(?:收益|回报|利润|分红|条款)?|(?:本金|投资款|出资款|投入资金|合作资金)[^。；]{0,16}(?:返还|归还|收回|偿还|退还|回购)|(?:返还|归还|偿还|退还)[^。；，]{0,8}(?:本金|本息|投资款|出资款)|还本付息|(?:不承担|不参与|不负担|不分担)[^。；，]{0,8}(?:经营)?(?:亏损|风险|盈亏)',
);
const otherInterest = pattern(
  '逾期[^。；]{0,14}利息|不(?:约定|设|含|收取|支付|保证)[^。；，]{0,4}(?:固定|保底)|违约金|LPR|迟延|不得|禁止|不承诺|不保证|无固定|不作|没有保底|保证金|定金|押金|预付款|垫付|工伤',
);
const transfersTitle = pattern(
  '(?:租期|租赁期|租赁|期限|期)(?:届|期)?满[^。；]{0,24}(?:所有权|产权|归)[^。；]{0,12}(?:乙方|承租[人方])|(?:所有权|产权)[^。；]{0,14}(?:转移|转让|过户|归)[^。；]{0,6}(?:乙方|承租[人方])',
);
const withoutRent = pattern(
  '(?:不收取|免收|免交|不支付|无须支付|无需支付|不计)[^。；，]{0,4}租金|零租金|租金为零|无偿使用|无租金',
);
const dispatches = pattern(
  '(?:安排|提供|组织|输送|选派)[^。；]{0,14}(?:人员|员工|工人|劳务工)[^。；]{0,8}(?:到|至|在|赴)(?:甲方|发包[人方])[^。；]{0,24}(?:由|受|接受)(?:甲方|发包[人方])[^。；]{0,10}(?:管理|考勤|指挥|发放工资|安排)|派遣[^。；]{0,24}(?:人员|员工|岗位|\\d+名|[一二三四五六七八九十]+名)|(?:工资|社保|社会保险)[^。；]{0,24}派遣',
);

type Guise = Readonly<{ title: RegExp; not?: RegExp; found: Pattern; unless?: Pattern; is: string }>;

const guises: readonly Guise[] = [
  {
    title: /合作|联营|代建|购买服务|共建|联合|委托|服务|合伙|开发/u,
    not: /借款|贷款|融资|担保|保证合同|典当|理财/u,
    found: lending,
    unless: otherInterest,
    is: '借款（保本取息）',
  },
  {
    title: /租赁|出租|承租/u,
    not: /融资租赁|以租代购|先租后/u,
    found: transfersTitle,
    unless: pattern('装修|添附|自购|不得|自行购置|归甲方|优先购买|可以?选择|投资的?设备'),
    is: '买卖或融资',
  },
  {
    title: /租赁|出租|承租/u,
    found: withoutRent,
    unless: pattern('免租期|装修期|期间|不可抗力|减免|维修|头\\d|首\\d|停电|疫情|前[\\d一二三两]+个?月'),
    is: '无偿使用',
  },
  {
    title: /承包|承揽|外包/u,
    not: /劳务派遣|土地承包|经营权/u,
    found: dispatches,
    unless: pattern('不得|不属于|不构成|不是|工程师|技术人员|专家|非劳务派遣'),
    is: '劳务派遣',
  },
];

const titleContent: Rule = {
  id: 'title-content',
  title: '合同名称与内容不符',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '合同叫什么不决定它是什么，法院按约定的权利义务认定性质；名为合作、实为借贷的安排还会触碰举债、担保和采购的限制。',
  basis: [{ law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '15' }],
  advice: '按真实交易改用相应的合同名称和文本，并就该性质应当履行的审批、采购、举债程序重新审核。',
  traps: [
    '共同出资、按比例分享收益并分担亏损的，是真正的合作。',
    '逾期付款的利息、履约保证金的返还不改变合同性质。',
    '免租期、装修期不收租金的仍是租赁。',
  ],
  check: (context) => {
    const title = titleOf(context);
    if (title === '') return [];
    const wanted = guises.filter((guise) => guise.title.test(title) && !guise.not?.test(title));
    return wanted.flatMap((guise): Hit[] => {
      const [first, ...others] = places(context, guise.found, (sentence) => !guise.unless?.test(sentence));
      if (!first) return [];
      const said = `名称为${quoted(title, 24)}，内容却写${quoted(first.match.text)}，实质近于${guise.is}。`;
      return [{ at: first.at, related: others.slice(0, 5).map(({ at }) => at), message: said }];
    });
  },
  examples: {
    hits: [
      {
        text: '《合作协议》：甲方出借100万元，乙方按年付息8%。',
        quote: '出借100万元，乙方按年付息8%',
        says: '实质近于借款',
      },
      {
        text: '产业园共建协议\n第三条 甲方投入资金500万元，不承担经营亏损。\n第四条 乙方每年支付固定收益40万元。',
        says: '借款',
      },
      { text: '设备租赁合同\n第八条 租赁期满，设备所有权无偿转移给乙方。', says: '买卖或融资' },
      { text: '房屋租赁合同\n第二条 甲方将办公楼一层交乙方使用，甲方不收取租金。', says: '无偿使用' },
      { text: '保洁业务承包合同\n第一条 乙方派遣人员12名，由甲方统一管理，工资由甲方核定。', says: '劳务派遣' },
      { text: '岗位承包协议\n乙方安排二十名人员到甲方车间工作，由甲方直接管理和考勤。' },
    ],
    nearMisses: [
      { text: '《合作协议》：双方共同出资、按比例分配收益、分担亏损。' },
      { text: '房屋租赁合同\n第三条 前两个月为装修免租期，不收取租金，此后月租金5,000元。' },
      { text: '技术服务合同\n第六条 甲方逾期付款的，按LPR支付利息；履约保证金期满返还。' },
      { text: '借款合同\n甲方出借100万元，按年付息5%。' },
      { text: '合作开发协议\n任何一方不得获取固定回报，共担风险。' },
      { text: '共建协议\n各自承担费用，不约定固定回报。' },
    ],
  },
};

const preliminary = /意向|备忘录|框架|预约|认购|定购书|订购书|谅解|草签/u;
/** Framework agreements of procurement are contracts by design. */
const notPreliminary = /采购|供货|入围|定点|服务框架|框架供应/u;
const binds = pattern(
  '(?:应当?|须|必须|承诺|同意|将)[^。；]{0,30}(?:签订|签署|订立)[^。；]{0,8}(?:正式|本约|买卖|出让|租赁|投资|项目|具体)?(?:合同|协议)|(?:供地|提供土地|出让土地|供应土地)|\\d+(?:\\.\\d+)?\\s*(?:亩|平方米|公顷)|(?:奖补|奖励|补贴|扶持资金|返还|补助)[^。；，]{0,12}(?:\\d|[一二三四五六七八九十百千]+万)|违约[方金者]|定金|诚意金|独家|排他|排它|不得[^。；]{0,14}(?:与(?:任何)?第三[方人]|另行)|(?:支付|付款|预付|投资)[^。；，]{0,16}(?:元|%)',
);
const nonBinding = pattern(
  '(?:不具有?|没有|无|不产生|不发生)[^。；，]{0,6}(?:法律)?(?:上的)?(?:约束力|拘束力|效力)|不构成[^。；]{0,16}(?:约束|合同|要约|承诺|义务|预约)|以[^。；]{0,16}正式(?:签[订署]的?)?[^。；]{0,8}(?:合同|协议|文本)[^。；]{0,8}为准|仅(?:为|作为?|系|表达|表示|表明)[^。；]{0,12}(?:意向|意愿)|不(?:承担|产生)[^。；]{0,8}法律(?:责任|义务|后果)',
);

const precontractNature: Rule = {
  id: 'precontract-nature',
  title: '意向书写有确定义务而未说明性质',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '约定了将来一定期限内订约，或者标的、金额都已确定的意向书，可能被认定为预约甚至本约，不履行就要赔偿。',
  basis: [
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '6' },
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '8' },
  ],
  advice: '写明哪些条款有约束力、其余仅为意向；确有实质权利义务的，按正式合同送审并先完成内部审批。',
  traps: [
    '已写明不具有法律约束力、以正式合同为准的，性质清楚。',
    '只表达合作愿望、没有金额和义务的备忘录没有预约的内容。',
  ],
  check: (context) => {
    const title = titleOf(context);
    if (!preliminary.test(title) || notPreliminary.test(title) || mentions(context, nonBinding)) return [];
    const found = places(context, binds).filter(({ sentence }) => !/不得泄露|保密/u.test(sentence));
    const [first, ...others] = found;
    if (!first) return [];
    const sums = inBody(context, context.facts.amounts).length;
    const said = `名称为${quoted(title, 24)}，却约定了${quoted(first.match.text)}${sums > 0 ? `、${sums} 处金额` : ''}，没有说明是否具有约束力。`;
    return [{ at: first.at, related: others.slice(0, 5).map(({ at }) => at), message: said }];
  },
  examples: {
    hits: [
      {
        text: '《合作意向书》：双方应于30日内签订正式协议，甲方供地50亩，违约方支付100万元。',
        says: '没有说明是否具有约束力',
      },
      {
        text: '招商项目投资备忘录\n一、乙方投资2亿元建设冷链园。\n二、甲方给予设备奖补800万元。\n三、六个月内甲方不得与第三方洽谈同一地块。',
        says: '金额',
      },
      { text: '战略合作框架协议\n第三条 乙方向甲方支付诚意金五十万元，双方于年底前签订项目合同。', says: '诚意金' },
      { text: '商铺认购书\n买受人于签署之日支付定金5万元，须在十五日内订立买卖合同。', says: '定金' },
    ],
    nearMisses: [
      { text: '《合作备忘录》：本备忘录仅表达合作意愿，对双方不具有法律约束力，保密条款除外。' },
      { text: '战略合作框架协议\n双方愿在人才培养、信息共享方面加强合作，建立联席会议制度。' },
      { text: '投资意向书\n乙方拟投资2亿元，用地约50亩，具体权利义务以双方签订的正式合同为准。' },
      { text: '办公用品框架协议采购合同\n乙方供货单价为每箱120元，甲方按月支付。' },
    ],
  },
};

const denial = pattern(
  '(?:不(?:属于|是|构成|含有?|包含|存在|视为|适用)|并?非|均非|没有)(?:任何)?(?:的)?格式(?:条款|合同|文本)|(?:条款|内容|约定)[^。；]{0,14}(?:充分|平等|逐条|反复)[^。；，]{0,6}(?:协商|磋商|讨论)[^。；]{0,12}|(?:不得|放弃|不再|无权)[^。；]{0,14}(?:主张|以|认为|援引)[^。；，]{0,8}格式(?:条款|合同)|(?:就|对)[^。；，]{0,8}条款[^。；，]{0,10}(?:协商一致|达成一致)|(?:充分|完全|已经?|均已)[^。；，]{0,6}(?:阅读|知悉|理解|了解|知晓)[^。；]{0,24}(?:放弃|不持|无|不再提出?|不得提出)[^。；，]{0,6}(?:异议|抗辩)',
);
const relieves = pattern(
  '(?:[甲乙]方|出租[人方]|采购人|发包人|委托[人方]|经营[方者]|管理[方者]|主办方|场地方|机构|学校|物业|平台|公司)[^。；]{0,14}(?:不承担|概不|不负|免除|无需承担|无须承担)[^。；]{0,10}(?:责任|负责|赔偿|义务)|概不负责|(?:甲方|乙方|出租[人方]|经营方|机构|公司|平台)[^。；，]{0,6}(?:免责|不构成违约)|(?:均|概|一律)不(?:予)?(?:再)?(?:退|赔|补偿|负责|承担)|(?:变更|调整|取消)[^。；，]{0,14}不(?:构成|视为)违约|一切(?:责任|后果|损失|费用)[^。；]{0,8}由(?:乙方|承租[人方]|供应商|承包人)|(?:均|概|一律)?不予(?:退还|赔偿|补偿)|(?:乙方|承租[人方]|供应商)[^。；]{0,8}(?:无权(?:要求|主张)|放弃[^。；]{0,10}(?:权|抗辩|索赔|主张))|(?:最终)?解释权[^。；]{0,4}归|(?:甲方|出租[人方])(?:有权|可以?)?(?:随时|单方)[^。；]{0,8}(?:解除|变更|调整)|加倍|双倍赔偿',
);
const prompted = pattern(
  '加粗|加黑|醒目|下划线|字体[^。；]{0,6}(?:加|放)大|单独(?:签|确认|提示)|逐条(?:说明|解释)|签注确认|已?就[^。；]{0,20}条款[^。；]{0,10}(?:提示|说明)',
);

const formDenial: Rule = {
  id: 'form-denial',
  title: '以约定否认格式条款',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '是不是格式条款看实际有没有协商，合同里写一句“不属于格式条款”不起作用；未提示说明的免责、限责条款可以被主张不成为合同内容。',
  basis: [
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '9' },
    { law: '民法典', article: '496' },
  ],
  advice: '对免除、减轻己方责任的条款用醒目方式标示，请对方签注确认，并把协商往来和说明记录存卷。',
  traps: ['免责条款已经加粗提示、由对方单独确认的，提示义务已有依据。', '开头一句“经协商一致订立本合同”是惯常用语。'],
  check: phrase({
    find: denial,
    unless: pattern('应当?充分协商|协商不成|未尽|可以协商'),
    when: (_: Place, context) => mentions(context, relieves) && !mentions(context, prompted),
    message: ({ match }, context) =>
      `写明${quoted(match.text)}，而合同另有减免责任的约定：${quoted(reliefIn(context))}。`,
  }),
  examples: {
    hits: [
      {
        text: '双方确认本合同不含任何格式条款；乙方逾期甲方不承担任何责任。',
        quote: '不含任何格式条款',
        says: '减免责任',
      },
      {
        text: '第十八条 双方确认全部条款均经充分协商确定。\n第九条 因停电造成的一切损失由乙方自行承担。',
        says: '充分协商',
      },
      { text: '乙方已充分理解本合同全部内容并放弃任何异议。\n保证金一律不予退还。', says: '放弃任何异议' },
      { text: '场内车辆毁损的，经营方一律不赔。\n任何一方不得主张本合同为格式条款。' },
    ],
    nearMisses: [
      { text: '本合同不属于格式合同。免责条款已加粗并由乙方单独签注确认，甲方不承担停电损失的赔偿责任。' },
      { text: '甲乙双方经充分协商，订立本合同。一切费用由乙方承担。' },
      { text: '双方确认本合同不属于格式合同，双方违约均应赔偿损失。' },
    ],
  },
};

function reliefIn({ document }: RuleContext): string {
  return relieves.first(withoutDenials(readingOf(document).text))?.text ?? '';
}

export const natureRules: readonly Rule[] = [titleContent, precontractNature, formDenial];
