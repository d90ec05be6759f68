/** Arithmetic of price lists: items against their total. */
import type { Amount, TableFact, TableValue } from '../../../facts/facts.ts';
import { scaled, writtenTolerance } from '../../../facts/money.ts';
import { inBody, sentenceOf } from '../../around.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from './common.ts';

type Row = TableFact['rows'][number];

/** A column's values in whole steps of one size: fen where all are money, else the finest decimal. */
function stepsOf(values: readonly TableValue[]): { steps: number[]; perStep: string } | null {
  if (values.every((value) => value.fen !== null))
    return { steps: values.map((value) => value.fen ?? 0), perStep: 'fen' };
  if (values.some((value) => value.fen !== null || value.decimal === null)) return null;
  const read = values.map((value) => {
    const decimal = value.decimal ?? '0';
    const number = scaled(decimal.replace('-', ''));
    return number && { value: decimal.startsWith('-') ? -number.value : number.value, decimals: number.decimals };
  });
  const finest = Math.max(...read.map((one) => one?.decimals ?? 0));
  const steps = read.map((one) => (one ? one.value * 10 ** (finest - one.decimals) : Number.NaN));
  return steps.every((step) => Number.isSafeInteger(step)) ? { steps, perStep: String(finest) } : null;
}

function shown(steps: number, perStep: string): string {
  if (perStep === 'fen') return money(steps);
  const decimals = Number(perStep);
  const text = (steps / 10 ** decimals).toFixed(decimals);
  return text.replace(/\B(?=(?:\d{3})+(?!\d))/gu, (_, at: number) =>
    text.indexOf('.') < 0 || at < text.indexOf('.') ? ',' : '',
  );
}

/** Half the last digit of every item in steps, at least one step of a fen. */
function roundingOf(values: readonly TableValue[], perStep: string, fenPerUnit: number | null): number {
  const finest = Math.max(...values.map((value) => value.decimal?.split('.')[1]?.length ?? 0));
  const step = perStep === 'fen' ? (fenPerUnit ?? 100) / 10 ** finest : 10 ** (Number(perStep) - finest);
  return Math.max(perStep === 'fen' ? 1 : 0, Math.floor((step / 2) * values.length));
}

function tableSumHits(table: TableFact): Hit[] {
  return table.columns.flatMap((column, at) => {
    if (column.role !== 'amount' && column.role !== 'tax') return [];
    return columnSumHits(table.rows, at, column.fenPerUnit);
  });
}

function columnSumHits(rows: readonly Row[], at: number, fenPerUnit: number | null): Hit[] {
  const hits: Hit[] = [];
  let items: TableValue[] = [];
  let subtotals: TableValue[] = [];
  const all: TableValue[] = [];
  const totals: TableValue[] = [];
  for (const row of rows) {
    const value = row.cells[at] ?? null;
    if (row.kind === 'of-which') continue;
    if (row.kind === 'item') {
      // An item without a number in this column: a heading if it stands alone, else nothing to add up.
      if (value === null || value.value === null) {
        if (value !== null && /\d|据实|按实|面议|另/u.test(value.text)) return hits;
        continue;
      }
      items.push(value);
      all.push(value);
      continue;
    }
    if (value === null || value.value === null) continue;
    if (row.kind === 'subtotal') {
      subtotals.push(value);
      continue;
    }
    const candidates = [items, subtotals, all, totals].filter((list) => list.length > 0);
    const wrong =
      candidates.length > 0 && items.length + subtotals.length > 1 ? sumFault(candidates, value, fenPerUnit) : null;
    if (wrong) hits.push({ at: value.at, related: items.slice(0, 12).map((item) => item.at), message: wrong });
    totals.push(value);
    items = [];
    subtotals = [];
  }
  return hits;
}

/** What is wrong with a total when none of the ways to add up gives it. */
function sumFault(
  ways: readonly (readonly TableValue[])[],
  total: TableValue,
  fenPerUnit: number | null,
): string | null {
  let fault: string | null = null;
  for (const values of ways) {
    const read = stepsOf([...values, total]);
    if (!read) return null;
    const stated = read.steps.at(-1) ?? 0;
    const sum = read.steps.slice(0, -1).reduce((left, right) => left + right, 0);
    if (Math.abs(sum - stated) <= roundingOf(values, read.perStep, fenPerUnit)) return null;
    fault ??= `表内各项相加为 ${shown(sum, read.perStep)}，所列合计为 ${shown(stated, read.perStep)}，相差 ${shown(Math.abs(sum - stated), read.perStep)}。`;
  }
  return fault;
}

const sumWord = /(?:合计|共计|总计|总价|总额|总金额)(?:金额|价款?)?(?:为|是|[:：])?(?:人民币)?\s*$/u;
const reduction = /(?:优惠|折扣|下浮|减免|扣除|让利|抵扣|减)[^、，]{0,8}$/u;
const unlisted = /其中|单价|每|[×xX*]|税|%|分之|原|已付|至|期|违约|保证金|定金|押金|罚|以上|以下|分别/u;

/** A 3,000元、B 4,500元，合计8,000元: two or more sums in one sentence, then their total. */
function sentenceSumHits(context: RuleContext): Hit[] {
  const groups = new Map<string, Amount[]>();
  for (const amount of inBody(context, context.facts.amounts)) {
    if (amount.kind !== 'figure' && amount.pair !== null) continue;
    const key = `${amount.at.block}:${sentenceOf(context, amount.at).from}`;
    groups.set(key, [...(groups.get(key) ?? []), amount]);
  }
  return [...groups.values()].flatMap((amounts): Hit[] => {
    const total = amounts.at(-1);
    const items = amounts.slice(0, -1);
    if (!total || items.length < 2 || amounts.some((one) => one.fen === null || one.bound || one.per !== null))
      return [];
    const sentence = sentenceOf(context, total.at);
    if (!sumWord.test(sentence.before) || unlisted.test(sentence.before)) return [];
    const sum = items.reduce(
      (left, item) => left + (reduction.test(sentenceOf(context, item.at).before) ? -1 : 1) * (item.fen ?? 0),
      0,
    );
    const stated = total.fen ?? 0;
    if (Math.abs(sum - stated) <= writtenTolerance(total.unit, total.decimals)) return [];
    return [
      {
        at: total.at,
        related: items.map((item) => item.at),
        message: `前列 ${items.length} 项相加为 ${money(sum)}，所写合计为 ${money(stated)}，相差 ${money(Math.abs(sum - stated))}。`,
      },
    ];
  });
}

const itemsSum: Rule = {
  id: 'amt-items-sum',
  title: '分项之和与合计不符',
  severity: 'high',
  nature: 'drafting',
  kinds: ['contract'],
  why: '清单分项加起来不等于合计，结算时以哪一个为准没有依据，也可能漏列或重复计价。',
  basis: [{ law: '民法典', article: '510' }],
  advice: '逐项复算清单，改正有误的分项或合计；合计变动的，同步核对合同总价、付款比例和保证金。',
  check: (context) => [...context.facts.tables.flatMap(tableSumHits), ...sentenceSumHits(context)],
  examples: {
    hits: [
      { text: '清单：A 3,000元、B 4,500元，合计8,000元。', quote: '8,000元', says: '相加为 7,500.00 元' },
      {
        text: '| 名称 | 金额（元） |\n| 书架 | 12,000 |\n| 阅览桌 | 8,600 |\n| 合计 | 21,600 |',
        quote: '21,600',
        says: '相差 1,000.00 元',
      },
      {
        text: '单位：万元\n| 项目 | 费用 |\n| 软件开发 | 30.5 |\n| 系统集成 | 12.3 |\n| 优惠 | -2.8 |\n| 总计 | 42.8 |',
        quote: '42.8',
        says: '400,000.00 元',
      },
      { text: '设备款20万元、安装费3万元、培训费1万元，共计25万元。', says: '相差 10,000.00 元' },
    ],
    nearMisses: [
      { text: '清单：A 3,000元、B 4,500元，合计7,500元。' },
      {
        text: '| 名称 | 金额（元） |\n| 书架 | 12,000 |\n| 小计 | 12,000 |\n| 阅览桌 | 8,600 |\n| 小计 | 8,600 |\n| 合计 | 20,600 |',
      },
      {
        text: '| 名称 | 单价（元） | 金额（元） |\n| 甲 | 10 | 100 |\n| 乙 | 20 | 200 |\n| 其中：运费 | | 50 |\n| 合计 | | 300 |',
      },
      { text: '| 项目 | 金额（万元） |\n| 一 | 3.33 |\n| 二 | 3.33 |\n| 三 | 3.33 |\n| 合计 | 10.00 |' },
      { text: '总价100万元，其中设备60万元、安装30万元，税金另计。' },
      { text: '每月基本费2,000元、每次上门费300元，合计不超过5,000元。' },
    ],
  },
};

export const sumRules: readonly Rule[] = [itemsSum];
