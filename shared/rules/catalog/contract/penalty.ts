/** Liquidated damages: rates, lump sums, one-sidedness, waivers, absence. */
import type { Span } from '../../../document/model.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { bodyParagraphs, missing, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isSum, money, priceBase } from './common.ts';

const late = /违约金|滞纳金|罚金|罚款|赔偿|罚息/u;
const capped = /累计不超过|总额不超过|最高不超过|不超过合同|不得超过|上限|封顶|为限/u;

const penaltyDaily: Rule = {
  id: 'penalty-daily-high',
  title: '逾期违约金日率偏高',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '违约金以弥补损失为主，约定明显高于实际损失的，对方可以请求法院或仲裁机构适当减少。',
  basis: [
    { law: '民法典', article: '585' },
    { law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '65' },
  ],
  advice: '按可能的实际损失降低日率，或者设累计上限（如不超过合同总价的一定比例），并以迟延部分为计算基数。',
  check: (context) =>
    inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const sentence = sentenceOf(context, percentage.at);
      if (percentage.per !== 'day' || percentage.percent < 0.1 || !late.test(sentence.text)) return [];
      const clause = clauseOf(context, percentage.at);
      const grave = percentage.percent >= 0.5;
      const wide = /合同(?:总价|总额|价款|金额|总金额)|总价款?/u.test(clause.text);
      const isCapped = capped.test(sentence.after);
      const severity = grave ? (isCapped ? 'low' : 'medium') : wide && !isCapped ? 'low' : 'notice';
      const year = Number((percentage.percent * 365).toFixed(2));
      return [
        {
          at: percentage.at,
          severity,
          message: `逾期违约金日率为 ${percentage.decimal}%${wide ? '，以合同总价为基数' : ''}，折合年率约 ${year}%${isCapped ? '，已设上限' : '，没有累计上限'}。`,
        },
      ];
    }),
  examples: {
    hits: [
      { text: '每逾期一日按合同总价的1%支付违约金。', quote: '1%', says: '折合年率约 365%' },
      {
        text: '乙方逾期交货的，每延误一天，应按迟延部分货款的千分之五向甲方支付违约金。',
        quote: '千分之五',
        says: '日率为 0.5%',
      },
      { text: '甲方逾期付款的，按日2‰支付滞纳金，累计不超过应付款的10%。', quote: '2‰', says: '已设上限' },
    ],
    nearMisses: [
      { text: '每逾期一日按应付未付金额的万分之五支付违约金。' },
      { text: '日均出勤率低于1%的，应提交说明。' },
      { text: '乙方未通过年度考核的，支付合同总价1%的违约金。' },
    ],
  },
};

const bounded = /不超过|不得超过|最高|上限|超过|实际损失/u;
const wholeOf = '(?:合同|协议)?(?:总价款?|总额|总金额|价款|金额|标的额|服务费|租金|价)';
const lumpExamples: Rule['examples'] = {
  hits: [
    { text: '任一方违约须支付合同总价50%的违约金。', quote: '50%', says: '50%' },
    { text: '乙方擅自转让的，应按合同价款的百分之四十支付违约金。', quote: '百分之四十' },
    { text: '第三条 服务费共计40万元。\n第九条 任何一方无故解约，付违约金20万元。', quote: '20万元', says: '占 50%' },
    { text: '| 违约责任 | 受托方泄密的，按合同总价的两倍支付违约金 |', says: '两倍' },
    { text: '第十条 提前退租的，承租人支付剩余租金35%的违约金。', quote: '35%' },
  ],
  nearMisses: [
    { text: '任一方违约须赔偿由此造成的实际损失。' },
    { text: '任一方违约须支付合同总价30%的违约金。' },
    { text: '合同总价的40%于验收后支付；逾期的按日万分之三支付违约金。' },
    { text: '违约金总额最高不超过合同总价的50%。' },
  ],
};

const penaltyLump: Rule = {
  id: 'penalty-lump-over-30',
  title: '一次性违约金超过合同总价30%',
  severity: 'notice',
  nature: 'risk',
  kinds: ['contract'],
  why: '法院以实际损失为比较基准，违约金超过造成损失百分之三十的一般可以认定过高；按总价的比例只能作为参考。',
  basis: [{ law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '65' }],
  advice: '估算对应违约情形的可能损失，使违约金与之相当，或改为“违约金不足以弥补损失的，就差额赔偿”。',
  check: (context) => [...highShares(context), ...multiples(context), ...highSums(context)],
  examples: lumpExamples,
};

/** 合同总额一倍的违约金. */
const multiples = phrase({
  find: pattern(
    `${wholeOf}的?(?:[一二两三四五1-9]|[1-9]\\.\\d)倍[^。；，]{0,12}违约金|违约金[^。；，]{0,10}${wholeOf}的?(?:[一二两三四五1-9]|[1-9]\\.\\d)倍`,
  ),
  unless: pattern('不超过|不得超过|上限|实际损失|[每逾]日|LPR|利率'),
  message: ({ match }) =>
    `一次性违约金为${quoted(match.text)}，超过合同价款的 30%（是否过高以实际损失衡量，按总价计算仅供参考）。`,
});

/** 违约金30万元 against a price of 60万元. */
function highSums(context: RuleContext): Hit[] {
  const base = priceBase(context);
  if (!base) return [];
  return inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
    if (amount.fen === null || amount.label !== '违约金' || !isSum(amount) || amount.fen * 10 <= base.fen * 3)
      return [];
    const clause = clauseOf(context, amount.at);
    if (bounded.test(clause.before) || amount.fen > base.fen * 3) return [];
    const share = Math.floor((amount.fen * 1000) / base.fen) / 10;
    const message = `一次性违约金 ${money(amount.fen)}，合同总价 ${money(base.fen)}，占 ${share}%，超过 30%（是否过高以实际损失衡量，按总价计算仅供参考）。`;
    return [{ at: amount.at, related: [base.amount.at], message }];
  });
}

function highShares(context: RuleContext): Hit[] {
  return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
    const clause = clauseOf(context, percentage.at);
    if (percentage.per !== null || percentage.percent <= 30 || percentage.percent > 300) return [];
    if (!/违约金/u.test(clause.text) || !/合同|总价|价款|总额|货款|租金/u.test(clause.before)) return [];
    if (bounded.test(clause.before)) return [];
    return [
      {
        at: percentage.at,
        message: `一次性违约金为${baseOf(clause.before)}的 ${percentage.decimal}%，超过 30%（是否过高以实际损失衡量，按总价计算仅供参考）。`,
      },
    ];
  });
}

/** What a share is taken of: 合同总价, 剩余租金. */
function baseOf(before: string): string {
  return (
    /(?:合同|剩余|未付|全部|年|月)?(?:总价款?|价款|总额|总金额|金额|货款|租金|标的额|价)(?=的?\s*$)/u.exec(
      before,
    )?.[0] ?? '合同价款'
  );
}

const refused = '(?:放弃|不得|不再|不能|无权|不会|不予|不作|均不|不)';
const adjusting = '(?:调整|调减|调低|调高|降低|减少|增加|变更|酌减|核减|减免)';

const noAdjust: Rule = {
  id: 'penalty-no-adjust',
  title: '预先排除调整违约金',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '请求调整违约金是法律给予当事人的权利，事先约定不得调整的，一般不受支持。',
  basis: [{ law: '最高人民法院关于适用《民法典》合同编通则若干问题的解释', article: '64' }],
  advice: '删去不得调整违约金的约定；担心标准被认为过高的，改为写明违约金的测算依据。',
  check: phrase({
    find: pattern(
      [
        `${refused}[^。；，]{0,16}${adjusting}[^。；，]{0,6}违约金`,
        `违约金[^。；]{0,16}${refused}[^。；，]{0,12}(?:${adjusting}|异议)`,
        `${refused}[^。；，]{0,10}(?:违约金|数额|标准|比例)?(?:过高|过低|过分高于)[^。；]{0,20}${adjusting}`,
        `${refused}[^。；，]{0,10}违约金[^。；，]{0,16}${adjusting}`,
      ].join('|'),
    ),
    unless: pattern(
      '(?:约定|条款|放弃)[^。；，]{0,12}(?:均|应|自始)?(?:无效|不(?:产生|具有|发生)[^。；，]{0,4}效力|不受支持)|不影响[^。；，]{0,12}调整',
    ),
    message: ({ match }) => `约定不得请求调整违约金：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '双方承诺不得请求法院调减违约金。', quote: '不得请求法院调减违约金' },
      { text: '乙方确认上述违约金标准合理，放弃请求调整违约金的权利。', quote: '违约金标准合理，放弃请求调整' },
      { text: '第八条 本条违约金系双方合意，任何一方均不得要求调整。', says: '不得请求调整违约金' },
    ],
    nearMisses: [
      { text: '双方确认违约金标准系按预计损失测算。' },
      { text: '违约金过分高于损失的，当事人可以请求调整。' },
      { text: '合同履行期内单价不得调整；乙方违约的支付违约金。' },
    ],
  },
};

const penaltyMissing: Rule = {
  id: 'penalty-missing',
  title: '没有违约责任条款',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  why: '违约责任是合同一般应当包括的条款，没有约定的，只能按实际损失逐项举证索赔。',
  basis: [{ law: '民法典', article: '470' }],
  advice: '补充逾期履行、质量不符和单方解除后的责任，区分双方各自的主要义务写明计算办法。',
  check: missing({
    present: pattern(
      '违约|赔偿[^。；]{0,12}损失|损失[^。；]{0,16}赔偿|承担[^。；]{0,10}赔偿|扣减[^。；]{0,8}(?:费|款)|滞纳金|罚金|赔偿责任|责任方[^。；]{0,10}承担|承担全部责任|承担一切责任|索赔|负责赔',
    ),
    missing: 'liability',
    message: '全文没有违约责任、违约金或者损失赔偿的约定。',
  }),
  examples: {
    hits: [
      { text: '全文仅约定服务内容与价款。', says: '没有违约责任' },
      {
        text: '第一条 乙方提供花卉租摆。\n第二条 租摆费每月2,000元。\n第三条 责任人：各科室安全员。',
        says: '没有违约责任',
      },
      { text: '一、供方供货。二、需方付款。三、双方加强联系，落实岗位责任。' },
    ],
    nearMisses: [
      { text: '第八条 违约责任：……' },
      { text: '乙方未按时交货的，应当赔偿由此给甲方造成的损失。' },
      { text: '考核不合格的，甲方扣减当月服务费。' },
    ],
  },
};

const roles = [
  ['甲方', '采购人|发包人|出租人|出租方|买方|需方|委托人|委托方|定作人|买受人|建设单位|发包方|采购单位'],
  ['乙方', '供应商|承包人|承租人|承租方|卖方|供方|受托人|受托方|承揽人|出卖人|施工单位|承包方|中标人|服务商'],
] as const;
const both = pattern('(?:任何一方|任一方|一方|双方|违约方|各自|各方|守约方|责任方|过错方|甲、乙|甲乙)');
const liability = pattern(
  '违约金|滞纳金|违约责任|赔偿[^。；，]{0,10}损失|损失[^。；，]{0,10}赔偿|承担[^。；，]{0,8}赔偿',
);

/** Patterns that make a role the one who pays: it defaults, or it is the one to pay or compensate. */
function liableSource(role: string): string {
  return (
    `(?:${role})(?:如|若|应|在|因|或其[^。；，]{0,6})?[^。；，]{0,14}(?:逾期|未按|未能|未经|未在|未|违反|违约|迟延|不按|不能|擅自|拒绝|拒不|拖欠|延误|提前终止|提前解除)` +
    `|由(?:${role})[^。；，]{0,10}(?:承担|赔偿|支付)|(?:要求|向|责令|追究)(?:${role})[^。；，]{0,10}(?:支付|承担|赔偿|收取|追偿|违约)|(?:${role})(?:应|须|应当|需|必须|负责)[^。；]{0,16}(?:支付|承担|赔偿|偿付)[^。；，]{0,16}(?:违约金|赔偿|损失|责任|滞纳金)|^\\s*(?:${role})[^。；]{0,6}责任`
  );
}
const liable = roles.map(([name, words]) => ({ name, pattern: pattern(liableSource(`${name}|${words}`)) }));

/** Security binds who gives it: a title of these says so. */
const security =
  /(?:抵押|质押|保证|担保|反担保|赠与)(?:借款)?(?:合同|协议|协议书)(?:书)?\s*(?:[（(][^）)]{0,8}[）)])?\s*$/u;

function bindsOneByNature(context: RuleContext): boolean {
  return bodyParagraphs(context)
    .slice(0, 3)
    .some(({ text }) => text.length <= 30 && security.test(text));
}

const oneSided: Rule = {
  id: 'penalty-one-sided',
  title: '违约责任只约束一方',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '违约责任只写一方，既不公平，也使守约的另一方在对方逾期付款、迟延验收时没有约定可依。',
  basis: [
    { law: '民法典', article: '6' },
    { law: '民法典', article: '577' },
  ],
  advice: '补写另一方主要义务（付款、验收、提供条件等）的违约责任；有意只约束一方的，在审查意见中说明理由。',
  check: (context) => {
    if (bindsOneByNature(context)) return [];
    const found: { name: string; at: Span }[] = [];
    for (const paragraph of bodyParagraphs(context)) {
      if (!liability.test(paragraph.text)) continue;
      if (both.test(paragraph.text)) return [];
      for (const role of liable) {
        const match = role.pattern.first(paragraph.text);
        if (match) found.push({ name: role.name, at: { block: paragraph.id, from: match.from, to: match.to } });
      }
    }
    const names = new Set(found.map(({ name }) => name));
    const [first] = found;
    if (!first || names.size !== 1) return [];
    const missed = first.name === '甲方' ? '乙方' : '甲方';
    return [
      {
        at: first.at,
        related: found.slice(1, 6).map(({ at }) => at),
        message: `全文 ${found.length} 处违约责任都由${first.name}承担，没有${missed}的违约责任。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '乙方逾期交付每日支付千分之一违约金。', says: '都由乙方承担' },
      {
        text: '第七条 违约责任\n（一）供应商未按期交货的，每日支付万分之五违约金；\n（二）供应商所供货物不合格的，采购人有权要求供应商赔偿损失。',
        says: '没有甲方的违约责任',
      },
      { text: '承租人拖欠租金的，应按日支付违约金；承租人擅自转租的，应赔偿出租方损失。', says: '都由乙方承担' },
    ],
    nearMisses: [
      { text: '乙方逾期交付、甲方逾期付款，均按日支付万分之五违约金。' },
      { text: '任何一方违反本合同的，应向对方支付违约金一万元。' },
      { text: '设备抵押合同\n甲方擅自处分抵押设备的，应当赔偿乙方损失。' },
      { text: '乙方逾期交货的，支付违约金。\n甲方逾期付款的，应当赔偿乙方损失。' },
    ],
  },
};

export const penaltyRules: readonly Rule[] = [penaltyDaily, penaltyLump, noAdjust, penaltyMissing, oneSided];
