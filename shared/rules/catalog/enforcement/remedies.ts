/** The remedies a decision names, and how it is served (行政复议法 articles 23 to 28; 行政处罚法 article 61). */
import type { Duration } from '../../../facts/facts.ts';
import { inBody, rowBefore, sentenceOf, textOf } from '../../around.ts';
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { closingDay, firstStep, stepsOf, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { eachPlace, firstPlace, isSpot, lacking, paperOf, spanOf, statementAround, statementsOf } from './case-file.ts';

const penalties = '行政处罚法';
const review = '行政复议法';

type Remedy = 'review' | 'suit';

/** The remedy named first, or last, in a stretch of text. */
function remedyIn(text: string, end: 'first' | 'last'): Remedy | null {
  const found = [...text.matchAll(/复议|起诉|诉讼|(?:向|到)[^，。；]{0,12}法院/gu)].at(end === 'first' ? 0 : -1)?.[0];
  return found === undefined ? null : found === '复议' ? 'review' : 'suit';
}

/** What else a period in such a sentence may be for. */
const forOther = /缴|交纳|改正|拆除|履行|恢复|清除|陈述|申辩|听证|受理|审查|补正|答复|移送|审理|作出|强制执行/u;
const afterReview =
  /复议决定|不服复议|经复议|复议后|(?:收到|受理|接到|对)[^，。；]{0,8}复议申请(?!书)|复议机关(?:逾期|应|在)|法律另有规定/u;

type RemedyPeriod = Readonly<{ remedy: Remedy; duration: Duration }>;

/** Periods told for review and suit, in sentences, lists and tables. */
function remedyPeriods(context: RuleContext): RemedyPeriod[] {
  return inBody(context, context.facts.durations).flatMap((duration): RemedyPeriod[] => {
    const remedy = remedyOf(context, duration);
    return remedy === null ? [] : [{ remedy, duration }];
  });
}

function remedyOf(context: RuleContext, { at, unit }: Duration): Remedy | null {
  const { before, after } = sentenceOf(context, at);
  if (unit === 'hour' || afterReview.test(`${before}${after}`)) return null;
  const [toNext = ''] = after.split(/\d+\s*(?:日|天|个月|个工作日)|[一二三四五六七八九十]+(?:日|天|个月|个工作日)/u);
  if (/^以?之?内/u.test(after)) {
    const [first = ''] = toNext.split(/(?<=复议|起诉|诉讼|法院)/u);
    const named = remedyIn(first, 'first');
    if (named !== null) return forOther.test(first) ? null : named;
    if (forOther.test(toNext)) return null;
    return remedyIn(before, 'last') ?? remedyInRow(context, at.block);
  }
  if (/(?:期限|时限|时效|期间)[^，。；]{0,10}$/u.test(before)) return remedyIn(before, 'last');
  return textOf(context, at.block).trim().length <= 16 ? remedyInRow(context, at.block) : null;
}

/** In a table the remedy heads the row, or the column whose row is named 期限. */
function remedyInRow(context: RuleContext, block: string): Remedy | null {
  const row = rowBefore(context, block);
  if (row === '') return null;
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = paragraphs[indexOf.get(block) ?? -1]?.region;
  const head = paragraphs.find(
    ({ region }) =>
      here?.kind === 'cell' &&
      region.kind === 'cell' &&
      region.table === here.table &&
      region.column === here.column &&
      region.row === 0,
  );
  return remedyIn(row, 'first') ?? remedyIn(head?.text ?? '', 'first');
}

const byLandLaw = pattern('土地管理法');

/** What is wrong with a period told; null when nothing is. */
function periodFault(context: RuleContext, { remedy, duration }: RemedyPeriod): string | null {
  const { amount, unit, text } = duration;
  const days = unit === 'working-day' ? amount * 1.4 : unit === 'month' ? amount * 30 : duration.days;
  if (remedy === 'review') return days < 60 ? `告知的复议期限${quoted(text)}，短于六十日。` : null;
  // An order to pull down under the land law is sued against within fifteen days (article 83).
  if (days === 15 && mentions(context, byLandLaw)) return null;
  const sixMonths = unit === 'month' ? amount === 6 : unit === 'year' ? amount === 0.5 : days >= 180 && days <= 184;
  return sixMonths ? null : `告知的起诉期限${quoted(text)}，不是六个月。`;
}

const remedyPeriod: Rule = {
  id: 'enf-remedy-period',
  title: '告知的复议、诉讼期限有误',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '申请复议的期限一般为六十日，直接起诉一般为六个月；告知短了，等于剥夺权利，期限还会重新计算。',
  basis: [
    { law: '行政复议法', article: '20' },
    { law: '行政诉讼法', article: '46' },
    { law: '行政诉讼法', article: '45' },
    { law: '土地管理法', article: '83' },
  ],
  advice: '改为“六十日内申请行政复议，六个月内提起行政诉讼”；法律另有规定的写明依据。',
  check: (context) =>
    remedyPeriods(context).flatMap((period): Hit[] => {
      const fault = periodFault(context, period);
      return fault === null ? [] : [{ at: period.duration.at, message: fault }];
    }),
  examples: {
    hits: [
      { text: '可在30日内申请复议、3个月内起诉。', says: '短于六十日' },
      {
        text: '当事人如不服，可自收到之日起六十日内申请行政复议，也可三个月内向人民法院提起诉讼。',
        says: '不是六个月',
      },
      { text: '对本决定有异议的，可于20天内向区政府提出复议申请。', says: '短于六十日' },
      { text: '不服本决定的，十五日内向区政府申请行政复议。', says: '十五日' },
      {
        text: '权利告知：\n1.行政复议：自收到本决定之日起四十日内，向临河区人民政府提出；\n2.行政诉讼：自收到本决定之日起二个月内，向临河区人民法院提起。',
        says: '四十日',
      },
      { text: '| 途径 | 期限 |\n| --- | --- |\n| 行政复议 | 60日 |\n| 行政诉讼 | 三个月 |', quote: '三个月' },
    ],
    nearMisses: [
      { text: '可在60日内申请复议、6个月内起诉。' },
      { text: '对复议决定不服的，可在收到复议决定书之日起十五日内提起诉讼。' },
      { text: '可自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。' },
      { text: '依照《土地管理法》第八十三条，可在十五日内向人民法院起诉。' },
      { text: '自收到本决定书之日起十五日内缴纳罚款；不服的，可以依法申请行政复议或者提起行政诉讼。' },
    ],
  },
};

const organAsked = [
  /(?:向|到|至)([^，。；]{2,50}?)(?:依法)?(?:申请|提出|提起|递交)[^，。；]{0,8}复议/gu,
  /复议(?:受理)?机关(?:为|是|系|名称)?[:为是]?\s*([^，。；]{2,40})/gu,
  /(?:申请|提出|提起)(?:行政)?复议(?:的)?(?:机关)?[，,]?(?:应|可以?)?(?:向|为|是)([^，。；]{2,40}?)(?:提出|申请|递交|$|[，。；])/gu,
];
const vertical = /海关|金融监(?:督)?管|金融管理|外汇|税务|国家安全|人民银行|银保监|证监|国务院|[^\p{Script=Han}]部$/u;
const judicial = /司法(?:局|厅)/u;
const department =
  /(?:局|厅|委员会|[住建农业卫生健康教育交通]委|总队|支队|大队)(?![\p{Script=Han}]*(?:政府))|上(?:一)?级[^，。；]{0,8}(?:主管)?(?:部门|机关)|主管部门|本(?:机关|局|办|单位)|我局/u;

/** Who made the decision: the title, the first lines and the words before 可以…复议. */
function makerOf({ document }: RuleContext, before: string): string {
  const { text } = readingOf(document);
  return `${before}\n${text.slice(0, 120)}\n${text.slice(-80)}`;
}

function wrongOrgan(context: RuleContext, asked: string, before: string): string | null {
  const maker = makerOf(context, before);
  const organs = asked.split(/或者?|、|以及|也可/u).filter((part) => part.trim() !== '');
  if (vertical.test(asked) || vertical.test(maker.replace(asked, ''))) {
    const local = organs.find((organ) => /人民政府|区政府|市政府|县政府/u.test(organ));
    const central = /税务|海关|外汇|金融|国家安全/u.test(maker.replace(asked, ''));
    return central && local !== undefined && !/处罚决定书.{0,4}政府/u.test(maker) ? local : null;
  }
  if (/省(?:级)?人民政府|省政府|国务院/u.test(maker) && /本机关|原/u.test(asked)) return null;
  // 青麓区桐溪街道办事处, 青麓区城市管理局: the district that set them up, not the city above it.
  const ofDistrict = /[\p{Script=Han}]{2}区[\p{Script=Han}]{2,14}(?:街道办事处|局|镇人民政府)/u.test(
    maker.replace(asked, ''),
  );
  const city = organs.find((organ) => /^[\p{Script=Han}]{2,4}市人民政府$/u.test(organ.trim()));
  if (ofDistrict && city !== undefined && organs.length === 1) return city;
  const wrong = organs.find((organ) => department.test(organ) && !/人民政府|区政府|市政府|县政府/u.test(organ));
  if (wrong === undefined) return null;
  if (judicial.test(wrong) && (judicial.test(maker.replace(asked, '')) || /窗口|受理|收件|材料|接待/u.test(asked)))
    return null;
  return wrong;
}

const remedyOrgan: Rule = {
  id: 'enf-remedy-organ',
  title: '告知的复议机关不对',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '2024年起，地方政府部门、派出机关的行政行为由本级人民政府或者设立它的人民政府复议，上一级主管部门不再受理。',
  basis: [
    { law: review, article: '24' },
    { law: review, article: '27' },
    { law: review, article: '28' },
  ],
  advice: '部门的决定改为向本级人民政府申请，街道办事处、乡镇政府的决定改为向设立它或者上一级人民政府申请。',
  traps: [
    '海关、金融、外汇、税务、国家安全机关仍由上一级主管部门复议。',
    '对司法行政部门的决定，可以选择上一级司法行政部门。',
    '司法局作为收件窗口出现，不等于复议机关。',
  ],
  check: (context) =>
    statementsOf(context).flatMap((statement): Hit[] => {
      if (!/复议/u.test(statement.text)) return [];
      for (const source of organAsked) {
        for (const match of statement.text.matchAll(source)) {
          const asked = match[1] ?? '';
          const wrong = wrongOrgan(context, asked, statement.text.slice(0, match.index));
          if (wrong === null) continue;
          const at = match.index + match[0].indexOf(wrong);
          const found = { ...match, index: at, 0: wrong } as RegExpExecArray;
          return [{ at: spanOf(statement, found), message: `告知向${quoted(wrong.trim())}申请复议，复议机关不对。` }];
        }
      }
      return [];
    }),
  examples: {
    hits: [
      { text: '某区城管局处罚决定：可向市城市管理局申请行政复议。', quote: '市城市管理局' },
      {
        text: '行政处罚决定书\n如不服，可在六十日内向临河区人民政府或者云州市住房和城乡建设局申请行政复议。\n临河区住房和城乡建设局',
        says: '云州市住房和城乡建设局',
      },
      { text: '不服本决定的，可以向上一级主管部门申请复议。', says: '上一级主管部门' },
      { text: '复议机关：云州市市场监督管理局；复议期限：六十日。', says: '云州市市场监督管理局' },
    ],
    nearMisses: [
      { text: '某街道办事处处罚决定：可向某区人民政府申请行政复议。' },
      { text: '国家税务总局临河区税务局决定：可向国家税务总局云州市税务局申请行政复议。' },
      { text: '临河区司法局决定：可向临河区人民政府或者云州市司法局申请行政复议。' },
      { text: '可以向临河区人民政府（收件窗口设在区司法局）申请行政复议。' },
    ],
  },
};

const suit = /起诉|诉讼/u;
const direct =
  /(?:可以?|有权|依法)?(?:直接|径行|径直|也可|或者?|亦可|均可|任选|选择)[^。；]{0,24}(?:起诉|提起(?:行政)?诉讼|行政诉讼)|复议(?:或者?|、|和|与|\/)诉讼[^。；]{0,8}(?:任选|选择|均可|其一)/u;
const reviewFirst =
  /(?:应当?|须|必须|需|可)?(?:先|首先|先行)[^。；]{0,30}复议|复议(?:前置|后|决定)[^。；]{0,24}(?:起诉|诉讼|不服)|经(?:行政)?复议[^。；]{0,12}(?:起诉|诉讼)/u;

const firstLack = lacking({
  subject: '(?:先行?|前置)[^，。；]{0,8}复议|复议前置|先[^，。；]{0,4}(?:向|申请)',
  message: (words) => `没有告知应当先申请复议：${words}。`,
});

/** A remedy that names a suit without the review that must come first. */
function straightToCourt(context: RuleContext): Hit[] {
  const all = statementsOf(context);
  if (all.some(({ text }) => reviewFirst.test(text) && !/(?:未|没有|无)[^，。；]{0,10}先/u.test(text)))
    return firstLack(context);
  const told = eachPlace(context, direct, ([words]) => ({ message: `告知${quoted(words)}，没有告知先申请复议。` }));
  if (told.length > 0) return told.slice(0, 1);
  const place = firstPlace(context, suit, /申请人民法院|强制执行|期间不停止/u);
  return place === null ? firstLack(context) : [{ at: place, message: '告知了诉讼，没有告知应当先申请复议。' }];
}

/** Signs of another procedure, in which a suit may be brought at once. */
const otherProcedure = pattern(
  '立案|事先告知|听证|普通程序|强制|许可|公开|拆除|吊销|没收|职责|催告|查封|扣押|自然资源|罚款[^，。；]{0,4}[万]|复议',
);

/** A decision made on the spot, signed and dated, that names no remedy at all. */
function noRemedy(context: RuleContext): Hit[] {
  const whole = paperOf(context) === 'decision' && closingDay(context) !== null;
  return whole && !mentions(context, pattern('复议|诉讼|起诉'))
    ? [{ at: null, missing: 'review-first', message: '当场处罚决定书没有告知应当先申请复议。' }]
    : [];
}

const spotFirst: Rule = {
  id: 'enf-spot-first',
  title: '当场处罚没有告知先行复议',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '对当场作出的行政处罚决定不服，应当先申请行政复议，对复议决定不服才能起诉；告知错了，当事人会白跑法院。',
  basis: [{ law: review, article: '23' }],
  advice: '改为“应当先在六十日内申请行政复议，对复议决定不服的，可以向人民法院起诉”。',
  traps: ['普通程序的处罚可以选择复议或者诉讼。'],
  check: (context) => {
    if (isSpot(context)) {
      const told = straightToCourt(context);
      return told.length > 0 ? told : noRemedy(context);
    }
    return mentions(context, otherProcedure) || paperOf(context) !== 'file'
      ? []
      : eachPlace(context, /(?:直接|径行)[^。；]{0,16}(?:起诉|诉讼)/u, ([words]) => ({
          message: `${quoted(words)}；如是当场处罚，应当告知先申请复议。`,
          nature: 'risk',
        })).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '可直接起诉。' },
      {
        text: '当场行政处罚决定书\n李某：罚款五十元。不服可以申请行政复议或者提起行政诉讼。',
        says: '没有告知先申请复议',
      },
      { text: '当场处罚决定书\n罚款五十元，请到银行缴纳。\n临河区城市管理局\n2026年3月1日', says: '先申请复议' },
      { text: '适用简易程序罚款一百元，如不服，可在六个月内向临河区人民法院起诉。', says: '没有告知应当先申请复议' },
      { text: '当场对松柏公司罚款一千元，决定书未告知先行复议。' },
    ],
    nearMisses: [
      { text: '应先申请复议，对复议决定不服可起诉。' },
      {
        text: '当场行政处罚决定书\n不服本决定的，应当先在六十日内向临河区人民政府申请行政复议，对复议决定不服的可以起诉。',
      },
      { text: '行政处罚决定书\n本案经立案调查，不服可以申请行政复议，也可以直接提起行政诉讼。' },
    ],
  },
};

const gated =
  /不予公开|不公开|(?:政府)?信息公开[^，。；]{0,12}(?:答复|告知|申请)|依申请公开|履行[^，。；]{0,8}职责|履职|(?:自然资源|土地|林地|草原|水面|滩涂|山岭|荒地|海域|矿藏)[^，。；]{0,16}(?:所有权|使用权|承包经营权|经营权|确权|权属)|(?:林木|林地|土地)权属/u;

const reviewBeforeSuit: Rule = {
  id: 'enf-review-first',
  title: '应当先行复议的事项告知可以直接起诉',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '政府信息不予公开、未履行法定职责、侵犯已取得的自然资源权利等，应当先申请行政复议，行政机关作出时应当告知。',
  basis: [{ law: review, article: '23' }],
  advice: '改为先在六十日内申请行政复议、对复议决定不服再起诉，并写明复议机关。',
  traps: ['政府信息已经公开、部分公开以外的答复，不都是复议前置。', '法律另有规定的从其规定。'],
  check: (context) => {
    const gate = firstPlace(context, gated);
    if (gate === null || isSpot(context)) return [];
    const granted =
      firstPlace(context, /(?:现|予以|同意|全部)[^，。；]{0,4}公开(?!告知)|公开告知书/u, /不予|不公开|部分/u) !== null;
    if (granted && firstPlace(context, /不予公开|不公开|部分公开/u) === null) return [];
    return straightToCourt(context);
  },
  examples: {
    hits: [
      { text: '不予公开告知书：如不服，可在6个月内直接向人民法院起诉。', says: '没有告知先申请复议' },
      {
        text: '政府信息公开申请答复书\n你申请公开的信息属于内部事务信息，不予公开。\n如对本答复不服，可以申请行政复议或者提起行政诉讼。',
      },
      { text: '关于你要求我局履行查处职责的答复：不服的，可以自收到之日起六个月内提起行政诉讼。' },
    ],
    nearMisses: [
      { text: '不予公开告知书：如不服，应先在60日内申请行政复议，对复议决定不服的可起诉。' },
      { text: '行政处罚决定书\n不服本决定的，可以申请行政复议，也可以直接向人民法院起诉。' },
      { text: '林地使用权处理决定：对本决定不服的，须先申请行政复议，经复议后仍不服的，可以提起行政诉讼。' },
    ],
  },
};

type Stage = 'served' | 'decided';
const serviceStages: StepWords<Stage> = [
  ['served', /送达|签收|寄[出送达]|邮寄|公告|交付|领取|收到|送交|转交/u],
  ['decided', /作出|制作|印发|签发|落款|出具|下达|决定/u],
];
const sevenDays = 7;

const serviceLack = lacking({
  subject:
    '送达回(?:证|执)|送达(?:凭证|证明|记录|材料|手续|证据)|签收(?:记录|凭证|证明|单)|(?:邮寄|快递)(?:凭证|回执|单)|公告(?:凭证|记录|截图)|确认书|送达',
  unless: /告知书|催告|听证|未成功|拒收|拒签|音像|录像|(?:直接|邮寄)送达不能|无法(?:直接)?送达|通知书/u,
  message: (words) => `决定书没有送达凭证：${words}。`,
});
const lateService = /(?:才|方|迟至|直到|拖延)[^，。；]{0,10}送达|送达[^，。；]{0,6}(?:超过|逾)/u;

const service: Rule = {
  id: 'enf-service-7d',
  title: '决定书没有在七个工作日内送达',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '决定书应当宣告后当场交付；当事人不在场的，在七个工作日内依法送达，没有凭证的无从证明已经送达。',
  basis: [
    { law: penalties, article: '61' },
    { law: penalties, article: '85' },
  ],
  advice: '核对作出和送达日期，补送达回证、邮寄或者公告凭证；电子送达的附当事人的确认书。',
  traps: ['邮寄的看寄出日，公告的看发布日。', '七日是工作日，不含作出当日。'],
  check: (context) => {
    const steps = stepsOf(context, serviceStages);
    const told = /告知|催告|听证/u;
    const own = steps.filter(({ at }) => {
      const text = statementAround(context, at)?.text ?? '';
      return !told.test(text) || /决定书?/u.test(text);
    });
    const decided = firstStep(own, 'decided');
    const served =
      decided &&
      firstStep(
        own.filter(({ day }) => day >= decided.day),
        'served',
      );
    const days = decided && served ? workingDaysAtLeast(decided.day, served.day) : 0;
    if (decided && served && days > sevenDays)
      return [
        {
          at: served.at,
          related: [decided.at],
          message: `${quoted(decided.text)}作出，${quoted(served.text)}才送达，其间至少${days}个工作日，超过七日。`,
        },
      ];
    const late = context.facts.durations.filter(({ at, days: longest }) => {
      const text = statementAround(context, at)?.text ?? '';
      return longest > 11 && lateService.test(text) && !/视为|申请|起诉|复议/u.test(text);
    });
    if (late.length > 0)
      return late.slice(0, 1).map(({ at, text }) => ({ at, message: `决定作出后${quoted(text)}才送达，超过七日。` }));
    return serviceLack(context);
  },
  examples: {
    hits: [
      { text: '6月1日作出，6月25日送达。', says: '超过七日' },
      { text: '处罚决定书落款日期为2026年3月2日，送达回证签收日期为2026年3月27日。', quote: '2026年3月27日' },
      { text: '处罚决定书作出后二十日才送达当事人。', quote: '二十日' },
      { text: '处罚决定书卷内无送达回证。', says: '没有送达凭证' },
    ],
    nearMisses: [
      { text: '6月1日作出，6月5日送达。' },
      { text: '2026年9月28日作出处罚决定，2026年10月13日送达。' },
      { text: '处罚决定书于2026年6月1日作出，6月4日邮寄，6月20日当事人签收。' },
      { text: '2026年6月1日送达事先告知书，2026年7月1日作出决定并当场交付。' },
    ],
  },
};

export const remedyRules: readonly Rule[] = [remedyPeriod, remedyOrgan, spotFirst, reviewBeforeSuit, service];
