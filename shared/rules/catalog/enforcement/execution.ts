/** Enforcing what was decided: urging first, and at what hours (行政强制法 articles 35, 43, 52). */
import { mentions, missingParts, quoted } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Span } from '../../../document/model.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { eachPlace, firstPlace, lacking, paperOf, statementAround, statementsOf } from './case-file.ts';

const law = '行政强制法';

const acts = '强制(?:执行|拆除|清除|划拨|腾退|搬离|扣缴)|强拆|划拨|(?:强制)?拍卖|代履行|代为(?:拆除|清除|履行)';
/** What is only announced: every decision warns of it. */
const announced =
  /将(?:依法)?|逾期|届时|可以?|有权|如(?:果)?|若|拟|申请(?:人民)?法院|法院(?:强制)?执行|准予|裁定|不停止|未(?:予)?(?:强制|实施)|暂缓|解除|应当?先|前(?:应|须)|自行|不得|没收|公开拍卖|期满[^，。；]{0,6}未申请/u;

/** What was done, though its sentence tells that the party let the term pass: 逾期未拆，本局直接强拆. */
const done = new RegExp(
  `(?:直接|径行|径直|随即|当即|遂|即于|已于|次日|翌日|当日|[日天])[^，。；]{0,10}(?:作出|决定|组织|实施|予以|启动|进行)[^，。；]{0,8}(?:${acts})|(?:直接|径行|径直|随即|当即|遂)(?:${acts})`,
  'u',
);
const notDone =
  /将|届时|可以|有权|如果|拟|法院|裁定|不停止|暂缓|不得|应当|内[^，。；]{0,12}(?:履行|拆除|缴)|(?:未|没有)(?:予)?(?:强制|实施)|催告(?:后|期满|届满)/u;

function enforcedAt(context: RuleContext): Span | null {
  return firstPlace(context, new RegExp(acts, 'u'), announced) ?? firstPlace(context, done, notDone);
}

const exempt = pattern(
  '立即清除|立即实施代履行|第五十二条|障碍物|遗洒物|污染物|申请(?:人民)?法院|法院(?:裁定|强制执行)|紧急',
);

const unurged = lacking({
  subject: '催告(?:书|通知书|程序|环节|手续|义务)?|(?:书面)?催促',
  unless: /立即清除|障碍物|遗洒|申请[^，。；]{0,8}法院|加处罚款/u,
  when: (context) => !mentions(context, pattern('立即清除|立即实施代履行|申请(?:人民)?法院')),
  due: (context) => (mentions(context, exempt) ? null : enforcedAt(context)),
  present: pattern('催告'),
  message: (words) => `强制执行前没有书面催告：${words}。`,
  silent: (words) => `写了${words}，全文没有提到催告。`,
});

const spokenUrging =
  /(?:口头|电话|微信|当面)[^，。；]{0,6}催告|催告[^，。；]{0,8}(?:仅|只|以|采用|为)[^，。；]{0,4}(?:口头|电话)/u;
const urgingLeavesOut =
  /催告书?[^。；]{0,16}?(?:未|没有|没|漏|缺少?|遗漏)[^。；，]{0,10}(?:期限|方式|金额|数额|陈述|申辩|权利)|催告书?[^。；]{0,20}?(?:期限|方式|金额|陈述|申辩)[^。；，]{0,6}(?:未写|未载明|空白|缺失|没有写)/u;

const urgeParts = missingParts({
  when: (context) => paperOf(context) === 'urge',
  parts: [
    ['履行义务的期限', pattern('(?:日|天)内|月[^。]{0,6}日前|期限')],
    ['陈述、申辩的权利', pattern('陈述|申辩')],
  ],
  missing: 'urge-content',
  message: (absent) => `催告书没有写明：${absent.join('、')}。`,
});

const execNotice: Rule = {
  id: 'enf-exec-notice',
  title: '强制执行前没有书面催告',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '作出强制执行决定前应当事先书面催告，写明履行期限、方式、金额和陈述申辩权，并听取当事人意见。',
  basis: [
    { law, article: '35' },
    { law, article: '52' },
  ],
  advice: '补作书面催告并送达，期满仍不履行且无正当理由的，再作出强制执行决定。',
  traps: [
    '立即清除道路、河道、公共场所的障碍物，不须催告。',
    '决定书里“逾期将依法强制执行”的提示不是执行。',
    '加处罚款本身不须先催告。',
  ],
  check: (context) => {
    const spoken = eachPlace(context, spokenUrging, ([words], { text }) =>
      /书面催告|催告书/u.test(text) ? null : { message: `催告应当采用书面形式：${quoted(words)}。` },
    );
    const partial = eachPlace(context, urgingLeavesOut, ([words], { text }) =>
      /未(?:在|按|于|提出)|没有提出|不得/u.test(text) ? null : { message: `催告书的内容不全：${quoted(words)}。` },
    );
    return [...[...spoken, ...partial, ...unurged(context)].slice(0, 1), ...urgeParts(context)];
  },
  examples: {
    hits: [
      { text: '直接强制执行。', quote: '强制执行' },
      { text: '当事人逾期未履行，本局未经催告即于2026年8月3日组织强制拆除。', says: '没有书面催告' },
      { text: '强制执行决定书\n本机关决定对你户违法建筑实施强制拆除。', says: '没有提到催告' },
      { text: '代履行前只作了口头催告。', says: '书面形式' },
      { text: '履行行政决定催告书\n请你尽快拆除占道棚架。', says: '履行义务的期限、陈述、申辩的权利' },
    ],
    nearMisses: [
      { text: '附催告书及送达回证，期满仍不履行，本局决定强制执行。' },
      { text: '逾期不拆除的，将依法强制拆除。' },
      { text: '因油污遗洒危害交通，依据第五十二条立即实施代履行，清除后通知当事人。' },
      { text: '当事人在催告书规定期限内未提出陈述、申辩。' },
    ],
  },
};

const nightFrom: Setting = { key: 'enf-night-from-hour', title: '夜间强制执行的起始时点（时）', value: 22 };
const nightTo: Setting = { key: 'enf-night-to-hour', title: '夜间强制执行的终止时点（时）', value: 6 };
const enforcing = /强制|强拆|拆除|执行|代履行|腾退|清场|清退|查封|扣押/u;
const partyActs =
  /(?:当事人|业主|店主|工地|商户)[^，。；]{0,8}(?:擅自|自行|仍|违法)|夜间(?:施工|经营|噪声|排放)|擅自|偷建|抢建|自行拆除/u;
const nightWords = /夜间|深夜|凌晨|半夜|夜里|连夜|午夜|子夜/u;
const hourAt =
  /(晚上?|夜里|当晚|夜|凌晨|次日凌晨|清晨|上午|下午|中午|早上|早)?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:时|点|:\d{2})/gu;
const holidayWords =
  /国庆|春节|元旦|清明节?|劳动节|五一(?:节|假期|期间|当天)?|端午|中秋|除夕|大年|正月初|法定(?:节)?假日?|节假日|长假/u;
const urgent = /(?:情况|情势|形势|事态|险情)?(?:紧急|危急|险情|抢险|危及)|应急处置/u;
const notThen =
  /不(?:得|在|于|选择|安排|应|宜|能|准)|(?:避开|避免)[^，。；]{0,8}(?:夜|凌晨|节|假)|(?:未|没有)(?:实施|采取|进行|开展|组织|启动|予以)?[^，。；]{0,4}(?:强制|查封|扣押|强拆|拆除)|禁止|严禁|非法定|不是法定|不属于|除外|并非|调整到|改(?:期|在|为)/u;

/** Public holidays (放假办法 article 2) of the solar calendar, and those of the lunar one as far as worked out. */
const fixedHolidays = new Set(['1-1', '5-1', '5-2', '10-1', '10-2', '10-3']);
const movingHolidays = new Set(
  [
    '2025-1-28 2025-1-29 2025-1-30 2025-1-31 2025-4-4 2025-5-31 2025-10-6',
    '2026-2-16 2026-2-17 2026-2-18 2026-2-19 2026-4-5 2026-6-19 2026-9-25',
    '2027-2-5 2027-2-6 2027-2-7 2027-2-8 2027-4-5 2027-6-9 2027-9-15',
  ].flatMap((year) => year.split(' ')),
);

function hoursAtNight(text: string, from: number, to: number): boolean {
  return [...text.matchAll(hourAt)].some(([, part = '', written = '']) => {
    const plain = /^\d/u.test(written) ? Number(written) : hanHour(written);
    const hour =
      /晚|夜/u.test(part) && plain < 12 && plain > 5
        ? plain + 12
        : /下午/u.test(part) && plain < 12
          ? plain + 12
          : plain;
    return hour >= from || hour < to;
  });
}

function hanHour(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  const digit = (han: string): number => '零一二三四五六七八九'.indexOf(han || '零');
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0) * 10 + digit(ones);
}

const cutOff =
  /(?:停止?(?:供应|供)?|断|切断|停供|掐断|关停)(?:了)?[^，。；]{0,8}(?:居民|住户|生活|其)?(?:生活)?(?:用|供)?(?:水|电|气|暖|热|燃气)(?!路|梯|工)/u;
const dwellers = /居民|被执行人|住户|住宅|户|家|生活|村民|被征收人|当事人|其/u;

/** A plan whose items give the time on a line of its own. */
const planTitle =
  /^[^。；，]{0,30}(?:强制(?:执行|拆除|搬迁)|强拆|拆除|清场|腾退)[^。；，]{0,10}(?:方案|计划|安排|公告|通知)/u;

const execTime: Rule = {
  id: 'enf-exec-time',
  title: '夜间、节假日强制执行或停水停电逼迫履行',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['enforcement'],
  why: '除情况紧急外，不得在夜间或者法定节假日强制执行，也不得对居民生活停止供水、供电、供热、供燃气迫使履行。',
  basis: [{ law, article: '43' }],
  advice: '改在工作日白天实施并恢复供应；确属紧急的，写明紧急情形和依据。',
  traps: ['普通周末不是法定节假日。', '写明情况紧急及理由的除外。'],
  settings: [nightFrom, nightTo],
  check: (context) => {
    const from = settingOf(context, nightFrom);
    const to = settingOf(context, nightTo);
    const planned = statementsOf(context)
      .slice(0, 3)
      .some(({ text }) => planTitle.test(text));
    return statementsOf(context)
      .flatMap((statement): Hit[] => {
        const { text, paragraph } = statement;
        const span = (index: number, length: number): Span => ({
          block: paragraph.id,
          from: statement.from + index,
          to: statement.from + index + length,
        });
        const cut = cutOff.exec(text);
        if (
          cut &&
          dwellers.test(text) &&
          !/不得|不准|禁止|不采取|未采取|恢复|未停|没有停|企业|生产用/u.test(text) &&
          /迫使|逼|促|为由|直至|执行|履行|拆|搬|要求|采取|缴|签/u.test(text)
        )
          return [{ at: span(cut.index, cut[0].length), message: `以${quoted(cut[0])}迫使当事人履行。` }];
        if (
          !(enforcing.test(text) || (planned && /时间/u.test(text))) ||
          notThen.test(text) ||
          (urgent.test(text) && !/(?:无|没有|未|非|并无|不)[^，。；]{0,6}(?:紧急|险情)/u.test(text)) ||
          partyActs.test(text)
        )
          return [];
        const night = nightWords.exec(text);
        if (night) return [{ at: span(night.index, night[0].length), message: `强制执行安排在${quoted(night[0])}。` }];
        if (hoursAtNight(text, from, to)) {
          const hour = [...text.matchAll(hourAt)].find(([all]) => hoursAtNight(all, from, to));
          return hour
            ? [
                {
                  at: span(hour.index, hour[0].length),
                  message: `强制执行的时间${quoted(hour[0])}属于夜间（按本单位设定的${from}时至次日${to}时）。`,
                },
              ]
            : [];
        }
        const named = holidayWords.exec(text);
        if (named && !/(?:节|假期?)(?:前|后)|(?:前|后)(?:一|二|两|三|数)?[日天]/u.test(text))
          return [{ at: span(named.index, named[0].length), message: `强制执行安排在${quoted(named[0])}。` }];
        return holidayDates(context, paragraph.id, statement.from, statement.from + text.length, planned);
      })
      .slice(0, 1);
  },
  examples: {
    hits: [
      { text: '为避免围观，强制拆除定在凌晨三时开始。', quote: '凌晨' },
      { text: '国庆节当日夜间拆除。', says: '夜间' },
      { text: '本机关定于2026年10月2日上午九时组织强制拆除。', quote: '2026年10月2日', says: '法定节假日' },
      { text: '当晚十一时，执法人员到场强制执行，将货架清走。', says: '属于夜间' },
      { text: '对拒不搬离的住户停止供水、供电，迫使其履行搬迁义务。', says: '迫使' },
    ],
    nearMisses: [
      { text: '周六上午9时实施拆除（非法定节假日）。' },
      { text: '不得在夜间或者法定节假日实施强制执行。' },
      { text: '因墙体随时倒塌，情况紧急，当晚十一时实施强制拆除，理由已写入笔录。' },
      { text: '当事人夜间施工产生噪声，责令改正，罚款二千元，逾期强制执行。' },
    ],
  },
};

/** A date in a sentence that is a public holiday. */
function holidayDates(context: RuleContext, block: string, from: number, to: number, planned: boolean): Hit[] {
  return context.facts.dates
    .filter(
      ({ at, month, day }) => at.block === block && at.from >= from && at.to <= to && month !== null && day !== null,
    )
    .filter(
      ({ year, month, day }) =>
        fixedHolidays.has(`${month}-${day}`) ||
        movingHolidays.has(`${year ?? context.input.asOf.slice(0, 4)}-${month}-${day}`),
    )
    .filter(({ at }) => {
      const clause = statementAround(context, at)?.text ?? '';
      return (
        (planned || /实施|组织|强拆|强制(?:拆除|执行)(?!决定)|代履行|拆除/u.test(clause)) &&
        !/决定书?(?:于|作出)|作出|送达|催告/u.test(clause)
      );
    })
    .map(({ at, text }) => ({ at, message: `${quoted(text)}是法定节假日，不得强制执行。` }));
}

export const executionRules: readonly Rule[] = [execNotice, execTime];
