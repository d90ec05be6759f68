import { describe, expect, it } from 'vitest';
import { withoutDenials } from './denials.ts';

describe('remarks that something is not there', () => {
  it.each([
    ['乙方维护平台（无保密条款）。', '保密'],
    ['乙方派遣人员十名（未附许可证）。', '许可证'],
    ['本合同未约定争议的解决方式。', '争议'],
    ['（全文没有不可抗力条款）', '不可抗力'],
  ])('%s', (text, named) => {
    expect(withoutDenials(text)).not.toContain(named);
    expect(withoutDenials(text)).toHaveLength(text.length);
  });

  it.each([
    '甲方无偿（无息）提供借款。',
    '双方未经同意不得披露。',
    '合同期满（无异议）的退还保证金。',
    '乙方无权转让。',
  ])('leaves %s alone', (text) => expect(withoutDenials(text)).toBe(text));
});
