/** Demolition: not before the remedies have lapsed, and under land law only by the court (行政强制法 articles 13, 44). */
import { mentions, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { firstStep, lastStep, stepsOf } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { eachPlace, labelled, statementAround, statementsOf } from './case-file.ts';

const coercion = '行政强制法';
const landLaw = '土地管理法';

type BuildStage = 'decided' | 'torn' | 'expired';
const buildStages: StepWords<BuildStage> = [
  ['expired', /届满|期满|到期/u],
  ['decided', /决定书|责令|送达|公告|限期|通知书|作出[^，。；]{0,8}决定/u],
  ['torn', /强拆|拆除|强制/u],
];
/** Sixty days to ask for review and six months to sue, both of which must have passed. */
const sixMonths = 181;
const torn =
  /强拆|(?:强制|组织|即行|立即|即|予以|实施|进行|动手)[^，。；]{0,6}拆(?!除通知)|拆除(?:完毕|了)|被拆除|即拆/u;
/** 实施强制拆除违法建筑 | 2026年5月11日, not the announcement of it. */
const tornInRow = /^(?!.*(?:公告|决定|通知|催告)).*拆除?[^:]*:/u;
const early =
  /(?:复议|诉讼|起诉)[^，。；]{0,10}(?:期限?|期间|期内)[^。；]{0,14}(?:未满|未届满|未过|尚未|没有届满|内)[^。；]{0,30}(?:拆|强制)|(?:未等|不等|未待|没有等)[^。；]{0,20}(?:届满|期满|复议|诉讼)[^。；]{0,20}拆|(?:诉讼|复议|案件|起诉|诉|行政诉讼)[^，。；]{0,8}(?:审理中|审理期间|进行中|期间)[^。；]{0,20}(?:强拆|拆除|强制)|(?:强拆|拆除)[^。；]{0,20}(?:复议|诉讼|起诉)[^，。；]{0,8}(?:期限?|期间)[^，。；]{0,6}(?:尚未|未)(?:届)?满/u;
const fairly =
  /自行拆除|主动拆除|同意拆除|放弃[^，。；]{0,10}(?:复议|诉讼)|法院[^，。；]{0,8}(?:裁定|准予)|期满[^。；]{0,20}(?:未|不)[^。；]{0,10}(?:申请|起诉|复议)|法定期限内(?:既)?(?:未|不|没有)|正在建设|在建/u;

/** 不论是否复议、起诉，期满一律强拆. */
const regardless =
  /(?:不论|无论|不管)[^。；]{0,20}(?:复议|起诉|诉讼)[^。；]{0,40}拆|(?:复议|诉讼|起诉)[^。；，]{0,8}，?[^。；，]{0,4}(?:不影响|不停止|不中止)[^。；，]{0,6}拆/u;
const tellRushed = ([words]: RegExpExecArray, { text }: { text: string }): Omit<Hit, 'at'> | null =>
  /不得|应当/u.test(text) ? null : { message: `不等复议、起诉期限届满就拆除：${quoted(words)}。` };
/** An announcement that lets the demolition follow at once on the days for pulling down oneself. */
const atOnce =
  /(?:逾期|期满|到期|届时)[^。；]{0,12}(?:即由|即行|即予|即|立即|马上|直接|当日)[^。；]{0,16}(?:强制拆除|强拆|组织拆除|代为拆除)/u;

const announced = (context: RuleContext): Hit[] =>
  mentions(context, pattern('复议|诉讼|起诉|法定期限')) || !mentions(context, pattern('违法建|违章建|违建|搭建'))
    ? []
    : eachPlace(context, atOnce, tellRushed);

const illegalBuild: Rule = {
  id: 'enf-illegal-build',
  title: '复议诉讼期限未满就拆除违法建筑',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '违法建筑须先公告限期自行拆除，当事人在法定期限内不申请复议、不起诉又不拆除的，才可以依法强制拆除。',
  basis: [{ law: coercion, article: '44' }],
  advice: '停止强制拆除，等复议和起诉期限届满、当事人仍不拆除时再依法实施。',
  traps: ['期限届满当事人未申请、未起诉又不拆除的，可以依法强拆。', '当事人自行拆除的不在此列。'],
  check: (context) => {
    const all = statementsOf(context);
    const rushed = [...eachPlace(context, regardless, tellRushed), ...announced(context)];
    if (rushed.length > 0) return rushed.slice(0, 1);
    if (all.some(({ text }) => fairly.test(text) && !/(?:未|没有|无)[^，。；]{0,6}(?:同意|放弃|自行)|不得/u.test(text)))
      return [];
    const told = eachPlace(context, early, ([words], { text }) =>
      /不得|应当|之前不/u.test(text) ? null : { message: `期限没有届满就拆除：${quoted(words)}。` },
    );
    if (told.length > 0) return told.slice(0, 1);
    const nth = eachPlace(
      context,
      /(?:公告|送达|通知|决定|责令)[^，。；]{0,8}(?:次日|翌日|当[日天]|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日天])[^。；]{0,24}拆/u,
      ([words], { text }) =>
        torn.test(text) && !/将|可以|申请|自行|不得/u.test(text)
          ? { message: `${quoted(words)}，复议和起诉的期限还没有届满。` }
          : null,
    );
    if (nth.length > 0) return nth.slice(0, 1);
    if (!all.some(({ text }) => /拆/u.test(text) && !/拆迁/u.test(text))) return [];
    const steps = stepsOf(context, buildStages);
    const razed = lastStep(
      steps.filter(({ at }) => {
        const statement = statementAround(context, at);
        return statement !== undefined && (torn.test(statement.text) || tornInRow.test(labelled(context, statement)));
      }),
      'torn',
    );
    const decided =
      razed &&
      firstStep(
        steps.filter(({ day }) => day <= razed.day),
        'decided',
      );
    const days = razed && decided ? razed.day - decided.day : sixMonths;
    if (razed && decided && days < sixMonths)
      return [
        {
          at: razed.at,
          related: [decided.at],
          message: `${quoted(decided.text)}作出或者送达，${quoted(razed.text)}就强制拆除，只隔${days}日，起诉期限还没有届满。`,
        },
      ];
    return context.facts.durations
      .flatMap((duration): Hit[] => {
        const text = statementAround(context, duration.at)?.text ?? '';
        const length = duration.unit === 'month' ? duration.amount * 30 : duration.days;
        const told2 = /公告|责令|通知|限期|送达|决定|告知/u.test(text) && torn.test(text);
        return told2 &&
          length < 180 &&
          duration.unit !== 'hour' &&
          !/逾期[^，。；]{0,10}(?:将|可)|将依法|申请|复议|诉讼|不得/u.test(text)
          ? [{ at: duration.at, message: `${quoted(duration.text)}后就强制拆除，复议和起诉的期限还没有届满。` }]
          : [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '| 决定书送达 | 2026年3月4日 |\n| 实施强制拆除 | 2026年4月9日 |', quote: '2026年4月9日' },
      { text: '公告10日即拆。', quote: '10日' },
      { text: '限期拆除通知送达后第七日，区城管局即强制拆除。', says: '还没有届满' },
      { text: '2026年6月1日送达限期拆除决定书，2026年7月5日组织强制拆除违法建筑。', says: '只隔34日' },
      { text: '责令拆除通知送达三日后，街道组织人员将违建强制拆除。', quote: '三日' },
      { text: '当事人已提起诉讼，案件审理期间镇政府强制拆除了该房屋。' },
    ],
    nearMisses: [
      { text: '期满未申请且未拆，依法强拆。' },
      { text: '2026年1月5日送达限期拆除决定书，当事人在法定期限内未申请复议、未起诉，2026年8月10日强制拆除。' },
      { text: '责令你户七日内自行拆除，逾期将依法强制拆除。' },
      { text: '当事人收到决定书十日后自行拆除完毕。' },
    ],
  },
};

const byLand = pattern('土地管理法');
const selfDone =
  /(?:自然资源|国土|街道|乡镇|镇(?:人民)?政府|乡(?:人民)?政府|本(?:局|机关|单位)|我局|综合(?:行政)?执法|城管|执法(?:局|队)|相关部门|有关部门|政府)[^。；]{0,24}(?:强制拆除|强拆|组织拆除|予以拆除|代为拆除|自行拆除|实施拆除|依法拆除|拆除完毕)|(?:逾期|到期|期满|届时|仍不)[^。；]{0,30}(?:将(?:依法)?|由[^。；]{0,16})?(?:强制拆除|强拆|组织拆除|代为拆除)|(?:已|并)(?:被|由)?[^。；]{0,14}(?:强制拆除|强拆)|决定[^。；]{0,6}强制拆除|自行将[^。；，]{0,14}拆除|将[^。；，]{0,16}拆(?:除|掉)(?:完毕|了)|(?:自行|直接)组织[^。；]{0,6}拆/u;
const court = /(?:申请|提请|由)[^。；]{0,10}(?:人民)?法院|法院[^。；]{0,6}(?:强制)?执行/u;
const notAsked = /(?:未|没有|不|未经|无需)(?:依法)?(?:申请|提请)[^。；，]{0,8}法院/gu;
const otherGround = /(?:城乡规划法|城市管理|违法建设[^，。；]{0,6}条例|行政强制法[^，。；]{0,4}第四十四条)/u;
const sue = /(?:(\d{1,3})|([一二三四五六七八九十]{1,3}))\s*(日|天|个月)内[^。；]{0,24}(?:起诉|提起(?:行政)?诉讼)/u;

const landNoSelf: Rule = {
  id: 'enf-land-no-self-exec',
  title: '依土地管理法责令拆除却自行强拆',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '依土地管理法责令限期拆除的，期满不起诉又不自行拆除，由作出决定的机关申请人民法院强制执行，没有自行强拆的权力。',
  basis: [
    { law: landLaw, article: '83' },
    { law: coercion, article: '13' },
  ],
  advice: '改为逾期申请人民法院强制执行，并告知收到决定之日起十五日内可以起诉；已经强拆的停止并评估赔偿风险。',
  traps: ['依城乡规划法等另有强制拆除授权并列明条款的，适用该法。', '当事人自行拆除不在此列。'],
  check: (context) => {
    if (!mentions(context, byLand)) return [];
    const all = statementsOf(context);
    const other = all.some(({ text }) => otherGround.test(text));
    const hits = other
      ? []
      : eachPlace(context, selfDone, ([words], { text }) =>
          court.test(text.replace(notAsked, '')) ||
          (/当事人自行拆除|(?:责令|限)[^。；]{0,20}自行拆除(?![^。；]{0,20}强)|不得|无权/u.test(text) &&
            !/强(?:制)?拆/u.test(text))
            ? null
            : { message: `没有申请法院而自行拆除：${quoted(words)}。` },
        );
    if (hits.length > 0) return hits.slice(0, 1);
    if (other || !all.some(({ text }) => /拆除/u.test(text))) return [];
    return eachPlace(context, sue, ([words, digits, han, unit], { text }) => {
      const fifteen = (digits === '15' || han === '十五') && unit !== '个月';
      return fifteen || /复议决定/u.test(text)
        ? null
        : { message: `告知的起诉期限${quoted(words)}，土地管理法规定是十五日。` };
    }).slice(0, 1);
  },
  examples: {
    hits: [
      { text: '依据《土地管理法》责令限期拆除，逾期由街道组织强制拆除。', says: '没有申请法院' },
      { text: '根据《中华人民共和国土地管理法》第八十三条责令你户拆除，期满不拆除的，本局将依法强制拆除。' },
      { text: '依照《土地管理法》责令限期拆除新建房屋；不服的，可在六个月内向人民法院起诉。', says: '十五日' },
    ],
    nearMisses: [
      { text: '依据《土地管理法》责令限期拆除，15日内可起诉，逾期申请人民法院强制执行。' },
      { text: '依据《城乡规划法》第六十八条，由县人民政府责成有关部门强制拆除，土地管理法另案处理。' },
      { text: '依据《土地管理法》责令限期拆除，当事人已自行拆除。' },
    ],
  },
};

export const demolitionRules: readonly Rule[] = [illegalBuild, landNoSelf];
