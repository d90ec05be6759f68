/** How long land may be granted for each use. */
import { dayNumber } from '../../../facts/dates.ts';
import type { DateFact } from '../../../facts/facts.ts';
import type { Span } from '../../../document/model.ts';
import { inBody, rowBefore, sentenceOf } from '../../around.ts';
import { pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const uses: readonly Readonly<{ word: RegExp; name: string; years: number }>[] = [
  { word: /居住|住宅/u, name: '居住用地', years: 70 },
  { word: /工业|仓储/u, name: '工业用地', years: 50 },
  { word: /教育|科技|文化|卫生|体育|科研/u, name: '教育、科技、文化、卫生、体育用地', years: 50 },
  { word: /商业|旅游|娱乐|商服|商务/u, name: '商业、旅游、娱乐用地', years: 40 },
  { word: /综合/u, name: '综合用地', years: 50 },
];

type Use = (typeof uses)[number];

/** The only use that a text names; 商业、住宅 together are no one use. */
function soleUse(text: string): Use | null {
  const found = uses.filter(({ word }) => word.test(text));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** How far above a term its use may stand, in paragraphs: 宗地用途：商业用地 on a line of its own. */
const reach = 6;

function landUseAbove(context: RuleContext, block: string): Use | null {
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = indexOf.get(block) ?? 0;
  for (let at = here - 1; at >= Math.max(0, here - reach); at -= 1) {
    const text = paragraphs[at]?.text ?? '';
    if (/用途|用于|用地性质|土地性质/u.test(text)) return soleUse(text);
  }
  return null;
}

/** The use of a term: in its sentence, else in its row of a table, else in the lines above. */
function landUseOf(context: RuleContext, at: Span): Use | null {
  return landUseIn(context, at) ?? soleUse(rowBefore(context, at.block)) ?? landUseAbove(context, at.block);
}

/** The last use named before the term in its sentence, or the only one after it. */
function landUseIn(context: RuleContext, at: Span): Use | null {
  const sentence = sentenceOf(context, at);
  let best: { use: Use; index: number } | null = null;
  for (const use of uses) {
    const index = Math.max(
      ...[...sentence.before.matchAll(new RegExp(use.word.source, 'gu'))].map((match) => match.index),
      -1,
    );
    if (index >= 0 && (best === null || index > best.index)) best = { use, index };
  }
  if (best) return best.use;
  const after = uses.filter((use) => use.word.test(sentence.after.slice(0, 16)));
  return after.length === 1 ? (after[0] ?? null) : null;
}

/** Land is granted, not let, allocated, or spoken of as the law has it. */
const granted = pattern('出让');
const notGrant = /租赁|租期|划拨|剩余|已使用|不得超过|最高|设计使用年限|条例》|法》/u;
const termHead = /出让|使用权|用地|年限|年期|期限/u;

function beyond(at: Span, use: Use | null, years: number, said: string): Hit[] {
  if (use === null || years <= use.years) return [];
  return [{ at, message: `${use.name}出让 ${said}，超过法定最高年限 ${use.years} 年。` }];
}

function inYears(context: RuleContext): Hit[] {
  if (!readingOf(context.document).says(granted)) return [];
  return inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
    if (duration.unit !== 'year' || duration.amount <= 40 || duration.amount > 200) return [];
    const { text } = sentenceOf(context, duration.at);
    const inCell = rowBefore(context, duration.at.block) !== '';
    if ((!inCell && !termHead.test(text)) || notGrant.test(text)) return [];
    return beyond(duration.at, landUseOf(context, duration.at), duration.amount, duration.text);
  });
}

const dayOf = ({ year, month, day }: DateFact): number | null => dayNumber(year ?? 0, month ?? 0, day ?? 0);

/** 自2027年1月1日起至2077年12月31日止: the years between two days of a sentence. */
function inDates(context: RuleContext): Hit[] {
  if (!readingOf(context.document).says(granted)) return [];
  const dates = inBody(context, context.facts.dates).filter(({ iso }) => iso !== null);
  return dates.flatMap((last, index): Hit[] => {
    const first = dates[index - 1];
    if (!first || first.at.block !== last.at.block) return [];
    const { text } = sentenceOf(context, last.at);
    if (!/使用权|出让|年限|期限/u.test(text) || !/至|止/u.test(text) || notGrant.test(text)) return [];
    const [from, to] = [dayOf(first), dayOf(last)];
    if (from === null || to === null || to <= from) return [];
    // A day more or less is how terms are written; a tenth of a year is not.
    const years = Math.floor(((to - from + 1) / 365.25) * 10) / 10;
    return beyond(last.at, landUseOf(context, first.at), years, `${first.text}至${last.text}`);
  });
}

const landTerm: Rule = {
  id: 'land-term-max',
  title: '土地出让年限超过法定最高年限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['land', 'investment', 'cooperation', 'administrative'],
  why: '建设用地使用权出让按用途有最高年限：居住七十年，工业、教科文卫体、综合或其他五十年，商业、旅游、娱乐四十年。',
  basis: [
    { law: '城镇国有土地使用权出让和转让暂行条例', article: '12' },
    { law: '土地管理法', article: '63' },
  ],
  advice: '按规划用途改正出让年限；混合用途的，分别写明各用途的面积和年限。',
  check: (context) => [...inDates(context), ...inYears(context)],
  examples: {
    hits: [
      { text: '商业用地出让50年。', quote: '50年', says: '最高年限 40 年' },
      { text: '土地出让合同\n宗地用途：旅游用地\n出让年限：五十年', quote: '五十年' },
      { text: '出让合同附表\n| 宗地 | 用途 | 年限 |\n| 甲-1 | 娱乐用地 | 45年 |', quote: '45年' },
      { text: '出让宗地为商务用地，使用权自2027年1月1日起至2069年12月31日止。', says: '超过' },
      { text: '第五条 本宗地用途为工业，建设用地使用权出让年限为七十年。', quote: '七十年', says: '最高年限 50 年' },
      { text: '出让年期：居住用地70年，商服用地60年。', quote: '60年', says: '商业、旅游、娱乐用地' },
    ],
    nearMisses: [
      { text: '工业用地出让50年。' },
      { text: '出让年限：住宅70年，商业40年。' },
      { text: '商业用地租赁期限为50年。' },
      { text: '商业用地出让最高年限不得超过50年的约定无效，以40年为限。' },
    ],
  },
};

export const landUseTerms: readonly Rule[] = [landTerm];
