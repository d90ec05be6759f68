/** Terms of a loan: interest taken in advance, elements left out, charges piled on default. */
import type { Amount, Percentage } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { missingParts, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isSum, money } from '../contract/common.ts';
import { knownThrough, lprOn } from './lpr.ts';
import { institutionLends, perYear, signedOn } from './loan.ts';

const charge = '(?:利息|首期息|息费|服务费|手续费|咨询费|管理费|中介费|担保费|保证金)';
const inAdvance =
  '(?:预先|预|提前|先行|事先|先|放款时|放款前|放款之前|发放(?:借款|贷款|款项)?(?:时|前|之时)|出借时|打款时|转账时|划款时|交付(?:借款|本金|款项)?时|支付(?:借款|本金)时)';
const takes = '(?:扣除|扣收|扣划|扣取|扣下|扣留|扣减|扣)';
const takesOrGets = '(?:扣除|扣收|扣划|扣取|扣下|扣留|扣减|扣|收取|收讫|一次性支付|付清|缴纳|支付)';
const fromPrincipal = '(?:从|在|自|于)[^。；，]{0,8}(?:本金|借款|贷款|款项|出借款)[^。；，]{0,6}(?:中|内|里)';

const advance = phrase({
  find: pattern(
    `砍头息|${inAdvance}[^。；，]{0,10}${takes}[^。；]{0,14}${charge}|(?:放款|发放|出借|打款|划款|交付)[^。；，]{0,8}(?:时|前|同时|当日)[^。；，]{0,10}${takesOrGets}[^。；，]{0,14}${charge}|${charge}[^。；]{0,20}${inAdvance}[^。；，]{0,8}${takes}|${charge}[^。；]{0,20}(?:放款|发放|出借)[^。；，]{0,6}(?:时|前|同时|当日)[^。；，]{0,10}${takesOrGets}|${charge}[^。；，]{0,20}${fromPrincipal}[^。；，]{0,8}${takes}|${fromPrincipal}[^。；，]{0,12}${takes}[^。；，]{0,14}${charge}`,
  ),
  unless: pattern(
    '先(?:扣|还|付|冲|抵)[^。；，]{0,4}息[，、]?(?:后|再)|还款(?:时|顺序)|清偿顺序|不预|不从|返还|质量保证金|履约保证金|工资',
  ),
  negatable: true,
  message: ({ match }) => `利息或者费用在放款时预先扣收：${quoted(match.text)}。`,
});

/** 差额作为首期利息扣收: the shortfall itself is told to be the interest. */
const shortfall = phrase({
  find: pattern(
    `(?:差额|少付|短付|少交付|差价)[^。；]{0,24}${charge}|${charge}[^。；，]{0,10}(?:已|已经|均)?[^。；，]{0,4}(?:提前|预先|事先)(?:一次性)?(?:扣|收取|收讫|支付|付清)|(?:提前|预先|事先)(?:一次性)?(?:收取|收讫|计收|支付|付清|扣收)[^。；，]{0,12}${charge}`,
  ),
  also: [pattern('借款|贷款|本金|出借')],
  unless: pattern('提前还款|提前归还|不得|不预|违约|返还|工资|质量保证金|履约保证金'),
  negatable: true,
  message: ({ match }) => `利息或者费用在放款时预先扣收：${quoted(match.text)}。`,
});

const received = /实际(?:到账|到帐|交付|支付|发放|打款|转账|出借|收到|得款|到手|借得)|到手|实收|实得/u;

/** 借款20万元，实际到账18.8万元: less was paid out than is owed. */
function shortPaid(context: RuleContext): Hit[] {
  const sums = inBody(context, context.facts.amounts).filter((amount) => isSum(amount) || amount.kind === 'plain');
  const isReceived = (amount: Amount): boolean => received.test(clauseOf(context, amount.at).before.slice(-16));
  const lent = sums.find(
    (amount) => !isReceived(amount) && /借款|贷款|本金|借到|出借/u.test(clauseOf(context, amount.at).text),
  );
  const got = sums.find((amount) => isReceived(amount));
  if (!lent?.fen || !got?.fen || got.fen >= lent.fen) return [];
  if (/分[期次批笔]|首[期批笔]|第[一二三\d][期批笔]|余款|剩余/u.test(sentenceOf(context, got.at).text)) return [];
  return [
    {
      at: got.at,
      related: [lent.at],
      message: `借款 ${money(lent.fen)}，实际交付 ${money(got.fen)}，少付 ${money(lent.fen - got.fen)}。`,
    },
  ];
}

const prededuct: Rule = {
  id: 'loan-prededuct',
  title: '预先扣除利息',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  why: '利息不得预先在本金中扣除；预先扣除的，按实际出借的数额返还借款、计算利息。',
  basis: [{ law: '民法典', article: '670' }],
  advice: '改为足额放款、按期后付利息；已经扣收的，借款本金按实际到账数额重写。',
  traps: ['还款时“先扣利息、后冲本金”是清偿顺序，不是预扣。'],
  check: (context) => {
    for (const look of [advance, shortPaid, shortfall]) {
      const found = look(context);
      if (found.length > 0) return found;
    }
    return [];
  },
  examples: {
    hits: [
      { text: '放款时先扣首月利息2万元。', says: '预先扣收' },
      { text: '第三条 借款利息由出借人从本金中一次性扣除。', says: '从本金中' },
      { text: '借款金额为20万元，甲方实际到账18.8万元。', quote: '18.8万元', says: '少付 12,000.00 元' },
      { text: '借款本金50万元，少付的2万元为提前收取的利息。', says: '预先扣收' },
      { text: '贷款发放时收取服务费3万元，由借款人承担。' },
    ],
    nearMisses: [
      { text: '利息按月后付。' },
      { text: '出借人不得在放款时预先扣除利息。' },
      { text: '乙方还款不足的，先扣利息，后冲抵本金。' },
      { text: '借款金额20万元分两期发放，第一期实际到账10万元。' },
    ],
  },
};

/** Words that make a text a loan's own terms; a surety or a mortgage alone names the loan only. */
const lends = pattern(
  '借款(?:合同|协议)|借条|借据|出借[人方]|借款[人方]|贷款[人方]|借贷合同|贷款合同|借到|(?:向[^。；，]{1,20}|[甲乙丙]方|今|兹)(?:申请)?(?:借款|借到|借入|借)[^。；，保担]{0,10}[\\d０-９一二三四五六七八九十壹贰叁肆伍陆柒捌玖][^。；，张个台本]{0,10}[元圆万]',
);
const repaid = pattern('借期|出借[人方]|贷款人|归还|还款|偿还|还清|还本|付息|利率|利息|返还|还给|期限|还');
const elements = [
  [
    '用途',
    pattern(
      '用途|用于|用作|专用|作[^。；，]{0,10}(?:周转|之用|使用)|周转|(?:因|为)[^。；，]{0,14}(?:购|建|装修|经营|治病|就学|资金)[^。；，]{0,10}',
    ),
  ],
  [
    '数额',
    pattern(
      '(?:金额|数额|总额|额度|本金)[^。；]{0,6}[:：为]|[\\d０-９][\\d０-９,，.．]*\\s*(?:万|千|百)?[元圆]|[一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+(?:万)?[元圆]|[￥¥]|人民币',
    ),
  ],
  ['利率', pattern('利率|利息|年息|月息|日息|年利|月利|无息|免息|计息|年化|[一二三四五六七八九\\d]分(?:利|息)|LPR')],
  [
    '期限',
    pattern(
      '(?:借款|贷款|还款|借用|使用|用款)?(?:期限|借期)|到期日|还款日|为期|[\\d０-９一二三四五六七八九十两]\\s*(?:个?月|年|日|天)[^。；，]{0,6}(?:内|前|后|止|期|归还|还|偿)|(?:至|于)[^。；，]{0,16}[日月年](?:前|止|到期|归还|还|偿)|[\\d０-９]{4}[-./][\\d０-９]{1,2}[-./][\\d０-９]{1,2}',
    ),
  ],
  [
    '还款方式',
    pattern(
      '(?:还款|偿还|归还|还本|付息|结息)(?:的)?(?:方式|方法|计划|安排)|分[^。；，]{0,4}[期次批]|等额|一次性?|到期(?:时|日)?[^。；，]{0,6}(?:还|归还|偿还|清偿|付清)|还本付息|按[月季年]|每[月季年]|先息后本|利随本清|本息一并|连本带息',
    ),
  ],
] as const;

const incomplete: Rule = {
  id: 'loan-elements',
  title: '借款合同要素不全',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: ['loan'],
  why: '借款合同一般应写明用途、数额、利率、期限和还款方式；没有约定利率的视为没有利息，没有约定期限的对方可以随时催还。',
  basis: [{ law: '民法典', article: '668' }],
  advice: '逐项补写所缺要素；确不计息的也要写明“不计利息”。',
  traps: ['保证合同、抵押合同只引述借款，不要求再写全借款要素；写明无息的，利率一项即已约定。'],
  check: missingParts({
    needed: lends,
    when: (context) => mentions(context, repaid) && !titledSecurity(context),
    parts: elements,
    missing: 'loan-elements',
    message: (absent) => `借款合同没有写明${absent.join('、')}。`,
  }),
  examples: {
    hits: [
      { text: '乙方借款10万元，日后归还。', says: '用途、利率、期限、还款方式' },
      {
        text: '借款人：何望\n出借人：林知远\n第一条 借款金额五万元，用于房屋装修。\n第二条 借款人应当按时归还。',
        says: '利率、期限、还款方式',
      },
      { text: '借条\n今借到林知远现金贰万元整，2026年12月31日前一次性还清，不计利息。', says: '用途' },
    ],
    nearMisses: [
      { text: '乙方借款10万元用于周转，年利率4%，期限1年，到期还本付息。' },
      { text: '丁公司为上述借款提供保证，保证期间二年。' },
      { text: '甲方借给乙方会议桌十张，用毕归还。' },
      {
        text: '借款人：何望\n出借人：林知远\n| 借款金额 | 人民币50000元 |\n| 借款用途 | 购车 |\n| 利率 | 无息 |\n| 期限 | 12个月 |\n| 还款方式 | 到期一次性归还 |',
      },
    ],
  },
};

/** A surety's, mortgagee's or pledgee's contract, by its title. */
function titledSecurity(context: RuleContext): boolean {
  return mentions(
    context,
    pattern('^\\s*#*\\s*[^。；，：]{0,20}(?:保证|抵押|质押|担保)(?:担保)?(?:合同|协议|书|函)\\s*$'),
  );
}

type Charge = Readonly<{ name: string; percentage: Percentage; yearly: number }>;

const chargeWords: readonly (readonly [string, RegExp])[] = [
  ['违约金', /违约金|滞纳金|罚金/u],
  ['服务费等费用', /服务费|咨询费|管理费|担保费|手续费|中介费/u],
  ['逾期利息', /利率|利息|罚息|计息|逾期息|年息|月息|日息/u],
];
const loanWords = pattern('借款|贷款|出借|借条|借据|罚息|逾期(?:未还|不还)|逾期(?:年|月|日)?利[息率]|还款|本息');

/** Another contract by its title or its parties: a loan among its words is beside the point. */
const otherTitle = pattern(
  '^[^。；，：]{0,24}(?:租赁|买卖|购销|采购|服务|施工|工程|承揽|物业|委托|承包|劳务|供货|运输|仓储|装修|加工|出租|销售)[^。；，：]{0,8}(?:合同|协议|协议书|合同书)\\s*$|承租[人方]|出租[人方]|承包[人方]|发包[人方]|供应商|采购人|买受人|出卖人',
);
const lendingTitle = pattern('借款(?:合同|协议)|借条|借据|出借[人方]|借款[人方]|借贷合同|贷款合同');

/** Rates a borrower in default owes beside each other, each as a share of the principal a year. */
function defaultCharges(context: RuleContext): Charge[] {
  const rates = inBody(context, context.facts.percentages);
  const agreed = rates.find(
    (rate) =>
      rate.per !== null &&
      !/逾期|违约|罚|滞纳/u.test(sentenceOf(context, rate.at).before) &&
      /利率|利息|月息|年息/u.test(clauseOf(context, rate.at).before),
  );
  return rates.flatMap((percentage): Charge[] => {
    const clause = clauseOf(context, percentage.at);
    const sentence = sentenceOf(context, percentage.at);
    if (!/逾期|到期(?:未|不)|违约|罚息|滞纳|迟延|不按|未按|不能按/u.test(sentence.text)) return [];
    if (/四倍|4倍|不超过|不得超过|LPR|报价利率|%的违约金上限/u.test(sentence.text)) return [];
    if (percentage === agreed && !/逾期|罚/u.test(clause.before)) return [];
    const name = chargeWords.find(([, word]) => word.test(clause.text))?.[0];
    if (name === undefined) return [];
    // 借款金额的日百分之一: the day stands right before the share.
    const per = percentage.per ?? (clause.before.endsWith('日') ? 'day' : null);
    if (per !== null) {
      return [{ name, percentage, yearly: percentage.percent * perYear[per] }];
    }
    if (/上浮|加收|上调|加计|提高/u.test(clause.before) && agreed?.per) {
      return [{ name, percentage, yearly: agreed.percent * perYear[agreed.per] * (1 + percentage.percent / 100) }];
    }
    // A charge once for all, weighed as if the loan ran a year.
    return /(?:借款|贷款|本金|未还|欠款|总额)[^，]{0,10}$/u.test(clause.before)
      ? [{ name, percentage, yearly: percentage.percent }]
      : [];
  });
}

const overdueStack: Rule = {
  id: 'loan-overdue-stack',
  title: '逾期利息与违约金合计过高',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['loan'],
  why: '民间借贷的逾期利息、违约金和其他费用可以一并主张，但合计超过合同成立时一年期LPR四倍的部分，法院不予支持。',
  basis: [{ law: '最高人民法院关于审理民间借贷案件适用法律若干问题的规定', article: '29' }],
  advice: '把各项逾期费用合并测算，下调到合计不超过四倍LPR，或者只保留其中一项。',
  traps: ['银行等金融机构的贷款和买卖、租赁、服务合同的违约金，不按此比较。'],
  check: (context) => {
    if (context.input.subKind === 'unknown' && !affirms(context, loanWords)) return [];
    if (affirms(context, otherTitle) && !affirms(context, lendingTitle)) return [];
    const lpr = lprOn(signedOn(context));
    if (!lpr || institutionLends(context)) return [];
    const charges = defaultCharges(context);
    const total = Number(charges.reduce((sum, { yearly }) => sum + yearly, 0).toFixed(2));
    const limit = Number((lpr.percent * 4).toFixed(2));
    const [first, ...others] = charges;
    if (!first || total <= limit) return [];
    const listed = charges.map(({ name, percentage }) => `${name} ${percentage.text}`).join('、');
    const unverified = lpr.verified ? '' : `；${knownThrough} 之后的LPR未能核实，请按签订当月公布值复核`;
    return [
      {
        at: first.percentage.at,
        related: others.map(({ percentage }) => percentage.at),
        message: `逾期费用（${listed}）合计折合年利率 ${total}%，超过一年期LPR ${lpr.percent}% 的四倍 ${limit}%${unverified}。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '逾期年利率12%，另按日千分之一收违约金。', quote: '12%', says: '合计折合年利率 48.5%' },
      {
        text: '借款人：何望\n出借人：林知远\n第三条 借款月利率0.8%。\n第五条 逾期还款的，除按月利率1%支付利息外，每日按未还本金的万分之五支付违约金。',
        says: '30.25%',
      },
      { text: '借款逾期的，每逾期一日按借款本金的2‰支付滞纳金。', says: '73%' },
    ],
    nearMisses: [
      { text: '逾期按年利率6%计息，不另收违约金。' },
      { text: '甲方逾期支付货款的，按日千分之一支付违约金。' },
      { text: '设备租赁合同\n承租方拖欠租金的，按日千分之二支付违约金。', subKind: 'loan' },
      { text: '借款逾期的，按日万分之二支付逾期利息。' },
      { text: '贷款人：云川农商银行\n借款人逾期还款的，按日万分之六收取罚息，另收取违约金，借款按月计息。' },
      { text: '借款逾期的，逾期利息、违约金按日千分之一计算，但合计不超过一年期LPR的四倍。' },
    ],
  },
};

export const loanTermRules: readonly Rule[] = [prededuct, incomplete, overdueStack];
