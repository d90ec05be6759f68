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
      const stale =
        staleMove(moves, articles, after) ?? staleMove(moves, articles, before(sentence, at.from - around.from));
      if (stale) return [{ at, message: `${quoted(text)}所说的内容，${revision}后在第${stale.now}条。` }];
      return oldText?.test(sentence) ? [{ at, message: `${quoted(text)}引用的是旧文本，${revision}后条号已变。` }] : [];
    });
  };
}

/** The words a citation follows, when nothing is said after it: 以审计结果作为结算依据，见…第十一条. */
function before(sentence: string, at: number): string {
  return sentence.slice(Math.max(0, at - 40), at);
}

/** The move whose subject is spoken of first; null when that subject stands where the citation says. */
function staleMove(moves: readonly Move[], articles: readonly string[], text: string): Move | undefined {
  const told = moves
    .filter(({ old, now }) => articles.includes(old) || articles.includes(now))
    .flatMap((move) => {
      const first = move.subject.first(text);
      return first ? [{ move, from: first.from }] : [];
    })
    .toSorted((one, other) => one.from - other.from)[0]?.move;
  return told && articles.includes(told.old) && !articles.includes(told.now) ? told : undefined;
}
