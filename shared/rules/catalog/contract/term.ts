/** Dates and terms: their order and their length. */
import { daysBetween, daysIn } from '../../../facts/dates.ts';
import type { DateFact, Duration } from '../../../facts/facts.ts';
import type { Span } from '../../../document/model.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

type Range = Readonly<{ from: DateFact; to: DateFact }>;

/** 自…至…, …起至…止: two dates joined by a word that makes them a period. */
function ranges(context: RuleContext): Range[] {
  const dates = inBody(context, context.facts.dates);
  return dates.flatMap((from, at): Range[] => {
    const to = dates[at + 1];
    if (!to) return [];
    if (to.at.block !== from.at.block) return isTabled(context, from, to) ? [{ from, to }] : [];
    const between = textOf(context, from.at.block).slice(from.at.to, to.at.from);
    const joined =
      /^(?:（含）|\(含\)|零时|0时|00:00)?\s*(?:起|开始|起算|生效)?\s*[,，]?\s*(?:计?算?)?(?:至|到|—|--?|~|～|–)\s*$/u.test(
        between,
      );
    return joined ? [{ from, to }] : [];
  });
}

const beginning = /(?:起始|开始|起租|起算|生效|起|开工)(?:日期?|时间|日子)?[:：]?\s*$/u;
const ending = /(?:终止|结束|到期|届满|截止|止|终了|竣工)(?:日期?|时间)?[:：]?\s*$/u;

/** 起租日 | 2026年7月1日 and 到期日 | 2031年6月30日: labelled in cells of one table, by their row or their column. */
function isTabled(context: RuleContext, from: DateFact, to: DateFact): boolean {
  const table = tableOf(context, from.at.block);
  if (table === null || table !== tableOf(context, to.at.block)) return false;
  const [first, last] = [clauseOf(context, from.at).before, clauseOf(context, to.at).before];
  return (
    (beginning.test(first) && ending.test(last)) ||
    (beginning.test(columnHead(first)) && ending.test(columnHead(last)) && rowOf(context, from) === rowOf(context, to))
  );
}

/** The head of its column, first of the words before a cell. */
function columnHead(before: string): string {
  return before.split(':')[0] ?? '';
}

function rowOf(context: RuleContext, { at }: DateFact): number | null {
  const { paragraphs, indexOf } = readingOf(context.document);
  const region = paragraphs[indexOf.get(at.block) ?? -1]?.region;
  return region?.kind === 'cell' ? region.row : null;
}

function tableOf(context: RuleContext, block: string): string | null {
  const { paragraphs, indexOf } = readingOf(context.document);
  const region = paragraphs[indexOf.get(block) ?? -1]?.region;
  return region?.kind === 'cell' ? region.table : null;
}

const stages = [
  { name: '开工日期', word: /(?:计划|实际|约定)?开工(?:日期|时间|日)?/u, rank: 1 },
  { name: '竣工日期', word: /(?:计划|实际|约定)?竣工(?:日期|时间|日)?/u, rank: 2 },
] as const;
const deliveries = [
  { name: '交付日期', word: /交付(?:日期|时间)|交货(?:日期|时间)|供货(?:日期|时间)/u, rank: 1 },
  { name: '验收日期', word: /验收(?:日期|时间)/u, rank: 2 },
] as const;

/** 开工日期：…, 竣工日期：…: labelled days that must follow each other. */
function stageHits(context: RuleContext, wanted: typeof stages | typeof deliveries): Hit[] {
  const dates = inBody(context, context.facts.dates).filter((date) => date.iso !== null);
  const found = wanted.map((stage) =>
    dates.find((date) => {
      const before = textOf(context, date.at.block).slice(Math.max(0, date.at.from - 14), date.at.from);
      return new RegExp(`${stage.word.source}[^，。；\\d]{0,6}$`, 'u').test(before);
    }),
  );
  const [first, second] = found;
  if (!first?.iso || !second?.iso || second.iso >= first.iso) return [];
  const names = wanted.map(({ name }) => name);
  return [
    {
      at: second.at,
      related: [first.at],
      message: `${names[1] ?? ''}（${second.text}）早于${names[0] ?? ''}（${first.text}）${daysBetween(second.iso, first.iso)} 日。`,
    },
  ];
}

/** Acts that follow each other, by the words of a date's clause. */
const acts = {
  delivery: { name: '交付日期', word: /交付|交货|送达|供货|送货|到货/u },
  acceptance: { name: '验收日期', word: /验收/u },
  invoice: { name: '开票日期', word: /开票|(?:开具|提供|提交)[^，。；]{0,8}(?:发票|票据)/u },
  payment: { name: '付清日期', word: /付清|付完|付讫|结清|付足|价款最迟|(?:余款|尾款|全部[^，。；]{0,6}款)/u },
} as const;
const sequences = [
  ['delivery', 'acceptance'],
  ['acceptance', 'payment'],
  ['invoice', 'payment'],
] as const;
/** Not the whole, or not the thing itself: what may come at any time. */
const partial = /预付|首付|首期|进度款|定金|%|部分|第[一二三四五]批|分批|样品|质保|保修|签订|逾期|延期/u;

/** The one day an act is due; null when its clause names none, several acts, or the document several days. */
function dayOfAct(context: RuleContext, dates: readonly DateFact[], act: keyof typeof acts): DateFact | null {
  const found = dates.filter((date) => {
    const { text } = clauseOf(context, date.at);
    const named = Object.values(acts).filter(({ word }) => word.test(text));
    return named.length === 1 && named[0] === acts[act] && !partial.test(text);
  });
  const [first] = found;
  return first && found.every((date) => date.iso === first.iso) ? first : null;
}

/** What the labelled days of delivery show, else the order of the acts that dates are given for. */
function sequenceHits(context: RuleContext, labelled: readonly Hit[]): readonly Hit[] {
  if (labelled.length > 0) return labelled;
  const dates = inBody(context, context.facts.dates).filter((date) => date.iso !== null);
  return sequences.flatMap(([earlier, later]): Hit[] => {
    const first = dayOfAct(context, dates, earlier);
    const second = dayOfAct(context, dates, later);
    if (!first?.iso || !second?.iso || second.iso >= first.iso) return [];
    return [
      {
        at: second.at,
        related: [first.at],
        message: `${acts[later].name}（${second.text}）早于${acts[earlier].name}（${first.text}）${daysBetween(second.iso, first.iso)} 日。`,
      },
    ];
  });
}

const termOrder: Rule = {
  id: 'term-order',
  title: '期限先后颠倒',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '终止日早于起始日（竣工早于开工）的期限无法履行，依附它的付款和违约条款也随之落空。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '核对年份和月份，改正写错的一端，并复核按该期限计算的总价、租金和付款日期。',
  check: (context) => [
    ...ranges(context).flatMap(({ from, to }): Hit[] => {
      if (from.iso === null || to.iso === null || to.iso >= from.iso) return [];
      const whole = { block: from.at.block, from: from.at.from, to: to.at.to };
      const at = from.at.block === to.at.block ? whole : to.at;
      return [{ at, message: `起始日 ${from.iso} 晚于终止日 ${to.iso}，相差 ${daysBetween(to.iso, from.iso)} 日。` }];
    }),
    ...stageHits(context, stages),
    ...sequenceHits(context, stageHits(context, deliveries)),
  ],
  examples: {
    hits: [
      { text: '期限自2026年9月1日至2026年3月1日。', quote: '2026年9月1日至2026年3月1日', says: '晚于终止日' },
      { text: '第二条 服务期为2026-07-01起至2025-06-30止。', quote: '2026-07-01起至2025-06-30', says: '366 日' },
      { text: '乙方于2026年9月10日前送货到馆。甲方于2026年9月1日组织验收。', quote: '2026年9月1日', says: '验收日期' },
      { text: '| 阶段 | 开始时间 | 结束时间 |\n| 编制 | 2026年5月1日 | 2026年4月1日 |', quote: '2026年4月1日' },
      { text: '计划开工日期：2026年5月10日\n计划竣工日期：2026年4月10日', quote: '2026年4月10日', says: '竣工日期' },
    ],
    nearMisses: [
      { text: '期限自2026年3月1日至2026年9月1日。' },
      { text: '活动时间自2026年5月1日至2026年5月1日。' },
      { text: '甲方于2026年3月1日前支付预付款，乙方于2026年6月1日前交货，2026年6月10日验收。' },
      { text: '采暖期自11月1日至次年3月31日。' },
      { text: '租期自　　年　月　日至　　年　月　日。' },
      { text: '本合同于2026年9月1日签订，2026年3月1日签订的原合同终止。' },
    ],
  },
};

/** The day after a number of whole years or months, and the day before it. */
function endsOf(start: string, duration: Duration): readonly string[] | null {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  if (duration.unit === 'day') return [daysAfter(start, duration.amount - 1), daysAfter(start, duration.amount)];
  if (duration.unit !== 'year' && duration.unit !== 'month') return null;
  const months = duration.unit === 'year' ? duration.amount * 12 : duration.amount;
  if (!Number.isInteger(months)) return null;
  const index = year * 12 + (month - 1) + months;
  const endYear = Math.floor(index / 12);
  const endMonth = (index % 12) + 1;
  const endDay = Math.min(day, daysIn(endYear, endMonth));
  const same = iso(endYear, endMonth, endDay);
  return [dayBefore(same), same];
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day so many days after another. */
function daysAfter(date: string, days: number): string {
  let [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  day += days;
  for (let length = daysIn(year, month); day > length; length = daysIn(year, month)) {
    day -= length;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return iso(year, month, day);
}

function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return iso(year, month, day - 1);
  return month > 1 ? iso(year, month - 1, daysIn(year, month - 1)) : iso(year - 1, 12, 31);
}

const loose =
  /(?:大约|约为?)(?=[半\d一二三四五六七八九十两])|预计|暂定|学年|采暖|供暖|左右|大致|以实际|工期|质保|保修|免租|付款/u;

/** A period beside its length in words, in one sentence. */
function lengths(context: RuleContext): { range: Range; duration: Duration; ends: readonly string[] }[] {
  const durations = inBody(context, context.facts.durations);
  return ranges(context).flatMap((range) => {
    if (range.from.iso === null || range.to.iso === null || range.to.iso < range.from.iso) return [];
    const sentence = sentenceOf(context, range.from.at);
    if (loose.test(sentence.text)) return [];
    const table = tableOf(context, range.from.at.block);
    const here =
      range.from.at.block === range.to.at.block
        ? durations.filter(
            ({ at }) =>
              at.block === range.from.at.block &&
              at.from >= sentence.from &&
              at.to <= sentence.to &&
              (!isAside(context, at) || leadsTo(context, at, range.from.at)),
          )
        : [];
    const tabled = durations.filter(
      ({ at }) => tableOf(context, at.block) === table && /(?:期限?|周期)[:：]$/u.test(clauseOf(context, at).before),
    );
    const beside = here.length > 0 || table === null ? here : tabled;
    const [duration] = beside;
    if (!duration || beside.length > 1 || duration.sense !== 'term') return [];
    const ends = endsOf(range.from.iso, duration);
    return ends ? [{ range, duration, ends }] : [];
  });
}

/** 试用期三个月（2026年…至…）: the range says what this very length is. */
function leadsTo(context: RuleContext, at: Span, range: Span): boolean {
  return at.to <= range.from && /^[（(，,:：\s自从即]{0,3}$/u.test(textOf(context, at.block).slice(at.to, range.from));
}

/** 期满前一个月, 前三个月为试用期, 一个月租金: lengths that are not the term. */
function isAside(context: RuleContext, at: Span): boolean {
  const { before, after } = clauseOf(context, at);
  return (
    /(?:前|后|提前|押金[为是]?|试用期?[为是]?|免租期?[为是]?|装修期?[为是]?|[^免]付|通知期[为是]?|首)$/u.test(before) ||
    /^(?:以?[内前]|之[内前]|后|租金|押金|的?试用|为试用|免租|为免租|通知|书面)/u.test(after)
  );
}

const termLength: Rule = {
  id: 'term-length',
  title: '文字期限与起止日期不符',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '写明的年数月数与起止日期算不到一起，租金、服务费按哪一个计算会有分歧。',
  basis: [
    { law: '民法典', article: '201' },
    { law: '民法典', article: '202' },
  ],
  advice: '确定真实意图后统一两处表述，并同步核对按期限计算的总价。',
  check: (context) =>
    lengths(context).flatMap(({ range, duration, ends }): Hit[] => {
      const end = range.to.iso ?? '';
      if (ends.includes(end)) return [];
      return [
        {
          at: range.to.at,
          related: [duration.at, range.from.at],
          message: `${duration.text}自 ${range.from.iso} 起应至 ${ends[0]}（首日计入）或 ${ends[1]}（首日不计），所写终止日为 ${end}。`,
        },
      ];
    }),
  examples: {
    hits: [
      { text: '服务期一年，自2026年1月1日至2027年6月30日。', quote: '2027年6月30日', says: '应至 2026-12-31' },
      {
        text: '第三条 租赁期限为36个月，自2026年4月1日起至2028年3月31日止。',
        quote: '2028年3月31日',
        says: '2029-03-31',
      },
      {
        text: '| 期限 | 三年 |\n| 起始日 | 2026年3月1日 |\n| 到期日 | 2028年2月29日 |',
        quote: '2028年2月29日',
        says: '2029-02-28',
      },
      {
        text: '| 事项 | 内容 |\n| 服务期限 | 两年 |\n| 起止时间 | 2026年5月1日至2027年4月30日 |',
        quote: '2027年4月30日',
      },
      { text: '试点为期九十天，自2026年4月1日至2026年7月31日。', quote: '2026年7月31日' },
      { text: '合作期限两年：2026.5.1—2027.4.30。', quote: '2027.4.30', says: '2028-04-30' },
    ],
    nearMisses: [
      { text: '服务期一年，自2026年1月1日至2026年12月31日。' },
      { text: '租期一年，自2026-03-01至2027-03-01。' },
      { text: '服务期约一年，自2026年1月1日至2027年1月31日。' },
      { text: '租期三年，其中免租装修期2个月，自2026年1月1日至2029年2月28日。' },
    ],
  },
};

const earlier = /上一|上期|原(?:合同|协议|租|服务)|前(?:一|期|份)|旧合同|首期/u;

/** 原合同于5月31日届满，新合同自5月31日起: one day that two contracts both count. */
function twiceCounted(context: RuleContext): Hit[] {
  const dates = inBody(context, context.facts.dates);
  return dates.flatMap((last): Hit[] => {
    const sentence = sentenceOf(context, last.at);
    const text = textOf(context, last.at.block);
    if (last.iso === null || !earlier.test(sentence.before) || text.startsWith('起', last.at.to)) return [];
    const first = dates.find(
      (date) =>
        date.iso === last.iso &&
        date.at.block === last.at.block &&
        date.at.from > last.at.to &&
        date.at.from - last.at.to <= 40,
    );
    if (!first || !/自\s*$/u.test(text.slice(0, first.at.from))) return [];
    const message = `前一合同至 ${last.iso} 止，后一合同自同日起，${last.iso} 这一天被计算两次。`;
    return [{ at: first.at, related: [last.at], message }];
  });
}

const overlapDay: Rule = {
  id: 'term-overlap-day',
  title: '起止日为同月同日',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['contract'],
  why: '整年整月的期限写成同月同日：首日不计入恰为整期，首日计入则多出一日。',
  basis: [
    { law: '民法典', article: '201' },
    { law: '民法典', article: '202' },
    { law: '民法典', article: '204' },
  ],
  advice: '写明首日是否计入；按首日计入的，把终止日改为前一日，以免多计一天租金或服务费。',
  check: (context) => [
    ...twiceCounted(context),
    ...lengths(context).flatMap(({ range, duration, ends }): Hit[] => {
      if (range.to.iso !== ends[1]) return [];
      return [
        {
          at: range.to.at,
          related: [duration.at],
          message: `${duration.text}的起止日为同月同日（${range.from.iso} 至 ${range.to.iso}），首日计入时多一日。`,
        },
      ];
    }),
  ],
  examples: {
    hits: [
      { text: '租期一年，自2026-03-01至2027-03-01。', quote: '2027-03-01', says: '同月同日' },
      { text: '服务期限为6个月，自2026年5月15日起至2026年11月15日止。', quote: '2026年11月15日' },
      { text: '原协议至2026年4月30日到期，续签协议自2026年4月30日起两年。', says: '计算两次' },
      { text: '承包期三年：2026年1月1日至2029年1月1日。', says: '首日计入时多一日' },
    ],
    nearMisses: [
      { text: '租期一年，自2026-03-01至2027-02-28。' },
      { text: '租期自2026年3月1日至2027年3月1日。' },
      { text: '质保期一年，自2026年3月1日至2027年3月1日。' },
    ],
  },
};

export const termRules: readonly Rule[] = [termOrder, termLength, overlapDay];
