/** Acceptance: by silence, without a standard or a time, or in too short a time. */
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isUnfilled, settles } from './whole.ts';

const accepting = '(?:验收|异议|答复|回复|确认|反馈|审核|提出意见|书面意见|表示)';
const deniesSilence = /(?:不|未|非)(?:得|能|应|可|再)?(?:即)?(?:视为|视同|默认|即为)/u;

const acceptDeemed: Rule = {
  id: 'accept-deemed',
  title: '逾期不答复视为验收合格',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  why: '默示验收条款不违法，但采购人内部流程稍慢就会丧失对质量和数量提出异议的机会。',
  basis: [
    { law: '民法典', article: '621' },
    { law: '政府采购法实施条例', article: '45' },
  ],
  advice: '改为书面验收并设合理期限，逾期的先书面催告，催告后仍不答复的再视为合格；同时注意按期组织验收。',
  check: phrase({
    find: pattern(
      `(?:未|不|逾期|无)[^。；]{0,26}${accepting}[^。；]{0,14}(?:视为|即为|视同|默认|推定|等同|看作)[^。；，]{0,14}(?:合格|通过|认可|同意|接受|确认|无异议|完成|达标|符合|满意)|(?:逾期|未)[^。；，]{0,8}(?:视为|视同|默认)[^。；，]{0,8}(?:合格|通过|认可)`,
    ),
    unless: pattern('催告|试运行期满|视为不|视为乙方|视为供方|视为承包人|视为放弃|书面通知后仍|再次通知'),
    when: ({ match, sentence }) =>
      /验收|合格|交付|收货|货物|成果|产品|质量|检验|服务|设备|工程/u.test(sentence) &&
      !/(?:乙方|供应商|供方|卖方|承包人|承包方|受托人)(?:在|于|应|收到)?[^。；，]{0,22}$/u.test(
        wordsBefore(sentence, match.text),
      ) &&
      !deniesSilence.test(match.text) &&
      !/(?:结算|决算)(?:文件|书|报告|资料|价|申请|单|金额|款)|(?:竣工|工程)(?:结|决)算/u.test(sentence),
    message: ({ match }) => `约定不作表示即视为认可：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方3日内未验收视为合格。', quote: '未验收视为合格', says: '视为认可' },
      { text: '采购人收到成果后十日内不提出异议的，视为成果通过验收。', says: '视为认可' },
      { text: '第七条 货物送达后，甲方逾期未书面答复，即视为验收合格。', quote: '逾期未书面答复，即视为验收合格' },
    ],
    nearMisses: [
      { text: '甲方10日内组织验收并出具验收书。' },
      { text: '甲方逾期未验收的，乙方应书面催告，催告后十日内仍不验收的视为合格。' },
      { text: '乙方收到整改通知后三日内未提出异议的，视为同意甲方的服务质量认定。' },
      { text: '发包人逾期未答复的，视为认可竣工结算文件。' },
    ],
  },
};

/** The words of a sentence before a stretch of it. */
function wordsBefore(sentence: string, part: string): string {
  return sentence.slice(0, Math.max(0, sentence.indexOf(part)));
}

const delivered = pattern(
  '验收|(?:提交|提供|交付|完成|移交|供应|供货|送货|承建|施工|安装|制作|加工|开发|维修|修缮|编制)[^。；]{0,16}(?:货物|设备|服务|工程|成果|软件|系统|产品|材料|家具|作品|报告|物资|项目)|(?:货物|设备|工程|成果|产品)[^。；]{0,12}(?:交付|交货|到货|完工|竣工|提供)',
);
const paid = pattern('付款|支付|价款|总价|费用|服务费|结算|元');
const standards = pattern(
  '(?:验收|质量|技术|服务|考核|检验|合格)(?:的)?(?:标准|要求|规范|依据|办法|细则|规格|参数|方案|指标|评分|规程)|(?:符合|达到|满足|按照?|依照?|根据|执行|以)[^。；]{0,30}(?:标准|规范|规程|要求|参数|附件|图纸|清单|招标文件|投标文件|采购文件|响应文件|样品|封样|国标|合格|约定的质量)|国家标准|行业标准|企业标准|国标|GB',
);
const inspecting = /验收|检验|异议|查验|考核|签收|评审|初验|终验/u;
const regular =
  /当日|当天|当场|当月|每月|每季|每年|月末|月底|季末|次月|按月|按季|到货时|交货时|签收时|随到随|\d+\s*小时|小时内|同时|竣工时/u;

const blankTime = /[_＿×\s\u3000]{2,}(?:个?工作日|日|天|个月|小时)/u;

/** Whether acceptance has a time: a length in its paragraph that is not one of payment, or a fixed rhythm. */
function hasAcceptanceTime(context: RuleContext): boolean {
  const timed = inBody(context, context.facts.durations).some(({ at }) => {
    const { text, after } = clauseOf(context, at);
    const other = /付|结清|结算|退还|质保|保修|维修|违约/u.test(text) && !inspecting.test(after);
    return inspecting.test(`${textOf(context, at.block)}${tableAbove(context, at.block)}`) && !other;
  });
  const { paragraphs } = readingOf(context.document);
  return (
    timed ||
    paragraphs.some(({ text }) =>
      text.split(/[。；]/u).some((one) => inspecting.test(one) && (regular.test(one) || blankTime.test(one))),
    )
  );
}

/** For a place in a table: the line above the table and its cells up to that place; '' elsewhere. */
function tableAbove(context: RuleContext, block: string): string {
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = indexOf.get(block) ?? -1;
  const own = paragraphs[here]?.region;
  if (own?.kind !== 'cell') return '';
  let from = here;
  const inTable = (at: number): boolean => {
    const region = paragraphs[at]?.region;
    return region?.kind === 'cell' && region.table === own.table;
  };
  while (from > 0 && here - from < 60 && inTable(from)) from -= 1;
  return paragraphs
    .slice(from, here)
    .map(({ text }) => text)
    .join('，');
}

const hinge = pattern(
  '(?:验收|检验)(?:合格|通过|完毕|完成|无误|达标)?(?:之日)?(?:后|起|的|，|付款)|(?:经|由|待)[^。；，]{0,10}验收',
);

const acceptMissing: Rule = {
  id: 'quality-accept-missing',
  title: '没有验收标准或者验收期限',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: ['sale', 'procurement', 'construction', 'service', 'property'],
  yieldsTo: ['proc-acceptance'],
  why: '没有标准，质量争议只能按国家、行业标准或者通常标准衡量；没有期限，付款条件何时成就、异议何时过期都不确定。',
  basis: [
    { law: '民法典', article: '511' },
    { law: '民法典', article: '620' },
    { law: '保障中小企业款项支付条例', article: '10' },
  ],
  advice: '写明验收依据（标准号、参数或者附件）、验收的人和程序，以及收到申请后几日内完成验收。',
  traps: ['服务按月考核并附考核标准的，考核就是验收。', '租赁、借款、劳动等合同不以验收为要素。'],
  check: (context): Hit[] => {
    if (
      !mentions(context, delivered) ||
      !mentions(context, paid) ||
      mentions(context, pattern('借款合同|劳动合同|租赁合同|保证合同|房屋租赁|委托代理合同|合伙协议|保险合同'))
    )
      return [];
    if (!settles(context)) return [];
    const standard = mentions(context, standards);
    const time = hasAcceptanceTime(context);
    // A time is missed where something hangs on acceptance, and not in a form still to be filled in.
    if (standard && (time || isUnfilled(context) || !mentions(context, hinge))) return [];
    const lacks = [standard ? '' : '验收标准', time ? '' : '验收期限'].filter(Boolean).join('和');
    const milder = standard || time ? { severity: 'low' as const } : {};
    return [{ at: null, missing: 'acceptance', message: `合同没有约定${lacks}。`, ...milder }];
  },
  examples: {
    hits: [
      { text: '乙方完成后甲方验收付款。', says: '验收标准和验收期限' },
      {
        text: '第一条 供方交付办公家具一批，总价20万元。\n第二条 货到需方验收后支付全部货款。\n第三条 违约的赔偿损失。',
      },
      { text: '乙方按国家标准制作宣传栏，费用3万元。甲方验收合格后支付。', says: '没有约定验收期限' },
      { text: '承包人完成场地平整工程，甲方在十日内组织验收，价款8万元。', says: '没有约定验收标准' },
      { text: '课题委托合同\n乙方于六月底前提交成果，甲方付清余款8万元，违约的赔偿损失。' },
    ],
    nearMisses: [
      { text: '甲方收到申请后10日内按附件标准验收，验收后付款。' },
      { text: '乙方提供保洁服务，甲方每月按考核标准考核，按考核结果支付服务费。' },
      { text: '房屋租赁合同\n出租人交付房屋，承租人支付租金3,000元，逾期支付违约金。' },
      { text: '设备质量应符合附件技术参数，需方到货后七个工作日内完成验收并支付货款。' },
    ],
  },
};

const needsTrial = pattern(
  '设备|软件|系统|仪器|机组|电梯|平台|信息化|服务器|试运行|空调|机器|锅炉|水泵|装置|机床|[一主电机收印影像投像能波风碎缝洗绘]机|B超|CT|仪表|交换机|打印机|复印机|一体机|无人机|路由器|传感器|显示屏|充电桩|变压器|配电柜|终端|监护仪|(?:扫地|洒水|清扫|垃圾|消防|救护|冲洗|叉|电动|吸粪|清障)车|监控|检测仪|器械|程序|APP|小程序|网站|生产线',
);
const noObjection = pattern(
  '(?:当场|现场|签收时|收货时|到货时|即时|当面)[^。；]{0,24}(?:验收|检验|查验|清点|签收)[^。；]{0,30}(?:不得|不再|无权|不能|不予)[^。；]{0,12}(?:异议|提出|受理|主张)|(?:签收|验收|签字)[^。；]{0,10}(?:不得|不再|无权|概不)[^。；]{0,12}(?:异议|质量|负责|受理|主张)|(?:清点|点验|开箱|拆封|通电|开机)[^。；，]{0,6}(?:即|视为|视同)[^。；，]{0,10}(?:合格|验收|认可|无异议)|(?:之后|过后|此后|事后|离场后|签字后)[^。；，]{0,6}(?:不受理|不接受|不再受理|不认可|概不)[^。；，]{0,6}(?:异议|质量|退换)|(?:签收|收货|到货)[^。；，]{0,4}(?:即|即为|即视为|视为|视同)[^。；，]{0,10}(?:合格|验收|认可|无异议)',
);
const limited = pattern('外观|数量|包装|件数|规格型号|试运行|性能检验|隐蔽|保修期内|不影响[^。；]{0,10}(?:异议|质量)');

function shortHits(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    const short =
      duration.unit === 'hour'
        ? duration.amount <= 48
        : ['day', 'working-day'].includes(duration.unit) && duration.amount <= 2;
    if (!short) return [];
    const { text, after, before } = sentenceOf(context, duration.at);
    // 不再安排试运行 takes away what would make the time bearable.
    const kept = text.replace(/(?:不再|无需|无须|不需|不另|不|免)(?:安排|进行|组织|设|作)?试运行/gu, '');
    const inspects = /异议|验收|检验|质量问题|查验|提出(?:书面)?(?:意见|问题)/u.test(
      `${before.slice(-30)}${after.slice(0, 30)}`,
    );
    const told =
      /视为|视同|即为|不得|不再|完成|应当?|须|逾期|丧失|期满|届满|放弃|无权|失权|(?:检验|验收|异议)期|内[^。；]{0,10}(?:异议|验收|检验)/u.test(
        text,
      );
    if (!inspects || !told || limited.test(kept) || !concernsEquipment(context, text)) return [];
    if (
      /维修|响应|到场|修复|更换|退换|乙方(?:应|须|在)[^。；]{0,12}(?:答复|处理)|通知[^，。；]{0,8}(?:甲方|采购人|买方|需方)(?:前来|到场|参加)/u.test(
        `${before.slice(-16)}${after.slice(0, 16)}`,
      )
    )
      return [];
    return [{ at: duration.at, message: `设备、软件类标的的检验、异议期只有${quoted(duration.text)}。` }];
  });
}

function concernsEquipment(context: RuleContext, sentence: string): boolean {
  return (
    needsTrial.test(sentence) ||
    (needsTrial.test(readingOf(context.document).text.slice(0, 200)) && !/食材|蔬菜|鲜|餐/u.test(sentence))
  );
}

const inspectionShort: Rule = {
  id: 'inspection-short',
  title: '检验期过短',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  why: '设备、软件要运行一段时间才显出缺陷；期限短到不能完成全面检验的，只能看作对外观瑕疵提出异议的期限，双方会为此再起争执。',
  basis: [{ law: '民法典', article: '622' }],
  advice: '把外观、数量的清点与性能检验分开，按标的性质约定试运行和性能检验的期限。',
  traps: ['只就外观、数量约定短期限，另设试运行和性能检验的，期限合理。', '鲜活食品等当场即可验明的货物不同。'],
  check: (context) => [
    ...shortHits(context),
    ...phrase({
      find: noObjection,
      unless: limited,
      when: ({ sentence }) =>
        concernsEquipment(context, sentence) && !mentions(context, pattern('试运行|性能检验|性能测试')),
      message: ({ match }) => `设备、软件类标的在签收时即丧失异议权：${quoted(match.text)}。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '设备签收后24小时内未提异议视为质量合格。', quote: '24小时', says: '只有“24小时”' },
      { text: '第六条 软件部署完成后，甲方应在2日内验收，逾期视为通过。', quote: '2日' },
      { text: '仪器到货时由采购人当场验收，验收后不得再提出任何异议。', says: '丧失异议权' },
      { text: '电梯采购合同\n第八条 需方收货后一个工作日内不提出质量异议的，视为合格。', says: '一个工作日' },
      { text: '变压器现场清点即视为验收合格，之后不受理异议。' },
      { text: '平台功能的检验期限为签收起2日，不再安排试运行，期满视为认可。' },
    ],
    nearMisses: [
      { text: '设备签收时检验外观，试运行30日后检验性能。' },
      { text: '设备到货后2日内清点外观和数量，性能在试运行期内检验。' },
      { text: '设备发生故障的，乙方24小时内到场检验并维修。' },
      { text: '蔬菜送达后当场验收，验收后不得提出异议。' },
      { text: '设备到货后15日内验收，逾期视为合格。' },
    ],
  },
};

export const acceptanceRules: readonly Rule[] = [acceptDeemed, acceptMissing, inspectionShort];
