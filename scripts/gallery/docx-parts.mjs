// What the papers written with the docx package are put together from.
import { crc32, deflateSync } from 'node:zlib';
import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelSuffix,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

export const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
export const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
export const fangsong = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
export const kai = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体' };

export const run = (text, options = {}) => new TextRun({ text, ...options });
export const para = (content, options = {}) =>
  new Paragraph({
    children: (Array.isArray(content) ? content : [content]).map((one) => (typeof one === 'string' ? run(one) : one)),
    ...options,
  });
export const title = (text) =>
  para([run(text, { font: hei, size: 44, bold: true })], {
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 360 },
  });
/** Two characters, as official papers indent: the count is Word's own attribute, hundredths of a character. */
export const body = (content, options = {}) =>
  para(content, {
    indent: { firstLine: 640, firstLineChars: 200 },
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...options,
  });

export const level = (at, format, text, options = {}) => ({
  level: at,
  format,
  text,
  start: 1,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  ...options,
});
export const numbered = (reference, text, at = 0, options = {}) =>
  para(text, { numbering: { reference, level: at }, ...options });
export const cell = (content, options = {}) =>
  new TableCell({ children: [].concat(content).map((one) => (typeof one === 'string' ? para(one) : one)), ...options });
export const table = (rows, options = {}) =>
  new Table({
    rows: rows.map((cells) =>
      cells instanceof TableRow
        ? cells
        : new TableRow({ children: cells.map((one) => (one instanceof TableCell ? one : cell(one))) }),
    ),
    ...options,
  });
export const percent = (size) => ({ size, type: WidthType.PERCENTAGE });

export const long =
  '供应商应当在签订合同后十五个工作日内完成全部设备的运输、安装和调试，并对采购人的管理人员进行不少于两次的操作培训；培训所需费用已包含在合同总价之中，不再另行收取。';

export function paper(children, options = {}) {
  const { sections, ...rest } = options;
  return new Document({
    styles: { default: { document: { run: { font: song, size: 24 } } } },
    ...rest,
    sections: sections ?? [{ properties: {}, children }],
  });
}

/** A red seal-like square with a ring, drawn here so that no picture need be kept. */
export function picture() {
  const side = 120;
  const rows = Buffer.alloc(side * (side * 3 + 1));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const ring = Math.abs(Math.hypot(x - side / 2, y - side / 2) - 48) < 5;
      rows.set(ring ? [200, 20, 20] : [250, 240, 220], y * (side * 3 + 1) + 1 + x * 3);
    }
  }
  const chunk = (type, data) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(named.length + 8);
    whole.writeUInt32BE(data.length, 0);
    named.copy(whole, 4);
    whole.writeUInt32BE(crc32(named), named.length + 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const borderless = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const line = (size = 4, color = '000000', style = BorderStyle.SINGLE) => ({ style, size, color });
