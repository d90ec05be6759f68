/** What the closing articles of a normative document settle: effective date, validity, repeal, interpretation. */
import { readCount } from '../../../facts/number.ts';
import { clauseOf } from '../../around.ts';
import { mentions, phrase, places, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { beyondLimits, inRules, isStatute, itemsIn, policy, titleOf } from './common.ts';

const amends = pattern('修改|废止|转发|批复|复函');
const effectiveWords = pattern(
  '(?:起|日|后)(?:正式|试行)?(?:施行|实施|执行|生效)|自(?:印发|发布|公布|下发)之日|(?:公布|发布|印发)施行|现(?:予以?)?(?:公布|发布|印发|颁布)(?:实施|执行)|(?:施行|实施|执行)(?:日期|时间)',
);

const bindsOthers = pattern(
  '(?:企业|商户|单位|个人|经营者|业主|居民|村民|用户)[^。；]{0,10}(?:应当|必须|须|不得)[^。；]{2,}',
);

/** A short plan of the office that binds people outside, as 节水型企业建设实施方案 may. */
function isBindingPlan(context: RuleContext, title: string): boolean {
  return title.trim().endsWith('实施方案') && itemsIn(context) >= 3 && mentions(context, bindsOthers);
}

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
    if (
      !title ||
      !(inRules(context) || isBindingPlan(context, title.text)) ||
      isStatute(context) ||
      amends.test(title.text) ||
      mentions(context, effectiveWords)
    )
      return [];
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
      { text: '停车场分级管理办法\n现发布实施。\n第一条 目的。\n第二条 范围。\n第三条 分级。' },
      { text: '桐溪区停车管理办法\n第一条 目的。\n第二条 适用范围。\n第三条 本办法自印发之日起执行。' },
    ],
  },
};

const localOrgan = pattern('(?:街道|区|县|市|镇|乡|旗|州)[\\p{Han}]{0,12}(?:人民政府|办事处|局|委员会|办公室)');
const validityWords = pattern(
  '有效期(?:限)?[^。；，内]{0,6}(?:[\\d一二三四五六七八九十两壹贰叁肆伍]|至|到|截|届满|自)|有效至|施行期限|长期有效|试行(?:期)?[^。；]{0,4}[一二三四五\\d]年',
);
const ofPapers = /(?:证|证书|执照|许可|合同|资格|承诺书?|名录)[^。；，]{0,6}$/u;

/** Whether the paper says how long it is valid; how long a licence is valid says nothing of it. */
function saysValidity(context: RuleContext): boolean {
  return places(context, validityWords).some(
    ({ match, paragraph }) => !ofPapers.test(paragraph.text.slice(Math.max(0, match.from - 12), match.from)),
  );
}
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
    if (!title) return closingAlone(context);
    if (!inRules(context) || amends.test(title.text) || saysValidity(context)) return [];
    const head = readingOf(context.document)
      .paragraphs.slice(0, 4)
      .map((paragraph) => paragraph.text)
      .join('\n');
    if (!localOrgan.test(head) && !/(?:街道|[区县镇乡旗]|市(?!场))/u.test(title.text)) return [];
    return [{ at: null, missing: 'validity', message: `${quoted(title.text)}没有写明有效期。` }];
  },
  examples: {
    hits: [
      { text: '第十二条 本细则自2026年8月1日起施行，由镇政府解释。', says: '有效期' },
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

const takesEffect = pattern(
  '本(?:办法|规定|细则|实施细则|规则|意见|措施)自[^。；，]{2,20}(?:起|后)(?:正式|试行)?(?:施行|实施|执行|生效)',
);
/** An excerpt is no longer, in paragraphs. */
const excerpt = 8;

/** The closing articles of a paper whose head is not in the document. */
function closingAlone(context: RuleContext): Hit[] {
  if (isStatute(context) || readingOf(context.document).paragraphs.length > excerpt || saysValidity(context)) return [];
  return places(context, takesEffect)
    .slice(0, 1)
    .map(({ at, match }) => ({ at, message: `${quoted(match.text)}，没有写明有效期。` }));
}

const validity = pattern(
  '(?:有效期|试行期|施行期|执行期)(?:限)?(?:为|是|：|共|定为)?\\s*(\\d{1,3}|[一二两三四五六七八九十]{1,4})\\s*(年|个月)',
);
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
    const byDates = validBeyond(context, limit, provisional);
    if (byDates.length > 0) return byDates;
    return phrase({
      find: validity,
      unless: pattern('证|许可|合同|承诺|签证|检测|报告|授权|批件|延续|不超过'),
      when: ({ match }) =>
        (readCount(match.groups[0]?.text ?? '') ?? 0) > (match.groups[1]?.text === '年' ? limit : limit * 12),
      message: ({ match }) => `${quoted(match.text)}，超过${provisional ? '暂行、试行文件' : ''}常见上限${limit}年。`,
    })(context);
  },
  examples: {
    hits: [
      { text: '《暂行办法》有效期5年。', says: '常见上限2年' },
      { text: '桐溪区停车管理办法\n第三十条 本办法自印发之日起施行，有效期八年。', says: '常见上限5年' },
      { text: '白鹿镇集市管理规定（试行）\n第九条 本规定有效期3年。', quote: '有效期3年' },
      { text: '第八条 本规定自2026年3月1日起施行，有效期至2032年2月28日。', says: '常见上限5年' },
      { text: '临河区夜间集市暂行规定\n第九条 本规定有效期为三十个月。', quote: '有效期为三十个月' },
    ],
    nearMisses: [
      { text: '《暂行办法》有效期2年。' },
      { text: '桐溪区停车管理办法\n第三十条 有效期5年。' },
      { text: '本办法自2026年3月1日起施行，有效期至2031年2月28日。' },
      { text: '桐溪区停车管理办法\n第五条 停车证有效期十年。' },
    ],
  },
};

const until = /(?:有效期|试行期|施行期|执行期)(?:限)?[^。；，]{0,4}(?:至|到|截至|截止)|有效至|施行至|执行至/u;

/** 自2026年1月1日起施行，有效期至2032年12月31日: the length is reckoned from the two days. */
function validBeyond(context: RuleContext, limit: number, provisional: boolean): Hit[] {
  const days = context.facts.dates.filter(({ form }) => form === 'complete');
  const written = ({ year, month, day }: (typeof days)[number]): number =>
    (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0);
  const start = days.find(({ at }) =>
    /^[^。；，]{0,6}(?:正式)?(?:施行|实施|执行|生效|试行)/u.test(clauseOf(context, at).after),
  );
  const end = days.find(({ at }) => until.test(clauseOf(context, at).before.slice(-12)));
  if (!start || !end || written(end) <= written(start) + limit * 10_000) return [];
  const kind = provisional ? '暂行、试行文件' : '';
  const message = `自${quoted(start.text)}施行，有效期至${quoted(end.text)}，超过${kind}常见上限${limit}年。`;
  return [{ at: end.at, related: [start.at], message }];
}

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
  check: (context) => [...oldRules(context), ...(beyondLimits(context) ? [] : unnumbered(context))],
  examples: {
    hits: [
      { text: '此前规定与本办法不符的，以本办法为准。', says: '没有列明' },
      { text: '第二十条 本规定自发布之日起施行。以前有关规定与本规定不一致的，以本规定为准。', says: '以本规定为准' },
      { text: '九、原有文件与本通知相抵触的，以本通知为准。', quote: '原有文件与本通知相抵触的，以本通知为准' },
      { text: '第九条 本规定自2026年6月1日起施行，《青麓区集市管理办法》同时废止。', says: '没有写明文号' },
      { text: '经研究，决定废止《临河区早市管理规定》，请遵照执行。', says: '没有写明文号' },
      { text: '本规定施行后，镇里现行规定与本规定有抵触的，一律按本规定执行。', says: '没有列明' },
      { text: '第八条 本细则自2026年6月1日起施行，原暂行办法同时废止。', says: '没有写明文号' },
    ],
    nearMisses: [
      { text: '《旧办法》（某府规〔2020〕3号）同时废止。' },
      { text: '《旧办法》（某府规〔2020〕3号）同时废止，此前规定与本办法不一致的，以本办法为准。' },
      { text: '国家另有规定的，从其规定。' },
      { text: '2019年3月1日区政府发布的《青麓区集市管理办法》同时废止。' },
      { text: '区政府于 2019 年 3 月 1 日发布的《青麓区集市管理办法》（试行）同时废止。' },
    ],
  },
};

/** 以本办法为准, 按本规定执行. */
const byThis =
  '(?:以本[^。；，]{1,4}为准|(?:按照?|依照?|执行|适用|服从)本[^。；，]{1,4}(?:的)?(?:规定)?(?:执行|办理|处理)?)';

const oldRules = policy({
  find: pattern(
    `(?:此前|以前|之前|以往|原有|原|凡|过去|现行|既有|本[^。；，]{1,4}(?:施行|实施|发布|印发)(?:前|后))[^。；]{0,24}(?:与本[^。；，]{1,4}|)(?:不一致|不符|相抵触|有抵触|抵触|冲突|不同规定|不同要求|矛盾)[^。；]{0,6}(?:的)?，?[^。；]{0,8}${byThis}`,
  ),
  unless: pattern('《|上位法|国家规定|〔'),
  unlessParagraph: pattern('《[^》]+》[^。；]{0,30}废止'),
  message: ({ match }) => `只写了${quoted(match.text)}，没有列明废止哪些文件。`,
});

/** A document repealed by name alone: its number, or the day and organ of issue, would identify it. */
const unnumbered = policy({
  find: pattern(
    '原(?:有)?(?:的)?(?:《[^》]{2,20}》|[^，。；《]{0,10}(?:办法|规定|细则|意见|通知|方案|规则|措施|文件))[^《》。；号，]{0,6}(?:废止|停止执行|不再执行|失效)|《[^》]{4,50}(?:办法|规定|细则|意见|通知|方案|规则|措施)(?:（[^）]{1,6}）)?》[^《》。；号]{0,20}(?:废止|停止执行|不再执行|失效)|(?:废止|停止执行)[^《》。；号]{0,12}《[^》]{4,50}(?:办法|规定|细则|意见|通知|方案|规则|措施)(?:（[^）]{1,6}）)?》',
  ),
  unlessParagraph: pattern('号|(?:19|20)\\d{2}\\s*年[^。；]{0,30}(?:发布|公布|印发|颁布|制定|通过)的'),
  unless: pattern('不得|可以|应当|申请|未|前款|附件|目录|有效期|依照|按照'),
  message: ({ match }) => `${quoted(match.text, 60)}，没有写明文号。`,
});

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
    find: pattern(
      '(?:由|归|授权|解释权(?:归|属于?))[^。；，]{0,16}(?:科|股|处室|室|(?:城建|综治|党政|经发|农业|安监|环保|规划|社事|文化|建设|财政)办|中心|协会|商会|学会|大厅|大队|中队|领导小组|指挥部|专班|工作组|公司)(?:(?:负责|进行|予以|承担|作出)(?:具体)?(?:的)?解释|(?:具体)?解释|所有|$|[。；，])',
    ),
    unless: pattern('会同|委托|具体(?:工作|应用|解释|答复)|办公厅|政府办公室|办公室会同'),
    when: ({ match }) => /解释/u.test(match.text),
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

export const normativeFrame: readonly Rule[] = [
  effectiveMissing,
  validityMissing,
  validityOver,
  repealVague,
  interpretation,
];
