/** By what law an act is punished: the law of its time, or the milder one since (行政处罚法 article 37). */
import { quoted } from '../../builders.ts';
import { dayNumber } from '../../../facts/dates.ts';
import type { DateFact } from '../../../facts/facts.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { clauseOf, inBody, rowBefore } from '../../around.ts';
import { eachPlace, labelled, statementAround, statementsOf } from './case-file.ts';

const law = '行政处罚法';

const inForce = /施行|实施|生效|起执行|颁布|公布|修订|修正|出台|新(?:的)?(?:条例|办法|规定|法|细则)/u;
const acted =
  /行为|发生|违规|排水|擅自|堆放|设置|实施(?!的|后|前|日期)|违法|倾倒|搭建|销售|占道|经营|排放|作出(?!决定)/u;
const ended = /废止|失效|停止执行|被替代/u;
const applied = /依(?:新|修订|该|此)|依据|根据|依照|适用|按照?|处罚|引用/u;
const favourable =
  /(?:新|旧)?(?:法|条例|规定|办法)?[^，。；]{0,8}(?:较轻|更轻|从轻|有利|幅度相同|一致|未变|没有变化|不认为(?:是)?违法)|从旧兼从轻|当时有效|当时施行|行为时(?:有效|施行)?的?(?:规定|条例|法律|办法)|旧条例|原条例|修订前的/u;
const monthIndex = ({ year, month }: DateFact): number => (year ?? 0) * 12 + (month ?? 0);

/** A date counted in days where the day is told, else at the edge of its month that makes no false alarm. */
function dayOf({ year, month, day }: DateFact, edge: 'first' | 'last'): number {
  return dayNumber(year ?? 0, month ?? 0, day ?? (edge === 'first' ? 1 : 28)) ?? 0;
}

/** The most that the statements matched by `which` let one be fined, in fen. */
function mostFined(context: RuleContext, which: RegExp): number {
  return Math.max(
    0,
    ...inBody(context, context.facts.amounts).flatMap(({ at, fen }) => {
      const statement = statementAround(context, at);
      const words = statement ? labelled(context, statement) : '';
      return fen !== null && /罚款|以[上下]/u.test(words) && which.test(words) ? [fen] : [];
    }),
  );
}

/** Whether the text itself gives the new provision the higher fine. */
function heavierNow(context: RuleContext): boolean {
  const old = mostFined(context, /^(?!.*新).*(?:旧|原|行为时|当时|修订前)/u);
  return old > 0 && mostFined(context, /^(?!.*(?:旧|原|当时)).*(?:新|施行|修订后)/u) > old;
}

const oldApplied =
  /(?:仍)?(?:依据|根据|适用|按照?|依照|依)(?:修订前的?|修改前的?|原|旧)(?:条例|办法|规定|法|细则|标准)[^。；]{0,24}(?:罚款|处罚|决定)/u;

/** Whether the text gives the new provision the lower fine, clause by clause. */
function milderNow(context: RuleContext): boolean {
  const most = (which: RegExp): number =>
    Math.max(
      0,
      ...inBody(context, context.facts.amounts).flatMap(({ at, fen }) =>
        fen !== null && which.test(clauseOf(context, at).text) ? [fen] : [],
      ),
    );
  const now = most(/^(?!.*(?:原|旧)).*新/u);
  return now > 0 && now < most(/^(?!.*(?:新|决定|本机关|本局)).*(?:原|旧|修订前)/u);
}

const lawTime: Rule = {
  id: 'enf-law-time',
  title: '适用了行为之后才施行的规定',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '处罚适用行为发生时的规定；作出决定时新规定处罚较轻或者不认为违法的，才适用新规定。',
  basis: [{ law, article: '37' }],
  advice: '核对行为日、决定日与所引规定的施行和废止日期，按从旧兼从轻选择，并在决定书中说明。',
  traps: ['新规定处罚较轻的，应当适用新规定。', '行为持续到新规定施行以后的，要看终了日。'],
  check: (context) => {
    const sentences = statementsOf(context);
    const all = sentences.map(({ text }) => text).join('');
    const dates = inBody(context, context.facts.dates).filter(({ year, month }) => year !== null && month !== null);
    const near = ({ at }: DateFact): { before: string; after: string } => {
      const { before, after } = clauseOf(context, at);
      return { before: before.slice(-16), after: after.slice(0, 16) };
    };
    const used = dates.filter((date) => {
      const { before, after } = near(date);
      const done = /^\s*(?:实施|发生)[^，。；]{0,12}行为/u.test(after);
      return (
        (inForce.test(after) && !done) ||
        /(?:施行|实施|生效)(?:日期|时间)?(?:为|是|于|:)?\s*$/u.test(before) ||
        /(?:施行|实施|生效)(?:日期|时间|日)?$/u.test(rowBefore(context, date.at.block))
      );
    });
    const acts = dates.filter(
      (date) =>
        !used.includes(date) &&
        acted.test(`${rowBefore(context, date.at.block)}|${near(date).before}|${near(date).after}`) &&
        !/决定|立案|查获|发现|出生/u.test(near(date).after.slice(0, 8)),
    );
    const lasting = /持续|至今|仍在|连续|继续状态|跨越/u.test(all);
    const good =
      favourable.test(all) &&
      !heavierNow(context) &&
      !/(?:未|没有|不)[^，。；]{0,6}(?:适用|考虑|按)[^，。；]{0,8}(?:旧|行为时|当时|较轻)|更重|较重|加重|高于/u.test(
        all,
      );
    const asOfAct =
      /(?<![未没不])(?:适用|依据|按照?)[^，。；]{0,6}行为(?:发生)?时[^，。；]{0,4}(?:原|旧|的)?(?:规定|条例|办法|法律)/u.test(
        all,
      );
    if (asOfAct && !/(?:未|没有)[^，。；]{0,6}(?:适用|依据)/u.test(all)) return [];
    const later = used.find((date) =>
      acts.some((act) => monthIndex(act) <= monthIndex(date) && dayOf(act, 'last') < dayOf(date, 'first')),
    );
    const [act] = acts;
    if (later && act && applied.test(all) && !good)
      return [
        {
          at: later.at,
          related: [act.at],
          message: `行为在${quoted(act.text)}，所依据的规定${quoted(later.text)}才施行。${lasting ? '行为如持续到施行之后，应当说明终了日。' : ''}`,
          ...(lasting ? ({ severity: 'notice', nature: 'risk' } as const) : {}),
        },
      ];
    const retroactive = eachPlace(
      context,
      /(?:行为|违法)[^。；]{0,30}(?:新法|新条例|新规(?:定)?|新办法|修订后|修改后)[^，。；]{0,8}(?:施行|实施|生效)?(?:之)?前[^。；]{0,40}(?:适用|依据|按照?|依照)[^。；]{0,12}(?:新|修订后|修改后)|(?:适用|依据|按照?|依照)[^。；]{0,12}(?:新|修订后|修改后)[^。；]{0,30}(?:追溯|行为[^。；]{0,20}(?:之)?前)|(?:依据|适用|按照?|仍用|引用)[^。；]{0,16}已(?:经)?(?:废止|失效)|(?:已(?:经)?|被)(?:废止|失效)[^。；]{0,30}(?:仍|还|继续)[^。；]{0,8}(?:适用|依据|按|引用|据此)/u,
      ([words], { text }) =>
        good || /不得|不应/u.test(text) ? null : { message: `适用规定的时间不对：${quoted(words)}。` },
    );
    if (retroactive.length > 0) return retroactive.slice(0, 1);
    const milder = milderNow(context) || /不再[^，。；]{0,10}违法|(?:新|修订)[^。；]{0,20}(?:较轻|更轻)/u.test(all);
    const outdated = milder
      ? eachPlace(context, oldApplied, ([words], { text }) =>
          /不再适用|未适用|不得/u.test(text) ? null : { message: `新规定处罚较轻或不再处罚，仍${quoted(words)}。` },
        )
      : [];
    if (outdated.length > 0) return outdated.slice(0, 1);
    const stale = eachPlace(context, ended, ([words], { text }) =>
      applied.test(text) &&
      /仍|较轻|更轻|不认为/u.test(all) &&
      /新/u.test(all) &&
      !/不再适用|未适用/u.test(text) &&
      /仍|继续/u.test(all)
        ? { message: `所依据的规定在决定时${quoted(words)}，新规定处罚较轻的应当适用新规定。` }
        : null,
    );
    return stale.slice(0, 1);
  },
  examples: {
    hits: [
      { text: '行为发生于2025年12月，依据2026年3月施行且罚款更高的新条例处罚。', quote: '2026年3月' },
      {
        text: '当事人2026年1月8日倾倒垃圾。\n依据《某市市容条例》（2026年5月1日起施行）第十条，决定罚款三万元。',
        says: '才施行',
      },
      { text: '违法行为发生在新办法施行之前，决定书却依据新办法从重处罚。' },
      {
        text: '新条例处三百元以下罚款，原条例处二千元以下罚款。本局2026年6月9日依据原条例第九条决定罚款一千元。',
        says: '较轻',
      },
      { text: '旧条例已于2026年1月废止，新条例处罚较轻，本局仍依据旧条例罚款五万元。' },
    ],
    nearMisses: [
      { text: '行为发生于2025年12月，决定适用当时有效的条例，新条例幅度相同。' },
      { text: '行为发生于2025年12月，2026年3月施行的新条例处罚较轻，依法适用新条例。' },
      { text: '当事人2026年6月2日违法搭建，依据2026年1月1日起施行的条例罚款五千元。' },
    ],
  },
};

export const lawTimeRules: readonly Rule[] = [lawTime];
