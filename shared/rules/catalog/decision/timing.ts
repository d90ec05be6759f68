/** Time that the procedure needs: before a hearing, and with the reviewers. */
import { inBody, sentenceOf } from '../../around.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { reviewTimes } from '../../reviewing.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, stepsOf } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';

const regulation = '重大行政决策程序暂行条例';
/** 条例 16: hearing papers reach the participants seven days before. */
const noticeDays = 7;
/** 条例 26: working days for the review of legality. */
const reviewDays = 7;

type Stage = 'announced' | 'served' | 'heard';
const hearingStages: StepWords<Stage> = [
  ['announced', /公告|公布|报名|征集/u],
  ['served', /送达|寄达|送到|发到|交到|邮寄|寄给|寄送|发送|发放|寄出|发出|送交|分发|递送|通知/u],
  ['heard', /听证会|举行听证|召开听证|听证/u],
];
const unlisted = pattern(
  '(?:听证)?(?:参加人|代表|人员)?名单[^。；，]{0,12}(?:未|没有|不予|尚未)[^。；，]{0,8}(?:公布|公示|公开)|(?:未|没有)[^。；，]{0,8}(?:公布|公示|公开)[^。；，]{0,12}名单|(?:当[天日]|会上|前[一二]?[天日]|前夕)(?:才|方)?[^。；，]{0,4}(?:公布|公示|宣布|公开)[^。；，]{0,12}名单|名单[^。；，]{0,10}(?:当天|当日|会后|会上|会议结束)[^。；，]{0,6}(?:公布|公示|宣布|公开)',
);
const late = pattern(
  '(?:听证)?材料[^。；]{0,20}(?:当天|当日|当场|现场|会上|前一天|前一日|前夕|会后|前夜|临时)[^。；，]{0,10}(?:送达|发放|分发|发|送|交|提供|寄)|(?:当天|当日|当场|现场|前一天|前一日|前夜)[^。；，]{0,16}(?:送达|发放|分发|发给|提供)[^。；，]{0,12}(?:听证)?材料',
);

const hearingNotice: Rule = {
  id: 'dec-hearing-notice',
  title: '听证材料送达不足七日或者名单未公布',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['decision'],
  why: '听证会材料应当于召开听证会7日前送达听证参加人，参加人名单应当提前向社会公布。',
  basis: [{ law: regulation, article: '16' }],
  advice: '改期听证，保证材料提前七日送达，并提前公布听证参加人名单。',
  traps: ['提前七日以上送达的，不论以何种方式送达都符合要求。'],
  check: (context) => [...servedLate(context), ...namedLate(context)],
  examples: {
    hits: [
      {
        text: '| 环节 | 日期 |\n| 听证公告 | 2026-04-01 |\n| 寄送材料 | 2026-04-20 |\n| 召开听证会 | 2026-04-24 |',
        says: '4日',
      },
      { text: '6月1日送达，6月5日听证。', says: '4日' },
      { text: '水价听证会定于2026年9月10日召开，听证材料于2026年9月６日送达听证参加人。', says: '4日' },
      { text: '听证会召开前三日，将听证材料发给参加人。', says: '三日' },
      { text: '听证参加人名单未向社会公布。', says: '名单' },
      { text: '听证材料于会议当天现场发放。', says: '当天' },
    ],
    nearMisses: [
      { text: '6月1日送达，6月9日听证。' },
      { text: '听证材料于听证会召开10日前送达参加人，名单已提前公布。' },
      { text: '当事人要求听证的，应当在五日内提出。' },
    ],
  },
};

function servedLate(context: RuleContext): Hit[] {
  const steps = stepsOf(context, hearingStages);
  const served = firstStep(steps, 'served');
  const heard = firstStep(
    steps.filter(({ day }) => served === null || day >= served.day),
    'heard',
  );
  if (served && heard && heard.day >= served.day && heard.day - served.day < noticeDays) {
    const said = `听证材料${quoted(served.text)}送达，${quoted(heard.text)}听证，相距${heard.day - served.day}日，不足${noticeDays}日。`;
    return [{ at: served.at, related: [heard.at], message: said }];
  }
  return inBody(context, context.facts.durations).flatMap(({ at, text, days, amount, unit }) => {
    const { before, after, text: sentence } = sentenceOf(context, at);
    const ahead =
      /前$|提前$|前[^，]{0,2}$/u.test(before) || /^(?:前|以前|之前)/u.test(after) || /提前/u.test(before.slice(-6));
    const shown = unit === 'working-day' ? days : amount;
    if (!ahead || shown >= noticeDays || !(unit === 'day' || unit === 'working-day')) return [];
    if (!/听证/u.test(sentence) || !/材料|送达|通知|发放|发给|寄/u.test(sentence)) return [];
    return [{ at, message: `听证材料提前${quoted(text)}送达，不足${noticeDays}日。` }];
  });
}

const namedLate = (context: RuleContext): Hit[] =>
  [unlisted, late].flatMap((find) =>
    phrase({
      find,
      when: ({ sentence, paragraph }) => /听证/u.test(sentence) || /听证/u.test(paragraph.text),
      unless: pattern('不得|应当'),
      message: ({ match }) => `听证准备不合要求：${quoted(match.text)}。`,
    })(context),
  );

/** Contracts are sent for review as well. */
const otherReview = pattern('不属于重大(?:行政)?决策|合同送审|合同审查');

const reviewTime: Rule = {
  id: 'dec-review-time',
  title: '合法性审查时间不足七个工作日',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '送请合法性审查应当保证必要的审查时间，一般不少于7个工作日。',
  basis: [{ law: regulation, article: '26' }],
  advice: '推迟上会或者提前送审，留足七个工作日；确有紧急情况的写明理由。',
  traps: ['按工作日计算，周末和法定节假日不算在内。'],
  check: (context) =>
    (mentions(context, otherReview) ? [] : reviewTimes(context))
      .filter(({ days }) => days < reviewDays)
      .slice(0, 1)
      .map(({ at, related, days, said }) => ({
        at,
        related,
        message: `${quoted(said, 50)}，审查时间至多${days}个工作日，不足${reviewDays}个工作日。`,
      })),
  examples: {
    hits: [
      { text: '周一送审周三开会。', says: '2个工作日' },
      { text: '方案于2026年6月1日送区司法局审查，2026年6月5日提交常务会议讨论。', says: '4个工作日' },
      { text: '要求司法局在三个工作日内出具合法性审查意见。', says: '3个工作日' },
      { text: '送审次日即上会讨论。', says: '1个工作日' },
    ],
    nearMisses: [
      { text: '提前10个工作日送审。' },
      { text: '方案于2026年6月1日送区司法局审查，2026年6月15日提交常务会议讨论。' },
      { text: '公开征求意见期限为五个工作日，另行送审。' },
    ],
  },
};

export const timing: readonly Rule[] = [hearingNotice, reviewTime];
