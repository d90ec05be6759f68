/** Leases of what offices and villages own: approval, open letting, the vote of the members. */
import { affirms } from '../../affirm.ts';
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule } from '../../rule.ts';
import { lessorOf } from './common.ts';

const stateProperty = pattern(
  '用房|房屋|房产|楼|门面|商铺|店铺|铺面|场地|场所|设备|车|仓库|厂房|土地|院落|食堂|停车|资产|中心|场馆|室|物业|会堂|广告位|校舍|房',
);
const approvals = pattern(
  '审批|批复|批准|评估|询价|公开招租|招租|公共资源|产权交易|交易中心|交易平台|挂牌|拍卖|竞价|竞租|招标|批文|备案表|财政[^。；，]{0,6}同意|主管部门[^。；，]{0,6}同意|中标|成交确认',
);
const localRules = pattern('直管公房|公租房|公共租赁|保障房|保障性(?:租赁)?住房|廉租|临时借用|短期借用');
const leaseSeen = pattern('出租|租给|租赁|承租|租用|租与');

const stateAsset: Rule = {
  id: 'lease-state-asset',
  title: '国有资产出租没有审批、评估或公开招租依据',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation', 'service'],
  why: '行政单位国有资产应当用于履行职能，出租要有审批和定价依据，收入按政府非税收入收缴，不得坐支。',
  basis: [
    { law: '行政事业性国有资产管理条例', article: '12' },
    { law: '行政事业性国有资产管理条例', article: '25' },
    { law: '行政事业性国有资产管理条例', article: '36' },
    {
      law: '行政单位国有资产出租管理的地方细则',
      article: null,
      note: '出租报同级财政或者主管部门审批、公开招租的要求由地方规定，请核对本地文件',
    },
  ],
  advice: '补充出租的批准文号、评估或者询价结果、公开招租的成交材料，并写明租金缴入非税收入账户。',
  traps: ['机关作为承租方租用他人房屋的不在此列。', '写明审批、评估、公开招租之一的，以材料核对为准。'],
  check: (context): Hit[] => {
    if (!mentions(context, leaseSeen) || !mentions(context, stateProperty) || lessorOf(context) !== 'office') return [];
    if (affirms(context, approvals)) return [];
    const local = mentions(context, localRules);
    return [
      {
        at: null,
        missing: 'lease-approval',
        message: local
          ? '公房、保障房或者短期借用，没有载明批准依据，请核对本地规定。'
          : '出租方为行政单位，合同没有载明审批、评估（询价）或者公开招租的依据。',
        ...(local ? { severity: 'notice' } : {}),
      },
    ];
  },
  examples: {
    hits: [
      { text: '临河街道将闲置办公楼出租给丙公司，租期三年。', says: '审批' },
      { text: '出租方：云州市青麓区文化和旅游局\n承租方：李某\n第一条 甲方将临街门面两间出租给乙方，年租金五万元。' },
      { text: '甲方：青麓区市场监督管理局\n甲方将院内场地租给乙方停车，未经评估，未报财政部门审批。' },
      { text: '乙方租用临河区人民政府名下的综合楼一层开办超市，每年租金三十万元。' },
    ],
    nearMisses: [
      { text: '临河街道办事处经区财政局批复（临财资〔2026〕3号）公开招租，将办公楼出租给丙公司。' },
      { text: '甲方：青麓区市场监督管理局\n乙方：王某\n甲方承租乙方房屋用作执法用房，年租金五万元。' },
      { text: '出租方：云州市某置业有限公司\n将写字楼一层出租给乙方。' },
      { text: '出租方：临河区教育局\n经第三方评估并在公共资源交易平台挂牌，将门面出租给乙方。' },
    ],
  },
};

const votes = pattern(
  '成员大会|成员代表大会|成员代表会议|村民会议|村民代表会议|村民代表大会|居民会议|居民代表会议|代表大会|代表会议|表决|三分之二|2/3|民主(?:议定|决策|程序|讨论)|四议两公开|[^法]决议',
);
const collectiveThing = pattern(
  '房|厂|仓|场地|场所|建设用地|楼|商铺|门面|店|市场|院|设施|资产|摊|物业|车间|用地|学校|晒场|晒谷场',
);
const farmer = pattern('农户|承包地|承包经营|土地经营权|流转');
const registered = pattern(
  '(?:集体经济组织|经济合作社|股份(?:经济)?合作社|经济联合社)[^。；\\n]{0,16}(?:已|于)[^。；，\\n]{0,16}(?:登记|成立|设立|注册|领取|取得)|(?:已)(?:依法)?(?:登记|成立|设立|注册)[^。；，\\n]{0,12}(?:集体经济组织|经济合作社|股份(?:经济)?合作社|经济联合社)|(?:集体经济组织|经济合作社|股份(?:经济)?合作社|经济联合社)[^。；，\\n]{0,10}登记证',
);
const committeeLets = pattern(
  '(?:出租方|出租人|甲方)[）)：:（(甲方\\s]{0,8}[^，。；\\n]{0,20}(?:村民委员会|村委会)|(?:村民委员会|村委会)[^。；\\n]{0,30}(?:出租|租给|租赁|签订)',
);

const collective: Rule = {
  id: 'lease-collective',
  title: '集体财产出租没有民主表决记录',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'land', 'cooperation'],
  why: '处分集体财产属于成员大会、村民会议决定的事项；没有表决记录的租约容易被成员请求撤销或者拒绝履行。',
  basis: [
    { law: '农村集体经济组织法', article: '26' },
    { law: '农村集体经济组织法', article: '27' },
    { law: '农村集体经济组织法', article: '28' },
    { law: '村民委员会组织法', article: '24', note: '2018年文本；2026年1月1日起施行修改文本，条号请核对' },
    { law: '民法典', article: '101' },
  ],
  advice: '写明成员大会或者成员代表大会的时间、应到和同意人数，并附会议记录；集体经济组织已登记的，由它作出租方签订。',
  traps: ['农户自行流转承包地不需要集体表决。', '载明表决会议和结果的，以会议记录核对为准。'],
  check: (context): Hit[] => {
    if (!mentions(context, leaseSeen) || mentions(context, farmer) || !mentions(context, collectiveThing)) return [];
    if (lessorOf(context) !== 'village' && !mentions(context, collectiveOwned)) return [];
    const voted = affirms(context, votes);
    const wrongParty = affirms(context, registered) && mentions(context, committeeLets);
    if (voted && !wrongParty) return [];
    return [
      {
        at: null,
        missing: voted ? 'lease-collective-party' : 'lease-collective-vote',
        message: `${voted ? '' : '出租集体财产，没有载明成员大会或者村民会议的时间和表决结果'}${voted || !wrongParty ? '' : '；'}${wrongParty ? '集体经济组织已登记，却由村民委员会作出租方' : ''}。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '青麓村民委员会将村集体厂房出租给乙方，租期五年，年租金八万元。', says: '表决结果' },
      { text: '出租方：云州市临河区石桥村股份经济合作社\n第一条 甲方将集体仓库租给乙方，未附会议决议。' },
      {
        text: '甲方：石桥村村民委员会\n甲方将集体所有的商铺出租给乙方。石桥村股份经济合作社已于2022年登记。租赁方案经村民代表会议表决通过。',
        says: '由村民委员会作出租方',
      },
      { text: '乙方承租石桥社区集体场地一处，租金每年三万元。' },
    ],
    nearMisses: [
      {
        text: '出租方：石桥村股份经济合作社；将厂房出租给乙方，经2026年3月1日成员代表大会全体代表三分之二以上同意，附会议记录。',
      },
      { text: '农户张某将承包地出租给乙方，租金每亩七百元。' },
      { text: '甲方：王某\n甲方将自有商铺出租给乙方，商铺位于石桥村东。' },
      { text: '青麓村民委员会将集体门面出租给乙方，方案已由村民会议讨论决定，同意票占五分之四。' },
    ],
  },
};

const collectiveOwned = pattern(
  '(?:村|社区|组|农民)?集体(?:所有)?的?[^。；，]{0,8}(?:房屋|厂房|场地|仓库|商铺|门面|铺面|资产|房产|用房|建设用地|物业|市场|晒谷场|校舍|礼堂)|(?:村|组|社)有(?:房屋|厂房|资产)',
);

export const leaseOwners: readonly Rule[] = [stateAsset, collective];
