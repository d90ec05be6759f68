/** Lines of a price list: quantity times unit price against the sum. */
import type { Paragraph } from '../../../document/model.ts';
import type { TableFact, TableValue } from '../../../facts/facts.ts';
import { scaled, timesDecimal, unitPowers, writtenTolerance } from '../../../facts/money.ts';
import { fold } from '../../../facts/source.ts';
import { clauseOf, inBody, sentenceOf } from '../../around.ts';
import { bodyParagraphs } from '../../builders.ts';
import { pattern } from '../../pattern.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from './common.ts';

/** RE2's white space is ASCII alone. */
const gap = '[\\s\\x{3000}]*';
const chain = pattern(
  `([\\d.,，]+)(${gap}(?:万元|千元|元|%)?)[^\\d×xX*＊=；。\\n]{0,10}` +
    `[×xX*＊]${gap}([\\d.,，]+)(${gap}(?:万元|千元|元|%)?)[^\\d×xX*＊=；。\\n]{0,10}` +
    `(?:[×xX*＊]${gap}([\\d.,，]+)(${gap}(?:万元|千元|元|%)?)[^\\d×xX*＊=；。\\n]{0,10})?` +
    `(?:=|＝|小计|合计|共计|总计|合价|总价|金额|计)(?:为|[:：])?${gap}(?:人民币)?[￥¥]?${gap}([\\d.,，]+)${gap}(万元|千元|元)`,
);

/** Cheap to ask first: a figure times a figure. */
const times = /[\d０-９][^。；\n]{0,12}[×xX*＊]\s*[\d０-９]/u;

/** 20套×680元 小计 12,600元, written in one line. */
function chainHits(paragraph: Paragraph): Hit[] {
  if (!times.test(paragraph.text)) return [];
  return chain.all(fold(paragraph.text)).flatMap(({ groups, from }): Hit[] => {
    const [one, oneUnit, two, twoUnit, three, threeUnit, result, resultUnit] = groups;
    if (!one || !two || !result || !resultUnit) return [];
    const factors = [
      [one.text, oneUnit?.text ?? ''],
      [two.text, twoUnit?.text ?? ''],
      ...(three ? [[three.text, threeUnit?.text ?? '']] : []),
    ] as const;
    const priced = factors.filter(([, unit = '']) => unit.includes('元')).length;
    if (priced !== 1) return [];
    const product = productFen(factors.map(([number = '', unit = '']) => ({ number, unit: unit.trim() })));
    const stated = toFen(result.text, resultUnit.text);
    if (product === null || stated === null) return [];
    const decimals = result.text.split('.')[1]?.length ?? 0;
    const tolerance = Math.max(50, writtenTolerance(resultUnit.text, decimals) / 2);
    if (Math.abs(product - stated) <= tolerance) return [];
    return [
      {
        at: { block: paragraph.id, from, to: resultUnit.to },
        message: `按所列数字相乘应为 ${money(product)}，所写为 ${money(stated)}，相差 ${money(Math.abs(product - stated))}。`,
      },
    ];
  });
}

function toFen(number: string, unit: string): number | null {
  const parsed = scaled(number.replace(/[,，]/gu, '').replace(/\.$/u, ''));
  if (!parsed) return null;
  const fen = (parsed.value * 10 ** (unitPowers[unit] ?? 2)) / 10 ** parsed.decimals;
  return Number.isSafeInteger(Math.round(fen)) ? Math.round(fen) : null;
}

function productFen(factors: readonly { number: string; unit: string }[]): number | null {
  let value = 1;
  let decimals = 0;
  for (const { number, unit } of factors) {
    const parsed = scaled(number.replace(/[,，]/gu, '').replace(/\.$/u, ''));
    if (!parsed) return null;
    value *= parsed.value * (unit.includes('元') ? 10 ** (unitPowers[unit] ?? 2) : 1);
    decimals += parsed.decimals + (unit === '%' ? 2 : 0);
    if (!Number.isSafeInteger(value)) return null;
  }
  return Math.round(value / 10 ** decimals);
}

const counters =
  '台|套|株|只|个|件|张|把|棵|盆|部|辆|块|条|份|本|箱|包|袋|桶|瓶|吨|公斤|千克|斤|米|延米|平方米|㎡|立方米|亩|人次|人|次|场|课时|册|组|支|双|盏|樘|卷|副|幅|座|根|片|顶|面|枚|盒|间|户';
const quantityIn = new RegExp(`(?<![\\d.,，第])(\\d{1,3}(?:[,，]\\d{3})+|\\d+(?:\\.\\d+)?)\\s*(?:${counters})`, 'gu');
const pricedAt = /(?:单价|价格|每[\u4e00-\u9fff㎡]{1,3})[^，。；\d]{0,6}$/u;
const wholeOfLine = /(?:合价|合计|小计|总价|共计|总计|金额|计|价款)[^，。；\d]{0,4}$/u;

/** 沙袋1,200只，单价4.5元，金额5,200元: one thing, its number, price and sum in a sentence. */
function pricedHits(context: RuleContext): Hit[] {
  const figures = inBody(context, context.facts.amounts).filter(({ kind, fen }) => kind === 'figure' && fen !== null);
  return figures.flatMap((price, index): Hit[] => {
    const sum = figures[index + 1];
    if (!sum || sum.at.block !== price.at.block || price.fen === null || sum.fen === null || sum.bound) return [];
    const sentence = sentenceOf(context, price.at);
    const others = figures.filter(
      ({ at }) => at.block === price.at.block && at.from >= sentence.from && at.to <= sentence.to,
    );
    if (others.length !== 2 || sum.at.to > sentence.to) return [];
    if (!pricedAt.test(clauseOf(context, price.at).before) || !wholeOfLine.test(clauseOf(context, sum.at).before))
      return [];
    const counted = [...sentence.text.matchAll(quantityIn)];
    const number = counted[0]?.[1]?.replace(/[,，]/gu, '');
    if (counted.length !== 1 || number === undefined) return [];
    const product = timesDecimal(price.fen, number);
    if (product === null || Math.abs(product - sum.fen) <= Math.max(50, writtenTolerance(sum.unit, sum.decimals) / 2))
      return [];
    return [
      {
        at: sum.at,
        related: [price.at],
        message: `${number} 乘单价 ${money(price.fen)} 应为 ${money(product)}，所写为 ${money(sum.fen)}，相差 ${money(Math.abs(product - sum.fen))}。`,
      },
    ];
  });
}

/** Rows of a table: quantity (and further factors) times unit price against the amount. */
function tableProductHits(table: TableFact): Hit[] {
  const columns = table.columns.map((column, at) => ({ ...column, at }));
  const price = columns.filter((column) => column.role === 'unit-price');
  const amounts = columns.filter((column) => column.role === 'amount');
  const quantities = columns.filter((column) => column.role === 'quantity');
  const factors = columns.filter((column) => column.role === 'factor');
  const [priceColumn] = price;
  if (
    !priceColumn ||
    price.length > 1 ||
    amounts.length === 0 ||
    quantities.length + factors.length === 0 ||
    quantities.length > 1
  )
    return [];
  const sameUnit = amounts.every(
    (column) =>
      column.fenPerUnit === priceColumn.fenPerUnit || (column.fenPerUnit !== null && priceColumn.fenPerUnit !== null),
  );
  if (!sameUnit) return [];
  return table.rows.flatMap((row): Hit[] => {
    if (row.kind !== 'item') return [];
    const unit = row.cells[priceColumn.at];
    const stated = amounts
      .map((column) => row.cells[column.at] ?? null)
      .filter((cell) => cell !== null && cell.value !== null);
    const [first] = stated;
    if (!unit || unit.decimal === null || !first) return [];
    const quantity = quantities.map((column) => row.cells[column.at]?.decimal ?? null);
    const others = factors.map((column) => discount(row.cells[column.at] ?? null));
    if (quantity.includes(null) || others.includes(null)) return [];
    const base = [unit.decimal, ...quantity.map((decimal) => decimal ?? '1')];
    // A factor such as 面积 may be for information, or part of the product.
    const ways = [
      base.concat(others.map((decimal) => decimal ?? '1')),
      base,
      ...others.map((decimal) => [...base, decimal ?? '1']),
    ];
    const perStep = (priceColumn.fenPerUnit ?? 100) / 100;
    const products = ways.flatMap((way) => (way.length < 2 ? [] : [multiply(way)])).filter((value) => value !== null);
    const matches = products.some((product) =>
      stated.some(
        (cell) =>
          Math.abs(product * perStep - inYuan(cell, amounts)) <=
          Math.max(Math.abs(Number(base[1] ?? 1)) * 0.005, toleranceOf(cell, amounts)),
      ),
    );
    const [expected] = products;
    if (matches || expected === undefined) return [];
    const product = Math.round(expected * perStep * 100);
    const written = Math.round(inYuan(first, amounts) * 100);
    return [
      {
        at: first.at,
        related: [unit.at],
        message: `该行按数量与单价相乘为 ${money(product)}，所列金额为 ${money(written)}，相差 ${money(Math.abs(product - written))}。`,
      },
    ];
  });

  function inYuan(cell: TableValue | null, of: typeof amounts): number {
    if (!cell) return Number.NaN;
    if (cell.fen !== null) return cell.fen / 100;
    return (cell.value ?? Number.NaN) * ((of[0]?.fenPerUnit ?? 100) / 100);
  }

  function toleranceOf(cell: TableValue | null, of: typeof amounts): number {
    const step = ((of[0]?.fenPerUnit ?? 100) / 100) * 10 ** -(cell?.decimal?.split('.')[1]?.length ?? 0);
    return Math.max(0.5, (of[0]?.fenPerUnit ?? 100) > 100 ? step / 2 : 0);
  }
}

/** A factor's value; 85% and 8.5折 count as shares. */
function discount(cell: TableValue | null): string | null {
  if (!cell || cell.decimal === null) return null;
  if (cell.text.includes('%') || cell.text.includes('％')) return String(Number(cell.decimal) / 100);
  return cell.text.includes('折') ? String(Number(cell.decimal) / 10) : cell.decimal;
}

/** Products of decimals as displayed numbers; amounts of a list stay far below the exact range. */
function multiply(decimals: readonly string[]): number | null {
  let value = 1;
  let places = 0;
  for (const decimal of decimals) {
    const parsed = scaled(decimal.replace('-', ''));
    if (!parsed) return null;
    value *= decimal.startsWith('-') ? -parsed.value : parsed.value;
    places += parsed.decimals;
    if (!Number.isSafeInteger(value)) return null;
  }
  return value / 10 ** places;
}

const lineProduct: Rule = {
  id: 'amt-line-product',
  title: '数量乘单价与金额不符',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '清单某一行的数量与单价相乘得不出所列金额，说明其中至少一个数字写错，会带进总价。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '核对该行的数量、单价和金额，改正后重新计算合计和合同总价。',
  check: (context) => [
    ...context.facts.tables.flatMap(tableProductHits),
    ...bodyParagraphs(context).flatMap(chainHits),
    ...pricedHits(context),
  ],
  examples: {
    hits: [
      { text: '桌椅 20套×680元 小计 12,600元。', quote: '20套×680元 小计 12,600元', says: '应为 13,600.00 元' },
      {
        text: '| 品名 | 数量 | 单价（元） | 金额（元） |\n| 打印机 | 12 | 1,850.00 | 22,200.00 |\n| 扫描仪 | 3 | 2,400.00 | 7,400.00 |',
        quote: '7,400.00',
        says: '相乘为 7,200.00 元',
      },
      {
        text: '| 岗位 | 人数 | 月数 | 单价（元/人·月） | 小计（元） |\n| 保洁 | 5 | 12 | 3,200 | 182,000 |',
        quote: '182,000',
        says: '192,000.00 元',
      },
      { text: '供货清单\n1. 铁锹：数量120把，单价22.5元，小计2,900元；', quote: '2,900元', says: '应为 2,700.00 元' },
      { text: '乙方派驻4人×4500元×12个月＝226,000元。', says: '应为 216,000.00 元' },
    ],
    nearMisses: [
      { text: '桌椅 20套×680元 小计 13,600元。' },
      { text: '| 品名 | 数量 | 单价（元） | 金额（元） |\n| 打印机 | 12 | 1,850.00 | 22,200.00 |' },
      { text: '| 品名 | 数量 | 单价（元） | 金额（元） |\n| 维修 | 据实 | 150.00 | |' },
      { text: '| 区域 | 面积（㎡） | 月数 | 单价（元/㎡·月） | 金额（元） |\n| 大厅 | 300.5 | 12 | 2.35 | 8,474.10 |' },
      { text: '盆花300盆，单价12元，合计3,600元；养护期30天。' },
      { text: '展板规格2米×3米，共计12块，金额1,800元。' },
      { text: '| 品名 | 数量 | 单价（元） | 金额（万元） |\n| 服务器 | 2 | 56,800 | 11.36 |' },
    ],
  },
};

export const lineProductRules: readonly Rule[] = [lineProduct];
