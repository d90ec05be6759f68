/**
 * Table rows read as lines: a value's cell goes by the head of its column and the cells before it in its
 * row, so that `合同总价 | 80,000元` says 合同总价：80,000元 and, under 违约金（每日）, `逾期交付 | 1%` says
 * 违约金（每日）：逾期交付：1%.
 */
import type { BlockId, Document, Table, TableCell, TableRow } from './model.ts';
import { paragraphsIn, tablesIn } from './walk.ts';

/** What stands before each paragraph of a cell when its row is read as one line, closing colon included. */
export function cellLeads(document: Document): ReadonlyMap<BlockId, string> {
  const known = leads.get(document);
  if (known) return known;
  const read = new Map(tablesIn(document.body).flatMap(leadsIn));
  leads.set(document, read);
  return read;
}

const leads = new WeakMap<Document, ReadonlyMap<BlockId, string>>();

/** No lead is longer, in UTF-16 units: what names a value stands near it, and wide tables stay linear. */
const longest = 80;

function leadsIn(table: Table): [BlockId, string][] {
  const header = table.rows.findIndex((row) => row.cells.length > 1);
  const heads = table.rows[header] && isHeaderRow(table.rows[header]) ? table.rows[header] : null;
  return table.rows.flatMap((row, at) => {
    if (row.cells.length < 2 || (heads && at <= header)) return [];
    return row.cells.flatMap((cell, index) => {
      const head = heads && headOf(heads, cell.column);
      const named = [head, ...namesBefore(row, index, heads !== null)].filter((text) => text !== null && text !== '');
      const lead = named.length === 0 || (index === 0 && heads === null) ? '' : `${named.join('：')}：`;
      const kept = lead.length <= longest ? lead : lead.slice(-longest);
      return kept === '' ? [] : ownParagraphs(cell).map((id): [BlockId, string] => [id, kept]);
    });
  });
}

/** Cells of the row that name the one at `index`: all before it, but in `a | 1 | b | 2` only b names 2. */
function namesBefore(row: TableRow, index: number, underHeads: boolean): string[] {
  const texts = row.cells.map(textOf);
  const paired = !underHeads && texts.length >= 4 && texts.every((text, at) => at % 2 === 1 || isLabel(text));
  const from = paired ? index - (index % 2) : 0;
  return texts.slice(from, index);
}

function isLabel(text: string): boolean {
  return text.length > 0 && text.length <= 12 && !/[\d０-９。；]/u.test(text);
}

function headOf(heads: TableRow, column: number): string | null {
  const cell = heads.cells.find((one) => one.column <= column && column < one.column + one.columnSpan);
  return cell ? textOf(cell) : null;
}

/** Words a column of names goes by. */
const naming =
  /^(?:序号|编号|期次|阶段|[^，。]{0,6}(?:名称|名目|项目|事项|情形|类别|类型|种类|类|条款|环节|指标|部位|节点|姓名|品名|品目|款项|内容|费用项|当事人|主体|标的|年度|等级|档次|行为))$/u;
/** Words a column of values goes by. */
const valued =
  /(?:金额|价|款|费|额|率|数量|单位|比例|条件|时间|日期|期限|年限|时限|频次|频率|幅度|期|奖励|标准|要求|说明|备注|内容|规格|型号|号码?|代码|情况|约定|方式|责任|后果|处理|违约金|地点|范围|结果|分值?|人|人数|面积|电话)$/u;

/** Whether a row names the columns below it rather than stating something itself. */
function isHeaderRow({ cells }: TableRow): boolean {
  const titles = cells.map((cell) => textOf(cell).replace(/[（(][^（()）]{0,12}[）)]$/u, ''));
  if (titles.some((title) => title === '' || title.length > 14 || /[\d０-９，。；：]/u.test(title))) return false;
  const [first = '', ...rest] = titles;
  if (titles.length === 2) return naming.test(first) && (valued.test(rest[0] ?? '') || naming.test(rest[0] ?? ''));
  const known = titles.filter((title) => naming.test(title) || valued.test(title)).length;
  return known * 2 >= titles.length;
}

function textOf(cell: TableCell): string {
  return paragraphsIn(cell.blocks)
    .map(({ text }) => text.trim())
    .join('');
}

function ownParagraphs(cell: TableCell): BlockId[] {
  return cell.blocks.flatMap((block) => (block.kind === 'paragraph' && block.text !== '' ? [block.id] : []));
}
