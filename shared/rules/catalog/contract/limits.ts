/** Caps the law sets: leases of twenty years, land by its use, supplements of a tenth. */
import { daysBetween } from '../../../facts/dates.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { clauseOf, inBody, money, sentenceOf, textOf } from './common.ts';

const noLease =
  /土地承包|承包经营|承包期|土地经营权|流转|出让|地役权|居住权|特许经营|林地|使用权期限为|使用年限|累计|折旧|合理使用/u;
const leaseTerm = /(?:租赁|承租|租用|出租)(?:期限|期|年限|时间|使用)|租期|租赁期间/u;
const untilLand = pattern(
  '(?:租赁期限|租期|租赁期)[^。；，\\n]{0,14}(?:至|到|与)[^。；，\\n]{0,12}(?:土地使用权|产权|经营期限?)[^。；，\\n]{0,8}(?:期满|届满|终止|到期|相同|一致|止)',
);
const notPast: number = 20;

const lease20: Rule = {
  id: 'lease-20y',
  title: '租赁期限超过二十年',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation', 'investment'],
  why: '租赁期限不得超过二十年，超过部分无效；届满可以续订，自续订之日起也不得超过二十年。',
  basis: [{ law: '民法典', article: '705' }],
  advice: '把租期缩短到二十年以内，约定期满协商续租；依附租期的投资、回收安排一并重算。',
  check: (context) => {
    const byLength = inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
      const years = duration.unit === 'year' ? duration.amount : duration.unit === 'month' ? duration.amount / 12 : 0;
      if (years <= notPast || years > 200) return [];
      const sentence = sentenceOf(context, duration.at);
      const near = sentence.before.slice(-30);
      if (!leaseTerm.test(near) && !/^(?:的)?(?:租赁期|租期)/u.test(sentence.after)) return [];
      if (noLease.test(sentence.text) || /不得超过|不超过|最长/u.test(near)) return [];
      return [{ at: duration.at, message: `租赁期限为 ${duration.text}，超过二十年，超过部分无效。` }];
    });
    const dates = inBody(context, context.facts.dates);
    const byDates = dates.flatMap((from, at): Hit[] => {
      const to = dates[at + 1];
      if (!to || to.at.block !== from.at.block || from.iso === null || to.iso === null) return [];
      const days = daysBetween(from.iso, to.iso);
      const sentence = sentenceOf(context, from.at);
      // Twenty years hold five leap days at most; one more day covers both ways of counting.
      if (days <= 20 * 365 + 6 || !leaseTerm.test(sentence.before.slice(-30)) || noLease.test(sentence.text)) return [];
      if (!/^[^。；]{0,10}(?:至|到|—|-|~)/u.test(textOf(context, from.at.block).slice(from.at.to, to.at.from)))
        return [];
      return [
        {
          at: { block: from.at.block, from: from.at.from, to: to.at.to },
          message: `租赁期限自 ${from.iso} 至 ${to.iso}，约 ${Math.floor(days / 365.25)} 年，超过二十年。`,
        },
      ];
    });
    const open = places(context, untilLand).map((place): Hit => ({
      at: place.at,
      severity: 'medium',
      nature: 'risk',
      message: `租期随${quoted(place.match.text)}确定，可能超过二十年。`,
    }));
    return byLength.length > 0 ? byLength : [...byDates, ...open];
  },
  examples: {
    hits: [
      { text: '租期25年。', quote: '25年', says: '超过二十年' },
      {
        text: '第三条 租赁期限自2026年1月1日起至2056年12月31日止。',
        quote: '2026年1月1日起至2056年12月31日',
        says: '30 年',
      },
      { text: '场地租赁期为三百个月，自交付之日起算。', quote: '三百个月' },
      { text: '租赁期限至土地使用权期满之日止。', says: '可能超过二十年' },
    ],
    nearMisses: [
      { text: '租期15年，到期可续租。' },
      { text: '租赁期限自2026年1月1日至2045年12月31日。' },
      { text: '土地经营权流转期限为25年，租金按年支付。' },
      { text: '本合同租赁期限最长不得超过二十年。' },
      { text: '房屋建成30年，租期3年。' },
    ],
  },
};

const uses: readonly Readonly<{ word: RegExp; name: string; years: number }>[] = [
  { word: /居住|住宅/u, name: '居住用地', years: 70 },
  { word: /工业|仓储/u, name: '工业用地', years: 50 },
  { word: /教育|科技|文化|卫生|体育|科研/u, name: '教育、科技、文化、卫生、体育用地', years: 50 },
  { word: /商业|旅游|娱乐|商服|商务/u, name: '商业、旅游、娱乐用地', years: 40 },
  { word: /综合/u, name: '综合用地', years: 50 },
];

/** The last use named before the term in its sentence, or the only one after it. */
function useOf(context: RuleContext, at: Parameters<typeof sentenceOf>[1]): (typeof uses)[number] | null {
  const sentence = sentenceOf(context, at);
  let best: { use: (typeof uses)[number]; index: number } | null = null;
  for (const use of uses) {
    const index = Math.max(
      ...[...sentence.before.matchAll(new RegExp(use.word.source, 'gu'))].map((match) => match.index),
      -1,
    );
    if (index >= 0 && (best === null || index > best.index)) best = { use, index };
  }
  if (best) return best.use;
  const after = uses.filter((use) => use.word.test(sentence.after.slice(0, 16)));
  return after.length === 1 ? (after[0] ?? null) : null;
}

const landTerm: Rule = {
  id: 'land-term-max',
  title: '土地出让年限超过法定最高年限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['land', 'investment', 'cooperation'],
  why: '建设用地使用权出让按用途有最高年限：居住七十年，工业、教科文卫体、综合或其他五十年，商业、旅游、娱乐四十年。',
  basis: [
    { law: '城镇国有土地使用权出让和转让暂行条例', article: '12' },
    { law: '土地管理法', article: '63' },
  ],
  advice: '按规划用途改正出让年限；混合用途的，分别写明各用途的面积和年限。',
  check: (context) =>
    inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
      if (duration.unit !== 'year' || duration.amount <= 40 || duration.amount > 200) return [];
      const sentence = sentenceOf(context, duration.at);
      const text = textOf(context, duration.at.block);
      if (
        !/出让|使用权|用地/u.test(sentence.text) ||
        !/出让/u.test(text) ||
        /租赁|租期|划拨|剩余|已使用|不得超过|最高/u.test(sentence.text)
      )
        return [];
      const use = useOf(context, duration.at);
      if (!use || duration.amount <= use.years) return [];
      return [{ at: duration.at, message: `${use.name}出让 ${duration.text}，超过法定最高年限 ${use.years} 年。` }];
    }),
  examples: {
    hits: [
      { text: '商业用地出让50年。', quote: '50年', says: '最高年限 40 年' },
      { text: '第五条 本宗地用途为工业，建设用地使用权出让年限为七十年。', quote: '七十年', says: '最高年限 50 年' },
      { text: '出让年期：居住用地70年，商服用地60年。', quote: '60年', says: '商业、旅游、娱乐用地' },
    ],
    nearMisses: [
      { text: '工业用地出让50年。' },
      { text: '出让年限：住宅70年，商业40年。' },
      { text: '商业用地租赁期限为50年。' },
      { text: '商业用地出让最高年限不得超过50年的约定无效，以40年为限。' },
    ],
  },
};

const supplementWord = /补充采购|追加采购|追加|增购|增加采购|补充合同|补充协议|新增采购|增补/u;
const originalWord = /原合同|原采购合同|主合同|原协议|原中标|首次采购/u;

const supplement10: Rule = {
  id: 'proc-supplement-10',
  title: '补充采购超过原合同金额10%',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['procurement', 'service', 'sale', 'property'],
  why: '政府采购合同履行中追加同一标的，在不改变其他条款的前提下可以签补充合同，但累计不得超过原合同采购金额的10%。',
  basis: [{ law: '政府采购法', article: '49' }],
  advice: '把累计追加金额控制在原合同的10%以内且不改变单价等条款；超出部分另行依法采购。',
  check: (context) => {
    if (context.input.publicPayer === false) return [];
    const amounts = inBody(context, context.facts.amounts).filter(
      (amount) =>
        amount.fen !== null &&
        !amount.bound &&
        amount.per === null &&
        (amount.kind === 'figure' || amount.pair === null),
    );
    const byShare = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      const share =
        supplementWord.test(clause.before) && originalWord.test(clause.before) && /^的?/u.test(clause.after);
      if (
        !share ||
        percentage.percent <= 10 ||
        percentage.percent > 100 ||
        /不超过|不得超过|支付|付|保证金/u.test(clause.text)
      )
        return [];
      return [{ at: percentage.at, message: `追加金额为原合同的 ${percentage.decimal}%，超过 10%。` }];
    });
    if (byShare.length > 0) return byShare;
    const original = amounts.find((amount) => originalWord.test(clauseOf(context, amount.at).before));
    if (!original?.fen) return [];
    const added = amounts.filter((amount) => {
      const clause = clauseOf(context, amount.at);
      const before = clause.before;
      return (
        amount !== original &&
        supplementWord.test(before) &&
        !/原合同|减少|调减|总价(?:变更|调整)|合计/u.test(before) &&
        !/保证金|违约金|签证|变更签证/u.test(clause.text)
      );
    });
    const sum = added.reduce((left, amount) => left + (amount.fen ?? 0), 0);
    const last = added.at(-1);
    if (!last || sum * 10 <= original.fen || sum >= original.fen * 5) return [];
    const share = Math.floor((sum * 1000) / original.fen) / 10;
    return [
      {
        at: last.at,
        related: [original.at],
        message: `原合同 ${money(original.fen)}，追加${added.length > 1 ? '累计' : ''} ${money(sum)}，占 ${share}%，超过 10%。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '原合同100万元，补充采购15万元。', publicPayer: true, quote: '15万元', says: '占 15%' },
      {
        text: '第一条 原合同采购金额为860,000元。\n第二条 本次追加同型号电脑20台，追加金额为96,000元。',
        publicPayer: true,
        quote: '96,000元',
        says: '占 11.1%',
      },
      {
        text: '双方同意追加采购，追加金额为原合同金额的百分之二十。',
        publicPayer: true,
        quote: '百分之二十',
        says: '20%',
      },
    ],
    nearMisses: [
      { text: '原合同100万元，补充采购8万元，其他条款不变。', publicPayer: true },
      { text: '追加金额累计不得超过原合同采购金额的10%。', publicPayer: true },
      { text: '原合同100万元，经协商减少服务内容，补充协议调减20万元。', publicPayer: true },
      { text: '原合同100万元，补充采购15万元。', publicPayer: false },
    ],
  },
};

export const limitRules: readonly Rule[] = [lease20, landTerm, supplement10];
