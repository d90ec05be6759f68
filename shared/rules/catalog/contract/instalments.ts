/** Payment by instalments: shares that should make a hundred, sums that should make the total. */
import type { Span } from '../../../document/model.ts';
import type { Amount, Percentage } from '../../../facts/facts.ts';
import { shareOf, writtenTolerance } from '../../../facts/money.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { bodyParagraphs, lineOf } from '../../builders.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { contractTotal, isSum, money } from './common.ts';
import type { Total } from './common.ts';
import { isProvisional } from './totals.ts';

/** The paragraphs of a document by the clause they belong to: 第X条 or 一、, or all of it. */
function clauseKeys(context: RuleContext): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  let key = 0;
  for (const paragraph of bodyParagraphs(context)) {
    if (/^\s*(?:第[一二三四五六七八九十百零〇\d]+[条章]|[一二三四五六七八九十]+、|附\s?件)/u.test(lineOf(paragraph)))
      key += 1;
    keys.set(paragraph.id, key);
  }
  return keys;
}

const paying =
  /支付|付款|拨付|付至|付到|给付|预付|首付|首期|尾款|进度款|质保金|质量保证金|保修金|余款|付清|付合同|付总|后付|时付|内付|再付|期次|(?:付款|支付)节点|第[一二三四五六][期笔次]|首期|分期/u;
const other =
  /履约保证金|投标保证金|定金|违约金|保函|税率|税金|增值税|利率|利息|滞纳|罚|扣减|扣除|扣款|上浮|下浮|折扣|考核|满意度|合格率|折旧|加收|赔偿|提成|分成|手续费|滞纳金|不低于|不少于|不超过|不得超过|增加|递增|上涨|涨幅|误差|损耗|超过|低于|偏差|销售|营业|收入|利润|产量/u;
const progressBefore = /(?:完成|达到|达|进度|工程量|施工至|形象进度)[^，。；付]{0,14}$/u;
const period = /当期|当月|当季|每月|每季|月度|季度|按月|产值|已完|逐月|每期/u;

/** 签约当月: an event of one month, no payment by the month. */
const eventMonth = /(?:签约|签订|签署|生效|进场|验收|交货|交付|竣工|完工|开工)(?:的|之)?当[月季]/gu;
const restatedShare = /^[，,]?\s*(?:[（(]\s*)?(?:即|也就是|计|合)/u;

/** Shares that are instalments of the price, in order. */
function instalments(context: RuleContext): Percentage[] {
  return inBody(context, context.facts.percentages).filter((percentage, index, all) => {
    const earlier = all[index - 1];
    // 四成即40%: one share said twice.
    if (
      earlier?.at.block === percentage.at.block &&
      earlier.percent === percentage.percent &&
      restatedShare.test(textOf(context, percentage.at.block).slice(earlier.at.to, percentage.at.from))
    )
      return false;
    if (percentage.per !== null || percentage.percent <= 0 || percentage.percent > 100) return false;
    const clause = clauseOf(context, percentage.at);
    if (other.test(clause.text)) return false;
    if (progressBefore.test(clause.before) && /^(?:以上|后|时|的?工程量|，|$)/u.test(clause.after)) return false;
    const before = textOf(context, percentage.at.block).slice(Math.max(0, percentage.at.from - 46), percentage.at.from);
    const near = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
    return paying.test(clause.text) || paying.test(near);
  });
}

const remainder = /余款|剩余|结清|付清|其余|余额|剩下|一次性支付|全额支付|全部支付|支付全部|足额/u;
const choice = /第[一二三1-9]种|方式[一二三1-9]|任选|□|☐|以下第/u;

const instalmentPercent: Rule = {
  id: 'amt-instalment-percent',
  title: '各期付款比例合计不是100%',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '分期付款比例加起来不足或超过合同价，差额由谁、何时支付没有依据。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '核对每期比例的计价基数，补上缺的一期（或写明余款何时付清），使合计为100%。',
  check: (context) => {
    const keys = clauseKeys(context);
    const groups = new Map<number, Percentage[]>();
    for (const percentage of instalments(context)) {
      const key = keys.get(percentage.at.block) ?? 0;
      groups.set(key, [...(groups.get(key) ?? []), percentage]);
    }
    return [...groups].flatMap(([key, shares]): Hit[] => {
      const last = shares.at(-1);
      if (shares.length < 2 || !last) return [];
      const text = bodyParagraphs(context)
        .filter((paragraph) => keys.get(paragraph.id) === key)
        .map((paragraph) => paragraph.text)
        .join('\n');
      if (
        choice.test(text) ||
        shares.some((share) => period.test(clauseOf(context, share.at).text.replace(eventMonth, '')))
      )
        return [];
      const sum = totalShare(shares);
      const under = sum < 100;
      if (
        Math.abs(sum - 100) < 1e-9 ||
        (under && (remainder.test(text) || /尾款(?![^，。；]{0,14}(?:%|％|百分之))/u.test(text)))
      )
        return [];
      const list = shares.map((share) => `${share.cumulative ? '付至' : ''}${share.decimal}%`).join('、');
      const tail = under ? '未到 100%，也没有写余款如何支付' : '超过 100%';
      return [
        {
          at: last.at,
          related: shares.slice(0, -1).map((share) => share.at),
          message: `各期付款比例为 ${list}，合计 ${Number(sum.toFixed(4))}%，${tail}。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '签订后付30%，交货后付50%，验收后付15%。', quote: '15%', says: '合计 95%' },
      {
        text: '第六条 付款方式\n（一）合同签订后10日内支付合同总价的40%；\n（二）设备安装调试完毕后15日内支付合同总价的40%；\n（三）验收合格后15日内支付合同总价的30%。\n第七条 验收',
        quote: '30%',
        says: '合计 110%',
      },
      {
        text: '五、进场后预付合同价款的百分之二十，主体封顶付至合同价款的百分之六十，竣工验收合格后付至合同价款的百分之九十五。',
        quote: '百分之九十五',
        says: '付至95%，合计 95%',
      },
    ],
    nearMisses: [
      { text: '签订后付30%，交货后付50%，余款验收后付清。' },
      { text: '签订后支付合同价30%，验收合格后支付至合同价97%，其余3%作为质保金，质保期满支付。' },
      {
        text: '第五条 签订后支付合同价的60%，验收合格后支付合同价的40%。履约保证金为合同价的5%，逾期付款按日支付万分之五的违约金。',
      },
      { text: '工程进度款按月支付当月完成产值的80%，竣工后支付至已完工程价款的85%。' },
      { text: '完成工程量50%后支付合同价的30%，完成工程量100%后支付合同价的70%。' },
      { text: '付款按第一种方式：（1）签订后支付30%，验收后支付60%；（2）验收后支付100%。' },
    ],
  },
};

/** The share reached at the end: from the last cumulative one on, singles are added. */
function totalShare(shares: readonly Percentage[]): number {
  return shares.reduce((reached, share) => (share.cumulative ? share.percent : reached + share.percent), 0);
}

const sameSum =
  /^[^，。；\d]{0,12}[，,]?\s*(?:[（(]\s*)?(?:即|计|合计|共计|合|也就是|金额为?|为|人民币|[￥¥]|计人民币)/u;
const foreignBase =
  /结算|审定|审计|产值|当期|当月|每月|月|季|年租|余款|剩余|暂列|安装费|设备费|设备款|分项|该项|此项|定金|首期款的|税/u;

/** 30%即20万元: a share and the sum it is said to make. */
function shareHits(context: RuleContext): Hit[] {
  const total = contractTotal(context);
  if (!total) return [];
  const amounts = inBody(context, context.facts.amounts).filter(
    (amount) => amount.kind === 'figure' || amount.pair === null,
  );
  return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
    if (percentage.per !== null || percentage.percent <= 0 || percentage.percent > 100) return [];
    const amount = amounts.find(
      (one) =>
        one.at.block === percentage.at.block && one.at.from >= percentage.at.to && one.at.from - percentage.at.to <= 22,
    );
    if (!amount || amount.fen === null || amount.per !== null || amount.bound || amount === total.amount) return [];
    const text = textOf(context, percentage.at.block);
    const between = text.slice(percentage.at.to, amount.at.from);
    const clause = clauseOf(context, percentage.at);
    if (!sameSum.test(`${between}￥`) || /[。；]/u.test(between) || /[，,].*[，,]/u.test(between)) return [];
    if (
      foreignBase.test(clause.before) ||
      /(?:原|上|前)/u.test(clause.before.slice(-8)) ||
      /^的?(?:税|定金罚)/u.test(clause.after)
    )
      return [];
    if (/(?:付至|支付至|付到|支付到|累计)/u.test(clause.before)) return [];
    const expected = shareOf(total.fen, percentage.decimal);
    if (expected === null || Math.abs(expected - amount.fen) <= writtenTolerance(amount.unit, amount.decimals))
      return [];
    const soft = isProvisional(context, total);
    return [
      {
        at: amount.at,
        related: [percentage.at, total.amount.at],
        message: `合同总价 ${money(total.fen)} 的 ${percentage.decimal}% 应为 ${money(expected)}，所写为 ${money(amount.fen)}，相差 ${money(Math.abs(expected - amount.fen))}。`,
        ...(soft ? { severity: 'notice' as const } : {}),
      },
    ];
  });
}

const instalmentName =
  /预付款|首付款|首期|首笔|尾款|第[一二三四五六][期笔次]|进度款|(?:签订|签约|签署|生效|交货|交付|到货|[初终验]验|验收|安装|调试|上线|进场|开工|完工|完成|竣工|审计)[^，。；]{0,24}(?:支付|付款|付)|(?:\d[日号]|[月年][初中底末])[^，。；]{0,4}(?:支付|付款|付)/u;
const noInstalment = /违约金|保证金|定金|押金|罚|赔偿|利息|单价|其中|暂列|[×xX]|每|累计|付至|支付至|补偿|保险/u;

/** Fixed sums of all instalments against the total. */
function fixedSumHits(context: RuleContext): Hit[] {
  const total = contractTotal(context);
  if (!total) return [];
  const keys = clauseKeys(context);
  const groups = new Map<number, Amount[]>();
  for (const amount of inBody(context, context.facts.amounts)) {
    if (!isSum(amount) || amount === total.amount || amount.fen === total.fen) continue;
    const clause = clauseOf(context, amount.at);
    const sentence = sentenceOf(context, amount.at);
    if (
      noInstalment.test(clause.text) ||
      (!instalmentName.test(clause.text) && !instalmentName.test(sentence.before.slice(-30)))
    )
      continue;
    const key = keys.get(amount.at.block) ?? 0;
    groups.set(key, [...(groups.get(key) ?? []), amount]);
  }
  return [...groups].flatMap(([key, amounts]): Hit[] => {
    if (amounts.length < 2) return [];
    const text = bodyParagraphs(context)
      .filter((paragraph) => keys.get(paragraph.id) === key)
      .map((paragraph) => paragraph.text)
      .join('\n');
    if (remainder.test(text) || choice.test(text) || /尾款(?![^，。；]{0,20}\d)/u.test(text)) return [];
    const tolerance = Math.max(...amounts.map((amount) => writtenTolerance(amount.unit, amount.decimals)));
    return sumHits(
      context,
      total,
      amounts.map(({ at, fen }) => ({ at, fen: fen ?? 0 })),
      tolerance,
    );
  });
}

type Instalment = Readonly<{ at: Span; fen: number }>;

function sumHits(context: RuleContext, total: Total, paid: readonly Instalment[], tolerance: number): Hit[] {
  const last = paid.at(-1);
  const sum = paid.reduce((left, { fen }) => left + fen, 0);
  if (paid.length < 2 || !last || Math.abs(sum - total.fen) <= tolerance) return [];
  return [
    {
      at: last.at,
      related: [...paid.slice(0, -1).map(({ at }) => at), total.amount.at],
      message: `${paid.length} 期付款相加为 ${money(sum)}，合同总价为 ${money(total.fen)}，相差 ${money(Math.abs(sum - total.fen))}。`,
      ...(isProvisional(context, total) ? { severity: 'notice' as const } : {}),
    },
  ];
}

const instalmentColumn = /期次|(?:付款|支付|收款)(?:阶段|节点|时间|条件|批次|次序|期)|^期[别数]?$/u;
const instalmentRow =
  /^(?:第?[一二三四五六七八九1-9][期笔次批]款?|[首末][期笔付]款?|预付款?|首付款?|进度款|尾款|余款)/u;

/** A table of instalments, a row each, with their sums in one column. */
function tabledSumHits(context: RuleContext): Hit[] {
  const total = contractTotal(context);
  if (!total) return [];
  return context.facts.tables.flatMap((table): Hit[] => {
    const sums = table.columns.flatMap(({ role }, at) => (role === 'amount' ? [at] : []));
    const [column] = sums;
    if (column === undefined || sums.length > 1) return [];
    const items = table.rows.filter(({ kind }) => kind === 'item');
    const phased =
      table.columns.some(({ title }) => instalmentColumn.test(title)) ||
      items.every(({ cells }) => cells.some((cell) => cell && instalmentRow.test(cell.text.trim())));
    const paid = items.flatMap(({ cells }): Instalment[] => {
      const cell = cells[column];
      return cell && cell.fen !== null ? [{ at: cell.at, fen: cell.fen }] : [];
    });
    return phased && paid.length === items.length ? sumHits(context, total, paid, 100) : [];
  });
}

const instalmentSum: Rule = {
  id: 'amt-instalment-sum',
  title: '分期付款金额与总价对不上',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '每期金额与比例、与总价互相矛盾，财务无法据以付款，结算时各执一数。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '以总价为准重新计算每期金额；金额与比例同时写的，两者必须一致，末期写明为“剩余价款”。',
  check: (context) => {
    const shares = shareHits(context);
    if (shares.length > 0) return shares;
    const fixed = fixedSumHits(context);
    return fixed.length > 0 ? fixed : tabledSumHits(context);
  },
  examples: {
    hits: [
      { text: '总价60万元，首期付30%即20万元。', quote: '20万元', says: '应为 180,000.00 元' },
      {
        text: '第三条 合同总价为人民币860,000元。\n第四条 合同签订后5日内，甲方支付合同总价的40%，即人民币334,000元。',
        quote: '334,000元',
        says: '应为 344,000.00 元',
      },
      {
        text: '第二条 合同总价48万元。\n第五条 付款：合同签订后支付预付款20万元；交货后支付15万元；验收合格后支付12万元。\n第六条 验收',
        quote: '12万元',
        says: '3 期付款相加为 470,000.00 元',
      },
      {
        text: '合同总价30万元，分期支付：\n| 期次 | 付款条件 | 金额（万元） |\n| 首付款 | 签约后 | 12 |\n| 尾款 | 终验后 | 16 |',
        quote: '16',
        says: '相加为 280,000.00 元',
      },
    ],
    nearMisses: [
      { text: '总价60万元，首期付30%即18万元。' },
      { text: '合同总价48万元。合同签订后支付预付款20万元，验收合格后付清余款。' },
      { text: '合同总价100万元，结算后按审定价的97%即95万元支付。' },
      { text: '合同总价33.33万元，预付30%即10.0万元。' },
      { text: '合同总价80万元，乙方提交履约保证金5%即4万元，逾期一次扣违约金2000元。' },
    ],
  },
};

export const instalmentRules: readonly Rule[] = [instalmentPercent, instalmentSum];
