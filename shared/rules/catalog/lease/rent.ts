/** Rent that rises from year to year, and the yearly sums that are written out for it. */
import type { Amount, Percentage } from '../../../facts/facts.ts';
import { writtenTolerance } from '../../../facts/money.ts';
import { readCount } from '../../../facts/number.ts';
import { inBody, sentenceOf, textOf } from '../../around.ts';
import { mentions } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from '../contract/common.ts';
import type { Span } from '../../../document/model.ts';

const rises = /递增|上浮|上涨|增长|上调|增加|提高|涨幅|调增/u;
const han = '一二两三四五六七八九十';
/** 在上一年基础上: what the rise is reckoned on, whatever year is named beside it. */
const onLast = /(?:上一?年|前一年|上年度|上一?(?:周期|租期|期))[^，。；\d]{0,8}(?:基础|基数|基准)/u;

type Rise = Readonly<{
  at: Span;
  /** The rate in percent, or the fixed sum in fen, by which the rent rises. */
  percent: number | null;
  fen: number | null;
  /** Years from one rise to the next. */
  cycle: number;
  /** The first year with the higher rent. */
  from: number;
  /** On last year's rent (compound), on the first year's (simple), or unsaid (either). */
  way: 'compound' | 'simple' | 'either';
}>;

/** Yearly rent by its ordinal (1, 2, … or a calendar year). */
type Year = Readonly<{ year: number; fen: number; monthly: boolean; at: Span; tolerance: number }>;

function cycleIn(sentence: string): number {
  const found = new RegExp(`每隔?([${han}\\d]{1,2})个?(?:租赁)?年`, 'u').exec(sentence)?.[1];
  return found === undefined ? 1 : (readCount(found) ?? 1);
}

function firstRaised(sentence: string, cycle: number): number {
  const found = new RegExp(`第([${han}\\d]{1,2})个?(?:租赁|合同)?年(?:度)?(?:起|开始)`, 'u').exec(sentence)?.[1];
  return found === undefined ? cycle + 1 : (readCount(found) ?? cycle + 1);
}

/** What is said of the rise: its rate or sum, its cycle, on what it is reckoned. */
function riseOf(context: RuleContext): Rise | null {
  const told = (at: Span): Omit<Rise, 'percent' | 'fen'> | null => {
    const sentence = sentenceOf(context, at);
    if (
      !rises.test(sentence.before.slice(-24)) &&
      !/^[^。；，]{0,10}(?:的)?(?:比例|幅度|标准)?[^。；，]{0,6}(?:递增|上浮|上涨|增长|上调)/u.test(sentence.after)
    )
      return null;
    if (/违约|逾期|滞纳|押金/u.test(sentence.before.slice(-16))) return null;
    const text = sentence.text;
    const cycle = cycleIn(text);
    const way = onLast.test(text)
      ? 'compound'
      : /首年|第一年|第1年|基准|初始|起始年/u.test(text.replace(/第[一1]年[^，。；]{0,8}\d/u, '')) &&
          /基础|为基数|基准/u.test(text)
        ? 'simple'
        : /上一?年|前一年|上年度|上一?(?:周期|租期|期)|逐年|复利/u.test(text)
          ? 'compound'
          : 'either';
    return { at, cycle, from: firstRaised(text, cycle), way };
  };
  for (const percentage of inBody(context, context.facts.percentages) as Percentage[]) {
    const rise = told(percentage.at);
    if (rise && percentage.percent < 60) return { ...rise, percent: percentage.percent, fen: null };
  }
  for (const amount of inBody(context, context.facts.amounts)) {
    const near = sentenceOf(context, amount.at).before.slice(-12);
    if (amount.fen !== null && /(?:递增|上浮|上涨|增长|上调|增加|提高)[^，。；\d]{0,6}$/u.test(near)) {
      const rise = told(amount.at);
      if (rise) return { ...rise, percent: null, fen: amount.fen, way: 'simple' };
    }
  }
  return null;
}

const ordinal = new RegExp(
  `第([${han}\\d]{1,2})个?(?:租赁|合同|计租)?年(?:度)?|(首年|首个?年度|起始年)|(20\\d{2})年(?:度)?(?!\\s*\\d{1,2}月)`,
  'gu',
);

const yearRange = new RegExp(`第([${han}\\d]{1,2})(?:年)?(?:至|到|-|—|~)第?[${han}\\d]{1,2}年(?:度)?`, 'gu');

/** The year last named in a text, of a range its first (第四至第六年); null when none is. */
function yearNamed(text: string): number | null {
  const range = [...text.matchAll(yearRange)].at(-1);
  const later = range ? text.slice(range.index + range[0].length) : '';
  if (range?.[1] && [...later.matchAll(ordinal)].length === 0) return readCount(range[1]);
  const last = [...text.matchAll(ordinal)].at(-1);
  if (!last) return null;
  if (last[2]) return 1;
  return last[1] ? readCount(last[1]) : Number(last[3]);
}

function tolerance(amount: Amount): number {
  return writtenTolerance(amount.unit, amount.decimals);
}

/** Yearly sums of running text: the year stands before its sum with no other sum between. */
function yearsInText(context: RuleContext): Year[] {
  const amounts = inBody(context, context.facts.amounts).filter(
    ({ kind, pair, bound, fen }) => fen !== null && !bound && !(kind === 'capital' && pair !== null),
  );
  return amounts.flatMap((amount, index): Year[] => {
    const previous = amounts[index - 1];
    const text = textOf(context, amount.at.block);
    const start = previous?.at.block === amount.at.block ? previous.at.to : 0;
    const before = text.slice(Math.max(start, amount.at.from - 40), amount.at.from);
    if (
      /押金|保证金|违约金|物业费|递增|上浮|增加|个月/u.test(
        before
          .split(/[，,。；;]/u)
          .at(-1)
          ?.slice(-10) ?? '',
      )
    )
      return [];
    const monthly = amount.per === '月' || /月/u.test(sentenceOf(context, amount.at).before.slice(-30));
    const year = yearNamed(before.split(/[。；;]/u).at(-1) ?? '');
    return year === null || amount.fen === null
      ? []
      : [{ year, fen: amount.fen, monthly, at: amount.at, tolerance: tolerance(amount) }];
  });
}

/** Yearly sums of a table: a row with a year in one cell and money in a later one. */
function yearsInTables(context: RuleContext): Year[] {
  return context.facts.tables.flatMap((table) =>
    table.rows.flatMap(({ cells }): Year[] => {
      const named = cells.findIndex((cell) => cell !== null && yearNamed(cell.text) !== null);
      const sum = cells.slice(named + 1).find((cell) => cell !== null && cell.fen !== null);
      if (named < 0 || !sum || sum.fen === null) return [];
      const year = yearNamed(cells[named]?.text ?? '');
      const decimals = sum.decimal?.split('.')[1]?.length ?? 0;
      const inTenThousands =
        table.columns.some(({ fenPerUnit }) => fenPerUnit === 1_000_000) || sum.text.includes('万');
      const off = writtenTolerance(inTenThousands ? '万元' : '元', decimals);
      return year === null ? [] : [{ year, fen: sum.fen, monthly: false, at: sum.at, tolerance: off }];
    }),
  );
}

/** What a year's rent must be, reckoned from the first year's. */
function expected(rise: Rise, base: number, steps: number): readonly number[] {
  if (rise.fen !== null) return [base + rise.fen * steps];
  const rate = (rise.percent ?? 0) / 100;
  const simple = base * (1 + rate * steps);
  const compound = base * (1 + rate) ** steps;
  return rise.way === 'simple' ? [simple] : rise.way === 'compound' ? [compound] : [compound, simple];
}

const escalation: Rule = {
  id: 'lease-rent-escalation',
  title: '租金递增与各年租金数额不符',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  subKinds: ['lease', 'land', 'property'],
  why: '递增比例与逐年列出的租金对不上，付款时各按一处主张，容易起争议。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '按约定的递增口径逐年重算，改正表格或者比例，并写明是在上一年基础上还是在首年基础上递增。',
  traps: ['没有写明口径的，单利、复利任一算得上就不提示。', '一元以内、或者末位四舍五入的差别不提示。'],
  check: (context): Hit[] => {
    if (!mentions(context, rising) || mentions(context, notRent)) return [];
    const rise = riseOf(context);
    if (!rise) return [];
    const all = [...yearsInText(context), ...yearsInTables(context)].filter(
      (year, index, list) => list.findIndex((other) => other.year === year.year) === index,
    );
    const first = all.toSorted((a, b) => a.year - b.year)[0];
    if (!first || (first.year > 1 && first.year < 1000)) return [];
    // Calendar years count from the first one named.
    const shift = first.year >= 1000 ? first.year - 1 : 0;
    const wrong = all.flatMap((entry): Hit[] => {
      if (entry.monthly !== first.monthly) return [];
      const place = entry.year - shift;
      const steps = place < rise.from ? 0 : Math.floor((place - rise.from) / rise.cycle) + 1;
      if (steps < 0 || place <= 1) return [];
      const right = expected(rise, first.fen, steps);
      const slack = entry.tolerance + first.tolerance * (steps > 0 ? 1 : 0);
      if (right.some((fen) => Math.abs(fen - entry.fen) <= slack)) return [];
      const by = rise.fen !== null ? money(rise.fen) : `${rise.percent}%`;
      const should = [...new Set(right.map((fen) => money(Math.round(fen))))].join('或 ');
      return [
        {
          at: entry.at,
          related: [rise.at],
          message: `按递增 ${by} 推算，第 ${place} 年租金应为 ${should}，所列为 ${money(entry.fen)}。`,
        },
      ];
    });
    return wrong.slice(0, 3);
  },
  examples: {
    hits: [
      { text: '租金每年递增5%，首年12万元，第二年12.5万元。', quote: '12.5万元', says: '应为 126,000.00 元' },
      {
        text: '租金在上一年基础上每年上浮百分之三。\n| 年度 | 租金（元） |\n| --- | --- |\n| 第一年 | 100000 |\n| 第二年 | 103000 |\n| 第三年 | 106000 |',
        quote: '106000',
        says: '第 3 年',
      },
      { text: '租金每两年递增5%，第一至第二年每年40,000元，第三至第四年每年43,000元。', quote: '43,000元' },
      { text: '第五条 租金每两年递增10%，第一年60000元，第二年60000元，第三年70000元。', quote: '70000元' },
      { text: '年租金在首年基础上每年递增6%，第一年租金50,000元，第二年53,000元，第三年56,180元。', quote: '56,180元' },
    ],
    nearMisses: [
      { text: '租金每年递增5%，首年12万元，第二年12.6万元。' },
      { text: '租金在上一年基础上递增3%：第一年100,000元，第二年103,000元，第三年106,090元。' },
      { text: '年租金在首年基础上每年递增6%，第一年50,000元，第二年53,000元，第三年56,000元。' },
      { text: '租金自第四年起每年递增2000元，第一年30,000元，第二年30,000元，第三年30,000元，第四年32,000元。' },
      { text: '租金每两年递增5%，第一至第二年每年40,000元，第三至第四年每年42,000元。' },
      { text: '租金每年递增5%，首年租金12万元，押金2万元。' },
    ],
  },
};

const rising = pattern('递增|上浮|上涨|上调|增长|涨幅|调增');
const notRent = pattern('产值|营业收入|税收|纳税|投资额|服务费|工资');

export const leaseRents: readonly Rule[] = [escalation];
