/** Figures against capitals, the writing of capitals, and slips of the unit. */
import type { Amount, CapitalFault } from '../../../facts/facts.ts';
import { writeCapital } from '../../../facts/capital.ts';
import { isTotalLabel } from '../../../facts/labels.ts';
import { inBody, sentenceOf } from '../../around.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { isSum, money } from './common.ts';

const capitalMismatch: Rule = {
  id: 'amt-capital-mismatch',
  title: '金额大小写不一致',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '同一笔金额的小写与大写不同，法律没有规定合同以哪一种为准，付款时必生争议。',
  basis: [
    { law: '民法典', article: '510' },
    { law: '民法典', article: '511' },
  ],
  advice: '与承办单位核对成交文件后把两处金额改为一致，并在合同中写明大小写不一致时以何者为准。',
  check: (context) =>
    inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      const other = amount.pair === null ? undefined : context.facts.amounts[amount.pair];
      if (amount.kind !== 'figure' || !other || amount.fen === null || other.fen === null) return [];
      if (amount.fen === other.fen) return [];
      const message = `小写 ${money(amount.fen)}，大写折合 ${money(other.fen)}，相差 ${money(Math.abs(amount.fen - other.fen))}。`;
      if (amount.at.block !== other.at.block) return [{ at: amount.at, related: [other.at], message }];
      const from = Math.min(amount.at.from, other.at.from);
      const to = Math.max(amount.at.to, other.at.to);
      return [{ at: { block: amount.at.block, from, to }, message }];
    }),
  examples: {
    hits: [
      {
        text: '合同总价￥128,500.00元（大写：壹拾贰万捌仟元整）。',
        quote: '￥128,500.00元（大写：壹拾贰万捌仟元整',
        says: '小写 128,500.00 元，大写折合 128,000.00 元，相差 500.00 元',
      },
      {
        text: '第四条 服务费用为人民币叁拾陆万伍仟元整（￥356,000.00元），含税。',
        quote: '叁拾陆万伍仟元整（￥356,000.00元',
        says: '相差 9,000.00 元',
      },
      {
        text: '三、租金\n年租金 12.5 万元（大写：人民币拾贰万元整），按季支付。',
        says: '大写折合 120,000.00 元',
      },
      { text: '| 小写：￥9,800.00 | 大写：玖仟捌佰捌拾元整 |', quote: '￥9,800.00', says: '相差 80.00 元' },
    ],
    nearMisses: [
      { text: '合同总价￥128,500.00元（大写：壹拾贰万捌仟伍佰元整）。' },
      { text: '保证金为人民币贰万元整（¥20,000.00），押金叁仟元整。' },
      { text: '每月物业费1,200元，押金贰仟肆佰元整。' },
      { text: '合同价为12.85万元（人民币大写壹拾贰万捌仟伍佰圆正）。' },
      { text: '合同价￥　　　元（大写：　　　　元整）。' },
    ],
  },
};

const faultWords: Readonly<Record<CapitalFault, string>> = {
  'mixed-digits': '简体数字与大写数字混用',
  'plain-digits': '没有使用“壹贰叁”等大写数字',
  'missing-zero': '中间应有“零”而缺',
  'extra-zero': '多写了“零”',
  order: '位序颠倒',
  colloquial: '以“块”“毛”计',
  'missing-zheng': '到元或角为止而缺“整”',
  'missing-one': '“拾”前缺“壹”',
  unreadable: '无法读成一个金额',
};

const capitalMalformed: Rule = {
  id: 'amt-capital-malformed',
  title: '大写金额书写不规范',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '大写金额写得不规范容易被涂改或误读，财务付款时也常被退回。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '按财务大写规则改写该金额；只缺“整”的不影响金额认定，可一并补上。',
  check: (context) =>
    inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      if (amount.kind !== 'capital' || amount.faults.length === 0 || !isMarked(context, amount)) return [];
      const slight = amount.faults.every((fault) => fault === 'missing-zheng');
      const message = `大写金额“${amount.text}”${amount.faults.map((fault) => faultWords[fault]).join('，')}。`;
      return [
        {
          at: amount.at,
          message,
          ...(slight ? { severity: 'notice' as const } : {}),
          ...(amount.fen === null ? {} : { advice: `建议写作“${writeCapital(amount.fen)}”，并与小写核对。` }),
        },
      ];
    }),
  examples: {
    hits: [
      { text: '（大写：人民币三万陆仟元）', quote: '三万陆仟元', says: '混用' },
      { text: '合同价款￥100,500.00（大写：壹拾万伍佰元整）。', quote: '壹拾万伍佰元整', says: '应有“零”而缺' },
      { text: '保证金人民币（大写）叁佰伍仟元整。', says: '位序颠倒' },
      { text: '租金36000元（三万六千元）。', quote: '三万六千元', says: '没有使用' },
      { text: '押金￥50.00元（大写：伍拾块整）。', says: '以“块”“毛”计' },
    ],
    nearMisses: [
      { text: '（大写：人民币叁万陆仟元整）' },
      { text: '逾期一次支付违约金三万元，累计不超过十万元。' },
      { text: '合同价￥1,005.00元（大写：壹仟〇伍圆正）。' },
      { text: '总金额（大写）　佰　拾　万　仟　佰　拾　元　角　分' },
      { text: '本协议正本壹式贰份，副本三份。' },
    ],
  },
};

function isMarked(context: RuleContext, amount: Amount): boolean {
  return amount.pair !== null || sentenceOf(context, amount.at).before.slice(-16).includes('大写');
}

/** Labels under which two sums of one contract should agree. */
const comparable =
  /^(?:月租金|年租金|租金|履约保证金|质量保证金|质保金|投标保证金|租赁保证金|定金|押金|预付款|借款金额|贷款金额|借款本金|工程款)$/u;
const slips: readonly number[] = [1_000, 10_000, 1_000_000, 100_000_000];

function slipKey({ label, per }: Amount): string | null {
  if (label === null) return null;
  if (isTotalLabel(label)) return per === null ? '合同价款' : null;
  return comparable.test(label) && (per === null || label.includes(per)) ? label : null;
}

/** The factor between two sums when it is a unit's, else null. */
export function unitSlip(one: number, other: number): number | null {
  const [small, large] = one < other ? [one, other] : [other, one];
  if (small <= 0 || large % small !== 0) return null;
  return slips.includes(large / small) ? large / small : null;
}

/** 890,000万元: yuan counted to the thousand and called 万元; sums of that size are written in 亿元. */
function isOutsize({ unit, fen }: Amount): boolean {
  const wan = unit === '万元' && fen !== null ? fen / 1_000_000 : 0;
  return wan >= 100_000 && wan % 1_000 === 0;
}

function outsizeHit(amount: Amount): Hit {
  return {
    at: amount.at,
    message: `${amount.text}折合 ${money(amount.fen ?? 0)}，疑似把“元”写成了“万元”。`,
  };
}

const factorWords: Readonly<Record<number, string>> = {
  1_000: '千',
  10_000: '万',
  1_000_000: '百万',
  100_000_000: '亿',
};

const unitSlipped: Rule = {
  id: 'amt-unit-slip',
  title: '金额单位疑似写错',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '同一名目的两处金额数字相同而相差千倍、万倍，多半是“元”与“万元”写混，按字面履行后果严重。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '核对成交金额，全文改用同一计量单位，并把按该金额计算的比例和违约金一并复算。',
  check: (context) => {
    const first = new Map<string, Amount[]>();
    return inBody(context, context.facts.amounts).flatMap((amount): Hit[] => {
      const key = slipKey(amount);
      if (key === null || amount.fen === null || !isSum({ ...amount, per: null })) return [];
      const earlier = first.get(key) ?? [];
      const fen = amount.fen;
      const other = earlier.find((one) => one.fen !== null && unitSlip(one.fen, fen) !== null);
      first.set(key, [...earlier, amount]);
      if (!other || other.fen === null) return isOutsize(amount) ? [outsizeHit(amount)] : [];
      const factor = unitSlip(other.fen, fen) ?? 0;
      return [
        {
          at: amount.at,
          related: [other.at],
          message: `${key}此处为 ${amount.text}，另一处为 ${other.text}，数字相同而相差${factorWords[factor] ?? ''}倍，疑似单位写错。`,
        },
      ];
    });
  },
  examples: {
    hits: [
      {
        text: '第三条合同价款45万元；第七条“按合同价款450000万元的5%计算”。',
        quote: '450000万元',
        says: '相差万倍',
      },
      { text: '第二条 年租金为36万元。\n第五条 乙方应于每年一月缴清年租金36元。', says: '相差万倍' },
      { text: '服务总价合计为216,000万元，由采购人按季支付。', quote: '216,000万元', says: '疑似把“元”写成了“万元”' },
      { text: '履约保证金20,000元。\n附件二 乙方已缴履约保证金20,000千元。', quote: '20,000千元', says: '相差千倍' },
    ],
    nearMisses: [
      { text: '第三条合同价款45万元；第七条“按合同价款450,000元的5%计算”。' },
      { text: '履约保证金为10万元，单价为10元/平方米。' },
      { text: '每人次违约金100元；造成事故的，违约金10万元。' },
      { text: '月租金5,000元，年租金6万元。' },
    ],
  },
};

export const amountRules: readonly Rule[] = [capitalMismatch, capitalMalformed, unitSlipped];
