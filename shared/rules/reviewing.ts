/**
 * How many working days a paper was with its reviewers: from two dated steps, from weekdays (周一送审周三开会), or
 * from a length that was given. Public holidays are not known here.
 */
import type { Span } from '../document/model.ts';
import { clauseOf, inBody, sentenceOf } from './around.ts';
import { mentions, places } from './builders.ts';
import { pattern } from './pattern.ts';
import { openPeriods } from './periods.ts';
import type { RuleContext } from './rule.ts';
import { readingOf } from './reading.ts';
import { firstStep, stepsOf, weekdaysBetween } from './steps.ts';
import type { StepWords } from './steps.ts';

/** `days` is the most working days the words can mean; `said` is what they say. */
export type ReviewTime = Readonly<{ at: Span; related: readonly Span[]; days: number; said: string }>;

const stages: StepWords<'sent' | 'answered'> = [
  [
    'sent',
    /送审|报送|送请|报请审查|收到|移送|提交(?:司法局|法制|合法性)|送(?:区|县|市)?司法局|送达审查|报审|送交|送(?!达)[^。；，]{0,12}审[查核]|提交[^。；，]{0,10}审[查核]/u,
  ],
  ['answered', /会议|上会|开会|常务会|讨论|审议|出具|审查意见|审核意见|反馈|答复|审结|办结|取得|完成审[查核]/u],
];

const weekdays = '一二三四五';
const byWeekday = pattern(
  '(?:本|上|当)?(?:周|星期|礼拜)([一二三四五])[^。；]{0,20}(?:送审|报送|送请|送交|收到|提交审[查核])[^。；]{0,24}?(下)?(?:周|星期|礼拜)([一二三四五])[^。；]{0,20}(?:会|讨论|审议|出具|反馈)',
);
const atOnce = pattern(
  '(?:当天|当日|同日|次日|第二天|翌日|隔天|连夜)[^。；]{0,16}(?:送审|报送|送请|送交)[^。；]{0,20}|(?:今天|明天|今日|明日|当天|当日|次日|第二天|翌日)[^。；，]{0,10}(?:反馈|出具|回复|完成|返回)[^。；，]{0,10}审[查核]|(?:送审|报送|送请|送交|送[^。；，]{1,12}审[查核])[^。；]{0,20}(?:当天|当日|同日|次日|第二天|翌日|隔天)[^。；]{0,20}(?:会|讨论|审议|出具|反馈|取得|通过|完成)',
);
const reviewed = /合法性|送审|审查意见|审核意见|司法局|法制|上会/u;
const allotted = /提前|前|内|期限|时间|时限|要求|限|仅|只|给予|预留|用时|历时|反馈|出具|审结|完成/u;

/** Every stretch of review the text tells, dated steps first. */
export function reviewTimes(context: RuleContext): ReviewTime[] {
  return [
    ...namedRanges(context),
    ...datedSteps(context),
    ...namedWeekdays(context),
    ...immediate(context),
    ...allottedLengths(context),
  ];
}

const unfavourable = pattern(
  '(?:审查|审核)[^。；]{0,24}(?:不合法|不予通过|不通过|未通过|未获通过|不同意|相抵触|超越(?:法定)?(?:权限|职权))',
);
const onward =
  /^[^。；]{0,30}[。；][^。；]{0,40}(?:仍|依然|照常|照样|继续|还是|依旧|坚持|执意|强行)[^。；]{0,16}(?:提交|提请|上会|列入|审议|讨论|报请|报送|印发)/u;
const mended = /已(?:经)?(?:按|根据|依)[^。；]{0,16}(?:修改|调整|完善)|修改后|重新(?:审[查核]|送审)|复审|不得/u;

/** A review that found against a draft, and in the next sentence the draft goes on all the same. */
export function carriedOn(context: RuleContext): Readonly<{ at: Span; said: string }> | null {
  const { paragraphs, indexOf } = readingOf(context.document);
  for (const { at, match, paragraph } of places(context, unfavourable)) {
    // 处理：承办单位坚持提交 may stand on the line below.
    const below = paragraphs[(indexOf.get(paragraph.id) ?? paragraphs.length) + 1]?.text ?? '';
    const rest = onward.exec(`${paragraph.text.slice(match.to, match.to + 120)}${below}`)?.[0];
    if (rest !== undefined && !mended.test(rest)) return { at, said: match.text + rest };
  }
  return null;
}

const reviewing = pattern('合法性?审[查核]');

/** 合法性审查自10月12日至10月15日: the stretch itself. */
function namedRanges(context: RuleContext): ReviewTime[] {
  return openPeriods(context, reviewing).flatMap(({ at, text, from, to }) => {
    const { before } = clauseOf(context, at);
    if (from === null || to === null || !reviewing.test(before) || /征求|公示|公开/u.test(before)) return [];
    return [{ at, related: [], days: weekdaysBetween(from - 1, to), said: `审查${text}` }];
  });
}

const reviewWords = pattern('合法性|送审|审[查核]|报审|司法局|法制|上会|会议|草案');

function datedSteps(context: RuleContext): ReviewTime[] {
  const steps = stepsOf(context, stages);
  const sent = firstStep(steps, 'sent');
  const answered =
    sent &&
    firstStep(
      steps.filter(({ day }) => day >= sent.day),
      'answered',
    );
  if (!sent || !answered) return [];
  // Deadlines of a notice that speaks of no review, in articles of their own, are no stretch of review.
  if (sent.at.block !== answered.at.block && !mentions(context, reviewWords)) return [];
  const days = weekdaysBetween(sent.day, answered.day);
  return [{ at: answered.at, related: [sent.at], days, said: `${sent.text}送审，${answered.text}办结或者上会` }];
}

function namedWeekdays(context: RuleContext): ReviewTime[] {
  return places(context, byWeekday).map(({ at, match }) => {
    const [from, next, to] = match.groups.map((group) => group?.text);
    const days = weekdays.indexOf(to ?? '一') - weekdays.indexOf(from ?? '一') + (next ? weekdays.length : 0);
    return { at, related: [], days, said: match.text };
  });
}

function immediate(context: RuleContext): ReviewTime[] {
  return places(context, atOnce).map(({ at, match }) => ({ at, related: [], days: 1, said: match.text }));
}

/** 提前10个工作日送审; 要求司法局3日内反馈. Calendar days hold at most so many working days. */
function allottedLengths(context: RuleContext): ReviewTime[] {
  return inBody(context, context.facts.durations).flatMap(({ at, text, amount, unit }) => {
    const { before, after } = sentenceOf(context, at);
    const near = `${before.slice(-24)}${text}${after.slice(0, 24)}`;
    if (!reviewed.test(near) || !allotted.test(near) || /公示|征求意见|公布|备案|施行/u.test(near)) return [];
    const days = unit === 'working-day' ? amount : unit === 'day' ? workingDaysIn(amount) : null;
    return days === null ? [] : [{ at, related: [], days, said: text }];
  });
}

function workingDaysIn(days: number): number {
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
