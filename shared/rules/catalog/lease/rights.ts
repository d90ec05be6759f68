/** What a lease lets each side do: sublet, give up priority, help itself. */
import { inBody } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { withoutWaivers } from '../../denials.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const sublet =
  '(?:转租|分租|再出租|转借|再转租|另租|另行(?:出)?租|转手出租|对外(?:出租|招租)|(?:出租|租给|租借给|借给)(?:第三[方人]|他人|商户|其他[^。；，]{0,6}))';
const consent = /(?:经|征得|取得|获得|征求|事先)[^。；，]{0,16}(?:同意|许可|批准|认可)|书面同意/u;
const subletConsent = /(?:转租|分租)[^。；]{0,20}(?:须|应|需)[^。；，]{0,8}(?:经|征得|取得)[^。；，]{0,12}同意/u;
/** 甲方同意乙方将二层转租给某公司: one sublease, consented to. */
const consentedOne =
  /(?:甲方|出租[方人])(?:书面)?同意[^。；]{0,30}(?:转租|分租)(?:给|予|于|与)(?!第三|他人|任何|其他|商户)[^，。；]{2,24}/u;
const freeSublet = phrase({
  find: pattern(
    `(?:自由|任意|随意|自行|自主|直接|随时|不受限制)[^。；，\\n]{0,14}${sublet}|(?:无需|无须|毋须|不需|不必|不须|不用|不再|不经)[^。；\\n]{0,18}(?:同意|许可|批准|认可|告知|通知|征得|征求)[^。；\\n]{0,12}${sublet}|${sublet}[^。；\\n]{0,24}(?:无需|无须|毋须|不需|不必|不须|不用|不受)[^。；，\\n]{0,12}(?:同意|许可|批准|认可|告知|通知|征得|限制)|${sublet}[^。；，\\n]{0,6}(?:自由|由乙方自行决定|不受限制)|(?:有权|可以?|允许|同意|授权)[^。；，\\n]{0,20}${sublet}`,
  ),
  unless: pattern('不得(?:自行|擅自|任意|随意|自由)?(?:转租|分租|将)|擅自|未经|禁止|解除(?:本)?(?:合同|协议)|收回'),
  negatable: true,
  when: ({ sentence, paragraph }) =>
    !consent.test(withoutWaivers(sentence)) &&
    !subletConsent.test(withoutWaivers(paragraph.text)) &&
    !consentedOne.test(sentence),
  message: ({ match }) => `概括允许转租：${quoted(match.text)}。`,
  grade: (_, context) => (mentions(context, commonProperty) ? { severity: 'medium' } : {}),
});
const commonProperty = pattern(
  '国有|公有|直管公房|集体|村委会|村民委员会|经济合作社|街道|机关|政府|管委会|[^，。；\\s]局[^限部]',
);

type Left = 'left' | 'sublet';
const subletTerms: Names<Left> = [
  ['left', /剩余|尚余|余下|仅剩|还剩|未到期|还有|剩下/u],
  ['sublet', /转租|分租|再出租/u],
];

const endNames: Names<Left> = [
  ['left', /(?:原|主)?租赁合同|原(?:租)?(?:合同|租期|租约)|原租赁期限?|本合同租期|剩余租期/u],
  ['sublet', /转租|分租|次承租/u],
];

/** A sublease that is to end after the lease it comes from, both told by their last days. */
function outlasting(context: RuleContext): Hit[] {
  const ends = inBody(context, context.facts.dates)
    .filter(({ iso }) => iso !== null)
    .map((date) => ({ date, name: nameOf(context, date.at, endNames) }));
  const lease = ends.findLast(({ name }) => name === 'left')?.date;
  const sub = ends.findLast(({ name }) => name === 'sublet')?.date;
  if (!lease?.iso || !sub?.iso || sub.iso <= lease.iso) return [];
  const message = `转租至${quoted(sub.text)}，晚于原租期届满日${quoted(lease.text)}。`;
  return [
    { at: sub.at, related: [lease.at], message, ...(mentions(context, commonProperty) ? { severity: 'medium' } : {}) },
  ];
}

/** A sublease that is to run longer than what is left of the lease. */
function overlong(context: RuleContext): Hit[] {
  const lengths = inBody(context, context.facts.durations)
    .filter(({ unit, sense }) => ['year', 'month', 'day'].includes(unit) && sense !== 'within')
    .map((duration) => ({ duration, name: nameOf(context, duration.at, subletTerms) }));
  const left = lengths.find(({ name }) => name === 'left')?.duration;
  const sub = lengths.find(({ name }) => name === 'sublet')?.duration;
  if (!left || !sub || sub.days <= left.days) return outlasting(context);
  const message = `转租期限 ${sub.text}，超过剩余租期 ${left.text}。`;
  return [
    { at: sub.at, related: [left.at], message, ...(mentions(context, commonProperty) ? { severity: 'medium' } : {}) },
  ];
}

const sublease: Rule = {
  id: 'lease-sublet',
  title: '概括允许转租或转租期过长',
  severity: 'low',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation'],
  why: '转租须经出租人同意，且超过剩余租期的约定对出租人没有约束力；事先概括同意，出租人就不再知道房屋在谁手里。',
  basis: [
    { law: '民法典', article: '716' },
    { law: '民法典', article: '717' },
  ],
  advice: '改为每次转租须经出租人书面同意，期限不超过剩余租期，用途不变，次承租人的资料交出租人备存。',
  traps: ['经书面同意方可转租且不超过剩余租期的，是通常写法。'],
  check: (context) => [...freeSublet(context), ...overlong(context)],
  examples: {
    hits: [
      { text: '乙方可自由转租，转租期限10年，剩余租期3年。', says: '概括允许转租' },
      { text: '第八条 承租人有权将租赁房屋转租给第三人，无需另行取得出租人同意。', says: '转租' },
      { text: '村委会将厂房出租给乙方，租期内乙方可以任意分租。', quote: '可以任意分租' },
      { text: '原租赁合同于2028年5月31日到期，乙方转租期至2030年5月31日。', quote: '2030年5月31日', says: '晚于' },
      { text: '经甲方同意，乙方转租六年，剩余租赁期限为四年。', quote: '六年', says: '超过剩余租期 四年' },
    ],
    nearMisses: [
      { text: '经甲方书面同意，乙方可转租，转租期限不超过剩余租期。' },
      { text: '乙方不得自行转租；擅自转租的，甲方有权解除合同。' },
      { text: '乙方转租须事先征得出租人书面许可，转租期两年，剩余租期三年。' },
      { text: '未经出租方同意，承租方可以对房屋自行装修，但无权转租。' },
    ],
  },
};

const priority: Rule = {
  id: 'lease-priority-waive',
  title: '承租人放弃优先购买权或优先承租权',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '承租人对房屋享有优先购买权和期满后的优先承租权；放弃须出于真实意思，写在格式文本里的还要提示说明。',
  basis: [
    { law: '民法典', article: '726' },
    { law: '民法典', article: '734' },
  ],
  advice: '确认放弃是承租人的真实意思；使用格式文本的，对该条加黑提示并由承租人单独签字确认。',
  traps: ['出卖前通知承租人、逾期不答复视为放弃，是法律本来的安排。'],
  check: phrase({
    find: pattern(
      '(?:放弃|不享有|不再享有|不得主张|不主张|不行使|不得行使|丧失|无|没有|不具有|排除)[^。；\\n]{0,24}优先(?:购买|承租|续租|租赁|受让)(?:、优先(?:购买|承租|续租|租赁))?(?:的)?权?|优先(?:购买|承租|续租|租赁|受让)权?[^。；\\n]{0,16}(?:放弃|不再(?:享有|主张|行使)|不予(?:保护|支持)|均不享有|不享有|排除|取消)',
    ),
    unless: pattern(
      '(?:不得|无权|禁止)[^。；，]{0,10}(?:排除|限制|剥夺|取消)|(?:共有人|按份共有|房改)[^。；，]{0,8}放弃|逾期|未(?:明确)?(?:表示|答复|回复|作出|提出)|不(?:答复|回复|表示)|不得(?:要求|强迫|限制)[^。；，]{0,10}放弃|次承租人|股东|抵押|近亲属|兄弟姐妹|配偶|父母|子女|亲属|依法不(?:再)?享有',
    ),
    message: ({ match }) => `约定承租人${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '承租人在此放弃优先购买权。', quote: '放弃优先购买权', says: '优先购买权' },
      { text: '第十条 租赁期满，乙方不再享有优先承租的权利。', says: '优先承租' },
      { text: '甲方出售房屋时，乙方对该房屋的优先购买权自愿放弃，不提出异议。', says: '放弃' },
    ],
    nearMisses: [
      { text: '甲方出售房屋应提前三十日书面通知乙方，乙方在同等条件下享有优先购买权。' },
      { text: '乙方接到通知后十五日内未明确表示购买的，视为放弃优先购买权。' },
      { text: '出租人不得要求承租人放弃优先承租权。' },
    ],
  },
};

const cut = '(?:断|停|切断|中断|关停|停供|停止供应|停止供给|停止提供|掐断|限制)[^。；，\\n]{0,6}(?:水|电|气|暖|网)';
const goods = '(?:物品|财物|货物|货品|商品|设备|家具|东西)';
/** 管理方打开店门搬出货物; 甲方将屋内物品清出. */
const clears = `(?:甲方|出租[方人]|房东|管理方)[^。；，\\n]{0,14}(?:(?:搬出|搬走|清出|清走|移出)[^。；，\\n]{0,8}${goods}|${goods}[^。；，\\n]{0,4}(?:搬出|搬走|清出|清走|移出))`;
const helps = `${cut}|${clears}|(?:断|停)(?:水|电)|换锁|更换[^。；，\\n]{0,6}(?:门锁|锁具|锁芯|锁)|(?:封|锁|撬|砸)(?:门|锁)|锁闭|封存[^。；，\\n]{0,6}(?:房屋|商铺|物品|场地)|封(?:闭|铺|店)|强行(?:进入|开门|腾|清|收回|搬|驱)|强制(?:清场|清退|腾退|搬离|腾空|进入|收回|开门)|破门|(?:自行|直接|单方|径行|组织人员)[^。；，\\n]{0,8}(?:清场|清退|清空|清理|腾空|搬离|搬出|处置|处理|变卖|拍卖|收回房屋|驱离|进入)|(?:扣留|扣押|扣下|留置|变卖|拍卖|没收|抛弃|丢弃)[^。；，\\n]{0,14}(?:物品|财物|货物|货品|商品|设备|设施|物资|财产|家具|东西|动产|资产)|(?:物品|财物|货物|货架|商品|家具|设备|物资|财产|遗留物)[^。；\\n]{0,20}(?:视为(?:乙方|承租[方人])?(?:自动|自愿)?(?:放弃|遗弃|抛弃|弃置|无主)|视为(?:废弃|垃圾)|归(?:甲方|出租[方人])所有|任由[^。；，\\n]{0,6}(?:甲方|出租[方人])|(?:予以|进行)?(?:扣留|扣押|变卖|处置))`;

const selfHelp: Rule = {
  id: 'lease-self-help',
  title: '出租方自行断水断电、清场扣物',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation', 'property'],
  why: '欠租应当先催告、再解除、依法收回；断水断电、换锁清场、扣押变卖物品超出法律允许的自助行为，出租方反而可能承担侵权责任。',
  basis: [
    { law: '民法典', article: '1177' },
    { law: '民法典', article: '722' },
  ],
  advice:
    '改为书面催告并给合理期限，仍不支付的解除合同、收取占有使用费并依法诉讼；遗留物约定清点、公证和保管期限后再处理。',
  traps: ['书面催告后解除、通过诉讼收回房屋的不在此列。', '经公证清点并保管一定期间后处理遗留物的，只作提示。'],
  check: phrase({
    find: pattern(helps),
    unless: pattern(
      '(?:甲方|出租[方人])[^。；，]{0,6}(?:不得|不能|无权)|供(?:电|水)(?:部门|公司|单位|局)|检修|维修|停电停水(?:通知|原因)|计划停|突发|不可抗力|第三方原因|(?:因|由于)[^。；，]{0,12}(?:停|断)(?:水|电)|导致[^。；，]{0,4}(?:停|断)|乙方(?:应当?|须|负责|可以?|有权)?自行(?:清理|处理|处置|搬|清空|拆|腾)|(?:报警|请求|申请)[^。；]{0,10}(?:法院|公安|强制执行)|(?:向|由|经)[^。；，]{0,8}人民法院|安装|垃圾|擅自|(?:承租[人方]|乙方|租户)[^。；，]{0,6}更换',
    ),
    negatable: true,
    when: ({ sentence, paragraph }, context) =>
      (mentions(context, leaseWords) || !mentions(context, otherDues)) &&
      (lessorActs.test(sentence) ||
        inArrears.test(sentence) ||
        (lessorActs.test(paragraph.text) && mentions(context, leaseWords)) ||
        /视为/u.test(sentence)),
    message: ({ match }) => `约定出租方可以${quoted(match.text)}。`,
    grade: ({ sentence }) =>
      /公证|清点[^。；]{0,24}保管|保管[^。；，]{0,8}(?:日|天|个?月)/u.test(sentence) ? { severity: 'notice' } : {},
  }),
  examples: {
    hits: [
      { text: '乙方逾期交租三日，甲方有权断电换锁并自行处置屋内物品。', quote: '断电', says: '断电' },
      { text: '租赁期满承租人未搬离的，出租人可强行进入房屋清场，损失由承租人承担。', quote: '强行进入' },
      { text: '第九条 承租方欠租超过一个月的，出租方可停止供水、供电，扣留店内货物抵偿租金。', says: '停止供水' },
      { text: '合同解除后七日内乙方未清走的物品视为放弃，由甲方任意处理。', says: '视为放弃' },
      { text: '市场管理规定：\n1.摊主欠租五日起停水停电；\n2.十日收回摊位。', quote: '停水停电' },
    ],
    nearMisses: [
      { text: '乙方欠租经书面催告十五日仍不支付的，甲方可解除合同并依法收回房屋。' },
      { text: '乙方欠租的，甲方不得断水断电，应当通过诉讼解决。' },
      { text: '因供电部门检修停电的，甲方不承担责任。' },
      { text: '期满后乙方自行清理场地内物品，恢复原状后交还甲方。' },
    ],
  },
};

const lessorActs = /甲方|出租[方人]|房东|业主|我方|村委会|街道|管理方|产权[人方]/u;
/** 商户欠租三日起断电: who cuts it off goes without saying. */
const inArrears = /(?:商户|承租[方人]|租户|乙方|经营户|摊主)[^，。；]{0,8}(?:欠租|欠费|欠缴|拖欠|逾期)/u;
const leaseWords = pattern('租');
/** Cutting off owners and those who are to move are matters of other rules. */
const otherDues = pattern('业主|物业|征收|拆迁|征迁|签约|搬迁');

export const leaseRights: readonly Rule[] = [sublease, priority, selfHelp];
