/** A revision moved articles: an old number beside the subject it used to hold is a stale citation. */
import { sentenceAround } from '../../../document/sentence.ts';
import { statuteNamed } from '../../../law/registry.ts';
import { quoted } from '../../builders.ts';
import type { Pattern } from '../../pattern.ts';
import { readingOf } from '../../reading.ts';
import type { Day, Hit, RuleContext } from '../../rule.ts';

export type Move = Readonly<{ old: string; now: string; subject: Pattern }>;

export type Renumbering = Readonly<{
  law: string;
  /** The day the revision took effect; earlier reviews are left alone. */
  from: Day;
  /** How the revision is called in a message: 2025年修订. */
  revision: string;
  moves: readonly Move[];
  /** Words that name the old text outright. */
  oldText?: Pattern;
}>;

/** Citations of the law by an old article number, told by the subject of their sentence. */
export function renumbered({ law, from, revision, moves, oldText }: Renumbering): (context: RuleContext) => Hit[] {
  const statute = statuteNamed(law);
  return (context) => {
    if (context.input.asOf < from) return [];
    const { paragraphs, indexOf } = readingOf(context.document);
    return context.facts.citations.flatMap(({ at, text, title, articles }): Hit[] => {
      if (statuteNamed(title) !== statute) return [];
      const paragraph = paragraphs[indexOf.get(at.block) ?? -1];
      if (!paragraph) return [];
      const around = sentenceAround(paragraph.text, at.from, at.to);
      const sentence = paragraph.text.slice(around.from, around.to);
      // What the article is cited for stands after it; the rest of the sentence may be about another.
      const after = paragraph.text.slice(at.to, around.to).split(/[，；、]第/u)[0] ?? '';
      const stale = moves.find(
        ({ old, now, subject }) => articles.includes(old) && !articles.includes(now) && subject.test(after),
      );
      if (stale) return [{ at, message: `${quoted(text)}所说的内容，${revision}后在第${stale.now}条。` }];
      return oldText?.test(sentence) ? [{ at, message: `${quoted(text)}引用的是旧文本，${revision}后条号已变。` }] : [];
    });
  };
}
