/** Expert views, risk assessment, differences between offices, and what a legality opinion must answer. */
import { rowBefore } from '../../around.ts';
import { absentParts, bodyParagraphs, mentions, missingParts, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { lackingMaterial, mentionsOf } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { riskyMatter } from '../../subjects.ts';

const regulation = '重大行政决策程序暂行条例';

/** Whether a short line at the head says that the document is such a paper. */
function isTitled(context: RuleContext, title: RegExp): boolean {
  return readingOf(context.document)
    .paragraphs.slice(0, 4)
    .some(({ text }) => text.trim().length <= 40 && !/[。；，]/u.test(text) && title.test(text));
}

const unsigned = pattern(
  '(?:专家|论证|咨询)[^。；]{0,24}(?:未|没有|无|缺少?|均未|欠缺|漏)[^。；，]{0,8}(?:署名|签名|签字|盖章|签章)|(?:无|未|没有|缺少?)[^。；，]{0,6}(?:专家|论证机构)[^。；，]{0,6}(?:署名|签名|签字|盖章|签章)|(?:论证专家|专家(?:签名|签字|署名)|专家组(?:成员)?)\\s*[：:]\\s*[（(]?(?:空白|空缺|无|未填|未签|略|/|—)|匿名[^。；，]{0,6}(?:论证|专家)|(?:专家|论证)[^。；，]{0,14}匿名',
);
const interested = pattern(
  '(?:专家|论证(?:机构|单位|组)|咨询机构)[^。；]{0,40}(?:系|为|是|担任|任职|受雇|来自|持有|兼任|参与)[^。；]{0,24}(?:投标|承建|施工|承办|业主|项目公司|项目单位|建设单位|参股|股东|股份|董事|员工|职工|中标|供应商|亲属|配偶|运营(?:方|单位|公司)|受益|申报单位|设计单位|承办单位|编制单位|起草单位|项目方|投资方|法定代表人|有[^。；，]{0,4}利害关系)|(?:专家|论证机构)[^。；，]{0,20}(?:存在|有)[^。；，]{0,6}(?:直接)?利害关系|选择[^。；，]{0,12}利害关系[^。；，]{0,10}(?:专家|机构)',
);

const expert: Rule = {
  id: 'dec-expert',
  title: '专家论证欠缺、未署名或者有利害关系',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '专业性、技术性较强的事项应当组织专家论证；书面论证意见要署名盖章，专家不得与事项有直接利害关系。',
  basis: [
    { law: regulation, article: '19' },
    { law: regulation, article: '20' },
  ],
  advice: '补做专家论证，由专家署名、机构盖章，核查并更换有直接利害关系的专家。',
  traps: ['专业性不强、依规定不必论证的事项，写明理由即可。'],
  check: (context) => {
    const faults = [
      ...phrase({
        find: unsigned,
        unless: pattern('不得|应当署名'),
        message: ({ match }) => `论证意见没有署名、盖章：${quoted(match.text)}。`,
      })(context),
      ...phrase({
        find: interested,
        unless: pattern('无(?:直接)?利害关系|没有(?:直接)?利害关系|不存在|不得|未发现|不具有|回避|均无'),
        message: ({ match }) => `论证专家与事项有利害关系：${quoted(match.text, 60)}。`,
        grade: () => ({ nature: 'unlawful' }),
      })(context),
    ];
    return faults.length > 0 ? faults : expertLacking(context);
  },
  examples: {
    hits: [
      { text: '论证意见无署名。', quote: '论证意见无署名', says: '没有署名' },
      { text: '污水处理厂选址方案未组织专家论证。', says: '专家论证' },
      { text: '五名论证专家中，两人为项目建设单位职工。', says: '利害关系' },
      { text: '| 论证材料 | 核对 |\n| 专家论证意见 | 无 |', says: '写明没有' },
    ],
    nearMisses: [
      { text: '五位专家署名的论证意见。' },
      { text: '经核查，论证专家与项目建设单位无直接利害关系，论证意见均已署名盖章。' },
      { text: '不得选择与决策事项有直接利害关系的专家。' },
    ],
  },
};

const expertLacking = lackingMaterial({
  name: '专家论证的记录',
  words: pattern('专家(?:论证|评审|咨询|意见|组)|论证(?:意见|报告|会|材料)|专业机构论证'),
  needed: pattern('专业性|技术性|工程|选址|轨道|桥梁|隧道|污水|垃圾|信息系统|水库|管网|生态|文物|医疗|可行性'),
  excused: pattern(
    '(?:专业性|技术性)[^。；，]{0,6}不强|(?:不属于|不涉及|不具有)[^。；，]{0,8}(?:专业|技术)|(?:无需|不需|不必)[^。；，]{0,4}专家论证|不(?:需要|必)(?:组织)?专家论证',
  ),
});

const assessmentWords = pattern(
  '风险评估|稳定(?:风险)?评估|稳评|风险评价|风险分析(?:报告)?|评估[^。；，]{0,6}(?:社会|稳定)[^。；，]{0,4}风险',
);
const reportParts: readonly Part[] = [
  ['风险点', pattern('风险点|风险因素|风险源|主要风险|风险识别')],
  ['防范措施', pattern('防范|化解措施|应对措施|降低措施|防控措施')],
  ['处置预案', pattern('预案')],
  ['可控性结论', pattern('可控|风险等级|低风险|中风险|高风险')],
];
const reportPart = pattern('风险点|防范措施|处置预案|应急预案|可控性?(?:结论|评价)?');
const uncontrolled = pattern(
  '(?:不可控|无法控制|难以控制|风险等级为高|高风险)[^。]{0,50}(?:未(?:作|经|予)?(?:任何)?(?:调整|修改)(?:即|就|便|而)?|仍|依然|照常|照样|继续|还是|依旧|直接|但)[^。；]{0,16}(?:提交|提请|上会|审议|讨论|报请|实施|作出|列入|推进|表决|通过|决定)|(?:仍|依然|照常|继续)[^。；]{0,30}(?:提交|提请|审议|讨论|实施)[^。；]{0,30}(?:不可控|高风险)',
);

const risk: Rule = {
  id: 'dec-risk',
  title: '没有风险评估或者评估不完整',
  severity: 'high',
  nature: 'risk',
  kinds: ['decision'],
  why: '可能影响社会稳定、公共安全的决策，应当评估风险可控性，报告要有风险点、防范措施、处置预案和结论。',
  basis: [
    { law: regulation, article: '22' },
    { law: regulation, article: '23' },
    { law: regulation, article: '24' },
  ],
  advice: '补做风险评估并附完整报告；已按其他规定评估的写明不再重复，结论不可控的先调整草案。',
  traps: ['已做环评、安评、社会稳定风险评估并说明不再重复评估的，不必另做。'],
  check: (context) => {
    const beyond = phrase({
      find: uncontrolled,
      unlessParagraph: pattern('(?:调整|修改|优化)[^。；]{0,20}(?:后)?[^。；，]{0,10}(?:风险)?可控|不得'),
      message: ({ match }) => `风险不可控而仍提交：${quoted(match.text, 60)}。`,
    })(context);
    if (beyond.length > 0) return beyond;
    const lacking = riskLacking(context);
    return lacking.length > 0 ? lacking : incompleteReport(context);
  },
  examples: {
    hits: [
      { text: '片区征地拆迁方案上会材料无风险评估报告。', quote: '风险评估', says: '风险评估' },
      {
        text: '垃圾焚烧厂选址方案提请审议，材料目录：\n1.方案及说明\n2.征求意见汇总\n3.合法性审查意见',
        says: '所列材料',
      },
      { text: '公交票价调整方案的风险评估报告仅列风险点，缺少处置预案。', says: '处置预案' },
      { text: '评估认为风险不可控，承办单位仍提请常务会议讨论。', says: '不可控' },
      { text: '棚户区改造社会稳定风险评估报告\n一、主要风险\n二、防范措施\n三、结论：风险可控。', says: '处置预案' },
    ],
    nearMisses: [
      { text: '片区征地拆迁方案附风险评估报告，载明风险点、防范措施、处置预案，结论可控。' },
      { text: '变电站项目已完成环境影响评价和安全评价，按规定不再重复进行风险评估。' },
      { text: '图书馆开放时间方案上会材料目录：草案、说明、合法性审查意见。' },
      { text: '评估初次认为风险不可控，调整草案后风险可控，现提请审议。' },
    ],
  },
};

const riskLacking = lackingMaterial({
  name: '风险评估报告',
  words: assessmentWords,
  needed: riskyMatter,
  skipped: pattern('(?:直接|径直)(?:提交|提请|上)[^。；，]{0,14}(?:会议?|政府)'),
  excused: pattern(
    '不(?:再|作|予)重复|无需重复|(?:环评|环境影响评价|安评|安全评价)[^。；]{0,24}(?:不再|替代|已含|已涵盖)|(?:书面)?说明[^。；，]{0,8}(?:不需|无需|不必|不用)[^。；，]{0,6}风险评估|不涉及[^。；，]{0,16}(?:社会稳定|公共安全|征收|收费|安置)|不会[^。；，]{0,10}(?:社会稳定|公共安全)[^。；，]{0,8}(?:影响|风险)|(?:未列入|不在|不属于)[^。；，]{0,8}评估(?:的)?(?:范围|事项)',
  ),
});

/** A report that lacks what article 23 asks for: said in words, or shown by a report that stands here. */
function incompleteReport(context: RuleContext): Hit[] {
  const gap = mentions(context, assessmentWords) ? mentionsOf(context, reportPart).find(({ absent }) => absent) : null;
  if (gap) return [{ at: gap.at, message: `风险评估报告不完整：${quoted(gap.sentence, 60)}` }];
  const partial = phrase({
    find: pattern(
      '评估报告[^。；]{0,10}(?:仅|只)[^。；]{0,6}(?:列|载|写|有|分析|说明|提出|包括|明确|指出)[^。；]{0,40}',
    ),
    when: (_, inner) => absentParts(inner, reportParts).length > 0,
    message: (_, inner) => `风险评估报告缺${absentParts(inner, reportParts).join('、')}。`,
  })(context);
  if (partial.length > 0 || !isTitled(context, /(?:风险|稳定)评估报告/u)) return partial;
  return missingParts({
    parts: reportParts,
    missing: 'risk-report',
    message: (absent) => `风险评估报告缺${absent.join('、')}。`,
  })(context);
}

const otherOffices = '(?:局|部门|乡镇|街道|镇政府|办事处|政府办|单位|委员会|财政|下级|各镇|有关方面)';
const dissent = pattern(
  `(?:${otherOffices}|[局委]|办(?:$|[^法理事公]))[^。；]{0,16}(?:不同意(?:$|[^见])|(?:持|有|提出|表示)(?:保留|不同意见|反对)|保留意见|反对|异议|不赞成|不予同意|未达成一致|意见不一致|意见为?保留|难以承担|不予会签|拒绝会签)`,
);
const explained = pattern(
  '(?:说明|列明|载明|写明|汇报|附|报告|列示|反映)[^。；没未]{0,24}(?:争议|分歧|不同意见|各方意见|不一致|理由|未采纳|反对意见|保留意见|依据)|(?:争议|分歧|不同意见|异议)[^。；]{0,20}(?:已|均)?(?:说明|列明|协商一致|采纳|消除|解决|撤回)|经(?:充分)?协商[^。；，]{0,6}一致',
);

const isExplained = (context: RuleContext): boolean => mentionsOf(context, explained).some(({ absent }) => !absent);

const dissentCell =
  /^\s*(?:持)?(?:不同意|保留(?:意见)?|反对|有异议|不赞成|建议暂缓|暂缓|不予会签)[^，。；]{0,8}[。]?\s*$/u;
const officeCell = /(?:局|委|办|部门|镇|街道|乡|中心|公司|政府)$/u;

/** A table of views in which an office's row says 不同意 or 保留. */
function dissentInTable(context: RuleContext): Hit[] {
  if (isExplained(context)) return [];
  const cell = bodyParagraphs(context).find(
    ({ id, text, region }) =>
      region.kind === 'cell' &&
      dissentCell.test(text) &&
      rowBefore(context, id)
        .split(' ')
        .some((name) => officeCell.test(name)),
  );
  return cell
    ? [
        {
          at: { block: cell.id, from: 0, to: cell.text.length },
          message: `${rowBefore(context, cell.id)}的意见是${quoted(cell.text)}，材料没有说明争议、各方意见和理由。`,
        },
      ]
    : [];
}

const departmentDispute: Rule = {
  id: 'dec-dept-dispute',
  title: '未与相关单位协商或者没有说明分歧',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '事项涉及其他部门、下级政府职责的，应当充分协商；不能一致的，要向决策机关说明争议问题、各方意见和理由。',
  basis: [{ law: regulation, article: '13' }],
  advice: '书面征求承担职责、资金的单位意见；仍有分歧的，在汇报材料中列明争议、各方意见和承办单位的依据。',
  traps: ['分歧已列明、已协商一致或者意见已采纳的，程序已经做到。'],
  check: (context) => {
    const disputes = phrase({
      find: dissent,
      unless: pattern('无异议|没有异议|均无|未提出异议|无不同意见|无反对|不得|如有|的，应当|公众|居民|村民'),
      when: ({ sentence }, inner) => !isExplained(inner) || /无异议|一致同意/u.test(sentence),
      message: ({ match }) => `有单位持不同意见（${quoted(match.text)}），材料没有说明争议、各方意见和理由。`,
    })(context);
    if (disputes.length > 0) return disputes;
    const column = dissentInTable(context);
    if (column.length > 0) return column;
    const hidden = mentions(context, pattern('各(?:有关)?(?:部门|单位)(?:均)?(?:无异议|一致同意|没有意见)'))
      ? phrase({
          find: dissent,
          when: (_, inner) => !isExplained(inner),
          message: ({ match }) => `${quoted(match.text)}，而汇报写各部门无异议。`,
        })(context)
      : [];
    return hidden.length > 0 ? hidden : consultationLacking(context);
  },
  examples: {
    hits: [
      { text: '方案由区财政局承担资金，财政局书面不同意，汇报稿写“各部门无异议”。', says: '不同意' },
      { text: '改造资金由青麓镇政府配套三成，卷内未见征求青麓镇政府意见的记录。', says: '写明没有' },
      { text: '| 单位 | 会签意见 |\n| 区教育局 | 教育局表示保留意见 |\n现提请审议。', says: '保留意见' },
      { text: '| 单位 | 意见 |\n| --- | --- |\n| 区水务局 | 反对 |\n本方案成熟，提请常务会议审议。', quote: '反对' },
    ],
    nearMisses: [
      { text: '汇报稿列明财政局不同意见、承办单位意见及理由。' },
      { text: '已征求区财政局、青麓镇政府意见，均无异议。' },
      { text: '区水务局原有异议，经协商一致后会签。' },
    ],
  },
};

const consultationLacking = lackingMaterial({
  name: '征求相关单位意见的记录',
  words: pattern(
    `(?:征求|听取|征询)(?:了)?[^。；，]{0,16}(?:${otherOffices}|[局委办])[^。；，]{0,8}(?:的)?意见|与[^。；，]{0,14}(?:${otherOffices}|[局委办])[^。；，]{0,6}(?:协商|会商|沟通)|(?:部门|单位)(?:会签|意见)(?:表|汇总|材料|记录)?|会签(?:表|意见|记录)|书面征求[^。；，]{0,16}意见|(?:该|各|上述|相关|有关|承担)(?:单位|部门)[^。；，]{0,4}意见`,
  ),
  excused: pattern('不涉及[^。；，]{0,8}(?:其他|别的)[^。；，]{0,4}(?:部门|单位)'),
  needed: pattern(
    '由[^。；，]{2,16}(?:局|委|办|镇|街道|政府|单位)[^。；，]{0,10}(?:承担|负责|牵头|出资|配套|兜底|落实)(?:资金|经费|职责|费用)?',
  ),
});

const opinionParts: readonly Part[] = [
  ['法定权限', pattern('权限|职权')],
  ['法定程序', pattern('程序')],
  ['内容合法性', pattern('内容|(?:符合|不符合|违反)[^。；，]{0,12}(?:法律|法规|规章|政策)')],
];
const bareOpinion = pattern(
  '(?:审查|审核)意见(?:书)?[^。；]{0,24}(?:原则(?:上)?同意|无(?:不同)?意见|没有(?:不同)?意见|无异议|同意(?:该|本|此|提交|上会|$|[。；，])|可行|已阅|予以支持|总体可行|合法$|合法。)|(?:审查|审核)意见(?:书)?[^。；，]{0,10}(?:仅|只)[^。；]{0,30}',
);

const opinionContent: Rule = {
  id: 'dec-review-opinion-content',
  title: '合法性审查意见没有逐项作出结论',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '审查内容包括权限、程序和内容三方面，过程中还应组织法律顾问、公职律师提出意见；一句“原则同意”不是审查。',
  basis: [
    { law: regulation, article: '27' },
    { law: regulation, article: '28' },
  ],
  advice: '退回补正：分别写明是否符合法定权限、是否履行法定程序、内容是否合法，并附法律顾问或者公职律师意见。',
  traps: ['意见书已就权限、程序、内容分别作出结论的，篇幅长短不论。'],
  check: (context) => {
    const bare = phrase({
      find: bareOpinion,
      when: (_, inner) => absentParts(inner, opinionParts).length > 0 || /仅|只/u.test(_.match.text),
      unless: pattern('不得|应当包括|三(?:个)?(?:方面|部分)'),
      message: ({ match }, inner) => {
        const absent = absentParts(inner, opinionParts);
        return `${quoted(match.text)}，没有就${(absent.length > 0 ? absent : ['权限、程序、内容']).join('、')}分别作出结论。`;
      },
    })(context);
    if (bare.length > 0) return bare;
    const gap = mentionsOf(context, pattern('法律顾问|公职律师|法律意见书')).find(
      ({ absent }) => absent && mentions(context, pattern('审查|审核')),
    );
    if (gap) return [{ at: gap.at, message: `没有法律顾问、公职律师的意见：${quoted(gap.sentence, 60)}` }];
    const unanswered = mentionsOf(
      context,
      pattern('(?:权限|程序|内容)(?:合法性)?(?:的)?(?:结论|审查|意见|作出结论)?'),
    ).find(({ absent, sentence }) => absent && /(?:审查|审核)意见|意见书/u.test(sentence));
    if (unanswered) return [{ at: unanswered.at, message: `审查意见没有逐项结论：${quoted(unanswered.sentence, 60)}` }];
    if (!isTitled(context, /(?:审查|审核)意见书?$/u)) return [];
    return missingParts({
      parts: opinionParts,
      missing: 'opinion-parts',
      message: (absent) => `审查意见没有就${absent.join('、')}作出结论。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '合法性审查意见：经研究，原则同意该方案。', says: '原则同意' },
      { text: '区司法局审查意见书仅对内容作出结论，未涉及权限和程序。', says: '没有' },
      { text: '合法性审查意见书\n经审查，方案内容符合法律法规规定。', says: '法定权限' },
      { text: '合法性审核意见书已出具，卷内没有公职律师意见。', says: '公职律师' },
    ],
    nearMisses: [
      { text: '意见书分权限、程序、内容三部分作出结论，附公职律师意见。' },
      {
        text: '合法性审查意见书\n一、属于区政府法定权限。\n二、已履行公众参与、风险评估等法定程序。\n三、内容符合法律法规规定。',
      },
      { text: '法律顾问、公职律师已提出意见，审查意见：权限合法、程序完备、内容合法，同意提交。' },
    ],
  },
};

export const assessment: readonly Rule[] = [expert, risk, departmentDispute, opinionContent];
