/** Answers to applications for disclosure of government information: when, and with what reasons. */
import type { Paragraph } from '../../../document/model.ts';
import { dayNumber } from '../../../facts/dates.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { DocumentKind, Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, lastStep, stepsOf, weekdaysBetween } from '../../steps.ts';
import { readingOf } from '../../reading.ts';
import type { Step, StepWords } from '../../steps.ts';

const law = '政府信息公开条例';
const papers: readonly DocumentKind[] = ['other', 'enforcement', 'decision', 'normative', 'contract'];

const disclosure = pattern(
  '申请[^。；，]{0,4}的信息|公开范围|信息[^。；，]{0,6}不予公开|信息公开|公开申请|政府信息|申请公开|收到[^。；，]{0,10}申请',
);
const named = pattern('信息公开|公开申请|政府信息|申请公开');
const otherProcedure = pattern(
  '信访|行政复议|许可申请|仲裁申请|投诉|举报|赔偿申请|报价|报名|付款申请|验收申请|听证申请',
);

type Stage = 'received' | 'answered' | 'extended';
const stages: StepWords<Stage> = [
  ['extended', /延长|延期/u],
  ['answered', /答复|回复|作出[^，。]{0,8}(?:决定|告知)|告知书/u],
  ['received', /收到|受理|签收|提出|申请/u],
];

/** Working days for an answer, and for its extension. */
const limit = 20;

/**
 * Weekdays that a public holiday may take between two days, at most: New Year, Spring Festival, Qingming, Labour Day,
 * Dragon Boat, Mid-Autumn, National Day. Lunar feasts count wherever they can fall.
 */
function holidaysWithin(from: number, to: number): number {
  let count = 0;
  const lunar = new Set<string>();
  for (let day = from + 1; day <= to; day += 1) {
    const weekday = (day + 4) % 7;
    const date = new Date(day * 86_400_000);
    const key = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    if (key >= 121 && key <= 228) lunar.add('spring');
    if (key >= 528 && key <= 626) lunar.add('dragon');
    if (key >= 908 && key <= 1008) lunar.add('moon');
    if (weekday === 0 || weekday === 6) continue;
    if (key <= 103 || (key >= 404 && key <= 406) || (key >= 501 && key <= 505) || (key >= 1001 && key <= 1007))
      count += 1;
  }
  return count + (lunar.has('spring') ? 7 : 0) + (lunar.has('dragon') ? 1 : 0) + (lunar.has('moon') ? 1 : 0);
}

const extension = pattern('延长|延期');
const thirdParty = pattern('征求[^。；，]{0,12}意见|第三方意见');

function lateAnswer(context: RuleContext): Hit[] {
  const steps = stepsOf(context, stages);
  const received = firstStep(steps, 'received');
  const answered = lastStep(steps, 'answered') ?? signedAnswer(context);
  if (!received || !answered || answered.day <= received.day) return [];
  const days = weekdaysBetween(received.day, answered.day);
  const holidays = holidaysWithin(received.day, answered.day);
  const extended = isExtended(context);
  const consulted = affirms(context, thirdParty) ? consultation(context) : 0;
  if (consulted === null) return [];
  const allowed = (extended ? limit * 2 : limit) + consulted;
  if (days - holidays <= allowed) return [];
  return [
    {
      at: answered.at,
      related: [received.at],
      message: `${received.text}收到申请，${answered.text}答复，相隔 ${days} 个工作日（未扣除法定节假日），超过 ${allowed} 个工作日。`,
    },
  ];
}
const told = pattern('告知|通知');

/** A table may have a column for it that says 无. */
function isExtended(context: RuleContext): boolean {
  const { paragraphs } = readingOf(context.document);
  const heads = paragraphs.filter(({ region, text }) => region.kind === 'cell' && extension.test(text));
  if (heads.length === 0) return affirms(context, extension) && affirms(context, told);
  return heads.some(({ id, text }) => {
    const values = paragraphs.filter((other) => other.id !== id && sameLine(other, heads));
    return (
      /已|20\d\d/u.test(text) || values.some((other) => !/^\s*(?:无|否|未|没有|—|-|\/|×)?[^\d]{0,6}$/u.test(other.text))
    );
  });
}

/** In a column of one of the heads. */
function sameLine({ region }: Paragraph, heads: readonly Paragraph[]): boolean {
  return heads.some(
    ({ region: head }) =>
      head.kind === 'cell' && region.kind === 'cell' && head.table === region.table && head.column === region.column,
  );
}

const answerTitle = /答复书|告知书|关于[^。；]{0,30}(?:答复|回复)/u;

/** An answer in due form bears its date under the signature. */
function signedAnswer(context: RuleContext): Step<Stage> | null {
  if (
    !readingOf(context.document)
      .paragraphs.slice(0, 3)
      .some(({ text }) => answerTitle.test(text))
  )
    return null;
  const date = inBody(context, context.facts.dates).findLast(
    ({ form, at }) => form === 'complete' && textOf(context, at.block).trim().length < 24,
  );
  const day = date ? dayNumber(date.year ?? 0, date.month ?? 0, date.day ?? 0) : null;
  return date && day !== null ? { step: 'answered', day, at: date.at, text: date.text } : null;
}

/** Working days spent on asking others; null when that is said without a length. */
function consultation(context: RuleContext): number | null {
  const lengths = inBody(context, context.facts.durations).filter(
    ({ at }) => /征求|第三方/u.test(sentenceOf(context, at).text) && !/答复/u.test(clauseOf(context, at).text),
  );
  const first = lengths[0];
  return first === undefined ? null : Math.ceil(first.amount);
}

/** Lengths stated for an answer or an extension that are longer than allowed. */
function longLimits(context: RuleContext): Hit[] {
  if (!mentions(context, named)) return [];
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    const { unit, amount, at, text } = duration;
    const working = unit === 'working-day' ? amount > limit : ['day', 'month'].includes(unit) && duration.days > 31;
    if (!working) return [];
    const clause = clauseOf(context, at).text;
    const sentence = sentenceOf(context, at).text;
    if (!/答复|回复|延长|延期/u.test(clause) || /行政复议|诉讼|保存|公示/u.test(sentence)) return [];
    if (/合计|最长|累计|总/u.test(clause) && amount <= limit * 2) return [];
    const what = /延长|延期/u.test(clause) ? '延长答复期限' : '答复期限';
    return [{ at, message: `${what}为 ${text}，超过 ${limit} 个工作日。` }];
  });
}

const unapproved = phrase({
  when: (_, context) => mentions(context, named),
  find: pattern(
    '延长[^。；\\n]{0,30}(?:未|没有|无)[^。；，\\n]{0,10}(?:负责人|批准|同意|告知|通知)|(?:未|没有|无)[^。；，\\n]{0,10}(?:经|取得)?[^。；，\\n]{0,10}(?:负责人)?(?:同意|批准|告知)[^。；，\\n]{0,8}(?:即|就|便|擅自|自行)?[^。；，\\n]{0,4}延长|自行延长|擅自延长',
  ),
  unless: pattern('不得|不再延长'),
  message: ({ match }) => `延长答复未经同意或者未告知：${quoted(match.text)}。`,
});

const refusal = pattern(
  '(?:决定)?不予公开|不予提供|信息不存在|(?:不属于|非|不是|并非)(?:本|我)(?:机关|单位|局|街道|办)[^。；，]{0,10}(?:公开|制作|掌握|职责|范围)|不属于[^。；，]{0,8}公开范围|拒绝公开',
);
const reason = pattern(
  '理由[^。；，]{0,2}(?:是|为|如下|：)|因为?[^果此。；，]{2,}|由于|鉴于|根据《|依据《|按照《|依照《|第[一二三四五六七八九十\\d]+条|涉及|属于(?:国家秘密|商业秘密|个人隐私|内部|过程性)|经检索|经查(?:找|询|阅)|系(?:国家秘密|内部)|危及|说明理由',
);
const general = pattern('的(?:，|应当)|应当说明理由|下列情形|可以不予公开');

function bareRefusal(context: RuleContext): Hit[] {
  if (!mentions(context, refusal) || affirms(context, reason)) return [];
  return phrase({
    find: refusal,
    unless: general,
    message: ({ match }) => `答复${quoted(match.text)}，没有说明理由。`,
  })(context).slice(0, 1);
}

const replyTime: Rule = {
  id: 'info-reply-time',
  title: '信息公开答复超期或未说明理由',
  severity: 'high',
  nature: 'unlawful',
  kinds: papers,
  why: '收到政府信息公开申请应当在二十个工作日内答复，延长须经负责人同意并告知申请人，最长再延二十个工作日；不予公开的应当说明理由。',
  basis: [
    { law, article: '33' },
    { law, article: '36' },
  ],
  advice: '核对收到日和答复日；需要延长的补办负责人同意和告知手续，不予公开的写明依据和理由。',
  traps: ['征求第三方和其他机关意见的时间不计入。', '节假日使天数难以确定的，只在扣除后仍超期时提示。'],
  check: (context) => {
    if (!mentions(context, disclosure) || mentions(context, otherProcedure)) return [];
    return [...lateAnswer(context), ...longLimits(context), ...unapproved(context), ...bareRefusal(context)];
  },
  examples: {
    hits: [
      { text: '2026年6月1日收到申请，8月10日答复，无延长告知。', quote: '8月10日', says: '超过 20 个工作日' },
      {
        text: '临河区民政局政府信息公开答复书\n本机关于2026年3月2日收到你的信息公开申请，现于2026年4月20日作出答复。',
        says: '未扣除法定节假日',
      },
      {
        text: '政府信息公开答复书\n本机关2026年3月2日收到你的信息公开申请。经审查，予以公开。\n桐溪街道办事处\n2026年4月28日',
        quote: '2026年4月28日',
      },
      {
        text: '| 收到日期 | 延长告知 | 答复日期 |\n| 2026-07-06 | 无 | 2026-09-01 |\n依申请公开政府信息台账',
        says: '超过 20 个工作日',
      },
      { text: '信息公开申请的答复期限延长30个工作日。', quote: '30个工作日', says: '延长答复期限' },
      { text: '关于信息公开申请的答复：你申请公开的会议纪要，本机关不予公开。', says: '没有说明理由' },
    ],
    nearMisses: [
      { text: '2026年6月1日收到申请，6月26日答复。' },
      { text: '2026年3月2日收到信息公开申请，经负责人同意延长20个工作日并告知申请人，4月20日答复。' },
      { text: '收到信息公开申请之日起20个工作日内予以答复。', kind: 'normative' },
      { text: '信息公开答复：你申请的信息涉及第三方商业秘密，根据《政府信息公开条例》第十五条，决定不予公开。' },
      { text: '2026年3月2日收到信访事项，5月20日答复。' },
    ],
  },
};

export const disclosures: readonly Rule[] = [replyTime];
