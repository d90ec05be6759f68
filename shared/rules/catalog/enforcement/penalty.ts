/** Penalty decisions: what they must state, spot fines, limitation, the article numbers they cite. */
import type { DateFact } from '../../../facts/facts.ts';
import { clauseOf, inBody, rowBefore, sentenceOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { renumbered } from '../law/renumbered.ts';
import type { Move } from '../law/renumbered.ts';
import { eachPlace, finesOf, isSpot, lacking, partyOf, statementAround } from './case-file.ts';

const law = '行政处罚法';
const decisionTitle = pattern('^[^。；，]{0,30}处罚决定书$');

type Element = readonly [name: string, present: Pattern];

const remedies = '申请行政复议、提起行政诉讼的途径和期限';

const ordinary: readonly Element[] = [
  [
    '当事人的名称和地址',
    pattern('(?:当事人|被处罚人|被处罚单位|姓名|名称)[\\s\\S]{0,200}?(?:住址|地址|住所|住(?:[\\p{Han}]{2,}))'),
  ],
  ['违法事实和证据', pattern('证据|笔录|照片|证实|为证')],
  ['处罚的种类和依据', pattern('(?:依据|根据|依照|违反)[^。]{0,12}《')],
  [
    '履行方式和期限',
    pattern('(?:日|天|工作日)内[^。]{0,40}(?:缴|交|履行|改正|拆除)|缴(?:至|到|纳)[^。]{0,20}银行|当场收缴'),
  ],
  [
    '申请行政复议、提起行政诉讼的途径和期限',
    pattern(
      '(?:日|个月)内[^。]{0,40}复议[\\s\\S]{0,120}(?:诉讼|起诉)|复议[\\s\\S]{0,120}(?:日|个月)内[^。]{0,60}(?:诉讼|起诉)',
    ),
  ],
];
const spot: readonly Element[] = [
  ['处罚的种类和依据', pattern('(?:依据|根据|依照|违反)[^。]{0,12}《')],
  ['罚款数额', pattern('罚款[^。]{0,12}元|警告')],
  ['申请行政复议、提起行政诉讼的途径和期限', pattern('复议[\\s\\S]{0,160}(?:诉讼|起诉)')],
  ['执法人员签名', pattern('执法人员|签名|签字')],
];

const organs: readonly Element[] = [
  [
    '受理复议的机关',
    pattern(
      '(?:政府|局|厅|部|机关|委员会|海关)[^。；]{0,24}复议|复议[^。；，]{0,12}(?:机关|(?:向|为)[^。；]{0,24}(?:政府|局|厅))',
    ),
  ],
  ['起诉的法院', pattern('法院')],
];

function absentElements(context: RuleContext): string[] {
  const { text } = readingOf(context.document);
  const absentOf = (elements: readonly Element[]): string[] =>
    elements.filter(([, present]) => !present.test(text)).map(([name]) => name);
  if (isSpot(context)) return absentOf(spot);
  const absent = absentOf(ordinary);
  // Where remedies are told, the bodies that hear them are to be named.
  return absent.includes(remedies) ? absent : [...absent, ...absentOf(organs)];
}

const statedLack = lacking({
  subject:
    '(?:当事人|被处罚人)(?:的)?(?:姓名|名称|住址|地址|信息)|住址|地址|(?:违法)?事实|证据|(?:处罚|罚款)?(?:种类|依据|数额|金额)|履行(?:的)?(?:方式|期限)|缴纳(?:方式|期限)|救济(?:途径|权利|期限)?|复议(?:机关|期限|途径|权)?|诉讼(?:期限|途径|权)?|(?:机关)?(?:名称|印章|公章)|盖章|落款|(?:作出)?(?:日期|时间|地点)|(?:执法人员)?(?:签名|签字)',
  when: (context) => mentions(context, pattern('决定书')),
  unless:
    /告知书|催告|笔录|扣押|查封|许可|不予|审核|回证|重新|理由(?:和|、)?基准|裁量|未(?:申请|提出|履行|缴|在)|拒绝|拒签|证据目录|卷内|案卷|不公开|公示|代履行|检测|送达|责令|听证|集体|当事人(?:未|没有)|没有证据|先行|先申请|普通程序/u,
  message: (words) => `决定书缺少法定载明的事项：${words}。`,
});

const elementsMissing: Rule = {
  id: 'enf-elements',
  title: '处罚决定书缺少法定载明事项',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '行政处罚决定书应当载明当事人、事实证据、种类依据、履行方式期限、救济途径期限等事项，缺项影响决定的效力。',
  basis: [
    { law, article: '59' },
    { law, article: '52' },
  ],
  advice: '补齐所缺事项后制作送达；已经送达的依法补正。',
  check: (context) => {
    const said = statedLack(context);
    if (said.length > 0) return said;
    const titled = readingOf(context.document)
      .paragraphs.slice(0, 4)
      .some(({ text }) => decisionTitle.test(text.trim()));
    if (!titled) return [];
    const absent = absentElements(context);
    return absent.length === 0
      ? []
      : [{ at: null, missing: 'elements', message: `决定书没有写明：${absent.join('、')}。` }];
  },
  examples: {
    hits: [
      {
        text: '行政处罚决定书\n当事人：松柏公司，住所：桐溪区和平路8号。\n经查，有现场笔录、照片为证。\n依据《某市市容条例》第十条，罚款二千元，十五日内缴至指定银行。',
        says: '申请行政复议、提起行政诉讼的途径和期限',
      },
      {
        text: '桐溪区城市管理局行政处罚决定书\n当事人：李某。\n你违反《某市市容条例》，处以罚款五百元。',
        says: '当事人的名称和地址',
      },
      {
        text: '当场行政处罚决定书\n当事人占道经营，处警告。\n如不服，可在60日内申请行政复议或者六个月内提起行政诉讼。',
        says: '执法人员签名',
      },
    ],
    nearMisses: [
      {
        text: '行政处罚决定书\n当事人：松柏公司，住所：桐溪区和平路8号。\n经查，有现场笔录、照片为证。\n依据《某市市容条例》第十条，罚款二千元，十五日内缴至指定银行。\n如不服，可在收到之日起六十日内向桐溪区人民政府申请行政复议，或者六个月内向人民法院提起诉讼。\n桐溪区城市管理局（印章）\n2026年3月1日',
      },
      { text: '责令改正通知书\n请于三日内改正。' },
      {
        text: '当场行政处罚决定书\n当事人：李某。违反《某市市容条例》第十条，罚款五十元。\n不服可以申请行政复议或者提起行政诉讼。\n执法人员签名：王某、赵某',
      },
    ],
  },
};

const spotLaws = pattern('治安|道路交通|出境入境|交通安全|公安机关交通');
const otherKinds = /没收|吊销|停产停业|责令[^，。；]{0,8}(?:停业|停产|关闭|歇业)|拘留|降低[^，。；]{0,4}资质|暂扣/u;
const spotTitle = pattern('^[^。；，]{0,30}(?:当场|简易程序)[^。；，]{0,12}决定书');

const spotLimit: Rule = {
  id: 'enf-spot-limit',
  title: '超出当场处罚的限额',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '可以当场作出的只有警告，以及对公民二百元以下、对法人或者其他组织三千元以下的罚款。',
  basis: [{ law, article: '51' }],
  advice: '改用普通程序：立案、调查、告知后再作决定。',
  check: (context) => {
    if (!isSpot(context) || mentions(context, spotLaws)) return [];
    const beyond = finesOf(context).flatMap(({ at, text, fen, intended }) => {
      const near = statementAround(context, at)?.text ?? '';
      const limit = partyOf(context, near) === 'citizen' ? 200 : 3000;
      return !intended && fen > limit * 100
        ? [{ at, message: `当场作出罚款${quoted(text)}，超出${limit}元的限额。` }]
        : [];
    });
    const titled = readingOf(context.document)
      .paragraphs.slice(0, 4)
      .some(({ text }) => spotTitle.test(text.trim()));
    const others = eachPlace(context, otherKinds, ([words], { text }) =>
      (titled || /当场|简易/u.test(text)) &&
      /决定|处罚|作出|予以|处以/u.test(text) &&
      !/不得|不适用|转为|另案|未|没有/u.test(text)
        ? { message: `当场处罚只限警告和小额罚款，不能${quoted(words)}。` }
        : null,
    );
    return [...beyond, ...others].slice(0, 1);
  },
  examples: {
    hits: [
      { text: '城管当场对公民罚款500元。', quote: '500元', says: '200元的限额' },
      { text: '当场行政处罚决定书\n当事人：松柏科技有限公司\n决定罚款五千元。', says: '3000元的限额' },
      { text: '适用简易程序，对李某占道经营罚款三百元。', quote: '三百元' },
    ],
    nearMisses: [
      { text: '当场对某公司罚款3000元。' },
      { text: '当场行政处罚决定书\n当事人：李某，个人\n决定罚款200元。' },
      { text: '本案适用普通程序，对公民罚款500元。' },
    ],
  },
};

/** Found in the time of the act itself: 同年6月即被投诉. */
const soonFound =
  /(?:同年|当年|当月|次月|当日|次日|随即|当场|不久)[^，。；]{0,12}(?:发现|举报|投诉|立案|查获|移送|查处)/u;
const acted =
  /你(?:单位|公司|店|户)|当事人|擅自|未经|实施|发生|结束|终了|进行|销售|施工|倾倒|经营|生产|搭建|行为|违法|停业|停止|歇业|停工/u;
const discovered =
  /获悉|知悉|得知|获知|察觉|巡查|巡检|核查|接报|接到|接群众|发现|举报|投诉|立案|线索|移送|检查|查获|查处/u;
const ofOtherThings = /出生|成立|注册|颁布|施行|修订|签订|(?<!未经[^，。；]{0,4})批准/u;
/** An act that went on for a while and then stopped. */
const ceased = pattern('(?:[至到]|此后|随后|后)[^。；]{0,14}(?:停业|停止|歇业|停工|关闭|终了|结束|终止)');
const continuing = pattern('持续|继续状态|连续');
const stillThere = pattern('一直存在|仍在|至今|违法建设|违法搭建|搭建物|占地|生命健康|金融安全|未拆除|治安管理|税收');

const limitationPassed: Rule = {
  id: 'enf-limitation',
  title: '可能超过追责期限',
  severity: 'high',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '违法行为在二年内未被发现的，不再给予行政处罚；连续或者继续状态的从终了之日起算，特定情形为五年。',
  basis: [{ law, article: '36' }],
  advice: '核实行为发生或终了日、首次发现日，以及是否适用五年或者特别规定，并在决定书中说明。',
  check: (context) => {
    const text = readingOf(context.document).text.replace(/(?:不涉及|不属于|非)[^。；]{0,20}/gu, '');
    if (/(?:未满|不足|未超过|没有超过)[二两2]年/u.test(text)) return [];
    if ((continuing.test(text) && !ceased.test(text)) || stillThere.test(text) || soonFound.test(text)) return [];
    const dates = inBody(context, context.facts.dates).filter(({ form }) => form === 'complete' || form === 'month');
    const told = dates.map((date) => ({ date, role: roleOf(context, date) }));
    const found = told.filter(({ role }) => role === 'discovered').map(({ date }) => date);
    const first = found.toSorted((a, b) => monthsOf(a) - monthsOf(b))[0];
    if (!first) return [];
    return told
      .filter(({ date, role }) => role === 'acted' && moreThanTwoYears(date, first))
      .slice(-1)
      .map(({ date }) => ({
        at: date.at,
        related: [first.at],
        message: `行为在${quoted(date.text)}，到${quoted(first.text)}首次发现已超过二年。`,
      }));
  },
  examples: {
    hits: [
      { text: '| 行为终了 | 2023年1月4日 |\n| 接到举报 | 2026年2月3日 |', says: '超过二年' },
      { text: '决定书载明占道促销行为于2022年5月一次性实施并结束，2026年3月接举报发现。', says: '超过二年' },
      { text: '当事人自2021年3月起无证开浴室，至2022年6月歇业，2026年5月本局接线索发现。', quote: '2022年6月' },
      { text: '当事人于2023年1月8日销售过期食品，本局于2026年2月10日检查时发现。', says: '2023年1月8日' },
      { text: '经查，你单位2021年6月倾倒建筑垃圾一车。\n2025年9月1日，本局接到投诉并立案。', says: '2021年6月' },
    ],
    nearMisses: [
      { text: '违法搭建物自2022年建成后一直存在，2026年发现。' },
      { text: '当事人于2025年1月8日销售过期食品，本局于2026年2月10日检查时发现。' },
      { text: '当事人自2022年5月起连续经营至今，2026年3月检查发现。' },
    ],
  },
};

/** What a date tells of: by the words after it up to the next comma, else before it, else in its sentence. */
function roleOf(context: RuleContext, { at }: DateFact): 'acted' | 'discovered' | null {
  const { block } = at;
  const { before, after } = clauseOf(context, at);
  const sentence = sentenceOf(context, at);
  const own = after.split(/\d{4}年/u)[0] ?? '';
  for (const words of [
    own,
    before,
    sentence.after.slice(0, 30),
    sentence.before.slice(-30),
    rowBefore(context, block),
  ]) {
    if (ofOtherThings.test(words)) return null;
    if (discovered.test(words)) return 'discovered';
    if (acted.test(words)) return 'acted';
  }
  return null;
}

/** Months since year 0, to compare dates that may lack a day. */
function monthsOf({ year, month }: DateFact): number {
  return (year ?? 0) * 12 + (month ?? 0);
}

function moreThanTwoYears(act: DateFact, found: DateFact): boolean {
  const months = monthsOf(found) - monthsOf(act);
  return months > 24 || (months === 24 && act.day !== null && found.day !== null && found.day > act.day);
}

const moved = (old: string, now: string, subject: string): Move => ({ old, now, subject: pattern(subject) });

const revised = '2021-07-15';
const oldNumbersCited = renumbered({
  law,
  from: revised,
  revision: '2021年修订',
  moves: [
    moved('31', '44', '告知'),
    moved('32', '45', '陈述|申辩'),
    moved('33', '51', '当场'),
    moved('37', '42', '两人|不得少于|先行登记'),
    moved('38', '57', '作出[^。]{0,10}决定|集体讨论'),
    moved('39', '59', '决定书'),
    moved('42', '63', '听证'),
    moved('46', '67', '罚款[^。]{0,10}分离|罚缴分离|收缴|缴纳'),
    moved('51', '72', '加处罚款|百分之三'),
    moved('29', '36', '二年|追究|时效'),
    moved('24', '29', '一事不再罚|同一个违法行为'),
    moved('23', '28', '责令[^。]{0,6}改正'),
  ],
});

/** Whether the paper was made under the old numbers: 2020年5月12日作出的决定书, or so dated at its end. */
function madeBefore({ document, facts }: RuleContext): boolean {
  const { paragraphs, indexOf } = readingOf(document);
  const made = facts.dates.filter(({ at, text, iso }) => {
    const paragraph = paragraphs[indexOf.get(at.block) ?? -1];
    if (iso === null || !paragraph) return false;
    const after = paragraph.text.slice(at.to, at.to + 10);
    return (
      paragraph.text.trim() === text ||
      /^[，,]?(?:作出|制作|签发|印发|下达)|^的?[^，。；]{0,4}(?:决定书|告知书|文书)/u.test(after) ||
      /(?:文书|决定书?|告知书|落款|签发|制作)(?:日期|时间)[：:为是]?\s*$/u.test(paragraph.text.slice(0, at.from))
    );
  });
  return made.length > 0 && made.every(({ iso }) => iso !== null && iso < revised);
}

const oldNumbers: Rule = {
  id: 'enf-law-old',
  title: '行政处罚法用了修订前的条号',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['enforcement'],
  why: '行政处罚法2021年修订，7月15日起施行，告知、听证、决定等条号都已变动，沿用旧条号属于适用法律错误。',
  basis: [
    { law, article: '86' },
    { law, article: '44' },
    { law, article: '63' },
    { law, article: '57' },
    { law, article: '72' },
  ],
  advice:
    '改用现行条号：告知第四十四条，陈述申辩第四十五条，听证第六十三条、第六十四条，决定第五十七条，决定书第五十九条，加处罚款第七十二条。',
  check: (context) => (madeBefore(context) ? [] : oldNumbersCited(context)),
  examples: {
    hits: [
      { text: '2026年决定书：依据《行政处罚法》第三十一条告知当事人。', says: '第44条' },
      { text: '根据《中华人民共和国行政处罚法》第四十二条的规定，你有权要求听证。', says: '第63条' },
      { text: '逾期不缴的，依照《行政处罚法》第五十一条每日按罚款数额的百分之三加处罚款。', says: '第72条' },
    ],
    nearMisses: [
      {
        text: '2026年决定书：执法人员两名，依据《行政处罚法》第四十二条；依据《行政处罚法》第四十四条告知、第六十三条听证。',
      },
      { text: '依据《行政处罚法》第五十一条，当场作出处罚决定。' },
      { text: '依据《行政处罚法》第三十一条告知当事人。', asOf: '2021-07-01' },
    ],
  },
};

export const penaltyDecisions: readonly Rule[] = [elementsMissing, spotLimit, limitationPassed, oldNumbers];
