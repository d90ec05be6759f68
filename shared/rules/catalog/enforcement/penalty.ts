/** Penalty decisions: what they must state, the remedies they name, spot fines, limitation. */
import { readCount } from '../../../facts/number.ts';
import { phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { renumbered } from '../law/renumbered.ts';
import type { Move } from '../law/renumbered.ts';

const law = '行政处罚法';
const decisionTitle = pattern('^[^。；，]{0,30}处罚决定书$');
const spotTitle = pattern('当场|简易程序');

type Element = readonly [name: string, present: Pattern];

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

function absentElements(context: RuleContext): string[] {
  const { text } = readingOf(context.document);
  const elements = spotTitle.test(text.slice(0, 60)) ? spot : ordinary;
  return elements.filter(([, present]) => !present.test(text)).map(([name]) => name);
}

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

const count = '(\\d{1,3}|[一二两三四五六七八九十]{1,4})';
const reviewPeriod = pattern(
  `${count}\\s*(日|天|个?工作日|个月)内[^。；]{0,30}?(?:申请(?:行政)?复议|提出(?:行政)?复议)|复议[^。；，]{0,10}期限[^。；，]{0,4}(?:为)?${count}\\s*(日|天|个月)`,
);
const suitPeriod = pattern(`${count}\\s*(日|天|个月)内[^。；，、]{0,24}(?:提起(?:行政)?诉讼|起诉)`);

const anyPeriod = pattern(`${count}\\s*(日|天|个月)内`);

function inDays(written: string | undefined, unit: string | undefined): number | null {
  const value = readCount(written ?? '');
  if (value === null) return null;
  return unit === '个月' ? value * 30 : unit?.includes('工作') ? value * 1.4 : value;
}

const remedyPeriod: Rule = {
  id: 'enf-remedy-period',
  title: '告知的复议、诉讼期限有误',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '申请复议的期限一般为六十日，直接起诉一般为六个月；告知短了，等于剥夺权利，期限还会重新计算。',
  basis: [
    { law: '行政复议法', article: '20' },
    { law: '行政诉讼法', article: '46' },
    { law: '行政诉讼法', article: '45' },
    { law: '土地管理法', article: '83' },
  ],
  advice: '改为“六十日内申请行政复议，六个月内提起行政诉讼”；法律另有规定的写明依据。',
  check: (context) => [
    ...phrase({
      find: reviewPeriod,
      unless: pattern('法律另有规定|受理|补正|审理'),
      when: ({ match }) => {
        const [a, b, c, d] = match.groups;
        const days = inDays((a ?? c)?.text, (b ?? d)?.text);
        return days !== null && days < 60;
      },
      message: ({ match }) => `告知的复议期限${quoted(match.text)}，短于六十日。`,
    })(context),
    ...phrase({
      find: suitPeriod,
      unless: pattern('复议决定|土地管理法|法律另有规定|不服复议|收到复议|申请人民法院|强制执行'),
      when: ({ match }) => {
        // 六十日内申请复议或者六个月内起诉: the period next to 起诉 is the one that counts.
        const period = anyPeriod.all(match.text).at(-1);
        const value = readCount(period?.groups[0]?.text ?? '');
        return value !== null && (period?.groups[1]?.text === '个月' ? value !== 6 : value < 180);
      },
      message: ({ match }) => `告知的起诉期限${quoted(match.text)}，不是六个月。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '可在30日内申请复议、3个月内起诉。', says: '短于六十日' },
      {
        text: '当事人如不服，可自收到之日起六十日内申请行政复议，也可三个月内向人民法院提起诉讼。',
        says: '不是六个月',
      },
      { text: '不服本决定的，十五日内向区政府申请行政复议。', says: '十五日内' },
    ],
    nearMisses: [
      { text: '可在60日内申请复议、6个月内起诉。' },
      { text: '对复议决定不服的，可在收到复议决定书之日起十五日内提起诉讼。' },
      { text: '可自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。' },
      { text: '依照《土地管理法》第八十三条，可在十五日内向人民法院起诉。' },
    ],
  },
};

const spotFine = pattern(
  '罚款(?:人民币)?\\s*(\\d[\\d,]*|[一二两三四五六七八九十百千万]+|[壹贰叁肆伍陆柒捌玖拾佰仟]+)\\s*元',
);
const organisation = pattern('公司|单位|合作社|企业|工厂|协会|学校|医院|有限|厂');
const citizen = pattern('公民|个人|居民身份证|身份证号|性别|先生|女士|某(?:某)?(?:（|\\(|，|占|乱)|李某|王某|张某');

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
    const { text } = readingOf(context.document);
    const whole = spotTitle.test(text.slice(0, 60));
    const limitFor = (sentence: string): number | null => {
      const scope = citizen.test(sentence) || organisation.test(sentence) ? sentence : text;
      if (citizen.test(scope) && !organisation.test(scope)) return 200;
      return organisation.test(scope) ? 3000 : null;
    };
    return phrase({
      find: spotFine,
      unless: pattern('治安|道路交通|出境入境|交通安全|不适用当场|普通程序|以下罚款'),
      when: ({ match, sentence }) => {
        if (!whole && !spotTitle.test(sentence)) return false;
        const fine = readCount((match.groups[0]?.text ?? '').replace(/,/gu, ''));
        return fine !== null && fine > (limitFor(sentence) ?? 3000);
      },
      message: ({ match, sentence }) => `当场作出${quoted(match.text)}，超出${limitFor(sentence) ?? 3000}元的限额。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '城管当场对公民罚款500元。', quote: '罚款500元', says: '200元的限额' },
      { text: '当场行政处罚决定书\n当事人：松柏科技有限公司\n决定罚款五千元。', says: '3000元的限额' },
      { text: '适用简易程序，对李某占道经营罚款三百元。', quote: '罚款三百元' },
    ],
    nearMisses: [
      { text: '当场对某公司罚款3000元。' },
      { text: '当场行政处罚决定书\n当事人：李某，个人\n决定罚款200元。' },
      { text: '本案适用普通程序，对公民罚款500元。' },
    ],
  },
};

const acted = pattern(
  '(?:于|自|在)?(20\\d{2})年(\\d{1,2})月(?:(\\d{1,2})日)?[^。；，]{0,30}(?:实施|发生|结束|终了|进行|销售|施工|倾倒|经营)',
);
const discovered = pattern(
  '(20\\d{2})年(\\d{1,2})月(?:(\\d{1,2})日)?[^。；\\d]{0,20}(?:发现|举报|投诉|立案|线索|移送|检查)',
);
const continuing = pattern(
  '持续|继续状态|连续|一直存在|仍在|至今|违法建设|违法搭建|搭建物|占地|生命健康|金融安全|未拆除|治安管理|税收',
);

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
    const { text } = readingOf(context.document);
    if (continuing.test(text)) return [];
    const found = discovered.all(text).map(({ groups }) => monthsOf(groups));
    const first = Math.min(...found);
    if (!Number.isFinite(first)) return [];
    return phrase({
      find: acted,
      unless: pattern('出生|成立|注册|颁布|施行|修订|签订|批准'),
      when: ({ match }) => !discovered.test(match.text) && first - monthsOf(match.groups) > 24,
      message: ({ match }) => `行为${quoted(match.text)}，到首次发现已超过二年。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '决定书载明占道促销行为于2022年5月一次性实施并结束，2026年3月接举报发现。', says: '超过二年' },
      { text: '当事人于2023年1月8日销售过期食品，本局于2026年2月10日检查时发现。', says: '2023年1月8日' },
      { text: '经查，你单位2021年6月倾倒建筑垃圾一车。\n2025年9月1日，本局接到投诉并立案。', says: '倾倒' },
    ],
    nearMisses: [
      { text: '违法搭建物自2022年建成后一直存在，2026年发现。' },
      { text: '当事人于2025年1月8日销售过期食品，本局于2026年2月10日检查时发现。' },
      { text: '当事人自2022年5月起连续经营至今，2026年3月检查发现。' },
    ],
  },
};

/** Months since year 0, to compare dates that may lack a day. */
function monthsOf(groups: readonly ({ text: string } | null)[]): number {
  return Number(groups[0]?.text ?? '0') * 12 + Number(groups[1]?.text ?? '0');
}

const moved = (old: string, now: string, subject: string): Move => ({ old, now, subject: pattern(subject) });

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
  check: renumbered({
    law,
    from: '2021-07-15',
    revision: '2021年修订',
    moves: [
      moved('31', '44', '告知'),
      moved('32', '45', '陈述|申辩'),
      moved('33', '51', '当场'),
      moved('37', '42', '两人|不得少于|先行登记'),
      moved('38', '57', '作出[^。]{0,10}决定|集体讨论'),
      moved('39', '59', '决定书'),
      moved('42', '63', '听证'),
      moved('46', '67', '罚款[^。]{0,10}分离|收缴|缴纳'),
      moved('51', '72', '加处罚款|百分之三'),
      moved('29', '36', '二年|追究|时效'),
      moved('24', '29', '一事不再罚|同一个违法行为'),
      moved('23', '28', '责令[^。]{0,6}改正'),
    ],
  }),
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

const payPeriod: Rule = {
  id: 'enf-pay-15d',
  title: '缴纳罚款的期限或方式不符',
  severity: 'low',
  nature: 'risk',
  kinds: ['enforcement'],
  why: '当事人应当自收到决定书之日起十五日内到指定银行或者通过电子支付系统缴纳罚款，执法人员一般不得自行收缴。',
  basis: [
    { law, article: '67' },
    { law, article: '68' },
  ],
  advice: '写明自收到决定书之日起十五日内到指定银行或者通过电子支付系统缴纳。',
  check: (context) => [
    ...phrase({
      find: pattern(`${count}\\s*(日|天)内[^。；，]{0,20}(?:缴纳|缴清|缴至|缴到|交纳|交至)`),
      also: [pattern('罚款|罚没|处罚')],
      unless: pattern('延期|分期|强制执行|催告|加处|保证金|违建'),
      when: ({ match }) => {
        const value = readCount(match.groups[0]?.text ?? '');
        return value !== null && value < 15;
      },
      message: ({ match }) => `缴纳罚款期限${quoted(match.text)}，短于十五日。`,
    })(context),
    ...phrase({
      find: pattern(
        '罚款[^。；]{0,20}(?:交(?:给|至|到)?|缴(?:给|至|到)?)[^。；，]{0,6}(?:执法人员|办案人员|执法队员|个人账户|本局财务|微信)',
      ),
      unless: pattern('不得|一百元以下|100元以下|当场收缴'),
      message: ({ match }) => `要求把罚款交给执法人员或本机关：${quoted(match.text)}。`,
    })(context),
  ],
  examples: {
    hits: [
      { text: '处罚款二百元，7日内缴纳。', says: '短于十五日' },
      { text: '罚款应在收到本决定书之日起十日内缴至指定银行。', quote: '十日内缴至' },
      { text: '罚款直接交给执法人员。', says: '执法人员' },
    ],
    nearMisses: [
      { text: '处罚款二百元，15日内缴纳。' },
      { text: '自收到本处罚决定书之日起十五日内缴至指定银行。' },
      { text: '执法人员不得收缴罚款，罚款不得交给执法人员。' },
    ],
  },
};

export const penaltyDecisions: readonly Rule[] = [
  elementsMissing,
  remedyPeriod,
  spotLimit,
  limitationPassed,
  oldNumbers,
  payPeriod,
];
