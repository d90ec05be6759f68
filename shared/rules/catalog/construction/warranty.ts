/** Works: the warranty periods. */
import type { Duration } from '../../../facts/facts.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { leads, places, rowPlaces } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext, Setting } from '../../rule.ts';
import { settingOf } from '../../rule.ts';
import { isWorks } from './common.ts';

const parts: readonly Readonly<{ word: RegExp; name: string; years: number }>[] = [
  { word: /防水|防渗|渗漏|屋面|卫生间|外墙面?/u, name: '防水、防渗漏', years: 5 },
  {
    word: /电气|水电|管线|给排水|给水|排水|管道|设备安装|装修|装饰/u,
    name: '电气管线、给排水、设备安装和装修',
    years: 2,
  },
  { word: /供热|供冷|采暖|空调系统/u, name: '供热、供冷系统（采暖期、供冷期）', years: 2 },
];
const frame = /地基|主体/u;
/** The law asks for the design life, which stands in the design documents; what is clearly short of one is the office's call. */
const designLife: Setting = {
  key: 'const-warranty-frame-years',
  title: '地基基础和主体结构保修期提示的下限（年）',
  value: 25,
};
const general =
  /(?:工程|整体|全部|总体|本项目|项目)[^，。；、]{0,8}(?:保修期|质保期|保修)|(?:^|[，。；：:、\s])(?:保修期|质保期)[^，。；、]{0,6}$|保修[^，。；、]{0,4}$/u;

/** 保修期限 below the least the law sets, each named by its own words, its row or the item it stands in. */
function shortWarranties(context: RuleContext): Hit[] {
  const { paragraphs, indexOf } = readingOf(context.document);
  return inBody(context, context.facts.durations).flatMap((duration, index, all): Hit[] => {
    if (!['year', 'month'].includes(duration.unit) || duration.sense === 'within') return [];
    const sentence = sentenceOf(context, duration.at);
    const clause = clauseOf(context, duration.at);
    const paragraph = paragraphs[indexOf.get(duration.at.block) ?? -1];
    const inRow = readingOf(context.document).leadOf(duration.at.block) !== '';
    const own = inRow ? sentence.before : ownWords(context, duration, all.slice(0, index));
    const listed =
      paragraph !== undefined &&
      /[：:、]\s*$|^[^，。；]{1,24}$/u.test(own) &&
      leads(context, paragraph)
        .slice(1)
        .some((lead) => /保修/u.test(lead));
    if (/返还|退还|支付|国家规定|不低于国家/u.test(sentence.text) || /缺陷责任期/u.test(clause.text)) return [];
    if (!listed && !/保修|质保/u.test(sentence.before) && !/^[^，。；]{0,4}(?:保修|质保)/u.test(sentence.after))
      return [];
    const last = own.slice(Math.max(own.lastIndexOf('，'), own.lastIndexOf(','), own.lastIndexOf('、')) + 1);
    const years = duration.unit === 'year' ? duration.amount : duration.amount / 12;
    const part = parts.find(({ word }) => word.test(last)) ?? parts.find(({ word }) => word.test(own));
    if (part && years < part.years) {
      const least = part.word.test('采暖') ? '2 个采暖期、供冷期' : `${part.years} 年`;
      return [{ at: duration.at, message: `${part.name}保修期为 ${duration.text}，低于法定最低 ${least}。` }];
    }
    const life = settingOf(context, designLife);
    if (!part && frame.test(own) && years < life) {
      const message = `地基基础和主体结构保修期为 ${duration.text}，短于 ${life} 年（按本单位设定），法定最低为设计文件规定的合理使用年限，请核对设计文件。`;
      return [{ at: duration.at, nature: 'risk', message }];
    }
    const whole =
      !part &&
      !frame.test(own) &&
      years < 2 &&
      isWorks(context) &&
      general.test(own) &&
      !/货物|设备|产品|软件|系统/u.test(own);
    if (!whole) return [];
    const message = `笼统约定工程保修期为 ${duration.text}，低于装修、管线 2 年和防渗漏 5 年的法定最低期限。`;
    return [{ at: duration.at, message }];
  });
}

/** The words of the sentence between the length before and this one: those that name it. */
function ownWords(context: RuleContext, { at }: Duration, earlier: readonly Duration[]): string {
  const sentence = sentenceOf(context, at);
  const previous = earlier.findLast((other) => other.at.block === at.block && other.at.from >= sentence.from);
  return textOf(context, at.block).slice(previous ? previous.at.to : sentence.from, at.from);
}

const heated = pattern(
  '(?:供热|供暖|供冷|采暖|空调|制冷|暖通)[^。；，]{0,16}((?:[1１一壹]个?|单个)(?:采暖|供暖|供热|供冷|制冷|采暖、供冷)[期季])',
);

/** A length in seasons is no length of the calendar: 保修期为1个采暖期. */
function oneSeason(context: RuleContext): Hit[] {
  return [...places(context, heated), ...rowPlaces(context, heated)].map(({ at, match }) => ({
    at,
    message: `供热、供冷系统保修期为“${match.groups[0]?.text ?? match.text}”，低于法定最低 2 个采暖期、供冷期。`,
  }));
}

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
  settings: [designLife],
  check: (context) => {
    if (!isWorks(context) && !/防水|屋面|管线/u.test(readingOf(context.document).text)) return [];
    return [...shortWarranties(context), ...oneSeason(context)];
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
      {
        text: '第八条 保修\n（一）主体结构：设计合理使用年限；\n（二）屋面防水：四年。',
        subKind: 'construction',
        quote: '四年',
      },
      {
        text: '| 部位 | 保修期限 |\n| 给排水管道 | 一年 |\n| 屋面防水 | 五年 |',
        subKind: 'construction',
        quote: '一年',
      },
      {
        text: '| 部位 | 保修年限 |\n| 主体结构 | 十五年 |\n| 外墙防渗 | 五年 |',
        subKind: 'construction',
        quote: '十五年',
        says: '按本单位设定',
      },
      { text: '供暖系统保修一个采暖期，给排水保修两年。', subKind: 'construction', says: '2 个采暖期' },
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

export const warrantyRules: readonly Rule[] = [warrantyMin];
