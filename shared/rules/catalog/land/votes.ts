/** How a collective economic organisation decides: by how many, on how long a notice, and by which body. */
import type { Span } from '../../../document/model.ts';
import { hanCount, readCount } from '../../../facts/number.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { affirms } from '../../affirm.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { nameOf } from '../../naming.ts';
import type { Names } from '../../naming.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, stepsOf } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { villagePapers } from './common.ts';

const law = '农村集体经济组织法';

const collective = pattern(
  '集体经济组织|经济合作社|股份合作社|经济联合社|成员(?:代表)?大会|全体成员|成员代表|成员(?:总数|共|总计|总人数)|(?:应到|实到|参会)成员|本社|民事行为能力',
);
const otherMeeting = pattern('业主|股东会|董事会|合伙人|工会会员|党员大会');
/** Village meetings have their own majorities. */
const villageMeeting = pattern('村民(?:代表)?会议|村民代表');

type Count = 'total' | 'present' | 'agree' | 'against';
const counts: Names<Count> = [
  ['against', /反对|弃权|不同意|缺席|请假|未到|未参加|无效票|未表态/u],
  ['agree', /同意|赞成|通过/u],
  [
    'present',
    /(?:到会|实到|出席|参会|参加|签到|与会|到场|现场)(?:的)?(?:具有)?(?:完全)?(?:民事行为能力)?(?:的)?(?:成员|人员|代表)?/u,
  ],
  [
    'total',
    /全体(?:成员)?(?:代表)?(?:总数|人数|共|总计)?|应到|应参加|应出席|应参会|(?:成员|代表|社员)(?:总数|总人数|总计|共计|合计|人数|共有?|名册)|共有(?:成员|代表|社员)|(?:完全民事行为能力)(?:的)?(?:成员|人员)|总人数|在册成员/u,
  ],
];
const heads = pattern(`(\\d{1,6}|[${hanCount}]{1,9})\\s*(?:余)?(?:人|名|位|票|户|个成员)`);

type Told = Readonly<{ name: Count; value: number; at: Span; rep: boolean }>;

/** Every head count with what it counts. */
function headCounts(context: RuleContext): Told[] {
  const said = places(context, heads).flatMap(({ match, at }): Told[] => {
    const value = readCount(match.groups[0]?.text ?? '');
    const number = { block: at.block, from: at.from, to: match.groups[0]?.to ?? at.to };
    const name = value === null ? null : countName(context, number);
    if (value === null || name === null) return [];
    const near = clauseOf(context, at);
    return [{ name, value, at, rep: /代表/u.test(near.before.slice(-16) + near.after.slice(0, 8)) }];
  });
  return [...said, ...countsInTables(context)];
}

/** Columns 全体成员, 到会, 同意 with bare numbers below. */
function countsInTables(context: RuleContext): Told[] {
  return context.facts.tables.flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell, column): Told[] => {
        const title = columns[column]?.title ?? '';
        const name = counts.find(([, words]) => words.test(title))?.[0];
        return cell?.value && name && Number.isInteger(cell.value)
          ? [{ name, value: cell.value, at: cell.at, rep: /代表/u.test(title) }]
          : [];
      }),
    ),
  );
}

/** 同意150人 names before, 150人同意 after: what follows at once is the closer name. */
function countName(context: RuleContext, at: Span): Count | null {
  const { before, after } = clauseOf(context, at);
  const following =
    /^\s*(?:余)?(?:人|名|位|票|户|个成员)(?:成员|代表|社员)?(?:表示|投|均|都)?(?:了)?(不同意|同意|赞成|反对|弃权|到会|出席|参会|参加|到场|通过)/u.exec(
      after,
    )?.[1];
  if (following && !/(?:同意|赞成|反对|弃权|到会|实到|出席|应到|全体成员|总数)[^，。；\d]{0,6}$/u.test(before)) {
    return counts.find(([, words]) => words.test(following))?.[0] ?? null;
  }
  return nameOf(context, at, counts);
}

const share = (part: number, whole: number): string => `${part}/${whole}（${((part / whole) * 100).toFixed(1)}%）`;

function byHeads(context: RuleContext): Hit[] {
  const told = headCounts(context);
  const total = told.find(({ name }) => name === 'total');
  if (!total || total.value < 3) return [];
  const agree = told.find(({ name, value, at }) => name === 'agree' && value <= total.value && at !== total.at);
  const present = told.find(({ name, value }) => name === 'present' && value <= total.value);
  const rep = total.rep || (mentions(context, repMeeting) && !mentions(context, memberMeeting));
  const whole = rep ? '全体成员代表' : '全体成员';
  if (agree && agree.value * 3 < total.value * 2) {
    return [
      {
        at: agree.at,
        related: [total.at],
        message: `${whole} ${total.value} 人，同意 ${agree.value} 人，占 ${share(agree.value, total.value)}，不足三分之二。`,
      },
    ];
  }
  if (!rep && present && present.value * 3 < total.value * 2) {
    return [
      {
        at: present.at,
        related: [total.at],
        message: `${whole} ${total.value} 人，到会 ${present.value} 人，占 ${share(present.value, total.value)}，不足三分之二。`,
      },
    ];
  }
  return [];
}
const repMeeting = pattern('代表大会|代表会议|成员代表');
const memberMeeting = pattern('成员大会');

function byShare(context: RuleContext): Hit[] {
  return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
    const { text } = clauseOf(context, percentage.at);
    if (!/同意|赞成/u.test(text) || /反对|不同意|弃权/u.test(text)) return [];
    if (percentage.percent < 20 || percentage.percent > 66.6 || /得票|业主/u.test(text)) return [];
    if (/到会|出席|参会|实到/u.test(clauseOf(context, percentage.at).before)) return [];
    return [{ at: percentage.at, message: `同意人数占 ${percentage.decimal}%，不足全体的三分之二。` }];
  });
}

const wrongBase = phrase({
  find: pattern(
    '(?:到会|出席|参会|实到|与会|到场)[^。；，\\n]{0,10}(?:成员|代表|人员|人数|社员)?[^。；，\\n]{0,4}(?:三分之二|2/3|过半|半数|多数|\\d+%|百分之[一二三四五六七八九十]+)[^。；，\\n]{0,12}(?:同意|赞成|通过)|(?:全体成员|全体代表|全体成员代表)[^。；，\\n]{0,6}(?:过半数|半数以上|二分之一|1/2)[^。；，\\n]{0,8}(?:同意|赞成|通过)',
  ),
  unless: pattern(
    '全体成员(?:代表)?(?:的)?三分之二|全体成员代表(?:的)?三分之二|不能|不得|村民|居民|人民代表|户的?代表',
  ),
  when: (_, context) => mentions(context, organisation),
  message: ({ match }) => `表决以${quoted(match.text)}计算，不是以全体成员（代表）的三分之二计算。`,
});

const organisation = pattern('集体经济|合作社|联合社|成员(?:代表)?大会');

type Stage = 'notice' | 'meeting';
const stages: StepWords<Stage> = [
  ['notice', /通知|公告|告知|公示/u],
  ['meeting', /召开|开会|会议|大会|表决/u],
];

function shortNotice(context: RuleContext): Hit[] {
  if (!mentions(context, organisation)) return [];
  if (mentions(context, repMeeting) && !mentions(context, memberMeeting)) return [];
  const early = inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    const clause = clauseOf(context, duration.at);
    if (!['day', 'working-day'].includes(duration.unit) || duration.days >= 10) return [];
    if (!/(?:提前|会前|召开前)[^，。；]{0,6}$/u.test(clause.before) && !/^[^，。；]{0,4}前/u.test(clause.after))
      return [];
    if (!/通知|告知|公告/u.test(sentenceOf(context, duration.at).text)) return [];
    return [{ at: duration.at, message: `会议召开前 ${duration.text}通知成员，不足十日。` }];
  });
  if (early.length > 0) return early;
  const steps = stepsOf(context, stages);
  const notice = firstStep(steps, 'notice');
  const meeting = steps.find(({ step, day }) => step === 'meeting' && notice !== null && day >= notice.day);
  if (!notice || !meeting || meeting.day - notice.day >= 10 || (meeting.day === notice.day && meeting.at === notice.at))
    return [];
  const message = `会议通知日${quoted(notice.text)}距召开日${quoted(meeting.text)} ${meeting.day - notice.day} 日，不足十日。`;
  return [{ at: notice.at, related: [meeting.at], message }];
}

const voteCalc: Rule = {
  id: 'sub-collective-vote-calc',
  title: '集体经济组织表决人数或通知时间不足',
  severity: 'high',
  nature: 'unlawful',
  kinds: villagePapers,
  why: '成员大会须有三分之二以上具有完全民事行为能力的成员参加，决定须经全体成员（成员代表大会须经全体代表）三分之二以上同意，并提前十日通知。',
  basis: [
    { law, article: '27' },
    { law, article: '28' },
  ],
  advice: '核对成员名册、签到表、委托书和表决票；人数或者通知时间不足的，重新通知、重新表决。',
  traps: ['比例以全体成员或者全体代表为分母，不是以到会人数为分母。', '村民会议、业主大会的比例另有规定。'],
  check: (context) => {
    if (!mentions(context, collective) || mentions(context, otherMeeting)) return [];
    if (mentions(context, villageMeeting) && !/集体经济组织|合作社|联合社|成员/u.test(readingOf(context.document).text))
      return [];
    const short = byHeads(context);
    const counted = short.length > 0 ? short : [...byShare(context), ...wrongBase(context)];
    return [...counted, ...shortNotice(context)];
  },
  examples: {
    hits: [
      { text: '石桥村股份经济合作社全体成员300人，到会210人，同意150人。', quote: '150人', says: '不足三分之二' },
      { text: '成员大会应到240人，实到150人，赞成票一百六十票。', quote: '150人', kind: 'other', says: '到会 150 人' },
      {
        text: '会议记录\n一、全体成员代表45人，出席40人。\n二、29名代表同意，11名代表反对。',
        kind: 'other',
        quote: '29名',
        says: '全体成员代表 45 人',
      },
      { text: '2026年3月2日发出会议通知，2026年3月9日召开成员大会。', kind: 'decision', says: '不足十日' },
      {
        text: '| 全体成员 | 到会 | 同意 |\n| 600 | 500 | 380 |\n经济合作社成员大会表决通过。',
        kind: 'other',
        says: '同意 380 人',
      },
      { text: '成员大会以到会成员过半数同意通过资产处置方案。', kind: 'decision', says: '到会成员过半数同意' },
    ],
    nearMisses: [
      { text: '全体成员300人，到会240人，同意201人，提前12日通知。' },
      { text: '成员代表大会全体代表45人，同意30人，反对15人。' },
      { text: '业主大会全体业主300人，参加200人，同意120人。' },
      { text: '成员大会于2026年3月20日召开，会议通知于2026年3月5日发出，全体成员三分之二以上同意。' },
    ],
  },
};

const repBody =
  '(?:成员代表大会|成员代表会议|村民代表会议|村民代表大会|代表大会|代表会议|理事会|村民代表|成员代表|社员代表大会|村两委|村“两委”|两委会议|村委会|合作社负责人)';
const reserved =
  '(?:承包(?:土地|地)[^。；，]{0,6}(?:调整|方案)|土地(?:承包)?[^。；，]{0,4}调整|章程|成员(?:身份)?(?:的)?(?:确认|资格|认定|身份)|确认[^。；，]{0,16}成员|土地承包(?:方案|经营方案)?|承包方案|宅基地|(?:收益权)?份额量化|收益权份额|股权量化|土地补偿费|征地补偿|补偿(?:费|款)[^。；，]{0,8}分配|分配[^。；，]{0,10}(?:补偿|征地)|安置补助费|合并|分立)';
const decides = '(?:表决|决定|通过|决议|批准|审议|同意|确定|议定)';

const repScope = phrase({
  find: pattern(
    `${repBody}[^。；\\n]{0,30}${decides}[^。；\\n]{0,40}${reserved}|${reserved}[^。；\\n]{0,40}(?:经|由|提交|报)[^。；，\\n]{0,16}${repBody}[^。；\\n]{0,24}${decides}|${repBody}[^。；\\n]{0,30}${reserved}[^。；\\n]{0,24}${decides}`,
  ),
  unless: pattern(
    '成员大会|全体村民会议|村民会议(?:授权|讨论|决定|通过)|提交[^。；，]{0,6}大会|讨论后提请|不得|不能|无权|征求意见|初步|人民代表|章程(?:的)?(?:规定|约定)|由[^。；，]{0,14}章程|工程承包|承包商|建设承包',
  ),
  negatable: true,
  when: ({ match }) => !/理事会(?:成员)?(?:选举|换届)/u.test(match.text),
  message: ({ match }) => `由代表会议或者理事机构决定了成员大会专属的事项：${quoted(match.text, 60)}。`,
});

/** Minutes: who came, what was on the agenda, that it was carried, each on a line. */
const attended = pattern(
  `(?:参会|到会|出席|参加)(?:人员|人|对象)?[：:][^。；]{0,10}(?:村民|成员|社员)代表|会议名称[：:][^。；]{0,16}${repBody}`,
);
const carried = pattern('(?:结果|决议|表决(?:情况|结果)?|结论|决定)[：:][^。；]{0,24}(?:通过|同意)');
const allMembers = pattern('成员大会|村民会议|全体成员');

const repPaper = pattern(`^[^。；，]{0,20}${repBody}[^。；，]{0,6}(?:决议|决定|纪要|记录)\\s*$`);
const items = phrase({
  find: pattern(
    `(?:修改|修订|通过|制定|确认|取消|调整|分配|同意|批准)[^。；\\n]{0,20}${reserved}|${reserved}[^。；\\n]{0,10}(?:修正案|方案|通过)|(?:确认|取消)[^。；\\n]{0,20}成员`,
  ),
  unless: pattern('提请|提交|建议|不得|初步|征求意见'),
  message: ({ match }) => `代表会议的决议决定了成员大会专属的事项：${quoted(match.text, 60)}。`,
});

/** 村民代表会议决议 at the head, what was decided in the items below. */
function resolvedUnder(context: RuleContext): Hit[] {
  const head = readingOf(context.document).paragraphs.slice(0, 3);
  const minutes = mentions(context, attended) && mentions(context, carried) && !mentions(context, allMembers);
  return minutes || head.some(({ text }) => repPaper.test(text)) ? items(context) : [];
}

const noParty = phrase({
  find: pattern(
    '(?:未|没有|尚未|未曾|无)[^。；，\\n]{0,8}(?:乡镇党委|镇党委|乡党委|街道党工委|党工委|党委|村党组织|党支部|党组织|党总支)[^。；，\\n]{0,10}(?:研究|讨论|审议|审核)?',
  ),
  when: ({ sentence }) => /研究|讨论|审议|审核|意见/u.test(sentence),
  message: ({ match }) => `重要事项${quoted(match.text)}。`,
});
const memberDecision = pattern(
  `成员大会[^。；\\n]{0,50}${decides}[^。；\\n]{0,40}${reserved}|${reserved}[^。；\\n]{0,40}成员大会[^。；\\n]{0,40}${decides}`,
);
/** 章程修改由成员大会决定 tells the law, not what a meeting did. */
const statesLaw = pattern('《[^》]+》[^。；，]{0,8}规定|不得|不能|由成员大会决定|应当由');
const partyStudied = pattern('党委|党工委|党组织|党支部|党总支|党员大会');

const repScopeRule: Rule = {
  id: 'sub-collective-rep-scope',
  title: '成员大会专属事项由代表会议决定',
  severity: 'high',
  nature: 'unlawful',
  kinds: villagePapers,
  why: '章程、成员确认、承包和宅基地使用、收益权份额量化、土地补偿费分配、合并分立只能由成员大会决定，重要事项还应当先经党组织研究讨论。',
  basis: [
    { law, article: '28' },
    { law, article: '26' },
  ],
  advice: '重新召开成员大会，经全体成员三分之二以上同意；会前取得乡镇党委、街道党工委或者村党组织的研究讨论记录。',
  traps: ['代表大会讨论后提交成员大会表决的，是正常程序。', '不在专属清单内的经营事项，可以由代表大会决定。'],
  check: (context) => {
    const said = repScope(context);
    const delegated = said.length > 0 ? said : resolvedUnder(context);
    const unstudied = noParty(context);
    if (delegated.length + unstudied.length > 0) {
      return mentions(context, collectiveAtAll) ? [...delegated, ...unstudied] : delegated;
    }
    const decided = places(context, memberDecision).some(({ sentence }) => !statesLaw.test(sentence));
    if (!decided || affirms(context, partyStudied)) return [];
    return [
      {
        at: null,
        missing: 'sub-party-study',
        severity: 'medium',
        nature: 'risk',
        message: '成员大会决定了重要事项，没有载明会前经乡镇党委、街道党工委或者村党组织研究讨论。',
      },
    ];
  },
  examples: {
    hits: [
      { text: '成员代表大会表决通过征地补偿费分配方案。', kind: 'other', says: '专属的事项' },
      {
        text: '关于成员身份确认的决定\n经理事会研究决定，确认王某等十二人为本社成员。',
        kind: 'decision',
        says: '理事',
      },
      { text: '本社章程修改草案经2026年4月2日村民代表会议审议通过，即日施行。', kind: 'normative' },
      { text: '成员代表会议决议\n一、修改本合作社章程第八条；\n二、即日生效。', kind: 'other', says: '章程' },
      { text: '集体收益权份额量化方案未经街道党工委研究讨论，即提交表决。', kind: 'other', says: '党工委' },
      {
        text: '石桥村经济合作社成员大会表决通过土地补偿费分配方案，全体成员三分之二以上同意。',
        kind: 'other',
        says: '党组织',
      },
    ],
    nearMisses: [
      { text: '成员大会全体成员三分之二以上同意通过征地补偿费分配方案，会前经街道党工委研究。', kind: 'other' },
      { text: '成员代表大会讨论后提交成员大会表决宅基地使用方案，会前已经村党组织研究。', kind: 'other' },
      { text: '成员代表大会审议通过2026年度财务预算。', kind: 'other' },
      { text: '理事会不得决定土地承包方案。', kind: 'normative' },
    ],
  },
};
const collectiveAtAll = pattern('集体|成员|村|社');

export const villageVotes: readonly Rule[] = [voteCalc, repScopeRule];
