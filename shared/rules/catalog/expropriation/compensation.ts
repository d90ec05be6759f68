/** Expropriation agreements: what they must state, and how the value is found. */
import { daysBetween } from '../../../facts/dates.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { affirms, unaffirmedParts } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';

const law = '国有土地上房屋征收与补偿条例';

const time =
  '(?:\\d+|[一二两三四五六七八九十]+)\\s*(?:个?工作日|日|天|个?月)|\\d{4}年|[_＿]{2,}|当日|同时|即付|签(?:约|订)(?:时|当日)';
const base: readonly Part[] = [
  ['补偿方式', pattern('货币补偿|货币安置|产权调换|房屋安置|实物安置|房屋置换|补偿方式|安置方式|房票|调换|货币化')],
  [
    '补偿金额',
    pattern(
      '补偿[^。；\\n]{0,30}(?:元|万)|(?:元|万)[^。；，\\n]{0,8}补偿|补偿(?:款|金额|总额|费)|差价[^。；\\n]{0,12}元',
    ),
  ],
  [
    '补偿款的支付期限',
    pattern(
      `(?:${time})[^。；\\n]{0,24}(?:支付|付清|付给|拨付|汇入|到账|发放|兑付|转入|给付|结清|打入)|(?:支付|付清|付款|拨付|到账|发放|兑付|给付)[^。；\\n]{0,24}(?:${time})|支付期限`,
    ),
  ],
  ['搬迁费', pattern('搬迁(?:费|补助|补偿费|奖励费|费用)|搬家(?:费|补助)|迁移费|搬移费')],
  [
    '搬迁期限',
    pattern(
      `(?:${time})[^。；\\n]{0,24}(?:搬迁|搬离|腾空|腾退|腾房|交房|搬出|搬家|移交|搬清)|(?:搬迁|搬离|腾空|腾退|腾房|交房|搬出)[^。；\\n]{0,24}(?:${time})|搬迁期限`,
    ),
  ],
];
const exchange: readonly Part[] = [
  [
    '调换房屋的地点',
    pattern(
      '坐落|位于|地点|地址|小区|[^，。；]{1,10}(?:路|街)[^，。；]{0,8}号|号楼|\\d+\\s*[幢栋]|[新家花][城园苑]|安置地',
    ),
  ],
  ['调换房屋的面积', pattern('平方米|㎡|面积')],
  ['差价结算', pattern('差价|差额|找补|结算')],
  ['过渡方式和过渡期限', pattern('过渡')],
  ['临时安置费或者周转用房', pattern('临时安置|过渡费|周转(?:用)?房|安置补助')],
];
const business: Part = ['停产停业损失', pattern('停产停业|停业损失|停产损失|经营损失|营业损失')];
const collective: readonly Part[] = [
  ['土地补偿费和安置补助费', pattern('土地补偿费|安置补助费|区片综合地价|土地补偿')],
  ['安置方式', pattern('安置方式|货币安置|安置房|重新安排宅基地|宅基地|货币补偿|房屋安置')],
  ['被征地农民的社会保障费用', pattern('社会保障|社保|养老保险|保障费用')],
];

const takesHouse = pattern('征收|拆迁|征迁|搬迁|腾退|被征收|补偿安置|安置补偿');
const pays = pattern(
  '补偿[^。；，\\n]{0,20}(?:\\d|[一二三四五六七八九十百]+)[^。；，\\n]{0,8}元|产权调换|货币补偿|补偿(?:款|金额)[^。；，\\n]{0,12}元|安置(?:房|费)|补偿[^。；，\\n]{0,10}(?:_|＿)',
);
const swaps = pattern('产权调换|房屋安置|实物安置|安置房|调换房|房屋置换|置换');
const trading = pattern(
  '经营性(?:房屋|用房)|商铺|门面|营业用房|店铺|厂房|经营用房|生产用房|非住宅|营业执照|商业用房|(?:餐馆|饭店|超市|旅馆|商店|作坊|诊所|网吧|药店|个体)[^。；]{0,12}(?:经营|营业|自营)|(?:正常|实际)?(?:经营|营业)中',
);
const villageLand = pattern('集体土地|征地|被征地|征收土地|土地征收|耕地|承包地|农用地|宅基地征收|集体所有');
const notTaking = pattern('办公(?:用房|室)?搬迁服务|搬家服务|赔偿协议|信访|救助|工伤|交通事故|劳动');

const elements: Rule = {
  id: 'exp-elements',
  title: '征收补偿协议缺少法定事项',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['expropriation', 'land'],
  why: '补偿协议应当约定补偿方式、金额和支付期限、搬迁费、搬迁期限等事项；产权调换和经营性房屋另有必备事项，缺项的难以履行和强制执行。',
  basis: [
    { law, article: '25' },
    { law: '土地管理法', article: '48' },
  ],
  advice: '按补偿方式补齐所缺事项，与公布的征收补偿方案和评估报告核对后再签订。',
  traps: ['货币补偿不需要写调换房屋和过渡安置。', '非经营性房屋不查停产停业损失。'],
  check: (context): Hit[] => {
    if (!mentions(context, takesHouse) || !mentions(context, pays) || mentions(context, notTaking)) return [];
    if (mentions(context, amendment)) return [];
    const onLand = mentions(context, villageLand) && !mentions(context, houses);
    const parts = onLand
      ? [...collective, ...base.slice(1, 3)]
      : [...base, ...(mentions(context, swaps) ? exchange : []), ...(mentions(context, trading) ? [business] : [])];
    const absent = unaffirmedParts(context, parts);
    if (absent.length === 0) return [];
    return [{ at: null, missing: 'exp-elements', message: `补偿协议没有写明${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      { text: '甲方补偿乙方80万元，乙方搬迁。', says: '搬迁费' },
      {
        text: '房屋征收补偿协议\n第一条 乙方选择产权调换，安置房位于和平小区，面积90平方米。\n第二条 补偿金额60万元，签约后15日内支付，搬迁费2000元。\n第三条 乙方于30日内腾空房屋。',
        says: '差价结算',
      },
      {
        text: '征收补偿协议\n被征收房屋为临街商铺，货币补偿120万元，签订后10日内支付，搬迁费3000元，乙方20日内搬迁。',
        says: '停产停业损失',
      },
      {
        text: '土地征收补偿协议：征收耕地六亩，土地补偿费和安置补助费共48万元，30日内支付，采用货币安置方式。',
        says: '社会保障',
      },
    ],
    nearMisses: [
      { text: '房屋征收货币补偿80万元，协议签订后15日内支付，另付搬迁费2000元，款到后30日内搬迁。' },
      {
        text: '征收补偿协议\n| 补偿方式 | 产权调换 |\n| 补偿金额 | 补偿款70万元，签约后15日内支付 |\n| 调换房屋 | 位于和平小区，90平方米 |\n差价按评估价结算；搬迁费2000元，乙方20日内搬迁；过渡期限18个月，临时安置费每月1500元。',
      },
      { text: '办公用房搬迁服务合同：服务费5万元，搬迁完成后10日内支付。' },
      { text: '甲方向乙方支付交通事故赔偿3万元。' },
    ],
  },
};
const amendment = pattern('补充协议|变更协议');
const houses = pattern('房屋|住宅|商铺|门面');

const appoints = phrase({
  find: pattern(
    '(?:街道(?:办事处|办)?|征收(?:部门|办|实施单位|人)?|甲方|指挥部|政府|管委会|[^，。；\\s]{1,10}(?:局|办公室|中心))[^。；，\\n]{0,14}(?:直接)?(?:指定|选定|确定|委托|选聘|聘请|指派|安排)[^。；\\n]{0,16}(?:评估(?:机构|公司|单位|事务所)|估价(?:机构|公司))|评估(?:机构|公司|单位)[^。；\\n]{0,14}由[^。；，\\n]{0,14}(?:街道|征收|甲方|指挥部|政府|管委会|局)[^。；，\\n]{0,10}(?:直接)?(?:指定|选定|确定|委托|选聘|聘请|指派|安排)|(?:指定|选定)(?:的)?[^。；，\\n]{0,8}(?:评估(?:机构|公司)|机构出具)|(?:评估|估价)[^。；，\\n]{0,6}由[^。；，\\n]{0,14}(?:街道|征收|甲方|指挥部|政府|管委会|局)[^。；，\\n]{0,14}(?:指定|选定|确定|委托|选聘|聘请|指派)',
  ),
  when: ({ sentence }, context) =>
    !/不得|禁止|由被征收人|协商选定|多数决定|随机|摇号|抽签|投票|申请复核/u.test(sentence.replace(skippedChoice, '')) &&
    mentions(context, taking) &&
    !affirms(context, chosen),
  message: ({ match }) => `评估机构没有经被征收人选定：${quoted(match.text, 60)}。`,
});
/** 未组织被征收人协商或抽签, 不再组织摇号: the procedure is named because it was left out. */
const skippedChoice =
  /(?:未|不再|没有|无需|不)(?:组织|经|通过|进行|举行|采取|征求|安排|开展)?[^。；，]{0,20}(?:协商|抽签|摇号|投票|随机|多数决定|选定)[^。；，]{0,12}/gu;
const taking = pattern('征收|补偿(?:依据|款|协议|价|公告|决定|方案)|协议(?:单价|价)|拆迁|被征收人|搬迁|价值时点|征迁');
const chosen = pattern(
  '协商(?:选定|确定|一致)?[^。；，]{0,8}(?:评估|估价)|(?:评估|估价)[^。；未不没]{0,30}(?:协商(?:选定|确定)|被征收人[^。；，未不没]{0,8}(?:选定|选择|投票)|多数决定|随机|摇号|抽签|投票|摇珠)|摇号|抽签|随机(?:选定|抽取)|多数决定|投票(?:选|决)',
);

const barred = phrase({
  find: pattern(
    '(?:不得|不能|不再|无权|放弃|不予|不接受|不可)[^。；\\n]{0,16}(?:申请)?(?:复核|鉴定|重新评估|复评)|(?:评估|估价)(?:结果|报告)[^。；，\\n]{0,8}(?:为)?(?:最终(?:结果|结论)|终局)',
  ),
  unless: pattern(
    '逾期(?:未|不)?(?:申请|提出|复核)|(?:五|十|5|10)日内[^。；]{0,8}(?:未|不)|期限(?:内|届满)|不得(?:拒绝|限制|剥夺)|非因',
  ),
  when: ({ sentence }, context) => mentions(context, taking) && /评估|估价|复核|鉴定/u.test(sentence),
  message: ({ match }) => `排除对评估结果的复核、鉴定：${quoted(match.text)}。`,
});

type Day = 'value' | 'notice';
const days: Names<Day> = [
  ['value', /价值时点|估价时点|评估(?:基准|时点)[^，。；\d]{0,4}/u],
  ['notice', /(?:征收决定)?(?:公告|公布|发布|公示)(?:之)?日?|作出[^，。；]{0,6}征收决定|征收决定/u],
];

function otherValueDay(context: RuleContext): Hit[] {
  const dates = inBody(context, context.facts.dates).filter(({ iso }) => iso !== null);
  const told = dates.map((date) => ({ date, name: nameOf(context, date.at, days) }));
  const value = told.find(({ name }) => name === 'value')?.date;
  const notice = told.find(
    ({ name, date }) => name === 'notice' && /征收|公告|决定/u.test(sentenceOf(context, date.at).text),
  )?.date;
  if (!value?.iso || !notice?.iso || value.iso === notice.iso) return [];
  const apart = Math.abs(daysBetween(value.iso, notice.iso));
  return [
    {
      at: value.at,
      related: [notice.at],
      message: `价值时点为 ${value.iso}，征收决定公告日为 ${notice.iso}，相差 ${apart} 日。`,
    },
  ];
}

type Price = 'market' | 'agreed';
const prices: Names<Price> = [
  ['market', /(?:评估|市场|类似房地产|周边)[^，。；\d]{0,12}/u],
  ['agreed', /协议(?:单价|价格|补偿)?|补偿(?:单价|标准|价格)?|约定(?:单价|价格)|按(?:每平方米)?|征收(?:单价|补偿)/u],
];

function belowMarket(context: RuleContext): Hit[] {
  const told = inBody(context, context.facts.amounts)
    .filter(({ fen, bound, kind, pair }) => fen !== null && !bound && !(kind === 'capital' && pair !== null))
    .filter(
      ({ per, at }) =>
        (per !== null && /平方米|平米|㎡/u.test(per)) || /单价[^，。；\d]{0,4}$/u.test(clauseOf(context, at).before),
    )
    .map((amount) => ({ amount, name: nameOf(context, amount.at, prices) }));
  const market = told.find(({ name }) => name === 'market')?.amount;
  const agreed = told.find(({ name }) => name === 'agreed')?.amount;
  if (!market?.fen || !agreed?.fen || agreed.fen >= market.fen) return [];
  const message = `补偿单价每平方米 ${money(agreed.fen)}，低于评估或者市场价 ${money(market.fen)}。`;
  return [{ at: agreed.at, related: [market.at], message }];
}

const appraisal: Rule = {
  id: 'exp-appraisal',
  title: '评估机构、价值时点或复核权利不合规定',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract', 'normative', 'decision', 'enforcement', 'other'],
  why: '评估机构由被征收人协商选定，协商不成的以多数决定、随机等方式确定；价值不得低于征收决定公告之日的市场价格，并可申请复核、鉴定。',
  basis: [
    { law, article: '20' },
    { law, article: '19' },
  ],
  advice: '补充评估机构的选定记录，把价值时点改为征收决定公告之日，删去排除复核、鉴定的约定。',
  traps: ['载明协商、多数决定或者摇号抽签选定的不在此列。', '逾期未申请复核的后果不是排除权利。'],
  check: (context) =>
    mentions(context, valued)
      ? [...appoints(context), ...otherValueDay(context), ...belowMarket(context), ...barred(context)]
      : [],
  examples: {
    hits: [
      { text: '2026年5月10日公告征收决定，评估报告由街道指定机构出具，价值时点2025年12月31日。', says: '2025-12-31' },
      { text: '房屋征收补偿协议\n第二条 评估机构由征收部门直接委托云州某评估公司。', says: '没有经被征收人选定' },
      { text: '征收公告：房屋估价由指挥部指定的云川评估公司承担，不再组织投票、摇号。', kind: 'other', says: '没有经' },
      { text: '被征收人签订本协议后，不得对评估结果申请复核和鉴定。', says: '复核' },
      { text: '征收协议：评估的市场价为每平方米9000元，补偿单价为每平方米7200元。', says: '低于评估' },
    ],
    nearMisses: [
      { text: '经摇号选定评估机构，价值时点为2026年5月10日征收决定公告日。' },
      { text: '评估机构由被征收人协商选定；协商不成的，通过多数决定方式确定。', kind: 'normative' },
      { text: '被征收人对评估结果有异议的，可以自收到报告之日起十日内申请复核评估。', kind: 'normative' },
      { text: '资产转让协议：甲方委托评估机构评估，评估基准日为2026年3月31日。' },
    ],
  },
};
const valued = pattern('评估|估价|复核|鉴定');

export const compensations: readonly Rule[] = [elements, appraisal];
