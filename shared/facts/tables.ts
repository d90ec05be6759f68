/** Tables read by their header rows: what each column holds, what each row is. */
import type { Block, Document, Table, TableCell, TableRow } from '../document/model.ts';
import { paragraphsIn } from '../document/walk.ts';
import type { TableFact, TableValue } from './facts.ts';
import { decimalToFen, unitPowers } from './money.ts';
import { fold, spanIn } from './source.ts';

type Column = TableFact['columns'][number];
type Row = TableFact['rows'][number];

/** Every table of the body with a header row and at least one row below it. */
export function readTables(document: Document): TableFact[] {
  return withTextBefore(document.body).flatMap(({ table, before }) => readTable(table, before) ?? []);
}

/** Tables with the paragraph before them, where 单位：万元 often stands. */
function withTextBefore(blocks: readonly Block[]): { table: Table; before: string }[] {
  let before = '';
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') {
      before = block.text;
      return [];
    }
    const nested = block.rows.flatMap((row) => row.cells.flatMap((cell) => withTextBefore(cell.blocks)));
    return [{ table: block, before }, ...nested];
  });
}

function readTable(table: Table, before: string): TableFact | null {
  const width = Math.max(
    ...table.rows.map((row) => row.cells.reduce((sum, cell) => Math.max(sum, cell.column + cell.columnSpan), 0)),
    0,
  );
  const first = table.rows.findIndex((row) => row.cells.length > 1 && !isCaption(row, width));
  if (first < 0 || width < 2) return null;
  let last = first;
  if (!isHeader(table.rows[first])) return null;
  // A second header row stands under merged cells of the first.
  const merged = table.rows[first]?.cells.some((cell) => cell.columnSpan > 1) === true;
  if (merged && isHeader(table.rows[first + 1])) last = first + 1;
  const captions = table.rows.slice(0, first).map((row) => rowText(row));
  const unit = fenPerUnitOf(
    [...captions, before].find((text) => /单位\s*[:：]/u.test(text))?.replace(/^.*单位\s*[:：]/su, '（') ?? '',
  );
  const columns = Array.from({ length: width }, (_, at) =>
    columnOf(titleAt(table.rows.slice(first, last + 1), at), unit),
  );
  const rows = table.rows.slice(last + 1).map((row) => rowOf(row, columns));
  return rows.length === 0 ? null : { table: table.id, columns, rows };
}

function isHeader(row: TableRow | undefined): boolean {
  return row !== undefined && row.cells.every((cell) => valueOf(cell, null) === null);
}

function isCaption(row: TableRow, width: number): boolean {
  return row.cells.some((cell) => cell.columnSpan >= width && width > 1);
}

function titleAt(rows: readonly TableRow[], at: number): string {
  const titles = rows.flatMap((row) => {
    const cell = row.cells.find((one) => one.column <= at && at < one.column + one.columnSpan);
    return cell ? [cellText(cell)] : [];
  });
  return [...new Set(titles)].join('').replace(/\s/gu, '');
}

function cellText(cell: TableCell): string {
  return paragraphsIn(cell.blocks)
    .map((paragraph) => paragraph.text)
    .join('');
}

function rowText(row: TableRow): string {
  return row.cells.map((cell) => cellText(cell)).join(' ');
}

function columnOf(title: string, unit: number | null): Column {
  const own = fenPerUnitOf(title);
  const named = roleOf(title);
  // 2026年（万元）: a unit of money makes a column of sums, whatever else its head says.
  const role = own !== null && (named === 'other' || named === 'name') ? 'amount' : named;
  const money = role === 'amount' || role === 'unit-price' || role === 'tax';
  return { title, role, fenPerUnit: own ?? (money ? unit : null) };
}

function roleOf(title: string): Column['role'] {
  if (/税率|征收率|比例|占比|百分比|利率|费率|[（(]%[)）]|[（(]％[)）]/u.test(title)) return 'rate';
  if (/税额|税金(?!额)/u.test(title)) return 'tax';
  if (/单价|单位价格|\/(?:平方米|㎡|月|台|套|人|天|米|吨|个)/u.test(title)) return 'unit-price';
  if (/月数|人数|次数|频次|天数|期数|折扣|系数|台班数|面积|月份数/u.test(title)) return 'factor';
  if (/数量|工程量|台数|件数|套数/u.test(title)) return 'quantity';
  if (/金额|合价|小计|总价|合计|价款|费用|造价|租金|预算|报价|总额/u.test(title)) return 'amount';
  if (/名称|项目|品名|货物|内容|品目|分项|年度|期次/u.test(title)) return 'name';
  return 'other';
}

/** Fen per written unit: （元） 100, （万元） 1000000; null when no unit of money is named. */
function fenPerUnitOf(title: string): number | null {
  const unit = /(?:[（(/:：]|^|人民币)\s*(?:人民币)?\s*(亿元|百万元|万元|千元|元)/u.exec(title)?.[1];
  if (!unit) return null;
  return 10 ** (unitPowers[unit] ?? 2);
}

function rowOf(row: TableRow, columns: readonly Column[]): Row {
  const cells: (TableValue | null)[] = columns.map(() => null);
  const kind = kindOf(row);
  for (const cell of row.cells) {
    let at = cell.column;
    const value = valueOf(cell, columns[at]?.fenPerUnit ?? null);
    // A merged total covers its column from further left.
    if (value !== null && cell.columnSpan > 1 && kind !== 'item') {
      const covered = columns.slice(at, at + cell.columnSpan).findIndex((column) => column.role === 'amount');
      if (covered > 0) at += covered;
    }
    cells[at] =
      at === cell.column ? readCell(cell, value) : readCell(cell, valueOf(cell, columns[at]?.fenPerUnit ?? null));
  }
  return { kind, cells };
}

function kindOf(row: TableRow): Row['kind'] {
  const head = row.cells
    .map((cell) => cellText(cell).replace(/[\s\u3000]/gu, ''))
    .filter((text) => text !== '')
    .slice(0, 2);
  if (head.some((text) => /^(?:小计|分项合计|分部合计|本页小计|[^\d]{1,8}小计$)/u.test(text))) return 'subtotal';
  if (
    head.some((text) =>
      /^(?:合计|总计|共计|总价|总额|总金额|合同总价|[^\d]{0,4}(?:合计|总计|总价)(?:[（(:：]|$))/u.test(text),
    )
  )
    return 'total';
  if (head.some((text) => text.startsWith('其中'))) return 'of-which';
  return 'item';
}

type Number = Pick<TableValue, 'value' | 'decimal' | 'fen'>;

const written =
  /^(?:人民币)?\s*[￥¥]?\s*(-?)\s*(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|百万元|万元|千元|元)?(?:整)?\s*([^\d\s]{0,4})$/u;

function valueOf(cell: TableCell, fenPerUnit: number | null): Number | null {
  const match = written.exec(fold(cellText(cell)).trim());
  if (!match) return null;
  const [, sign = '', digits = '', unit, rest = ''] = match;
  if (/[、.)）年月日号:：]/u.test(rest)) return null;
  const plain = digits.replace(/[,，]/gu, '');
  const power = unit
    ? (unitPowers[unit] ?? 2)
    : fenPerUnit === null || rest === '%'
      ? null
      : String(fenPerUnit).length - 1;
  const fen = power === null ? null : decimalToFen(plain, power);
  const decimal = `${sign}${plain}`;
  return { value: Number(decimal), decimal, fen: fen === null ? null : sign === '-' ? -fen : fen };
}

function readCell(cell: TableCell, number: Number | null): TableValue | null {
  const paragraph = paragraphsIn(cell.blocks).find(({ text }) => text.trim() !== '');
  if (!paragraph) return null;
  const at = spanIn(paragraph.id, 0, paragraph.text.length);
  return {
    text: paragraph.text,
    at,
    value: number?.value ?? null,
    decimal: number?.decimal ?? null,
    fen: number?.fen ?? null,
  };
}
