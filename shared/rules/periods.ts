/** How long something was open to the public: 5月1日至5月15日 is 15 days, first and last included. */
import type { Region, Span } from '../document/model.ts';
import { dayNumber } from '../facts/dates.ts';
import type { DateFact } from '../facts/facts.ts';
import { fold } from '../facts/source.ts';
import { clauseOf, inBody, rowBefore, sentenceOf, textOf } from './around.ts';
import type { Around } from './around.ts';
import type { Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { RuleContext } from './rule.ts';

/** A stretch of days with the words that state it. `days` is the most it can mean, in calendar days. */
export type OpenPeriod = Readonly<{ at: Span; text: string; days: number; from: number | null; to: number | null }>;

type Cell = Extract<Region, { kind: 'cell' }>;

const toWords = /[至到~—－-]|截至|截止|止于|结束/u;
const parted = /[。；;！？\n]/u;
const longestGap = 40;

/**
 * Periods whose sentence, or the line before it, names what was open: two dates with 至 between, a length, or a last
 * day for answers with the day of the notice before it in the sentence or alone under the paper.
 */
export function openPeriods(context: RuleContext, about: Pattern): OpenPeriod[] {
  const ranges = [...dateRanges(context, about), ...rowRanges(context, about)];
  return [...ranges, ...lengths(context, about), ...(ranges.length > 0 ? [] : untilDays(context, about))];
}

const lastDay = /^(?:以|之)?前[^。；]{0,24}(?:反馈|提出|回复|发送|寄送|报送|意见|建议)/u;
const openedOn =
  /(?:发布|公布|公告|公示|挂网|上网|刊登|公开|起)[^。；，]{0,16}$|^[^。；，]{0,12}(?:起|发布|公布|公告|公示|刊登|公开)/u;
/** How far from the end of a paper the line with its date may stand, in paragraphs. */
const foot = 4;

/** 请于10月16日前反馈 under a notice dated 10月9日. */
function untilDays(context: RuleContext, about: Pattern): OpenPeriod[] {
  const dates = inBody(context, context.facts.dates);
  const { paragraphs, indexOf } = readingOf(context.document);
  const alone = dates.findLast(
    ({ at, text }) =>
      textOf(context, at.block).trim() === fold(text) && (indexOf.get(at.block) ?? 0) >= paragraphs.length - foot,
  );
  return dates.flatMap((last, index): OpenPeriod[] => {
    const sentence = sentenceOf(context, last.at);
    if (!lastDay.test(sentence.after) || !about.test(sentence.text)) return [];
    const earlier = dates
      .slice(0, index)
      .findLast(({ at }) => at.block === last.at.block && at.from >= sentence.from && isOpening(context, at));
    const first = earlier ?? alone;
    if (!first) return [];
    const year = first.year ?? last.year ?? Number(context.input.asOf.slice(0, 4));
    const [from, to] = [dayOf(first, year), dayOf(last, last.year ?? year)];
    if (from === null || to === null || to < from) return [];
    return [{ at: last.at, text: `${first.text}至${last.text}`, days: to - from + 1, from, to }];
  });
}

function isOpening(context: RuleContext, at: Span): boolean {
  const { before, after } = clauseOf(context, at);
  return openedOn.test(before) || openedOn.test(after);
}

function dateRanges(context: RuleContext, about: Pattern): OpenPeriod[] {
  const dates = inBody(context, context.facts.dates);
  const yearOfReview = Number(context.input.asOf.slice(0, 4));
  return dates.flatMap((first, index): OpenPeriod[] => {
    const last = dates[index + 1];
    if (!last || last.at.block !== first.at.block || last.at.from - first.at.to > longestGap) return [];
    const text = textOf(context, first.at.block);
    const gap = text.slice(first.at.to, last.at.from);
    const tail = text.slice(last.at.to, last.at.to + 4);
    if (parted.test(gap) || !(toWords.test(gap) || /^(?:截止|结束|止)/u.test(tail))) return [];
    if (!about.test(sentenceOf(context, first.at).text) && !about.test(text.slice(0, first.at.from))) return [];
    const year = first.year ?? last.year ?? yearOfReview;
    const from = dayOf(first, year);
    let to = dayOf(last, last.year ?? year);
    if (from !== null && to !== null && to < from && last.year === null) to = dayOf(last, year + 1);
    if (from === null || to === null || to < from) return [];
    const at = { block: first.at.block, from: first.at.from, to: last.at.to };
    return [{ at, text: text.slice(at.from, at.to), days: to - from + 1, from, to }];
  });
}

const headOfFirst = /起|始/u;
const headOfLast = /止|束|终/u;

/** A row | 公开征求意见 | 2026-05-06 | 2026-05-22 | under the heads 起 and 止. */
function rowRanges(context: RuleContext, about: Pattern): OpenPeriod[] {
  const dates = inBody(context, context.facts.dates);
  const { paragraphs, indexOf } = readingOf(context.document);
  const cellOf = ({ at }: DateFact): Cell | null => {
    const region = paragraphs[indexOf.get(at.block) ?? -1]?.region;
    return region?.kind === 'cell' ? region : null;
  };
  const headOf = ({ table, column }: Cell): string =>
    paragraphs.find(
      ({ region }) => region.kind === 'cell' && region.table === table && region.row === 0 && region.column === column,
    )?.text ?? '';
  return dates.flatMap((first, index): OpenPeriod[] => {
    const last = dates[index + 1];
    const [opens, closes] = [cellOf(first), last ? cellOf(last) : null];
    if (!last || !opens || closes?.table !== opens.table || closes.row !== opens.row) return [];
    if (!headOfFirst.test(headOf(opens)) || !headOfLast.test(headOf(closes))) return [];
    if (!about.test(rowBefore(context, first.at.block))) return [];
    const year = first.year ?? last.year ?? Number(context.input.asOf.slice(0, 4));
    const [from, to] = [dayOf(first, year), dayOf(last, last.year ?? year)];
    if (from === null || to === null || to < from) return [];
    return [{ at: last.at, text: `${first.text}至${last.text}`, days: to - from + 1, from, to }];
  });
}

function dayOf({ month, day }: DateFact, year: number): number | null {
  return month === null || day === null ? null : dayNumber(year, month, day);
}

const aside = /提前|之前|以前|前\s*$|收到|异议期|起?满|逾期|后[^，]{0,4}$|内(?:提出|反馈|回复|送达|答复|公布)/u;

function lengths(context: RuleContext, about: Pattern): OpenPeriod[] {
  return inBody(context, context.facts.durations).flatMap((duration): OpenPeriod[] => {
    const clause = clauseOf(context, duration.at);
    if (!namesLength(clause, about, sentenceOf(context, duration.at))) return [];
    if (aside.test(clause.before.slice(-8)) || /^(?:前|后(?!结束))/u.test(clause.after)) return [];
    return [{ at: duration.at, text: duration.text, days: duration.days, from: null, to: null }];
  });
}

/** 征求意见期限为七日; 期限共计10天 where the sentence names it; 公示了5天. */
function namesLength(clause: Around, about: Pattern, sentence: Around): boolean {
  if (about.test(clause.text)) return true;
  return about.test(sentence.before) && /期限|时间|时长|为期|历时|期间|持续|仅|只|共/u.test(clause.text);
}
