/** Major administrative decisions: length of consultation, order of steps, review by other means. */
import { sentenceOf } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { openPeriods } from '../../periods.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, lastStep, orderHit, stepsOf } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';

const regulation = '重大行政决策程序暂行条例';

/** 条例 15: days, the first and the last included. */
const leastDays = 30;
const views = pattern('征求意见|公开征集|征集意见|听取意见');
const consultation = pattern('征求意见|征求[^。；，]{0,8}意见|公开征集|征集意见|听取意见|公示|反馈意见');
/** 时间：6月1日至6月15日 under a heading that names what was open. */
const dated = pattern(`${consultation.source}|^\\s*(?:时间|期限|日期|期间|起止(?:时间|日期)?)`);
const afterwards =
  /(?:决策|决定|方案)[^。；，]{0,6}(?:公布|作出|通过|印发)[之以]?后[^。；]{0,8}$|公示期[^。；，]{0,3}$/u;
/** A draft, or views on it: a list of winners is shown to the public too. */
const ofDraft = pattern('征求|征集|意见|草案|方案|公众参与|决策');
const excused = pattern('情况紧急|缩短期限|期限缩短|应急');

const consultationShort: Rule = {
  id: 'dec-notice-30d',
  title: '公开征求意见不足30日',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['decision'],
  why: '决策事项向社会公开征求意见的期限一般不少于30日；因情况紧急等原因缩短的，公开征求意见时应当说明。',
  basis: [{ law: regulation, article: '15' }],
  advice: '补足期限，或者补充缩短期限的说明。',
  yieldsTo: ['dec-expro-30d'],
  check: (context) => {
    if (mentions(context, excused)) return [];
    const titled = readingOf(context.document)
      .paragraphs.slice(0, 2)
      .some(({ text }) => text.length < 80 && views.test(text));
    const short = openPeriods(context, titled ? dated : consultation)
      .filter(({ at, days }) => days < leastDays && (titled || ofDraft.test(sentenceOf(context, at).text)))
      .filter(({ at }) => !afterwards.test(sentenceOf(context, at).before))
      .map(({ at, text, days }) => ({
        at,
        message: `公开征求意见${quoted(text)}，共${days}日，不足${leastDays}日。`,
      }));
    return short.length > 0 ? short : byLines(context);
  },
  examples: {
    hits: [
      {
        text: '《滨江路封闭改造方案》征求意见公告\n时间：2026年5月6日至5月20日。',
        says: '共15日',
      },
      { text: '公开征求意见的时间为5月1日至5月15日。', quote: '5月1日至5月15日', says: '共15日' },
      { text: '草案于7月1日在区政府网站公告，请于7月20日前反馈意见。', says: '共20日' },
      { text: '（一）公众参与。草案自2026年7月1日起在网站公示半个月。', says: '不足30日' },
      { text: '二、公众参与情况：2026年2月3日至2026年2月20日在区政府网站公开征求意见。', says: '共18日' },
      { text: '方案自2026年9月1日起在区政府网站公开征求意见，至2026年9月15日截止。', says: '共15日' },
      { text: '本方案已面向社会征求意见，征求意见期限为七日，收到意见三条。', says: '不足30日' },
    ],
    nearMisses: [
      { text: '公开征求意见的时间为5月1日至5月31日。' },
      { text: '2026年2月3日至2月20日公开征求意见；因情况紧急缩短期限，公告中已作说明。' },
      { text: '专家论证会于5月1日至5月3日召开。' },
      { text: '征求意见期限为30日。' },
    ],
  },
};

const openStages: StepWords<'opened' | 'closed'> = [
  ['closed', /截止|截至|结束|止期/u],
  ['opened', /公告(?:日|时间)|发布(?:日|时间)|公布(?:日|时间)|起始|开始|启动(?:日|时间)/u],
];

/** 公告日 and 截止日 on lines of their own. */
function byLines(context: RuleContext): Hit[] {
  if (!mentions(context, consultation)) return [];
  const steps = stepsOf(context, openStages);
  const [opened, closed] = [firstStep(steps, 'opened'), lastStep(steps, 'closed')];
  if (!opened || !closed || closed.day < opened.day) return [];
  const days = closed.day - opened.day + 1;
  return days >= leastDays
    ? []
    : [
        {
          at: closed.at,
          related: [opened.at],
          message: `公开征求意见自${quoted(opened.text)}至${quoted(closed.text)}，共${days}日，不足${leastDays}日。`,
        },
      ];
}

type Stage = 'consultation' | 'risk' | 'experts' | 'legality' | 'meeting' | 'public';
const stageNames: Readonly<Record<Stage, string>> = {
  consultation: '公开征求意见',
  risk: '风险评估',
  experts: '专家论证',
  legality: '合法性审查',
  meeting: '会议讨论',
  public: '公示',
};
const stageWords: StepWords<Stage> = [
  ['legality', /合法性审查|审查意见|法制审核/u],
  ['risk', /风险评估/u],
  ['experts', /专家论证|论证会/u],
  ['consultation', /征求意见|公众参与|征集意见/u],
  // Named only lest its date be given to the step before it.
  ['public', /公示|公布|公告|备案/u],
  ['meeting', /常务会议|全体会议|党组会议|集体讨论|审议通过|会议审议|会议讨论|^会议|办公会/u],
];
/** Steps that come before others: 条例 articles 25 and 29. */
const mustPrecede: readonly (readonly [Stage, Stage])[] = [
  ['legality', 'meeting'],
  ['risk', 'meeting'],
  ['experts', 'meeting'],
  ['consultation', 'legality'],
  ['consultation', 'meeting'],
];
const orderReversed: Rule = {
  id: 'dec-order',
  title: '决策程序时间顺序倒置',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '征求意见、风险评估、合法性审查都应在提交决策机关讨论之前完成；日期倒置说明程序没有走完就上会，或者材料写错。',
  basis: [
    { law: regulation, article: '25' },
    { law: regulation, article: '29' },
  ],
  advice: '核实各环节的日期；确属倒置的，补正程序后重新提交讨论。',
  check: (context) => {
    const steps = stepsOf(context, stageWords);
    // The last meeting decides; of the consultation, which runs over days, its end counts.
    return mustPrecede.flatMap(([earlier, later]) =>
      orderHit(
        earlier === 'consultation' ? lastStep(steps, earlier) : firstStep(steps, earlier),
        lastStep(steps, later),
        stageNames,
      ),
    );
  },
  examples: {
    hits: [
      { text: '会议6月1日，审查意见6月5日。', quote: '6月5日', says: '晚于会议讨论' },
      { text: '2026年4月2日区政府常务会议审议通过。\n风险评估报告于2026年4月10日完成。', says: '风险评估' },
      { text: '合法性审查意见书出具于2026年3月1日，公开征求意见截止2026年3月15日。', says: '公开征求意见在' },
      {
        text: '（三）风险评估。第三方机构开展评估，报告于2026年10月30日完成。\n（五）集体讨论。拟于2026年10月25日提请区政府常务会议讨论。',
        quote: '2026年10月30日',
      },
    ],
    nearMisses: [
      { text: '审查意见5月20日，会议6月1日。' },
      {
        text: '公开征求意见自2026年1月5日至2026年2月5日，合法性审查意见书出具于2026年2月20日，2026年3月2日常务会议审议通过。',
      },
      { text: '会议6月1日，方案6月5日印发。' },
    ],
  },
};

const instead = '(?:代替|替代|取代|代)';
const counted = `(?:视为|视同|等同|当作|作为|充当|${instead})`;
const reviews = '(?:合法性)?(?:审查|审核)';
const asked =
  '(?:会上(?:发言|表态)|列席|座谈会?|旁听|参会|征求|听取|会签|征询|回函|复函|函询|法律顾问|律师|口头|签字|无意见)';

const substituted = phrase({
  find: pattern(
    `${reviews}[^。；]{0,12}(?:以|通过|用|采取|改为|改由)[^。；，]{0,14}(?:征求意见|征求[^。；，]{0,8}意见|会签|回函|函询|法律顾问|律师)[^。；，]{0,8}${instead}|以?${asked}[^。；]{0,30}${counted}[^。；，]{0,10}${reviews}|${asked}[^。；]{0,40}(?:不再|无需|不需|无须|免予|免于|免除|省去|未再|故未|不另)[^。；，]{0,14}(?:审查|审核|送审)|${reviews}[^。；，]{0,8}(?:由|被)[^。；，]{0,10}(?:征求意见|会签)[^。；，]{0,4}${instead}|${reviews}[^。；，]{0,6}(?:以|通过|用|采取)[^。；，]{0,14}(?:征求意见|会签|回函|函询)[^。；，]{0,4}(?:方式|形式)|${reviews}(?:程序|手续|环节)?[^。；，]{0,4}(?:合并|并入|一并)[^。；，]{0,6}(?:完成|办理|进行|征求意见|会签)`,
  ),
  also: [pattern('合法性|司法|法律顾问|律师|法制|法规')],
  unless: pattern('不得|应当由|不能(?:以|代替)'),
  message: ({ match }) => `以征求意见或会签代替审查：${quoted(match.text, 60)}。`,
});

const substitute: Rule = {
  id: 'dec-legality-subst',
  title: '以征求意见、会签代替合法性审查',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['decision', 'normative'],
  why: '决策草案提交讨论前应当由负责合法性审查的部门审查，不得以征求意见等方式代替。',
  basis: [{ law: regulation, article: '25' }],
  advice: '补送合法性审查，取得审查意见书后再提交讨论。',
  check: (context) => [...substituted(context)].slice(0, 1),
  examples: {
    hits: [
      { text: '已征求司法局意见，不再审查。', says: '代替审查' },
      { text: '该方案会签时已听取法律顾问意见，视为完成合法性审查。', says: '法律顾问' },
      { text: '合法性审查情况：采取部门会签方式替代，司法局已签字。', says: '会签' },
      { text: '鉴于时间紧，以征求意见代替合法性审核。', quote: '以征求意见代替合法性审核' },
    ],
    nearMisses: [
      { text: '司法局出具合法性审查意见书。' },
      { text: '不得以征求意见等方式代替合法性审查。' },
      { text: '征求司法局意见后，另行送合法性审查。' },
    ],
  },
};

export const decisionProcedure: readonly Rule[] = [consultationShort, orderReversed, substitute];
