/** What a lease should say: the thing, its use, the rent, the term, the title, the filing. */
import { inBody, clauseOf } from '../../around.ts';
import { affirms, unaffirmedParts } from '../../affirm.ts';
import { mentions } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isLease, letsPremises, statesRent } from './common.ts';

const count = '(?:\\d|[一二三四五六七八九十两半]|[_＿]{2,})';
const termStated = pattern(
  `(?:租赁|承租|租用|出租|使用|合同|本)?(?:期限|期间|年限|时间)[^。；\\n]{0,24}${count}|租期[^。；\\n]{0,16}${count}|(?:租赁期|承租期|使用期)[^。；，\\n]{0,8}${count}|(?:出租|租用|承租|租给|租赁)[^。；，\\n]{0,24}${count}+个?(?:年|月)(?:[，。；]|$)|为期[^。；，]{0,4}${count}|不定期`,
);
const dateRange = pattern(
  '(?:\\d{4}|[_＿ ]{2,}|二[〇零○][一二三四五六七八九〇零○]{2})\\s*[年.\\-/][^。；，\\n]{0,14}起?[^。；，\\n]{0,4}(?:至|到|—|~|－|-)[^。；，\\n]{0,4}(?:\\d{4}|[_＿ ]{2,}|二[〇零○])',
);
const termElsewhere = pattern('(?:租期|期限|租赁期)[^。；]{0,10}(?:详见|见|按|以)[^。；]{0,10}(?:附件|附表|清单|明细)');

/** Whether the term of the lease stands anywhere: a length, a pair of days, 不定期, or an annex at hand. */
function termIsStated(context: RuleContext): boolean {
  if (affirms(context, dateRange) || affirms(context, termStated)) return true;
  if (mentions(context, termElsewhere)) {
    return context.input.documents.length > 1 || context.document.clauses.some(({ part }) => part === 'annex');
  }
  return inBody(context, context.facts.durations).some((duration) => {
    const { text } = clauseOf(context, duration.at);
    return (
      ['year', 'month'].includes(duration.unit) &&
      duration.sense !== 'within' &&
      /租|使用|为期|期限|共/u.test(text) &&
      !/押金|保证金|免租|提前|通知|逾期|拖欠|欠租|装修期|支付|交纳|缴纳|违约|租金/u.test(text)
    );
  });
}

const parts: readonly Part[] = [
  [
    '用途',
    pattern(
      '用途|用于|用作|用来|用以|作为?[^，。；租用]{0,12}(?:使用|之用|办公|仓储|仓库|经营|居住|宿舍|厂房|车间|商用|店面|堆放)|供[^，。；]{0,14}(?:办公|经营|居住|生产|仓储|堆放|使用)|(?:从事|经营)[^，。；]{0,16}(?:业务|活动|项目|餐饮|生意|超市|零售|培训|加工)|经营(?:范围|项目|内容|业态)|(?:居住|办公|仓储|商业|经营|生产)(?:使用|之用)|仅限[^，。；]{0,12}(?:用|办公|经营|居住)|堆放|存放|停放|开(?:设|办)|作为?[^，。；租用]{1,14}用(?:$|[，。；、])',
    ),
  ],
  ['租金', pattern('租金|租费|租赁费|房租|月租|年租|季租|日租|租价|承租费|使用费')],
  [
    '租金的支付方式',
    pattern(
      '支付|付清|付款|结算一次|(?:按|每)[^。；，]{0,6}结算|交纳|缴纳|交付租|交清|缴清|[季月年]付|按(?:月|季|年|半年)|一次性|押[一二两三]付|汇入|转账|先付后用|预付|预交|每(?:月|季度?|年|半年)[^。；，]{0,10}(?:日|号|前)[^。；，]{0,8}(?:付|交|缴)|(?:交|缴)(?:一次|租)',
    ),
  ],
  ['维修责任', pattern('维修|修缮|维护|保养|修理|养护|维保|修复|检修')],
];
const object = pattern(
  '房|仓|库|厂|门面|门市|店|铺|场地|场所|土地|地块|院|车|设备|机|摊位|柜台|广告|楼|室|公寓|宿舍|物业|水面|鱼塘|池|林|山|器材|器械|船|脚手架|模板|周转|电脑|家具|位|亭|屏|资产|大厅|中心|食堂|市场|泵|塔|箱|灯|管|通道|站|棚|园',
);

const elements: Rule = {
  id: 'lease-elements',
  title: '租赁合同缺少主要内容',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '租赁物、用途、租金及其支付和维修责任是租赁合同的基本内容；没有写明的，事后只能补充协议或者按有关条款推定。',
  basis: [
    { law: '民法典', article: '704' },
    { law: '城市房地产管理法', article: '54' },
  ],
  advice: '逐项补写所缺内容：租赁物的坐落和面积、使用用途、租金数额与付款日期、日常维修和结构修缮由谁负责。',
  traps: ['租期没有写明的由专门的规则提示，这里不重复。', '补充协议、续租确认只写变更内容，不要求重写全部条款。'],
  check: (context) => {
    if (!(isLease(context) || (letsPremises(context) && mentions(context, termWords)))) return [];
    if (
      mentions(context, amendment) ||
      !mentions(context, grants) ||
      !(statesRent(context) || mentions(context, termWords))
    )
      return [];
    const absent = [...(mentions(context, object) ? [] : ['租赁物']), ...unaffirmedParts(context, parts)];
    if (absent.length === 0) return [];
    return [{ at: null, missing: 'lease-elements', message: `租赁合同没有写明${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '甲方将门面两间出租给乙方，租金另议。', says: '租金' },
      {
        text: '房屋租赁合同\n第一条 甲方将青麓路3号房屋出租给乙方作办公使用。\n第二条 租期两年，自2026年1月1日至2027年12月31日。\n第三条 租金每月4,000元，按季支付。',
        says: '维修责任',
      },
      {
        text: '出租方将临河区一处厂房租给承租方，租期三年，年租金十二万元，每年一月付清，厂房由出租方维修。',
        says: '用途',
      },
      {
        text: '| 项目 | 约定 |\n| --- | --- |\n| 租赁物 | 出租仓库一座 |\n| 用途 | 堆放物资 |\n| 月租金 | 6,000元 |\n| 维修 | 由甲方负责 |',
        says: '支付方式',
      },
    ],
    nearMisses: [
      {
        text: '甲方将二楼办公用房出租给乙方用于办公，租期一年，月租5,000元，每季度首月10日前支付，甲方负责房屋维修。',
      },
      {
        text: '房屋租赁合同\n一、出租方将位于云州市的商铺租给承租方经营餐饮项目。\n二、年租金三万元，每年一月十日前交纳。\n三、房屋主体由出租方修缮，日常损耗由承租方修理。',
      },
      { text: '租赁合同补充协议：甲方将出租房屋的月租金由3,000元调整为3,200元，其余条款不变。' },
      { text: '甲方将承包地出租给乙方种植水稻，年租金每亩700元。' },
    ],
  },
};

const amendment = pattern('补充(?:协议|合同)|续租(?:协议|确认)|变更协议|解除(?:协议|租赁)|终止协议');
const grants = pattern(
  '出租|租给|租赁给|租与|租用|承租|租赁[^期费金合协双，。；]{1,16}(?:作|用于|供|，)|(?:将|把)[^。；\\n]{0,40}租|租赁(?:合同|协议)|(?:将|把)[^。；\\n]{0,40}交[^。；，]{0,8}使用',
);
const termWords = pattern('租期|租赁期|期限|为期|[一二三四五六七八九十两\\d]+个?(?:年|月)');

const termMissing: Rule = {
  id: 'lease-term-missing',
  title: '没有约定租赁期限',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '租赁期限没有约定或者约定不明的，视为不定期租赁，任何一方在合理期限之前通知对方即可解除。',
  basis: [
    { law: '民法典', article: '730' },
    { law: '民法典', article: '707' },
  ],
  advice: '写明租赁的起止日期；确需不定期租赁的，写明“不定期”并约定提前通知的天数。',
  traps: ['写明起止日期、年数、月数或者“不定期”的都算约定了期限。', '押金、免租、付款的月数不是租期。'],
  check: (context) => {
    if (!isLease(context) || !mentions(context, grants) || !statesRent(context) || mentions(context, amendment))
      return [];
    if (termIsStated(context)) return [];
    return [
      {
        at: null,
        missing: 'lease-term',
        message: '合同约定了租赁和租金，没有写明租赁期限，也没有写明为不定期租赁。',
      },
    ];
  },
  examples: {
    hits: [
      { text: '承租方租用出租方仓库一间，每月租金三千元，按月支付。', says: '没有写明租赁期限' },
      {
        text: '房屋租赁合同\n第一条 甲方将门面房出租给乙方。\n第二条 月租金2,600元，押金为三个月租金。',
        says: '租赁期限',
      },
      { text: '甲方将会议室租给乙方使用，年租金4万元，租期另行商定。' },
      { text: '出租方把设备出租给承租方，租金每台每月800元，逾期三个月不付的，可以解除合同。' },
    ],
    nearMisses: [
      { text: '乙方租用甲方仓库，租期自2026年3月1日至2027年2月28日，月租金三千元。' },
      { text: '甲方将门面出租给乙方，租赁期限为叁年，月租金2,000元。' },
      { text: '甲方出租车位一个，月租金300元，双方按不定期租赁处理，提前三十日通知可以解除。' },
      {
        text: '房屋租赁协议\n| 月租金 | 1,800元 |\n| 租赁期限 | 2026年1月1日—2026年12月31日 |\n甲方将房屋出租给乙方。',
      },
    ],
  },
};

const title = pattern(
  '权属|产权|不动产权|房产证|房屋所有权|所有权证|土地证|使用权证|房地产证|规划许可|建设工程规划|权证|合法建筑|产证|确权|登记证书|原出租人[^。；]{0,12}同意|同意转租|所有权(?:归|属|人)',
);

const titleMissing: Rule = {
  id: 'lease-title-missing',
  title: '没有写明租赁房屋的权属或规划许可',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '出租人就未取得建设工程规划许可证或者未按许可建设的房屋订立的租赁合同无效，签约前要看得到权属和规划依据。',
  basis: [{ law: '最高人民法院关于审理城镇房屋租赁合同纠纷案件具体应用法律若干问题的解释', article: '2' }],
  advice: '写明不动产权证号或者建设工程规划许可证号并附复印件；转租的，附产权人同意转租的书面文件。',
  traps: ['设备、车辆、土地的租赁不要求房屋权属证书。', '载明产权证号、规划许可或者产权人同意转租之一即可。'],
  check: (context) => {
    if (!letsPremises(context) || mentions(context, amendment) || affirms(context, title)) return [];
    return [
      { at: null, missing: 'lease-title', message: '合同出租房屋，没有写明权属证书、规划许可或者产权人同意转租。' },
    ];
  },
  examples: {
    hits: [
      { text: '甲方将临河路一处仓库出租给乙方，租期三年。', says: '没有写明权属' },
      { text: '出租厂房一座，未提供产权证明。' },
      { text: '商铺租赁合同\n第一条 乙方承租甲方位于青麓区的临街商铺，建筑面积八十平方米。\n第二条 月租金五千元。' },
    ],
    nearMisses: [
      { text: '甲方出租房屋，不动产权证号为云（2021）临河区不动产权第0001号。' },
      { text: '甲方将挖掘机一台出租给乙方，月租金三万元。' },
      { text: '乙方承租甲方厂房，建设工程规划许可证号：建字第12号，复印件附后。' },
      { text: '甲方将其承租的商铺转租给乙方，已取得产权人书面同意转租的函件。' },
    ],
  },
};

const record: Rule = {
  id: 'lease-record',
  title: '没有约定房屋租赁登记备案',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '房屋租赁应当向房产管理部门登记备案；没有备案不影响合同效力，但可能受到行政处理。',
  basis: [
    { law: '城市房地产管理法', article: '54' },
    { law: '民法典', article: '706' },
    {
      law: '住房租赁条例',
      article: null,
      note: '2025年9月15日起施行，第八条：实名签约，住房租赁合同由出租人备案；条文见于转载，请核对官方文本',
    },
  ],
  advice: '写明由谁、在签约后多少日内办理租赁登记备案；住房租赁由出租人办理。',
  traps: ['土地、设备、车位、广告位的租赁没有房屋租赁备案。'],
  check: (context) => {
    if (!letsPremises(context) || mentions(context, amendment)) return [];
    if (!statesRent(context) && !mentions(context, termWords)) return [];
    if (affirms(context, filing)) return [];
    return [{ at: null, missing: 'lease-record', message: '房屋租赁合同没有约定由谁办理租赁登记备案。' }];
  },
  examples: {
    hits: [
      { text: '甲方将住房一套出租给乙方居住，租期一年，月租金1,500元。', says: '登记备案' },
      { text: '办公用房租赁合同\n第一条 乙方租用甲方办公楼三层。\n第二条 租金每年十万元。\n第三条 备案事宜未约定。' },
      { text: '出租方把商铺租给承租方经营超市，租赁期限两年，押一付三。' },
    ],
    nearMisses: [
      { text: '甲方将住房出租给乙方，租期一年，签约后三十日内由甲方办理租赁登记备案。' },
      { text: '甲方将挖掘机出租给乙方，月租金三万元，租期六个月。' },
      { text: '甲方将院外空地出租给乙方停放车辆，租期一年，年租金五千元。' },
      { text: '乙方承租甲方商铺，月租金4,000元，由乙方负责向住建部门办理备案手续。' },
    ],
  },
};

const filing = pattern('备案|登记手续|租赁登记');

/** 财政划拨资金 is money; the word must be said of land. */
const allocated = pattern(
  '(?:土地|用地|宗地|使用权|权属|性质|类型|取得方式)[^。；\\n]{0,24}划拨|划拨(?:性质|土地|用地|地|方式|取得|宗地|国有|使用|的国有|的土地)|^\\s*划拨\\s*$',
);
const notAllocated = pattern(
  '(?:不属于|非|不是|不涉及)[^。；，]{0,4}划拨|划拨[^。；，]{0,10}(?:转为|变更为|已转|已办理|补办)[^。；，]{0,10}出让',
);
const welfare = pattern(
  '公租房|公共租赁住房|保障房|保障性(?:租赁)?住房|廉租|公益(?:性|活动|事业|用途)|无偿(?:提供|出借|使用)?',
);
const yields = pattern(
  '土地收益|收益[^。；，]{0,10}上缴|上缴[^。；，]{0,10}(?:国家|财政|国库|收益)|缴纳[^。；，]{0,10}土地(?:年租金|收益|租金)',
);

const allocatedLand: Rule = {
  id: 'lease-allocated-land',
  title: '划拨土地上的房屋出租未提土地收益',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '以营利为目的出租划拨土地上所建房屋的，租金中所含土地收益应当上缴国家。',
  basis: [{ law: '城市房地产管理法', article: '56' }],
  advice: '核实土地使用权类型，写明租金中所含土地收益由谁、按什么规定上缴。',
  traps: ['公租房、保障房和公益性无偿使用不以营利为目的。', '已经补办出让手续的土地不再适用。'],
  check: (context): Hit[] => {
    if (!mentions(context, allocated) || !mentions(context, lettingOrRent)) return [];
    if (mentions(context, notAllocated) || mentions(context, welfare) || affirms(context, yields)) return [];
    return [
      {
        at: null,
        missing: 'lease-land-yield',
        message: '出租房屋所在土地为划拨土地，合同没有约定租金中所含土地收益上缴。',
      },
    ];
  },
  examples: {
    hits: [
      { text: '出租房屋占用土地的使用权类型为划拨，年租金三十六万元。', says: '划拨土地' },
      {
        text: '房屋租赁合同\n附：不动产权证载明土地使用权取得方式：划拨。\n第二条 乙方承租门面经营餐饮，月租金8,000元。',
      },
      { text: '甲方将划拨土地上的闲置厂房租给乙方生产使用，租金按季支付，土地收益未作约定。' },
    ],
    nearMisses: [
      { text: '出租房屋土地为划拨性质，租金中所含土地收益由甲方上缴财政。' },
      { text: '本房屋土地类型为出让，月租三万元。' },
      { text: '房屋租金以财政划拨资金支付，每年六万元，出租方为自然人。' },
      { text: '甲方将划拨土地上的公租房出租给乙方居住，月租金300元。' },
      { text: '租赁房屋所占划拨土地已办理出让手续，年租金十万元。' },
    ],
  },
};

const lettingOrRent = pattern('出租|租赁|承租|租用|租金|月租|年租|租给');

export const leaseContents: readonly Rule[] = [elements, termMissing, titleMissing, record, allocatedLand];
