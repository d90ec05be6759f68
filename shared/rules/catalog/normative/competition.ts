/** Fair competition: favours, barriers and preferences in policy measures (公平竞争审查条例 8–11). */
import { quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { local, outside, policy } from './common.ts';

const review = '公平竞争审查条例';
const taxPreference: Rule = {
  id: 'norm-tax-pref',
  title: '自行规定税收优惠或按税返奖',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '任何机关不得违反法律、行政法规擅自作出减税、免税、退税决定；没有依据给特定经营者税收优惠同样被禁止。',
  basis: [
    { law: '税收征收管理法', article: '33' },
    { law: '税收征收管理法', article: '3' },
    { law: review, article: '10' },
  ],
  advice: '删去自定的减免、返还和按纳税额计奖，改为落实国家、省已有的税收政策。',
  check: policy({
    find: pattern(
      '(?:免征|减征|减按|返还|先征后返|即征即退|缓征|减半征收|免除)[^。；，]{0,16}(?:税|所得税|增值税|税款|税收)|(?:税|税款|税收|纳税额|地方留成|入库税收)[^。；，]{0,16}(?:返还|先征后返|免征|减半|奖励|奖补|全额奖|补助)',
    ),
    unless: pattern(
      '落实|执行国家|国家[^。；]{0,10}(?:税收|政策)|税法|按照《|依照《|根据《|财税〔|税总|依法|延期缴纳|出口退税|不得|税务机关|财政部|税前|税后|发票|纳税信用',
    ),
    negatable: true,
    message: ({ match }) => `文件自行规定税收优惠：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '入园企业三年免征所得税地方部分。', quote: '免征所得税', says: '税收优惠' },
      { text: '第八条 对落户企业，按其纳税额的区级留成部分给予50%奖励。', says: '奖励' },
      { text: '四、总部企业高管个人所得税由财政予以返还。', says: '返还' },
    ],
    nearMisses: [
      { text: '落实国家小微企业税收政策。' },
      { text: '各单位不得擅自返还税款或者减免税收。' },
      { text: '按照《企业所得税法》第二十八条，高新技术企业减按15%的税率征收企业所得税。' },
    ],
  },
};

const selective: Rule = {
  id: 'norm-subsidy-selective',
  title: '选择性、差异化奖补',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者选择性、差异化的财政奖励或者补贴。',
  basis: [{ law: review, article: '10' }],
  advice: '取消点名或按贡献计奖的内容，改为面向所有符合条件经营者的统一标准；适用例外的写明理由和实施期限。',
  check: policy({
    find: pattern(
      '(?:对|给予)[^。；，]{0,10}(?:公司|重点企业|链主企业|总部企业|龙头企业|名单内企业|特定企业|骨干企业)[^。；]{0,30}(?:奖励|补贴|补助|资金支持|扶持资金|奖补)|(?:一企一策|一事一议)[^。；]{0,30}(?:奖励|补贴|扶持|支持|补助)|(?:按|以|依据|根据)[^。；，]{0,14}(?:纳税|税收贡献|产值|入库|地方(?:经济|财政)?贡献|财政贡献|经济贡献)[^。；]{0,24}(?:奖励|补贴|补助|奖补)',
    ),
    unless: pattern(
      '纳税额|税收|税款|所有符合|全部符合|统一标准|环保|安全生产|隐患|整改|国务院批准|不得|法律、行政法规|信贷|贷款|银行|金融机构|债券',
    ),
    negatable: true,
    message: ({ match }) => `奖补只给特定经营者或按贡献计算：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '对甲公司给予专项奖励300万元。', quote: '对甲公司给予专项奖励', says: '特定经营者' },
      { text: '第六条 对重点企业实行一企一策，给予资金扶持。', says: '一企一策' },
      { text: '二、按上年度地方经济贡献的10%给予企业奖励。', says: '地方经济贡献' },
    ],
    nearMisses: [
      { text: '对符合条件的所有企业按统一标准奖补。' },
      { text: '对存在隐患的企业实行一企一策整改，安全生产达标后解除监管，给予技术支持。' },
      { text: '不得对特定企业给予补贴。' },
    ],
  },
};

const franchise: Rule = {
  id: 'norm-franchise',
  title: '违法授予独家或特许经营',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政策措施不得违法设置或者授予特许经营权；确需特许的应通过公平竞争确定经营者。',
  basis: [{ law: review, article: '8' }],
  advice: '删去指定独家经营的内容，改为公开招标等公平竞争方式确定。',
  check: policy({
    find: pattern(
      '(?:指定|授予|交由|委托|确定|明确|由|授权)[^。；，]{0,24}(?:独家|唯一|专营|独占)[^。；，]{0,12}(?:经营|运营|承担|负责|供应|清运|回收|提供|实施|投放)?',
    ),
    unless: pattern(
      '公开招标|公平竞争|竞争性|招投标|依法|唯一(?:标识|编码|识别|性|代码|账户|号)|不得|法定|唯一的?(?:身份|机构代码)',
    ),
    negatable: true,
    message: ({ match }) => `授予独占经营：${quoted(match.text)}，没有写明竞争程序。`,
  }),
  examples: {
    hits: [
      { text: '指定甲公司独家经营垃圾清运。', says: '独占经营' },
      { text: '第五条 辖区共享电动车由松柏公司独家投放运营。', says: '独家' },
      { text: '三、授予城投公司户外广告专营权。', says: '专营' },
    ],
    nearMisses: [
      { text: '公开招标确定清运单位。' },
      { text: '经公开招标，由中标单位独家负责三年清运服务。' },
      { text: '系统为每家企业确定唯一标识。' },
    ],
  },
};

const designate: Rule = {
  id: 'norm-designate',
  title: '限定使用特定经营者的商品服务',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政策措施不得限定经营、购买或者使用特定经营者提供的商品或者服务。',
  basis: [
    { law: review, article: '8' },
    { law: '反垄断法', article: '39' },
  ],
  advice: '改为标准、性能或资质要求，由经营者自主选择。',
  check: policy({
    find: pattern(
      '(?:统一|必须|应当?|须|只能|一律)(?:统一)?(?:采购|使用|安装|购买|委托|选用|配备)[^。；，]{0,10}(?:公司|品牌|厂家|牌)[^。；，]{0,10}|(?:统一|必须|应当?|须|只能|一律)(?:采购|使用|安装|购买|委托|选用)[^。；，]{0,8}指定的?[^。；，]{0,12}(?:产品|设备|企业|机构|供应商|服务商|公司|厂家)|(?:只能|必须|须|应当?)(?:在|从)[^。；，]{0,12}(?:名录|名单|推荐目录|入围名单)(?:内|中)?(?:选择|选取|选用|采购)|指定[^。；，]{0,12}公司(?:为|负责|承担|提供)',
    ),
    unless: pattern(
      '国家标准|行业标准|免费|强制性?(?:产品)?认证|统一标识|或(?:者)?同等|公开遴选|政务平台|不得|依法(?:取得|设立)|符合[^。；]{0,10}标准',
    ),
    negatable: true,
    message: ({ match }) => `限定特定经营者：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '餐饮单位统一采购甲公司油烟设备。', quote: '统一采购甲公司油烟设备', says: '限定特定经营者' },
      { text: '第七条 施工单位须从街道推荐名录中选择检测机构。', says: '名录' },
      { text: '四、各小区应当安装区里指定的门禁设备。', quote: '应当安装区里指定的门禁设备' },
    ],
    nearMisses: [
      { text: '油烟净化设备须符合国家标准，统一使用区政务平台（免费）填报。' },
      { text: '不得要求商户购买指定品牌的产品，也不得要求必须使用指定的供应商。' },
      { text: '消防产品应当使用通过强制性产品认证的厂家产品。' },
    ],
  },
};

const entry: Rule = {
  id: 'norm-entry-discriminate',
  title: '不合理或歧视性的准入、退出条件',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '政策措施不得设置不合理或者歧视性的准入、退出条件，如本地经营年限、注册资本门槛。',
  basis: [{ law: review, article: '8' }],
  advice: '删去与事项无关的年限、资本、地域条件；属于法定条件的，写明依据条款。',
  check: policy({
    find: pattern(
      `在${local}[^。；，]{0,8}(?:连续)?(?:经营|注册|登记|纳税|生产)[^。；，]{0,6}(?:满|达|\\d|[一二三四五六七八九十两]+年)|注册(?:资本|资金)(?:不低于|不少于|不得低于|须?达到|在)[^。；，]{0,14}(?:元|万)|(?:仅限|只限|限)(?:于)?${local}[^。；，]{0,6}(?:企业|机构|经营者|单位)|具有${local}[^。；，]{0,8}业绩`,
    ),
    also: [pattern('参与|承接|入驻|入库|准入|申请|申报|从事|设立|开办|退出|承担|运营|条件')],
    unless: pattern(
      '依照《|依据《|按照《|根据《|法律|法规|法定|采购|招标|投标|评标|补贴|补助|奖励|人才|不得|户籍|就读',
    ),
    negatable: true,
    message: ({ match }) => `准入条件含有${quoted(match.text)}，与事项需要的关系不明。`,
  }),
  examples: {
    hits: [
      { text: '参与街道服务须在本区经营满5年。', quote: '在本区经营满5', says: '准入条件' },
      { text: '第六条 承接社区养老服务的机构，注册资本不低于500万元。', says: '注册资本不低于500万元' },
      { text: '二、入驻集市仅限本县企业，条件另行公布。', quote: '仅限本县企业' },
    ],
    nearMisses: [
      { text: '参与服务须具备法定资质。' },
      { text: '依照《劳动合同法》第五十七条，申请劳务派遣许可的，注册资本不得少于二百万元。' },
      { text: '不得以在本地经营满若干年作为参与条件。' },
    ],
  },
};

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
      `${outside}[^。；]{0,24}(?:须|应当?|必须|要|需)[^。；]{0,12}(?:设立|注册|成立|投资)[^。；，]{0,10}(?:子公司|分公司|分支机构|公司|企业|法人|机构|办事处)|(?:中标|承接|承担|入围|进驻|参与)[^。；]{0,16}(?:须|应当?|必须|需)在${local}[^。；，]{0,8}(?:设立|注册|成立)[^。；，]{0,10}(?:公司|机构|法人)`,
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
    ],
    nearMisses: [
      { text: '外地企业可自主选择经营形式。' },
      { text: '不得要求外地企业必须在本区设立分支机构。' },
      { text: '外地企业在本区开展业务的，应当遵守属地管理要求，注册信息如实公示。' },
    ],
  },
};

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
  check: policy({
    find: pattern(
      `${local}(?:注册)?(?:的)?(?:企业|供应商|投标人|业绩|纳税|社保|品牌|产品)?[^。；，]{0,12}(?:加|另加|加计|得)[^。；，]{0,4}(?:\\d+|[一二三四五六七八九十两]+)?分|(?:投标人?|供应商|竞标|参加[^。；，]{0,6}采购)[^。；]{0,16}(?:须|应当?|必须|限|要求)[^。；]{0,12}${local}[^。；，]{0,8}(?:注册|登记|纳税|业绩|办公场所|设立)|同等条件下[^。；，]{0,8}优先[^。；，]{0,6}${local}[^。；，]{0,4}(?:企业|供应商|产品)`,
    ),
    unless: pattern('不得|不限地域|积分入学|积分落户|人才|考核得分'),
    negatable: true,
    message: ({ match }) => `采购、招标按地域区别对待：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '本地企业加5分。', quote: '本地企业加5分', says: '地域' },
      { text: '第十条 投标人应当具有本市同类项目业绩。', says: '本市' },
      { text: '三、同等条件下，优先选择辖区企业。\n四、采购中本区供应商另加三分。', says: '本区供应商另加三分' },
    ],
    nearMisses: [
      { text: '按与项目相适应的业绩评分，不限地域。' },
      { text: '评审中不得给本地企业加分。' },
      { text: '本区考核得分低于80分的，通报主要负责人。' },
    ],
  },
};

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
  check: policy({
    find: pattern(
      '(?:仅限|只限|限)(?:于)?国有|国有[^。；，]{0,10}企业[^。；，]{0,6}优先|优先[^。；，]{0,8}国有(?:及国有控股)?企业|(?:民营|私营|个体(?:工商户)?|非公有制)[^。；，]{0,14}(?:除外|不得(?:申报|参与|参加|享受|承接|申请)|不予(?:受理|支持|申报)|另行提供|须另行|加倍|不享受|不纳入)',
    ),
    unless: pattern('国有(?:建设)?(?:用地|土地)|平等|一视同仁|禁止|国有资产(?:监管|管理|评估|转让)'),
    message: ({ match }) => `按所有制设置差别：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '本专项资金限国有及国有控股企业申报，民营企业申报的须另行提供担保。', quote: '限国有', says: '所有制' },
      { text: '第七条 民营企业不得申报本年度技改项目。', quote: '民营企业不得申报' },
      { text: '二、产业用地优先供应国有企业。', says: '国有企业' },
    ],
    nearMisses: [
      { text: '本专项资金面向在本区依法登记经营的各类市场主体。' },
      { text: '对国有企业、民营企业一视同仁，不设置所有制门槛。' },
      { text: '国有建设用地使用权出让依法公开进行。' },
    ],
  },
};

const shutdown: Rule = {
  id: 'norm-shutdown-blanket',
  title: '一刀切停产停业',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['normative'],
  why: '清理整顿、专项整治中，除法定例外并经有权机关批准外，不得要求相关行业、领域的市场主体普遍停产、停业。',
  basis: [{ law: '优化营商环境条例', article: '59' }],
  advice: '改为分类处置、一企一策；确属法定例外的，写明情形和批准机关。',
  check: policy({
    find: pattern(
      '(?:所有|一律|全部|统一|全面|各类)[^。；]{0,24}(?:停产|停业|停工|关停|歇业|停止营业|停止经营)|(?:停产|停业|停工|关停|歇业)[^。；，]{0,6}(?:一律|全部)',
    ),
    also: [pattern('企业|商户|店|场所|工地|行业|餐饮|单位|经营|作坊|门面|市场')],
    unless: pattern(
      '依法责令|隐患|重污染天气|应急响应|预警|重大事故|生命安全|批准|违法|不得|未取得|不符合|拒不|不(?:应|搞)|禁止|停业期间|破产|清算',
    ),
    negatable: true,
    message: ({ match }) => `要求普遍停产停业：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '迎检期间，辖区内所有餐饮、汽修店铺一律停业整改三日。', says: '普遍停产停业' },
      { text: '三、创建验收当周，全部工地统一停工。', says: '停工' },
      { text: '第四条 整治期间，废品回收行业全面关停，商户自行清场。', quote: '全面关停' },
    ],
    nearMisses: [
      { text: '对检查发现存在重大火灾隐患的两家店铺，依法责令停业整改。' },
      { text: '启动重污染天气应急响应时，相关企业按预案一律停产。' },
      { text: '各部门不得要求辖区企业一律停产停业。' },
    ],
  },
};

export const fairCompetition: readonly Rule[] = [
  taxPreference,
  selective,
  franchise,
  designate,
  entry,
  forceLocal,
  bidLocal,
  ownership,
  shutdown,
];
