/**
 * The file of an office's own rules: a pack in YAML, with everything a built-in rule has except code.
 * `resources/schema/rule-pack.schema.json` is made from this decoder, for editors.
 */
import { z } from 'zod';
import { contractKinds } from '../rule.ts';

/** Raised when a pack written for this version could not be understood by an earlier one. */
export const packFormat = 1;

/** Longest pattern, in characters. */
const longestPattern = 1000;

const line = z.string().trim().min(1).max(200);
const sentence = z.string().trim().min(1).max(2000);

/** Plain words, or `/…/` for a pattern in RE2 syntax. */
const words = z
  .array(z.string().min(1).max(longestPattern))
  .min(1)
  .max(200)
  .describe('Plain words, or a pattern between slashes such as /逾期.{0,10}视为/ (RE2 syntax).');

const within = z
  .enum(['sentence', 'paragraph', 'article', 'document'])
  .describe('How far around the words the rule looks.');

const fact = z.enum(['amount', 'percentage', 'duration', 'date']).describe('What is measured.');

/** A bound as people write it: 20%, 30日, 3个月, 100万元. */
const bound = z.string().trim().min(1).max(40);

const phrase = z.strictObject({
  kind: z.literal('phrase').describe('Existence: words that should not stand.'),
  find: words,
  also: words.optional().describe('The sentence must hold one of these as well.'),
  unless: words.optional().describe('Innocent where the sentence holds one of these.'),
  negatable: z.boolean().optional().describe('不得, 禁止 before the words make them innocent.'),
});

const absence = z.strictObject({
  kind: z.literal('absence').describe('Words stand, and what should go with them does not.'),
  find: words,
  lacks: words,
  within: within.default('sentence'),
});

const near = z.strictObject({
  kind: z.literal('near').describe('Two sets of words near each other.'),
  first: words,
  second: words,
  /** Characters between them at most. */
  distance: z.int().min(0).max(200).default(30),
  order: z.enum(['any', 'first-second']).default('any'),
  unless: words.optional(),
});

const required = z.strictObject({
  kind: z.literal('required').describe('A clause that the whole document should have.'),
  present: words,
  needed: words.optional().describe('Asked only of documents that hold one of these.'),
});

const limit = z
  .strictObject({
    kind: z.literal('limit').describe('A number beyond its limit.'),
    of: fact.exclude(['date']),
    called: words.describe('What the number is called, in the same clause.'),
    moreThan: bound.optional(),
    lessThan: bound.optional(),
    unless: words.optional(),
  })
  .refine((check) => (check.moreThan === undefined) !== (check.lessThan === undefined), {
    message: 'one of moreThan and lessThan',
  });

const sequence = z.strictObject({
  kind: z.literal('sequence').describe('Dated steps in the wrong order.'),
  earlier: words,
  later: words,
});

const consistency = z.strictObject({
  kind: z.literal('consistency').describe('The same thing with different values.'),
  of: fact,
  called: words,
});

const check = z.discriminatedUnion('kind', [phrase, absence, near, required, limit, sequence, consistency]);

const example = z.union([
  z.string().min(1).max(5000),
  z.strictObject({
    text: z.string().min(1).max(5000),
    quote: z.string().optional().describe('The exact text that must be marked.'),
    says: z.string().optional().describe('Words the message must contain.'),
    publicPayer: z.boolean().optional(),
    asOf: z.iso.date().optional(),
  }),
]);

const examples = z.array(example).min(1).max(200);

export const ownRule = z.strictObject({
  id: z
    .string()
    .regex(/^own(?:-[a-z0-9]+)+$/)
    .max(60)
    .describe('Begins with own-; letters, digits and hyphens.'),
  title: line.max(30),
  severity: z.enum(['high', 'medium', 'low', 'notice']),
  nature: z.enum(['drafting', 'risk', 'unlawful']),
  kinds: z.array(z.enum(['contract', 'normative', 'decision', 'enforcement', 'other'])).min(1),
  subKinds: z.array(z.enum(contractKinds)).optional(),
  why: sentence,
  basis: z
    .array(
      z.strictObject({
        law: line,
        article: z
          .string()
          .regex(/^\d+(?:-\d+)?$/)
          .nullable()
          .default(null),
        note: sentence.optional(),
      }),
    )
    .default([]),
  advice: sentence,
  message: sentence.optional().describe('What is said; {quote}, {value}, {limit}, {other} stand for what was seen.'),
  check,
  hits: examples,
  nearMisses: examples,
});

export const ownPack = z.strictObject({
  format: z.int().min(1),
  name: line,
  version: line.max(40),
  author: line.max(40),
  rules: z.array(z.unknown()).max(2000),
});

export type OwnRule = z.infer<typeof ownRule>;
export type OwnCheck = OwnRule['check'];
export type Within = z.infer<typeof within>;

/** JSON Schema (draft 2020-12) of a pack, for editors that complete and check YAML. */
export function packSchema(): object {
  const schema = z.toJSONSchema(ownPack.extend({ format: z.literal(packFormat), rules: z.array(ownRule) }), {
    io: 'input',
  });
  return { title: 'Fashen rule pack', ...schema };
}
