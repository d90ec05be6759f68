/** How much is fined: within the range, once for one act, with reasons (行政处罚法 articles 5, 29, 34, 76). */
import { clauseOf, rowBefore } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import { hanCount, readCount } from '../../../facts/number.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import {
  eachPlace,
  finesOf,
  firstPlace,
  isSpot,
  lacking,
  paperOf,
  spanOf,
  statementAround,
  statementsOf,
} from './case-file.ts';
import type { Fine, Statement } from './case-file.ts';
import type { Span } from '../../../document/model.ts';

const penalties = '行政处罚法';

const count = `(\\d[\\d,]*(?:\\.\\d+)?|[${hanCount}]+)`;
const unit = '(百|千|万|十万|百万|亿)?';
const ranges = new RegExp(
  `${count}\\s*${unit}\\s*元?\\s*(?:以上|至|到|-|—|–|~|～)\\s*(?:人民币)?${count}\\s*${unit}\\s*元(?:以下)?`,
  'gu',
);
const upTo = new RegExp(
  `(?:最高(?:不超过|可处)?|不超过|上限(?:为|是)?|处)[^，。；\\d${hanCount}]{0,4}${count}\\s*${unit}\\s*元(?:以下)?的?(?:罚款)?(?=[，。；、）)]|以下|罚款|$)|${count}\\s*${unit}\\s*元以下`,
  'gu',
);
const timesRange = new RegExp(`${count}\\s*倍以上\\s*${count}\\s*倍以下`, 'u');
const shareRange = new RegExp(
  `(?:百分之([${hanCount}]+)|(\\d+(?:\\.\\d+)?)[%％])\\s*(?:以上|至|到|-|—|~)\\s*(?:百分之([${hanCount}]+)|(\\d+(?:\\.\\d+)?)[%％])(?:以下)?`,
  'u',
);
const timesBase = /(?:货值(?:金额)?|违法所得|经营额|销售额|工程(?:造价|价款)|合同(?:价款|金额))[^，。；]{0,8}$/u;
const scale: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  亿: 100_000_000,
};

function yuan(written: string | undefined, written2: string | undefined): number | null {
  const value = readCount((written ?? '').replace(/,/gu, ''));
  return value === null ? null : value * (scale[written2 ?? ''] ?? 1);
}

type Range = Readonly<{ low: number; high: number; text: string; tier: boolean }>;

/** The ranges, in yuan, that a statute or a discretion table gives: 一万元以上五万元以下, 1-5万元, 五千元以下. */
function rangesIn({ text }: Statement): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(ranges)) {
    const [all, a, ua, b, ub] = match;
    const high = yuan(b, ub);
    // 1-5万元: the first number borrows the unit of the second.
    const low = yuan(a, ua ?? (/元/u.test(all.slice(0, all.search(/以上|至|到|-|—|–|~|～/u))) ? undefined : ub));
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (low !== null && high !== null && low < high)
      found.push({ low, high, text: all, tier: /档|阶次|等次|裁量|基准/u.test(before) });
  }
  if (found.length > 0) return found;
  for (const match of text.matchAll(upTo)) {
    if (!/以下|最高|不超过|上限/u.test(match[0])) continue;
    const high = yuan(match[1] ?? match[3], match[2] ?? match[4]);
    if (high !== null) found.push({ low: 0, high, text: match[0], tier: false });
  }
  return found;
}

/** What a fine counted in times of a sum may be: 货值金额五倍以上十倍以下. */
function timesOf(context: RuleContext): Range[] {
  const base = context.facts.amounts.find(
    ({ at, fen }) => fen !== null && timesBase.test(clauseOf(context, at).before),
  );
  return statementsOf(context).flatMap(({ text }) => {
    const match = timesRange.exec(text);
    const low = readCount(match?.[1] ?? '');
    const high = readCount(match?.[2] ?? '');
    if (!match || low === null || high === null || typeof base?.fen !== 'number') return [];
    return [{ low: (base.fen / 100) * low, high: (base.fen / 100) * high, text: match[0], tier: false }];
  });
}

/** A share of a sum: 工程造价百分之五以上百分之十以下. */
function sharesOf(context: RuleContext): Range[] {
  const base = context.facts.amounts.find(
    ({ at, fen }) => fen !== null && timesBase.test(clauseOf(context, at).before),
  );
  if (typeof base?.fen !== 'number') return [];
  const yuanBase = base.fen / 100;
  return statementsOf(context).flatMap(({ text }) => {
    const match = shareRange.exec(text);
    const low = readCount(match?.[1] ?? match?.[2] ?? '');
    const high = readCount(match?.[3] ?? match?.[4] ?? '');
    if (!match || low === null || high === null) return [];
    return [{ low: (yuanBase * low) / 100, high: (yuanBase * high) / 100, text: match[0], tier: false }];
  });
}

const mitigated = /减轻|低于法定|从轻减轻|经批准|集体讨论[^，。；]{0,10}减/u;
const notMitigated = /(?:未|没有|无|不)[^，。；]{0,12}减轻/u;

const fineRange: Rule = {
  id: 'enf-fine-range',
  title: '罚款超出法定幅度或裁量档次',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '罚款必须在所依据条款的幅度以内；擅自改变处罚幅度的要追究责任，低于下限的须有减轻处罚的法定事由。',
  basis: [
    { law: penalties, article: '76' },
    { law: penalties, article: '5' },
    { law: penalties, article: '32' },
  ],
  advice: '按所引条款和裁量基准重新核算；低于下限的写明减轻处罚的法定情形和证据。',
  traps: ['写明法定减轻事由的，可以低于下限。', '对单位和个人幅度不同的，要对号入座。'],
  check: (context) => {
    const statements = statementsOf(context);
    const legal = [...statements.flatMap(rangesIn), ...timesOf(context), ...sharesOf(context)];
    if (legal.length === 0) return [];
    const fines = finesOf(context).filter(({ at }) => !insideRange(context, at));
    const lower = statements.some(({ text }) => mitigated.test(text) && !notMitigated.test(text));
    const general = legal.filter(({ tier }) => !tier);
    const bounds = general.length > 0 ? general : legal;
    const high = Math.max(...bounds.map((range) => range.high));
    const low = Math.min(...bounds.map((range) => range.low));
    const tiers = legal.filter(({ tier }) => tier);
    return fines
      .flatMap(({ at, text, fen }): Hit[] => {
        const sum = fen / 100;
        const shown = quoted(bounds.map((range) => range.text).join('、'));
        if (sum > high) return [{ at, message: `罚款${quoted(text)}，高于幅度${shown}的上限。` }];
        if (sum < low && !lower)
          return [{ at, message: `罚款${quoted(text)}，低于幅度${shown}的下限，没有写明减轻处罚的理由。` }];
        const [tier] = tiers;
        if (
          tiers.length === 1 &&
          tier &&
          (sum < tier.low || sum > tier.high) &&
          !lower &&
          !/理由|说明/u.test(statements.map((each) => each.text).join(''))
        )
          return [{ at, message: `罚款${quoted(text)}，不在所适用的档次${quoted(tier.text)}以内，没有说明理由。` }];
        return [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '上位法1-5万元，罚款8万元。', quote: '8万元', says: '高于' },
      { text: '依据该条例第三十条“处一万元以上五万元以下罚款”，本局决定罚款五千元。', says: '低于' },
      { text: '法定最高罚款一万元，本局决定罚款一万五千元。', quote: '一万五千元' },
      { text: '| 依据 | 可处五千元以下罚款 |\n| --- | --- |\n| 决定 | 罚款八千元 |', says: '高于' },
      { text: '货值金额2万元，法定处五倍以上十倍以下罚款，决定罚款30万元。', says: '高于' },
      { text: '依照办法应处1万元以上10万元以下罚款，适用第二档（3万元以上5万元以下），决定罚款7万元。', says: '档次' },
    ],
    nearMisses: [
      { text: '上位法1-5万元，罚款3万元，基准第二档。' },
      { text: '法定幅度为一万元以上五万元以下，当事人主动消除危害后果，依法减轻处罚，罚款五千元。' },
      { text: '处二千元以上二万元以下罚款，决定罚款２万元。' },
    ],
  },
};

/** A sum that is an end of a range itself. */
function insideRange(context: RuleContext, at: Fine['at']): boolean {
  const { before, after } = clauseOf(context, at);
  return (
    /(?:以上|至|到|-|—|~)\s*$/u.test(before) ||
    /^\s*(?:以[上下]|至|到|-|—|~)/u.test(after) ||
    (/(?:处|可处|最高|不超过|上限)[^，。；]{0,4}$/u.test(before) && /^\s*以下/u.test(after))
  );
}

const oneAct =
  /同一(?:个|处|[日天时]|违法|行为|当事人|[^，。；]{0,12}行为)|该(?:违法)?行为|上述行为|此行为|同一(?:块|辆|车|批|起|件|场|张|户|家)|一(?:个|次)(?:违法)?行为|同(?:日|天)|同一时间|一事/u;
const twice =
  /分别|再(?:处|罚|行|予|给予)|各(?:处|罚)|两(?:次|份|部|个)|二次|两次以上|再次|又|另(?:行|外|处|案)?|重复|先后|先由|合计|叠加|并处罚款/u;
const notTwice =
  /再次违法|新的?(?:违法)?行为|按日(?:连续)?|加处|两(?:个|项|种|起)(?:不同的?)?(?:违法)?行为|不同(?:的)?(?:违法)?行为|(?:择一|从一|按照?)[^，。；]{0,12}(?:数额)?(?:较)?高|不得(?:给予|再|重复|两次|作出|处|以|对)|逾期(?:未|不)改|拒不改正|合并(?:为|成|作|处理)|罚款数额高的规定|另一(?:违法)?行为/u;
const fined = /罚款|罚/gu;

/** From the day on, so many characters of two decisions agree: the day, the place and the act. */
const likeness = 16;

const partyNamed = /(?:当事人|被处罚人)[:：]?([^，。；]{2,24})/u;

/** Two decisions of different numbers that fine one party for what was done on one day in one place. */
function sameAgain(context: RuleContext, fines: readonly Fine[]): Hit[] {
  const { paragraphs, indexOf, text: whole } = readingOf(context.document);
  const told = fines.flatMap(({ at, text }) => {
    const line = `${rowBefore(context, at.block)} ${paragraphs[indexOf.get(at.block) ?? -1]?.text ?? ''}`;
    const number = /[〔[（(]\d{4}[〕\]）)]\s*第?\d+\s*号/u.exec(line)?.[0];
    const party = (partyNamed.exec(line) ?? partyNamed.exec(whole))?.[1];
    const act = /\d{4}年\d{1,2}月\d{1,2}日.*/u.exec(line)?.[0].slice(0, likeness);
    return number !== undefined && party !== undefined && act?.length === likeness
      ? [{ at, text, number, key: `${party}|${act}` }]
      : [];
  });
  const [first, second] = told.flatMap((one, at) => {
    const other = told.slice(at + 1).find(({ key, number }) => key === one.key && number !== one.number);
    return other ? [one, other] : [];
  });
  return first && second
    ? [
        {
          at: second.at,
          related: [first.at],
          message: `两份决定对同一行为罚款${quoted(first.text)}和${quoted(second.text)}。`,
        },
      ]
    : [];
}

const doubleFine: Rule = {
  id: 'enf-double-fine',
  title: '同一违法行为两次罚款',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '对同一个违法行为不得给予两次以上罚款；同时违反多个规范的，按照罚款数额高的规定处罚。',
  basis: [{ law: penalties, article: '29' }],
  advice: '合并为一次罚款，适用罚款数额高的规定；另一份决定撤销。',
  traps: ['罚款并处没收、吊销，不是两次罚款。', '加处罚款、按日连续处罚、改正后再犯，不在此列。'],
  check: (context) => {
    const statements = statementsOf(context);
    const all = statements.map(({ text }) => text).join('');
    const fines = finesOf(context);
    if (notTwice.test(all) && !/(?:未|没有)[^，。；]{0,4}(?:合并|择一|按)/u.test(all)) return [];
    const repeated = sameAgain(context, fines);
    if (repeated.length > 0) return repeated;
    const same = oneAct.test(all);
    const cited = new Set(context.facts.citations.map(({ title }) => title));
    const acts = all.match(/行为/gu)?.length ?? 0;
    const twoLaws = cited.size >= 2 || /两部|多部|两个(?:条例|法律|规定)/u.test(all);
    const [, second] = fines;
    if (second && twice.test(all) && (same || (twoLaws && acts <= 1)))
      return [
        {
          at: second.at,
          related: [fines[0]?.at ?? second.at],
          message: `对同一行为罚款${fines.map(({ text }) => quoted(text)).join('和')}。`,
        },
      ];
    return eachPlace(
      context,
      /(?:同一|该|一个)[^。；]{0,30}(?:两次|二次|两份|再次|又|重复|分别|先后|两项|各)[^。；]{0,16}罚/u,
      ([words], { text }) =>
        notTwice.test(text) || (text.match(fined)?.length ?? 0) === 0
          ? null
          : { message: `同一行为不止一次罚款：${quoted(words)}。` },
    ).slice(0, 1);
  },
  examples: {
    hits: [
      {
        text: '| 文号 | 事实 | 罚款 |\n| 松城罚〔2026〕3号 | 2026年4月2日在河滨路倾倒渣土一车 | 2000元 |\n| 松城罚〔2026〕9号 | 2026年4月2日在河滨路倾倒渣土一车 | 4000元 |\n当事人：松阳运输公司',
        says: '两份决定',
      },
      { text: '对同一挖掘行为，已罚款五千元，依据绿化条例再处罚款二千元，一并缴纳。' },
      { text: '同一处占道经营行为，依照两部条例分别罚款500元和300元。', says: '同一行为' },
      { text: '对松柏公司同一倾倒行为，城管局罚款一万元，生态环境分局又罚款二万元。', quote: '二万元' },
      { text: '该行为违反《某市市容条例》罚款五百元，违反《某市道路条例》另处罚款三百元。' },
      {
        text: '城罚〔2026〕7号：当事人松柏餐馆，2026年4月2日在北门巷12号倾倒油污，罚款二千元。\n环罚〔2026〕3号：当事人松柏餐馆，2026年4月2日在北门巷12号倾倒油污，罚款三千元。',
        says: '两份决定',
      },
      { text: '就同一违法搭建行为先后下达两份处罚决定，重复罚款。' },
    ],
    nearMisses: [
      { text: '罚款并没收。' },
      { text: '对占道经营行为罚款五百元，对乱倒垃圾行为罚款三百元，两个违法行为合并执行。' },
      { text: '罚款一千元，逾期不缴的每日按百分之三加处罚款。' },
      { text: '该行为同时违反两部条例，按照罚款数额高的规定罚款五百元。' },
    ],
  },
};

const reasons = pattern('裁量|基准|情节|从轻|从重|减轻|社会危害|危害后果|档|过罚相当|综合考虑|违法程度');
const discretionSubject =
  '裁量(?:理由|依据|基准|说明|因素|情节)?|(?:处罚|罚款)(?:的)?(?:理由|幅度(?:的)?理由|轻重)|情节(?:说明|认定|轻重)?|基准|(?:处罚|裁量|违法)?档次';
const decidesFine = /(?:决定|处罚|处以?|仅|只)[^。；]{0,40}(?:罚款|罚)[^。；]{0,10}元|决定书[^。；]{0,20}罚款/u;

/** A fine that is imposed in the same breath with who approved it, how it is paid or the range of the statute. */
const imposes =
  /(?:决定|给予|处以?|作出|对(?:你|其|当事人|该)[^，。；]{0,8})[^。；]{0,14}罚款[^。；]{0,14}元|罚款[^。；]{0,14}元的(?:行政)?处罚/u;
const inOneBreath =
  /(?:经|报)[^，。；]{0,10}(?:审批|批准|同意|研究)|(?:银行|[日天]内)[^。；]{0,10}缴|缴[^，。；]{0,8}银行|以上[^。；]{0,14}以下/u;
const notImposed = /不予|拟|告知|责令|加处|当场|建议|催告|按照?[^，。；]{0,8}(?:档|基准)|合并|同一|法定幅度/u;

/** 依据该条例，决定：（一）罚款五千元. */
const listedFine = /(?:依据|根据|依照)[^。；]{0,40}决定(?:如下)?:[^。；]{0,10}罚款[^。；]{0,14}元/u;

function imposedAt(context: RuleContext): Span | null {
  for (const statement of statementsOf(context)) {
    const { text } = statement;
    if (!inOneBreath.test(text) || notImposed.test(text)) continue;
    // 处二千元以上二万元以下罚款 is the statute's own fine.
    const match = imposes.exec(
      text.replace(/处[^，。；]{0,14}以上[^，。；]{0,14}以下的?罚款/gu, (range) => '·'.repeat(range.length)),
    );
    if (match) return spanOf(statement, match);
  }
  return null;
}

/** A fine of one sum leaves nothing to weigh. */
const fixedFine = pattern('固定(?:金额|数额|的|\\d)|(?:不存在|没有|无)裁量(?:幅度|余地|空间)');

const discretion: Rule = {
  id: 'enf-discretion',
  title: '没有说明裁量的理由',
  severity: 'medium',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '处罚应当与事实、性质、情节和危害程度相当，并按公布的裁量基准行使裁量权；只写数额看不出轻重的理由。',
  basis: [
    { law: penalties, article: '34' },
    { law: penalties, article: '5' },
  ],
  advice: '写明适用的裁量基准及档次、当事人的情节，以及从轻、从重或者减轻的理由。',
  traps: ['法律规定固定数额、没有裁量余地的，不必说明。', '当场处罚用预定格式，不在此列。'],
  check: lacking({
    subject: discretionSubject,
    unless: /情节(?:严重|轻微|复杂|较轻|一般)/u,
    when: (context) =>
      !isSpot(context) &&
      (mentions(context, pattern('罚|处罚')) || paperOf(context) === 'decision') &&
      !mentions(context, fixedFine),
    due: (context) => {
      const paper = paperOf(context);
      if (paper === 'urge' || paper === 'notice' || paper === 'record') return null;
      const place = firstPlace(context, decidesFine, /以[上下]|幅度|不予|拟|告知|责令|加处|当场/u);
      const bare = place && /仅|只/u.test(statementAround(context, place)?.text ?? '');
      const imposed = imposedAt(context) ?? firstPlace(context, listedFine, notImposed);
      if (imposed !== null) return imposed;
      return place &&
        (bare ||
          paper === 'decision' ||
          statementsOf(context).some(({ text }) => /决定书|现决定|(?:决定|处罚)理由/u.test(text)))
        ? place
        : null;
    },
    present: reasons,
    message: (words) => `没有说明裁量理由：${words}。`,
    silent: (words) => `${words}，全文没有提到情节或者裁量基准。`,
  }),
  examples: {
    hits: [
      { text: '经领导同意，给予罚款六千元的处罚，限十五日内到银行缴纳。' },
      { text: '仅写罚款3万元。', says: '没有提到情节' },
      { text: '行政处罚决定书\n当事人松柏公司违反《某市市容条例》第十条，本局决定罚款三万元。', says: '裁量基准' },
      { text: '处罚决定书没有说明裁量理由，也未引用裁量基准。' },
      { text: '罚款数额五万元，决定书中未写明从重的情节和基准依据。', says: '没有说明' },
    ],
    nearMisses: [
      { text: '依据基准第二档，情节一般，罚款3万元。' },
      { text: '行政处罚决定书\n当事人系初次违法，情节较轻，对照裁量基准决定罚款五千元。' },
      { text: '当场行政处罚决定书\n决定罚款五十元。' },
    ],
  },
};

export const fineRules: readonly Rule[] = [fineRange, doubleFine, discretion];
