import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankDraft, draftOf, idFor, optionalWords, wordsOf, writtenRule } from './draft.ts';
import type { RuleDraft } from './draft.ts';
import { ownRule } from './format.ts';
import type { OwnCheck, OwnRule } from './format.ts';
import { readPack } from './pack.ts';
import {
  newPack,
  nextVersion,
  readRule,
  ruleText,
  ruleTextIn,
  trialPack,
  unwritten,
  withRule,
  withoutRule,
} from './write.ts';

const draft: RuleDraft = {
  ...blankDraft,
  id: 'own-site',
  title: '交付地点',
  why: '本单位多次因此发生争议。',
  advice: '写明地点。',
  basis: [{ law: '中华人民共和国民法典', article: '第五百一十一条', note: '' }],
  check: { ...blankDraft.check, words: { ...blankDraft.check.words, find: '送到指定地点\n\n 甲方指定地点 ' } },
  hits: [{ text: '乙方送到指定地点。', quote: '送到指定地点', more: {} }],
  nearMisses: [{ text: '乙方送到临河区档案馆。', quote: '', more: {} }],
};

/** Text as a form trims it, with what is hard for YAML. */
const words = fc
  .array(fc.constantFrom('甲', '乙方', ' ', ':', '#', '"', "'", '{', '- ', '/逾期.{0,9}/', '是', 'no', '1', '|', '>'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const list = fc.array(words, { minLength: 1, maxLength: 3 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const bound = words.map((text) => text.slice(0, 40).trim());
const measured = fc.constantFrom('amount', 'percentage', 'duration');

const checks: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    kind: fc.constant('phrase'),
    find: list,
    also: maybe(list),
    unless: maybe(list),
    negatable: maybe(fc.constant(true)),
  }),
  fc.record({ kind: fc.constant('absence'), find: list, lacks: list, within: fc.constantFrom('sentence', 'document') }),
  fc.record({
    kind: fc.constant('near'),
    first: list,
    second: list,
    distance: fc.nat(200),
    order: fc.constantFrom('any', 'first-second'),
    unless: maybe(list),
  }),
  fc.record({ kind: fc.constant('required'), present: list, needed: maybe(list) }),
  fc.record({ kind: fc.constant('limit'), of: measured, called: list, moreThan: bound, unless: maybe(list) }),
  fc.record({ kind: fc.constant('limit'), of: measured, called: list, lessThan: bound }),
  fc.record({ kind: fc.constant('sequence'), earlier: list, later: list }),
  fc.record({ kind: fc.constant('consistency'), of: fc.constantFrom('amount', 'date'), called: list }),
);
const example = fc.oneof(
  words,
  fc.record({
    text: words,
    quote: words,
    says: maybe(words),
    publicPayer: maybe(fc.boolean()),
    asOf: maybe(fc.constant('2026-01-05')),
  }),
);
const rules: fc.Arbitrary<OwnRule> = fc
  .record({
    id: fc.constantFrom('own-a', 'own-site-2'),
    title: words.map((title) => title.slice(0, 30).trim()),
    severity: fc.constantFrom('high', 'notice'),
    nature: fc.constantFrom('risk', 'unlawful'),
    kinds: fc.constantFrom(['contract'], ['normative', 'other']),
    subKinds: maybe(fc.constant(['sale'])),
    why: words,
    basis: fc.array(fc.record({ law: words, article: fc.constantFrom(null, '510', '120-1'), note: maybe(words) }), {
      maxLength: 2,
    }),
    advice: words,
    message: maybe(words),
    check: checks,
    hits: fc.array(example, { minLength: 1, maxLength: 2 }),
    nearMisses: fc.array(example, { minLength: 1, maxLength: 2 }),
  })
  .map((rule) => ownRule.parse(JSON.parse(JSON.stringify(rule))));

describe('a rule as a form and as YAML', () => {
  it('is the same rule after the form, the text and back', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readRule(ruleText(writtenRule(draftOf(rule))))).toMatchObject({ kind: 'rule', rule });
      }),
    );
  });

  it('has words one a line, articles as people write them, and no blank fields', () => {
    expect(writtenRule(draft)).toEqual({
      id: 'own-site',
      title: '交付地点',
      severity: 'medium',
      nature: 'risk',
      kinds: ['contract'],
      why: '本单位多次因此发生争议。',
      advice: '写明地点。',
      basis: [{ law: '中华人民共和国民法典', article: '511' }],
      check: { kind: 'phrase', find: ['送到指定地点', '甲方指定地点'], negatable: true },
      hits: [{ text: '乙方送到指定地点。', quote: '送到指定地点' }],
      nearMisses: ['乙方送到临河区档案馆。'],
    });
  });

  it.each(Object.keys(wordsOf) as OwnCheck['kind'][])('a blank %s names the words it lacks', (kind) => {
    const read = readRule(ruleText(writtenRule({ ...draft, check: { ...blankDraft.check, kind } })));
    const needed = wordsOf[kind].filter((field) => !optionalWords.has(field)).map((field) => `check.${field}`);
    expect(read).toMatchObject({ kind: 'faulty', paths: expect.arrayContaining(needed) });
  });

  it.each([
    ['id: [', 1],
    ['', 1],
    ['- a list', 1],
    ['id: own-a\nid: own-b', 2],
  ])('%j is no rule', (text, line) => expect(readRule(text)).toEqual({ kind: 'not-yaml', line }));
});

describe('a pack', () => {
  const commented = `# 由法规科维护\n${newPack('本单位规则', '王芳', writtenRule(draft))}  - {id: own-broken, title: 坏规则}\n`;

  it('begins with version 1 and can be used', () => {
    expect(readPack(newPack('本单位规则', '王芳', writtenRule(draft)))).toMatchObject({
      kind: 'read',
      head: { name: '本单位规则', version: '1', author: '王芳' },
      rules: [{ id: 'own-site' }],
      faults: [],
    });
  });

  it('changes a rule in its place and keeps all else', () => {
    const text = withRule(commented, writtenRule({ ...draft, id: 'own-place', title: '送货地点' }), 'own-site');
    expect(text).toContain('# 由法规科维护');
    expect(readPack(text)).toMatchObject({
      head: { version: '2' },
      rules: [{ id: 'own-place', title: '送货地点' }],
      faults: [{ rule: 'own-broken' }],
    });
  });

  it('takes a further rule at its end, also into an empty list', () => {
    expect(readPack(withRule(commented, writtenRule({ ...draft, id: 'own-two' }), null))).toMatchObject({
      rules: [{ id: 'own-site' }, { id: 'own-two' }],
    });
    const empty = 'format: 1\nname: 空\nversion: 初版\nauthor: 王芳\nrules: []\n';
    expect(readPack(withRule(empty, writtenRule(draft), null))).toMatchObject({
      head: { version: '初版-2' },
      rules: [{ id: 'own-site' }],
    });
  });

  it('gives a rule away as text, and loses one', () => {
    expect(readRule(ruleTextIn(commented, 'own-site') ?? '')).toMatchObject({
      kind: 'rule',
      rule: { title: '交付地点' },
    });
    expect(readRule(ruleTextIn(commented, 'own-broken') ?? '')).toMatchObject({ kind: 'faulty' });
    expect(ruleTextIn(commented, 'own-none')).toBeNull();
    expect(readPack(withoutRule(commented, 'own-broken'))).toMatchObject({ rules: [{ id: 'own-site' }], faults: [] });
  });

  it.each([
    ['1', '2'],
    ['2026.9', '2026.10'],
    ['v3 试行', 'v4 试行'],
    ['初版', '初版-2'],
    ['', '2'],
  ])('version %j is followed by %j', (version, next) => expect(nextVersion(version)).toBe(next));
});

it('a rule can be tried as soon as its check stands', () => {
  const bare = writtenRule({ ...blankDraft, check: draft.check });
  const read = readPack(trialPack(bare), 'unproven');
  expect(read).toMatchObject({ kind: 'read', rules: [{ id: 'own-trial' }] });
  expect(read.kind === 'read' && read.faults).toEqual([{ rule: 'own-trial', kind: 'hit-missed', text: unwritten }]);
});

it.each([
  ['交付地点', /^own-[0-9a-f]{6}$/u],
  ['PPP 项目 2026', /^own-ppp-2026-[0-9a-f]{6}$/u],
  ['  ', /^$/u],
])('the id of %j', (title, expected) => {
  expect(idFor(title)).toMatch(expected);
  expect(idFor(title)).toBe(idFor(` ${title}`));
});
