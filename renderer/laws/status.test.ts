import { expect, test } from 'vitest';
import { lawInForce } from '../../shared/law/registry.ts';
import { isOlderText } from './status.ts';

const today = '2026-11-24';
const code = lawInForce('中华人民共和国民法典', today);
const articles = code.kind === 'in-force' ? (code.text?.articles ?? 0) : 0;

test.each([
  ['the text in force', '中华人民共和国民法典', articles, false],
  ['a text with fewer articles', '中华人民共和国民法典', articles - 3, true],
  ['a law that is repealed says so by itself', '中华人民共和国合同法', 1, false],
  ['a law that the registry does not know', '青麓区停车管理办法', 5, false],
] as const)('%s', (_, title, count, expected) => {
  expect(isOlderText({ title, articles: count }, today)).toBe(expected);
});
