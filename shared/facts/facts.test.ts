import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { allParagraphs } from '../document/walk.ts';
import { daysBetween } from './dates.ts';
import { readFacts } from './facts.ts';
import type { Facts } from './facts.ts';

/** Facts of a sample, after checking that every span says what its fact says. */
function read(text: string): Facts {
  const { document } = sample(text);
  const facts = readFacts(document);
  const texts = new Map(allParagraphs(document).map((paragraph) => [paragraph.id, paragraph.text]));
  const slice = ({ block, from, to }: { block: string; from: number; to: number }): string | undefined =>
    texts.get(block)?.slice(from, to);
  const plain = [
    ...facts.amounts,
    ...facts.percentages,
    ...facts.dates,
    ...facts.durations,
    ...facts.citations,
    ...facts.references,
  ];
  for (const fact of plain) expect(slice(fact.at)).toBe(fact.text);
  for (const term of facts.terms) expect(slice(term.at)).toBe(term.term);
  for (const citation of facts.citations) expect(slice(citation.titleAt)?.trim()).toBe(citation.title);
  for (const party of facts.parties) {
    if (party.name !== '') expect(slice(party.at)).toBe(party.name);
    for (const mention of [...party.mentions, ...party.people]) expect(slice(mention.at)).toBe(mention.name);
  }
  return facts;
}

describe('percentages', () => {
  it.each<[string, string, string, 'day' | 'month' | 'year' | null, boolean]>([
    ['支付合同总价的30%', '30%', '30', null, false],
    ['支付３０％', '３０％', '30', null, false],
    ['按百分之三十支付', '百分之三十', '30', null, false],
    ['按每日万分之五支付违约金', '万分之五', '0.05', 'day', false],
    ['按日十万分之五计息', '十万分之五', '0.005', 'day', false],
    ['每逾期一日，按应付款的0.5‰支付', '0.5‰', '0.05', 'day', false],
    ['日千分之一', '千分之一', '0.1', null, false],
    ['月利率3%', '3%', '3', 'month', false],
    ['年利率为百分之四点三五', '百分之四点三五', '4.35', 'year', false],
    ['验收后付至合同价的80%', '80%', '80', null, true],
    ['累计支付至合同总价款的百分之九十', '百分之九十', '90', null, true],
    ['先付三成', '三成', '30', null, false],
    ['下浮5个百分点', '5个百分点', '5', null, false],
    ['按日0.05%', '0.05%', '0.05', 'day', false],
  ])('%s', (text, quote, decimal, per, cumulative) => {
    expect(read(text).percentages).toMatchObject([{ text: quote, decimal, percent: Number(decimal), per, cumulative }]);
  });

  it.each(['三成立后', '双方达成一致', '第三成品库'])('reads none in %s', (text) => {
    expect(read(text).percentages).toEqual([]);
  });
});

describe('dates', () => {
  it.each<[string, string, string | null, string]>([
    ['于2026年3月1日前', '2026年3月1日', '2026-03-01', 'complete'],
    ['于２０２６年０３月０１日前', '２０２６年０３月０１日', '2026-03-01', 'complete'],
    ['二〇二六年三月一日签订', '二〇二六年三月一日', '2026-03-01', 'complete'],
    ['二○二六年十二月三十一日', '二○二六年十二月三十一日', '2026-12-31', 'complete'],
    ['2026-03-01起', '2026-03-01', '2026-03-01', 'complete'],
    ['2026.3.1起', '2026.3.1', '2026-03-01', 'complete'],
    ['2026/3/1', '2026/3/1', '2026-03-01', 'complete'],
    ['2026 年 3 月 1 日', '2026 年 3 月 1 日', '2026-03-01', 'complete'],
    ['自2026年3月起', '2026年3月', null, 'month'],
    ['于2026年2月30日', '2026年2月30日', null, 'impossible'],
    ['于2025年2月29日', '2025年2月29日', null, 'impossible'],
    ['2024年2月29日', '2024年2月29日', '2024-02-29', 'complete'],
    ['2026年13月1日', '2026年13月1日', null, 'impossible'],
    ['签订：＿＿＿＿年＿＿月＿＿日', '＿＿＿＿年＿＿月＿＿日', null, 'blank'],
    ['签订：　　　年　　月　　日', '　　　年　　月　　日', null, 'blank'],
    ['20__年__月__日', '20__年__月__日', null, 'blank'],
    ['2026年　月　日', '2026年　月　日', null, 'blank'],
    ['于3月1日前', '3月1日', null, 'yearless'],
    ['于2月30日前', '2月30日', null, 'impossible'],
  ])('%s', (text, quote, iso, form) => {
    expect(read(text).dates).toMatchObject([{ text: quote, iso, form }]);
  });

  it.each(['租期3年', '3年2个月', '合同编号2026-031', '版本1.2.3', '每年一次', '当年月底'])(
    'reads none in %s',
    (text) => {
      expect(read(text).dates).toEqual([]);
    },
  );

  it('counts days between', () => {
    expect(daysBetween('2026-01-01', '2026-12-31')).toBe(364);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});

describe('durations', () => {
  it.each<[string, string, number, string, number, string]>([
    ['三十日内付款', '三十日', 30, 'day', 30, 'within'],
    ['不超过60日', '60日', 60, 'day', 60, 'limit'],
    ['15个工作日内', '15个工作日', 15, 'working-day', 21, 'within'],
    ['60个工作日', '60个工作日', 60, 'working-day', 84, 'term'],
    ['租期3年', '3年', 3, 'year', 1098, 'term'],
    ['三个月内', '三个月', 3, 'month', 93, 'within'],
    ['24小时内', '24小时', 24, 'hour', 1, 'within'],
    ['不少于五年', '五年', 5, 'year', 1830, 'floor'],
    ['两周内', '两周', 2, 'week', 14, 'within'],
    ['半年内', '半年', 0.5, 'year', 183, 'within'],
    ['一年半', '一年半', 1.5, 'year', 549, 'term'],
    ['９０天', '９０天', 90, 'day', 90, 'term'],
    ['租期贰拾年', '贰拾年', 20, 'year', 7320, 'term'],
  ])('%s', (text, quote, amount, unit, days, sense) => {
    expect(read(text).durations).toMatchObject([{ text: quote, amount, unit, days, sense }]);
  });

  it.each(['2026年3月1日', '二〇二六年三月一日', '第三年', '第十日', '每逾期一日', '3月15日前', '2026年底'])(
    'reads none in %s',
    (text) => {
      expect(read(text).durations).toEqual([]);
    },
  );
});

describe('parties', () => {
  it('reads the head block, its aliases and the signature', () => {
    const { parties } = read(
      [
        '甲方（采购人）：云川市青麓区档案局',
        '乙方（供应商）：云川松石信息有限公司',
        '第一条 采购人委托供应商提供服务。',
        '户名：松石信息有限公司',
        '甲方（盖章）：云川市青麓区档案局　　乙方（盖章）：云川松石科技有限公司',
        '法定代表人：林知远（签字）　　　　委托代理人：何望（附授权书）',
      ].join('\n'),
    );
    expect(parties).toMatchObject([
      {
        role: '甲方',
        name: '云川市青麓区档案局',
        aliases: ['采购人'],
        nature: 'government',
        people: [{ name: '林知远' }],
      },
      {
        role: '乙方',
        name: '云川松石信息有限公司',
        aliases: ['供应商'],
        nature: 'company',
        people: [{ name: '何望', title: '委托代理人' }],
      },
    ]);
    expect(parties[1]?.mentions.map(({ name, place }) => [name, place])).toEqual([
      ['松石信息有限公司', 'account'],
      ['云川松石科技有限公司', 'signature'],
    ]);
  });

  it.each<[string, string, string, string]>([
    ['出租方（以下简称甲方）：青麓区新桥街道办事处', '甲方', '青麓区新桥街道办事处', 'government'],
    ['甲　方：x', '', '', ''],
    ['青麓区民政局（以下简称“甲方”）为购买服务', '甲方', '青麓区民政局', 'government'],
    ['借款人：林知远，身份证号……', '借款人', '林知远', 'person'],
    ['乙方：＿＿＿＿＿＿', '乙方', '', 'unknown'],
    ['甲方：青麓区新桥村村民委员会（盖章）', '甲方', '青麓区新桥村村民委员会', 'village'],
    ['发包人：青麓区实验小学', '发包人', '青麓区实验小学', 'institution'],
    ['采购人（甲方）：青麓区应急管理局 地址：一号路', '甲方', '青麓区应急管理局', 'government'],
    ['建设单位：青麓区水务局，以下简称甲方；', '甲方', '青麓区水务局', 'government'],
    ['出租方：青麓区水务局（简称：甲方）', '甲方', '青麓区水务局', 'government'],
    ['甲方：＿＿县＿＿乡＿＿村', '甲方', '', 'unknown'],
    ['委托方：青麓纺织器材厂（甲方）', '甲方', '青麓纺织器材厂', 'company'],
    ['供方：法人委托书号码＿＿', '供方', '', 'unknown'],
    ['| 甲方 | 青麓区水务局 |', '甲方', '青麓区水务局', 'government'],
  ])('%s', (text, role, name, nature) => {
    const [party] = read(text).parties;
    if (role === '') expect(party).toBeUndefined();
    else expect(party).toMatchObject({ role, name, nature });
  });

  it('takes no definition and no sentence for a name', () => {
    expect(read('甲方：指由合同约定的当事人。').parties[0]?.name).toBe('');
    expect(read('甲方应当付款。').parties).toEqual([]);
  });
});

describe('citations', () => {
  it.each<[string, string, readonly string[]]>([
    ['依据《民法典》第五百一十条、第五百一十一条第二款订立', '民法典', ['510', '511']],
    ['依照《刑法》第一百二十条之一', '刑法', ['120-1']],
    ['根据《合同法》第52条', '合同法', ['52']],
    ['《招标投标法》第五条至第八条', '招标投标法', ['5', '6', '7', '8']],
    ['《某某管理办法（试行）》的规定', '某某管理办法（试行）', []],
    ['《中华人民共和国政府采购法》（2014年修正）第四十九条', '中华人民共和国政府采购法', ['49']],
    ['《关于贯彻〈某条例〉的通知》第三条第（二）项', '关于贯彻〈某条例〉的通知', ['3']],
  ])('%s', (text, title, articles) => {
    expect(read(text).citations).toMatchObject([{ title, articles }]);
  });

  it('leaves titles of papers that are no rules', () => {
    expect(read('收到《中标通知书》后').citations).toEqual([]);
  });
});

describe('references', () => {
  it.each<[string, string, string | null, number | null, number | null, number | null]>([
    ['按本合同第十二条第二款第（一）项执行', 'article', '12', 12, 2, 1],
    ['见附件一', 'annex', '1', 1, null, null],
    ['依照前款约定', 'relative', null, null, null, null],
    ['按第3.2条执行', 'article', '3.2', null, null, null],
    ['依本办法第三章', 'chapter', '3', 3, null, null],
    ['按第十条之一处理', 'article', '10-1', 10, null, null],
  ])('%s', (text, kind, number, value, paragraph, item) => {
    expect(read(text).references).toMatchObject([{ kind, number, value, paragraph, item }]);
  });

  it.each(['第十二条 付款', '附件一：清单', '《民法典》第五百一十条', '依照该法第十条'])('reads none in %s', (text) => {
    expect(read(text).references).toEqual([]);
  });
});

describe('terms', () => {
  it.each<[string, string, string, string]>([
    ['青麓区民政局（以下简称“甲方”）', '甲方', '青麓区民政局', 'abbreviation'],
    ['老旧小区改造（以下统称为项目）', '项目', '老旧小区改造', 'abbreviation'],
    ['本合同所称“工作日”，是指法定节假日以外的日子。', '工作日', '法定节假日以外的日子', 'definition'],
    ['本办法所称项目是指公益项目。', '项目', '公益项目', 'definition'],
  ])('%s', (text, term, meaning, kind) => {
    expect(read(text).terms).toMatchObject([{ term, meaning, kind }]);
  });
});

describe('tables', () => {
  it('reads columns, rows and units', () => {
    const { tables } = read(
      [
        '| 序号 | 名称 | 数量 | 单价（元） | 金额（万元） |',
        '| 1 | 桌椅 | 20 | 680.00 | 1.36 |',
        '| 小计 | | | | 1.36 |',
        '| 合计 | | | | 1.36 |',
      ].join('\n'),
    );
    expect(tables[0]?.columns.map(({ role, fenPerUnit }) => [role, fenPerUnit])).toEqual([
      ['other', null],
      ['name', null],
      ['quantity', null],
      ['unit-price', 100],
      ['amount', 1_000_000],
    ]);
    expect(tables[0]?.rows.map(({ kind }) => kind)).toEqual(['item', 'subtotal', 'total']);
    expect(tables[0]?.rows[0]?.cells.map((cell) => cell?.value)).toEqual([1, null, 20, 680, 1.36]);
    expect(tables[0]?.rows[0]?.cells[4]?.fen).toBe(1_360_000);
  });

  it('takes the unit from the line above and the sign of a reduction', () => {
    const { tables } = read(
      ['单位：元', '| 项目 | 金额 |', '| 软件 | 1,000 |', '| 优惠 | -100 |', '| 合计 | 900元 |'].join('\n'),
    );
    expect(tables[0]?.rows.map((row) => row.cells[1]?.fen)).toEqual([100_000, -10_000, 90_000]);
  });

  it('leaves a table without a header row', () => {
    expect(read('| 1 | 2 |\n| 3 | 4 |').tables).toEqual([]);
  });
});

describe('table rows', () => {
  it('are read as one line, and the fact stands in its own cell', () => {
    const facts = read(
      '| 合同总价 | 80,000元 |\n| 工期 | 不超过三十日 |\n| 逾期违约金（每日） | 合同总价的0.5% |\n| 进度款 | 支付至80% |',
    );
    expect(facts.amounts).toMatchObject([{ text: '80,000元', label: '合同总价' }]);
    expect(facts.durations).toMatchObject([{ text: '三十日', sense: 'limit' }]);
    expect(facts.percentages).toMatchObject([
      { text: '0.5%', per: 'day', cumulative: false },
      { text: '80%', cumulative: true },
    ]);
  });

  it('take the head of a column for what it names', () => {
    const { percentages } = read('| 情形 | 违约金（每日） |\n| 逾期交付 | 合同总价的1% |');
    expect(percentages).toMatchObject([{ text: '1%', per: 'day' }]);
  });
});

describe('texts made to be slow', () => {
  const size = 30_000;
  it.each([
    ['甲方', ' '],
    ['', '甲方 '],
    ['', '甲方（'],
    ['', '一'],
    ['', '1'],
    ['', '1,'],
    ['', '年'],
    ['', '2026年  '],
    ['', '第'],
    ['', '《民'],
    ['', '百分之'],
    ['', '壹 '],
    ['合同总价', '付'],
    ['', '（以下简称'],
    ['', '￥1元（大写'],
    ['', '户名：甲方'],
    ['', '甲方代表人：何望'],
  ])('%s and %s over and over', (start, part) => {
    const facts = read(start + part.repeat(size / part.length));
    expect(facts.tables).toEqual([]);
  });
});
