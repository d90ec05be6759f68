/** Value added tax: net, rate, tax and gross against each other; rates that are no longer in force. */
import type { Amount, TableFact } from '../../../facts/facts.ts';
import { shareOf, writtenTolerance } from '../../../facts/money.ts';
import { clauseOf, inBody, sentenceOf, textOf } from '../../around.ts';
import type { Around } from '../../around.ts';
import { stretches } from '../../lists.ts';
import type { Hit, Rule, RuleContext } from '../../rule.ts';
import { money } from './common.ts';

type Parts = { net?: Amount; gross?: Amount; tax?: Amount; rate?: string };

function partOf(context: RuleContext, amount: Amount): 'net' | 'gross' | 'tax' | null {
  const before = textOf(context, amount.at.block).slice(Math.max(0, amount.at.from - 24), amount.at.from);
  const near = before.slice(Math.max(...['，', '。', '；', '、', ';'].map((mark) => before.lastIndexOf(mark))) + 1);
  if (/不含(?:增值)?税|未税|税前/u.test(near)) return 'net';
  if (/税额|增值税(?:款|金)?(?:为|是|[:：])?(?:人民币)?\s*[￥¥]?$|税款|税金(?!额)/u.test(near)) return 'tax';
  if (/含税|价税合计/u.test(near)) return 'gross';
  return null;
}

const taxRate = /税率|征收率|增值税/u;

/** What names a rate: the words before it, and 的征收率 right after it. */
function rateWords({ before, after }: Around): string {
  return `${before}${after.slice(0, 6)}`;
}

/** The parts named in a paragraph or the items of one list; null when a part is named twice. */
function partsIn(context: RuleContext, blocks: ReadonlySet<string>, amounts: readonly Amount[]): Parts | null {
  const parts: Parts = {};
  for (const amount of amounts) {
    const part = partOf(context, amount);
    if (part === null || amount.fen === null || (amount.kind !== 'figure' && amount.pair !== null)) continue;
    if (parts[part]) return null;
    parts[part] = amount;
  }
  const rates = inBody(context, context.facts.percentages).filter(
    (percentage) => blocks.has(percentage.at.block) && taxRate.test(rateWords(clauseOf(context, percentage.at))),
  );
  if (rates.length > 1) return null;
  if (rates[0]) parts.rate = rates[0].decimal;
  return parts;
}

function partsFault({ net, gross, tax, rate }: Parts): string | null {
  const tolerance = Math.max(...[net, gross, tax].map((one) => (one ? writtenTolerance(one.unit, one.decimals) : 0)));
  const off = (one: number, other: number): boolean => Math.abs(one - other) > tolerance;
  const netFen = net?.fen ?? null;
  const taxFen = tax?.fen ?? null;
  const grossFen = gross?.fen ?? null;
  const byRate = netFen !== null && rate !== undefined ? shareOf(netFen, rate) : null;
  if (netFen !== null && taxFen !== null && byRate !== null && off(byRate, taxFen)) {
    return `不含税价 ${money(netFen)} 按税率 ${rate}% 计算，税额应为 ${money(byRate)}，所写为 ${money(taxFen)}，相差 ${money(Math.abs(byRate - taxFen))}。`;
  }
  if (netFen !== null && taxFen !== null && grossFen !== null && off(netFen + taxFen, grossFen)) {
    return `不含税价与税额之和为 ${money(netFen + taxFen)}，所写含税价为 ${money(grossFen)}，相差 ${money(Math.abs(netFen + taxFen - grossFen))}。`;
  }
  if (netFen !== null && grossFen !== null && taxFen === null && byRate !== null && off(netFen + byRate, grossFen)) {
    return `不含税价 ${money(netFen)} 按税率 ${rate}% 计算，含税价应为 ${money(netFen + byRate)}，所写为 ${money(grossFen)}，相差 ${money(Math.abs(netFen + byRate - grossFen))}。`;
  }
  if (netFen === null && taxFen !== null && grossFen !== null && rate !== undefined) {
    const expected = shareOf(grossFen - taxFen, rate);
    if (expected !== null && off(expected, taxFen)) {
      return `含税价 ${money(grossFen)} 扣除所写税额后按税率 ${rate}% 计算，税额应为 ${money(expected)}，所写为 ${money(taxFen)}。`;
    }
  }
  return null;
}

/** Rows that list net, rate, tax and gross in columns. */
function tableHits(table: TableFact): Hit[] {
  const find = (wanted: RegExp): number => table.columns.findIndex((column) => wanted.test(column.title));
  const net = find(/不含税(?!单价)/u);
  const tax = find(/税额|税金(?!额)/u);
  const rate = find(/税率|征收率/u);
  const gross = find(/价税合计|^(?!.*不含税).*含税(?!单价)/u);
  if (net < 0 || /单价/u.test(table.columns[net]?.title ?? '') || [tax, rate, gross].filter((at) => at >= 0).length < 2)
    return [];
  return table.rows.flatMap((row): Hit[] => {
    const fenAt = (at: number): number | null => row.cells[at]?.fen ?? null;
    const netFen = fenAt(net);
    const taxFen = fenAt(tax);
    const grossFen = fenAt(gross);
    const percent =
      row.cells[rate]?.text.includes('%') || row.cells[rate]?.text.includes('％') ? row.cells[rate]?.decimal : null;
    const at = row.cells[tax]?.at ?? row.cells[gross]?.at;
    if (netFen === null || netFen < 0 || !at) return [];
    const expected = percent ? shareOf(netFen, percent) : null;
    if (expected !== null && taxFen !== null && Math.abs(expected - taxFen) > 100) {
      return [
        {
          at,
          message: `该行不含税价 ${money(netFen)} 按税率 ${percent}% 计算，税额应为 ${money(expected)}，所列为 ${money(taxFen)}。`,
        },
      ];
    }
    if (taxFen !== null && grossFen !== null && Math.abs(netFen + taxFen - grossFen) > 100) {
      return [{ at, message: `该行不含税价与税额之和为 ${money(netFen + taxFen)}，所列含税价为 ${money(grossFen)}。` }];
    }
    return [];
  });
}

const taxCompute: Rule = {
  id: 'amt-tax-compute',
  title: '价税分拆计算有误',
  severity: 'medium',
  nature: 'drafting',
  kinds: ['contract'],
  why: '不含税价、税额与含税价互相对不上，开票和付款金额都无法确定。',
  basis: [{ law: '增值税法', article: '7' }],
  advice: '按约定税率重新计算税额和含税价，三项改为互相吻合，并写明税率调整时以不含税价为准还是以含税价为准。',
  check: (context) => {
    const byBlock = new Map<string, Amount[]>();
    for (const amount of inBody(context, context.facts.amounts)) {
      byBlock.set(amount.at.block, [...(byBlock.get(amount.at.block) ?? []), amount]);
    }
    const inText = stretches(context).flatMap((paragraphs): Hit[] => {
      const amounts = paragraphs.flatMap(({ id }) => byBlock.get(id) ?? []);
      if (amounts.length < 2 || !paragraphs.some(({ text }) => text.includes('税'))) return [];
      const parts = partsIn(context, new Set(paragraphs.map(({ id }) => id)), amounts);
      const message = parts && partsFault(parts);
      const wrong = parts?.tax ?? parts?.gross;
      return message && wrong ? [{ at: wrong.at, related: parts?.net ? [parts.net.at] : [], message }] : [];
    });
    return [...inText, ...context.facts.tables.flatMap(tableHits)];
  },
  examples: {
    hits: [
      { text: '不含税价10万元，税率6%，税额9,000元，含税价10.9万元。', quote: '9,000元', says: '税额应为 6,000.00 元' },
      {
        text: '合同价款：不含税金额￥300,000.00元，增值税税率13%，含税金额￥319,000.00元。',
        quote: '￥319,000.00元',
        says: '含税价应为 339,000.00 元',
      },
      {
        text: '价款构成：\n（1）不含税价40,000元；\n（2）增值税税率6%，税额2,400元；\n（3）价税合计43,400元。',
        quote: '2,400元',
        says: '之和为 42,400.00 元',
      },
      {
        text: '| 项目 | 不含税金额（元） | 税率 | 税额（元） | 价税合计（元） |\n| 服务费 | 50,000 | 6% | 3,000 | 53,000 |\n| 设备 | 20,000 | 13% | 1,200 | 21,200 |',
        quote: '1,200',
        says: '税额应为 2,600.00 元',
      },
    ],
    nearMisses: [
      { text: '不含税价10万元，税率6%，税额6,000元，含税价10.6万元。' },
      { text: '含税价为106万元，增值税税率6%，乙方开具增值税专用发票。' },
      { text: '不含税金额￥94,339.62元，税率6%，税额￥5,660.38元，价税合计￥100,000.00元。' },
      { text: '设备不含税价10万元，税率13%；服务不含税价5万元，税率6%。' },
      { text: '价款构成：\n（1）不含税价40,000元；\n（2）增值税税率6%，税额2,400元；\n（3）价税合计42,400元。' },
    ],
  },
};

const gone: ReadonlySet<number> = new Set([17, 16, 11, 10, 4]);
const reduced: ReadonlySet<number> = new Set([1, 5, 1.5, 2]);
const otherTax = /所得税|契税|房产税|附加|印花|土地|城建|教育费|代扣|违约金|滞纳金|利率|保证金|扣率|个人/u;
/** The head of a rate's column, before the other cells of its row. */
const rateColumn = /^(?:增值税)?(?:适用)?(?:税率|征收率)(?:[（(][^（()）]{0,6}[）)])?:/u;
const history = /原税率|调整前|下调|降至|改为|由\s*\d+%|旧|此前/u;

const vatRateOdd: Rule = {
  id: 'amt-vat-rate-odd',
  title: '增值税税率不是现行档次',
  severity: 'low',
  nature: 'drafting',
  kinds: ['contract'],
  why: '17%、16%等税率早已停用，写进合同多半是沿用旧模板，乙方无法按此开票。',
  basis: [
    { law: '增值税法', article: '10' },
    { law: '增值税法', article: '11' },
  ],
  advice: '按交易类型和对方计税方法核对：一般计税为13%、9%、6%，简易计税征收率为3%，享受减免的写明依据。',
  check: (context) => {
    if (context.facts.dates.some((date) => date.iso !== null && date.iso < '2019-04-01')) return [];
    return inBody(context, context.facts.percentages).flatMap((percentage): Hit[] => {
      const clause = clauseOf(context, percentage.at);
      const sentence = sentenceOf(context, percentage.at);
      if (percentage.per !== null || !/增值税|发票|税率|征收率/u.test(clause.text) || otherTax.test(clause.text))
        return [];
      if (
        !/(?:税率|征收率|增值税|税点)(?:为|是|按|[:：(（])?[^\d，。；、]{0,6}$|发票[^\d，。；]{0,10}$/u.test(
          clause.before,
        ) &&
        !/^\s*(?:的|（)?[^，。；]{0,4}(?:增值税|税率|征收率|专用发票|税点)/u.test(clause.after) &&
        !rateColumn.test(clause.before)
      )
        return [];
      if (history.test(sentence.text)) return [];
      if (gone.has(percentage.percent)) {
        return [
          {
            at: percentage.at,
            message: `所写增值税税率 ${percentage.decimal}% 不是现行税率（现行为13%、9%、6%，征收率3%）。`,
          },
        ];
      }
      if (!reduced.has(percentage.percent)) return [];
      return [
        {
          at: percentage.at,
          severity: 'notice',
          message: `所写 ${percentage.decimal}% 属减征或特别征收率，须以现行政策为依据。`,
          advice: '核对该征收率目前是否仍可适用，并在合同中写明政策依据和到期后的处理。',
        },
      ];
    });
  },
  examples: {
    hits: [
      { text: '乙方开具税率17%的增值税专用发票。', quote: '17%', says: '不是现行税率' },
      { text: '| 品名 | 不含税价（元） | 税率 |\n| 机柜 | 8,000 | 16% |\n乙方开具发票。', quote: '16%' },
      { text: '本合同价款含增值税，税率为16％，税率调整的价款不变。', quote: '16％' },
      { text: '乙方为小规模纳税人，按征收率1%开具普通发票。', quote: '1%', says: '须以现行政策为依据' },
    ],
    nearMisses: [
      { text: '乙方开具税率13%的增值税专用发票。' },
      { text: '甲方付款前乙方开具发票，首期支付合同价的10%。' },
      { text: '乙方收入应缴纳的所得税税率10%由其自行承担。' },
      { text: '增值税税率由16%下调为13%的，含税价相应调整。' },
      { text: '本合同签订于2018年3月1日，乙方开具税率17%的增值税发票。' },
    ],
  },
};

export const taxRules: readonly Rule[] = [taxCompute, vatRateOdd];
