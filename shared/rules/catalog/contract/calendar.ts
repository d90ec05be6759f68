/** Days and hours that the calendar and the clock do not have, and weekdays that are not the date's. */
import { dayNumber, daysIn } from '../../../facts/dates.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import { places } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const lunar = /农历|阴历|腊月|正月|初[一二三四五六七八九十]|旧历/u;

const numbered = /编号|文号|合同号|单号|型号|批号|代码|版本/u;
const weekdayAfter = /^\s*[（(，,]?\s*(?:星期|周|礼拜)([一二三四五六日天])/u;
const weekdays = '四五六日一二三';

/** 2026年3月2日（星期三）, which is a Monday. */
function weekdayHits(context: RuleContext): Hit[] {
  return inBody(context, context.facts.dates).flatMap((date): Hit[] => {
    if (date.iso === null || date.year === null || date.month === null || date.day === null) return [];
    const text = textOf(context, date.at.block).slice(date.at.to, date.at.to + 10);
    const said = weekdayAfter.exec(text);
    const number = dayNumber(date.year, date.month, date.day);
    if (!said || number === null) return [];
    // 1970-01-01 was a Thursday.
    const real = weekdays[((number % 7) + 7) % 7] ?? '';
    if (real === (said[1] === '天' ? '日' : said[1])) return [];
    const at = { ...date.at, to: date.at.to + said[0].length };
    return [{ at, message: `${date.text}是星期${real}，所写为星期${said[1]}。` }];
  });
}

const clock = pattern('(?:[^\\d:：.]|^)(2[4-9])\\s*(?:[:：时点])\\s*([0-5]?\\d)?');
const ofDay = /上午|下午|时间|时段|截止|每[日天]|当[日天]|作业|营业|值守|值班|开放|\d\s*[日号]|至|到|—|--?|~|～/u;

/** 25时, 24:30: an hour the day does not have. 24时 and 24:00 end it. */
function clockHits(context: RuleContext): Hit[] {
  return places(context, clock).flatMap(({ at, match, sentence, sentenceFrom, paragraph }): Hit[] => {
    const [hour, minute] = match.groups;
    if (!hour || (hour.text === '24' && Number(minute?.text ?? '0') === 0) || !ofDay.test(sentence)) return [];
    const between = paragraph.text.slice(hour.to, match.to);
    const before = sentence.slice(0, hour.from - sentenceFrom);
    if (
      /^\s*[:：]\s*$/u.test(between) ||
      /(?:比例|比|比分|共|计|满|累计|连续|不少于|不超过)[^，。；]{0,6}$/u.test(before)
    )
      return [];
    const words = paragraph.text.slice(hour.from, match.to).trim();
    return [{ at: { ...at, from: hour.from }, message: `一天没有“${words}”这一时刻。` }];
  });
}

const dateInvalid: Rule = {
  id: 'date-invalid',
  title: '日期不存在',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '公历中没有的日期使期限无法起算或届满。',
  basis: [
    { law: '民法典', article: '200' },
    { law: '民法典', article: '510' },
  ],
  advice: '改为实际存在的日期；指月末的，写“当月最后一日”。',
  check: (context) => [...dayHits(context), ...weekdayHits(context), ...clockHits(context)],
  examples: {
    hits: [
      { text: '于2026年2月30日前交付。', quote: '2026年2月30日', says: '2月只有 28 日' },
      { text: '租金应于每年度6月31日前付清。', quote: '6月31日', says: '6月只有 30 日' },
      { text: '签订日期：2026年13月5日', quote: '2026年13月5日', says: '没有这个月份' },
      { text: '评审会于2026年4月7日（星期四）举行。', quote: '2026年4月7日（星期四', says: '是星期二' },
      { text: '场馆开放时间为8:30至25:00。', quote: '25:00', says: '这一时刻' },
    ],
    nearMisses: [
      { text: '于2026年2月28日前交付。' },
      { text: '于2028年2月29日前交付。' },
      { text: '农历2026年2月30日举行仪式。' },
      { text: '设备型号为2026.13.40-A。' },
      { text: '合同编号：2026-06-31。' },
      { text: '评审会于2026年4月7日（星期二）举行，值守至24:00。' },
      { text: '乙方接报后24时内到场，连续服务28时以上的另计。' },
    ],
  },
};

/** Days the calendar does not have. */
function dayHits(context: RuleContext): Hit[] {
  return inBody(context, context.facts.dates).flatMap((date): Hit[] => {
    if (date.form !== 'impossible' || lunar.test(sentenceOf(context, date.at).text)) return [];
    if (numbered.test(clauseOf(context, date.at).before)) return [];
    const real = date.month !== null && date.month >= 1 && date.month <= 12;
    const last = real ? daysIn(date.year ?? 2024, date.month ?? 1) : 0;
    const why = real
      ? `${date.year === null ? '' : `${date.year}年`}${date.month}月只有 ${last} 日`
      : '一年没有这个月份';
    return [{ at: date.at, message: `“${date.text}”不存在，${why}。` }];
  });
}

export const calendarRules: readonly Rule[] = [dateInvalid];
