/** What the party is told before a penalty (行政处罚法 articles 44, 45, 62), and how its answer is heard. */
import { mentions, missingParts, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, weekdaysBetween, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { readingOf } from '../../reading.ts';
import {
  caseSteps,
  eachPlace,
  finesOf,
  firstPlace,
  isSpot,
  lacking,
  paperOf,
  spanOf,
  statementsOf,
} from './case-file.ts';

const law = '行政处罚法';

const noticeLack = lacking({
  subject:
    '告知书|(?:事先|预先|处罚前|拟处罚)[^，。；]{0,6}告知|告知(?:程序|义务|手续|环节|文书|材料|记录|当事人|其(?:拟|陈述|享有|依法)|拟|陈述|申辩)|(?:向|对)?(?:当事人|其|该公司|相对人|被处罚人)(?:作出|进行|履行|予以|事先|书面)*告知|事先告知|告知(?:和|及|、|与)|告知$',
  unless: /不予(?:行政)?处罚|听证告知|听证权|查封|扣押|代履行|强制|放弃|催告|许可|加处|救济|复议|设备|抓拍|监控/u,
  when: (context) => !isSpot(context),
  due: (context) => {
    const listed = paperOf(context) === 'decision' || mentions(context, pattern('卷内|案卷|卷宗|目录'));
    return listed ? firstPlace(context, /立案|调查终结|现场检查|经查/u) : null;
  },
  present: pattern(
    '告知|陈述|申辩|听证|不予(?:行政)?处罚|撤回|许可|强制|抓拍|监控|登记保存|查封|扣押|证据目录|拆除|信息公开|没有处罚|移送',
  ),
  message: (words) => `案卷反映处罚前没有告知：${words}。`,
  silent: (words) => `写了${words}，全文却没有提到处罚前的告知。`,
  silentGrade: { nature: 'risk' },
});

const content =
  '(?:拟(?:作出的?)?(?:行政)?(?:处罚|罚款)|(?:罚款|处罚)的?(?:内容|种类|数额|金额|依据)|事实|理由|依据|陈述|申辩|权利|数额|金额|种类)';
const leavesOut = new RegExp(
  `告知书?[^。；]{0,20}?(?:未|没有|没(?!收)|漏|遗漏|缺少|缺|不含|仅|只)[^。；，]{0,14}${content}|告知书?[^。；]{0,20}?${content}[^。；，]{0,8}(?:未写|未载明|未填|空白|缺失|没有写|没写|为空|遗漏|不明)`,
  'u',
);
/** What the party did or waived, or what belongs to other notices. */
const otherTold =
  /(?:未|没有|没)(?:在[^，。；]{0,12})?(?:提出|要求|申请|申辩|陈述|进行|行使)|(?:提出|放弃)[^。；，]{0,6}(?:陈述|申辩)|救济|复议|不得|设备|抓拍|监控|催告|查封|扣押|(?:不|未)(?:缺|遗漏)/u;

const incomplete = (context: RuleContext): Hit[] =>
  eachPlace(context, leavesOut, ([words], { text }) =>
    otherTold.test(text) ? null : { message: `告知的内容不全：${quoted(words)}。` },
  );

const noticeParts = missingParts({
  when: (context) =>
    paperOf(context) === 'notice' &&
    readingOf(context.document)
      .paragraphs.slice(0, 4)
      .some(({ text }) => text.includes('处罚')),
  parts: [
    ['拟作出的处罚内容', pattern('拟[^。]{0,60}(?:处|罚|吊销|没收|责令|警告|决定)')],
    ['违法事实', pattern('经查|查明|发现|行为|事实')],
    ['处罚依据', pattern('(?:依据|根据|依照|违反)[^。]{0,16}(?:《|条例|规定|第[一二三四五六七八九十百\\d]+条)')],
    ['陈述、申辩的权利', pattern('陈述|申辩')],
  ],
  missing: 'notice-content',
  message: (absent) => `告知书没有写明：${absent.join('、')}。`,
});

const toldAgain = /(?:重新|再次|另行|二次|补充)[^，。；]{0,12}告知|告知[^，。；]{0,6}(?:变更|重新)/u;
const notToldAgain = /(?:未|没有|没|无)[^，。；]{0,6}(?:重新|再次|另行|补充)/u;
const kinds = ['警告', '通报批评', '罚款', '没收', '吊销', '停产停业', '停业整顿', '责令关闭', '降低资质', '限制从业'];

/** What was told and what was decided, kind by kind, by the words that lead each stretch between commas. */
function kindsTold(context: RuleContext): { told: Set<string>; decided: { kind: string; hit: Pick<Hit, 'at'> }[] } {
  const told = new Set<string>();
  const decided: { kind: string; hit: Pick<Hit, 'at'> }[] = [];
  let leads: 'told' | 'decided' | null = null;
  for (const statement of statementsOf(context)) {
    for (const match of statement.text.matchAll(/[^，。；]+/gu)) {
      const [stretch] = match;
      if (/告知|拟/u.test(stretch)) leads = 'told';
      else if (/决定(?!前|之前)|实际|改为|最终/u.test(stretch)) leads = 'decided';
      for (const kind of kinds.filter((each) => stretch.includes(each))) {
        if (leads === 'told') told.add(kind);
        if (leads === 'decided' && !/不予|撤销|听证/u.test(stretch)) {
          const at = stretch.indexOf(kind);
          const found = { ...match, index: match.index + at, 0: kind } as RegExpExecArray;
          decided.push({ kind, hit: { at: spanOf(statement, found) } });
        }
      }
    }
  }
  return { told, decided };
}

/** Fined or punished beyond what was told, and not told again. */
const graver = (context: RuleContext): Hit[] => {
  if (paperOf(context) === 'notice') return [];
  if (statementsOf(context).some(({ text }) => toldAgain.test(text) && !notToldAgain.test(text))) return [];
  const fines = finesOf(context);
  const told = fines.filter((fine) => fine.intended);
  const most = Math.max(...told.map(({ fen }) => fen));
  const above = told.length > 0 ? fines.find(({ intended, fen }) => !intended && fen > most) : undefined;
  if (above) {
    const said = quoted(told[0]?.text ?? '');
    return [
      {
        at: above.at,
        related: told.map(({ at }) => at),
        message: `决定罚款${quoted(above.text)}，高于告知的${said}，没有看到重新告知。`,
      },
    ];
  }
  const { told: toldKinds, decided } = kindsTold(context);
  const other = toldKinds.size > 0 ? decided.find(({ kind }) => !toldKinds.has(kind)) : undefined;
  if (!other) return [];
  return [{ ...other.hit, message: `决定的“${other.kind}”没有告知过，告知的是${[...toldKinds].join('、')}。` }];
};

const notice: Rule = {
  id: 'enf-notice',
  title: '处罚前没有告知或告知不全',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '作出处罚决定前，应当告知拟处罚的内容及事实、理由、依据和当事人的权利；没有告知的，不得作出决定。',
  basis: [
    { law, article: '44' },
    { law, article: '62' },
  ],
  advice:
    '补送事先告知书，写明拟处罚的种类和数额、事实、理由、依据和陈述申辩（听证）权；决定比告知更重或种类有变的，重新告知。',
  traps: [
    '当场处罚用预定格式的文书，告知写在文书里。',
    '采纳申辩后决定轻于告知的，不必重新告知。',
    '当事人没有提出申辩，不等于没有告知。',
  ],
  check: (context) => {
    const found = [...incomplete(context), ...noticeLack(context)].slice(0, 1);
    return [...found, ...noticeParts(context), ...graver(context)];
  },
  examples: {
    hits: [
      { text: '卷内立案后直接作出决定书，无告知书。', says: '没有告知' },
      { text: '本案调查终结后即下达处罚决定，未向当事人告知拟罚款的事实和理由。', says: '没有告知' },
      { text: '| 文书 | 是否在卷 |\n| --- | --- |\n| 立案审批表 | 有 |\n| 行政处罚事先告知书 | 无 |', quote: '无' },
      { text: '行政处罚事先告知书没有载明拟罚款的数额，只写“将依法处罚”。', says: '内容不全' },
      { text: '事先告知书拟罚款1万元，当事人申辩后，本局决定罚款２万元。', quote: '２万元', says: '高于告知' },
      { text: '事先告知拟给予警告。\n本机关决定：罚款五千元。', says: '没有告知过' },
      {
        text: '行政处罚事先告知书\n松柏公司：\n本局拟对你单位罚款三万元。\n云州市临河区城市管理局',
        says: '违法事实、处罚依据、陈述、申辩的权利',
      },
      { text: '案卷目录：1.立案审批表；2.询问笔录；3.行政处罚决定书；4.送达回证。', says: '全文却没有提到' },
    ],
    nearMisses: [
      { text: '卷内有写明拟罚款数额、事实、理由、依据和权利的告知书及送达回证。' },
      { text: '事先告知书拟罚款3万元，当事人申辩成立，本局采纳后决定罚款2万元。' },
      { text: '当场行政处罚决定书\n已口头告知陈述、申辩权，决定罚款五十元。' },
      { text: '事先告知书送达后，当事人未在告知书规定期限内提出陈述、申辩。' },
      { text: '未依法告知当事人的，不得作出处罚决定。' },
      { text: '告知书拟罚款1万元，后查明新的事实，重新送达告知书，决定罚款2万元。' },
    ],
  },
};

type Stage = 'limit' | 'hearing' | 'told' | 'decided' | 'held';
const stages: StepWords<Stage> = [
  ['limit', /届满|期限|截止|期满/u],
  ['held', /(?:举行|召开|组织)[^，。；]{0,6}听证|听证会/u],
  ['hearing', /听证/u],
  ['told', /告知|^\s*送达(?:日期|时间)/u],
  ['decided', /(?:作出|下达|制作|签发|出具|印发)[^，。；]{0,12}(?:决定|处罚)|决定|作出处罚|处罚/u],
];
const waived =
  /(?:放弃|不要求|不申请|不需要|不再要求|不提出)[^，。；]{0,12}(?:听证|陈述|申辩|权利)|(?:听证|陈述|申辩)[^，。；]{0,10}(?:放弃|弃权)/u;
const notWaived =
  /是否[^，。；]{0,4}放弃[^，。；]{0,8}[：:]\s*(?:否|无|未)|(?:未|没有|无|不)[^，。；]{0,6}放弃|视为放弃/u;
const period = /(?:陈述|申辩|申请听证|要求听证|听证申请)/u;

const holidaysOut =
  /(?:国庆|春节|假期|放假|节假日|中秋|元旦|清明|端午|劳动节)[^。；，]{0,10}(?:停止计算|不计|顺延|扣除|除外)/u;

const noticeDays: Rule = {
  id: 'enf-notice-days',
  title: '申辩或听证申请期限未满就作出决定',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '当事人可以在告知后五个工作日内要求听证；期限没有届满就作出决定，等于没有听取陈述申辩。',
  basis: [
    { law, article: '64' },
    { law, article: '62' },
    { law, article: '85' },
  ],
  advice: '核对告知书的送达日期和当事人的放弃声明；期限未满而没有放弃的，不宜作出或应重新作出决定。',
  traps: [
    '当事人书面放弃听证和陈述申辩的，可以提前作出。',
    '听证已经举行的，不再等听证申请期限。',
    '五日指工作日，从送达次日起算。',
  ],
  check: (context) => {
    const sentences = statementsOf(context);
    if (sentences.some(({ text }) => waived.test(text) && !notWaived.test(text))) return [];
    const steps = caseSteps(context, stages, 'decided');
    const decided = firstStep(steps, 'decided');
    if (!decided || steps.some(({ step, day }) => step === 'held' && day <= decided.day)) return [];
    const served = steps.findLast(({ step, day }) => (step === 'hearing' || step === 'told') && day <= decided.day);
    if (!served) return [];
    const offersHearing =
      served.step === 'hearing' ||
      sentences.some(({ text }) => /听证/u.test(text) && !/(?:不|未|无)[^，。；]{0,8}听证/u.test(text));
    const limit = offersHearing ? 5 : null;
    // 国庆期间停止计算: the holidays of the season are taken off.
    const without = sentences.some(({ text }) => holidaysOut.test(text));
    const working = (without ? workingDaysAtLeast : weekdaysBetween)(served.day, decided.day);
    const between = `${quoted(served.text)}告知，${quoted(decided.text)}作出决定`;
    if (limit !== null && working <= limit)
      return [
        {
          at: decided.at,
          related: [served.at],
          message: `${between}，其间不足5个工作日届满（按周一至周五计${working}日，未扣除节假日）。`,
        },
      ];
    const stated = context.facts.durations.find(
      (duration) =>
        (duration.unit === 'day' || duration.unit === 'working-day') &&
        sentences.some(
          ({ paragraph, text, from }) =>
            paragraph.id === duration.at.block &&
            duration.at.from >= from &&
            duration.at.to <= from + text.length &&
            period.test(text),
        ),
    );
    if (!stated) return [];
    const passed = stated.unit === 'working-day' ? working : decided.day - served.day;
    if (passed > stated.amount) return [];
    return [
      {
        at: decided.at,
        related: [stated.at],
        message: `${between}，告知书给的${quoted(stated.text)}申辩期限还没有届满。`,
      },
    ];
  },
  examples: {
    hits: [
      {
        text: '2026年6月1日（周一）送达听证告知书，6月3日作出决定。',
        quote: '6月3日',
        says: '不足5个工作日',
      },
      { text: '听证告知书送达日期：2026年9月3日。\n处罚决定书作出日期：2026年9月8日。', says: '5个工作日' },
      {
        text: '本局于二〇二六年六月一日向当事人送达处罚事先告知书，告知其有权在五个工作日内陈述、申辩，二〇二六年六月五日作出处罚决定。',
        says: '五个工作日',
      },
      {
        text: '| 环节 | 日期 |\n| --- | --- |\n| 送达听证告知书 | 2026-06-01 |\n| 作出处罚决定 | 2026-06-08 |',
        quote: '2026-06-08',
      },
      { text: '６月１日制作听证告知书，6月5日送达，6月10日作出处罚决定书。', says: '6月5日' },
    ],
    nearMisses: [
      { text: '2026年6月1日送达听证告知书，6月9日作出决定（期限至6月8日届满）。' },
      { text: '2026年6月1日送达听证告知书，当事人当日书面声明放弃听证和陈述申辩，6月3日作出决定。' },
      { text: '2026年6月1日送达处罚告知书，载明三日内可以陈述申辩，6月8日作出处罚决定。' },
      { text: '2026年5月6日送达听证告知书，5月20日举行听证会，5月22日作出处罚决定。' },
    ],
  },
};

const raised =
  /(?:提出|提交|递交|作出|进行)(?:了)?[^，。；]{0,16}(?:陈述|申辩|异议|辩解|意见)|(?:陈述|申辩)(?:意见|称|认为|提出|理由)|辩称|申辩称|不服[^，。；]{0,6}(?:提出|认为)|表示(?:不服|异议)|有异议|(?:对|就)[^，。；]{2,16}(?:不服|不认可|不同意)(?!的)|(?:书面|口头)(?:陈述|申辩)|申辩(?:材料)?[一1]份|(?:请求|要求|希望)[^，。；]{0,10}(?:从轻|减轻|免予|少罚)|认为[^，。；]{0,14}(?:过重|偏重|有误|不实|不当)|(?:陈述)?申辩(?:书|状|信|笔录|材料|意见)(?!告知)/u;
const notRaised =
  /(?:未|没有|没|不|放弃|无)[^，。；]{0,14}(?:提出|提交|递交|作出|进行|陈述|申辩|异议)|权利?|可以|可在|有权|(?:日|天)内(?:可|提出)|如[对果]?|若|的，|(?:书|状|笔录|材料|意见)[：:｜\s（(]*(?:无|空白|未|没有|[）)])|复议|起诉|诉讼|申辩期限/u;
const harsher =
  /(?:因|鉴于|由于|以)[^。；]{0,16}(?:申辩|陈述|辩解|态度)[^。；]{0,24}(?:加重|从重|提高|增加|改处|改罚|加罚|上调|调高|上浮|加倍|翻倍|顶格)|(?:申辩|陈述)(?:后|之后)[^。；]{0,20}(?:加重|从重|提高|增加|增至|加至|上调|调高|加倍|翻倍|顶格)|(?:狡辩|顶撞|不认错|态度(?:恶劣|不好|强硬|差))[^。；]{0,24}(?:加重|从重|提高|增加|改处|改罚|加罚|上调|加倍|顶格)/u;

const unreviewed = lacking({
  subject: '复核|核实(?:意见|其|当事人)?|审查意见|采纳与否|听取(?:当事人|其)?[^，。；]{0,4}(?:陈述|申辩|意见)',
  unless: /复核(?:鉴定|检测|检验)|检测|听证笔录/u,
  due: (context) => (paperOf(context) === 'notice' ? null : firstPlace(context, raised, notRaised)),
  present: pattern(
    '复核|(?:采信|逐[项条]答复)|(?:经|进行|予以)[^，。；]{0,6}(?:核实|审查|核查|查证)|采纳|(?:申辩|陈述|异议|意见)[^。；]{0,14}(?:不(?:能)?成立|成立|属实|部分成立)',
  ),
  message: (words) => `当事人的陈述申辩没有复核：${words}。`,
  silent: (words) => `当事人${words}，全文没有看到复核意见。`,
});

const defenceReview: Rule = {
  id: 'enf-defence-review',
  title: '陈述申辩没有复核或因申辩加重',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '对当事人提出的事实、理由和证据应当复核，成立的应当采纳；不得因为当事人申辩给予更重的处罚。',
  basis: [{ law, article: '45' }],
  advice: '补充复核意见，逐项写明采纳或不采纳的理由；因申辩加重的，恢复到告知的幅度以内。',
  traps: ['当事人没有提出申辩的，无从复核。', '写明复核经过和结论的，不在此列。'],
  check: (context) => {
    const aggravated = eachPlace(context, harsher, ([words], { text }) =>
      /不得|不因|未因|没有因|不会因|听证权/u.test(text) ? null : { message: `因申辩加重处罚：${quoted(words)}。` },
    );
    return [...aggravated, ...unreviewed(context)];
  },
  examples: {
    hits: [
      { text: '当事人提出异议，无复核。', says: '没有复核' },
      {
        text: '收到告知书后，松柏公司提交了书面申辩意见，本局于五日后作出处罚决定，罚款三万元。',
        says: '没有看到复核',
      },
      { text: '李某申辩称摊位不在人行道上。\n案卷中未见复核意见书。', says: '没有复核' },
      { text: '因当事人申辩态度恶劣，罚款由2万元提高到3万元。', says: '因申辩加重' },
    ],
    nearMisses: [
      { text: '当事人提出异议，附复核意见书。' },
      { text: '当事人在规定期限内未提出陈述和申辩，本局作出处罚决定。' },
      { text: '当事人提出陈述申辩，经复核，其理由成立，本局予以采纳。' },
      { text: '不得因当事人申辩而加重处罚。' },
    ],
  },
};

export const noticeRules: readonly Rule[] = [notice, noticeDays, defenceReview];
