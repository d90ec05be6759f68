/** Performance by others, and applying to the court (行政强制法 articles 50, 51, 53, 54). */
import { clauseOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { dayNumber } from '../../../facts/dates.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { closingDay, firstStep, lastStep, stepsOf, weekdaysBetween } from '../../steps.ts';
import type { Step, StepWords } from '../../steps.ts';
import { eachPlace, lacking, statementAround, statementsOf } from './case-file.ts';

const law = '行政强制法';

const proxies = pattern('代履行|代为(?:履行|清除|拆除|清理|治理|恢复|处置)');
type Stage = 'urged' | 'done';
const stages: StepWords<Stage> = [
  ['urged', /催告/u],
  ['done', /代履行(?!决定|告知|催告)|代为|实施|清除|清理|治理/u],
];
const interested =
  /(?:由|委托|交|请)[^，。；]{0,14}(?:举报人|投诉人|债权人|债务人|股东|合伙人|近亲属|亲属|亲戚|配偶|兄弟|相邻|邻居|竞争|利害关系|执法人员|局长|队长|办案人员|下属|自办)[^，。；]{0,20}/u;
const disinterested = /(?:没有|无|不存在|非)(?:任何)?利害关系|到场监督|监督/u;
const interestTold =
  /(?:代履行|受托)[^。；]{0,20}(?:与|和|系|是)[^。；]{0,16}(?:利害关系|举报人|投诉人|亲属|近亲属)|有利害关系/u;
const outside =
  /代为[^，。；]{0,16}(?:违(?:法|章)(?:搭建|建)|违建|彩钢棚|店招|门头|招牌|广告牌|迁出|迁走|搬迁|搬离|腾退|缴纳|停业|清退)|代履行[^，。；]{0,14}(?:缴纳|罚款|违(?:法|章)建(?:筑|设)?|招牌|广告牌|停业|搬迁)|(?:违(?:法|章)建(?:筑|设)?|广告牌|招牌|罚款)[^，。；]{0,14}代履行/u;
const inside = /交通|环境|污染|自然资源|生态|道路|河道|航道|公共场所|水土|山体|耕地/u;
const immediately = /立即(?:实施|清除|代|组织|进行)|第五十二条|紧急|遗洒/u;

const proxyLack = lacking({
  subject:
    '代履行决定书?|决定书|催告(?:书)?|到场监督|监督(?:人员|记录)?|执法人员[^，。；]{0,6}(?:到场|签名|监督)|(?:费用)?预算|费用(?:预算|明细)|代履行人|方式(?:和|、)?时间|理由和依据|签名|签字|派员',
  when: (context) => mentions(context, proxies),
  unless: /当事人(?:未|没有|拒)|未(?:履行|清除|拆除|提出)|不履行|逾期|利害关系|立即/u,
  message: (words) => `代履行的文书或者监督不全：${words}。`,
});

const proxy: Rule = {
  id: 'enf-proxy-performance',
  title: '代履行的程序不符合要求',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '代履行须先送达决定书，在三个工作日前催告，由没有利害关系的第三人实施，行政机关派员到场监督。',
  basis: [
    { law, article: '51' },
    { law, article: '50' },
    { law, article: '69' },
  ],
  advice: '补送代履行决定书和催告书，间隔满三个工作日后由无利害关系的第三人实施，执法人员到场监督并签名。',
  traps: ['道路、河道、公共场所障碍物需要立即清除的，可以立即代履行。', '代履行费用由当事人承担是依法的。'],
  check: (context) => {
    if (!mentions(context, proxies)) return [];
    const all = statementsOf(context);
    if (all.some(({ text }) => immediately.test(text) && !/不属于|并非/u.test(text))) return [];
    const steps = stepsOf(context, stages);
    const done = steps.filter(({ step }) => step === 'done').at(-1);
    const urged = done && steps.findLast(({ step, day }) => step === 'urged' && day <= done.day);
    const days = done && urged ? weekdaysBetween(urged.day, done.day) : 3;
    const hits: Hit[] =
      done && urged && days < 3
        ? [
            {
              at: done.at,
              related: [urged.at],
              message: `${quoted(urged.text)}催告，${quoted(done.text)}代履行，只隔${days}个工作日，不足三个（未扣除节假日）。`,
            },
          ]
        : [];
    const rushed = context.facts.durations.find((duration) => {
      const text = statementAround(context, duration.at)?.text ?? '';
      return (
        (duration.unit === 'day' || duration.unit === 'working-day') &&
        duration.amount < 3 &&
        /催告/u.test(text) &&
        !/内|不得/u.test(
          text.slice(
            text.indexOf(duration.text) + duration.text.length,
            text.indexOf(duration.text) + duration.text.length + 1,
          ),
        )
      );
    });
    if (rushed) hits.push({ at: rushed.at, message: `催告到代履行只隔${quoted(rushed.text)}，不足三个工作日。` });
    const nextDay = eachPlace(
      context,
      /催告[^。；]{0,10}(?:次日|当[日天]|隔日|翌日|同日|第[一二][日天])[^。；]{0,16}(?:代|实施|清)/u,
      ([words]) => ({
        message: `催告后没有等满三个工作日：${quoted(words)}。`,
      }),
    );
    const partial = eachPlace(
      context,
      new RegExp(`${interested.source}|${interestTold.source}`, 'u'),
      ([words], { text }) =>
        disinterested.test(text) && !/有利害关系的/u.test(text.replace(/没有利害关系|无利害关系/gu, ''))
          ? null
          : { message: `代履行人可能有利害关系：${quoted(words)}。` },
    );
    const beyond = all.some(({ text }) => inside.test(text))
      ? []
      : eachPlace(context, outside, ([words]) => ({
          nature: 'risk',
          message: `${quoted(words)}，不属于可以代履行的事项。`,
        }));
    return [...hits, ...nextDay, ...partial, ...beyond, ...proxyLack(context)].slice(0, 1);
  },
  examples: {
    hits: [
      { text: '6月1日（周一）催告，6月3日由举报人所办公司代为清除。', says: '不足三个' },
      { text: '代履行事项：代为拆除屋顶违建彩钢棚，费用由当事人承担。', says: '不属于' },
      { text: '代履行由举报人经营的保洁公司实施，费用由当事人承担。', says: '利害关系' },
      { text: '委托青松环卫公司代为清理倾倒的垃圾，执法人员没有到场监督。', says: '监督不全' },
      { text: '未制作代履行决定书，即组织代履行清除污染物。' },
    ],
    nearMisses: [
      { text: '6月1日送达决定书并催告，6月8日由中标养护公司代履行，执法人员到场签名。' },
      { text: '道路遗洒物需要立即清除，本局立即实施代履行并通知当事人。' },
      { text: '代履行人青松环卫公司与案件没有利害关系，执法人员到场监督。' },
    ],
  },
};

type CourtStage = 'urged' | 'expired' | 'applied';
const courtStages: StepWords<CourtStage> = [
  ['urged', /催告/u],
  ['expired', /届满|期满|到期|最后期限|(?:延期|分期)[^，。；]{0,8}(?:至|到|止)/u],
  ['applied', /申请|法院|递交/u],
];
const servedStages: StepWords<'served'> = [['served', /送达|签收|收到/u]];
const tenDays = 10;
const threeMonths = 92;
/** In days: the shortest six months in which a suit may still be brought. */
const sixMonths = 181;
const toCourt =
  /(?:向|申请)[^，。；]{0,12}法院[^。；]{0,8}(?:强制)?执行|法院强制执行|申请(?:法院)?强制执行|非诉执行|申请贵院|强制执行申请书|被(?:申请)?执行人|执行标的/u;
const courtPapers = lacking({
  subject:
    '催告(?:书|情况|程序|送达|义务|当事人)?|强制执行申请书|行政决定书|处罚决定书|(?:作出决定的)?事实、理由和依据|当事人的意见|(?:执行)?标的情况|负责人签名|材料',
  when: (context) => statementsOf(context).some(({ text }) => toCourt.test(text)),
  unless: /未(?:履行|缴|申请|提起|拆除)|代履行|不履行|听证/u,
  message: (words) => `申请法院强制执行的材料或者程序不全：${words}。`,
});

/** An application is made on the day it closes with. */
function appliedAtFoot(context: RuleContext): Step<CourtStage> | null {
  const titled = readingOf(context.document)
    .paragraphs.slice(0, 3)
    .some(({ text }) => /^[^。；，]{0,20}执行申请书\s*$/u.test(text));
  const closing = titled ? closingDay(context) : null;
  return closing && { step: 'applied', ...closing };
}

/** 于2026年2月上旬届满: its last day, so that no alarm is early. */
function expiredInMonth(context: RuleContext): Step<CourtStage> | null {
  for (const { at, text, form, year, month } of context.facts.dates) {
    const { after } = clauseOf(context, at);
    if (form !== 'month' || year === null || month === null || !/^[^，。；]{0,8}(?:届满|期满|到期)/u.test(after))
      continue;
    const written = /^(上|中)旬/u.exec(after)?.[1];
    const next = dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
    const day = written === undefined ? next && next - 1 : dayNumber(year, month, written === '上' ? 10 : 20);
    if (day !== null) return { step: 'expired', day, at, text };
  }
  return null;
}

const courtApply: Rule = {
  id: 'enf-court-apply',
  title: '申请法院强制执行的时间不对',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '催告书送达满十个工作日仍不履行的才可以申请，并应当自复议、起诉期限届满之日起三个月内申请。',
  basis: [
    { law, article: '53' },
    { law, article: '54' },
    { law, article: '69' },
    { law: '行政处罚法', article: '72' },
  ],
  advice: '核对催告书送达日、起诉期限届满日和申请日，补齐申请书、决定书、催告情况等材料后在期限内申请。',
  traps: ['批准延期、分期缴款的，三个月自延期、分期期限结束起算。', '十日是工作日，三个月按月计算。'],
  check: (context) => {
    if (!statementsOf(context).some(({ text }) => toCourt.test(text))) return [];
    const steps = stepsOf(context, courtStages);
    const applied = lastStep(steps, 'applied') ?? appliedAtFoot(context);
    const urged = applied && steps.findLast(({ step, day }) => step === 'urged' && day <= applied.day);
    const expired = firstStep(steps, 'expired') ?? expiredInMonth(context);
    const passed = applied && urged ? weekdaysBetween(urged.day, applied.day) : tenDays + 1;
    if (applied && urged && passed <= tenDays)
      return [
        tooEarly(
          applied,
          urged,
          `${quoted(urged.text)}催告，${quoted(applied.text)}申请，催告未满10个工作日（按周一至周五计${passed}日，未扣除节假日）。`,
        ),
      ];
    if (applied && expired && applied.day - expired.day > threeMonths)
      return [
        tooEarly(applied, expired, `期限${quoted(expired.text)}届满，${quoted(applied.text)}才申请，超过三个月。`),
      ];
    if (applied && expired && applied.day < expired.day)
      return [tooEarly(applied, expired, `期限到${quoted(expired.text)}才届满，${quoted(applied.text)}就申请了。`)];
    const served =
      applied &&
      stepsOf(context, servedStages).findLast(
        ({ day, at }) => day <= applied.day && /决定书?/u.test(clauseOf(context, at).text),
      );
    const lapsed =
      expired !== null || mentions(context, pattern('届满|期满|土地管理法|法定期限内|逾期未(?:申请|起诉|提起)'));
    if (applied && served && !lapsed && applied.day - served.day < sixMonths)
      return [
        tooEarly(
          applied,
          served,
          `${quoted(served.text)}送达决定，${quoted(applied.text)}申请，六个月的起诉期限还没有届满。`,
        ),
      ];
    const byWords = eachPlace(
      context,
      /(?:复议|诉讼|起诉)[^，。；]{0,8}(?:期限?|期间)[^，。；]{0,6}(?:尚未|未|没有)[^，。；]{0,4}(?:届?满|过|到)[^。；]{0,24}(?:申请|法院)|(?:未|没有)[^，。；]{0,8}(?:起诉|复议|诉讼)期限?(?:届满)?[^，。；]{0,4}即[^。；]{0,10}申请|催告[^，。；]{0,10}(?:次日|当[日天]|隔日|翌日|第[一二三四五六七]日)[^。；]{0,12}申请/u,
      ([words], { text }) => (/不得/u.test(text) ? null : { message: `期限没有届满就申请执行：${quoted(words)}。` }),
    );
    if (byWords.length > 0) return byWords.slice(0, 1);
    const nth = eachPlace(
      context,
      /(?:届满|期满|到期)[^，。；]{0,6}第(?:[4-9]|1\d|[四五六七八九十]{1,2})个月[^。；]{0,20}申请/u,
      ([words]) => ({ message: `申请法院执行超过三个月：${quoted(words)}。` }),
    );
    if (nth.length > 0) return nth.slice(0, 1);
    const late = context.facts.durations.flatMap((duration): Hit[] => {
      const text = statementAround(context, duration.at)?.text ?? '';
      const length = duration.unit === 'month' ? duration.amount * 30.5 : duration.days;
      const after = /(?:届满|期满|到期)[^，。；]{0,8}$/u.test(text.slice(0, text.indexOf(duration.text)));
      if (after && length > threeMonths && /申请/u.test(text) && !/不得|内申请/u.test(text))
        return [{ at: duration.at, message: `期限届满${quoted(duration.text)}后才申请法院执行，超过三个月。` }];
      const urgedFor = /催告[^，。；]{0,12}$/u.test(text.slice(0, text.indexOf(duration.text)));
      const working = duration.unit === 'working-day' ? duration.amount : (duration.days * 5) / 7;
      return urgedFor &&
        working < tenDays &&
        duration.unit !== 'hour' &&
        /(?:后|即|就|便)[^。；]{0,10}(?:向|申请)/u.test(text) &&
        !(duration.unit === 'day' && duration.amount >= tenDays)
        ? [{ at: duration.at, message: `催告${quoted(duration.text)}就申请法院执行，未满10个工作日。` }]
        : [];
    });
    return late.length > 0 ? late.slice(0, 1) : courtPapers(context);
  },
  examples: {
    hits: [
      {
        text: '处罚决定书于2026年5月6日送达，催告书6月1日送达，7月8日，本局向法院申请强制执行。',
        says: '六个月的起诉期限',
      },
      { text: '2026年6月1日（周一）送达催告书，6月11日即申请法院强制执行。', says: '未满10个工作日' },
      { text: '起诉期限于2026年1月10日届满，本局2026年6月15日向人民法院申请强制执行。', says: '超过三个月' },
      { text: '经批准延期缴纳至2026年1月20日，当事人未缴，本局2026年6月15日申请法院强制执行。', says: '超过三个月' },
      { text: '起诉期限届满后第五个月，本局才申请人民法院强制执行。', says: '超过三个月' },
      { text: '当事人起诉期限尚未届满，我局即向法院申请强制执行。', says: '没有届满' },
      { text: '催告书送达五日后，本局就向法院申请强制执行。', quote: '五日' },
      { text: '申请人民法院强制执行的材料中没有催告书。', says: '不全' },
    ],
    nearMisses: [
      { text: '2026年6月1日送达催告书，当事人仍不履行，6月16日申请法院强制执行，距起诉期满1个月。' },
      { text: '逾期不履行的，本局将依法申请人民法院强制执行。' },
      { text: '起诉期限2026年3月1日届满，3月5日催告，2026年4月20日申请法院强制执行。' },
    ],
  },
};

function tooEarly(at: Step<string>, other: Step<string>, message: string): Hit {
  return { at: at.at, related: [other.at], message };
}

export const lastResortRules: readonly Rule[] = [proxy, courtApply];
