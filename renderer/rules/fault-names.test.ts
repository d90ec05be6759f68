import { expect, test } from 'vitest';
import { words } from '../../shared/words/words.ts';
import { faultName, faultNames } from './fault-names.ts';

const { fields } = words.zh.ruleForm;

test.each([
  ['title', fields.title],
  ['check.find', fields.find],
  ['check', fields.check],
  ['basis.0.article', fields.article],
  ['hits.2.asOf', fields.hits],
  ['colour', 'colour'],
])('%s is %s', (path, name) => {
  expect(faultName(path, fields)).toBe(name);
});

test('each name stands once, in the order of the form', () => {
  expect(faultNames(['hits.0', 'title', 'hits.1'], fields)).toEqual([fields.title, fields.hits]);
});
