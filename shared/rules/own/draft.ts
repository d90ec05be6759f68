/** An own rule as a form holds it: every field a string or a choice, nothing required yet. */
import { assertNever } from '../../document/model.ts';
import { articleNumber } from '../../facts/citations.ts';
import { hashText } from '../../audit/chain.ts';
import type { OwnCheck, OwnRule, Within } from './format.ts';
import type { Measured } from './values.ts';

export const wordFields = [
  'find',
  'also',
  'unless',
  'lacks',
  'first',
  'second',
  'present',
  'needed',
  'called',
  'earlier',
  'later',
] as const;
export type WordField = (typeof wordFields)[number];

/** The words each check asks for, in the order of the form. */
export const wordsOf: Readonly<Record<OwnCheck['kind'], readonly WordField[]>> = {
  phrase: ['find', 'also', 'unless'],
  absence: ['find', 'lacks'],
  near: ['first', 'second', 'unless'],
  required: ['present', 'needed'],
  limit: ['called', 'unless'],
  sequence: ['earlier', 'later'],
  consistency: ['called'],
};

export const optionalWords: ReadonlySet<WordField> = new Set(['also', 'unless', 'needed']);

/** What was typed for one kind of check stays when another is looked at. */
export type CheckDraft = Readonly<{
  kind: OwnCheck['kind'];
  /** One word or /pattern/ a line. */
  words: Readonly<Record<WordField, string>>;
  negatable: boolean;
  within: Within;
  /** Characters, as typed. */
  distance: string;
  order: 'any' | 'first-second';
  of: Measured;
  beyond: 'moreThan' | 'lessThan';
  bound: string;
}>;

export type ExampleDraft = Readonly<{
  text: string;
  quote: string;
  /** What a form does not show, kept as it is. */
  more: Omit<Exclude<OwnRule['hits'][number], string>, 'text' | 'quote'>;
}>;

export type BasisDraft = Readonly<{ law: string; article: string; note: string }>;

export type RuleDraft = Readonly<{
  id: string;
  title: string;
  severity: OwnRule['severity'];
  nature: OwnRule['nature'];
  kinds: OwnRule['kinds'];
  subKinds: NonNullable<OwnRule['subKinds']>;
  why: string;
  advice: string;
  message: string;
  basis: readonly BasisDraft[];
  check: CheckDraft;
  hits: readonly ExampleDraft[];
  nearMisses: readonly ExampleDraft[];
}>;

export const blankExample: ExampleDraft = { text: '', quote: '', more: {} };

export const blankBasis: BasisDraft = { law: '', article: '', note: '' };

const blankCheck: CheckDraft = {
  kind: 'phrase',
  words: Object.fromEntries(wordFields.map((field) => [field, ''])) as Record<WordField, string>,
  negatable: true,
  within: 'sentence',
  distance: '30',
  order: 'any',
  of: 'percentage',
  beyond: 'moreThan',
  bound: '',
};

export const blankDraft: RuleDraft = {
  id: '',
  title: '',
  severity: 'medium',
  nature: 'risk',
  kinds: ['contract'],
  subKinds: [],
  why: '',
  advice: '',
  message: '',
  basis: [],
  check: blankCheck,
  hits: [blankExample],
  nearMisses: [blankExample],
};

/** An id for a title: its Latin words and digits, then what tells it from other titles. '' for none. */
export function idFor(title: string): string {
  const plain = title.normalize('NFKC').trim();
  if (plain === '') return '';
  const latin = plain.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  return ['own', ...latin, hashText(plain).slice(0, 6)].join('-').slice(0, 60);
}

/** The rule as it stands in a pack; what was left blank is left out, so that the decoder names it. */
export function writtenRule(draft: RuleDraft): Readonly<Record<string, unknown>> {
  const { id, title, severity, nature, kinds, subKinds, why, advice, message } = draft;
  const basis = draft.basis.filter(({ law, article, note }) => filled(law) || filled(article) || filled(note));
  return stripped({
    id: id.trim(),
    title: title.trim(),
    severity,
    nature,
    kinds,
    subKinds: subKinds.length > 0 ? subKinds : undefined,
    why: why.trim(),
    basis: basis.length > 0 ? basis.map(writtenBasis) : undefined,
    advice: advice.trim(),
    message: message.trim(),
    check: writtenCheck(draft.check),
    hits: draft.hits.flatMap(writtenExample),
    nearMisses: draft.nearMisses.flatMap(writtenExample),
  });
}

function writtenBasis({ law, article, note }: BasisDraft): object {
  const typed = article.trim();
  const number = /^\d+(?:-\d+)?$/u.test(typed) ? typed : (articleNumber(typed) ?? typed);
  return stripped({ law: law.trim(), article: number, note: note.trim() });
}

function writtenExample({ text, quote, more }: ExampleDraft): (string | object)[] {
  if (!filled(text)) return [];
  return filled(quote) || Object.keys(more).length > 0 ? [stripped({ text, quote, ...more })] : [text];
}

function writtenCheck(check: CheckDraft): object {
  const { kind } = check;
  const words = Object.fromEntries(wordsOf[kind].map((field) => [field, linesOf(check.words[field])]));
  const rest = stripped(Object.fromEntries(Object.entries(words).filter(([, lines]) => lines.length > 0)));
  switch (kind) {
    case 'phrase':
      return { kind, ...rest, ...(check.negatable ? { negatable: true } : {}) };
    case 'absence':
      return { kind, ...rest, within: check.within };
    case 'near':
      return { kind, ...rest, distance: Number(check.distance), order: check.order };
    case 'limit':
      return { kind, of: check.of, ...rest, [check.beyond]: check.bound.trim() };
    case 'consistency':
      return { kind, of: check.of, ...rest };
    case 'required':
    case 'sequence':
      return { kind, ...rest };
    default:
      return assertNever(kind);
  }
}

/** A rule as the form shows it. */
export function draftOf(rule: OwnRule): RuleDraft {
  const { id, title, severity, nature, kinds, subKinds = [], why, advice, message = '' } = rule;
  return {
    id,
    title,
    severity,
    nature,
    kinds,
    subKinds,
    why,
    advice,
    message,
    basis: rule.basis.map(({ law, article, note = '' }) => ({ law, article: article ?? '', note })),
    check: checkDraftOf(rule.check),
    hits: rule.hits.map(exampleDraftOf),
    nearMisses: rule.nearMisses.map(exampleDraftOf),
  };
}

function exampleDraftOf(example: OwnRule['hits'][number]): ExampleDraft {
  if (typeof example === 'string') return { ...blankExample, text: example };
  const { text, quote = '', ...more } = example;
  return { text, quote, more: stripped(more) };
}

function checkDraftOf(check: OwnCheck): CheckDraft {
  const given: Readonly<Record<string, unknown>> = check;
  const words = Object.fromEntries(
    wordsOf[check.kind].map((field) => [field, ((given[field] as string[] | undefined) ?? []).join('\n')]),
  );
  const base = { ...blankCheck, kind: check.kind, words: { ...blankCheck.words, ...words } };
  switch (check.kind) {
    case 'phrase':
      return { ...base, negatable: check.negatable ?? false };
    case 'absence':
      return { ...base, within: check.within };
    case 'near':
      return { ...base, distance: String(check.distance), order: check.order };
    case 'limit':
      return {
        ...base,
        of: check.of,
        beyond: check.moreThan === undefined ? 'lessThan' : 'moreThan',
        bound: check.moreThan ?? check.lessThan ?? '',
      };
    case 'consistency':
      return { ...base, of: check.of };
    case 'required':
    case 'sequence':
      return base;
    default:
      return assertNever(check);
  }
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function filled(typed: string): boolean {
  return typed.trim() !== '';
}

/** Without keys that say nothing. */
function stripped<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as T;
}
