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

export const worksRules: readonly Rule[] = [qualityBond3, warrantyMin];
