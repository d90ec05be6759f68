/**
 * Builders for the shapes most rules share, so that a rule says only what is its own: a phrase that
 * should not stand, a clause that should.
 */
import type { Paragraph, Span } from '../document/model.ts';
import { paragraphsIn } from '../document/walk.ts';
import { sentenceAround } from '../document/sentence.ts';
import type { Match, Pattern } from './pattern.ts';
import type { Hit, RuleContext } from './rule.ts';

/** Body and table paragraphs: what rules read. Headers, footers and notes are left aside. */
export function bodyParagraphs(context: RuleContext): readonly Paragraph[] {
  return paragraphsIn(context.document.body);
}

export type Place = Readonly<{
  paragraph: Paragraph;
  match: Match;
  at: Span;
  /** The sentence around the match, as text and offsets. */
  sentence: string;
  sentenceFrom: number;
}>;

/** Every place in the body where a pattern matches. */
export function places(context: RuleContext, wanted: Pattern): Place[] {
  return bodyParagraphs(context).flatMap((paragraph) =>
    wanted.all(paragraph.text).map((match) => {
      const around = sentenceAround(paragraph.text, match.from, match.to);
      return {
        paragraph,
        match,
        at: { block: paragraph.id, from: match.from, to: match.to },
        sentence: paragraph.text.slice(around.from, around.to),
        sentenceFrom: around.from,
      };
    }),
  );
}

export type PhraseRule = Readonly<{
  find: Pattern;
  /** The match is innocent when its sentence holds this. */
  unless?: Pattern;
  /** … or when its paragraph does. */
  unlessParagraph?: Pattern;
  /** Last word on a place, for what a pattern cannot say. */
  when?: (place: Place, context: RuleContext) => boolean;
  message: (place: Place, context: RuleContext) => string;
}>;

/** A phrase that should not stand: one hit a sentence. */
export function phrase(rule: PhraseRule): (context: RuleContext) => Hit[] {
  return (context) => {
    const seen = new Set<string>();
    return places(context, rule.find)
      .filter((place) => !rule.unless?.test(place.sentence))
      .filter((place) => !rule.unlessParagraph?.test(place.paragraph.text))
      .filter((place) => rule.when?.(place, context) ?? true)
      .filter((place) => {
        const key = `${place.at.block}:${place.sentenceFrom}`;
        return !seen.has(key) && seen.add(key);
      })
      .map((place) => ({ at: place.at, message: rule.message(place, context) }));
  };
}

export type MissingRule = Readonly<{
  /** The document is sound when its body, or an annex, holds this. */
  present: Pattern;
  /** Only asked when the body holds this; absent means always. */
  needed?: Pattern;
  when?: (context: RuleContext) => boolean;
  /** Stable name of what is missing; part of the fingerprint. */
  missing: string;
  message: string;
}>;

/** A clause that should stand and does not: at most one hit, about the whole document. */
export function missing(rule: MissingRule): (context: RuleContext) => Hit[] {
  return (context) => {
    const texts = context.input.documents
      .flatMap((document) => paragraphsIn(document.body))
      .map((paragraph) => `${paragraph.label ?? ''}${paragraph.text}`);
    const has = (wanted: Pattern): boolean => texts.some((text) => wanted.test(text));
    if (rule.needed && !has(rule.needed)) return [];
    if (rule.when && !rule.when(context)) return [];
    return has(rule.present) ? [] : [{ at: null, missing: rule.missing, message: rule.message }];
  };
}
