/** Terms that reach too far: renewals fixed in advance, and temporary buildings let beyond their approval. */
import { daysBetween } from '../../../facts/dates.ts';
import type { Duration } from '../../../facts/facts.ts';
import { readCount } from '../../../facts/number.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { mentions, places, quoted } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const automatic = pattern(
  '(?:自动|无条件|当然|自然|直接|必须|应当|须)[^。；，\\n]{0,8}(?:续租|续期|续签|续约|续展|延续|延长|顺延|展期|延期|生效|开始|启动|起算|进入|转入)|视为[^。；，\\n]{0,8}(?:续租|续期|续签|续约)|(?:续租|续期|续约)[^。；\\n]{0,16}自动(?:生效|履行|开始)|(?:无需|无须|不再|不必)[^。；，\\n]{0,10}(?:另行|重新)?(?:签订|签署|协商)[^。；\\n]{0,16}(?:续租|续期|延续|继续)',
);
const negotiated = /协商续|另行协商|重新签订|优先(?:续|承租)|可以?申请|不得自动|不(?:再)?自动|双方同意后|书面同意后/u;
const noNewContract = /(?:无需|无须|不再|不必|不需)[^，。；]{0,10}(?:签订|签署|协商)/gu;
const renewing = /续|延|展期|再租|第二(?:期|段|阶段)|后\s*\d+\s*年/u;
const leasing = /租期|租赁期|租赁|承租|出租|首期|第一(?:期|段|阶段)|期限|合同期/u;

function yearsOf({ unit, amount }: Duration): number | null {
  if (unit === 'year') return amount;
  return unit === 'month' ? amount / 12 : null;
}

/** 自动顺延15年: the length of what is added, though the clause names the term that ends. */
const renewed = /(?:续[租期签约展]?|顺延|延续|延长|展期|延期|延展)[^，。；]{0,4}$/u;
const ordinalTerm = /^(?:年)?(?:为|是|作为|系)?第[一二三四五](?:个)?(?:租赁)?(?:租期|期|阶段)/u;

/** 前二十年为第一租期，后二十年为第二租期: the terms that are numbered, in years together. */
function numberedTerms(context: RuleContext): Hit[] {
  const terms = inBody(context, context.facts.durations).flatMap((duration) => {
    const years = yearsOf(duration);
    return years !== null && ordinalTerm.test(clauseOf(context, duration.at).after) ? [{ duration, years }] : [];
  });
  const total = terms.reduce((sum, { years }) => sum + years, 0);
  const last = terms.at(-1);
  if (!last || terms.length < 2 || total <= 20) return [];
  return [{ at: last.duration.at, message: `一次约定了${terms.length}个租期，合计 ${total} 年，超过二十年。` }];
}

/** The length of the lease itself in years: as stated, else between its first and last day; null when neither stands. */
function ownYears(context: RuleContext): number | null {
  const stated = inBody(context, context.facts.durations).flatMap((duration) => {
    const years = yearsOf(duration);
    const clause = clauseOf(context, duration.at);
    return years !== null && leasing.test(clause.before) && !renewing.test(clause.before) ? [years] : [];
  });
  if (stated.length > 0) return Math.max(...stated);
  const dates = inBody(context, context.facts.dates);
  const spans = dates.flatMap((from, at) => {
    const to = dates[at + 1];
    if (!to || from.iso === null || to.iso === null || to.at.block !== from.at.block) return [];
    return /租/u.test(sentenceOf(context, from.at).text) ? [daysBetween(from.iso, to.iso) / 365.25] : [];
  });
  return spans.length > 0 ? Math.round(Math.max(...spans)) : null;
}

const times = new RegExp(
  '(?:续[租期约签展]?|连续|自动)[^。；，]{0,4}([两二三四五六七八九十\\d]{1,2})次|([两二三四五六七八九十\\d]{1,2})次[^。；，]{0,6}续',
  'u',
);

/** Renewals fixed in advance that take the lease beyond twenty years. */
function renewals(context: RuleContext): Hit[] {
  return places(context, automatic).flatMap(({ at, match, sentence, sentenceFrom }): Hit[] => {
    if (negotiated.test(sentence.replace(noNewContract, '')) || !/租|期满|届满|到期/u.test(sentence)) return [];
    const own = ownYears(context);
    const inSentence = inBody(context, context.facts.durations).filter(
      (duration) =>
        duration.at.block === at.block &&
        duration.at.from >= match.from - 24 &&
        duration.at.to <= sentenceFrom + sentence.length &&
        (renewed.test(clauseOf(context, duration.at).before) ||
          !leasing.test(clauseOf(context, duration.at).before.replace(/续租|续期/gu, ''))),
    );
    const repeated = times.exec(sentence);
    const rounds = repeated ? (readCount(repeated[1] ?? repeated[2] ?? '') ?? 1) : 1;
    const each = inSentence.map(yearsOf).find((years) => years !== null) ?? null;
    const endless = /次数不限|不限次|无限|一直|长期|永久|循环|以此类推/u.test(sentence);
    const same =
      each === null &&
      own !== null &&
      /同等期限|相同(?:的)?期限|原(?:租)?(?:期限?|租期)|同样(?:的)?期限/u.test(sentence);
    const further = each !== null ? each * rounds : same ? (own ?? 0) * rounds : null;
    if (endless) return [{ at, message: `约定${quoted(match.text)}且不限次数，总租期可能超过二十年。` }];
    if (further === null) {
      if (own === null || own < 20) return [];
      return [{ at, message: `原租期 ${own} 年，又约定${quoted(match.text)}，总租期超过二十年。` }];
    }
    const total = (own ?? 0) + further;
    if (total <= 20) return [];
    return [
      {
        at,
        message: `原租期${own === null ? '未写明' : ` ${own} 年`}，又预定${quoted(match.text)} ${further} 年，合计超过二十年。`,
      },
    ];
  });
}

const renew: Rule = {
  id: 'lease-renew-20y',
  title: '预先锁定续租使租期超过二十年',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['lease', 'cooperation', 'investment', 'land', 'administrative'],
  why: '租期届满可以续订，但续订的期限自续订之日起算且不得超过二十年；签约时就约定到期自动续租，等于一次锁定更长的租期。',
  basis: [{ law: '民法典', article: '705' }],
  advice: '删去自动续租，改为期满前由双方协商续订，或者约定同等条件下的优先承租权。',
  traps: ['期满协商续租、优先承租不是预先锁定。', '原租期与续租期合计不超过二十年的不在此列。'],
  check: (context) => {
    const numbered = mentions(context, automatic) ? numberedTerms(context) : [];
    return numbered.length > 0 ? numbered : renewals(context);
  },
  examples: {
    hits: [
      { text: '租期20年，期满自动续租20年。', quote: '自动续租', says: '20 年' },
      { text: '第三条 租赁期限十五年。\n第四条 租期届满，本合同自动延续十年，租金标准不变。', quote: '自动延续' },
      { text: '租赁期限自2026年1月1日至2045年12月31日，到期后无条件续租10年。', says: '合计超过二十年' },
      { text: '租赁期限16年；期限届满后自动顺延10年，甲方不得拒绝。', says: '合计超过二十年' },
      { text: '前十五年为第一租期，后十五年为第二租期，期满第二租期自动开始。', says: '合计 30 年' },
      { text: '租期8年，届满自动续租两次，每次八年。', says: '16 年' },
    ],
    nearMisses: [
      { text: '租期20年，期满由双方协商续租。' },
      { text: '租期5年，期满双方无异议的自动续租3年。' },
      { text: '租期二十年，期满同等条件下乙方优先承租。' },
      { text: '租赁期限十年，期满合同自动终止，不自动续租。' },
    ],
  },
};

const temporary = pattern(
  '临时(?:建筑|建设|板房|用房|构筑|搭建|房屋|仓库|厂房|商铺|设施|工棚|摊棚)|临建|板房|简易房|彩钢房|工棚',
);
type Term = 'approved' | 'lease';
const terms: Names<Term> = [
  ['approved', /批准|批复|核准|许可|审批|核定|准予|规划部门|有效期|(?:临时建筑|临建|板房)?使用(?:期限|年限|期|时间)/u],
  ['lease', /租期|租赁期限?|租赁|出租|承租|租用|租给|转租/u],
];

const temporaryBuilding: Rule = {
  id: 'lease-temp',
  title: '租期超过临时建筑的批准使用期',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['lease'],
  why: '租赁期限超过临时建筑使用期限的，超过部分无效；一审法庭辩论终结前获准延长的除外。',
  basis: [{ law: '最高人民法院关于审理城镇房屋租赁合同纠纷案件具体应用法律若干问题的解释', article: '3' }],
  advice: '把租期缩短到批准使用期之内，并约定到期未获延期批准的，合同终止、双方互不追究。',
  traps: ['只写租期、没有写批准使用期的，无从比较。', '已获批准延期的，按延长后的期限比较。'],
  check: (context): Hit[] => {
    if (!mentions(context, temporary)) return [];
    const lengths = inBody(context, context.facts.durations)
      .filter(({ sense, unit }) => sense !== 'within' && unit !== 'hour' && unit !== 'working-day')
      .map((duration) => ({ duration, name: nameOf(context, duration.at, terms) }));
    const approved = lengths.findLast(({ name }) => name === 'approved')?.duration;
    const lease = lengths.find(
      ({ name, duration }) => name === 'lease' && !/免租|押金|提前|逾期/u.test(clauseOf(context, duration.at).text),
    )?.duration;
    if (approved && lease && lease.days > approved.days) {
      const at = lease.at;
      return [{ at, related: [approved.at], message: `临时建筑批准使用 ${approved.text}，租期为 ${lease.text}。` }];
    }
    const ends = inBody(context, context.facts.dates)
      .filter(({ iso }) => iso !== null)
      .map((date) => ({ date, name: nameOf(context, date.at, terms) }));
    const allowed = ends.findLast(({ name }) => name === 'approved')?.date;
    const last = ends.findLast(({ name }) => name === 'lease')?.date;
    if (!allowed?.iso || !last?.iso || last.iso <= allowed.iso) return [];
    return [
      {
        at: last.at,
        related: [allowed.at],
        message: `临时建筑批准使用至 ${allowed.iso}，租期至 ${last.iso}，超过 ${daysBetween(allowed.iso, last.iso)} 日。`,
      },
    ];
  },
  examples: {
    hits: [
      { text: '临时板房经批准使用2年，租期5年。', quote: '5年', says: '批准使用 2年' },
      {
        text: '第一条 甲方将临时建筑出租给乙方。\n第二条 该建筑规划部门核定的使用期限为二十四个月。\n第三条 租赁期限为三年。',
        quote: '三年',
      },
      {
        text: '临建商铺批准使用至2027年6月30日，租赁期限自2026年1月1日至2028年12月31日。',
        quote: '2028年12月31日',
        says: '2027-06-30',
      },
    ],
    nearMisses: [
      { text: '临时板房租期1年。' },
      { text: '临时建筑批准使用期限两年，租期十八个月。' },
      { text: '商铺装修保修使用2年，租期5年。' },
      { text: '临建仓库批准使用至2028年12月31日，租期自2026年1月1日至2027年12月31日。' },
    ],
  },
};

export const leaseRenewals: readonly Rule[] = [renew, temporaryBuilding];
