import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { allParagraphs } from '../document/walk.ts';
import { readAmounts } from './amounts.ts';
import { readCapital, writeCapital } from './capital.ts';
import { decimalToFen, timesDecimal, yuan } from './money.ts';

function read(text: string) {
  const { document } = sample(text);
  const amounts = readAmounts(document);
  const texts = new Map(allParagraphs(document).map((paragraph) => [paragraph.id, paragraph.text]));
  for (const amount of amounts)
    expect(texts.get(amount.at.block)?.slice(amount.at.from, amount.at.to)).toBe(amount.text);
  return amounts;
}

describe('figures', () => {
  it.each<[string, string, number | null]>([
    ['合同总价￥128,500.00元。', '￥128,500.00元', 12_850_000],
    ['价款为12.85万元', '12.85万元', 12_850_000],
    ['价款为 12.85 万元', '12.85 万元', 12_850_000],
    ['共１２８５００元整', '１２８５００元', 12_850_000],
    ['人民币3亿元', '3亿元', 30_000_000_000],
    ['投资2.5百万元', '2.5百万元', 250_000_000],
    ['补助8千元', '8千元', 800_000],
    ['补充协议增加95万元', '95万元', 95_000_000],
    ['逾期每日500元', '500元', 50_000],
    ['人民币¥500', '¥500', 50_000],
    ['合同总价200,000，开票后付款', '200,000', 20_000_000],
    ['应付5元3角2分', '5元3角2分', 532],
    ['电价0.0352元/度', '0.0352元', null],
    ['合同价款450万，按期支付', '450万', 450_000_000],
    ['价款9999999999999999元', '9999999999999999元', null],
    ['总额1，234，567元', '1，234，567元', 123_456_700],
  ])('%s', (text, quote, fen) => {
    const [amount, ...rest] = read(text);
    expect(rest).toEqual([]);
    expect(amount).toMatchObject({ kind: 'figure', text: quote, fen });
  });

  it.each([
    '惠及450万人',
    '面积3万平方米',
    '合同总价******元',
    '价格××元',
    '2026年元旦',
    '第128500号',
    '20%',
    '单元3',
    '付款3000美元',
    '合同编号：20260301',
  ])('reads no amount in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each<[string, string | null, string | null, boolean]>([
    ['合同总价为人民币100万元', '合同总价', null, false],
    ['合同总价为100万元，乙方交纳履约保证金10万元', '合同总价', null, false],
    ['定金为合同总价的20%即20万元', '定金', null, false],
    ['按合同价款450000万元的5%计算', '合同价款', null, false],
    ['单价35元/平方米', '单价', '平方米', false],
    ['保洁按35元/平方米计', '单价', '平方米', false],
    ['每月支付3000元', null, '月', false],
    ['月租金为人民币5000元', '月租金', '月', false],
    ['费用不超过30万元', '费用', null, true],
    ['罚款10万元以上', '罚款', null, true],
  ])('names %s', (text, label, per, bound) => {
    expect(read(text)[0]).toMatchObject({ label, per, bound });
  });
});

describe('capitals', () => {
  it.each<[string, number | null, readonly string[]]>([
    ['壹拾贰万捌仟伍佰元整', 12_850_000, []],
    ['壹佰圆正', 10_000, []],
    ['叁万陆仟元', 3_600_000, ['missing-zheng']],
    ['三万陆仟元', 3_600_000, ['mixed-digits', 'missing-zheng']],
    ['壹仟伍元整', 100_500, ['missing-zero']],
    ['壹仟零伍元整', 100_500, []],
    ['壹万零伍佰元整', 1_050_000, []],
    ['壹万伍佰元整', 1_050_000, ['missing-zero']],
    ['壹拾万伍仟元整', 10_500_000, []],
    ['壹拾万零伍仟元整', 10_500_000, []],
    ['壹亿伍仟元整', 10_000_500_000, ['missing-zero']],
    ['壹亿零伍仟元整', 10_000_500_000, []],
    ['壹佰零贰拾元整', 12_000, ['extra-zero']],
    ['壹仟零佰零拾伍元零角零分', 100_500, []],
    ['壹万柒仟元零伍角叁分', 1_700_053, []],
    ['陆仟零柒元壹角肆分', 600_714, []],
    ['玖元贰分', 902, ['missing-zero']],
    ['玖元零贰分', 902, []],
    ['拾万元整', 10_000_000, ['missing-one']],
    ['叁佰伍仟元整', null, ['order']],
    ['壹贰叁元整', null, ['order']],
    ['伍块整', 500, ['colloquial']],
    ['一万二千元整', 1_200_000, ['plain-digits']],
    ['壹万亿元整', 100_000_000_000_000, []],
    ['贰〇元', null, ['unreadable']],
    ['元整', null, ['unreadable']],
    ['零元整', 0, []],
    ['叁万元伍', null, ['unreadable']],
  ])('%s', (text, fen, faults) => {
    const reading = readCapital(text);
    expect(reading.fen).toBe(fen);
    for (const fault of faults) expect(reading.faults).toContain(fault);
    if (faults.length === 0) expect(reading.faults).toEqual([]);
  });

  it('reads back what it writes, without a fault', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 1e15 }), fc.integer({ min: 0, max: 1e9 })), (fen) => {
        expect(readCapital(writeCapital(fen))).toEqual({ fen, faults: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [10_050, '壹佰元伍角整'],
    [10_005, '壹佰元零伍分'],
    [1_000_000_000_000, '壹佰亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [12_345_678_900, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元整'],
  ])('writes %d', (fen, text) => {
    expect(writeCapital(fen)).toBe(text);
  });

  it.each<[string, string | null]>([
    ['支付三万元', 'plain'],
    ['（大写：三万元）', 'capital'],
    ['人民币叁万元整', 'capital'],
    ['总金额（大写）　佰　拾　万　仟　佰　拾　元　角　分', null],
    ['正本壹式贰份', null],
    ['大写：　　　元整', null],
    ['每一元', 'plain'],
  ])('%s is %s', (text, kind) => {
    expect(read(text)[0]?.kind ?? null).toBe(kind);
  });
});

describe('pairing', () => {
  it.each([
    '合同总价￥128,500.00元（大写：壹拾贰万捌仟元整）。',
    '人民币壹仟元整（￥1,000.00）',
    '小写：1000元 大写：壹仟元整',
    '共计36000元（三万六千元）',
    '￥1,000.00元，大写人民币：壹仟元整',
    '总价12.85万元（人民币大写壹拾贰万捌仟伍佰元整）',
    '| 小写：￥1,000.00 | 大写：壹仟元整 |',
  ])('pairs %s', (text) => {
    expect(read(text).map((amount) => amount.pair)).toEqual([1, 0]);
  });

  it.each(['每月1000元，押金贰仟元整', '￥1,000元；违约金伍佰元整', '租金1000元（不含物业费叁佰元）'])(
    'leaves %s alone',
    (text) => {
      expect(read(text).map((amount) => amount.pair)).toEqual([null, null]);
    },
  );
});

describe('money', () => {
  it('keeps decimals exact', () => {
    expect(decimalToFen('0.29', 2)).toBe(29);
    expect(decimalToFen('1.005', 2)).toBeNull();
    expect(decimalToFen('1.0050', 6)).toBe(1_005_000);
    expect(timesDecimal(100_000, '0.29')).toBe(29_000);
    expect(yuan(12_850_000)).toBe('128,500.00');
    expect(yuan(-5)).toBe('-0.05');
  });
});
