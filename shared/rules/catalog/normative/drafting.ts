/** The frame of a normative document: basis, effective date, validity, repeal, interpretation, title, number. */
import { lawInForce, shortTitle } from '../../../law/registry.ts';
import { sentenceAround } from '../../../document/sentence.ts';
import { readCount } from '../../../facts/number.ts';
import { lineOf, mentions, phrase, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const ownTitle =
  /(办法|规定|细则|规则|实施方案|暂行办法|暂行规定|意见)(?:[（(](?:试行|暂行|修订|送审稿|征求意见稿|草案)[）)])?\s*$/u;
const articleHead = /^\s*第[一二三四五六七八九十百]+条/u;

/** The title of a document in articles: a short line at the head that ends as such documents do; null for others. */
function titleOf(context: RuleContext): { id: string; text: string } | null {
  const { paragraphs } = readingOf(context.document);
  const found = paragraphs
    .slice(0, 12)
    .find(
      ({ text }) =>
        text.trim().length <= 50 &&
        !/[。；，]/u.test(text) &&
        ownTitle.test(text.trim()) &&
        !/的(?:通知|批复|函|决定)$/u.test(text.trim()),
    );
  return found ? { id: found.id, text: found.text } : null;
}

/** Whether the document is written in articles (第X条), three at least. */
function inArticles(context: RuleContext): boolean {
  return readingOf(context.document).paragraphs.filter((paragraph) => articleHead.test(lineOf(paragraph))).length >= 3;
}

const amends = pattern('修改|废止|转发|批复|复函');
const effectiveWords = pattern(
  '(?:起|日|后)(?:正式|试行)?(?:施行|实施|执行|生效)|自(?:印发|发布|公布|下发)之日|(?:公布|发布|印发)施行|(?:施行|实施|执行)(?:日期|时间)',
);

const effectiveMissing: Rule = {
  id: 'norm-effective-missing',
  title: '没有施行日期',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['normative'],
  why: '没有施行日期，从哪一天起约束相对人、能不能溯及，都成了问题。',
  basis: [
    { law: '立法法', article: '61', note: '规范性文件参照' },
    { law: '规章制定程序条例', article: '36' },
  ],
  advice: '在附则写明“本办法自×年×月×日起施行”。',
  check: (context) => {
    const title = titleOf(context);
    if (!title || !inArticles(context) || amends.test(title.text) || mentions(context, effectiveWords)) return [];
    return [{ at: null, missing: 'effective-date', message: `${quoted(title.text)}全文没有施行日期。` }];
  },
  examples: {
    hits: [
      {
        text: '桐溪区停车管理办法\n第一条 为规范停车，制定本办法。\n第二条 适用于全区。\n第三条 由区城管局负责解释。',
        says: '没有施行日期',
      },
      {
        text: '白鹿镇集市管理规定\n第一条 目的。\n第二条 摊位应当整洁。\n第三条 收费公示。\n第四条 监督电话另行公布。',
        says: '白鹿镇集市管理规定',
      },
      { text: '临川区志愿服务实施细则（试行）\n第一条 目的。\n第二条 范围。\n第三条 有效期三年。', says: '施行日期' },
    ],
    nearMisses: [
      { text: '桐溪区停车管理办法\n第一条 目的。\n第二条 适用于全区。\n第三条 本办法自2026年6月1日起施行。' },
      { text: '关于做好春季绿化工作的通知\n一、抓紧补种。\n二、加强管护。' },
      { text: '桐溪区停车管理办法\n第一条 目的。\n第二条 适用范围。\n第三条 本办法自印发之日起执行。' },
    ],
  },
};

const localOrgan = pattern('(?:街道|区|县|市|镇|乡|旗|州)[\\p{Han}]{0,12}(?:人民政府|办事处|局|委员会|办公室)');
const validityWords = pattern('有效期|有效至|施行期限|有效期限|试行(?:期)?[^。；]{0,4}[一二三四五\\d]年');
const localNote = {
  law: '地方行政规范性文件管理规定',
  article: null,
  note: '有效期由各地规定，常见为五年，暂行、试行两年；请按本地规定核对',
} as const;

const validityMissing: Rule = {
  id: 'norm-validity-missing',
  title: '没有写明有效期',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative'],
  why: '多数地方要求规范性文件载明有效期，届满未延续的自动失效。',
  basis: [localNote],
  advice: '本地要求载明有效期的，补写有效期（常见五年，暂行、试行两年）和届满前评估。',
  check: (context) => {
    const title = titleOf(context);
    if (!title || !inArticles(context) || amends.test(title.text) || mentions(context, validityWords)) return [];
    const head = readingOf(context.document)
      .paragraphs.slice(0, 4)
      .map((paragraph) => paragraph.text)
      .join('\n');
    if (!localOrgan.test(head) && !/(?:街道|[区县镇乡旗]|市(?!场))/u.test(title.text)) return [];
    return [{ at: null, missing: 'validity', message: `${quoted(title.text)}没有写明有效期。` }];
  },
  examples: {
    hits: [
      { text: '桐溪区停车管理办法\n第一条 目的。\n第二条 范围。\n第三条 本办法自印发之日起施行。', says: '有效期' },
      {
        text: '白鹿镇集市管理暂行规定\n第一条 目的。\n第二条 摊位。\n第三条 本规定自2026年6月1日起施行。',
        says: '白鹿镇',
      },
      {
        text: '松阳街道办事处文件\n文明养犬管理规定\n第一条 目的。\n第二条 牵绳。\n第三条 自2026年5月1日起施行。',
        says: '文明养犬',
      },
    ],
    nearMisses: [
      { text: '桐溪区停车管理办法\n第一条 目的。\n第二条 范围。\n第三条 本办法自2026年6月1日起施行，有效期5年。' },
      { text: '桐溪区关于废止停车管理办法的规定\n第一条 废止。\n第二条 清理。\n第三条 自印发之日起施行。' },
      { text: '桐溪区司法局关于开展学习的通知\n一、组织学习。' },
    ],
  },
};

const validity = pattern('有效期(?:限)?(?:为)?\\s*(\\d{1,2}|[一二两三四五六七八九十]{1,3})\\s*年');
const validityOver: Rule = {
  id: 'norm-validity-over',
  title: '有效期超过通常上限',
  severity: 'notice',
  nature: 'drafting',
  kinds: ['normative'],
  why: '各地一般规定有效期不超过五年，暂行、试行的不超过两年。',
  basis: [localNote],
  advice: '按本地规定缩短有效期，届满前评估后可以重新发布。',
  check: (context) => {
    const provisional = /暂行|试行/u.test(titleOf(context)?.text ?? readingOf(context.document).text.slice(0, 120));
    const limit = provisional ? 2 : 5;
    return phrase({
      find: validity,
      unless: pattern('证|许可|合同|承诺|签证|检测|报告|授权|批件|延续|不超过'),
      when: ({ match }) => (readCount(match.groups[0]?.text ?? '') ?? 0) > limit,
      message: ({ match }) => `${quoted(match.text)}，超过${provisional ? '暂行、试行文件' : ''}常见上限${limit}年。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '《暂行办法》有效期5年。', says: '常见上限2年' },
      { text: '桐溪区停车管理办法\n第三十条 本办法自印发之日起施行，有效期八年。', says: '常见上限5年' },
      { text: '白鹿镇集市管理规定（试行）\n第九条 本规定有效期3年。', quote: '有效期3年' },
    ],
    nearMisses: [
      { text: '《暂行办法》有效期2年。' },
      { text: '桐溪区停车管理办法\n第三十条 有效期5年。' },
      { text: '桐溪区停车管理办法\n第五条 停车证有效期十年。' },
    ],
  },
};

const repealVague: Rule = {
  id: 'norm-abolish-vague',
  title: '废止条款没有列明文件',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative'],
  why: '只写“以本办法为准”，旧文件并未废止，新旧并行，执行的人无所适从。',
  basis: [
    { law: '规章制定程序条例', article: '37', note: '规范性文件参照' },
    { law: '规章制定程序条例', article: '39', note: '规范性文件参照' },
  ],
  advice: '列明被废止、修改文件的名称和文号，例如“《××办法》（×府规〔20××〕×号）同时废止”。',
  check: phrase({
    find: pattern(
      '(?:此前|以前|之前|以往|原有|原|凡|过去|本[^。；，]{1,4}(?:施行|实施|发布|印发)前)[^。；]{0,24}(?:与本[^。；，]{1,4}|)(?:不一致|不符|相抵触|有抵触|冲突)[^。；]{0,6}(?:的)?，?[^。；]{0,6}以本[^。；，]{1,4}为准',
    ),
    unless: pattern('《|上位法|国家规定|〔'),
    unlessParagraph: pattern('《[^》]+》[^。；]{0,30}废止'),
    message: ({ match }) => `只写了${quoted(match.text)}，没有列明废止哪些文件。`,
  }),
  examples: {
    hits: [
      { text: '此前规定与本办法不符的，以本办法为准。', says: '没有列明' },
      { text: '第二十条 本规定自发布之日起施行。以前有关规定与本规定不一致的，以本规定为准。', says: '以本规定为准' },
      { text: '九、原有文件与本通知相抵触的，以本通知为准。', quote: '原有文件与本通知相抵触的，以本通知为准' },
    ],
    nearMisses: [
      { text: '《旧办法》（某府规〔2020〕3号）同时废止。' },
      { text: '《旧办法》（某府规〔2020〕3号）同时废止，此前规定与本办法不一致的，以本办法为准。' },
      { text: '国家另有规定的，从其规定。' },
    ],
  },
};

const interpretation: Rule = {
  id: 'norm-interpret',
  title: '解释主体不是制定机关',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative'],
  why: '解释权属于制定机关；由内设科室、中心、协会解释，口径没有效力。',
  basis: [
    { law: '规章制定程序条例', article: '33', note: '规范性文件参照' },
    { law: '规章制定程序条例', article: '36' },
  ],
  advice: '改为由制定机关负责解释，具体工作可以写明由起草部门承担。',
  check: phrase({
    find: pattern('由[^。；，]{0,16}(?:科|股|处室|室|中心|协会|领导小组|指挥部|专班)(?:负责)?(?:具体)?解释'),
    unless: pattern('会同|委托|具体(?:工作|应用)|办公厅|政府办公室|办公室会同'),
    message: ({ match }) => `解释主体是内设或临时机构：${quoted(match.text)}。`,
  }),
  examples: {
    hits: [
      { text: '由综合科负责解释。', quote: '由综合科负责解释', says: '解释主体' },
      { text: '第三十条 本办法由区城市运行中心解释。', says: '中心' },
      { text: '本规定由行业协会负责解释。', says: '协会' },
    ],
    nearMisses: [
      { text: '由区人民政府负责解释，具体工作由区司法局承担。' },
      { text: '本办法由区住房和城乡建设局负责解释。' },
      { text: '本规定由区发展改革局会同区大数据中心负责解释。' },
    ],
  },
};

const regulationTitle: Rule = {
  id: 'norm-title',
  title: '规范性文件称“条例”',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative'],
  why: '“条例”是法规的名称，规章尚且不得使用，规范性文件更不宜使用。',
  basis: [
    { law: '规章制定程序条例', article: '7' },
    { law: '规章制定程序条例', article: '36' },
  ],
  advice: '改称规定、办法、细则或者意见。',
  check: (context) => {
    const { paragraphs } = readingOf(context.document);
    const first = paragraphs
      .slice(0, 6)
      .find(
        ({ text }) =>
          /^\s*《?[^《》。；，]{2,30}条例》?(?:[（(](?:试行|暂行)[）)])?\s*$/u.test(text) &&
          !/省|自治区|中国共产党|人大/u.test(text),
      );
    if (!first) return [];
    const from = first.text.search(/\S/u);
    const to = first.text.trimEnd().length;
    return [{ at: { block: first.id, from, to }, message: `文件名称${quoted(first.text)}以“条例”结尾。` }];
  },
  examples: {
    hits: [
      { text: '《某街道停车管理条例》', quote: '《某街道停车管理条例》', says: '条例' },
      { text: '白鹿镇集市管理条例\n第一条 为规范集市，制定本条例。', quote: '白鹿镇集市管理条例' },
      { text: '松阳街道养犬条例（试行）\n第一条 目的。', says: '养犬条例' },
    ],
    nearMisses: [
      { text: '《〈某市物业管理条例〉实施办法》' },
      { text: '桐溪区停车管理办法\n第一条 根据《某市停车管理条例》，制定本办法。' },
      { text: '关于贯彻落实《物业管理条例》的通知' },
    ],
  },
};

const basisMissing: Rule = {
  id: 'norm-basis-missing',
  title: '设定义务而没有写明上位法依据',
  severity: 'medium',
  nature: 'risk',
  kinds: ['normative'],
  why: '没有法律、法规依据的规范性文件不得减损权利、增加义务；不写依据，被附带审查时难以自证。',
  basis: [
    { law: '优化营商环境条例', article: '64' },
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
    { law: '立法法', article: '93', note: '规范性文件参照' },
  ],
  advice: '在第一条写明具体上位法名称；没有依据的义务性内容删去。',
  check: (context) => {
    const title = titleOf(context);
    if (!title || !inArticles(context)) return [];
    const { paragraphs, text } = readingOf(context.document);
    const opening = paragraphs
      .slice(0, 14)
      .map((paragraph) => paragraph.text)
      .join('\n');
    if (
      /《[^》]{2,60}(?:法|条例|规定|办法|意见|决定|通知|方案|规划)[^》]{0,12}》/u.test(opening.replace(title.text, ''))
    )
      return [];
    if (!/(?:商户|企业|单位|个人|居民|经营者|业主|村民|摊主|养犬人|申请人)[^。；]{0,20}(?:应当|不得|必须)/u.test(text))
      return [];
    if (/内部|工作人员管理|机关|考勤|财务|公务用车/u.test(title.text)) return [];
    return [
      {
        at: null,
        missing: 'legal-basis',
        message: `${quoted(title.text)}对外设定了义务，开头没有写明法律、法规、规章依据。`,
      },
    ];
  },
  examples: {
    hits: [
      {
        text: '桐溪区集市管理办法\n第一条 为加强管理，制定本办法。\n第二条 商户应当保持整洁。\n第三条 商户不得占道。',
        says: '没有写明法律、法规、规章依据',
      },
      {
        text: '白鹿镇养犬管理规定\n第一条 根据有关法律法规和上级文件精神，制定本规定。\n第二条 养犬人应当牵绳。\n第三条 居民不得散养。',
        says: '白鹿镇养犬管理规定',
      },
      {
        text: '松阳街道垃圾分类实施细则\n第一条 为改善环境。\n第二条 单位应当分类投放。\n第三条 个人应当配合。',
        says: '松阳街道',
      },
    ],
    nearMisses: [
      {
        text: '桐溪区集市管理办法\n第一条 根据《某省集贸市场管理条例》，制定本办法。\n第二条 商户应当保持整洁。\n第三条 商户不得占道。',
      },
      { text: '机关财务管理办法\n第一条 为规范报销。\n第二条 各单位应当按时报账。\n第三条 单位不得超支。' },
      { text: '关于开展大扫除的通知\n各单位应当组织清扫。' },
    ],
  },
};

const wrongNumber = pattern(
  '[\\p{Han}]{1,8}(?:发|函|规|字|办|政|批|复|通)\\s?[\\[\\(（【［<]\\s?20\\d{2}\\s?[\\]\\)）】］>]\\s?第?\\s?0*\\d+\\s?号|[\\p{Han}]{1,8}(?:发|函|规|字|办|政|批|复|通)〔20\\d{2}〕(?:第\\s?\\d+|0\\d+)\\s?号',
);
const otherNumber = pattern('民初|行初|民终|刑|执|令|法释');

const number: Rule = {
  id: 'norm-doc-no',
  title: '发文字号格式不规范',
  severity: 'low',
  nature: 'drafting',
  kinds: ['normative', 'decision'],
  why: '党政机关公文的发文字号由机关代字、年份、发文顺序号组成，年份用六角括号，顺序号不编虚位、不加“第”。',
  basis: [{ law: 'GB/T 9704—2012 党政机关公文格式', article: null, note: '7.2.5 发文字号' }],
  advice: '改为“机关代字〔年份〕顺序号号”的形式，例如“×府发〔2026〕3号”。',
  // The document's own number stands at its head; numbers of others are quoted as they were given.
  check: (context) =>
    readingOf(context.document)
      .paragraphs.slice(0, 6)
      .flatMap(({ id, text }) =>
        wrongNumber
          .all(text)
          .filter((match) => !/》\s*[（(]?$/u.test(text.slice(0, match.from)) && !otherNumber.test(match.text))
          .slice(0, 1)
          .map((match) => ({
            at: { block: id, from: match.from, to: match.to },
            message: `发文字号${quoted(match.text)}不合格式。`,
          })),
      ),
  examples: {
    hits: [
      { text: '某府发[2026]第003号。', quote: '某府发[2026]第003号', says: '不合格式' },
      { text: '桐溪区司法局文件，桐司规（2026）5号。', quote: '桐司规（2026）5号' },
      { text: '白鹿镇人民政府，白政发〔2026〕第7号。', says: '白政发' },
    ],
    nearMisses: [
      { text: '某府发〔2026〕3号。' },
      { text: '临川市人民法院（2026）临民初12号判决书。' },
      { text: '桐溪区人民政府令第5号。' },
    ],
  },
};

const generalParts: Readonly<Record<string, number>> = { 行政处罚法: 8, 行政许可法: 10, 行政强制法: 8 };
const setsMeasure = pattern('设定|处以?[^。；]{0,14}罚款|予以处罚|给予处罚|没收|查封|扣押|须经[^。；]{0,12}批准|罚款');

const basisMismatch: Rule = {
  id: 'norm-basis-mismatch',
  title: '引用的依据与内容不符',
  severity: 'high',
  nature: 'risk',
  kinds: ['normative'],
  why: '原则条款不能支撑具体的处罚、许可、强制；依据已废止的，文件本身也站不住。',
  basis: [
    { law: '最高人民法院关于适用《行政诉讼法》的解释', article: '148' },
    { law: '行政处罚法', article: '16' },
  ],
  advice: '换成规定该行为和幅度的具体条款；找不到的，删去相应内容。',
  check: (context) =>
    context.facts.citations.flatMap((citation): Hit[] => {
      const status = lawInForce(citation.title, context.input.asOf);
      if (status.kind !== 'in-force') return [];
      const name = shortTitle(status.statute);
      const general = generalParts[name];
      if (general === undefined || citation.articles.length === 0) return [];
      if (!citation.articles.every((article) => Number.parseInt(article, 10) <= general)) return [];
      const { paragraphs, indexOf } = readingOf(context.document);
      const index = indexOf.get(citation.at.block);
      const text = index === undefined ? '' : (paragraphs[index]?.text ?? '');
      const around = sentenceAround(text, citation.at.from, citation.at.to);
      const before = text.slice(around.from, citation.at.from);
      if (!/(?:根据|依据|依照|按照)\s*$/u.test(before) || !setsMeasure.test(text.slice(around.from, around.to)))
        return [];
      return [{ at: citation.at, message: `以${quoted(citation.text)}为依据设定具体措施，而该条是原则规定。` }];
    }),
  examples: {
    hits: [
      { text: '根据《行政处罚法》第五条设定罚款。', quote: '《行政处罚法》第五条', says: '原则规定' },
      { text: '第八条 依据《中华人民共和国行政强制法》第四条，对占道物品予以扣押。', says: '原则规定' },
      { text: '三、依照《行政许可法》第三条，开办托管点须经街道批准。', says: '第三条' },
    ],
    nearMisses: [
      { text: '根据《行政处罚法》第二十四条承接执法事项。' },
      { text: '根据《行政处罚法》第五条，实施处罚应当公开公正。' },
      { text: '依照《治安管理处罚法》第五条，予以处罚。' },
    ],
  },
};

export const normativeFrame: readonly Rule[] = [
  basisMismatch,
  basisMissing,
  effectiveMissing,
  validityMissing,
  validityOver,
  repealVague,
  interpretation,
  regulationTitle,
  number,
];
