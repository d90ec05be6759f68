/** Works: the retention money and the warranty periods. */
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { readingOf } from '../../reading.ts';

const retention = /质保金|质量保证金|保修金|质量保修金|质量保留金/u;

/** Whether the document is about works: goods may carry a higher retention. */
function isWorks(context: RuleContext): boolean {
  if (context.input.subKind === 'construction') return true;
  return (
    context.input.subKind === 'unknown' &&
    /竣工|施工|工程(?:结算|价款|款|造价|质量保证金)/u.test(readingOf(context.document).text)
  );
}

const qualityBond3: Rule = {
  id: 'const-quality-bond-3',
  title: '工程质量保证金超过3%',
  severity: 'high',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '工程质量保证金预留比例不得高于工程价款结算总额的3%，超过的属于变相拖欠工程款。',
  basis: [
    { law: '保障中小企业款项支付条例', article: '13' },
    {
      law: '建设工程质量保证金管理办法',
      article: null,
      note: '建质〔2017〕138号第七条：保证金总预留比例不得高于工程价款结算总额的3%',
    },
  ],
  advice: '下调到结算总额的3%以内，并允许以银行保函替代；已交履约保证金的，不同时预留质量保证金。',
  check: (context) => {
    if (!isWorks(context)) return [];
    return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      if (percentage.per !== null || percentage.percent <= 3 || percentage.percent > 30 || percentage.cumulative)
        return [];
      const clause = clauseOf(context, percentage.at);
      const before = clause.before.slice(-30);
      const near =
        /^[^，。；\d]{0,14}(?:作为|为|作|留作|的)?[^，。；\d]{0,6}(?:质保金|质量保证金|保修金|质量保修金)/u.test(
          clause.after,
        ) ||
        (retention.test(before) && !/返还|退还|支付|扣除|违约|付至/u.test(before.slice(before.search(retention))));
      if (!near || /不超过|不得超过|不高于/u.test(before)) return [];
      return [
        { at: percentage.at, message: `质量保证金预留比例为 ${percentage.decimal}%，超过工程价款结算总额的 3%。` },
      ];
    });
  },
  examples: {
    hits: [
      { text: '预留合同价5%作质保金。', subKind: 'construction', quote: '5%', says: '超过工程价款结算总额的 3%' },
      {
        text: '第九条 竣工结算后付至结算价的95%，剩余百分之五作为工程质量保证金，缺陷责任期满后返还。',
        subKind: 'construction',
        quote: '百分之五',
      },
      { text: '本工程质量保修金为结算总价的8％，于竣工验收后两年付清。', quote: '8％', says: '8%' },
    ],
    nearMisses: [
      { text: '预留结算价3%作质保金。', subKind: 'construction' },
      { text: '履约保证金为合同价的10%，质量保证金为结算价的3%。', subKind: 'construction' },
      { text: '货物验收后留5%作为质保金，质保期一年。', subKind: 'procurement' },
      { text: '缺陷责任期满一年，返还质量保证金的50%。', subKind: 'construction' },
    ],
  },
};

const parts: readonly Readonly<{ word: RegExp; name: string; years: number }>[] = [
  { word: /防水|防渗|渗漏|屋面|卫生间|外墙面?/u, name: '防水、防渗漏', years: 5 },
  {
    word: /电气|水电|管线|给排水|给水|排水|管道|设备安装|装修|装饰/u,
    name: '电气管线、给排水、设备安装和装修',
    years: 2,
  },
  { word: /供热|供冷|采暖|空调系统/u, name: '供热、供冷系统（采暖期、供冷期）', years: 2 },
];
const general =
  /(?:工程|整体|全部|总体|本项目|项目)[^，。；、]{0,8}(?:保修期|质保期|保修)|(?:^|[，。；：:、\s])(?:保修期|质保期)[^，。；、]{0,6}$|保修[^，。；、]{0,4}$/u;

const warrantyMin: Rule = {
  id: 'const-warranty-min',
  title: '工程保修期低于法定最低期限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['construction'],
  why: '国家对防渗漏、管线、设备安装和装修等规定了最低保修期限，合同约定低于它的不能对抗法定责任。',
  basis: [{ law: '建设工程质量管理条例', article: '40' }],
  advice: '分项写明保修期且不低于法定最低期限，自竣工验收合格之日起算，与缺陷责任期分开约定。',
  check: (context) => {
    if (!isWorks(context) && !/防水|屋面|管线/u.test(readingOf(context.document).text)) return [];
    return inBody(context, context.facts.durations).flatMap((duration, index, all): Hit[] => {
      if (!['year', 'month'].includes(duration.unit) || duration.sense === 'within') return [];
      const sentence = sentenceOf(context, duration.at);
      if (!/保修|质保/u.test(sentence.text) || /缺陷责任期|返还|退还|支付|国家规定|不低于国家/u.test(sentence.text))
        return [];
      if (!/保修期|质保期|保修/u.test(sentence.before) && !/^[^，。；]{0,4}(?:保修|质保)/u.test(sentence.after))
        return [];
      const previous = all
        .slice(0, index)
        .findLast(({ at }) => at.block === duration.at.block && at.from >= sentence.from);
      const own = textOf(context, duration.at.block).slice(previous ? previous.at.to : sentence.from, duration.at.from);
      const last = own.slice(Math.max(own.lastIndexOf('，'), own.lastIndexOf(','), own.lastIndexOf('、')) + 1);
      const years = duration.unit === 'year' ? duration.amount : duration.amount / 12;
      const part = parts.find(({ word }) => word.test(last)) ?? parts.find(({ word }) => word.test(own));
      if (part && years < part.years) {
        return [
          {
            at: duration.at,
            message: `${part.name}保修期为 ${duration.text}，低于法定最低 ${part.years} ${part.word.test('采暖') ? '个采暖期、供冷期' : '年'}。`,
          },
        ];
      }
      if (
        !part &&
        !/地基|主体/u.test(own) &&
        years < 2 &&
        isWorks(context) &&
        general.test(own) &&
        !/货物|设备|产品|软件|系统/u.test(own)
      ) {
        return [
          {
            at: duration.at,
            message: `笼统约定工程保修期为 ${duration.text}，低于装修、管线 2 年和防渗漏 5 年的法定最低期限。`,
          },
        ];
      }
      return [];
    });
  },
  examples: {
    hits: [
      { text: '屋面防水保修2年。', subKind: 'construction', quote: '2年', says: '法定最低 5 年' },
      {
        text: '第十二条 保修期限：屋面防水工程五年，卫生间防渗漏三年，电气管线、给排水两年。',
        subKind: 'construction',
        quote: '三年',
        says: '防渗漏',
      },
      { text: '本工程质保期一年，自竣工验收合格之日起算。', subKind: 'construction', quote: '一年', says: '笼统约定' },
      { text: '装修工程保修期为18个月。', subKind: 'construction', quote: '18个月', says: '法定最低 2 年' },
    ],
    nearMisses: [
      { text: '屋面防水保修5年。', subKind: 'construction' },
      { text: '缺陷责任期一年，缺陷责任期满返还质量保证金。', subKind: 'construction' },
      { text: '保修期按国家规定执行，自竣工验收合格之日起算。', subKind: 'construction' },
      { text: '货物质保期一年，终身维修。', subKind: 'procurement' },
      { text: '给排水、装修工程保修期为二年，屋面防水保修期为五年。', subKind: 'construction' },
    ],
  },
};

const goods = /货物|产品|供货|供应商|商品|机器|采购人/u;
const returns = /返还|退还|支付|付清|退付|返付|无息|结清|退回|释放|解除/u;
const liability = /缺陷责任期|质量保证金(?:返还|退还|预留)?期|质保金(?:返还|退还)?期/u;

/** Lengths after which the retention is to be given back, longer than two years. */
function lateReturns(context: RuleContext): Hit[] {
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    const most = { year: 2, month: 24, day: 731 }[duration.unit as 'year' | 'month' | 'day'] ?? Infinity;
    if (duration.amount <= most) return [];
    const sentence = sentenceOf(context, duration.at);
    const clause = clauseOf(context, duration.at);
    const ofLiability = liability.test(clause.before) && !/保修期[^，。；]{0,10}$/u.test(clause.before);
    const ofReturn =
      retention.test(sentence.text) && returns.test(sentence.text) && comesBack(clause.text, sentence.text);
    if (!ofLiability && !ofReturn) return [];
    const onWarranty = /保修期|防水|质保期/u.test(clause.text) && !ofLiability;
    const message = onWarranty
      ? `以${duration.text}的保修期作为质量保证金的返还条件，超过 2 年。`
      : `质量保证金的返还期限（缺陷责任期）为 ${duration.text}，超过 2 年。`;
    return [{ at: duration.at, message }];
  });
}

/** The length is tied to the giving back, not merely a warranty that stands beside it. */
function comesBack(clause: string, sentence: string): boolean {
  if (retention.test(clause) || returns.test(clause)) return true;
  return (
    /(?:期满|届满|满|后|到期)/u.test(clause) &&
    !/保修(?:期)?(?:为|：|是)?\s*[\d一二两三四五六七八九十]+\s*(?:年|个月)\s*$/u.test(clause) &&
    returns.test(sentence)
  );
}

const untimed = /(?:无息)?(?:返还|退还|退回)/u;

/** 质保金 is kept, but nothing says when it comes back. */
function unsaidReturn(context: RuleContext): Hit[] {
  const { paragraphs } = readingOf(context.document);
  const holding = paragraphs.filter(({ text }) => retention.test(text));
  if (holding.length === 0) return [];
  const timed = holding.some(({ text }) => {
    const sentences = text.split(/[。；]/u).filter((sentence) => retention.test(sentence) || returns.test(sentence));
    return sentences.some(
      (sentence) =>
        returns.test(sentence) &&
        /期满|届满|到期|\d|[一二两三四五六七八九十]+(?:年|个月|日|天)|保修期|缺陷责任期(?:满|结束)|竣工验收(?:合格)?后/u.test(
          sentence.replace(/[\d.]+[%％]|百分之[一二三四五六七八九十]+/gu, ''),
        ),
    );
  });
  if (timed) return [];
  const said = holding.find(
    ({ text }) => untimed.test(text) || /未(?:约定|写明|明确)[^。；]{0,8}(?:返还|退还|期限|时间)/u.test(text),
  );
  const place = said ?? (paragraphs.length >= 4 ? holding[0] : undefined);
  const found = place ? retention.exec(place.text) : null;
  if (!place || !found) return [];
  const at = { block: place.id, from: found.index, to: found.index + found[0].length };
  return [{ at, severity: 'low', nature: 'drafting', message: `约定了${found[0]}，没有写明返还期限。` }];
}

const bondReturn: Rule = {
  id: 'const-quality-bond-return',
  title: '质量保证金返还期限过长或未约定',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: ['construction', 'procurement'],
  why: '缺陷责任期最长不超过二年；没有约定返还期限的，竣工验收满二年承包人可以请求返还，保修义务不因返还而免除。',
  basis: [
    { law: '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）', article: '17' },
    {
      law: '建设工程质量保证金管理办法',
      article: null,
      note: '建质〔2017〕138号第二条：缺陷责任期一般为1年，最长不超过2年',
    },
  ],
  advice: '把缺陷责任期写为不超过二年、期满返还，并与保修期分开约定；防水等五年保修另以保修责任承担。',
  traps: ['只约定保修期较长、质量保证金按期返还的，不在此列。', '货物采购的质量保证金另按采购合同处理。'],
  check: (context) => {
    const { text } = readingOf(context.document);
    if (!isWorks(context) && goods.test(text)) return [];
    const late = lateReturns(context);
    return late.length > 0 ? late : unsaidReturn(context);
  },
  examples: {
    hits: [
      { text: '质保金五年后返还。', quote: '五年', says: '超过 2 年' },
      { text: '第十条 缺陷责任期为36个月，自竣工验收合格之日起算。', subKind: 'construction', quote: '36个月' },
      { text: '工程质量保证金待屋面防水保修期5年届满后无息返还。', quote: '5年', says: '保修期作为' },
      { text: '工程结算价的3%作为质量保证金，由发包人视质量情况退还。', quote: '质量保证金', says: '没有写明返还期限' },
    ],
    nearMisses: [
      { text: '质保金于缺陷责任期（24个月）满后返还。' },
      { text: '屋面防水保修期五年。质量保证金于竣工验收满两年后14日内返还。' },
      { text: '预留结算价的3%作为质量保证金，缺陷责任期一年，期满返还。', subKind: 'construction' },
      { text: '货物验收后留5%作质保金，三年后返还，供应商负责质保。' },
    ],
  },
};

export const worksRules: readonly Rule[] = [qualityBond3, warrantyMin, bondReturn];
