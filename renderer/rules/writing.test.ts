import { beforeEach, expect, test } from 'vitest';
import { blankDraft } from '../../shared/rules/own/draft.ts';
import type { RuleDraft } from '../../shared/rules/own/draft.ts';
import {
  readWriting,
  startEditing,
  startWriting,
  stopWriting,
  turnTo,
  useWriting,
  writeDraft,
  writeText,
} from './writing.ts';
import type { Writing } from './writing.ts';

const now = (): Writing => {
  const { writing } = useWriting.getState();
  if (!writing) throw new Error('Nothing is being written.');
  return writing;
};
const draftNow = (): RuleDraft => {
  const { as } = now();
  if (as.kind !== 'form') throw new Error('It is not in the form.');
  return as.draft;
};
const type = (fields: Partial<RuleDraft>): void => writeDraft(now(), draftNow(), fields);

beforeEach(stopWriting);

test('the id follows the title until one is typed, and again when it is emptied', () => {
  startWriting();
  type({ title: '交付地点' });
  const made = draftNow().id;
  type({ title: '交付时间' });
  expect(draftNow().id).not.toBe(made);
  type({ id: 'own-mine' });
  type({ title: '交付地点' });
  expect(draftNow().id).toBe('own-mine');
  type({ id: '' });
  expect(draftNow().id).toBe(made);
});

test('beginning again keeps what is being written', () => {
  startWriting();
  type({ title: '交付地点' });
  startWriting();
  expect(draftNow().title).toBe('交付地点');
});

test('the form and YAML show one rule; the form refuses what it cannot hold', () => {
  startWriting();
  const words = { ...blankDraft.check.words, find: '适时' };
  const example = (text: string) => [{ text, quote: '', more: {} }];
  type({ title: '付款时间', why: '无', advice: '无', check: { ...blankDraft.check, words } });
  type({ hits: example('适时支付'), nearMisses: example('三日内支付') });
  const before = readWriting(now());
  turnTo(now(), 'yaml');
  expect(readWriting(now())).toEqual(before);
  writeText('title: 只有名称');
  turnTo(now(), 'form');
  expect(now().as.kind).toBe('yaml');
});

test('a broken rule is opened as YAML', () => {
  startEditing('本单位规则', 'own-broken', 'id: own-broken\ntitle: 坏规则\n');
  expect(now()).toMatchObject({ as: { kind: 'yaml' }, replaces: 'own-broken', touched: false });
  expect(readWriting(now())).toMatchObject({ kind: 'faulty' });
});
