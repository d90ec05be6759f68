/** Whether an act is punished: age and exemption (行政处罚法 articles 30 to 33). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readCount } from '../../../facts/number.ts';
import type { DateFact } from '../../../facts/facts.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import type { Span } from '../../../document/model.ts';
import { clauseOf, inBody } from '../../around.ts';
import { eachPlace, firstPlace, spanOf, statementsOf } from './case-file.ts';

const law = '行政处罚法';

const aged = /(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:周?岁)/gu;
const otherPerson =
  /(?:向|对|为|给|接纳|容留|雇佣|雇用|招用|招收|出售|销售|供|顾客|学生|被害|受害|童工|监护人|子女|举报|见证|证人)[^，。；]{0,12}(?:未成年|岁|儿童)|(?:未满|不满|年满|未达|满|以上|以下)[^，。；]{0,4}$/u;
const punished = /罚款|处罚|处以|警告|没收|决定/u;
const spared = /不予(?:行政)?处罚|不再处罚|免予|不处罚|未(?:予)?处罚|监护人(?:加以|严加)?管教|撤销/u;
const softened = /从轻|减轻/u;
const birth = /出生|(?<!发)生于|生日|身份证|\|生(?:人)?$/u;
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
      /(?:未作出?|不适用|不符合|不属于)[^。；，]{0,6}(?:不予|免)|可以不予|不得不予|应当不予(?!处罚的决定)|是否|建议|告知|申请|的，(?:可以)?不予/u,
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

export const groundRules: readonly Rule[] = [minor, exempt];
