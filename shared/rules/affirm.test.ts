import { describe, expect, it } from 'vitest';
import { isAffirmed } from './affirm.ts';

const affirmed = (line: string, words: string): boolean => {
  const from = line.indexOf(words);
  return isAffirmed(line, from, from + words.length);
};

describe('what a text affirms', () => {
  it.each([
    ['附评估报告和会议记录。', '评估报告'],
    ['签约后由甲方办理备案。', '备案'],
    ['双方无异议，经审批后执行。', '审批'],
    ['未附评估报告，有会议记录。', '会议记录'],
    ['租金每月三千元。', '租金'],
    ['逾期未支付租金的，按日计收违约金。', '违约金'],
  ])('%s has %s', (line, words) => expect(affirmed(line, words)).toBe(true));

  it.each([
    ['未附评估报告。', '评估报告'],
    ['街道出租办公楼（无审批、评估材料）', '评估材料'],
    ['租金面议。', '租金'],
    ['租赁期限：未约定', '期限'],
    ['备案事宜另行约定。', '备案'],
    ['合同没有载明表决结果。', '表决'],
    ['维修责任不明确。', '维修责任'],
  ])('%s lacks %s', (line, words) => expect(affirmed(line, words)).toBe(false));
});
