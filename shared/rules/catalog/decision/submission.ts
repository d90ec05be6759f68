/** What must stand behind a draft before it is discussed: participation, legality, competition, Party, congress. */
import { mentions, phrase, quoted } from '../../builders.ts';
import { fileLists, isArchive, lackingMaterial, mentionsOf } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import { carriedOn } from '../../reviewing.ts';
import type { Pattern } from '../../pattern.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { economicActivity } from '../../subjects.ts';

const regulation = '重大行政决策程序暂行条例';
const secret = pattern('依法不(?:予|宜)?公开|国家秘密|涉密|依法保密|不公开(?:的)?(?:依据|理由)');
const meeting =
  '(?:常务会议?|全体会议|办公会议?|党组会议?|党工委会?议?|联席会议?|主任会议?|上会|会议|决策机关|(?:区|县|市|镇)政府)';
/** Straight to the meeting, with nothing in between. */
export const straightToMeeting = pattern(
  `(?:直接|径直|径行|径自|立即|即行|匆忙)(?:提交|提请|上报|报请|报送|报|交|上|送|列入)[^。；，]{0,14}${meeting}|先(?:上会|提交会议|开会|讨论)[^。；]{0,10}(?:再|后补)|(?:形成|起草|拟定|拟订)(?:完成)?后(?:即|便|就)(?:提交|提请|上)[^。；，]{0,10}${meeting}`,
);

const participationWords = pattern(
  '公众参与|公众意见|(?:公开)?(?:征求|征集|听取|征询)(?:了)?(?:社会|公众|群众|各方面?|居民|村民|业主|利害关系人|市民|企业|公民|广大)[^。；，]{0,10}(?:的)?(?:意见|建议)|公开征求意见|征求意见(?:公告|情况|记录|材料|稿公示)|公开征集意见|听取[^。；，]{0,8}意见|意见征集|座谈会|听证(?:会|笔录|记录|报告)|问卷调查|民意调查|征求意见',
);

const participation: Rule = {
  id: 'dec-participation',
  title: '没有公众参与记录',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '除依法不予公开的外，决策承办单位应当以便于公众参与的方式充分听取意见，没有记录就无法证明做过。',
  basis: [{ law: regulation, article: '14' }],
  advice: '补齐征求意见公告、座谈会或者听证会记录、意见汇总；依法不予公开的，附不公开的依据。',
  traps: ['依法不予公开的决策事项可以不组织公众参与，但要说明依据。'],
  check: lackingMaterial({
    name: '公众参与（征求意见）的记录',
    words: participationWords,
    excused: secret,
  }),
  examples: {
    hits: [
      { text: '送审材料无征求意见情况。', quote: '征求意见情况', says: '公众参与' },
      { text: '老旧小区加装电梯方案\n四、公众参与情况：未组织。\n五、合法性审查：已通过。', quote: '公众参与' },
      { text: '| 序号 | 材料 | 是否提供 |\n| 1 | 方案草案 | 有 |\n| 2 | 公众参与记录 | 无 |', quote: '公众参与' },
      { text: '上会材料目录：\n1.方案草案及起草说明\n2.风险评估报告\n3.合法性审查意见', says: '所列材料中没有' },
    ],
    nearMisses: [
      { text: '附公开征求意见公告及意见汇总。' },
      { text: '本事项涉及国家秘密，依法不予公开，未征求社会公众意见，依据见附件二。' },
      { text: '上会材料目录：\n1.方案草案\n2.公开征求意见情况\n3.合法性审查意见' },
      { text: '决策草案未征求公众意见的，不得提请审议。' },
    ],
  },
};

const legalityWords = pattern(
  '合法(?:合规)?性(?:审查|审核)|法制审核|法制审查|合法合规审查|(?:司法局|法制机构)[^。；，]{0,6}审查意见',
);
/** A draft that failed its review and goes on all the same. */
const failedReview = pattern(
  '(?:审查|审核)[^。；]{0,24}(?:不合法|不予通过|不通过|未通过|未获通过|违法|不同意|不符合|相抵触|存在重大(?:法律)?(?:问题|瑕疵)|超越(?:法定)?(?:权限|职权))[^。；]{0,40}(?:未(?:作)?修改(?:即|便|就|仍)|仍|依然|照常|照样|继续|还是|依旧|直接|即|就|便|但)[^。；]{0,16}(?:提交|提请|上会|审议|讨论|报请|表决|列入|报送|通过)|(?:不合法|不予通过|未通过|不通过)[^。；]{0,16}(?:意见|结论)[^。；]{0,30}(?:仍|依然|照常|继续)[^。；]{0,16}(?:提交|提请|上会|审议|讨论|报送)|(?:仍|依然|照常|继续)(?:将[^。；，]{0,12})?(?:提交|提请|报请)[^。；]{0,30}(?:审查|审核)[^。；，]{0,12}(?:不合法|未通过|不予通过)',
);
const revised = pattern(
  '已(?:经)?(?:按|根据|依)[^。；]{0,16}(?:修改|调整|完善)|修改(?:情况|说明)|重新审查|复审|修改对照|采纳说明|第二稿|修改后(?:重新|再次)(?:送|报)?审查|采纳情况|逐条修改',
);
const conditional = pattern('基本合法[^。；]{0,20}(?:修改|完善|调整)[^。；]{0,10}(?:提交|提请|上会|审议|报)');

const legality: Rule = {
  id: 'dec-legality',
  title: '未经合法性审查或者审查不合法仍提交讨论',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '决策草案未经合法性审查或者经审查不合法的，不得提交决策机关讨论。',
  basis: [{ law: regulation, article: '25' }],
  advice: '撤回议题，补送合法性审查；审查认为不合法的按意见修改后重新送审，国家尚无规定的探索性改革事项写明法律风险。',
  traps: ['国家尚无明确规定的探索性改革事项，明示法律风险后可以提交讨论。'],
  check: (context) => {
    const failed = phrase({
      find: failedReview,
      unlessParagraph: revised,
      unless: pattern('(?:的，?|凡[^。；]{0,20})(?:一律|均)?不得(?:提交|提请|上会)'),
      message: ({ match }) => `审查结论不合法而仍提交：${quoted(match.text, 60)}。`,
      grade: () => ({ nature: 'unlawful' }),
    })(context);
    if (failed.length > 0) return failed;
    const carried = carriedOn(context);
    if (carried) {
      return [{ at: carried.at, nature: 'unlawful', message: `审查结论不合法而仍提交：${quoted(carried.said, 60)}。` }];
    }
    const half = phrase({
      find: conditional,
      when: (_, inner) => !mentionsOf(inner, revised).some(({ absent }) => !absent),
      message: ({ match }) => `审查意见要求修改后提交（${quoted(match.text)}），没有修改情况。`,
      grade: () => ({ severity: 'notice', advice: '补充按审查意见修改的情况说明，再提交讨论。' }),
    })(context);
    return half.length > 0 ? half : reviewLacking(context);
  },
  examples: {
    hits: [
      { text: '直接提交常务会议。', quote: '直接提交常务会议', says: '合法性审查' },
      {
        text: '临河区停车收费方案未经合法性审核，拟于下周提请区政府常务会议审议。',
        quote: '合法性审核',
        says: '写明没有',
      },
      { text: '合法性审查意见结论为不合法，承办单位仍提请常务会议讨论。', says: '仍提请' },
      { text: '提请审议材料清单\n（一）方案\n（二）起草说明\n（三）征求意见汇总', says: '所列材料中没有' },
      { text: '审查意见：基本合法，修改后提交。', says: '没有修改情况' },
    ],
    nearMisses: [
      { text: '附合法性审查意见。' },
      { text: '决策草案未经合法性审查的，不得提交会议讨论。' },
      { text: '本事项属探索性改革，国家尚无明确规定，已明示法律风险，未作合法性审查结论，提交讨论。' },
      { text: '首次审查不予通过，已根据意见修改并重新审查，结论合法，现提请常务会议审议。' },
    ],
  },
};

const reviewLacking = lackingMaterial({
  name: '合法性审查意见',
  words: legalityWords,
  skipped: straightToMeeting,
  excused: pattern('探索性改革[^。]{0,40}法律风险'),
  saidNature: 'unlawful',
});

export const competitionWords = pattern(
  '公平竞争|竞争审查|市场监(?:督)?管(?:理)?(?:部门|局)[^。；，]{0,8}(?:审查|会审)(?:意见|结论)?',
);
export const noCompetitionIssue = pattern(
  '不涉及[^。；，]{0,12}(?:经营者|市场主体|经营主体|经济活动|公平竞争|市场竞争)|不属于[^。；，]{0,10}公平竞争审查|不影响(?:市场|公平)竞争',
);

const competition: Rule = {
  id: 'dec-fcr',
  title: '涉及市场主体而没有公平竞争审查情况',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '涉及市场主体经济活动的决策草案，报送材料应当包含公平竞争审查情况；未经审查的政策措施不得出台。',
  basis: [
    { law: regulation, article: '29' },
    { law: '公平竞争审查条例', article: '18' },
  ],
  advice: '由市场监管部门会同起草单位补做公平竞争审查，把结论附入提请审议的材料。',
  traps: ['写明不涉及经营者经济活动的事项，不需要公平竞争审查。'],
  check: lackingMaterial({
    name: '公平竞争审查情况',
    words: competitionWords,
    needed: economicActivity,
    excused: noCompetitionIssue,
    skipped: straightToMeeting,
    saidNature: 'unlawful',
  }),
  examples: {
    hits: [
      { text: '产业规划无公平竞争审查。', quote: '公平竞争', says: '公平竞争审查' },
      { text: '招商引资奖补方案提请审议，公平竞争审查一栏空白。', quote: '公平竞争' },
      { text: '上会材料仅有物业企业扶持方案、起草说明、合法性审查意见。', says: '所列材料中没有' },
      { text: '| 材料 | 情况 |\n| 商圈停车收费方案 | 已附 |\n| 公平竞争审查表 | 未附 |', quote: '公平竞争' },
    ],
    nearMisses: [
      { text: '附审查结论。' },
      { text: '产业扶持方案已由区市场监管局出具公平竞争审查意见。' },
      { text: '本方案不涉及经营者经济活动，未作公平竞争审查。' },
      { text: '上会材料仅有敬老院修缮方案和合法性审查意见。' },
    ],
  },
};

const received = pattern(
  '(?:收到|收集到?|征集到?|征得|汇总|共收|反馈|提出|梳理)(?:了)?[^。；，]{0,16}?(?:\\d+|[一二三四五六七八九十百两多若干]+)\\s*(?:余)?(?:条|份|件|项|点)[^。；，]{0,6}(?:意见|建议)?|(?:收到|收集|征集|反馈)[^。；，]{0,16}(?:意见|建议)[^。；，]{0,6}(?:\\d+|[一二三四五六七八九十百]+)[余多]?(?:条|份|件|项)|(?:公众|群众|居民|专家|社会各界|代表|业主|企业|市民|村民)[^。；，]{0,8}(?:提出|反馈)(?:了)?[^。；，]{0,12}(?:意见|建议)|(?:公众|专家|社会)意见(?:汇总|归纳|整理)|(?:公众|专家|社会|群众)意见书?[（(]?\\s*\\d+\\s*(?:份|条|件)',
);
const adoptionWords = pattern(
  '(?:未予?|不予?)采纳|采纳|吸收|研究处理|未予?采用|回应情况|逐条答复|意见(?:处理|办理|研究)情况',
);

const adoption: Rule = {
  id: 'dec-adoption',
  title: '意见没有采纳情况说明',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '公众意见、专家论证意见的研究采纳情况应当随草案报送，收而不论等于没有征求。',
  basis: [
    { law: regulation, article: '29' },
    { law: regulation, article: '18' },
  ],
  advice: '逐条归纳意见，写明采纳、部分采纳和不采纳及其理由，随草案一并报送。',
  traps: ['公开征求意见期间没有收到意见的，说明没有收到即可。'],
  check: lackingMaterial({
    name: '意见的采纳情况',
    words: adoptionWords,
    skipped: received,
    excused: pattern('未收到(?:任何)?[^。；，]{0,8}(?:意见|建议)|没有收到[^。；，]{0,8}意见|收到意见(?:0|零)条'),
    lists: false,
  }),
  examples: {
    hits: [
      { text: '收到42条意见，未说明。', quote: '收到42条意见', says: '采纳情况' },
      { text: '三、公开征求意见期间，居民提出了缩短工期的意见。\n四、现提请审议。', says: '居民提出' },
      { text: '专家论证意见汇总在卷，采纳情况未说明。', quote: '采纳' },
      { text: '| 征求意见 | 共收到意见１２条 |\n| 采纳情况 | 无 |', quote: '采纳' },
    ],
    nearMisses: [
      { text: '采纳28条，未采纳理由见附件。' },
      { text: '公开征求意见期间未收到意见。' },
      { text: '收到意见12条，其中吸收9条，其余3条的理由已答复。' },
    ],
  },
};

const drafts: readonly (readonly [string, Pattern])[] = [
  ['决策草案', pattern('草案|方案|送审稿|规划|办法|计划')],
  ['起草说明', pattern('说明')],
  ['合法性审查意见', pattern('合法(?:合规)?性(?:审查|审核)|审查意见')],
];
/** Papers that are due only where the step was taken: 条例 29. */
const consequent: readonly (readonly [string, Pattern, Pattern])[] = [
  ['公众意见的采纳情况', pattern('公众参与|征求意见|听证会|座谈会|公众意见'), adoptionWords],
  ['专家论证意见的采纳情况', pattern('专家论证|论证会|专家意见'), adoptionWords],
  [
    '风险评估报告',
    pattern('(?:已|经|开展|进行|组织|完成)[^。；，]{0,6}风险评估'),
    pattern('风险评估报告|评估报告|评估材料'),
  ],
];
const complete = pattern('齐备|齐全|完备|一应俱全|材料完整');

/** Papers that the listed bundle lacks, by name. */
function absentFromBundle(context: RuleContext): string[] {
  const stands = (words: Pattern): boolean => mentionsOf(context, words).some(({ absent }) => !absent);
  const due = consequent.filter(([, taken]) => stands(taken)).map(([name, , words]) => [name, words] as const);
  return [...drafts, ...due].filter(([, words]) => !stands(words)).map(([name]) => name);
}

const brought = pattern('议题|上会|提请|讨论|所附|审议|送审|报送');
const bundled = pattern('公平竞争审查|(?:风险)?评估报告|采纳(?:情况|说明)|合法性审[查核]意见|起草说明|草案说明');

/** A paper of the bundle that the text says is not there, unless all the rest waits for it to be made. */
const gapIn = (context: RuleContext): ReturnType<typeof mentionsOf>[number] | undefined =>
  mentions(context, noCompetitionIssue) || mentions(context, secret)
    ? undefined
    : mentionsOf(context, bundled).find(
        ({ absent, sentence }) => absent && !/未收到|未组织|未履行|不(?:再|作)重复/u.test(sentence),
      );

const bundle: Rule = {
  id: 'dec-bundle',
  title: '提交讨论的材料不全',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '提交决策机关讨论，应当报送草案及说明、合法性审查意见，以及已履行程序的采纳情况和评估报告。',
  basis: [{ law: regulation, article: '29' }],
  advice: '按已履行的程序逐项补齐：草案及说明、采纳情况、风险评估报告、公平竞争审查情况、合法性审查意见。',
  traps: ['没有履行专家论证、风险评估程序的，不必附其材料，但要说明理由。'],
  yieldsTo: ['dec-legality', 'dec-fcr', 'dec-adoption', 'dec-risk', 'dec-participation'],
  check: (context) => {
    const said = phrase({
      find: pattern(
        '(?:提交|报送|上会|送审|提请|议题|会议|审议|讨论)[^。；]{0,14}材料[^。；]{0,12}(?:不全|不齐|不完整|欠缺|缺少|缺|未附|没有附|残缺)[^。；]{0,40}|(?:缺少?|未附|没有附?|无)[^。；，]{0,10}(?:草案说明|起草说明)',
      ),
      unless: pattern('不得|退回|补正|投诉|申请人'),
      message: ({ match }) => `提交讨论的材料不全：${quoted(match.text, 60)}。`,
    })(context);
    const gap = said.length > 0 || !mentions(context, brought) ? null : gapIn(context);
    if (gap) return [{ at: gap.at, message: `提交讨论的材料不全：${quoted(gap.sentence, 60)}` }];
    const [list] = said.length > 0 ? [] : fileLists(context).filter((place) => !isArchive(place));
    if (!list || mentions(context, complete)) return said;
    const absent = absentFromBundle(context);
    return absent.length === 0
      ? []
      : [{ at: list.at, message: `提交讨论的材料没有列${absent.join('、')}：${quoted(list.sentence, 60)}` }];
  },
  examples: {
    hits: [
      { text: '仅有草案。', says: '合法性审查意见' },
      { text: '报送材料：\n提请审议材料包括：方案草案、合法性审查意见。\n已组织公众参与。', says: '起草说明' },
      {
        text: '园区扶持决策涉及企业经营，上会材料有草案及说明、合法性审查意见，缺公平竞争审查材料。',
        says: '公平竞争',
      },
      { text: '提交会议讨论的材料缺少起草说明和风险评估报告。', says: '材料不全' },
      { text: '上会材料目录：1.草案及说明；2.专家论证意见；3.合法性审查意见。', says: '专家论证意见的采纳情况' },
    ],
    nearMisses: [
      { text: '六项材料齐备。' },
      {
        text: '提请审议材料包括：方案草案及说明、合法性审查意见、公众意见采纳情况、专家意见采纳情况、风险评估报告、公平竞争审查结论。',
      },
      { text: '报送材料不全的，不得提交会议讨论。' },
      { text: '上会材料目录：1.草案及起草说明；2.合法性审查意见。未履行专家论证程序，理由见说明。' },
    ],
  },
};

const party: Rule = {
  id: 'dec-party',
  title: '没有向同级党委请示报告',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '重大行政决策出台前，应当按照规定向同级党委请示报告。',
  basis: [{ law: regulation, article: '31' }],
  advice: '补办请示报告，附党委会议纪要或者批复；不需请示报告的，写明按何规定。',
  traps: ['已经党委会议研究、同意或者批复的，就是请示报告的记录。'],
  check: lackingMaterial({
    name: '向同级党委请示报告的记录',
    words: pattern(
      '请示报告|(?:党委|党工委|县委|区委|市委|镇委|党组)[^。；，]{0,14}(?:请示|报告|会议?|研究|审议|同意|纪要|批复|批准|讨论)|向[^。；，]{0,8}(?:党委|区委|县委|市委|党工委)|报[^。；，]{0,6}(?:党委|区委|县委|市委|党工委)',
    ),
    skipped: pattern(
      `${meeting}[^。；]{0,16}(?:通过|讨论|审议|研究|决定)[^。；]{0,8}后[^。；，]{0,6}(?:直接|即行?|立即|当日|当天|随即)[^。；，]{0,6}(?:印发|出台|公布|发布|实施)`,
    ),
    excused: pattern('无需(?:向)?[^。；，]{0,8}党委[^。；，]{0,6}请示|不属于请示报告(?:事项|范围)'),
    lists: ({ sentence }) => /归档|卷内|案卷|档案|出台|程序/u.test(sentence),
  }),
  examples: {
    hits: [
      { text: '无请示报告。', quote: '请示报告', says: '同级党委' },
      { text: '学校撤并方案经区政府常务会议通过后直接印发实施。', says: '直接印发' },
      { text: '决策出台前，未向区委请示。', quote: '向区委' },
      { text: '| 环节 | 材料 |\n| 向县委报告 | 无 |', says: '写明没有' },
    ],
    nearMisses: [
      { text: '附党委会议纪要。' },
      { text: '方案已于3月2日报区委常委会研究同意。' },
      { text: '决策事项应当按规定向同级党委请示报告。' },
    ],
  },
};

const congressMatter = pattern(
  '规划纲要|国民经济和社会发展|五年规划|(?:预算|决算)(?:调整|草案|变更)?|国土空间(?:总体)?规划|总体规划|重大民生|民生实事|债务限额|重大建设项目|重大工程|政府投资(?:项目)?计划|人大[^。；，]{0,8}目录',
);

const congress: Rule = {
  id: 'dec-npc',
  title: '没有提请人大审议或者报告的材料',
  severity: 'low',
  nature: 'risk',
  kinds: ['decision'],
  why: '属于本级人大及其常委会讨论决定范围、或者应当在出台前报告的事项，要先按规定办理。',
  basis: [{ law: regulation, article: '8' }],
  advice: '核对本级人大及其常委会讨论、决定重大事项的范围和目录，属于的先提请审议或者报告。',
  traps: ['已列入人大常委会议题、已报告或者已批准的，不再提示。'],
  check: (context) => {
    const lacking = congressLacking(context);
    return lacking.length > 0 ? lacking : unsubmitted(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '规划纲要中期调整方案卷内无提请区人大常委会审议材料。', quote: '提请区人大', says: '人大' },
      { text: '年度预算调整方案经区政府常务会议审议通过后即下达执行。', says: '预算调整' },
      { text: '卷内目录：国土空间总体规划草案、专家论证意见、合法性审查意见。', says: '所列材料中没有' },
    ],
    nearMisses: [
      { text: '规划纲要中期调整方案已提请区人大常委会审议。' },
      { text: '卷内目录：公园提升方案、专家论证意见、合法性审查意见。' },
      { text: '预算调整方案由区人大常委会批准后执行。' },
    ],
  },
};

/** A matter of the congress that the text says was never put before it, the congress named elsewhere in the sentence. */
const unsubmitted = phrase({
  find: pattern(
    '(?:未|没有|尚未|无|缺)[^。；，]{0,4}(?:提请|报请|报告|提交)[^。；，]{0,8}(?:审议|审查|备案|报告|讨论|材料)',
  ),
  also: [pattern('人大|人民代表大会')],
  unless: pattern('不得|的，?[^。；]{0,6}(?:不予|不能)'),
  message: ({ sentence }) => `没有提请人大审议或者报告：${quoted(sentence, 60)}`,
});

const congressLacking = lackingMaterial({
  name: '提请人大及其常委会审议或者报告的材料',
  words: pattern(
    '(?:人大|人民代表大会)(?:及其)?(?:常委会|常务委员会)?[^。；，]{0,14}(?:审议|审查|批准|报告|备案|决定|同意|通过|讨论|议题|审定)|(?:提请|报|向|报请)[^。；，]{0,8}(?:人大|人民代表大会)',
  ),
  needed: congressMatter,
  skipped: pattern(
    `${meeting}[^。；]{0,16}(?:决定|批准|审定|通过|研究|审议)[^。；]{0,10}(?:后|，)[^。；，]{0,8}(?:印发|实施|公布|执行|下达|组织实施|上报)|由[^。；，]{0,8}政府(?:直接|自行)?(?:批准|决定|印发)`,
  ),
});

export const submission: readonly Rule[] = [participation, legality, competition, adoption, bundle, party, congress];
