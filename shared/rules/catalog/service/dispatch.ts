/** Labour dispatch: what its agreement must state, its licence, and outsourcing that is dispatch in fact. */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { absentParts, mentions, places, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { settles } from '../contract/whole.ts';

const count = '(?:\\d+|[一二两三四五六七八九十百]+)\\s*(?:余)?(?:名|人|位|个岗位)';
const dispatch = pattern(
  `劳务派遣|被派遣(?:劳动者|人员|员工)|派遣(?:单位|协议|合同|期限|岗位|员工|人员|用工|制)|派遣[^。；，]{0,18}(?:岗位|岗|辅助|临时|替代)[^。；，]{0,12}|(?:乙方|劳务公司|人力资源公司)[^。；]{0,14}派遣[^。；]{0,14}${count}|派遣[^。；，]{0,8}${count}`,
);
/** A fitter sent to mend a machine is no dispatched worker, and outsourcing says that it is none. */
const notDispatch = pattern(
  '派遣[^。；，]{0,10}(?:工程师|技术人员|专家|维修|技师|讲师|律师|项目经理|监理)|(?:不属于|不构成|不存在|没有|不是|不得|禁止|并非|不采用|非)(?:[^。；，]{0,6})(?:劳务)?派遣|派遣函|派遣证',
);

function dispatchPlaces(context: RuleContext) {
  return places(context, dispatch, (sentence) => !notDispatch.test(sentence));
}

const elements: readonly Part[] = [
  ['岗位', pattern('岗位|岗|职务|工种|保洁员|司机|文员|协管员|辅助')],
  ['人数', pattern(`${count}|人数|人员数量`)],
  ['派遣期限', pattern('期限|派遣期|自\\s*\\d{4}|为期|\\d+\\s*(?:个月|年)|[一二两三四五六七八九十]+(?:个月|年)')],
  [
    '劳动报酬的数额与支付方式',
    pattern(
      '(?:工资|报酬|薪酬|薪资)[^。；]{0,24}(?:\\d|标准|数额|载明|附件|元|不低于|按月)|(?:\\d|元)[^。；]{0,16}(?:工资|报酬)|月报酬',
    ),
  ],
  [
    '社会保险费的数额与支付方式',
    pattern(
      '(?:社会保险|社保|五险)[^。；]{0,24}(?:\\d|标准|数额|比例|缴纳|载明|附件|元|支付|承担|费)|(?:缴纳|支付|代缴|承担)[^。；，]{0,10}(?:社会保险|社保|五险)',
    ),
  ],
  ['违约责任', pattern('违约|赔偿|违反协议')],
];
const leftOpen = pattern(
  '(?:工资|报酬|薪酬|薪资|社保|社会保险)[^。；]{0,10}(?:另行|另议|待定|再定|商定|面议|协商确定)',
);
const halfYear = 186;
const threeKinds = pattern('辅助性|替代性|临时性|辅助岗|辅助岗位|替代岗|产假|脱产|休假|代替');
const mainPost = pattern(
  '主营业务(?:岗位)?|核心(?:业务|工序|技术)?[^。；，]{0,4}(?:岗|工|员)|生产线[^。；，]{0,8}|一线(?:生产|操作)[^。；，]{0,4}|(?:客运|公交|货运)(?:车)?(?:驾驶员|司机)|任课教师|执业医师|研发(?:岗|人员)|骨干岗|关键岗位|主要业务岗|教师岗|医师岗|医生岗|护士岗|执法岗|科研岗|教学岗|专职教师|临床医生|正式岗位',
);
const splits = pattern(
  '(?:每|分|以)[^。；，]{0,6}(?:\\d+|[一二两三四五六])个?月[^。；]{0,14}(?:一签|签订一次|签订?一份|续签|为一期|重签|轮签)|连续[^。；]{0,12}(?:短期|签订)[^。；]{0,10}(?:协议|合同)?|(?:分割|分段|拆分)[^。；]{0,10}(?:用工|期限|签订|协议)|(?:多次|逐次|滚动)[^。；，]{0,6}(?:续签|签订)[^。；，]{0,10}(?:短期|\\d+个?月)?|短期(?:派遣)?协议[^。；]{0,14}(?:连续|滚动|循环|轮流|续签)',
);

const svcDispatch: Rule = {
  id: 'svc-dispatch',
  title: '劳务派遣协议要素不全或者岗位不合三性',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '派遣协议应当约定岗位、人数、期限、报酬和社会保险费以及违约责任；派遣只能用在临时性、辅助性或者替代性岗位，连续用工不得拆成短期协议。',
  basis: [
    { law: '劳动合同法', article: '59' },
    { law: '劳动合同法', article: '66' },
  ],
  advice: '补齐缺项，逐岗写明属于哪一性；临时性岗位存续不超过六个月，需要长期用工的改为直接聘用或者按成果外包。',
  traps: [
    '服务外包按成果付费、由乙方自行管理人员，不是派遣。',
    '派遣工程师到场维修是履行服务。',
    '替代产假、脱产学习人员的岗位属于替代性岗位。',
  ],
  check: (context) => {
    const found = dispatchPlaces(context);
    const [first] = found;
    if (!first) return [];
    return [...elementHits(context, first.at), ...temporaryHits(context), ...postHits(context)];
  },
  examples: {
    hits: [
      { text: '派遣临时性岗位人员10名，期限两年，工资社保另行商定。', says: '超过六个月' },
      { text: '劳务派遣协议\n第一条 派遣单位向用工单位派遣司机5名，派遣期限六个月。', says: '劳动报酬' },
      {
        text: '劳务派遣协议\n乙方派遣主营业务岗位人员8名，期限一年，月工资4,000元，社保由乙方缴纳，违约的赔偿损失。',
        says: '主营业务岗位',
      },
      {
        text: '派遣辅助性岗位人员6名，每三个月续签一次协议，月工资3,500元，社会保险费每人900元，违约责任见附件。',
        quote: '每三个月续签',
      },
    ],
    nearMisses: [
      { text: '派遣产假替代岗位1名，期限6个月，月报酬、社保数额及支付方式、违约责任均已载明。' },
      { text: '乙方派遣工程师2名到场维修，费用含在维保费内。' },
      { text: '本合同为保洁服务外包，不属于劳务派遣，乙方自行管理人员，按成果结算。' },
      {
        text: '劳务派遣协议\n派遣辅助性岗位文员4名，派遣期限一年，月工资3,800元，社会保险费按规定标准缴纳，按月支付，违约的承担赔偿责任。',
      },
    ],
  },
};

function elementHits(context: RuleContext, at: Hit['at']): Hit[] {
  const open = mentions(context, leftOpen);
  const absent = absentParts(context, elements);
  const lacks = open ? [...new Set([...absent, '劳动报酬和社会保险费（写的是另行商定）'])] : absent;
  // A line that only names dispatch states none of it, and need not.
  if (lacks.length === 0 || (absent.length > 4 && !open && !settles(context, 3))) return [];
  return [{ at, message: `劳务派遣协议没有载明${lacks.join('、')}。` }];
}

function temporaryHits(context: RuleContext): Hit[] {
  if (!mentions(context, pattern('临时性')) || mentions(context, pattern('辅助性|替代性'))) return [];
  return inBody(context, context.facts.durations)
    .filter(({ at, days }) => {
      const { before, after } = clauseOf(context, at);
      return (
        days > halfYear &&
        !/不超过|不得超过|质保|保存|保密/u.test(before.slice(-8)) &&
        /期|为|派遣|至|用工|服务|岗位|，|^/u.test(`${before}${after}`)
      );
    })
    .slice(0, 1)
    .map((duration) => ({
      at: duration.at,
      nature: 'unlawful' as const,
      message: `写明是临时性岗位，期限却为${quoted(duration.text)}，超过六个月。`,
    }));
}

function postHits(context: RuleContext): Hit[] {
  const split = places(context, splits, (sentence) => !/不得|禁止/u.test(sentence)).slice(0, 1);
  const posts = mentions(context, threeKinds) ? [] : places(context, mainPost).slice(0, 1);
  return [
    ...split.map(({ at, match }) => ({ at, message: `以短期协议分割连续用工：${quoted(match.text)}。` })),
    ...posts.map(({ at, match }) => ({
      at,
      message: `派遣用于${quoted(match.text)}，没有说明属于辅助性、替代性岗位。`,
    })),
  ];
}

const permit = pattern(
  '劳务派遣(?:经营)?(?:行政)?许可|派遣[^。；，]{0,6}许可|经营许可证|(?:^|[^务])许可证(?:编号|号|号码|有效期|复印件)|劳派许|人社派',
);

const svcDispatchLicense: Rule = {
  id: 'svc-dispatch-license',
  title: '劳务派遣单位没有列明许可证',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  why: '未经许可不得经营劳务派遣业务；与无证单位签约，用工单位可能与其连带承担责任，许可中途到期也会使派遣失去依据。',
  basis: [
    { law: '劳动合同法', article: '57' },
    { law: '劳动合同法', article: '92' },
  ],
  advice: '核验许可证原件，写明证号和有效期并附复印件；许可先到期的，约定续期证明和退出安排。',
  traps: ['服务外包、派员维修不需要派遣许可。', '许可证号和有效期已写明且覆盖协议期的，没有问题。'],
  check: (context): Hit[] => {
    const [first] = dispatchPlaces(context);
    if (!first) return [];
    if (!mentions(context, permit)) {
      return [{ at: first.at, message: `约定${quoted(first.match.text)}，没有列明劳务派遣经营许可证的证号和有效期。` }];
    }
    return expired(context);
  },
  examples: {
    hits: [
      { text: '乙方为甲方派遣辅助岗位人员12名。（无许可证信息）', says: '没有列明劳务派遣经营许可证' },
      { text: '劳务派遣协议\n青麓人力公司向临河区文化馆派遣讲解员6名，派遣期限六个月。' },
      {
        text: '劳务派遣协议\n乙方持有劳务派遣经营许可证，有效期至2026年12月31日。\n派遣期限自2026年3月1日至2028年2月29日。',
        quote: '2026年12月31日',
        says: '早于协议届满日',
      },
    ],
    nearMisses: [
      { text: '乙方为甲方派遣保安12名。乙方持有劳务派遣经营许可证（证号青麓派001，有效期至2028-06-30），附复印件。' },
      { text: '乙方派遣技术人员两名到场调试设备。' },
      { text: '本合同为物业服务外包，不构成劳务派遣。' },
      {
        text: '劳务派遣协议\n派遣期限自2026年3月1日至2028年2月29日。\n劳务派遣经营许可证（编号青麓派007，有效期2026年5月1日至2029年4月底）。',
      },
      {
        text: '劳务派遣协议\n劳务派遣经营许可证有效期至2029年5月31日。\n派遣期限自2026年3月1日至2028年2月29日。',
      },
    ],
  },
};

/** The permit runs out before the agreement does. */
function expired(context: RuleContext): Hit[] {
  const dates = inBody(context, context.facts.dates).flatMap((date) => {
    // 至2029年4月底 runs to the end of the month.
    const { form, year, month } = date;
    const iso =
      date.iso ?? (form === 'month' && year !== null ? `${year}-${`${month ?? 12}`.padStart(2, '0')}-31` : null);
    return iso === null ? [] : [{ at: date.at, text: date.text, iso }];
  });
  const ofPermit = dates.filter(
    ({ at }) =>
      /有效期|有效至|届满|到期|许可/u.test(clauseOf(context, at).before.slice(-30)) &&
      /许可/u.test(sentenceOf(context, at).text),
  );
  const end = ofPermit.at(-1);
  const others = dates.filter(
    (date) => !ofPermit.includes(date) && /期|至|止|终止/u.test(clauseOf(context, date.at).text),
  );
  const last = others.toSorted((a, b) => (a.iso < b.iso ? -1 : 1)).at(-1);
  if (!end || !last || end.iso >= last.iso) return [];
  return [
    {
      at: end.at,
      related: [last.at],
      message: `许可证有效期至${quoted(end.text)}，早于协议届满日${quoted(last.text)}。`,
    },
  ];
}

const outsourced = /外包|承揽|购买服务|劳务(?:合同|协议|服务)|服务(?:合同|协议)|派驻|驻场|派出/u;
const office = '(?:甲方|采购人|发包[人方]|委托[人方]|定作[人方]|需求方|用工(?:单位|方)|业主方?|街道办|管委会|购买主体)';

type Sign = Readonly<{ name: string; found: ReturnType<typeof pattern> }>;
const signs: readonly Sign[] = [
  {
    name: '由发包方直接管理、考勤、排班',
    found: pattern(
      `${office}[^。；]{0,24}(?:考勤|排班|调度(?:安排)?|直接管理|统一管理|日常管理|管理[^。；，]{0,8}(?:人员|员工|队员)|指挥|安排[^。；，]{0,8}(?:岗位|工作|班次|任务)|请假)|(?:人员|员工|队员|工作)[^。；，]{0,16}(?:服从|接受|听从|归|由)${office}[^。；，]{0,8}(?:管理|安排|指挥|调度|考勤|领导)`,
    ),
  },
  {
    name: '由发包方决定录用、辞退',
    found: pattern(`${office}[^。；]{0,30}(?:录用|招聘|招录|面试|聘用|辞退|解聘|开除|退回|淘汰)`),
  },
  {
    name: '由发包方核定个人工资',
    found: pattern(
      `${office}[^。；]{0,30}(?:核定|确定|审定|发放|决定|审核|考核发放)[^。；，]{0,10}(?:工资|薪酬|薪资|奖金|绩效|报酬)`,
    ),
  },
  {
    name: '按人头计费',
    found: pattern(
      '每人每[月日天年]|按(?:照)?(?:实际)?(?:人头|人数|在岗人数|用工人数|出勤人数|人员数量)[^。；，]{0,12}|\\d+\\s*元\\s*[/／]\\s*(?:人|每人)|(?:每人|人均)[^。；，]{0,6}\\d+\\s*元|人[·/]月',
    ),
  },
];
const independent = pattern(
  '(?:乙方|供应商|承包[人方]|服务(?:商|方)|承揽[人方])[^。；]{0,24}(?:自行|独立|负责)[^。；，]{0,10}(?:安排|管理|考勤|排班|用工|招聘)|现场负责人|项目经理[^。；，]{0,10}管理|驻场(?:主管|经理|负责人)',
);
const byResult = pattern(
  '(?:按|以|依据|根据)[^。；]{0,20}(?:服务标准|服务成果|工作成果|考核标准|服务质量|成果)[^。；]{0,16}(?:考核|结算|支付)',
);

const fakeOutsourcing: Rule = {
  id: 'svc-fake-outsourcing',
  title: '名为外包实为用工',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '人员由发包方管理、工资由发包方核定、费用按人头计算的外包，会按实际内容认定为劳务派遣甚至直接用工，用工责任随之而来。',
  basis: [
    { law: '劳动合同法', article: '66' },
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '15' },
  ],
  advice: '改由乙方设现场负责人自行招用、排班、考勤和发薪，甲方只按服务标准考核并按成果结算；确需派遣的依法办理。',
  traps: [
    '乙方派现场负责人独立管理、按服务标准考核结算的，是真正的外包。',
    '甲方要求更换不称职人员、检查服务质量，不是直接管理。',
  ],
  check: (context): Hit[] => {
    const { text } = readingOf(context.document);
    if (!outsourced.test(text) || mentions(context, pattern('劳动合同(?:书)?\\s*$|劳务派遣(?:协议|合同)'))) return [];
    const found = signs.flatMap(({ name, found: wanted }) => {
      const [place] = places(
        context,
        wanted,
        (sentence) => !/不得|无权|不(?:直接)?(?:参与|干预|负责|进行)|禁止|不按人/u.test(sentence),
      );
      return place ? [{ name, place }] : [];
    });
    if (found.length < 2 || (mentions(context, independent) && mentions(context, byResult))) return [];
    const [first, ...others] = found.toSorted((a, b) =>
      a.place.at.block === b.place.at.block ? a.place.at.from - b.place.at.from : 0,
    );
    if (!first) return [];
    const said = found.map(({ name }) => name).join('、');
    return [
      {
        at: first.place.at,
        related: others.map(({ place }) => place.at),
        message: `名为外包或者服务，却${said}，有按劳务派遣认定的可能。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '乙方派驻10人，由甲方考勤排班并核定每人工资，按每人每月5000元结算。', says: '按人头计费' },
      {
        text: '协管服务外包合同\n第三条 队员由采购人面试录用，不合格的由采购人辞退。\n第五条 服务费按实际在岗人数结算。',
        says: '决定录用、辞退',
      },
      {
        text: '| 事项 | 约定 |\n| --- | --- |\n| 服务名称 | 食堂劳务外包 |\n| 人员管理 | 甲方负责日常管理和考勤 |\n| 费用 | 4,500元/人·月 |',
      },
    ],
    nearMisses: [
      { text: '乙方自行安排人员并派现场负责人，甲方按附件服务标准月度考核结算。' },
      { text: '保洁服务合同\n甲方有权要求乙方更换不称职人员，服务费每季度6万元。' },
      {
        text: '协管服务外包合同\n乙方负责队员的招聘、考勤和工资发放，甲方不得直接管理乙方人员。\n服务费每人每月4,000元。',
      },
    ],
  },
};

export const dispatchRules: readonly Rule[] = [svcDispatch, svcDispatchLicense, fakeOutsourcing];
