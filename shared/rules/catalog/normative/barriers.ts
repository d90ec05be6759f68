/** Barriers before markets: who may enter, where one must register, who may bid, who owns it (公平竞争审查条例 8, 9). */
import { leads, quoted } from '../../builders.ts';
import { columnsOf } from '../../columns.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isStatute, local, outside, policy } from './common.ts';

const review = '公平竞争审查条例';

/** Here, by a general word or by the name of a district. */
const here = `(?:${local}|[^，。；：\\s在]{1,6}[区县市镇])`;
/** Turnover and staff as a threshold. */
const size =
  '(?:年?营业额|营业收入|年?营收|从业人员|员工(?:人数|总数)?|资产总额|净资产|经营面积)[^。；，]{0,4}(?:不少于|不低于|须?达到|超过|[^。；，]{1,10}以上)';
const barred = '(?:不得|不能|不予|禁止|不准|一律不|无权|暂不)';
const takePart =
  '(?:参与|承接|入驻|从事|进入|准入|申请|申报|经营|开办|设立|承担|运营|入库|承包|参加|投标|报名|竞标|竞买|入围|中标)';
/** Kinds of business kept out as such, and owners or sizes asked for. */
const keptOut = [
  `(?:民营|私营|个体(?:工商户|户)?|个人独资|合伙|小微|非国有|非公有制|${outside})[^。；，]{0,10}${barred}[^。；，]{0,6}${takePart}`,
  '(?:须|应当?|必须|只能|一律|限)(?:当)?(?:为|是|系|由)[^。；，]{0,4}(?:国有|国资|国企|本地企业|规模以上|规上|上市)[^。；，]{0,10}',
  '注册(?:资本|资金)[^。；，]{0,4}不得(?:低于|少于)[^。；，]{0,14}(?:元|万)',
].join('|');
const entering = pattern('参与|承接|入驻|入库|准入|申请|申报|从事|设立|开办|退出|承担|运营|条件|续签|续租');
const undertaking = pattern('参与|承接|入驻|准入|退出|承担|运营');

const notEntry = pattern(
  '依照《|依据《|按照《|根据《|法律|法规|法定|采购|招标|投标|评标|补贴|补助|奖励|人才|不得(?:以|将|把|设|要求|因|限制|规定|对|作)|户籍|就读',
);

const conditions = policy({
  find: pattern(
    `在${here}[^。；，]{0,8}(?:承办|承接|完成|实施|承担)[^。；，]{0,10}(?:业务|项目|业绩|工程)|${size}|在${here}[^。；，]{0,8}(?:连续)?(?:经营|注册|登记|纳税|生产)[^。；，]{0,6}(?:满|达|\\d|[一二三四五六七八九十两]+年)|注册(?:资本|资金)(?:不低于|不少于|不得低于|须?达到|在)[^。；，]{0,14}(?:元|万)|(?:仅限|只限|限)(?:于)?${local}[^。；，]{0,6}(?:企业|机构|经营者|单位)|具有${local}[^。；，]{0,8}业绩`,
  ),
  unless: notEntry,
  negatable: true,
  when: ({ match, paragraph }, context) => {
    const wanted = new RegExp(size, 'u').test(match.text) ? undertaking : entering;
    const framed = leads(context, paragraph);
    return framed.some((lead) => wanted.test(lead)) && !framed.some((lead) => /采购|招标|补贴|补助|奖励/u.test(lead));
  },
  message: ({ match }) => `准入条件含有${quoted(match.text)}，与事项需要的关系不明。`,
});

const exclusions = policy({
  find: pattern(keptOut),
  unless: notEntry,
  when: ({ match, paragraph }, context) =>
    leads(context, paragraph).some((lead) => entering.test(lead)) &&
    !leads(context, paragraph).some((lead) => /采购|招标|补贴|补助|奖励/u.test(lead)) &&
    !/不得(?:限制|要求|以|对|排斥)/u.test(match.text),
  message: ({ match }) => `按所有制、规模或地域限定谁能进入：${quoted(match.text)}。`,
});

/** 夜市摊位只允许本区户籍人员经营. */
const residents = policy({
  find: pattern(
    `(?:只|仅|限)(?:允许|准许|准|由|限于?|面向|接受)?[^。；，]{0,4}${local}[^。；，]{0,4}(?:户籍|户口|居民|村民)[^。；，]{0,12}${takePart}`,
  ),
  unless: pattern(
    '依照《|依据《|法律|法规|补贴|补助|救助|保障|公租|入学|就读|落户|招聘|公益性?岗位|不得|集体经济|宅基地',
  ),
  message: ({ match }) => `按户籍限定谁能经营：${quoted(match.text)}。`,
});

const entry: Rule = {
  id: 'norm-entry-discriminate',
  title: '不合理或歧视性的准入、退出条件',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政策措施不得设置不合理或者歧视性的准入、退出条件，如本地经营年限、注册资本门槛。',
  basis: [{ law: review, article: '8' }],
  advice: '删去与事项无关的年限、资本、地域条件；属于法定条件的，写明依据条款。',
  check: (context) => [...conditions(context), ...exclusions(context), ...residents(context)],
  examples: {
    hits: [
      { text: '参与街道服务须在本区经营满5年。', quote: '在本区经营满5', says: '准入条件' },
      { text: '第六条 承接社区养老服务的机构，注册资本不低于500万元。', says: '注册资本不低于500万元' },
      {
        text: '第四条 承接托育点的机构应当符合下列条件：\n（一）依法登记；\n（二）员工人数不少于60人。',
        quote: '员工人数不少于',
      },
      { text: '二、入驻集市仅限本县企业，条件另行公布。', quote: '仅限本县企业' },
      { text: '第五条 申请入驻创业街的单位，注册资金不得少于三百万元。', says: '注册资金' },
      { text: '私营企业不得承接夜市运营。', says: '私营企业' },
      { text: '第三条 集市摊位仅限本镇居民经营。', says: '户籍' },
    ],
    nearMisses: [
      { text: '参与服务须具备法定资质。' },
      { text: '依照《劳动合同法》第五十七条，申请劳务派遣许可的，注册资本不得少于二百万元。' },
      { text: '不得以在本地经营满若干年作为参与条件。' },
    ],
  },
};

const obliged = '(?:须|应当?|必须|要|需|承诺|保证|同意|负责|限期|方可|一律)';
const establish = '(?:设立|注册|成立|组建|新设|开设|办理|登记|设置)';
const branch = '(?:子公司|分公司|分支机构|公司|企业|法人|机构|办事处|分店|分部|独立核算)';
/** 区外企业应当完成本地工商注册; 注册地不在本区的，承诺三十日内在本街道设立子公司. */
const registersHere = [
  `${outside}[^。；]{0,30}${obliged}[^。；]{0,24}在?${local}[^。；，]{0,8}${establish}[^。；，]{0,10}${branch}`,
  `${outside}[^。；]{0,30}${obliged}[^。；，]{0,10}(?:完成|办理|取得|进行|办妥|落实)[^。；，]{0,4}${local}[^。；，]{0,8}(?:注册|登记|纳税)`,
].join('|');

const forceLocal: Rule = {
  id: 'norm-force-local',
  title: '强制外地企业在本地设立机构',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative', 'contract'],
  why: '不得排斥、限制、强制或者变相强制外地经营者在本地投资经营或者设立分支机构。',
  basis: [
    { law: review, article: '9' },
    { law: '反垄断法', article: '43' },
  ],
  advice: '删去设立子公司、分公司的要求，由企业自主选择经营形式。',
  check: policy({
    find: pattern(
      `${registersHere}|${outside}[^。；]{0,24}(?:须|应当?|必须|要|需)[^。；]{0,12}(?:设立|注册|成立|投资)[^。；，]{0,10}(?:子公司|分公司|分支机构|公司|企业|法人|机构|办事处)|${outside}[^。；]{0,24}(?:须|应当?|必须|要|需)[^。；，]{0,14}(?:投资[^。；，]{0,14}(?:元|不低于|不少于|建厂|设厂|办厂)|注册地[^。；，]{0,8}迁|迁(?:入|至)|落户|设厂|纳税)|(?:中标|承接|承担|入围|进驻|参与)[^。；]{0,16}(?:须|应当?|必须|需)在${local}[^。；，]{0,8}(?:设立|注册|成立)[^。；，]{0,10}(?:公司|机构|法人)`,
    ),
    unless: pattern('自主|自愿|不得|境外|外国|外资银行|法律|项目公司'),
    negatable: true,
    message: ({ match }) => `强制在本地设立机构：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '外地企业承接项目须在本区设立子公司。', says: '强制在本地设立' },
      { text: '第九条 区外施工企业应当注册本地法人，方可备案。', says: '注册本地法人' },
      { text: '中标单位须在本县成立分公司。', quote: '中标单位须在本县成立分公司' },
      { text: '入围条件：\n（一）信誉良好；\n（二）区外企业承诺入围后一个月内在本区组建分公司。', says: '分公司' },
    ],
    nearMisses: [
      { text: '外地企业可自主选择经营形式。' },
      { text: '不得要求外地企业必须在本区设立分支机构。' },
      { text: '外地企业在本区开展业务的，应当遵守属地管理要求，注册信息如实公示。' },
    ],
  },
};

const bidder = '(?:施工队|供应商|投标人?|企业|单位|公司|机构|承包商)';
const bidBonus = policy({
  find: pattern(
    `(?:注册地?|住所地?|登记地?|纳税地?|总部|所在地)(?:设?在|位于|为|属于?)[^。；，]{1,10}(?:区|县|市|镇|街道|本地|当地)[^。；，]{0,16}(?:加|另加|加计|得)[^。；，]{0,4}(?:\\d+|[一二三四五六七八九十两]+)分|${local}(?:注册)?(?:的)?(?:企业|供应商|投标人|业绩|纳税|社保|品牌|产品)?[^。；，]{0,12}(?:加|另加|加计|得)[^。；，]{0,4}(?:\\d+|[一二三四五六七八九十两]+)?分|(?:投标人?|供应商|竞标|参加[^。；，]{0,6}采购)[^。；]{0,16}(?:须|应当?|必须|限|要求)[^。；]{0,12}${local}[^。；，]{0,8}(?:注册|登记|纳税|业绩|办公场所|设立)|同等条件下[^。；，]{0,8}优先[^。；，]{0,6}${local}[^。；，]{0,4}(?:企业|供应商|产品)`,
  ),
  unless: pattern('不得|不限地域|不要求|积分入学|积分落户|人才|考核得分|招聘|招录|录用|户籍|居民加|居住满'),
  negatable: true,
  message: ({ match }) => `采购、招标按地域区别对待：${quoted(match.text)}。`,
});

const bidding = /采购|小额(?:工程|项目)|招标|投标|竞[价标]|询价|比选|磋商|遴选|供应商|中标|报价|评标|评审|名录库|入库/u;

/** 对上一年度在本区纳税的供应商，加3分; 注册地在临河区 among what a tenderer must meet. */
const localMerit = policy({
  find: pattern(
    [
      `对[^。；，]{0,24}${local}[^。；，]{0,24}(?:${bidder}|报名单位|的)，?[^。；，]{0,14}(?:加|给予|奖)[^。；，]{0,4}(?:\\d+|[一二三四五六七八九十两]+)分`,
      `(?:注册地|住所地?|登记地|纳税地)(?:址)?(?:须|应当?)?(?:设?在|位于|为)(?:${local}|[^。；，]{2,8}[区县市镇])(?:$|[；。，（）])`,
      `在${here}[^。；，]{0,4}(?:注册|登记|纳税)[^。；，]{0,4}满[^。；，]{1,6}`,
      `(?:须|应当?|必须|需)在${here}[^。；，]{0,6}(?:设有|拥有|具有|缴纳)[^。；，]{0,10}(?:办公|场所|社保|机构)`,
      `在${local}[^。；，]{0,4}(?:有|完成|承接|承担)[^。；，]{0,12}(?:同类|工程|业绩|项目)`,
    ].join('|'),
  ),
  unless: pattern('不得|不限地域|不要求|招聘|户籍|人才|积分'),
  negatable: true,
  when: ({ paragraph, sentence }, context) =>
    bidding.test(sentence) || leads(context, paragraph).some((lead) => bidding.test(lead)),
  message: ({ match }) => `采购、招标按地域区别对待：${quoted(match.text)}。`,
});

/** Outsiders kept out of a purchase or charged more, locals reckoned cheaper than they bid. */
const bidBarrier = policy({
  find: pattern(
    [
      `${outside}[^。；，]{0,6}${bidder}[^。；，]{0,6}${barred}(?:参加|参与|投标|报名|竞标|中标|入围|承接)`,
      `${outside}[^。；，]{0,6}${bidder}[^。；]{0,16}(?:双倍|加倍|[两二三2-9]倍|另行|额外|提高|增加)[^。；，]{0,8}(?:保证金|担保)`,
      `${local}[^。；，]{0,6}${bidder}[^。；，]{0,8}(?:享受|给予|按|可|享有)[^。；，]{0,8}(?:价格扣除|扣除|价格优惠|价格折扣|评审优惠)`,
      `(?:优先|应当?|须|一律|尽量)(?:选择|选用|采购|确定|考虑|由|从|让|交|交由|给|照顾|安排)[^。；，]{0,4}${local}[^。；，]{0,4}(?:供应商|投标人|企业|产品)`,
      `(?:只|仅|限)(?:邀请|接受|允许|面向|考虑|从|由)[^。；，]{0,4}在?${local}[^。；，]{0,14}${bidder}`,
      `${outside}[^。；，]{0,6}${bidder}[^。；，]{0,8}不(?:予)?(?:邀请|考虑|接受|受理|纳入)`,
      `${outside}[^。；，]{0,6}${bidder}，?[^。；，]{0,6}(?:须|应当?|必须|需)[^。；]{0,34}(?:方可|才能|方能|才可)[^。；，]{0,4}(?:获取|购买|领取|参加|参与|投标|报名|入围|承接)`,
    ].join('|'),
  ),
  unless: pattern('不得(?:给|以|将|设|因|对|要求|限制|排斥|歧视|作为)|不限地域|招聘|户籍|失信|黑名单'),
  when: ({ paragraph }, context) => leads(context, paragraph).some((lead) => bidding.test(lead)),
  message: ({ match }) => `采购、招标按地域区别对待：${quoted(match.text)}。`,
});

const bidLocal: Rule = {
  id: 'norm-bid-local',
  title: '采购招标按地域加分或设限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '不得排斥、限制外地经营者参加本地政府采购、招标投标；以特定行政区域业绩作加分条件属于差别待遇。',
  basis: [
    { law: review, article: '9' },
    { law: '政府采购法实施条例', article: '20' },
  ],
  advice: '删去本地注册、纳税、业绩的加分或门槛，改为与项目相适应、不限地域的要求。',
  check: (context) => {
    const found = bidBarrier(context);
    if (found.length > 0) return found;
    const bonus = bidBonus(context);
    return bonus.length > 0 ? bonus : localMerit(context);
  },
  examples: {
    hits: [
      { text: '本地企业加5分。', quote: '本地企业加5分', says: '地域' },
      { text: '第十条 投标人应当具有本市同类项目业绩。', says: '本市' },
      { text: '第四条 小额维修比选，仅邀请在本县设有门店的企业报价。', says: '本县' },
      { text: '三、比选评审时，对近两年在本区纳税的报名单位，另给予2分。', says: '本区' },
      { text: '第六条 采购评审中，外地投标人须缴纳加倍的履约保证金。', says: '外地投标人' },
      { text: '三、同等条件下，优先选择辖区企业。\n四、采购中本区供应商另加三分。', says: '本区供应商另加三分' },
    ],
    nearMisses: [
      { text: '按与项目相适应的业绩评分，不限地域。' },
      { text: '评审中不得给本地企业加分。' },
      { text: '公益岗位招录中，本区户籍人员加5分。' },
      { text: '本区考核得分低于80分的，通报主要负责人。' },
    ],
  },
};

const byOwner = policy({
  find: pattern(
    '(?:仅限|只限|限)(?:于)?国有|国有[^。；，]{0,10}企业[^。；，]{0,6}优先|优先[^。；，]{0,12}国(?:有|资)[^。；，]{0,10}企业|国(?:有|资)[^。；，]{0,8}企业[^。；，]{0,10}(?:优先|加\\s*[\\d一二三四五六七八九十]+\\s*分|免(?:交|缴|于|予)|直接(?:认定|入围|入库))|(?:只|仅)(?:接受|受理|面向|支持|允许)[^。；，]{0,4}国(?:有|资)|(?:不含|不包括|排除|除)[^。；，]{0,4}(?:民营|私营|个体|非公)[^。；，]{0,6}|(?:民营|私营|个体(?:工商户|户)?)[^。；，]{0,14}(?:申请|申报|参与|参加)(?:的|时)?，?(?:(?:须|应|需)(?:另|额外|加倍|双倍|提供)[^。；，]{0,12}(?:担保|保证金|抵押|证明|材料)|(?:另行?|额外)(?:提供|提交)|(?:提供|提交|缴纳)(?:双倍|加倍|额外))|(?:民营|私营|个体(?:工商户|户)?|非公有制|非国有)[^。；，]{0,14}(?:除外|不得(?:申报|参与|参加|享受|承接|申请|申领)|不予(?:受理|支持|申报|安排)|不(?:能|可|在|列入|享受|纳入|受理|接受)|另行(?:提供|缴|交)|(?:须|应|需)?(?:另行|另外|追加|加收|增加|额外|单独|双倍|加倍|提高)[^。；，]{0,4}(?:提供|担保|保证|抵押|缴|交|履约|费|比例)?|加倍|[两二2]倍)',
  ),
  unless: pattern(
    '国有(?:建设)?(?:用地|土地)|平等|一视同仁|禁止|国有资产(?:监管|管理|评估|转让)|(?:不得|不再|取消|清理)[^。；]{0,16}(?:所有制|民营|私营|限制|歧视)|不(?:区分|限|论)|破产|自愿',
  ),
  message: ({ match }) => `按所有制设置差别：${quoted(match.text)}。`,
});

/** A table with a column for state companies and one for private ones, whose rows differ. */
function ownerColumns(context: RuleContext): Hit[] {
  const [state] = columnsOf(context, /^\s*国(?:有|资)[^。]{0,8}$/u);
  const [own] = columnsOf(context, /^\s*(?:民营|私营|个体|非公|非国有)[^。]{0,8}$/u);
  if (!state || !own || isStatute(context)) return [];
  const other = own.cells.find((cell, at) => cell.text.trim() !== state.cells[at]?.text.trim());
  if (!other || own.cells.length !== state.cells.length) return [];
  const at = { block: other.id, from: 0, to: other.text.length };
  return [{ at, message: `按所有制设置差别：${quoted(state.head.text)}与${quoted(own.head.text)}的待遇不同。` }];
}

const ownership: Rule = {
  id: 'norm-ownership-discriminate',
  title: '按所有制区别对待',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '资金安排、土地供应、资质许可、项目申报等方面应当依法平等对待各类市场主体，不得制定歧视性政策。',
  basis: [
    { law: '优化营商环境条例', article: '12' },
    { law: '优化营商环境条例', article: '13' },
  ],
  advice: '删去按所有制设置的差别条件，改为对各类市场主体一视同仁。',
  check: (context) => {
    const found = byOwner(context);
    return found.length > 0 ? found : ownerColumns(context);
  },
  examples: {
    hits: [
      {
        text: '| 扶持内容 | 国有企业 | 民营企业 |\n| 贷款贴息 | 全额 | 减半 |',
        quote: '减半',
      },
      { text: '本专项资金限国有及国有控股企业申报，民营企业申报的须另行提供担保。', quote: '限国有', says: '所有制' },
      { text: '第七条 民营企业不得申报本年度技改项目。', quote: '民营企业不得申报' },
      { text: '二、产业用地优先供应国有企业。', says: '国有企业' },
    ],
    nearMisses: [
      { text: '| 扶持内容 | 国有企业 | 民营企业 |\n| 贷款贴息 | 全额 | 全额 |' },
      { text: '本专项资金面向在本区依法登记经营的各类市场主体。' },
      { text: '对国有企业、民营企业一视同仁，不设置所有制门槛。' },
      { text: '国有建设用地使用权出让依法公开进行。' },
    ],
  },
};

export const barriers: readonly Rule[] = [entry, forceLocal, bidLocal, ownership];
