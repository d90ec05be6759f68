/**
 * Builders for the shapes most rules share, so that a rule says only what is its own: a phrase that
 * should not stand, a clause that should, parts that are lacking, a number beyond its limit. Dated steps
 * of a procedure are in steps.ts, the words around a fact in around.ts.
 */
import type { Paragraph, Span } from '../document/model.ts';
import { sentencesOf } from '../document/sentence.ts';
import { withoutDenials } from './denials.ts';
import { mayHold } from './needs.ts';
import { pattern } from './pattern.ts';
import type { Match, Pattern } from './pattern.ts';
import { readingOf } from './reading.ts';
import type { Hit, RuleContext } from './rule.ts';

/** Body and table paragraphs: what rules read. Headers, footers and notes are left aside. */
export function bodyParagraphs(context: RuleContext): readonly Paragraph[] {
  return readingOf(context.document).paragraphs;
}

export type Place = Readonly<{
  paragraph: Paragraph;
  match: Match;
  at: Span;
  /** The sentence around the match, as text and offsets. */
  sentence: string;
  sentenceFrom: number;
}>;

/** Every place in the body where a pattern matches within one sentence. */
export function places(
  context: RuleContext,
  wanted: Pattern,
  /** Sentences that do not pass are not searched: cheaper than looking at their matches. */
  admits: (sentence: string) => boolean = () => true,
): Place[] {
  const { paragraphs, candidates, sentences } = readingOf(context.document);
  return candidates(wanted).flatMap((index) => {
    const paragraph = paragraphs[index];
    if (!paragraph) return [];
    return sentences(index).flatMap(({ block, from: sentenceFrom, to }) => {
      const sentence = paragraph.text.slice(sentenceFrom, to);
      if ((wanted.need && !mayHold(sentence, wanted.need)) || !admits(sentence)) return [];
      return wanted.all(sentence).map((found) => {
        const match = shifted(found, sentenceFrom);
        return { paragraph, match, at: { block, from: match.from, to: match.to }, sentence, sentenceFrom };
      });
    });
  });
}

/**
 * Like places, for matches that begin in a table row's label and end in its value: the row is the paragraph's
 * text, `at` the part that stands in the value's own cell.
 */
export function rowPlaces(
  context: RuleContext,
  wanted: Pattern,
  admits: (sentence: string) => boolean = () => true,
): Place[] {
  return readingOf(context.document)
    .rows(wanted)
    .flatMap(({ paragraph, lead, text }) => {
      const row = { ...paragraph, text };
      return sentencesOf(row).flatMap(({ block, from: sentenceFrom, to }) => {
        const sentence = text.slice(sentenceFrom, to);
        if (sentenceFrom >= lead.length || to <= lead.length || !admits(sentence)) return [];
        return wanted.all(sentence).flatMap((found): Place[] => {
          const match = shifted(found, sentenceFrom);
          if (match.from >= lead.length || match.to <= lead.length) return [];
          const at = { block, from: 0, to: match.to - lead.length };
          return [{ paragraph: row, match, at, sentence, sentenceFrom }];
        });
      });
    });
}

/** A match in part of a text, told in offsets of the whole. */
function shifted(match: Match, by: number): Match {
  if (by === 0) return match;
  const move = <T extends { from: number; to: number }>(span: T): T => ({
    ...span,
    from: span.from + by,
    to: span.to + by,
  });
  return { ...move(match), groups: match.groups.map((group) => group && move(group)) };
}

export type PhraseRule = Readonly<{
  find: Pattern;
  /** The sentence must hold all of these as well. */
  also?: readonly Pattern[];
  /** The match is innocent when its sentence holds this. */
  unless?: Pattern;
  /** … or when its paragraph does. */
  unlessParagraph?: Pattern;
  /** … or when the opening of its article, or the line that introduces its list, does. */
  unlessLead?: Pattern;
  /** A 不得 or 禁止 in the same stretch between commas turns the match into its opposite. */
  negatable?: true;
  /** Headings and printed labels, short lines without a stop, are searched as well. */
  headings?: true;
  /** Of headings only the name of the paper is searched: 宣传片制作合同 says what is agreed. */
  titles?: true;
  /** Last word on a place, for what a pattern cannot say. */
  when?: (place: Place, context: RuleContext) => boolean;
  message: (place: Place, context: RuleContext) => string;
  /** What depends on the place: a milder severity, a nature, an advice of its own. */
  grade?: (place: Place, context: RuleContext) => Pick<Hit, 'severity' | 'nature' | 'advice'>;
}>;

/**
 * A phrase that should not stand: one hit a sentence. Headings, unticked options and, where the rule
 * says `negatable`, prohibitions of the very thing are passed over.
 */
export function phrase(rule: PhraseRule): (context: RuleContext) => Hit[] {
  return (context) => {
    const seen = new Set<string>();
    const excused = new Map<Paragraph, boolean>();
    const isExcused = (paragraph: Paragraph): boolean => {
      const known = excused.get(paragraph) ?? rule.unlessParagraph?.test(paragraph.text) ?? false;
      excused.set(paragraph, known);
      return known;
    };
    const admits = (sentence: string): boolean =>
      (rule.also?.every((wanted) => wanted.test(sentence)) ?? true) && !rule.unless?.test(sentence);
    return [...places(context, rule.find, admits), ...rowPlaces(context, rule.find, admits)]
      .filter((place) => !isExcused(place.paragraph))
      .filter((place) => !(rule.negatable && isNegated(place)))
      .filter(
        (place) =>
          (rule.headings || !isHeading(place.paragraph) || (rule.titles && isTitle(context, place.paragraph))) &&
          !isUnticked(place),
      )
      .filter(
        (place) => !(rule.unlessLead && leads(context, place.paragraph).some((lead) => rule.unlessLead?.test(lead))),
      )
      .filter((place) => rule.when?.(place, context) ?? true)
      .filter((place) => {
        const key = `${place.at.block}:${place.sentenceFrom}`;
        return !seen.has(key) && seen.add(key);
      })
      .map((place) => ({
        at: place.at,
        message: rule.message(place, context),
        ...rule.grade?.(place, context),
      }));
  };
}

const prohibition = pattern('不得|禁止|严禁|不准|不允许|不可以|不应当?|无权|不能|不再|不接受任何|杜绝|避免|防止');

/** Whether a prohibition governs the match: it stands in the same stretch, before or inside it. */
export function isNegated({ paragraph, match }: Place): boolean {
  return [match.from, match.to].some((offset) => prohibition.test(stretchBefore(paragraph.text, offset)));
}

/** How far back a comma or a box is looked for, in UTF-16 units: a text without stops stays linear. */
const nearby = 500;

/** The text between the last comma or stop before an offset and the offset; 、 does not part. */
export function stretchBefore(text: string, offset: number): string {
  let from = offset;
  while (from > 0 && offset - from < nearby && !/[，,。；;：:！？!?\n]/u.test(text[from - 1] ?? '')) from -= 1;
  return text.slice(from, offset);
}

const stops = /[，,。；;：:！？!?]/u;

/** A short line without punctuation is a heading or a printed label, not a clause. */
export function isHeading(paragraph: Paragraph): boolean {
  return paragraph.region.kind === 'body' && paragraph.text.trim().length <= 18 && !stops.test(paragraph.text);
}

const paperName = /(?:合同|协议|协议书|约定书|委托书|任务书|备忘录|订单|确认书)(?:书|单)?[（(]?[^，。；]{0,10}$/u;

/** Whether a paragraph is the name of the paper: among the first lines, ending in 合同, 协议 and their like. */
export function isTitle(context: RuleContext, paragraph: Paragraph): boolean {
  const { indexOf } = readingOf(context.document);
  return (indexOf.get(paragraph.id) ?? 9) < 4 && paperName.test(paragraph.text.trim());
}

const boxes = /[□☐○☑☒√■✓✔]/gu;

/** Whether the match belongs to an option of a form that was left unticked. */
export function isUnticked({ paragraph, match }: Place): boolean {
  const before = paragraph.text.slice(Math.max(0, match.from - nearby), match.from);
  const last = [...before.matchAll(boxes)].at(-1)?.[0];
  return last === '□' || last === '☐' || last === '○';
}

const articleStart = /^\s*第[一二三四五六七八九十百千零〇\d]+条/u;
const introduces = /[：:]\s*$/u;
/** How far back an article's opening is looked for, in paragraphs. */
const reach = 40;

/**
 * What frames a paragraph: the opening paragraph of its article (第X条) and the nearest line above that
 * ends in a colon. Its own text comes first.
 */
export function leads(context: RuleContext, paragraph: Paragraph): string[] {
  const { paragraphs, indexOf, leadOf } = readingOf(context.document);
  const found = [paragraph.text];
  const label = leadOf(paragraph.id);
  if (label !== '') found.push(label);
  if (articleStart.test(lineOf(paragraph))) return found;
  const here = indexOf.get(paragraph.id) ?? 0;
  let introduced = false;
  for (let at = here - 1; at >= Math.max(0, here - reach); at -= 1) {
    const above = paragraphs[at];
    if (!above) break;
    if (!introduced && introduces.test(above.text)) {
      introduced = true;
      found.push(above.text);
    }
    if (articleStart.test(lineOf(above))) return [...found, above.text];
  }
  return found;
}

/** How far back the heading of a section is looked for, in paragraphs. */
const sectionReach = 12;

/** The heading a paragraph stands under, such as 四、谈判保证金; '' when none is near. */
export function headingAbove(context: RuleContext, block: string): string {
  const { paragraphs, indexOf } = readingOf(context.document);
  const here = indexOf.get(block) ?? 0;
  const above = paragraphs.slice(Math.max(0, here - sectionReach), here);
  const found = above.findLast((paragraph) => paragraph.text.trim() !== '' && isHeading(paragraph));
  return found ? lineOf(found) : '';
}

/** A paragraph as displayed: automatic label and text. */
export function lineOf(paragraph: Paragraph): string {
  return `${paragraph.label ?? ''}${paragraph.text}`;
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
    if (rule.needed && !mentions(context, rule.needed)) return [];
    if (rule.when && !rule.when(context)) return [];
    return mentions(context, rule.present) ? [] : [{ at: null, missing: rule.missing, message: rule.message }];
  };
}

/** A part that should be there: its name as said in messages, and the words that show it. */
export type Part = readonly [name: string, present: Pattern];

/** Names of the parts that no document of the review holds, in the order given. */
export function absentParts(context: RuleContext, parts: readonly Part[]): string[] {
  return parts.filter(([, present]) => !mentions(context, present)).map(([name]) => name);
}

export type MissingPartsRule = Readonly<{
  parts: readonly Part[];
  /** Only asked when the body holds this; absent means always. */
  needed?: Pattern;
  when?: (context: RuleContext) => boolean;
  /** How many parts may be absent before it is said; 0 unless given. */
  spare?: number;
  missing: string;
  message: (absent: readonly string[]) => string;
}>;

/** Parts that a document of its kind should state and does not: at most one hit, naming them. */
export function missingParts(rule: MissingPartsRule): (context: RuleContext) => Hit[] {
  return (context) => {
    if (rule.needed && !mentions(context, rule.needed)) return [];
    if (rule.when && !rule.when(context)) return [];
    const absent = absentParts(context, rule.parts);
    return absent.length > (rule.spare ?? 0)
      ? [{ at: null, missing: rule.missing, message: rule.message(absent) }]
      : [];
  };
}

/**
 * Whether the body of any of the review's documents holds a match within one paragraph. A remark that
 * something is not there is no match for it.
 */
export function mentions(context: RuleContext, wanted: Pattern): boolean {
  return context.input.documents.some((document) => {
    const { candidates, affirmed, rows } = readingOf(document);
    return (
      candidates(wanted).some((at) => affirmed(at).some((piece) => wanted.test(piece))) ||
      rows(wanted).some(({ text }) => wanted.test(withoutDenials(text)))
    );
  });
}

/** The words of a match as shown in a message: white space folded, at most `limit` characters. */
export function quoted(text: string, limit = 40): string {
  const plain = text.replace(/\s+/gu, '');
  return plain.length <= limit ? `“${plain}”` : `“${plain.slice(0, limit - 1)}…”`;
}
