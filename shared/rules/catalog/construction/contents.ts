/** Works: what the contract should say, the days it counts, when it may begin, how fast it may be pushed. */
import { daysBetween } from '../../../facts/dates.ts';
import { dayNumber } from '../../../facts/dates.ts';
import type { DateFact, Duration } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { unaffirmedParts } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { contractPrice, isWorksContract, speaksOfWorks, worksKinds } from './common.ts';

const core: readonly Part[] = [
  [
    '工程范围',
    pattern(
      '工程(?:承包)?(?:范围|内容|概况|项目内容)|承包(?:范围|内容)|施工(?:范围|内容)|(?:工程量)?清单|建设内容|施工图|工程名称|内容(?:为|包括|：)|范围(?:为|包括|：)',
    ),
  ],
  [
    '工期',
    pattern(
      '工期|日历天|竣工(?:日期|时间)|开工(?:日期|时间)|\\d+\\s*(?:天|日|个月)内?(?:完成|完工|竣工)|(?:完工|竣工|完成)[^。；，]{0,6}(?:期限|时间|日期)|施工期限?',
    ),
  ],
  [
    '质量标准',
    pattern(
      '质量(?:标准|要求|等级|目标|应|符合|达到|须|合格)|合格标准|符合[^。；，]{0,16}(?:规范|标准)|验收(?:规范|标准)',
    ),
  ],
  ['价款及结算', pattern('价款|合同价|总价|造价|包干价|单价|结算|工程款|万元|\\d元|报酬|金额')],
  ['竣工验收', pattern('竣工验收|验收')],
  ['保修', pattern('保修|质保|缺陷责任|返修|维修期')],
];
const further: readonly Part[] = [
  ['中间交工', pattern('中间交工|隐蔽工程|分段验收|阶段验收|分部分项|中间验收')],
  ['技术资料', pattern('技术资料|图纸|竣工资料|施工资料|技术文件')],
  ['材料供应', pattern('材料|设备(?:供应|采购)|甲供')],
  [
    '相互协作',
    pattern(
      '协作|配合|协调|施工条件|三通一平|甲方(?:的)?(?:责任|义务|工作)|双方(?:的)?(?:责任|义务|权利)|发包人(?:的)?(?:工作|义务|责任)',
    ),
  ],
];
const elsewhere = pattern(
  '(?:详见|见|按|依照|执行)[^。；，]{0,8}(?:专用(?:合同)?条款|通用(?:合同)?条款|招标文件|投标文件|施工图|附件)',
);
const largeWorks: Setting = {
  key: 'const-elements-large',
  title: '中间交工、技术资料等条款开始提示的合同价（万元）',
  value: 400,
};
const priceOrTerms = pattern('合同价|工程款|造价|价款|总价|万元|\\d元|包干|报酬|工期|质量|验收|保修');

const elements: Rule = {
  id: 'const-elements',
  title: '施工合同缺少主要内容',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '工程范围、工期、质量、价款、竣工验收和保修没有写明的，事后只能靠补充协议、交易习惯或者鉴定来确定。',
  basis: [{ law: '民法典', article: '795' }],
  advice: '逐项补写所缺内容；使用示范文本的，填好专用条款并作为附件一并归档。',
  traps: ['写明“详见专用条款、招标文件”且附件在卷的，以附件为准。', '补充协议只写变更的内容。'],
  settings: [largeWorks],
  check: (context): Hit[] => {
    if (!isWorksContract(context) || !mentions(context, priceOrTerms)) return [];
    if (mentions(context, elsewhere) && hasAnnex(context)) return [];
    const absent = unaffirmedParts(context, core);
    const price = contractPrice(context);
    // A clause or two of a works contract is not the contract: its price, or most of its parts, must be here.
    if (price === null && absent.length > core.length / 2) return [];
    const large = price !== null && price.fen >= settingOf(context, largeWorks) * 1_000_000;
    if (absent.length > 0) {
      return [{ at: null, missing: 'const-elements', message: `施工合同没有写明${absent.join('、')}。` }];
    }
    const more = large && context.document.clauses.length > 0 ? unaffirmedParts(context, further) : [];
    if (more.length === 0) return [];
    const message = `合同价较大（按本单位设定的 ${settingOf(context, largeWorks)} 万元），没有写明${more.join('、')}。`;
    return [{ at: null, missing: 'const-elements-further', severity: 'notice', message }];
  },
  examples: {
    hits: [
      { text: '乙方修缮围墙，合同价5万元，其他按惯例办理。', says: '工期' },
      {
        text: '装修工程施工合同\n第一条 工程内容：办公楼二层装修。\n第二条 工期45日历天。\n第三条 合同价款38万元，验收后支付。\n第四条 质量符合国家验收规范。',
        says: '保修',
      },
      { text: '乙方承建村内道路硬化，工期60天，质量合格，工程款12万元，完工后保修一年。' },
    ],
    nearMisses: [
      {
        text: '施工合同：第二条工程范围、第三条工期、第四条质量标准、第五条价款及结算、第七条竣工验收、第八条保修均有约定。',
      },
      {
        text: '| 项目 | 约定 |\n| --- | --- |\n| 承包范围 | 屋面防水改造 |\n| 工期 | 30日历天 |\n| 质量标准 | 合格 |\n| 合同价款 | 9万元 |\n| 验收 | 完工后7日内竣工验收 |\n| 保修 | 五年 |\n甲方将屋面改造交乙方施工。',
      },
      { text: '补充协议：道路工程施工合同价款增加3万元。' },
      { text: '物业服务合同：乙方负责小修，服务费每月3万元。' },
    ],
  },
};

function hasAnnex({ input, document }: RuleContext): boolean {
  return input.documents.length > 1 || document.clauses.some(({ part }) => part === 'annex');
}

type Stage = 'start' | 'finish';
const stages: Names<Stage> = [
  ['finish', /竣工|完工|完成|结束|交付|止/u],
  ['start', /开工|进场|开始|起/u],
];
const rightAfter = /^\s*(?:之?前|起)?(?:全部|正式|计划)?(?:(开工|进场|动工)|(竣工|完工|完成|结束|交付))/u;

/** 自3月1日开工至7月1日竣工: what follows a date at once is nearer than what stands before. */
function stageOf(context: RuleContext, { at }: DateFact): Stage | null {
  const after = rightAfter.exec(clauseOf(context, at).after);
  if (after) return after[1] === undefined ? 'finish' : 'start';
  if (/(?:至|到|—|-|~|～|–|止于)\s*$/u.test(clauseOf(context, at).before)) return 'finish';
  if (/^\s*起?(?:至|到|—|-|~|～|–)\s*\d/u.test(clauseOf(context, at).after)) return 'start';
  return nameOf(context, at, stages);
}

const saysTotal = pattern('以[^。；，]{0,8}(?:工期)?总?日历天数?为准|天数为准');

/** Days from a date to the next, a date without a year being of the year that fits. */
function span(from: DateFact, to: DateFact): number | null {
  if (from.iso !== null && to.iso !== null) return daysBetween(from.iso, to.iso);
  if (from.month === null || from.day === null || to.month === null || to.day === null) return null;
  const year = from.year ?? to.year ?? 2026;
  const start = dayNumber(year, from.month, from.day);
  const end = dayNumber(to.year ?? year, to.month, to.day);
  const next = dayNumber(year + 1, to.month, to.day);
  if (start === null || end === null || next === null) return null;
  return end > start || to.year !== null ? end - start : next - start;
}

/** The least and the most days a stated length may mean between its two ends. */
function meant({ unit, amount }: Duration): readonly [number, number] | null {
  if (unit === 'day') return [amount, amount];
  if (unit === 'month') return [Math.floor(amount * 30.3) - 2, Math.ceil(amount * 30.6) + 1];
  if (unit === 'year') return [amount * 365 - 1, amount * 366];
  return null;
}

const periodCalc: Rule = {
  id: 'const-period-calc',
  title: '工期天数与开竣工日期不一致',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: worksKinds,
  why: '工期天数与开工、竣工日期推不到一起，逾期从哪一天起算就说不清。',
  basis: [{ law: '民法典', article: '201' }],
  advice: '按开竣工日期重算日历天数，改正写错的一端，或者写明以哪一个为准。',
  traps: ['首日计入与不计入的两种算法都接受，相差一日不提示。', '开工日以开工通知为准、没有写竣工日期的，无从推算。'],
  check: (context): Hit[] => {
    const length = inBody(context, context.facts.durations).find(({ at, unit, sense }) => {
      const { before, after } = clauseOf(context, at);
      return (
        ['day', 'month', 'year'].includes(unit) &&
        sense !== 'within' &&
        (/(?:工期|施工(?:期限|周期|时间)|日历天数?)[^，。；\d]{0,10}$/u.test(before) ||
          /^\s*的?(?:日历天|工期|施工期)/u.test(after) ||
          /日历[天日]/u.test(textIn(context, at)) ||
          nameOf(context, at, periodNames) === 'period') &&
        !/逾期|顺延|提前|保修|质保|延误|缩短|压缩|延长|有效期|缺陷责任|付款|支付|付清/u.test(before)
      );
    });
    const dates = inBody(context, context.facts.dates).filter(({ form }) => form === 'complete' || form === 'yearless');
    const told = dates.map((date) => ({ date, name: stageOf(context, date) }));
    const finish = told.find(({ name }) => name === 'finish')?.date;
    const start = told.find(({ name, date }) => name === 'start' && date !== finish)?.date;
    if (!length || !start || !finish) return [];
    const days = span(start, finish);
    const range = meant(length);
    if (days === null || days <= 0 || range === null) return [];
    // Counting the first day or not, and one day either way.
    if (range[1] >= days - 1 && range[0] <= days + 2) return [];
    const total = mentions(context, saysTotal);
    return [
      {
        at: length.at,
        related: [start.at, finish.at],
        message: `工期写为 ${length.text}，按${start.text}开工、${finish.text}竣工推算为 ${days + 1} 日（首日计入）。`,
        ...(total ? { severity: 'notice' } : {}),
      },
    ];
  },
  examples: {
    hits: [
      { text: '工期90日历天，3月1日开工，7月1日竣工。', quote: '90日历天', says: '123 日' },
      { text: '计划开工日期：2026年4月1日\n计划竣工日期：2026年8月31日\n工期总日历天数：120天', quote: '120天' },
      { text: '施工期限六个月，自2026年3月1日开工至2026年12月1日竣工。', quote: '六个月' },
      {
        text: '| 开工日期 | 2026年5月1日 |\n| --- | --- |\n| 竣工日期 | 2026年6月30日 |\n| 工期 | 90天 |',
        quote: '90天',
      },
    ],
    nearMisses: [
      { text: '工期90日历天，3月1日开工，5月29日竣工。' },
      { text: '工期90天，开工日期以开工通知为准。' },
      { text: '计划开工日期：2026年4月1日\n计划竣工日期：2026年9月30日\n工期183日历天，逾期30天以上的解除合同。' },
      { text: '施工期限三个月，2026年3月1日开工，2026年5月31日竣工。' },
    ],
  },
};
const periodNames: Names<'period' | 'other'> = [
  ['period', /工期|施工期限?|日历天数?/u],
  ['other', /保修|质保|付款|支付/u],
];

function textIn(context: RuleContext, at: Duration['at']): string {
  return sentenceOf(context, at).text.slice(
    at.from - sentenceOf(context, at).from,
    at.to - sentenceOf(context, at).from,
  );
}

const permit =
  '(?:施工许可证?|规划许可证?|工程规划许可|开工报告|施工许可手续|规划手续|报建手续|建设手续|许可手续|许可证|用地手续|审批手续|开工手续)';
const lateOrNone =
  '(?:(?:尚)?未(?:核发|发放|办妥|领到)|未取得|尚未(?:取得|办理|办妥)|没有取得|未办(?:理|妥)|无|暂未|暂无|后补|补办|补领|后续(?:补办|办理|补)|随后(?:办理|补办)|再行(?:补办|办理)|日后(?:办理|补)|另行(?:补办|办理)|开工后(?:再)?(?:办理|补办|补)|边(?:施工|建|干)边(?:办理|办|补)|同步办理|延后办理|暂缓办理|补齐|滞后|未经批准|未获(?:批准|批)|未批准)';
const startWork = '(?:开工|进场施工|动工|先行施工|组织施工|开始施工|施工|先建|进场)';

const licence: Rule = {
  id: 'const-license',
  title: '未取得施工许可或规划许可即开工',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction', 'procurement', 'investment', 'cooperation', 'administrative'],
  why: '建筑工程开工前应当领取施工许可证；起诉前仍未取得规划许可的，施工合同可能被确认无效。',
  basis: [
    { law: '建筑法', article: '7' },
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '3' },
  ],
  advice: '改为取得规划许可和施工许可后由发包人发出开工通知，工期自通知载明的日期起算。',
  traps: ['限额以下的小型工程不需要施工许可证。', '三通一平、进场准备不是开工。'],
  check: phrase({
    find: pattern(
      `${lateOrNone}[^。；，\\n]{0,12}${permit}[^。；\\n]{0,30}${startWork}|${startWork}[^。；\\n]{0,40}${permit}[^。；，\\n]{0,24}${lateOrNone}|${startWork}[^。；\\n]{0,30}${lateOrNone}[^。；，\\n]{0,12}${permit}|${permit}[^。；，\\n]{0,20}${lateOrNone}[^。；\\n]{0,30}|${permit}[^。；，\\n]{0,6}前[^。；\\n]{0,24}(?:先行|即可?|可以?|应|须)[^。；，\\n]{0,10}${startWork}|${permit}[^。；，\\n]{0,8}(?:正在|尚在|仍在)[^。；，\\n]{0,6}(?:办理|审批|申办|申领)[^。；\\n]{0,30}${startWork}|先(?:行)?(?:开工|施工|建设|进场|动工)[^。；\\n]{0,20}后(?:再)?(?:补|办|取得|申领|领)|${permit}[^。；，\\n]{0,12}(?:办理|办)(?:期间|过程中|前)[^。；\\n]{0,16}(?:可以?|即可|先行|应|须)[^。；，\\n]{0,8}${startWork}`,
    ),
    also: [pattern('施工|开工|动工|进场|先建|建设'), pattern('许可|开工报告|手续|后补|补办|后再')],
    unless: pattern(
      '不得(?:开工|施工|动工|先|擅|在|组织|进场|未|无|提前|要求)|禁止|严禁|不能(?:开工|施工)|待[^。；，]{0,20}(?:后|取得)[^。；]{0,12}开工|限额以下|无需办理|无须办理|不需(?:要)?办理|免于办理|依法不需|三通一平|进场准备|施工准备|临时设施|擅自|(?:甲方|发包[人方])(?:有权)?(?:拒绝|责令)|取得[^。；，]{0,20}(?:后|之日起)[^。；]{0,20}开工|(?:的|，)(?:工期)?(?:相应)?顺延|停工|违约责任|赔偿',
    ),
    negatable: true,
    message: ({ match }) => `约定在许可之前施工：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '合同签订后乙方立即开工，施工许可证由甲方后补办理。', says: '许可之前施工' },
      { text: '第四条 本工程在未取得建设工程规划许可证的情况下先行施工，相关手续由甲方协调。', says: '规划许可' },
      { text: '乙方应先进场施工，后补办施工许可手续。' },
      { text: '施工许可证办理期间，承包人可以先行开工，不影响工期。' },
    ],
    nearMisses: [
      { text: '乙方进场准备，甲方取得施工许可证后5日内发出开工通知。' },
      { text: '未取得施工许可证的，承包人不得开工。' },
      { text: '本工程投资额在限额以下，无需办理施工许可证，合同签订后开工。' },
      { text: '甲方负责办理施工许可证，取得后通知乙方开工。' },
    ],
  },
};

const agreedTime =
  '(?:工期|竣工日期|完工日期|交付日期|(?:设计|检测|勘察|服务|工作)(?:周期|工期|期限)|(?:提交|交付)?(?:成果|报告|图纸)[^。；，]{0,4}(?:时间|期限|日期)|提交成果时间|期限|进度)';
const anyCause = '(?:不论|无论|不管)[^。；\\n]{0,20}(?:原因|情况|情形|理由|因素|天气|条件|事由|事件)[^。；\\n]{0,14}';
const noStay = '(?:均|都|一律|亦|也|概)?不(?:予|得|作|再|能|可)?(?:任何)?(?:顺延|延长|调整|延期|推迟)';
/** 不论任何事由，设计周期均不予顺延; 不讲条件提前. */
const pushedTerm = `${anyCause}${agreedTime}[^。；，\\n]{0,8}${noStay}|(?:不讲条件|不附条件|不计条件)[^。；，\\n]{0,24}(?:提前|缩短|压缩|赶工)`;
const pushes = pattern(
  `${pushedTerm}|无条件[^。；，\\n]{0,10}(?:提前|缩短|压缩|赶工|按期)[^。；，\\n]{0,16}|(?:不论|无论|不管|任何)[^。；\\n]{0,16}(?:原因|情况|情形|理由|因素|天气|条件)[^。；\\n]{0,14}(?:工期|竣工日期|完工日期|交付日期|进度)[^。；，\\n]{0,8}(?:均|都|一律|亦|也)?(?:不(?:予|得|作|再|能)?(?:任何)?(?:顺延|延长|调整|延期|推迟|变)|不可(?:顺延|延长))|工期[^。；\\n]{0,12}(?:不论|无论|不管|任何)[^。；\\n]{0,16}(?:均|都|一律)?不(?:予|得|作|再|能)?(?:顺延|延长|调整|延期)|工期[^。；，\\n]{0,10}(?:一律|概|绝对|均|在任何情况下|任何情况下均?)不(?:予|得|作|再)?(?:顺延|延长|调整)|(?:压缩|缩短|提前)[^。；，\\n]{0,8}(?:合理)?工期[^。；\\n]{0,40}(?:不(?:另|再)?(?:增加|支付|计取|调整|补偿|计)|自行承担|包干|无偿)|工期[^。；，\\n]{0,6}(?:压缩|缩短|提前)[^。；\\n]{0,40}(?:不(?:另|再)?(?:增加|支付|计取|调整|补偿|计)|费用[^。；，]{0,4}不(?:增加|调整|变)|自行承担)|(?:提前)[^。；，\\n]{0,10}(?:竣工|完工|交付)[^。；\\n]{0,30}(?:不(?:另|再)?(?:增加|支付|计取|调整|补偿)[^。；，\\n]{0,8}费|费用[^。；，]{0,4}不(?:增加|调整)|赶工费[^。；，]{0,8}(?:乙方|承包)|不增加费用)|(?:压缩|缩短)[^。；，\\n]{0,6}工期[^。；，\\n]{0,6}(?:\\d+[%％]|百分之|[三四五六七八九]成|一半)|工期[^。；\\n]{0,24}(?:压缩|缩短)[^。；，\\n]{0,6}(?:\\d+[%％]|百分之|[三四五六七八九]成|一半)`,
);
/** 工期由240天压缩至150天，赶工费用由承包人承担; 无偿赶工. */
const unpaidHaste =
  '工期[^。；，\\n]{0,14}(?:压缩|缩短)[^。；\\n]{0,24}费用?[^。；，\\n]{0,4}由(?:承包|乙方|施工)|无偿(?:赶工|提前|缩短)';
const lumpAtLoss = pattern(
  '低于成本[^。；，\\n]{0,6}(?:也|亦|均|仍)不[^。；，\\n]{0,8}|不得以任何(?:理由|原因)[^。；，\\n]{0,8}(?:顺延|延长)|(?:无论|不论|不管)[^。；，\\n]{0,4}盈亏[^。；，\\n]{0,10}|盈亏[^。；，\\n]{0,6}(?:自负|均)[^。；，\\n]{0,10}(?:包死|包干|不(?:作)?调整)|低于成本[^。；，\\n]{0,10}(?:报价|承包|承揽|中标|包死|施工|价)|(?:以|按)[^。；，\\n]{0,4}低于[^。；，\\n]{0,6}成本',
);

const compress: Rule = {
  id: 'const-period-compress',
  title: '任意压缩工期或低于成本包死',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: [...worksKinds, 'service'],
  why: '发包单位不得任意压缩合理工期，不得迫使承包方以低于成本的价格竞标；不分原因一概不顺延的约定危及质量和安全。',
  basis: [
    { law: '建设工程质量管理条例', article: '10' },
    { law: '政府投资条例', article: '24' },
  ],
  advice: '保留不可抗力、设计变更、发包人原因等顺延事由；确需赶工的，经论证后另计赶工措施费。',
  traps: ['经论证并另计赶工费的提前竣工是正常安排。', '因承包人原因工期不顺延的约定合法。'],
  check: phrase({
    find: pattern(`${pushes.source}|${lumpAtLoss.source}|${unpaidHaste}`),
    unless: pattern(
      '不得(?:任意|随意|擅自|无故)?(?:压缩|缩短)|(?:甲方|发包[人方]|建设单位|委托[人方])[^。；，]{0,4}不得[^。；，]{0,4}要求|不得以[^。；，]{0,6}低于成本|禁止|严禁|经论证|专家论证|赶工(?:措施)?费(?:用)?(?:由甲方|由发包|另|按|双方)|另行(?:约定|支付|计取)[^。；，]{0,8}费|因(?:乙方|承包[人方])(?:自身)?原因|(?:乙方|承包[人方])原因(?:造成|导致)|合理化建议|提前竣工奖|奖励|低于成本[^。；，]{0,6}(?:的|投标)?[^。；，]{0,6}(?:否决|无效|说明|废标)',
    ),
    when: ({ sentence }, context) => speaksOfWorks(context) || /工期|设计|检测|竣工|完工|成果|勘察/u.test(sentence),
    message: ({ match }) => `约定${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方须无条件提前40日竣工，不论何种原因工期均不顺延，费用不增加。', quote: '无条件提前40日竣工' },
      { text: '第八条 发包人将定额工期压缩30%，由此产生的费用承包人自行承担。', subKind: 'construction' },
      { text: '无论任何情况，竣工日期均不得延长。', says: '均不得延长' },
      { text: '勘察合同：受托方应不讲条件将提交成果时间提前十天，费用不变。', says: '不讲条件' },
      { text: '工程造价包死，无论盈亏乙方均按报价施工。', says: '盈亏' },
    ],
    nearMisses: [
      { text: '确需提前竣工的，经论证并由双方另行约定赶工措施费。' },
      { text: '因承包人原因造成工期延误的，不论何种情形工期均不顺延。' },
      { text: '因设计变更、不可抗力影响施工的，工期相应顺延。' },
      { text: '发包人不得压缩合理工期，增加的费用由发包人承担。' },
    ],
  },
};

export const worksContents: readonly Rule[] = [elements, periodCalc, licence, compress];
