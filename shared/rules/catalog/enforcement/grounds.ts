/** Whether and by what law an act is punished: age, exemption, the law of its time, correction (行政处罚法 articles 28 to 37). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readCount } from '../../../facts/number.ts';
import { dayNumber } from '../../../facts/dates.ts';
import type { DateFact } from '../../../facts/facts.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import type { Span } from '../../../document/model.ts';
import { clauseOf, inBody, rowBefore } from '../../around.ts';
import {
  eachPlace,
  firstPlace,
  isSpot,
  labelled,
  lacking,
  spanOf,
  statementAround,
  statementsOf,
} from './case-file.ts';

const law = '行政处罚法';

const aged = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周?岁)/gu;
const otherPerson =
  /(?:向|对|为|给|接纳|容留|雇佣|雇用|招用|招收|出售|销售|供|顾客|学生|被害|受害|童工|监护人|子女|举报|见证|证人)[^，。；]{0,12}(?:未成年|岁|儿童)|(?:未满|不满|年满|未达|满|以上|以下)[^，。；]{0,4}$/u;
const punished = /罚款|处罚|处以|警告|没收|决定/u;
const spared = /不予(?:行政)?处罚|不再处罚|免予|不处罚|未(?:予)?处罚|监护人(?:加以|严加)?管教|撤销/u;
const softened = /从轻|减轻/u;
const birth = /出生|(?<!发)生于|生日|身份证/u;
const identity = /(?<!\d)[1-9]\d{5}((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/u;
const actWords = /行为|实施|发生|作案|违法|时|查获|发现|摆摊|燃放|经营|损坏|殴打|盗|骑|驾/u;

type Age = Readonly<{ years: number; at: Span; told: string }>;

/** Ages the file tells of the party at the time of the act. */
function toldAges(context: RuleContext): Age[] {
  return statementsOf(context).flatMap((statement) =>
    [...statement.text.matchAll(aged)].flatMap((match) => {
      const years = readCount(match[1] ?? '');
      const before = statement.text.slice(Math.max(0, match.index - 20), match.index);
      const under = /(?:未满|不满|未达|不足|尚未满|未年满)\s*$/u.test(before);
      if (years === null || years > 30) return [];
      if (!under && otherPerson.test(`${before}岁`.slice(0, -1)))
        return /(?:已满|年满)\s*$/u.test(before) &&
          years < 18 &&
          !otherPerson.test(before.replace(/(?:已满|年满)\s*$/u, ''))
          ? [age(years)]
          : [];
      if (/(?:向|对|接纳|雇|招|出售|销售|童工|顾客)[^，。；]{0,14}$/u.test(before)) return [];
      return [age(under ? years - 1 : years)];

      function age(value: number): Age {
        return { years: value, at: spanOf(statement, match), told: `${under ? '不满' : ''}${match[0]}` };
      }
    }),
  );
}

/** Full years on a day: on the birthday itself the year is not yet full (行政处罚法 counts 周岁 from the day after). */
function yearsOn(born: readonly [number, number, number], then: readonly [number, number, number]): number {
  const [year, month, day] = born;
  const reached = then[1] > month || (then[1] === month && then[2] > day);
  return then[0] - year - (reached ? 0 : 1);
}

function computedAge(context: RuleContext): Age[] {
  const dates = inBody(context, context.facts.dates).filter(({ year, month }) => year !== null && month !== null);
  const nearby = ({ at }: DateFact): string => {
    const { before, after } = clauseOf(context, at);
    return `${before.slice(-12)}|${after.slice(0, 12)}`;
  };
  const bornOn = dates.find((date) => birth.test(nearby(date)));
  const number = statementsOf(context).flatMap((statement) => {
    const match = identity.exec(statement.text);
    return match ? [{ match, statement }] : [];
  })[0];
  const born = number
    ? ([Number(number.match[1]), Number(number.match[2]), Number(number.match[3])] as const)
    : bornOn
      ? ([bornOn.year ?? 0, bornOn.month ?? 0, bornOn.day ?? 31] as const)
      : null;
  if (born === null) return [];
  const others = dates.filter((date) => date !== bornOn && (date.year ?? 0) > born[0]);
  const act = others.find((date) => actWords.test(nearby(date))) ?? others[0];
  if (!act) return [];
  const years = yearsOn(born, [act.year ?? 0, act.month ?? 0, act.day ?? 1]);
  const at = number ? spanOf(number.statement, number.match) : (bornOn?.at ?? act.at);
  return years < 18 && years >= 0
    ? [{ years, at, told: `${years}周岁（按出生日期和行为日${quoted(act.text)}计算）` }]
    : [];
}

const minor: Rule = {
  id: 'enf-minor',
  title: '处罚未成年人没有依法免除或从轻',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '不满十四周岁的人有违法行为的不予处罚，责令监护人管教；已满十四不满十八的，应当从轻或者减轻。',
  basis: [{ law, article: '30' }],
  advice: '核对身份证件和行为日；不满十四周岁的撤销处罚改为责令管教，满十四不满十八的写明从轻或者减轻。',
  traps: ['向未成年人售烟售酒等案件里的年龄，不是当事人的年龄。', '周岁生日当天还没有满。'],
  check: (context) => {
    const text = statementsOf(context)
      .map((statement) => statement.text)
      .join('');
    if (!punished.test(text) || (spared.test(text) && !/(?:未|没有)[^，。；]{0,4}不予/u.test(text))) return [];
    const told = toldAges(context);
    const young = (told.length > 0 ? told : computedAge(context)).find(({ years }) => years < 18);
    if (!young) return [];
    if (young.years < 14) return [{ at: young.at, message: `当事人${quoted(young.told)}，不满十四周岁，不应处罚。` }];
    const soft = statementsOf(context).some(
      (statement) =>
        softened.test(statement.text) &&
        !/(?:未(?!满)|没有|无|不(?!满))[^，。；]{0,10}(?:从轻|减轻)/u.test(statement.text),
    );
    return soft
      ? []
      : [
          {
            at: young.at,
            severity: 'medium',
            message: `当事人${quoted(young.told)}，已满十四不满十八周岁，没有写从轻或者减轻。`,
          },
        ];
  },
  examples: {
    hits: [
      { text: '当事人行为时13周岁，决定罚款200元。', says: '不应处罚' },
      { text: '李某（2013年5月6日出生）于2026年3月2日在公园燃放烟花，决定处以警告。', says: '12周岁' },
      { text: '当事人十六周岁，损坏路灯一盏，决定罚款五百元。', says: '没有写从轻' },
      { text: '当事人身份证号330199201209013412，2026年9月1日实施涂污行为，罚款一百元。', says: '13周岁' },
    ],
    nearMisses: [
      { text: '当事人行为时15周岁，决定载明依法减轻处罚。' },
      { text: '当事人13周岁，决定不予行政处罚，责令监护人加以管教。' },
      { text: '当事人向15周岁的学生出售香烟，决定罚款一千元。' },
      { text: '李某1990年5月6日出生，2026年3月2日占道经营，决定罚款二百元。' },
    ],
  },
};

const exempted = /不予(?:行政)?处罚|免[予于除](?:行政)?处罚|不予罚款|不再(?:给予|予以)?(?:行政)?处罚/u;
const exemptReasons = pattern(
  '轻微|及时(?:改正|纠正)|危害后果|首次|初次|首违|(?:没有|无)主观过错|(?:十四|14)周?岁|不能(?:辨认|控制)|精神|智力|追责期限|追诉|(?:超过|逾)[^，。；]{0,4}[二2五5]年|(?:事实|行为)(?:不(?:能)?成立|不存在)|证据不足|不清',
);
const underThirtyThree = /轻微|首次|初次|首违|主观过错/u;

const exempt: Rule = {
  id: 'enf-exempt-reason',
  title: '不予处罚没有写明理由或教育记录',
  severity: 'low',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '不予处罚要有法定情形和相应的事实、证据；依轻微、首违或者无过错不予处罚的，还应当对当事人进行教育。',
  basis: [{ law, article: '33' }],
  advice: '写明属于哪一种不予处罚情形及其证据；适用第三十三条的，附上教育记录或者承诺书。',
  traps: ['违法事实不成立、超过追责期限的，不需要教育记录。'],
  check: (context) => {
    const place = firstPlace(
      context,
      exempted,
      /可以不予|不得不予|应当不予(?!处罚的决定)|是否|建议|告知|申请|的，(?:可以)?不予/u,
    );
    if (place === null) return [];
    const bare = eachPlace(
      context,
      /(?:未|没有|缺少?|无)[^，。；]{0,12}(?:不予处罚的?)?(?:理由|情形|依据|事由|证据|教育)/u,
      ([words], { text }) =>
        /主观过错|危害后果|违法事实/u.test(words) || /听证|复议/u.test(text)
          ? null
          : { message: `不予处罚的说明不全：${quoted(words)}。` },
    );
    if (bare.length > 0) return bare.slice(0, 1);
    if (!mentions(context, exemptReasons)) return [{ at: place, message: '不予处罚，没有写明属于哪种法定情形。' }];
    const thirtyThree = statementsOf(context).some(({ text }) => underThirtyThree.test(text));
    return thirtyThree && !mentions(context, pattern('教育|承诺|约谈|告诫|普法|提醒'))
      ? [{ at: place, message: '不予处罚，没有看到对当事人教育的记录。' }]
      : [];
  },
  examples: {
    hits: [
      { text: '决定书仅写“经研究决定不予行政处罚”。', says: '没有写明' },
      { text: '处理意见：该店为纳税大户，免于处罚。', says: '没有写明' },
      { text: '鉴于当事人违法行为轻微并及时改正，没有造成危害后果，决定不予行政处罚。', says: '教育' },
      { text: '本局对松柏公司占道一案不予处罚，未写明适用的情形和依据。', says: '说明不全' },
    ],
    nearMisses: [
      { text: '首违轻微已改正，附教育记录，决定不予行政处罚。' },
      { text: '经查违法事实不成立，决定不予行政处罚。' },
      { text: '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚。' },
    ],
  },
};

const inForce = /施行|实施|生效|起执行|颁布|公布|修订|修正|出台|新(?:的)?(?:条例|办法|规定|法|细则)/u;
const acted = /行为|发生|实施(?!的|后|前|日期)|违法|倾倒|搭建|销售|占道|经营|排放|作出(?!决定)/u;
const ended = /废止|失效|停止执行|被替代/u;
const applied = /依据|根据|依照|适用|按照?|处罚|引用/u;
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
      return (inForce.test(after) && !done) || /(?:施行|实施|生效)(?:日期|时间)?(?:为|是|于|:)?\s*$/u.test(before);
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

const ongoing =
  /(?:复查|回访|核查)[^，。；]{0,8}仍|仍(?:占|存|堆|摆|停放|经营|使用|排放|继续|有)|仍(?:在|然|未)|尚未(?:拆除|改正|清除|恢复|停止|整改|消除)|至今(?!已(?:拆|改))|持续(?!到)|一直(?:存在|未)|未(?:拆除|改正|清除|恢复|整改|停止|消除)|没有(?:拆除|改正|清除|整改|停止)|继续(?:存在|占用|经营|营业|排放|施工)|[迄至]今(?:仍|还|尚)?未|仍旧|依旧|依然|原处|原状(?:未|没)|尚在|未(?:补办|停业|停工|搬离|关闭|消除)/u;
const corrected =
  /已(?:经)?(?:自行|及时|主动)?(?:改正|拆除|清除|整改|恢复|停止|清理|消除)|改正完毕|行为(?:已)?(?:终了|结束)/u;
const order =
  /责令[^。；]{0,30}(?:改正|拆除|停止|恢复|清除|整改|补办|清理|消除|搬离|退还|关闭)|限期[^。；]{0,16}(?:改正|拆除|恢复|清除|整改|清理)|(?:日|天)内[^。；]{0,8}(?:拆除|改正|清除|恢复|整改)|责令改正通知书/u;
const bareOrder = /责令(?:当事人|其|你(?:单位|公司|店)?|该公司)?(?:予以|限期)?(?:改正|整改)(?!通知书|决定书)/u;

/** 一、责令改正； as an item of what is decided. */
const orderItem = /^\s*(?:[（(]?[一二三四五\d]{1,2}[）)]?[、.．]?)\s*责令[^，。；]{0,8}(?:改正|整改)[；。;]?\s*$/u;
const termed =
  /[日天月时]内[^。；]{0,12}(?:改正|整改|拆除|清除|恢复)|(?:改正|整改)[^。；]{0,8}(?:期限|[日天月]内)|责令改正通知书/u;

const correctOrder: Rule = {
  id: 'enf-correct-order',
  title: '处罚时没有责令改正或改正内容不明',
  severity: 'low',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '实施行政处罚时应当责令当事人改正或者限期改正违法行为；只罚不改，违法状态继续存在。',
  basis: [{ law, article: '28' }],
  advice: '写明责令改正的内容和期限；当事人已经改正的，在决定书中载明。',
  traps: ['行为已经终了或者已经改正的，载明即可。'],
  check: (context) => {
    const all = statementsOf(context);
    const stated = lacking({
      subject: '责令[^，。；]{0,10}(?:改正|拆除|停止|整改|恢复|清除)|限期(?:改正|拆除|整改)|责令',
      unless: /逾期/u,
      message: (words) => `没有责令改正：${words}。`,
    });
    const lacks = stated(context);
    if (lacks.length > 0) return lacks;
    const done = all.some(({ text }) => corrected.test(text) && !/未(?:改正|拆除)/u.test(text));
    const ordered = all.some(({ text }) => order.test(text));
    const fined = firstPlace(context, /罚款[^。；]{0,14}元|处罚|没收/u, /催告|不予|撤销/u);
    if (
      !done &&
      !ordered &&
      fined &&
      all.some(
        ({ text }) => ongoing.test(text) && !/(?:罚款|缴纳)[^，。；]{0,4}(?:未|没有)|未(?:提出|申请|履行)/u.test(text),
      )
    )
      return [{ at: fined, message: '违法状态还在持续，只处罚而没有责令改正。' }];
    if (done || isSpot(context)) return [];
    const item =
      fined && !all.some(({ text }) => termed.test(text))
        ? eachPlace(context, orderItem, ([words]) => ({
            severity: 'notice',
            message: `${quoted(words.trim())}没有写明内容和期限。`,
          }))
        : [];
    if (item.length > 0) return item.slice(0, 1);
    return eachPlace(context, bareOrder, ([words], statement) => {
      const { text } = statement;
      const fixed =
        /立即|当场|[日天月时]内|[日号]前|以下|如下|行政机关实施|应当?责令|拆除|停止|恢复|清除|清理|内容/u.test(text);
      return fixed ||
        (statement.paragraph.text.length < words.length + 2 && !/罚款/u.test(text)) ||
        !/罚款|处罚/u.test(text)
        ? null
        : { severity: 'notice', message: `${quoted(words)}没有写明内容和期限。` };
    }).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '违法搭建仍在，决定书仅罚款2000元，未责令改正。', says: '没有责令改正' },
      { text: '棚架至今未拆除，本局决定罚款二千元。', says: '只处罚' },
      { text: '责令改正，并罚款五百元。', quote: '责令改正', says: '内容和期限' },
      { text: '决定如下：\n1.责令改正；\n2.罚款八百元。', says: '内容和期限' },
      { text: '本局6月5日复查时仍堆放，决定罚款一千元。', says: '只处罚' },
    ],
    nearMisses: [
      { text: '责令七日内拆除并罚款2000元；或载明当事人已自行改正。' },
      { text: '当事人已自行拆除棚架，本局决定罚款二千元。' },
      { text: '棚架尚未拆除，责令你户在七日内拆除，并罚款二千元。' },
    ],
  },
};

export const groundRules: readonly Rule[] = [minor, exempt, lawTime, correctOrder];
