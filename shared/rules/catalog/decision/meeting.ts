/** From the meeting to the archive: minutes, publication, execution, later changes, the file that remains. */
import { absentParts, mentions, phrase, quoted } from '../../builders.ts';
import type { Part } from '../../builders.ts';
import { fileLists, lackingMaterial, mentionsOf } from '../../materials.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const regulation = '重大行政决策程序暂行条例';
const secret = pattern('依法不(?:予|宜)?公开|国家秘密|涉密|依法保密');

const recordParts: readonly Part[] = [
  ['出席人员', pattern('出席|参会|参加人员|列席|到会')],
  ['各成员意见', pattern('发言|成员[^。；，]{0,6}意见|表示|认为|各[^。；，]{0,6}意见|表态|逐一')],
  ['行政首长最后发言', pattern('最后(?:发言|发表|表态|作)|末位')],
];
const record = pattern('会议记录|讨论记录|会议原始记录');
const bareRecord = pattern(
  '(?:会议|讨论)记录[^。；]{0,20}(?:仅|只|仅仅)[^。；]{0,60}|(?:会议|讨论)记录[^。；]{0,30}(?:无|没有|未|缺)[^。；，]{0,10}(?:出席|参会|发言|意见|首长|表态|最后)[^。；]{0,30}',
);
const spokeFirst = pattern(
  '(?:区长|县长|市长|镇长|乡长|局长|主任|行政首长|主要负责人|主要领导)[^。；，]{0,8}(?:首先|率先|第一个|最先|先行)[^。；，]{0,6}(?:发言|表态|发表|定调|提出|讲)',
);
const overruled = pattern(
  '(?:多数|过半数?|半数以上|大多数|[一二三四五六七八九十\\d]+名)[^。；]{0,20}(?:不同意(?:$|[^见])|反对|不赞成|不支持|缓议)[^。]{0,50}(?:区长|县长|市长|镇长|乡长|局长|行政首长|主要负责人|主持人)[^。]{0,24}(?:决定|拍板|同意|通过|实施)',
);
const dissentDropped = pattern(
  '(?:不同意见|反对意见|保留意见|异议)[^。；，]{0,12}(?:未|没有|不予|不)(?:如实)?[^。；，]{0,4}(?:记录|载明|记载|写入|列入|记)',
);

const minutes: Rule = {
  id: 'dec-minutes',
  title: '会议记录不完整或者没有会议记录',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '集体讨论决定情况应当如实记录，不同意见要载明，行政首长最后发表意见；纪要不能代替记录。',
  basis: [{ law: regulation, article: '30' }],
  advice: '补会议记录，写明出席人员、各成员意见和不同意见、行政首长最后发言，与多数意见不一致的写明理由。',
  traps: ['没有不同意见的，记录中自然没有，不算欠缺。'],
  check: (context) => {
    const faults = [
      ...phrase({
        find: bareRecord,
        unless: pattern('不得|应当'),
        message: ({ match }) => `会议记录不完整：${quoted(match.text, 60)}。`,
      })(context),
      ...phrase({
        find: spokeFirst,
        unless: pattern('不得'),
        message: ({ match }) => `${quoted(match.text)}，没有最后发表意见。`,
      })(context),
      ...phrase({
        find: overruled,
        when: ({ paragraph: { text } }) => !text.includes('理由') || /(?:未|没有|无)[^。；，]{0,8}理由/u.test(text),
        message: ({ match }) => `与多数意见不一致而没有记明理由：${quoted(match.text, 60)}。`,
      })(context),
      ...phrase({ find: dissentDropped, message: ({ match }) => `不同意见没有载明：${quoted(match.text)}。` })(context),
    ];
    if (faults.length > 0) return faults.slice(0, 2);
    const lacking = recordLacking(context);
    return lacking.length > 0 ? lacking : thinRecord(context);
  },
  examples: {
    hits: [
      { text: '会议记录仅载“会议研究同意该方案”，无出席人员和发言情况。', says: '不完整' },
      { text: '卷内只有会议纪要，没有会议记录。', quote: '会议记录', says: '写明没有' },
      { text: '会上区长首先发言表示同意，其他成员依次发言。', says: '没有最后发表意见' },
      { text: '临河区政府常务会议记录\n时间：2026年3月2日\n议题：停车方案。会议同意该方案。', says: '出席人员' },
    ],
    nearMisses: [
      { text: '会议记录载明出席人员、各成员意见、一名成员保留意见及区长最后发言。' },
      { text: '常务会议记录\n出席：王某、李某。\n李某认为方案可行，赵某表示赞成。\n区长最后发言：同意。' },
      { text: '会议记录应当如实载明不同意见。' },
    ],
  },
};

const recordLacking = lackingMaterial({
  name: '会议记录',
  words: record,
  needed: pattern('会议纪要'),
});

/** A record that stands here and tells nothing of who was there and what was said. */
function thinRecord(context: RuleContext): Hit[] {
  const title = readingOf(context.document)
    .paragraphs.slice(0, 4)
    .find(({ text }) => text.trim().length <= 40 && !/[。；，]/u.test(text) && /(?:会议|讨论)记录/u.test(text));
  if (!title) return [];
  const absent = absentParts(context, recordParts);
  const at = { block: title.id, from: 0, to: title.text.length };
  return absent.length > 0 ? [{ at, message: `会议记录没有${absent.join('、')}。` }] : [];
}

const publish: Rule = {
  id: 'dec-publish',
  title: '决策作出后没有公布',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '决策应当通过政府公报、政府网站、报纸及时公布，社会普遍关心的还要说明意见采纳情况并解读。',
  basis: [{ law: regulation, article: '32' }],
  advice: '在政府公报、政府网站补充公布并解读；依法不予公开的，附不公开的依据。',
  traps: ['标明依法不予公开并附依据的决策，不必公布。'],
  check: lackingMaterial({
    name: '公布决策的记录',
    words: pattern(
      '未?(?:向社会|对外|及时|依法)?公布(?:于|决策|决定|方案|材料|情况|记录)?|(?:向社会|对外)公开(?:发布|决策|$|[。；，])|政府公报|(?:政府)?网站[^。；，]{0,6}(?:公布|发布|公开|登载|刊登)|(?:政策|决策|公众)?解读(?:材料|说明|稿)?|主动公开',
    ),
    skipped: pattern(
      '(?:仅|只)(?:在|以|向|发)?[^。；，]{0,14}(?:内部|各部门|机关|工作群|系统内|办公网|本单位|内网)[^。；，]{0,8}(?:印发|传达|通报|发布|流转|公示|下发)|内部(?:印发|传达|掌握|执行)',
    ),
    excused: secret,
    lists: false,
  }),
  examples: {
    hits: [
      { text: '未公布。', says: '公布决策' },
      { text: '公园改建决策作出已三个月，至今没有在政府网站发布。', says: '写明没有' },
      { text: '决定仅在机关工作群内部传达。', says: '内部传达' },
      { text: '| 环节 | 情况 |\n| 政府公报 | 未刊登 |', quote: '政府公报' },
    ],
    nearMisses: [
      { text: '在政府网站及公报公布。' },
      { text: '本决策涉及国家秘密，依法不予公开，未公布。' },
      { text: '决策机关应当及时公布重大行政决策。' },
    ],
  },
};

const archived: readonly Part[] = [
  ['启动依据', pattern('启动|立项|建议|批示|动议')],
  ['草案及说明', pattern('草案|方案|送审稿')],
  ['公众参与材料', pattern('公众参与|征求意见|听取意见|听证|座谈|问卷')],
  ['合法性审查意见', pattern('合法(?:合规)?性|审查意见')],
  ['集体讨论记录', pattern('会议记录|集体讨论|讨论记录|会议纪要|常务会议')],
  ['公布材料', pattern('公布|公报|公开发布|网站')],
];
/** A step that was not due and not taken leaves no paper; its reason does. */
const notTaken =
  /未(?:组织|开展|进行|召开|履行)|(?:不需|无需|不必|无须)|附[^。；，]{0,6}说明|(?:并|已|另)[^。；，]{0,4}说明|说明(?:原因|理由|情况)/u;
const archive = pattern('卷内|归档|档案|存档|卷宗|案卷|留存|仅存|只存|立卷|入卷|存卷|只保存|移交');

const archiving: Rule = {
  id: 'dec-archive',
  title: '决策档案不完整',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '履行决策程序形成的记录、材料应当及时完整归档，缺档就无法证明程序走过。',
  basis: [{ law: regulation, article: '33' }],
  advice: '补齐启动、草案及说明、公众参与、合法性审查、集体讨论、公布各环节材料，未履行的程序附说明。',
  traps: ['没有开展听证、专家论证、风险评估的，附说明即可；依法不公开的不查公布和公众参与材料。'],
  check: (context) => {
    if (!mentions(context, archive)) return [];
    const parts = mentions(context, secret)
      ? archived.filter(([name]) => name !== '公布材料' && name !== '公众参与材料')
      : archived;
    const gap = parts
      .flatMap(([name, words]) => mentionsOf(context, words).map((mention) => ({ name, ...mention })))
      .find(({ absent, sentence }) => absent && !notTaken.test(sentence));
    if (gap) return [{ at: gap.at, message: `档案缺${gap.name}：${quoted(gap.sentence, 60)}` }];
    const procedure = mentionsOf(context, pattern('听证(?:笔录|记录)|专家论证(?:意见|记录)|风险评估报告')).find(
      ({ absent, sentence }) => absent && !notTaken.test(sentence),
    );
    if (procedure) return [{ at: procedure.at, message: `档案不完整：${quoted(procedure.sentence, 60)}` }];
    if (mentions(context, pattern('齐备|齐全|完备|完整归档'))) return [];
    const list = fileLists(context).find(({ sentence }) => archive.test(sentence));
    const absent = absentParts(context, parts);
    return list && absent.length > 0
      ? [{ at: list.at, message: `归档材料没有${absent.join('、')}：${quoted(list.sentence, 60)}` }]
      : [];
  },
  examples: {
    hits: [
      { text: '仅存批复。', quote: '仅存批复', says: '合法性审查意见' },
      {
        text: '归档目录：\n1.启动请示\n2.方案草案及说明\n3.征求意见汇总\n4.常务会议记录\n5.网站公布截图',
        says: '合法性审查',
      },
      { text: '菜市场搬迁决策档案中缺少公众参与材料。', says: '公众参与' },
      { text: '| 归档材料 | 有无 |\n| 会议记录 | 无 |', says: '集体讨论' },
    ],
    nearMisses: [
      { text: '启动、草案、公众参与、专家、风险、审查、讨论、公布材料齐备；未听证并附说明。' },
      {
        text: '归档目录：启动请示、方案草案及说明、公众参与材料、合法性审查意见、会议记录、公布材料。未召开听证会，附说明。',
      },
      { text: '决策材料应当及时完整归档。' },
    ],
  },
};

const minor = pattern('笔误|错别字|文字(?:性)?(?:修改|调整)|技术性(?:修改|调整)|中止执行');
const formerDecision = pattern('决策|原方案|会议|纪要|公布的方案|方案(?:印发|公布|下发)|原决定|执行说明');

const changed = phrase({
  find: pattern(
    '(?:直接|自行|擅自|径行|径自|私自|随意|口头|单方)(?:决定)?[^。；，]{0,10}(?:修改|调整|变更|改变|改为|增加|取消|更改|扩大|缩减|终止|停止|停工|改道|换址)[^。；，]{0,16}(?:方案|决策|决定|选址|位置|范围|标准|内容|规模|线路|走向|措施|工期|路线|投资|执行|实施|政策|优惠|补贴|补偿|计划|规划|项目|时间|建设|工程|收费|时段|边界)|方案[^。；，]{0,4}(?:直接|自行|擅自)(?:修改|调整|变更)|(?:修改|调整|变更|改为|更改|改变|增加|扩大|取消|减少|缩小|缩减|延长|压缩|提高|降低|停止|终止|暂停|变为|换成|迁至|移至|改[在到由])[^。；]{0,36}(?:未|没有|不再|无需|无须|免予|未予)[^。；，]{0,6}(?:重新|再次?|再行|另行|经|履行|报|提请|组织|开展|审查|讨论|论证|征求|评估|按程序|提交)|(?:未经?|没有|未重新)(?:重新|履行|经过)?[^。；，]{0,12}(?:程序|审查|讨论|征求意见|论证|评估|审议)[^。；]{0,10}(?:即|就|便|直接|擅自)[^。；，]{0,10}(?:调整|变更|修改|停止执行|改变|取消)',
  ),
  unless: pattern(
    '不得|禁止|严禁|(?:已|应当?|[^无]须|将)(?:依法|按规定)?重新(?:征求|履行|组织|审查|提交)|笔误|错别字|文字(?:性)?(?:修改|调整)|技术性(?:修改|调整)|中止执行|合同|价格由|自行车|草案(?:起草|拟订)',
  ),
  message: ({ match }) => `调整决策没有重新履行程序：${quoted(match.text, 60)}。`,
});

const altered = '(?:改|移|调|增|减|取消|扩|缩|延|迁|并入|划|换|撤)';
/** The change itself where its words name no decision, and the step that it says is not taken. */
const waived = phrase({
  find: pattern(
    [
      `(?:直接|自行|擅自|口头)将[^。；，]{2,24}${altered}`,
      `原(?:方案|决策|决定)[^。；]{0,60}(?:改为|调整为|变更为|改[在到由]|迁至)[^。；]{0,60}(?:执行|遵照|实施|落实)`,
      '(?:实施|执行|建设|施工)(?:时|中|过程中)[^。；，]{0,14}(?:改按|按|改用)[^。；，]{0,10}(?:执行|实施|建设|施工)',
      '(?:不再|无需|无须|不必|免予)(?:另行|再次?|重新|再行)[^。；，]{0,4}(?:履行|审议|审查|征求|论证|评估|讨论|提请)[^。；，]{0,8}',
    ].join('|'),
  ),
  unless: pattern('不得|(?:已|应当?|将)(?:依法|按规定|经)?重新(?:征求|履行|组织|审查|提交)|不再重复|合同|草案'),
  when: (_, context) =>
    mentions(context, formerDecision) &&
    mentions(context, pattern('调整|变更|修改|取消|调减|延长|改为|移|方案二|划入|增加|停止')),
  message: ({ match }) => `调整决策没有重新履行程序：${quoted(match.text, 60)}。`,
});

const change: Rule = {
  id: 'dec-change',
  title: '调整已作决策没有重新履行程序',
  severity: 'medium',
  nature: 'risk',
  kinds: ['decision'],
  why: '依法作出的重大行政决策，未经法定程序不得随意变更或者停止执行；重大调整要重新履行程序。',
  basis: [{ law: regulation, article: '37' }],
  advice: '停止按改动后的内容执行，就重大调整重新征求意见、评估、审查并提交讨论；情况紧急的由行政首长先决定中止执行。',
  traps: ['文字笔误、技术性修改，以及情况紧急时行政首长先决定中止执行，不是随意变更。'],
  check: (context) => (mentions(context, minor) ? [] : [...changed(context), ...waived(context)].slice(0, 2)),
  examples: {
    hits: [
      { text: '常务会议定的选址在东岸，承办单位直接将泵站移至西岸，不再重新论证。', says: '没有重新履行程序' },
      { text: '会后直接修改方案。', quote: '直接修改方案', says: '重新履行程序' },
      { text: '执行中将改造范围由两条街扩大到五条街，未再次提交常务会议讨论。', says: '扩大' },
      { text: '二、承办单位擅自取消已公布的停车优惠。', says: '擅自取消' },
      { text: '未经审查、讨论即变更选址。', says: '变更' },
      { text: '专班口头通知终止实施学校新建项目，未提交区政府重新讨论。', says: '终止实施' },
      { text: '原定站点现迁至北桥村，不再重新提交审议。', says: '迁至' },
    ],
    nearMisses: [
      { text: '重新征求意见和审查。' },
      { text: '对方案作重大调整，已重新履行公众参与、合法性审查和集体讨论程序。' },
      { text: '未经法定程序不得随意变更决策。' },
      { text: '印发前修改了两处笔误，属文字性修改，没有再次提交讨论。' },
    ],
  },
};

const generalDuty = pattern(
  '(?:各|有关|相关)(?:有关|相关|级)?(?:部门|单位|镇街|街道|方面)[^。；]{0,16}(?:落实|执行|实施|推进|配合|组织)|(?:抓好|抓紧|认真|做好|尽快|全面)(?:贯彻|组织)?(?:落实|实施|执行)|请(?:各|有关)[^。；]{0,10}(?:遵照|贯彻)?执行',
);
const namedExecutor = pattern(
  '(?:执行|责任|牵头|实施|承办|主管|落实|配合)(?:单位|部门|主体)(?:为|是|：|:|由|[\\p{Han}]{2,10}[局委办])|由[^。；，]{2,20}(?:局|委|办|办公室|镇|街道|公司|中心|政府|办事处|管委会|处|院|大队|指挥部)[^。；，]{0,8}(?:负责|牵头|组织实施|实施|执行|承担|落实|具体)|[局委办院](?:为|是|负责|牵头|作为)|(?:局|委|办|街道|办事处|政府)[^。；，]{0,6}(?:牵头|具体负责|组织实施)',
);

const executor: Rule = {
  id: 'dec-executor',
  title: '没有明确执行单位和时限',
  severity: 'low',
  nature: 'risk',
  kinds: ['decision'],
  why: '决策机关应当明确负责执行的单位并督促检查；人人负责，等于无人负责。',
  basis: [{ law: regulation, article: '34' }],
  advice: '写明执行单位、配合单位和完成时限，由执行单位定期向决策机关报告执行情况。',
  traps: ['已点名执行单位的，再要求其他部门配合，没有妨碍。'],
  check: (context) => {
    const gap = mentionsOf(
      context,
      pattern('(?:执行|责任|牵头|实施)(?:单位|部门|主体)|(?:完成|执行|实施)(?:时限|期限|时间)|时间节点'),
    ).find(({ absent }) => absent);
    const unclear = phrase({
      find: pattern(
        '(?:未|没有|尚未|不)(?:予)?明确[^。；，]{0,16}(?:执行|责任|牵头|实施)?(?:单位|部门|主体|时限|期限)|(?:执行|责任|牵头|实施)(?:单位|部门|主体)[^。；，]{0,6}(?:不明确|待定|另行确定|未定|未明确)',
      ),
      unless: pattern('不得|应当'),
      message: ({ match }) => `没有明确执行单位或者时限：${quoted(match.text)}。`,
    })(context);
    if (unclear.length > 0) return unclear.slice(0, 1);
    if (gap) return [{ at: gap.at, message: `没有明确执行单位或者时限：${quoted(gap.sentence, 60)}` }];
    if (mentions(context, namedExecutor)) return [];
    return phrase({
      find: generalDuty,
      unless: pattern('征求|意见|不得|审查|评估|会签'),
      message: ({ match }) => `只写${quoted(match.text)}，没有写明由哪个单位执行、何时完成。`,
    })(context).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '各部门抓好落实。', quote: '各部门抓好落实', says: '没有写明' },
      { text: '常务会议决定实施河道整治，未明确责任单位和完成时限。', says: '未明确' },
      { text: '三、请有关单位认真组织实施。', says: '有关单位' },
    ],
    nearMisses: [
      { text: '区住建局为执行单位。' },
      { text: '由区水务局牵头组织实施，2026年底前完成，各有关部门配合落实。' },
      { text: '执行单位：区教育局；完成时限：2026年9月。各部门抓好落实。' },
    ],
  },
};

export const meetingAndAfter: readonly Rule[] = [minutes, publish, archiving, change, executor];
