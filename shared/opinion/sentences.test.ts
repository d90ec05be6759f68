import { describe, expect, it } from 'vitest';
import type { OpinionItem } from '../review/events.ts';
import { closedUp, formalPlace, itemCells, itemSentences } from './sentences.ts';

const item: OpinionItem = {
  id: 'i1',
  finding: null,
  rule: 'pay-vague-time',
  severity: 'medium',
  weight: 'should',
  clause: '第二条（二）',
  quote: '适时支付',
  problem: '没有天数或者日期',
  basis: [],
  advice: '改为验收合格之日起二十个工作日内',
};
const civilCode = { law: '民法典', article: '511' };

describe('itemSentences', () => {
  it.each<[string, Partial<OpinionItem>, string]>([
    [
      'all parts',
      { basis: [civilCode] },
      '第二条第（二）项。“适时支付”：没有天数或者日期。依据《中华人民共和国民法典》第五百一十一条，建议改为验收合格之日起二十个工作日内。',
    ],
    ['no place', { clause: null }, '“适时支付”：没有天数或者日期。建议改为验收合格之日起二十个工作日内。'],
    [
      'a problem that quotes',
      { problem: '“适时支付”没有天数。' },
      '第二条第（二）项。“适时支付”没有天数。建议改为验收合格之日起二十个工作日内。',
    ],
    [
      'a full stop inside a quote',
      { problem: '预先免责：“概不负责。”' },
      '第二条第（二）项。预先免责：“概不负责。”建议改为验收合格之日起二十个工作日内。',
    ],
    [
      'no advice',
      { advice: '', basis: [civilCode] },
      '第二条第（二）项。“适时支付”：没有天数或者日期。依据《中华人民共和国民法典》第五百一十一条。',
    ],
    [
      'advice that says so',
      { advice: '应当写明期限。' },
      '第二条第（二）项。“适时支付”：没有天数或者日期。应当写明期限。',
    ],
    [
      'advice with its subject first',
      { advice: '本条改为书面验收' },
      '第二条第（二）项。“适时支付”：没有天数或者日期。建议：本条改为书面验收。',
    ],
    [
      'a quote with its full stop',
      { quote: '适时支付。' },
      '第二条第（二）项。“适时支付”：没有天数或者日期。建议改为验收合格之日起二十个工作日内。',
    ],
    [
      'a quote in a quote',
      { quote: '依照“标准”执行' },
      '第二条第（二）项。“依照‘标准’执行”：没有天数或者日期。建议改为验收合格之日起二十个工作日内。',
    ],
  ])('%s', (_, changes, wanted) => expect(itemSentences({ ...item, ...changes })).toBe(wanted));

  it('gives beginning and end of a long quote', () => {
    const quote = `${'甲'.repeat(100)}${'乙'.repeat(100)}`;
    expect(itemSentences({ ...item, quote })).toContain(`“${'甲'.repeat(43)}……${'乙'.repeat(15)}”：`);
    expect(itemCells({ ...item, quote }).quote).toBe(quote);
  });
});

describe('itemCells', () => {
  it.each<[Partial<OpinionItem>, string, string]>([
    [{ clause: null }, '—', '适时支付'],
    [{ clause: null, quote: null }, '全文', '—'],
    [{}, '第二条第（二）项', '适时支付'],
  ])('%j', (changes, place, quote) => expect(itemCells({ ...item, ...changes })).toMatchObject({ place, quote }));

  it('keeps a cell shorter than a page', () => {
    expect([...itemCells({ ...item, quote: '款'.repeat(5000) }).quote]).toHaveLength(200);
  });
});

it.each([
  ['小写 128,500.00 元，相差 5% 以上', '小写128,500.00元，相差5%以上'],
  ['第 2 行与 SHA 256 无关', '第2行与SHA 256无关'],
  ['原文“共 3 份”缺 1 份', '原文“共 3 份”缺1份'],
])('%s is closed up', (text, wanted) => expect(closedUp(text)).toBe(wanted));

it.each([
  ['第二条（一）', '第二条第（一）项'],
  ['第二条第二款（十二）', '第二条第二款第（十二）项'],
  ['第二条（四） 表格第 2 行', '第二条第（四）项表格第2行'],
  ['一、（二）1.', '一、（二）1.'],
  ['第三章', '第三章'],
])('%s is named %s', (clause, wanted) => expect(formalPlace(clause)).toBe(wanted));
