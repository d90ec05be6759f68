/** Bonds of bidders and suppliers: how much may be asked. */
import type { Amount, Duration } from '../../../facts/facts.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { bodyParagraphs, headingAbove, leads, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { contractTotal, isPublicPayer, isSum, money } from '../contract/common.ts';

const perfBond = '(?:履约保证金|履约担保金?|(?:银行)?履约保函|履约保证保险)';
const bondWord = new RegExp(perfBond, 'u');
const shareOfBond = new RegExp(
  `${perfBond}(?:的)?(?:金额|数额|比例|额度)?(?:（[^）]*）|\\([^)]*\\))?[^，。；%]{0,24}$`,
  'u',
);
const shareForBond = new RegExp(
  `^的?(?:金额|数额)?(?:作为|为|充作|计取|交纳|缴纳|提交|计收|计缴|的|之)*[^，。；、\\d]{0,4}${perfBond}`,
  'u',
);
const priceWord = /(?:合同|中标|成交|签约)[^，。；\d]{0,8}(?:价款?|金额|总价|总额)[^，。；\d]{0,8}$/u;

/** The price as a table or the notice of award states it. */
function pricedAt(context: RuleContext): Readonly<{ amount: Amount; fen: number }> | null {
  for (const amount of inBody(context, context.facts.amounts)) {
    const lead = `${rowBefore(context, amount.at.block)}${clauseOf(context, amount.at).before}`;
    if (amount.fen !== null && isSum(amount) && priceWord.test(lead)) return { amount, fen: amount.fen };
  }
  return null;
}

const perfBond10: Rule = {
  id: 'proc-perf-bond-10',
  title: '履约保证金超过合同金额10%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['procurement', 'construction', 'service', 'sale', 'property'],
  why: '政府采购和依法招标项目的履约保证金都不得超过合同金额的10%。',
  basis: [
    { law: '政府采购法实施条例', article: '48' },
    { law: '招标投标法实施条例', article: '58' },
  ],
  advice: '下调到合同金额的10%以内，并允许以保函提交；不属于政府采购或招标项目的，请在审查意见中说明。',
  check: (context) => {
    if (context.input.publicPayer === false) return [];
    const grade = isPublicPayer(context) ? {} : { nature: 'risk' as const };
    const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      if (percentage.per !== null || percentage.percent <= 10 || percentage.percent > 100) return [];
      const near =
        (shareOfBond.test(`${rowBefore(context, percentage.at.block)}${clause.before}`) &&
          !/扣|违约|退还|返还|没收|不足|剩余|不(?:得)?超过|不高于/u.test(clause.before)) ||
        shareForBond.test(clause.after);
      if (!near) return [];
      return [
        { at: percentage.at, message: `约定的履约保证金比例为 ${percentage.decimal}%，超过合同金额的 10%。`, ...grade },
      ];
    });
    if (byShare.length > 0) return byShare;
    const total = contractTotal(context) ?? pricedAt(context);
    if (!total) return [];
    return inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      if (amount.fen === null || amount.bound || (amount.kind !== 'figure' && amount.pair !== null)) return [];
      const lead = `${rowBefore(context, amount.at.block)}${clauseOf(context, amount.at).before}`;
      const named =
        bondWord.test(lead.slice(-30)) ||
        /^[^，。；]{0,8}履约(?:保证金|担保)/u.test(clauseOf(context, amount.at).after);
      if (amount === total.amount || !named || /退|扣|违约|预付/u.test(lead.slice(-30))) return [];
      if (amount.fen * 10 <= total.fen) return [];
      const share = Math.floor((amount.fen * 1000) / total.fen) / 10;
      return [
        {
          at: amount.at,
          related: [total.amount.at],
          message: `履约保证金 ${money(amount.fen)}，合同总价 ${money(total.fen)}，占 ${share}%，超过 10%。`,
          ...grade,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '履约保证金为合同价15%。', publicPayer: true, quote: '15%', says: '15%' },
      {
        text: '合同总价80万元。乙方应于签约前缴纳履约保证金10万元。',
        publicPayer: true,
        quote: '10万元',
        says: '占 12.5%',
      },
      { text: '中标人应当提交相当于合同金额百分之二十的履约保证金。', quote: '百分之二十' },
    ],
    nearMisses: [
      { text: '履约保证金为合同价5%。', publicPayer: true },
      { text: '履约保证金为合同金额的10%，以银行保函提交。', publicPayer: true },
      { text: '乙方违约的，从履约保证金中扣除合同价20%的违约金。', publicPayer: true },
      { text: '定金为合同价15%，履约保证金为合同价5%。', publicPayer: true },
      { text: '合同总价80万元，履约保证金8万元。', publicPayer: true },
    ],
  },
};

const bidBond = /(?:投标|磋商|谈判|询价|响应|竞标|报价)保证金/u;
const budgetWord = /预算|估算价|控制价|最高限价|招标限价|项目金额|采购金额|概算/u;
const worksTender = /招标人|工程|施工|依法必须(?:进行)?招标/u;

/** 预算100万元，投标保证金5万元: the share the sums make, in percent. */
function bondShare(context: RuleContext): Hit[] {
  const sums = inBody(context, context.facts.amounts).filter(
    (amount) => isSum(amount) || (amount.kind === 'figure' && amount.bound),
  );
  const lead = (amount: Amount): string =>
    `${rowBefore(context, amount.at.block)}${clauseOf(context, amount.at).before}`;
  const bond = sums.find((amount) => bidBond.test(lead(amount)));
  const budget = sums.find((amount) => amount !== bond && budgetWord.test(lead(amount)) && !bidBond.test(lead(amount)));
  if (!bond?.fen || !budget?.fen || bond.fen * 50 <= budget.fen) return [];
  const share = Math.floor((bond.fen * 1000) / budget.fen) / 10;
  return [
    {
      at: bond.at,
      related: [budget.at],
      message: `投标保证金 ${money(bond.fen)}，项目预算 ${money(budget.fen)}，占 ${share}%，超过 2%。`,
    },
  ];
}

/** Days within which the bond goes back: five working days by the procurement rules, five days for works. */
function lateReturn(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap((duration: Duration): Hit[] => {
    const sentence = sentenceOf(context, duration.at);
    if (!bidBond.test(sentence.text) || !/退还|返还|退回|退付/u.test(sentence.text) || duration.sense === 'floor')
      return [];
    if (/有效期|质疑|投诉/u.test(clauseOf(context, duration.at).text)) return [];
    const works = worksTender.test(sentence.text) && !/采购人|供应商/u.test(sentence.text);
    const late = duration.unit === 'working-day' ? duration.amount > 5 : duration.days > (works ? 5 : 7);
    return late
      ? [{ at: duration.at, message: `投标保证金约定${duration.text}内退还，超过 ${works ? '5日' : '5个工作日'}。` }]
      : [];
  });
}

/** The heading a sum or share stands under, where that speaks of the bond. */
function bondHeading(context: RuleContext, { block }: Amount['at']): string {
  const heading = headingAbove(context, block);
  return bidBond.test(heading) ? heading : '';
}

const bidBond2: Rule = {
  id: 'proc-bid-bond-2',
  title: '投标保证金过高或退还过迟',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract', 'other'],
  why: '投标保证金不得超过采购项目预算金额（招标项目估算价）的2%，并应在法定期限内退还，工程招标还应退还银行同期存款利息。',
  basis: [
    { law: '政府采购法实施条例', article: '33' },
    { law: '招标投标法实施条例', article: '26' },
    { law: '招标投标法实施条例', article: '57' },
  ],
  advice: '下调到预算（估算价）的2%以内，并改为中标通知书发出（未中标的）或者签约（中标的）后五个工作日内退还。',
  traps: ['履约保证金以合同金额的10%为限，质量保证金另有上限，三者不能混用。'],
  check: (context) => [
    ...inBody(context, context.facts.percentages).flatMap((share): Hit[] => {
      const clause = clauseOf(context, share.at);
      const own = `${rowBefore(context, share.at.block)}${clause.before}`;
      // （一）数额：预算金额的3%, under the heading 四、谈判保证金.
      const lead = /保证金/u.test(own) ? own : `${bondHeading(context, share.at)}${own}`;
      const named =
        (bidBond.test(lead.slice(-40)) &&
          !/履约保证金|质量保证金|退还|不予退/u.test(lead.slice(Math.max(0, lead.search(bidBond))))) ||
        new RegExp(`^[^，。；]{0,8}${bidBond.source}`, 'u').test(clause.after);
      return named && share.per === null && share.percent > 2 && share.percent <= 100
        ? [{ at: share.at, message: `投标保证金比例为 ${share.decimal}%，超过 2%。` }]
        : [];
    }),
    ...bondShare(context),
    ...lateReturn(context),
    ...phrase({
      find: pattern('(?:不(?:退还?|计|支付|返还)[^。；，]{0,6}利息|无息(?:退还|返还))'),
      also: [pattern('投标保证金')],
      when: ({ sentence }) => worksTender.test(sentence) && !/采购人|供应商/u.test(sentence),
      message: ({ match }) => `工程招标的投标保证金${quoted(match.text)}，应当退还银行同期存款利息。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '投标保证金为预算的5%。', quote: '5%', says: '超过 2%' },
      { text: '采购预算：80万元\n磋商保证金：人民币2万元', quote: '2万元', says: '占 2.5%' },
      { text: '采购人在签订合同后十五日内退还投标保证金。', quote: '十五日', says: '5个工作日' },
      { text: '招标人于书面合同签订后5日内无息退还投标保证金。', says: '同期存款利息' },
    ],
    nearMisses: [
      { text: '投标保证金为预算的1%。' },
      { text: '采购预算：80万元\n投标保证金：1.6万元' },
      { text: '履约保证金为合同金额的5%，投标保证金在签约后五个工作日内退还。' },
      { text: '履约保证金在验收合格后十五日内退还。' },
    ],
  },
};

const keptBond =
  /(?:履约|服务|诚信|质量服务|服务质量|磋商|投标|响应|信誉|考核|安全|竞买|运营|项目)(?:担保金|保证金)|(?:缴纳|交纳|缴付|提交|支付|付清|收取|缴)[^。；，]{0,12}保证金/u;
const otherBond = /质量保证金|质保金|保修金|工资保证金|租赁保证金|租赁押金|房屋押金|保证金账户利息/u;
const paidIn = pattern(
  '(?:保证金|担保金)(?:金额)?[：:为]?(?:人民币)?(?:\\d|[一二三四五六七八九十]+[万千])|转(?:为|作)[^。；，]{0,6}(?:保证金|担保金)|(?:缴纳|交纳|缴付|缴存|提交|支付|付清|收取|交付|缴|汇入|存入|提供|交|转入)[^。；]{0,24}(?:保证金|担保金)|(?:保证金|担保金)[^。；]{0,40}(?:缴纳|交纳|缴付|缴存|提交|支付|收取|汇入|汇至|存入|缴)',
);
const given =
  /(?:退还?|返还|退付|退回|归还|释放|解除|无息退|失效|转[为作](?![^。；，]{0,6}保证金)|抵作|抵扣|抵付|自动转)/u;
const refused = /(?:不予?|不再|不得|无权要求|没收|概不|恕不)[^。；，]{0,6}(?:退|返)/u;
const openEndedReturn =
  /视情况|酌情|(?:根据|按照?|依)[^。；，]{0,8}(?:情况|表现)|是否(?:予以)?(?:退还|返还)|另行(?:协商|决定|确定|商定)|适时|由(?:甲方|采购人|招标人)(?:自行)?(?:决定|确定)|视[^。；，]{0,10}(?:情况|而定)/u;

/** 第六条 服务质量保证金: the heading names the bond, the line below has it paid. */
function underHeading(context: RuleContext, message: (words: string) => string): Hit[] {
  return phrase({
    find: pattern(
      '(?:缴纳|交纳|缴付|缴存|交付|存入)[^。；，]{0,16}(?:\\d|[一二三四五六七八九十]+[万千])[^。；，]{0,6}',
    ),
    unless: pattern('保证金|押金|税|租金'),
    when: ({ paragraph }, inner) =>
      leads(inner, paragraph)
        .slice(1)
        .some((lead) => lead.length < 30 && keptBond.test(lead.replaceAll('服务质量保证金', '服务保证金'))),
    message: ({ match }) => message(match.text),
  })(context);
}

const bondReturn: Rule = {
  id: 'bond-return-missing',
  title: '保证金没有退还约定',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: [
    'procurement',
    'service',
    'sale',
    'property',
    'construction',
    'cooperation',
    'investment',
    'administrative',
  ],
  why: '收取的保证金应在保证期限届满后及时核算退还；没有写明何时、扣什么、怎么退，容易长期占用对方资金。',
  basis: [{ law: '保障中小企业款项支付条例', article: '13' }],
  advice: '写明退还的起算日和天数（如验收合格或者期满后十五日内无息退还）以及可以扣除的情形和核对办法。',
  traps: ['以保函提交、到期自动失效的不需要退还；工程质量保证金、租赁押金另有规定。'],
  check: (context) => {
    const paragraphs = bodyParagraphs(context).map(({ id, text }) =>
      `${rowBefore(context, id)}${text}`.replaceAll('服务质量保证金', '服务保证金'),
    );
    const sentences = paragraphs.flatMap((text) => text.split(/[。；;！？\n]/u));
    const about = sentences.filter((text) => /保证金|担保金|保函/u.test(text) && !otherBond.test(text));
    const returns = sentences.filter(
      (text, at) =>
        given.test(text) &&
        !refused.test(text) &&
        !/(?:无(?!息)|未|没有)[^，）息]{0,6}(?:退还|返还)/u.test(text) &&
        (/保证金|担保金|保函/u.test(text) || /保证金|担保金/u.test(sentences[at - 1] ?? '')),
    );
    const vague = returns.length > 0 && returns.every((text) => openEndedReturn.test(text));
    if ((returns.length > 0 && !vague) || !about.some((text) => keptBond.test(text))) return [];
    const message = (words: string): string =>
      `收取保证金（${quoted(words)}），${vague ? '退还只写视情况而定' : '没有退还的期限、条件和扣除办法'}。`;
    const inRow = bodyParagraphs(context).find(
      ({ id, text }) =>
        keptBond.test(rowBefore(context, id)) && /缴|交|支付|提交|收取/u.test(text) && !/不|免/u.test(text),
    );
    if (inRow) return [{ at: { block: inRow.id, from: 0, to: inRow.text.length }, message: message(inRow.text) }];
    const said = phrase({
      find: paidIn,
      unless: pattern(
        '不(?:收取|缴纳|要求|需)|无需|免(?:收|缴|交)|工程质量保证金|质保金|保修金|工资保证金|租赁保证金|担保公司|借款|贷款|罚',
      ),
      when: ({ sentence }) => {
        const plain = sentence.replaceAll('服务质量保证金', '服务保证金');
        return keptBond.test(plain) && !/质量保证金/u.test(plain);
      },
      message: ({ match }) => message(match.text),
    })(context);
    return (said.length > 0 ? said : underHeading(context, message)).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '乙方缴纳履约保证金5万元。', says: '没有退还的期限' },
      { text: '第七条 供应商应在签约前向采购人提交服务保证金，金额为合同总价的5%。供应商违约的，保证金不予退还。' },
      { text: '乙方交纳服务保证金一万元，期满后根据履约表现决定是否返还。', says: '视情况' },
      { text: '中标人交纳履约保证金三万元，合同终止后视情况退还。', says: '视情况' },
    ],
    nearMisses: [
      { text: '履约保证金于合同履行完毕后15日内无息退还，扣除已确认的违约金。' },
      { text: '乙方缴纳履约保证金5万元。期满验收合格后十日内甲方一次性退回。' },
      { text: '本项目不收取履约保证金。' },
      { text: '乙方以银行保函提交履约保证金，保函到期自动失效。' },
      { text: '承租人支付租赁押金两个月租金。' },
    ],
  },
};

export const bonds: readonly Rule[] = [perfBond10, bidBond2, bondReturn];
