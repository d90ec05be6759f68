/** Villages' land and property in the hands of others: outsiders, building land, and officers who use it for their own. */
import type { Amount } from '../../../facts/facts.ts';
import { clauseOf, inBody } from '../../around.ts';
import { affirms, unaffirmedParts } from '../../affirm.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';
import { villageBody, villagePapers } from './common.ts';

const openLand =
  '(?:四荒|“四荒”|荒山|荒沟|荒丘|荒滩|荒地|荒坡|机动地|山林|林地|山场|山地|果园|茶园|鱼塘|水塘|水库|水面|滩涂|草场|草原|耕地|农田|农地|农村土地|集体土地|土地|园地|养殖场|坑塘)';
const outsider =
  '(?:公司|集团|企业|厂|农场|外村|邻村|邻县|邻镇|邻乡|邻市|邻居?社区|外省|外市|[县市区镇]居民|外来|外地|外乡|外县|城镇居民|城里|市民|非本[村社集]|(?:本村|本社|本集体|本集体经济组织|本组)(?:经济组织)?(?:成员)?(?:以外|之外)|个体(?:工商)?户|老板|开发商)';
const contractsOut = pattern(
  `(?:发包|承包|包给)[^。；\\n]{0,50}${outsider}|${outsider}[^。；\\n]{0,40}(?:承包|发包)|${openLand}[^。；\\n]{0,30}(?:发包|包给)[^。；\\n]{0,30}${outsider}`,
);
const landHere = pattern(openLand);
const notLandContract = pattern(
  '承包户|土地经营权出租|报发包方|发包方(?:备案|同意)|向村集体备案|家庭承包的|工程(?:承包|发包)|发包人|施工|食堂|物业|农户[^。；，]{0,20}(?:流转|转包)|承包方[^。；，]{0,12}(?:自愿)?(?:将|流转)[^。；，]{0,16}(?:经营权|流转)|土地经营权流转|流转合同|流转给|(?:家庭|依法)承包[^。；，]{0,8}的?[^。；，]{0,6}(?:农户|村民)[^。；，]{0,10}(?:将|流转)',
);
const insider = pattern(
  '(?:本村|本社|本组|本集体)(?:经济组织)?(?:的)?(?:村民|成员|社员|农户)[^以之外。；，]{0,4}(?:承包|张|王|李|某)',
);

const outsiderParts: readonly Part[] = [
  [
    '村民会议三分之二以上成员或者三分之二以上村民代表同意的决议',
    pattern('三分之二|2/3|[^法]决议|村民会议|村民代表会议|村民代表大会|成员大会|代表大会|民主(?:议定|决策)|表决'),
  ],
  [
    '乡镇人民政府的批准',
    pattern(
      '(?:乡|镇|街道)[^。；，]{0,10}(?:批准|批复|审批|同意|批文)|(?:批准|批复|审批)[^。；，]{0,8}(?:乡|镇)|报[^。；，]{0,10}政府[^。；，]{0,6}批|政府(?:批准|批复)',
    ),
  ],
  ['对承包方资信情况和经营能力的审查', pattern('资信|经营能力|资质审查|资格审查|信用(?:报告|审查)|尽职调查')],
];

const outsiderContract: Rule = {
  id: 'sub-outsider-contract',
  title: '向集体以外发包土地缺少决议或批准',
  severity: 'high',
  nature: 'risk',
  kinds: villagePapers,
  why: '把农村土地发包给本集体以外的单位或者个人，须事先经三分之二以上成员或者村民代表同意、报乡镇人民政府批准，并审查承包方的资信和经营能力。',
  basis: [{ law: '农村土地承包法', article: '52' }],
  advice: '补齐民主议定的决议、乡镇人民政府的批准和资信审查材料，齐备之前不签订承包合同。',
  traps: ['承包农户自行流转土地经营权的，不是集体对外发包。', '发包给本集体成员的，不需要这些材料。'],
  check: (context) => {
    if (!mentions(context, landHere) || mentions(context, notLandContract) || mentions(context, insider)) return [];
    const place = places(context, contractsOut)[0] ?? lineOfParties(context);
    if (!place) return [];
    const absent = unaffirmedParts(context, outsiderParts);
    if (absent.length === 0) return [];
    return [{ at: place.at, message: `土地发包给集体以外的单位或者个人，没有载明${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '石桥村民委员会将荒山50亩发包给云州绿源农业有限公司，合同附村委会盖章，无会议决议。', says: '决议' },
      {
        text: '荒滩承包合同\n发包方：石桥村经济合作社\n承包方：云州某农业科技有限公司\n第一条 发包方将荒滩八十亩交承包方经营，期限三十年。',
        says: '资信',
      },
      {
        text: '机动地由外村人员王某承包，村民代表会议三分之二以上代表同意，未报镇政府批准。',
        kind: 'other',
        says: '乡镇人民政府的批准',
      },
    ],
    nearMisses: [
      { text: '村集体将荒山发包给某公司，附三分之二以上村民代表同意的决议、镇政府批复和承包方资信审查表。' },
      { text: '农户李某将承包的土地流转给某农业公司，期限五年。' },
      { text: '村委会将机动地发包给本村村民张某承包，期限三年。' },
      { text: '村委会将道路硬化工程发包给某建筑公司施工。' },
    ],
  },
};

const parties = pattern(
  `承包(?:方|人)[^。；\\n]{0,4}[：:][^。；\\n]{0,30}${outsider}|乙方[（(：:][^。；\\n]{0,30}${outsider}`,
);
const lets = pattern(`(?:发包(?:方|人)|甲方)[^。；\\n]{0,10}[：:][^。；\\n]{0,20}${villageBody}`);
const contractWord = pattern('承包');

function lineOfParties(context: RuleContext): ReturnType<typeof places>[number] | undefined {
  return mentions(context, lets) && mentions(context, contractWord) ? places(context, parties)[0] : undefined;
}

const buildingLand = pattern(
  '集体(?:所有)?的?(?:经营性)?(?:建设用地|工业用地|商业用地|商服用地|仓储用地)|农村集体经营性|入市(?:地块|宗地)',
);
const landDeal = pattern('出租|出让|租赁|承租|租给|入市|让与');
const landParts: readonly Part[] = [
  ['土地界址', pattern('界址|四至|坐标|宗地图|红线')],
  ['面积', pattern('面积|亩|平方米|公顷|㎡')],
  ['动工期限', pattern('动工|开工|开发期限|建设期限')],
  [
    '使用期限',
    pattern(
      '使用期限|使用年限|租赁期|租期|出让(?:年限|期限|年期)|[、，]期限|期限(?:为|：)|\\d+\\s*年|[一二三四五]?十[一二三四五六七八九]?年',
    ),
  ],
  ['土地用途', pattern('用途|用于|工业用地|商业用地|商服用地|仓储用地')],
  ['规划条件', pattern('规划条件|规划设计条件|容积率|规划要求|规划许可')],
];
const landGrounds: readonly Part[] = [
  ['土地登记证明', pattern('登记|不动产权|权证|使用权证|所有权证')],
  ['三分之二以上成员或者村民代表同意的决议', pattern('三分之二|2/3|决议|村民会议|代表会议|成员大会|代表大会|表决')],
];

const farmland = '(?:耕地|基本农田|宅基地|农用地|承包地|农田|水田|旱地|园地|林地|菜地|口粮田|责任田)';
const builds =
  '(?:车间|改建|扩建|作坊|养老院|充电站|厂房|工厂|建厂|仓库|仓储|物流|停车场|建房|住宅|商铺|门面|商业|建设|办公|加工厂|堆场|搅拌站|砖厂|市场|宾馆|酒店|民宿|餐饮|农家乐|加油站|驾校|别墅|小区|房地产|非农)';
const farmlandBuilt = phrase({
  find: pattern(
    `(?:出租|租给|租赁|租与|出让|转让|发包|卖给|出售|提供给)[^。；\\n]{0,24}${farmland}[^。；\\n]{0,30}${builds}|${farmland}[^。；\\n]{0,30}(?:出租|租给|租赁|租与|出让|转让|发包|卖给|出售|提供给|作为?)[^。；\\n]{0,40}${builds}`,
  ),
  unless: pattern(
    '不得|禁止|严禁|擅自|违反|未经批准|已依法(?:办理)?(?:转用|征收)|农用地转用(?:审批|批准|手续)|复垦|设施农|种植|养殖(?:场)?(?:，|。)|临时用地',
  ),
  negatable: true,
  message: ({ match }) => `把农用地或者宅基地用于建设：${quoted(match.text, 60)}。`,
});

const constructionLand: Rule = {
  id: 'sub-collective-construction-land',
  title: '集体土地用于建设的条件或条款不全',
  severity: 'high',
  nature: 'unlawful',
  kinds: villagePapers,
  why: '集体经营性建设用地须符合规划用途、依法登记并经三分之二以上同意，合同应载明界址、面积、动工期限、使用期限、用途和规划条件；擅自把集体土地出租用于非农业建设的受行政处罚。',
  basis: [
    { law: '土地管理法', article: '63' },
    { law: '土地管理法', article: '82' },
  ],
  advice: '查明地块的规划用途和登记状况，补齐决议和法定条款；属耕地、宅基地的，未经转用和征收审批不得签订。',
  traps: ['已依法办理农用地转用、征收手续的不在此列。', '用于种植、养殖的农地租赁另有规则。'],
  check: (context): Hit[] => {
    const built = farmlandBuilt(context);
    if (built.length > 0) return built;
    if (!mentions(context, buildingLand) || !mentions(context, landDeal)) return [];
    // A policy or a law about such land is no contract for it.
    if (context.input.kind === 'normative' || !mentions(context, isDeal)) return [];
    const clauses = unaffirmedParts(context, landParts);
    const grounds = unaffirmedParts(context, landGrounds);
    if (clauses.length + grounds.length === 0) return [];
    const said = [
      ...(clauses.length > 0 ? [`合同没有载明${clauses.join('、')}`] : []),
      ...(grounds.length > 0 ? [`没有附${grounds.join('、')}`] : []),
    ];
    const nature = clauses.length > 0 ? 'unlawful' : 'risk';
    return [{ at: null, missing: 'collective-land', nature, message: `集体建设用地出让、出租，${said.join('；')}。` }];
  },
  examples: {
    hits: [
      { text: '村委会将8亩耕地出租给某厂建设仓库，租期20年。', quote: '耕地出租给某厂建设仓库', says: '用于建设' },
      { text: '石桥村经济合作社将集体经营性建设用地十二亩出让给乙公司，期限四十年，用途工业。', says: '动工期限' },
      {
        text: '集体建设用地使用权出租合同\n第一条 面积5000平方米，界址见宗地图，用途为商业。\n第二条 租赁期20年，2026年6月前动工，规划条件见附件。\n第三条 未附村民代表会议决议。',
        says: '决议',
      },
      { text: '村民小组把宅基地转让给城镇居民建房。', kind: 'other' },
    ],
    nearMisses: [
      { text: '已登记的集体工业用地出租合同，载明界址、面积、动工期限、使用期限、用途、规划条件，附表决决议。' },
      { text: '村委会将8亩耕地出租给某农业公司种植蔬菜。' },
      { text: '不得将耕地出租用于建设厂房。', kind: 'normative' },
      { text: '国有建设用地使用权出让合同，面积1公顷，用途工业。' },
    ],
  },
};

const isDeal = pattern(
  '合同|协议|甲方|出让方|出租方|(?:将|把|以)[^。；\\n]{0,40}(?:建设用地|工业用地|商业用地|商服用地|仓储用地)|(?:出租|出让)给',
);

const officer =
  '(?:理事长|副理事长|理事|监事长|监事|社长|村主任|村支书|支部书记|村书记|书记|村干部|村委会主任|负责人|经理|管理人员|会计|本人|个人|其(?:本人|亲属|配偶|儿子|弟弟|妻子)|亲属|配偶)';
const common =
  '(?:村集体|集体(?:经济组织)?(?:的)?(?:财产|资产|资金|房屋|厂房|商铺|门面|土地|物业|建设用地|存款|仓库|土地使用权)?|股份(?:经济)?合作社|经济合作社|经济联合社|合作社|村委会|村民委员会|村有[^。；，]{0,6}|本社)';
const secures = '(?:抵押|担保|保证(?:责任|担保|人|书)?|质押|作保|连带责任)';

const pledges = pattern(
  `${common}[^。；\\n]{0,40}为[^。；\\n]{0,40}(?:债务|贷款|借款|融资|授信|欠款)?[^。；\\n]{0,16}(?:提供|作|设定|设立|承担|出具)[^。；，\\n]{0,8}${secures}|${common}[^。；\\n]{0,40}为[^。；\\n]{0,40}(?:债务|贷款|借款|融资|授信|欠款)[^。；，\\n]{0,12}(?:抵押|质押|担保)|(?:用|以|将|把)[^。；，\\n]{0,12}${common}[^。；\\n]{0,40}(?:抵押|质押|担保)[^。；\\n]{0,20}(?:贷款|借款|债务|融资|给|用于)|为[^。；，\\n]{0,24}(?:债务|贷款|借款|融资)[^。；，\\n]{0,10}(?:以|用|将)[^。；，\\n]{0,8}${common}[^。；\\n]{0,20}${secures}`,
);
const borrows = pattern(
  `借款人[：:][^。；，\\n]{0,10}${officer}|${officer}[^。；\\n]{0,20}(?:向|从)[^。；，\\n]{0,10}(?:${common})[^。；，\\n]{0,10}(?:借款|借支|借用|借)|${common}[^。；，\\n]{0,16}(?:借给|出借给|借予|借款给|出借|拆借给)[^。；，\\n]{0,14}${officer}`,
);
const organ = '(?:地方政府|镇政府|乡政府|街道(?:办事处|办)?|区政府|县政府|人民政府|政府|管委会)';
/** 以集体名义借款，借款交由镇政府使用; 为地方政府筹措资金. */
const lentOn = `${common}[^。；\\n]{0,30}(?:借款|贷款)[^。；\\n]{0,24}(?:交由|转给|提供给|交给|转借|拨给|供)[^。；，\\n]{0,8}${organ}|为[^。；，\\n]{0,4}${organ}[^。；，\\n]{0,14}(?:向[^。；，\\n]{0,6}(?:借款|贷款)|筹措|筹集|举借|融资|垫付|解决)[^。；\\n]{0,40}${common}`;
const borrowsForState = pattern(
  `${lentOn}|${common}[^。；\\n]{0,30}(?:为|替|代)[^。；，\\n]{0,6}(?:地方政府|镇政府|乡政府|街道(?:办事处|办)?|区政府|县政府|人民政府|政府)[^。；，\\n]{0,10}(?:举债|举借|借款|融资|贷款|筹资)`,
);
const cheap = pattern(
  '(?:低于|低过|不到|不足|未达)[^。；，\\n]{0,8}(?:评估|市场|周边|底价|同类|成本|公允)[^。；\\n]{0,30}|低价(?:折股|转让|出租|租赁|处置|出售|承包|发包|变卖)|(?:象征性|远低|明显低)[^。；，\\n]{0,10}(?:价|租金)',
);
const generalPartner = pattern(`${common}[^。；\\n]{0,40}普通合伙人`);

const ownDebt =
  /(?:本社|本集体|自身|集体经济组织自己|本经济组织|合作社自身|村集体自身)[^。；，]{0,6}(?:的)?(?:债务|贷款|借款|融资)|为(?:本社|自身|本集体)/u;
const forbidden = pattern('不(?:担任|作为|充当|为他人|对外|向)|不得|禁止|严禁|不准|无权|不低于|不得低于|杜绝');

const forbiddenList = pattern('不得有下列|禁止下列|下列行为|该担保无效');

const villageHere = pattern('集体|村|合作社|联合社|社员');

type Price = 'fair' | 'agreed';
const prices: Names<Price> = [
  [
    'fair',
    /(?:评估|市场(?=价|租|行情|均价|公允|参考)|周边|同类|同(?:路段|地段|区域|地块|期))[^，。；\d]{0,10}|底价|基准/u,
  ],
  [
    'agreed',
    /成交|转让(?:价|给|款)?|出租|租金|租赁|折股|作价|出售|合同价|约定|承包费|卖给|发包|租给|转给|让给|转让给|[以按]\s*$/u,
  ],
];

/** 年租金9万元 is a sum for a year as 每年9万元 is. */
function periodOf(context: RuleContext, { at, per }: Amount): string | null {
  return per ?? /([年月])(?:租金|承包费|租)/u.exec(clauseOf(context, at).before)?.[1] ?? null;
}

/** An agreed price below the fair one, compared by unit. */
function belowFair(context: RuleContext): Hit[] {
  const amounts = inBody(context, context.facts.amounts).filter(
    ({ fen, bound, kind, pair }) => fen !== null && !bound && !(kind === 'capital' && pair !== null),
  );
  const told = amounts.map((amount) => ({ amount, name: nameOf(context, amount.at, prices) }));
  const fair = told.find(({ name }) => name === 'fair')?.amount;
  const agreed = told.find(
    ({ name, amount }) => name === 'agreed' && periodOf(context, amount) === (fair ? periodOf(context, fair) : null),
  )?.amount;
  if (!fair?.fen || !agreed?.fen || agreed.fen >= fair.fen) return [];
  return [
    {
      at: agreed.at,
      related: [fair.at],
      message: `集体财产按 ${money(agreed.fen)} 处分，低于评估或者市场价 ${money(fair.fen)}。`,
    },
  ];
}

const guarded = [
  phrase({
    find: pledges,
    unless: forbidden,
    unlessLead: forbiddenList,
    negatable: true,
    when: ({ sentence }) => !ownDebt.test(sentence),
    message: ({ match }) => `以集体财产为他人债务担保：${quoted(match.text, 60)}。`,
  }),
  phrase({
    find: borrows,
    unless: forbidden,
    message: ({ match }) => `管理人员向集体借款：${quoted(match.text, 60)}。`,
  }),
  phrase({
    find: borrowsForState,
    unless: forbidden,
    message: ({ match }) => `集体为政府举债：${quoted(match.text, 60)}。`,
  }),
  phrase({
    find: cheap,
    unless: forbidden,
    unlessLead: forbiddenList,
    negatable: true,
    when: ({ paragraph }) => villageHere.test(paragraph.text),
    message: ({ match }) => `低价处分集体财产：${quoted(match.text)}。`,
  }),
  phrase({
    find: generalPartner,
    unless: forbidden,
    unlessLead: forbiddenList,
    message: ({ match }) => `以集体财产入伙作普通合伙人：${quoted(match.text, 60)}。`,
  }),
];

const assetGuard: Rule = {
  id: 'sub-collective-asset-guard',
  title: '以集体财产担保、借款或者低价处分',
  severity: 'high',
  nature: 'unlawful',
  kinds: villagePapers,
  why: '集体经济组织的理事、监事和经营管理人员不得以集体财产为本人或者他人债务担保、向集体借款、违规为政府举债、低价处分集体财产或者入伙作普通合伙人，相应担保无效。',
  basis: [
    { law: '农村集体经济组织法', article: '35' },
    { law: '农村集体经济组织法', article: '58' },
  ],
  advice: '停止签订；已经作出的，由成员大会和监事会处理，低价处分的重新评估并公开交易。',
  traps: ['经法定程序为本集体自身债务设定担保的不在此列。', '租金、转让价不低于评估价的是正常约定。'],
  check: (context) => {
    if (!mentions(context, villageHere)) return [];
    const said = guarded.flatMap((check) => check(context));
    return said.length > 0 || affirms(context, notLower) ? said : belowFair(context);
  },
  examples: {
    hits: [
      { text: '村集体以其商铺为理事长所办公司的银行贷款提供抵押。', says: '担保' },
      { text: '经济合作社理事王某向合作社借款20万元用于个人经商。', kind: 'other', says: '借款' },
      { text: '股份经济合作社将集体厂房出租给乙方，租金明显低于市场价。', says: '低价处分' },
      { text: '石桥村合作社以集体名义贷款二百万元，贷款交由镇政府使用。', says: '举债' },
      { text: '合作社将铺面以每年两万元租给理事的亲属，经评估年租金为五万元。', says: '低于评估' },
      { text: '集体仓库评估价为120万元，双方同意以80万元转让给丙公司。', says: '低于评估' },
      { text: '石桥村经济合作社以集体资金出资，担任合伙企业的普通合伙人。', kind: 'decision', says: '普通合伙人' },
    ],
    nearMisses: [
      { text: '村集体以公开招租方式出租商铺，租金不低于评估价。' },
      { text: '理事会成员不得以集体财产为他人债务提供担保。', kind: 'normative' },
      { text: '经成员大会同意，本社以集体建设用地使用权为本社自身贷款提供抵押。' },
      { text: '集体仓库评估价80万元，以96万元转让给丙公司。' },
    ],
  },
};

const notLower = pattern('(?:不低于|不得低于|高于)[^。；，]{0,8}(?:评估|市场|底价)');

export const villageProperty: readonly Rule[] = [outsiderContract, constructionLand, assetGuard];
