/** Works: the retention money, how much and how long. */
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { readingOf } from '../../reading.ts';
import { money } from '../contract/common.ts';
import { isWorks } from './common.ts';

const retention = /质保金|质量保证金|保修金|质量保修金|质量保留金/u;

const sums: Names<'retention' | 'price' | 'other'> = [
  ['other', /履约保证金|履约担保|预付款|违约金|工资保证金|投标保证金|进度款|罚款|暂列金额?/u],
  ['retention', retention],
  [
    'price',
    /结算(?:总)?(?:价款?|款|额|金额|造价)|结算总额|合同(?:总)?(?:价款?|金额|造价|额)|工程(?:总)?(?:价款?|造价)|中标价|承包价|总价款?|审定(?:价|金额)/u,
  ],
];

/** A retention told as a sum, measured by the price beside it. */
function sumsHeldBack(context: RuleContext): Hit[] {
  const told = inBody(context, context.facts.amounts)
    .filter(({ fen, bound, per }) => fen !== null && !bound && per === null)
    .map((amount) => ({ amount, name: nameOf(context, amount.at, sums) }));
  const price = Math.max(0, ...told.map(({ amount, name }) => (name === 'price' ? (amount.fen ?? 0) : 0)));
  const held = told.find(({ amount, name }) => name === 'retention' && (amount.fen ?? 0) * 100 > price * 3);
  if (price === 0 || !held || (held.amount.fen ?? 0) >= price) return [];
  const share = Math.round(((held.amount.fen ?? 0) * 1000) / price) / 10;
  const message = `质量保证金 ${held.amount.text}，约为工程价款 ${money(price)}的 ${share}%，超过 3%。`;
  return [{ at: held.amount.at, message }];
}

const qualityBond3: Rule = {
  id: 'const-quality-bond-3',
  title: '工程质量保证金超过3%',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '工程质量保证金预留比例不得高于工程价款结算总额的3%，超过的属于变相拖欠工程款。',
  basis: [
    { law: '保障中小企业款项支付条例', article: '13' },
    {
      law: '建设工程质量保证金管理办法',
      article: null,
      note: '建质〔2017〕138号第七条：保证金总预留比例不得高于工程价款结算总额的3%',
    },
  ],
  advice: '下调到结算总额的3%以内，并允许以银行保函替代；已交履约保证金的，不同时预留质量保证金。',
  check: (context) => {
    if (!isWorks(context)) return [];
    const shares = inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      if (percentage.per !== null || percentage.percent <= 3 || percentage.percent > 30 || percentage.cumulative)
        return [];
      const clause = clauseOf(context, percentage.at);
      const before = clause.before.slice(-30);
      const near =
        /^[^，。；\d]{0,14}(?:作为|为|作|留作|的)?[^，。；\d]{0,6}(?:质保金|质量保证金|保修金|质量保修金)/u.test(
          clause.after,
        ) ||
        (retention.test(before) &&
          !/返还|退还|支付(?!比例|节点)|扣除|违约|付至/u.test(before.slice(before.search(retention))));
      if (!near || /不超过|不得超过|不高于/u.test(before)) return [];
      return [
        { at: percentage.at, message: `质量保证金预留比例为 ${percentage.decimal}%，超过工程价款结算总额的 3%。` },
      ];
    });
    return shares.length > 0 ? shares : sumsHeldBack(context);
  },
  examples: {
    hits: [
      { text: '预留合同价5%作质保金。', subKind: 'construction', quote: '5%', says: '超过工程价款结算总额的 3%' },
      {
        text: '第九条 竣工结算后付至结算价的95%，剩余百分之五作为工程质量保证金，缺陷责任期满后返还。',
        subKind: 'construction',
        quote: '百分之五',
      },
      {
        text: '工程结算价300万元，扣留质保金15万元，两年后返还。',
        subKind: 'construction',
        quote: '15万元',
        says: '5%',
      },
      {
        text: '| 节点 | 支付比例 |\n| 完工 | 70% |\n| 审定 | 26% |\n| 质量保证金 | 4% |',
        subKind: 'construction',
        quote: '4%',
      },
      { text: '本工程质量保修金为结算总价的8％，于竣工验收后两年付清。', quote: '8％', says: '8%' },
    ],
    nearMisses: [
      { text: '预留结算价3%作质保金。', subKind: 'construction' },
      { text: '履约保证金为合同价的10%，质量保证金为结算价的3%。', subKind: 'construction' },
      { text: '货物验收后留5%作为质保金，质保期一年。', subKind: 'procurement' },
      { text: '缺陷责任期满一年，返还质量保证金的50%。', subKind: 'construction' },
    ],
  },
};

const goods = /货物|产品|供货|供应商|商品|机器|采购人/u;
const returns = /返还|退还|支付|付清|退付|返付|无息|结清|退回|释放|解除/u;
const liability = /缺陷责任期|质量保证金(?:返还|退还|预留)?期|质保金(?:返还|退还)?期/u;

/** Lengths after which the retention is to be given back, longer than two years. */
function lateReturns(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    const most = { year: 2, month: 24, day: 731 }[duration.unit as 'year' | 'month' | 'day'] ?? Infinity;
    if (duration.amount <= most) return [];
    const sentence = sentenceOf(context, duration.at);
    const clause = clauseOf(context, duration.at);
    const ofLiability = liability.test(clause.before) && !/保修期[^，。；]{0,10}$/u.test(clause.before);
    const ofReturn =
      retention.test(sentence.text) && returns.test(sentence.text) && comesBack(clause.text, sentence.text);
    if (!ofLiability && !ofReturn) return [];
    const onWarranty = /保修期|防水|质保期/u.test(clause.text) && !ofLiability;
    const message = onWarranty
      ? `以${duration.text}的保修期作为质量保证金的返还条件，超过 2 年。`
      : `质量保证金的返还期限（缺陷责任期）为 ${duration.text}，超过 2 年。`;
    return [{ at: duration.at, message }];
  });
}

const afterWarranty = pattern(
  '(?:待|至|于|在|等|以|自)?[^。；，]{0,12}(?:保修期?|质保期)(?:满|届满|期满|结束|到期)[^。；，]{0,10}(?:返还|退还|支付|付清|退付|结清)',
);

/** 防水工程保修五年，质保金待防水保修期满后退还: the length and the return stand apart. */
function returnsWithWarranty(context: RuleContext): Hit[] {
  const long = inBody(context, context.facts.durations).find(
    ({ at, unit, amount }) =>
      (unit === 'year' ? amount > 2 : unit === 'month' && amount > 24) &&
      /保修|质保期/u.test(clauseOf(context, at).text),
  );
  if (!long) return [];
  return places(context, afterWarranty, (sentence) => retention.test(sentence))
    .slice(0, 1)
    .map(({ at, match }) => ({
      at,
      related: [long.at],
      message: `质量保证金${quoted(match.text)}，而保修期为 ${long.text}，超过 2 年。`,
    }));
}

/** The length is tied to the giving back, not merely a warranty that stands beside it. */
function comesBack(clause: string, sentence: string): boolean {
  if (retention.test(clause) || returns.test(clause)) return true;
  return (
    /(?:期满|届满|满|后|到期)/u.test(clause) &&
    !/保修(?:期)?(?:为|：|是)?\s*[\d一二两三四五六七八九十]+\s*(?:年|个月)\s*$/u.test(clause) &&
    returns.test(sentence)
  );
}

const kept = /预留|扣留|留取?|暂扣|作为|作/u;
const spent = /用于|保管|扣除|列支|抵扣|支出|支配|冲抵/u;
const untimed = /(?:无息)?(?:返还|退还|退回)/u;

/** 质保金 is kept, but nothing says when it comes back. */
function unsaidReturn(context: RuleContext): Hit[] {
  const { paragraphs } = readingOf(context.document);
  const holding = paragraphs.filter(({ text }) => retention.test(text));
  if (holding.length === 0) return [];
  const timed = holding.some(({ text }) => {
    const sentences = text.split(/[。；]/u).filter((sentence) => retention.test(sentence) || returns.test(sentence));
    return sentences.some(
      (sentence) =>
        returns.test(sentence) &&
        /期满|届满|到期|\d|[一二两三四五六七八九十]+(?:年|个月|日|天)|保修期|缺陷责任期(?:满|结束)|竣工验收(?:合格)?后/u.test(
          sentence.replace(/[\d.]+[%％]|百分之[一二三四五六七八九十]+/gu, ''),
        ),
    );
  });
  if (timed) return [];
  const said = holding.find(
    ({ text }) =>
      untimed.test(text) ||
      (kept.test(text) && spent.test(text)) ||
      /未(?:约定|写明|明确)[^。；]{0,8}(?:返还|退还|期限|时间)/u.test(text),
  );
  const place = said ?? (paragraphs.length >= 4 ? holding[0] : undefined);
  const found = place ? retention.exec(place.text) : null;
  if (!place || !found) return [];
  const at = { block: place.id, from: found.index, to: found.index + found[0].length };
  return [{ at, severity: 'low', nature: 'drafting', message: `约定了${found[0]}，没有写明返还期限。` }];
}

const bondReturn: Rule = {
  id: 'const-quality-bond-return',
  title: '质量保证金返还期限过长或未约定',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction', 'procurement'],
  why: '缺陷责任期最长不超过二年；没有约定返还期限的，竣工验收满二年承包人可以请求返还，保修义务不因返还而免除。',
  basis: [
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '17' },
    {
      law: '建设工程质量保证金管理办法',
      article: null,
      note: '建质〔2017〕138号第二条：缺陷责任期一般为1年，最长不超过2年',
    },
  ],
  advice: '把缺陷责任期写为不超过二年、期满返还，并与保修期分开约定；防水等五年保修另以保修责任承担。',
  traps: ['只约定保修期较长、质量保证金按期返还的，不在此列。', '货物采购的质量保证金另按采购合同处理。'],
  check: (context) => {
    const { text } = readingOf(context.document);
    if (!isWorks(context) && goods.test(text)) return [];
    const late = [lateReturns, returnsWithWarranty].map((find) => find(context)).find((hits) => hits.length > 0);
    return late ?? unsaidReturn(context);
  },
  examples: {
    hits: [
      { text: '质保金五年后返还。', quote: '五年', says: '超过 2 年' },
      { text: '第十条 缺陷责任期为36个月，自竣工验收合格之日起算。', subKind: 'construction', quote: '36个月' },
      { text: '工程质量保证金待屋面防水保修期5年届满后无息返还。', quote: '5年', says: '保修期作为' },
      {
        text: '竣工后扣留3%作质保金，用于质量缺陷维修，不足部分由承包人补足。',
        subKind: 'construction',
        says: '没有写明',
      },
      { text: '工程结算价的3%作为质量保证金，由发包人视质量情况退还。', quote: '质量保证金', says: '没有写明返还期限' },
    ],
    nearMisses: [
      { text: '质保金于缺陷责任期（24个月）满后返还。' },
      { text: '屋面防水保修期五年。质量保证金于竣工验收满两年后14日内返还。' },
      { text: '预留结算价的3%作为质量保证金，缺陷责任期一年，期满返还。', subKind: 'construction' },
      { text: '货物验收后留5%作质保金，三年后返还，供应商负责质保。' },
    ],
  },
};

export const retentionRules: readonly Rule[] = [qualityBond3, bondReturn];
