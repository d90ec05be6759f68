/** Investment agreements: promises of tax, land and money that an office may not make. */
import { mentions, phrase, quoted, stretchBefore } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';
import { authorities, notPromised } from './common.ts';

const review = '公平竞争审查条例';
/** A national or uniform policy, or a legal basis, makes a promise a reference. */
const uniform = pattern(
  '依法享受|国家(?:和省)?(?:统一|规定|已有)|按(?:照)?国家|统一(?:的)?(?:减免|政策|标准)|公开(?:政策|文件|发布)|法律、行政法规规定|经国务院批准|符合条件的(?:所有|全部|各类)',
);

const share = '(?:\\d+(?:\\.\\d+)?[%％]|百分之[一二三四五六七八九十百]+|全额|地方留成|留成部分|地方所得|超过部分)';
const tax = '(?:税收|税款|增值税|企业所得税|所得税|个人所得税|纳税额|缴税|入库税|契税|房产税|土地使用税|印花税)';

const taxRefund: Rule = {
  id: 'inv-tax-refund',
  title: '承诺减免或返还税收',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '减税、免税、退税只能依照法律、行政法规；擅自减免税的决定无效，以纳税额为基数的奖励属变相返还。',
  basis: [
    { law: '税收征收管理法', article: '3' },
    { law: '税收征收管理法', article: '33' },
    { law: '税收征收管理法实施细则', article: '3' },
    { law: review, article: '10' },
  ],
  advice: '删去税收返还、减免和以纳税额为基数的奖励；改为协助企业依法申报国家已有的税收政策。',
  check: phrase({
    find: pattern(
      `${tax}[^。；]{0,20}${share}?[^。；]{0,12}(?:返还|返回|退还|奖励|奖补|补助|补贴|扶持|先征后返|即征即奖|减征|减半|减免|免征|免缴)|(?:返还|退还|减免|免征|免除|减征|先征后返|即征即奖)[^。；]{0,14}${tax}`,
    ),
    also: [pattern('甲方|政府|管委会|财政|区级|县级|地方|园区|给予|享受|承诺|按')],
    unless: pattern(
      '依法享受|国家[^。；]{0,8}(?:税收)?(?:优惠)?政策|按(?:照)?(?:国家|税法|法律)|不得(?:返还|减免|退还)|退税申报|不含税|发票|出口退税|不予返还|多缴|税务机关|增值税税率',
    ),
    negatable: true,
    message: ({ match }) => `承诺减免或返还税收：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方按乙方缴纳增值税地方留成的80%返还。', says: '返还' },
      { text: '第四条 自投产之日起五年内，甲方对乙方企业所得税地方所得部分给予全额奖励。', says: '企业所得税' },
      { text: '管委会承诺免征乙方前三年房产税。', quote: '免征乙方前三年房产税' },
    ],
    nearMisses: [
      { text: '乙方符合条件的可依法享受国家税收优惠政策。' },
      { text: '甲方不得返还税款或者以任何形式变相减免税收。' },
      { text: '乙方开具增值税专用发票后，甲方按约定支付扶持资金。' },
    ],
  },
};

const merit =
  '(?:产值|销售(?:额|收入)|营业收入|营收|主营收入|贡献|投资额|固定资产投资|投资强度|注册资本|落户|投产|不迁离|不变更|注册(?:满|后)|达产|上规|纳统)';
const grant =
  '(?:奖励|奖金|另奖|补贴|补助|扶持资金|扶持金|奖补|资金支持|(?:产业|发展|扶持|引导|专项)[^。；，]{0,4}资金)';
const give = '(?:给予|安排|拨付|支付|兑现|发放)';

const fiscalReward: Rule = {
  id: 'inv-fiscal-reward',
  title: '给签约企业单独的财政奖补',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者选择性、差异化的财政奖励或者补贴；未列入预算的也不得支出。',
  basis: [
    { law: review, article: '10' },
    { law: '预算法', article: '13' },
  ],
  advice: '取消只给签约企业的奖补，或者改为按公开政策、统一标准申报，并落实预算。',
  check: phrase({
    find: pattern(
      [
        `${merit}[^。；]{0,40}${grant}`,
        `(?:[^。；，]{0,6})${grant}[^。；]{0,40}(?:条件|前提|标准|考核|以[^。；，]{0,10}为|挂钩|如|若)[^。；]{0,12}${merit}`,
        `${give}[^。；，]{0,4}(?:乙方|项目公司|企业|其)?[^。；，]{0,20}(?:财政(?:奖励|补贴|补助)|(?:专项|产业|发展|扶持|一次性)[^。；，]{0,6}(?:资金|补贴|补助|奖励)|奖补|扶持金)`,
      ].join('|'),
    ),
    also: [pattern(authorities)],
    unless: pattern(
      '税|依法享受|国家(?:和省)?(?:统一|规定)|统一(?:的)?(?:政策|标准)|公开(?:政策|文件|发布)|经国务院批准|贴息由银行|劳动竞赛|违约|(?:甲方|政府|管委会|街道)[^，。；]{0,6}不得|员工|职工|保证金',
    ),
    negatable: true,
    when: (place, context) => !notPromised(place) && mentions(context, pattern('乙方|企业|项目公司|投资(?:方|人)')),
    message: ({ match }) => `只给签约企业的财政奖补：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '乙方年产值每增加1亿元，甲方给予乙方200万元产业扶持资金。', says: '产业扶持资金' },
      {
        text: '第五条 项目公司落户后，管委会按固定资产投资的3%给予一次性奖励。',
        says: '固定资产投资的3%给予一次性奖励',
      },
      {
        text: '| 条件 | 甲方给予的扶持资金 |\n| 年销售收入超过3亿元 | 180万元 |\n以上资金由区财政拨付至乙方账户。',
        says: '扶持资金',
      },
      { text: '管委会单独给予项目公司每年30万元的租金补贴，前提是年产值不低于5,000万元。', says: '租金补贴' },
      { text: '乙方注册满三年且地方贡献达到五百万元的，甲方从区级财政给予乙方补贴一百万元。', says: '地方贡献' },
    ],
    nearMisses: [
      { text: '按市级公开文件统一标准申报技改补贴。' },
      { text: '乙方投产后符合条件的，按公开发布的产业政策统一标准向甲方申报奖励。' },
      { text: '乙方应按投资额的一定比例向员工发放奖励。' },
      { text: '甲方不承诺任何落户奖励，乙方的年产值由其自主经营实现。' },
      { text: '甲方不得给予乙方任何形式的财政补贴，乙方按产值自行核算奖励。' },
    ],
  },
};

const landPrice =
  '(?:出让(?:金|价款?|收入|价格)|土地款|地价款|地价|土地成交(?:价款?|金额)|成交价款?|土地价款|土地(?:使用权)?(?:价款|费用)|购地款|拿地成本)';
const back =
  '返还|退还|奖励|补贴|补助|返回|退回|扶持|以奖代|先缴后|先征后|减免|减半|免缴|免收|免交|免除|抵扣|差额由|差额部分由|返补|奖补|兑付给|补偿给乙方';

const landRefund: Rule = {
  id: 'inv-land-refund',
  title: '返还土地出让金或零地价',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '土地使用权出让金应当全部上缴财政；以返还、奖励等形式变相降低地价，损害公平竞争和国有权益。',
  basis: [
    { law: '城市房地产管理法', article: '19' },
    { law: review, article: '10' },
    { law: '最高人民法院关于审理涉及国有土地使用权合同纠纷案件适用法律问题的解释', article: '3' },
  ],
  advice: '删去返还、奖励、零地价或低于底价供地的承诺，写明土地按招拍挂成交价依法缴纳。',
  check: phrase({
    find: pattern(
      [
        `${landPrice}[^。；]{0,30}(?:${back})`,
        `(?:${back})[^。；，]{0,16}${landPrice}`,
        '零地价|零(?:出让金|成本)(?:供地|用地|取得土地)|(?:免费|无偿)(?:供地|提供[^。；，]{0,12}(?:建设|工业|商业|项目)?用地|出让)',
        `(?:每亩|土地|地块|用地|以|按)[^。；，]{0,16}(?:低于|不高于)[^。；，]{0,8}(?:底价|基准地价|成本价?|市场价|评估价|最低价(?:标准)?)[^。；，]{0,6}[^。；]{0,16}`,
        `以[^。；，]{0,6}(?:每亩)?(?:1|一|壹)元[^。；，]{0,8}(?:价格|地价|价)[^。；，]{0,8}(?:提供|出让|供应|供给)`,
      ].join('|'),
    ),
    unless: pattern('不得|禁止|保证金|竞买|未竞得|解除合同|收回|违约|依法退还|租金|租赁|出租'),
    negatable: true,
    when: (place) =>
      !notPromised(place) && (!/低于|不高于/u.test(place.match.text) || /地|出让/u.test(place.match.text)),
    message: ({ match }) => `承诺返还或压低土地价款：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '土地成交价超过10万/亩部分奖励返还企业。', says: '土地价款' },
      { text: '甲方以零地价向乙方提供项目用地。', quote: '零地价' },
      { text: '园区同意免缴乙方土地出让金的三成，免缴部分以发展资金名义处理。', says: '出让金' },
      { text: '甲方按每亩低于基准地价四成的价格供应工业用地50亩。', says: '基准地价' },
      { text: '第六条 乙方缴清出让金后三十日内，甲方以基础设施补贴名义等额返还。', says: '出让金' },
    ],
    nearMisses: [
      { text: '土地按招拍挂成交价依法缴纳。' },
      { text: '乙方未竞得土地的，竞买保证金依法退还，不影响出让金缴纳。' },
      { text: '任何一方不得约定返还土地出让金。' },
      { text: '土地出让金由乙方按成交确认书缴清，管委会不作返还或补贴的承诺。' },
    ],
  },
};

/** 与任何政府部门无关, 甲方管委会不承担回购义务: the office named is not the one that promises. */
const disowned =
  /与[^。；，]{0,10}(?:政府|管委会|街道|甲方)[^。；，]{0,6}无关|(?:政府|管委会|街道|甲方|财政)[^。；，]{0,10}不承担[^。；，]*/gu;

const minimumReturn: Rule = {
  id: 'inv-min-return',
  title: '政府一方承诺保底收益或回购',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '地方政府及其部门不得以任何方式举借债务或者为他人债务提供担保；保底、固定回报、回购本金都可能构成变相举债。',
  basis: [
    { law: '预算法', article: '35' },
    {
      law: '预算法',
      article: null,
      note: '政府投资基金和政府和社会资本合作项目的保底、回购禁令见财政部规范性文件，请核对现行文本',
    },
  ],
  advice: '删去保底收益、固定回报和回购本金的承诺，改为各方按出资比例共担风险、共享收益。',
  check: phrase({
    find: pattern(
      [
        '(?:保证|承诺|确保|保障|约定|不低于|支付|给付)[^。；]{0,24}(?:最低收益|保底|固定回报|固定收益|固定分红|年化|回报率|收益率|收益|回报|本金安全|本金不受损失)',
        '(?:到期|期满|届满|期末|年末|满[一二两三四五六七八九十\\d]+年|年后)[^。；]{0,16}(?:回购|受让[^。；，]{0,8}(?:股权|份额|出资))[^。；，]{0,12}',
        `亏损[^。；，]{0,8}由${authorities}[^。；，]{0,10}(?:承担|补足|弥补|兜底)`,
        `(?:差额|缺口|不足)(?:部分)?[^。；，]{0,4}由${authorities}[^。；，]{0,14}(?:补足|补齐|承担|弥补)`,
        '无论盈亏|不论盈亏|旱涝保收|保本保息|保本付息',
      ].join('|'),
    ),
    also: [pattern(authorities)],
    unless: pattern('不承诺|不保证|不得|禁止|共担|不存在|质量回购|股东之间|风险自负|不作[^。；]{0,6}承诺|产值|税收'),
    negatable: true,
    when: (place) => !notPromised(place) && pattern(authorities).test(place.sentence.replace(disowned, '')),
    message: ({ match }) => `政府一方承诺保底或回购：${quoted(match.text, 60)}。`,
  }),
  examples: {
    hits: [
      { text: '政府出资基金保证社会资本年化8%并到期回购。', says: '保底或回购' },
      { text: '第九条 甲方承诺乙方投资不低于6%的固定回报。', says: '固定回报' },
      { text: '项目亏损由管委会补足，乙方不承担经营风险。', quote: '亏损由管委会补足' },
      { text: '不论盈亏，街道办事处每年支付乙方固定分红40万元。', says: '不论盈亏' },
    ],
    nearMisses: [
      { text: '各方按出资比例共担风险、共享收益。' },
      { text: '甲方不承诺最低收益，也不回购乙方出资。' },
      { text: '控股股东承诺三年内未上市即按年化8%回购投资人股权，与甲方及其他政府部门无关。' },
      { text: '产品出现批量质量问题的，乙方应予退换，甲方有权解除合同。' },
    ],
  },
};

const fees =
  '(?:配套费|行政事业性收费|行政性收费|政府性基金|社会保险费|社保费?|(?:养老|医疗|失业|工伤|生育)保险费?|人防|易地建设费|规费|水土保持|不动产登记费|耕地开垦费|残疾人就业保障金|残保金|教育费?附加|水利建设基金|排污费|污水处理费|诉讼费|水资源费)';
const relief =
  '(?:免收|免缴|免交|免征|减收|减征|减免|返还|免除|全免|减半|(?:先缴|先征|先收|即征)后?[返退补]|减按|[一二三四五六七八九]折)';
const reduced = [
  `${relief}[^。；]{0,16}${fees}`,
  `${fees}[^。；]{0,24}${relief}`,
  `按[^。；，]{0,10}(?:%|％|折|成|比例)[^。；，]{0,6}(?:收取|征收|计收|计征|缴纳)[^。；，]{0,20}${fees}`,
].join('|');

const feeReduction: Rule = {
  id: 'inv-fee-reduce',
  title: '对签约企业减免收费、基金或社保费',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '没有法律、行政法规依据或者未经国务院批准，不得给特定经营者行政事业性收费、政府性基金、社会保险费方面的优惠。',
  basis: [{ law: review, article: '10' }],
  advice: '删去减免承诺，改为按国家、省统一的减免政策执行。',
  check: phrase({
    find: pattern(reduced),
    unless: uniform,
    negatable: true,
    when: ({ paragraph, match, sentence }) =>
      !/不(?:会|再)?(?:向|对|为|给|予|作)?[^，。；]{0,8}$/u.test(stretchBefore(paragraph.text, match.from)) &&
      !/政府集中采购|退还多缴/u.test(sentence),
    message: ({ match }) => `对签约企业减免法定收费：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '甲方免收乙方项目城市基础设施配套费。', quote: '免收乙方项目城市基础设施配套费', says: '减免法定收费' },
      { text: '第六条 乙方应缴的行政事业性收费，区级部分先缴后返。', says: '先缴后返' },
      { text: '甲方按50%计收乙方项目的水土保持补偿费。', says: '水土保持' },
      { text: '建设期内，乙方社保费减半，差额由甲方补足。', quote: '社保费减半' },
    ],
    nearMisses: [
      { text: '按国家政策统一减免。' },
      { text: '城市基础设施配套费按国家和省统一减免政策执行。' },
      { text: '甲方不得为乙方减免政府性基金。' },
    ],
  },
};

export const investmentPromises: readonly Rule[] = [taxRefund, fiscalReward, landRefund, minimumReturn, feeReduction];
