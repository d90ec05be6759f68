/** The checks of own rules, each on the same builders and readers as the built-in ones. */
import type { Span } from '../../document/model.ts';
import { assertNever } from '../../document/model.ts';
import { clauseOf, inBody } from '../around.ts';
import { isUnticked, leads, mentions, missing, phrase, places } from '../builders.ts';
import type { Place } from '../builders.ts';
import type { Pattern } from '../pattern.ts';
import type { Hit, RuleContext } from '../rule.ts';
import { firstStep, lastStep, orderHit, stepsOf } from '../steps.ts';
import type { OwnCheck, OwnRule, Within } from './format.ts';
import { readBound, valuesOf } from './values.ts';
import type { Value } from './values.ts';
import { anyOf } from './words.ts';

type Check = (context: RuleContext) => readonly Hit[];
type Of<K extends OwnCheck['kind']> = Extract<OwnCheck, { kind: K }>;

/** Thrown when a bound is not a number of the sort that is measured. */
export class BadBound extends Error {
  readonly written: string;

  constructor(written: string) {
    super(`Not a bound: ${written}`);
    this.written = written;
  }
}

/** What a rule does; throws `BadPattern` or `BadBound` where it cannot be read. */
export function checkOf(rule: OwnRule): Check {
  const say = (seen: Seen, otherwise: string): string =>
    (rule.message ?? otherwise).replace(/\{(quote|value|limit|other)\}/gu, (_, key: keyof Seen) => seen[key] ?? '');
  const { check } = rule;
  switch (check.kind) {
    case 'phrase':
      return phraseCheck(check, say);
    case 'absence':
      return absenceCheck(check, say);
    case 'near':
      return nearCheck(check, say);
    case 'required':
      return missing({
        present: anyOf(check.present),
        ...(check.needed ? { needed: anyOf(check.needed) } : {}),
        missing: rule.id,
        message: say({}, `没有关于“${check.present[0] ?? rule.title}”的内容。`),
      });
    case 'limit':
      return limitCheck(check, say);
    case 'sequence':
      return sequenceCheck(check, say);
    case 'consistency':
      return consistencyCheck(check, say);
    default:
      return assertNever(check);
  }
}

type Seen = Partial<Record<'quote' | 'value' | 'limit' | 'other', string>>;
type Say = (seen: Seen, otherwise: string) => string;

function phraseCheck(check: Of<'phrase'>, say: Say): Check {
  return phrase({
    find: anyOf(check.find),
    // A person who tries a rule on a few words expects an answer.
    headings: true,
    ...(check.also ? { also: [anyOf(check.also)] } : {}),
    ...(check.unless ? { unless: anyOf(check.unless) } : {}),
    ...(check.negatable ? { negatable: true as const } : {}),
    message: ({ match }) => say({ quote: match.text }, '写有“{quote}”。'),
  });
}

function absenceCheck(check: Of<'absence'>, say: Say): Check {
  const lacks = anyOf(check.lacks);
  return phrase({
    find: anyOf(check.find),
    headings: true,
    when: (place, context) => !holds(place, context, lacks, check.within),
    message: ({ match }) => say({ quote: match.text }, `写有“{quote}”，没有“${check.lacks[0] ?? ''}”。`),
  });
}

function holds(place: Place, context: RuleContext, wanted: Pattern, within: Within): boolean {
  switch (within) {
    case 'sentence':
      return wanted.test(place.sentence);
    case 'paragraph':
      return wanted.test(place.paragraph.text);
    case 'article':
      return leads(context, place.paragraph).some((text) => wanted.test(text));
    case 'document':
      return mentions(context, wanted);
    default:
      return assertNever(within);
  }
}

function nearCheck(check: Of<'near'>, say: Say): Check {
  const [first, second] = [anyOf(check.first), anyOf(check.second)];
  const unless = check.unless && anyOf(check.unless);
  return (context) =>
    places(context, first, (sentence) => second.test(sentence) && !unless?.test(sentence)).flatMap((place): Hit[] => {
      if (isUnticked(place)) return [];
      const { match, sentence, sentenceFrom, at } = place;
      const other = second
        .all(sentence)
        .map((found) => ({ ...found, from: found.from + sentenceFrom, to: found.to + sentenceFrom }))
        .find((found) => {
          const gap = found.from >= match.to ? found.from - match.to : match.from - found.to;
          const inOrder = check.order === 'any' || found.from >= match.to;
          return gap >= 0 && gap <= check.distance && inOrder;
        });
      if (!other) return [];
      const span: Span = {
        block: at.block,
        from: Math.min(match.from, other.from),
        to: Math.max(match.to, other.to),
      };
      const quote = place.paragraph.text.slice(span.from, span.to);
      return [{ at: span, message: say({ quote, other: other.text }, '写有“{quote}”。') }];
    });
}

/** Values named by the words, in the clause between commas, and not ruled out by `unless`. */
function named(context: RuleContext, values: readonly Value[], called: Pattern, unless?: Pattern): Value[] {
  return inBody(context, values).filter(({ at }) => {
    const clause = clauseOf(context, at);
    return called.test(clause.text) && !unless?.test(clause.text);
  });
}

function limitCheck(check: Of<'limit'>, say: Say): Check {
  const called = anyOf(check.called);
  const unless = check.unless && anyOf(check.unless);
  const written = check.moreThan ?? check.lessThan ?? '';
  const bound = readBound(written, check.of);
  if (bound === null) throw new BadBound(written);
  const beyond = ({ value }: Value): boolean => (check.moreThan === undefined ? value < bound : value > bound);
  const word = check.moreThan === undefined ? '低于' : '超过';
  return (context) =>
    named(context, valuesOf(context.facts, check.of).filter(beyond), called, unless).map((fact) => ({
      at: fact.at,
      message: say({ quote: fact.text, value: fact.text, limit: written }, `{value}，${word}{limit}。`),
    }));
}

function sequenceCheck(check: Of<'sequence'>, say: Say): Check {
  const [earlier, later] = [anyOf(check.earlier), anyOf(check.later)];
  const words = [
    ['earlier', earlier],
    ['later', later],
  ] as const;
  const names = { earlier: check.earlier[0] ?? '', later: check.later[0] ?? '' };
  return (context) => {
    const steps = stepsOf(context, words);
    const [before, after] = [firstStep(steps, 'earlier'), lastStep(steps, 'later')];
    return orderHit(before, after, names).map((hit) => ({
      ...hit,
      message: say({ quote: before?.text ?? '', value: before?.text ?? '', other: after?.text ?? '' }, hit.message),
    }));
  };
}

function consistencyCheck(check: Of<'consistency'>, say: Say): Check {
  const called = anyOf(check.called);
  return (context) => {
    const [first, ...rest] = named(context, valuesOf(context.facts, check.of), called);
    return rest
      .filter(({ value }) => value !== first?.value)
      .map((fact) => ({
        at: fact.at,
        ...(first ? { related: [first.at] } : {}),
        message: say(
          { quote: fact.text, value: fact.text, other: first?.text ?? '' },
          '前文为{other}，此处为{value}，两处不一致。',
        ),
      }));
  };
}
