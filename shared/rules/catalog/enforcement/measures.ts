/** Registration, seizure and confiscation of things (行政处罚法 articles 56, 74; 行政强制法 articles 18 to 26). */
import { mentions, missingParts, quoted } from '../../builders.ts';
import { readingOf } from '../../reading.ts';
import { pattern } from '../../pattern.ts';
import { clauseOf, textOf } from '../../around.ts';
import type { Span } from '../../../document/model.ts';
import type { Duration } from '../../../facts/facts.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { closingDay, firstStep, lastStep, stepsOf, workingDaysAtLeast } from '../../steps.ts';
import type { StepWords } from '../../steps.ts';
import { eachPlace, firstPlace, lacking, lacksOf, paperOf, statementAround, statementsOf } from './case-file.ts';

const penalties = '行政处罚法';
const coercion = '行政强制法';

type Stage = 'until' | 'handled' | 'kept' | 'released';
const keptStages: StepWords<Stage> = [
  ['handled', /(?:处理|解除|发还|返还|退还|没收|移送|销毁|扣押|查封)(?!机关)/u],
  ['kept', /登记|保存/u],
];
const pending =
  /至今(?:[（(][^（()）]{0,12}[）)])?[^，。；]{0,6}(?:无|未见)[^，。；]{0,8}(?:处理|结论|解除|下文)|(?:至今|仍|一直|尚|迟迟|逾期|期满|到期)[^，。；]{0,10}(?:未|没有)[^，。；]{0,8}(?:处理|解除|处置|返还|退还|决定)|(?:未|没有)(?:及时|在[^，。；]{0,10}内)?(?:作出)?(?:处理|解除)(?:决定)?/u;
const sevenDays = 7;
/** Calendar days that hold more than seven working days whatever the weekday. */
const surelyBeyondSeven = 11;

const inDays = ({ unit, amount, days }: Duration): number =>
  unit === 'working-day' ? (amount > sevenDays ? surelyBeyondSeven + 1 : 0) : unit === 'month' ? amount * 30 : days;

const handlingTitle = pattern('^\\s*[^。；，]{0,20}(?:处理|解除|返还)[^。；，]{0,8}(?:决定书|通知书)\\s*$');

/** The day under the paper by which the things were dealt with, where it follows the notice of keeping them. */
function handledAtFoot(context: RuleContext, after: number): ReturnType<typeof closingDay> {
  const closing = readingOf(context.document).says(handlingTitle) ? closingDay(context) : null;
  return closing !== null && closing.day > after ? closing : null;
}

const preserve: Rule = {
  id: 'enf-preserve-7d',
  title: '先行登记保存超过七日未处理',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '先行登记保存须经负责人批准，并在七个工作日内作出处理决定；逾期不处理，等于变相扣押。',
  basis: [
    { law: penalties, article: '56' },
    { law: penalties, article: '85' },
  ],
  advice: '在期限内作出返还、转为查封扣押、没收或者移送等处理决定；已经超期的，立即解除并说明。',
  traps: ['七日是工作日，从登记保存次日起算。', '期限内转为查封、扣押的，已经作了处理。'],
  check: (context) => {
    if (!mentions(context, pattern('登记保存|日登记'))) return [];
    const steps = stepsOf(context, keptStages);
    const kept = firstStep(steps, 'kept');
    const handled =
      kept &&
      (firstStep(
        steps.filter(({ day }) => day > kept.day),
        'handled',
      ) ??
        handledAtFoot(context, kept.day));
    const days = kept && handled ? workingDaysAtLeast(kept.day, handled.day) : 0;
    if (kept && handled)
      return days > sevenDays
        ? [
            {
              at: handled.at,
              related: [kept.at],
              message: `${quoted(kept.text)}登记保存，${quoted(handled.text)}才处理，其间至少${days}个工作日，超过七日。`,
            },
          ]
        : [];
    const idle = eachPlace(context, pending, ([words], { text }) =>
      /不得|应当/u.test(text) && !/登记保存/u.test(text) ? null : { message: `登记保存后没有处理：${quoted(words)}。` },
    );
    if (idle.length > 0) return idle.slice(0, 1);
    const long = context.facts.durations.filter((duration) => {
      const text = statementAround(context, duration.at)?.text ?? '';
      return inDays(duration) > surelyBeyondSeven && /登记保存/u.test(text) && !/复议|诉讼|陈述|缴纳/u.test(text);
    });
    if (long.length > 0)
      return long.slice(0, 1).map(({ at, text }) => ({ at, message: `登记保存的期限${quoted(text)}，超过七日。` }));
    return unapprovedKeeping(context);
  },
  examples: {
    hits: [
      { text: '6月1日登记，6月20日处理，均为先行登记保存物品。', says: '超过七日' },
      { text: '2026年6月1日对三十箱样酒先行登记保存，2026年6月22日作出没收决定。', says: '至少14个工作日' },
      { text: '先行登记保存通知书载明保存期限为三十日。', quote: '三十日' },
      {
        text: '先行登记保存通知书\n本局于2026年5月11日对二十箱酒先行登记保存。\n登记保存物品处理决定书\n决定返还。\n2026年6月8日',
        quote: '2026年6月8日',
      },
      { text: '涉案电动机已先行登记保存两个月，至今未作出处理决定。' },
    ],
    nearMisses: [
      { text: '6月1日登记保存，6月8日处理。' },
      { text: '2026年6月1日先行登记保存，2026年6月5日转为扣押，2026年7月20日没收。' },
      { text: '先行登记保存的物品应当在七日内作出处理决定。' },
      { text: '6月1日扣押，6月20日处理。' },
    ],
  },
};

const unapprovedKeeping = lacking({
  subject: '(?:负责人|领导|局长)?(?:批准|审批)|(?:负责人|领导|局长)(?:的)?(?:签名|签字|签批|同意)',
  unless: /扣押|查封|延长|许可证?|规划/u,
  message: (words) => `登记保存没有负责人批准：${words}。`,
});

const seized = /扣押|查封|暂扣|扣留/u;
const seizedStages: StepWords<Stage> = [
  ['until', /截至|届满|期满|^\s*[止届]/u],
  [
    'released',
    /(?:解除|发还|返还|退还|领回|移送|没收|销毁|拍卖)|(?:作出|进行)?处理|处置|决定没收|仍|尚未|未(?:作出)?处理|未解除/u,
  ],
  ['kept', seized],
];
const extended =
  /(?:经|已|报)[^，。；]{0,16}(?:批准|同意|审批)[^，。；]{0,12}(?:延长|延期)|(?:延长|延期)[^，。；]{0,16}(?:批准|审批|同意|决定|手续|通知书|告知)/u;
const examined = /(?:检测|检验|检疫|鉴定|送检)[^，。；]{0,16}(?:期间|时间|日|天|告知|扣除|不计)/u;
const lackOfExtension = /(?:未|无|没有|没|缺)[^，。；]{0,12}(?:延长|延期|批准|审批|手续|告知)/u;
const thirty = 30;
const sixty = 60;

/** The longest term that the file justifies: thirty days, or sixty where an extension was approved. */
function allowedDays(context: RuleContext): number {
  const sentences = statementsOf(context);
  const denied = lacksOf(context, '延长|延期').length > 0;
  return !denied && sentences.some(({ text }) => extended.test(text) && !lackOfExtension.test(text)) ? sixty : thirty;
}

/** The second date of 自6月1日至7月15日. */
function endsRange(context: RuleContext, { block, from }: Span): boolean {
  return /[至到~—-]\s*$/u.test(textOf(context, block).slice(Math.max(0, from - 4), from));
}

const overdueSeizure =
  /(?:查封|扣押|暂扣)[^，。；]{0,6}(?:期限|期间)[^，。；]{0,10}(?:届满|期满|到期)[^。]{0,10}(?:未|没有|不)[^。；]{0,14}(?:处理|解除|返还)/u;
/** A release that was made, as against one that is still owed. */
const freeing = /^(?!.*(?:未|没有|尚|不|仍)).*(?:解除|发还|返还|退还|领回)/u;

const seizeThirty: Rule = {
  id: 'enf-seize-30d',
  title: '查封扣押超过期限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '查封、扣押不得超过三十日，情况复杂经负责人批准可以延长，延长不得超过三十日；超期不处理应当解除。',
  basis: [{ law: coercion, article: '25' }],
  advice: '超期的立即作出处理或者解除决定，返还财物；确有延长的，补充批准文书和书面告知。',
  traps: ['三十日按自然日计算。', '书面告知过的检测、检验、检疫、鉴定期间不计入。', '法律、行政法规另有规定的除外。'],
  check: (context) => {
    const sentences = statementsOf(context);
    if (!sentences.some(({ text }) => seized.test(text))) return [];
    if (
      sentences.some(
        ({ text }) => examined.test(text) && !/(?:未|没有|无)[^，。；]{0,10}(?:检测|检验|鉴定|告知)|费/u.test(text),
      )
    )
      return [];
    const overdue = eachPlace(context, overdueSeizure, ([words], { text }) =>
      /不得|应当/u.test(text) ? null : { message: `查封扣押期满没有处理：${quoted(words)}。` },
    );
    if (overdue.length > 0) return overdue.slice(0, 1);
    const allowed = allowedDays(context);
    const steps = stepsOf(context, seizedStages);
    const kept = firstStep(steps, 'kept');
    const freed = kept && steps.find(({ day, at }) => day > kept.day && freeing.test(clauseOf(context, at).text));
    const ended =
      kept &&
      (freed ??
        lastStep(
          steps.filter(({ step, day }) => step === 'released' && day > kept.day),
          'released',
        ) ??
        steps.findLast(({ step, day, at }) => day > kept.day && (step === 'until' || endsRange(context, at))));
    const days = kept && ended ? ended.day - kept.day : 0;
    if (kept && ended && days > allowed)
      return [
        {
          at: ended.at,
          related: [kept.at],
          message: `${quoted(kept.text)}起查封扣押，到${quoted(ended.text)}共${days}日，超过${allowed}日。`,
        },
      ];
    if (kept && ended) return [];
    return context.facts.durations
      .flatMap((duration): Hit[] => {
        const statement = statementAround(context, duration.at);
        if (!statement || !seized.test(statement.text) || duration.unit === 'hour' || duration.unit === 'working-day')
          return [];
        const clause = clauseOf(context, duration.at).text;
        if (/复议|诉讼|起诉|检测|检验|鉴定|缴|陈述|申辩|领取|公告/u.test(clause) || /不得|不超过/u.test(clause))
          return [];
        if (!/扣|封|期|已|达|延长|逾|超/u.test(clause)) return [];
        const length = duration.unit === 'month' ? duration.amount * 30 : duration.days;
        const limit = /延长/u.test(clause) ? thirty : allowed;
        return length > limit
          ? [{ at: duration.at, message: `查封扣押的期限${quoted(duration.text)}，超过${limit}日。` }]
          : [];
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '6月1日扣押，9月1日仍未处理，无延长手续。', says: '共92日' },
      { text: '扣押期限自2026年6月1日起至2026年7月15日止。', quote: '2026年7月15日' },
      { text: '查封松柏公司仓库的期限为四十五日。', quote: '四十五日' },
      {
        text: '| 措施 | 日期 |\n| --- | --- |\n| 扣押三轮车 | 2026年3月1日 |\n| 解除 | 2026年4月20日 |',
        says: '共50日',
      },
      { text: '2026年1月5日查封，经批准延长三十日，2026年4月1日解除。', says: '超过60日' },
    ],
    nearMisses: [
      { text: '扣押20日并处理。' },
      { text: '2026年6月1日扣押，6月28日解除扣押。' },
      { text: '2026年6月1日查封，经局长批准延长30日并书面告知，2026年7月28日作出处理决定。' },
      { text: '2026年6月1日扣押，送检期间二十日不计入，已书面告知，7月15日解除。' },
    ],
  },
};

const seizing = pattern('扣押|查封|暂扣|扣留');
const papers =
  '(?:负责人|领导|局长)?(?:批准|审批)(?:手续|文书|表)?|(?:查封|扣押|强制措施)?(?:、扣押)?决定书|(?:物品|财物|扣押|查封)?清单|(?:现场)?笔录|见证人|告知[^，。；]{0,12}(?:权利|救济|理由|依据)|(?:当场)?(?:交付|送达)|(?:两|二|2)名执法人员|文书|手续|书面(?:决定|材料)';
const byWord =
  /(?:仅|只|口头)[^，。；]{0,8}(?:口头|告知|通知|说明)[^。；]{0,20}(?:扣|拉走|封|搬走|拖走|带走)|(?:扣押|查封|暂扣|拉走|封存)[^。；]{0,20}(?:仅|只)?口头|(?:一名|1名|一人|单人|独自)[^，。；]{0,10}(?:执法人员)?[^，。；]{0,6}(?:扣押|查封|实施)|(?:扣押|查封)[^。；]{0,16}(?:仅|只)有?(?:一名|1名|一人)|后[^，。；]{0,4}[日天][^，。；]{0,4}(?:才|补)[^，。；]{0,10}(?:决定书|清单|笔录)|(?:次日|事后|隔日|数日后|[一二三四五六七八九十\d]+[日天]后)[^，。；]{0,8}(?:补(?:办|制|送|开|做)|才|送达|交付)[^，。；]{0,12}(?:决定书|清单|笔录)?/u;

const seizePapers = lacking({
  subject: papers,
  when: (context) => mentions(context, seizing),
  unless:
    /延长|延期|许可|营业执照|(?:当事人|其)(?:未|没有|无法)|听证|催告|处罚告知|登记保存|解除(?:查封|扣押)?决定|拒绝签|处理决定|二十四小时|24小时|逾期/u,
  message: (words) => `查封扣押的文书手续不全：${words}。`,
});

/** A file that lists the papers of a seizure without those that the law asks for. */
const listedParts: readonly (readonly [string, RegExp])[] = [
  ['负责人批准', /批准|审批/u],
  ['决定书', /决定书/u],
  ['清单', /清单/u],
  ['现场笔录', /笔录/u],
];

/** What a 查封、扣押决定书 itself must hold (行政强制法 article 24), as far as its own words can show it. */
const seizureContent = missingParts({
  when: (context) =>
    paperOf(context) === 'decision' &&
    readingOf(context.document)
      .paragraphs.slice(0, 4)
      .some(({ text }) => /^(?![^。]*解除)[^。]*(?:扣押|查封)[^。]*决定书/u.test(text.trim())),
  parts: [['申请行政复议或者提起行政诉讼的途径和期限', pattern('复议|诉讼|起诉')]],
  missing: 'seizure-content',
  message: (absent) => `查封扣押决定书没有写明${absent.join('、')}。`,
});

/** The report within a day that an urgent seizure owes, not made or made later. */
const reportedLate =
  /(?:未|没有)(?:在|于)?(?:二十四|24)小时(?:之)?内[^，。；]{0,10}(?:报告|报批|补办|补报)|(?:[两二三四五六七八九十数几\d]+[日天]|超过(?:二十四|24)小时|一周)(?:之?后|以后)?才[^，。；]{0,4}(?:补办|补报|报批|报告|批准)/u;
const refusedUnnoted =
  /(?:拒绝签|拒签|不肯签|不予签)[字名章]?[^。]{0,16}(?:未|没有|无)[^，。；]{0,6}(?:见证人|注明|说明|记明)[^。；]{0,30}/u;

const seizeDocs: Rule = {
  id: 'enf-seize-docs',
  title: '查封扣押的文书手续不全',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '查封、扣押应经负责人批准，由两名以上执法人员实施，当场交付决定书和清单，制作现场笔录并告知权利。',
  basis: [
    { law: coercion, article: '18' },
    { law: coercion, article: '19' },
    { law: coercion, article: '24' },
  ],
  advice: '核对并补齐批准、决定书、清单、现场笔录和告知记录；补不了的，解除措施返还财物。',
  traps: ['情况紧急的，可以先实施，二十四小时内报告并补办批准。', '当事人不到场或拒签的，由见证人签名或注明即可。'],
  check: (context) => {
    const lacks = seizePapers(context);
    if (lacks.length > 0) return lacks;
    if (!mentions(context, seizing)) return [];
    const unreported = eachPlace(context, reportedLate, ([words], { text }) =>
      /不得|应当/u.test(text) ? null : { message: `紧急查封扣押没有按时报告补批：${quoted(words)}。` },
    );
    if (unreported.length > 0) return unreported.slice(0, 1);
    const spoken = eachPlace(context, byWord, ([words], { text }) =>
      /复议|诉讼|解除|领取/u.test(text) || /(?:24|二十四)小时/u.test(text)
        ? null
        : { message: `查封扣押没有按规定的手续：${quoted(words)}。` },
    );
    if (spoken.length > 0) return spoken.slice(0, 1);
    const unwitnessed = eachPlace(context, refusedUnnoted, ([words]) => ({
      message: `当事人拒签而没有见证人或者注明：${quoted(words)}。`,
    }));
    if (unwitnessed.length > 0) return unwitnessed.slice(0, 1);
    const untold = seizureContent(context);
    if (untold.length > 0) return untold;
    const list = firstPlace(context, /(?:卷内|案卷|卷宗|材料|文书)[^。；]{0,16}(?:仅有|只有|包括|包含|有|为|:)/u);
    const all = statementsOf(context)
      .map(({ text }) => text)
      .join('');
    const absent = listedParts.filter(([, words]) => !words.test(all)).map(([part]) => part);
    return list && absent.length > 0 && absent.length < listedParts.length
      ? [{ at: list, nature: 'risk', message: `列出的查封扣押材料中没有${absent.join('、')}。` }]
      : [];
  },
  examples: {
    hits: [
      { text: '查封决定书\n松柏公司：本局决定查封你公司后厨。\n临河区城市管理局', says: '行政复议' },
      { text: '扣押推车一辆，摊主拒签，笔录没有注明，也没有见证人。', says: '见证人' },
      { text: '仅口头告知后拉走货物，卷内无查封扣押决定书和清单。' },
      { text: '扣押三轮车一辆，未制作现场笔录，也未当场交付清单。', says: '手续不全' },
      { text: '执法人员口头通知后即将货架拖走扣押。', says: '没有按规定的手续' },
      { text: '扣押案卷内有扣押决定书、现场笔录和审批表。', says: '清单' },
    ],
    nearMisses: [
      { text: '扣押一案，负责人批准在卷，两名执法人员签名，决定书和清单当场交付，现场笔录齐全。' },
      { text: '因情况紧急当场扣押，执法人员在二十四小时内报告并补办了批准手续。' },
      { text: '查封时当事人拒绝签名，由见证人签名并在笔录中注明。' },
      { text: '当事人未取得许可证，货物已依法扣押。' },
    ],
  },
};

const taken = '没收(?:的)?[^，。；]{0,16}|罚没';
const ownUse =
  /(?:没收|罚没)[^。；]{0,30}(?:自行(?:处置|处理|变卖|销毁|拍卖|使用)|变卖|私分|分发|发给|内部(?:分配|处理|拍卖|使用|职工)|自用|留用|使用|坐支|截留|留存|抵作|作为(?:经费|奖金|福利)|(?:转入|转存|存入|划入|打入|汇入|交到|进入)[^，。；]{0,14}(?:账户|账|工会|食堂|队|单位))|(?:执法队|大队|中队|执法人员|本局|单位)[^，。；]{0,10}(?:自行处置|自用|留用|私分|变卖)/u;
const ownUseNot =
  /不得|严禁|禁止|国库|财政(?:专户|账户)|罚没专户|公开拍卖|依法(?:变卖|拍卖)|当事人|使用[^，。；]{0,8}(?:票据|单据)/u;

const inventory: Rule = {
  id: 'enf-inventory',
  title: '没收财物的单据、处置或缴库没有凭证',
  severity: 'medium',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '没收的非法财物必须公开拍卖或者按规定处理，款项全部上缴国库；没收应当出具法定部门制发的财物单据。',
  basis: [
    { law: penalties, article: '74' },
    { law: penalties, article: '77' },
  ],
  advice: '补齐没收财物单据、处置记录和缴库凭证；自行处置、留用的，追回财物或者价款并上缴国库。',
  traps: ['依法应当销毁的财物以销毁记录为凭。', '刚作出没收决定、还没有执行的，不必有处置材料。'],
  check: (context) => {
    if (!mentions(context, pattern(taken))) return [];
    const used = eachPlace(context, ownUse, ([words], { text }) =>
      ownUseNot.test(text) ? null : { message: `没收财物没有依法处置：${quoted(words)}。` },
    );
    return used.length > 0 ? used.slice(0, 1) : confiscationPapers(context);
  },
  examples: {
    hits: [
      { text: '没收货物由执法队自行处置，无单据和缴库凭证。' },
      { text: '没收的电动机已拍卖，价款缴入国库的凭证未见。' },
      { text: '没收过期食品二百公斤，已运走处理，没有销毁记录。', says: '没有凭证' },
      { text: '罚没款留作本局办公经费使用，未上缴国库。' },
    ],
    nearMisses: [
      { text: '没收货物，开具没收财物单据，委托公开拍卖，价款缴入国库的凭证在卷。' },
      { text: '决定没收违法所得二千元，尚未执行。' },
      { text: '没收的财物不得私分、变卖。' },
      { text: '没收假冒酒五十瓶，出具单据，销毁记录和照片附卷。' },
    ],
  },
};

const confiscationPapers = lacking({
  subject:
    '(?:单据|票据|清单|收据|凭证|缴(?:款书|库)|上缴|国库|移交记录|交接|销毁(?:现场|过程)?(?:记录|照片|材料|笔录|录像)|处置(?:记录|手续|材料)|处理记录|拍卖(?:记录|手续|材料|程序)|公开拍卖|入库)',
  unless: /扣押|查封|尚未执行|未到执行|执行前|不缺|监销|无可上缴|没有可上缴/u,
  message: (words) => `没收财物的去向没有凭证：${words}。`,
});

export const measureRules: readonly Rule[] = [preserve, seizeThirty, seizeDocs, inventory];
