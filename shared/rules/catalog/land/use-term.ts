/** How long land may be granted for each use. */
import { inBody, sentenceOf, textOf } from '../../around.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';

const uses: readonly Readonly<{ word: RegExp; name: string; years: number }>[] = [
  { word: /居住|住宅/u, name: '居住用地', years: 70 },
  { word: /工业|仓储/u, name: '工业用地', years: 50 },
  { word: /教育|科技|文化|卫生|体育|科研/u, name: '教育、科技、文化、卫生、体育用地', years: 50 },
  { word: /商业|旅游|娱乐|商服|商务/u, name: '商业、旅游、娱乐用地', years: 40 },
  { word: /综合/u, name: '综合用地', years: 50 },
];

/** The last use named before the term in its sentence, or the only one after it. */
function useOf(context: RuleContext, at: Parameters<typeof sentenceOf>[1]): (typeof uses)[number] | null {
  const sentence = sentenceOf(context, at);
  let best: { use: (typeof uses)[number]; index: number } | null = null;
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

const landTerm: Rule = {
  id: 'land-term-max',
  title: '土地出让年限超过法定最高年限',
  severity: 'high',
  nature: 'unlawful',
  kinds: ['contract'],
  subKinds: ['land', 'investment', 'cooperation'],
  why: '建设用地使用权出让按用途有最高年限：居住七十年，工业、教科文卫体、综合或其他五十年，商业、旅游、娱乐四十年。',
  basis: [
    { law: '城镇国有土地使用权出让和转让暂行条例', article: '12' },
    { law: '土地管理法', article: '63' },
  ],
  advice: '按规划用途改正出让年限；混合用途的，分别写明各用途的面积和年限。',
  check: (context) =>
    inBody(context, context.facts.durations).flatMap((duration): Hit[] => {
      if (duration.unit !== 'year' || duration.amount <= 40 || duration.amount > 200) return [];
      const sentence = sentenceOf(context, duration.at);
      const text = textOf(context, duration.at.block);
      if (
        !/出让|使用权|用地/u.test(sentence.text) ||
        !/出让/u.test(text) ||
        /租赁|租期|划拨|剩余|已使用|不得超过|最高/u.test(sentence.text)
      )
        return [];
      const use = useOf(context, duration.at);
      if (!use || duration.amount <= use.years) return [];
      return [{ at: duration.at, message: `${use.name}出让 ${duration.text}，超过法定最高年限 ${use.years} 年。` }];
    }),
  examples: {
    hits: [
      { text: '商业用地出让50年。', quote: '50年', says: '最高年限 40 年' },
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
