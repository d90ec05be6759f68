// Papers of the gallery written with the docx package: one thing of Word's a paper.
import { deflateSync, crc32 } from 'node:zlib';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  LeaderType,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  ShadingType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Textbox,
  UnderlineType,
  VerticalAlignTable,
  DeletedTextRun,
  InsertedTextRun,
  WidthType,
  CommentRangeStart,
  CommentRangeEnd,
  CommentReference,
} from 'docx';

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const hei = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };
const fangsong = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const kai = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体' };

const run = (text, options = {}) => new TextRun({ text, ...options });
const para = (content, options = {}) =>
  new Paragraph({
    children: (Array.isArray(content) ? content : [content]).map((one) => (typeof one === 'string' ? run(one) : one)),
    ...options,
  });
const title = (text) =>
  para([run(text, { font: hei, size: 44, bold: true })], {
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 360 },
  });
/** Two characters, as official papers indent: the count is Word's own attribute, hundredths of a character. */
const body = (content, options = {}) =>
  para(content, {
    indent: { firstLine: 640, firstLineChars: 200 },
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...options,
  });

const level = (at, format, text, options = {}) => ({
  level: at,
  format,
  text,
  start: 1,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  ...options,
});
const numbered = (reference, text, at = 0, options = {}) =>
  para(text, { numbering: { reference, level: at }, ...options });
const cell = (content, options = {}) =>
  new TableCell({ children: [].concat(content).map((one) => (typeof one === 'string' ? para(one) : one)), ...options });
const table = (rows, options = {}) =>
  new Table({
    rows: rows.map((cells) =>
      cells instanceof TableRow
        ? cells
        : new TableRow({ children: cells.map((one) => (one instanceof TableCell ? one : cell(one))) }),
    ),
    ...options,
  });
const percent = (size) => ({ size, type: WidthType.PERCENTAGE });

const long =
  '供应商应当在签订合同后十五个工作日内完成全部设备的运输、安装和调试，并对采购人的管理人员进行不少于两次的操作培训；培训所需费用已包含在合同总价之中，不再另行收取。';

function paper(children, options = {}) {
  const { sections, ...rest } = options;
  return new Document({
    styles: { default: { document: { run: { font: song, size: 24 } } } },
    ...rest,
    sections: sections ?? [{ properties: {}, children }],
  });
}

/** A red seal-like square with a ring, drawn here so that no picture need be kept. */
function picture() {
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

const articles = {
  config: [
    {
      reference: 'articles',
      levels: [
        level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1章', {
          suffix: LevelSuffix.SPACE,
          style: { run: { font: hei, bold: true } },
        }),
        level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%2条', {
          suffix: LevelSuffix.SPACE,
          style: { run: { bold: true } },
        }),
        level(2, LevelFormat.CHINESE_COUNTING, '（%3）'),
        level(3, LevelFormat.DECIMAL, '%4.', {
          suffix: LevelSuffix.TAB,
          style: { paragraph: { indent: { left: 840, hanging: 420 } } },
        }),
      ],
    },
  ],
};

const tenFormats = [
  ['decimal', LevelFormat.DECIMAL, '%1.'],
  ['letters', LevelFormat.LOWER_LETTER, '%1)'],
  ['capitals', LevelFormat.UPPER_LETTER, '%1.'],
  ['roman', LevelFormat.LOWER_ROMAN, '(%1)'],
  ['capital-roman', LevelFormat.UPPER_ROMAN, '%1.'],
  ['chinese', LevelFormat.CHINESE_COUNTING, '%1、'],
  ['thousand', LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1条'],
  ['legal', LevelFormat.CHINESE_LEGAL_SIMPLIFIED, '%1、'],
  ['stems', LevelFormat.IDEOGRAPH__TRADITIONAL, '%1、'],
  ['circles', LevelFormat.DECIMAL_ENCLOSED_CIRCLE, '%1'],
];

const borderless = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = (size = 4, color = '000000', style = BorderStyle.SINGLE) => ({ style, size, color });

export const docxPapers = {
  'contract-articles': () =>
    paper(
      [
        title('办公设备采购合同'),
        para(['采购人：云州市临河区档案馆']),
        para(['供应商：云州青石办公设备有限公司']),
        numbered('articles', '标的与价款', 0, { alignment: AlignmentType.CENTER }),
        numbered('articles', '采购人向供应商购买档案密集架，规格、数量见附件。', 1),
        numbered('articles', `合同总价为人民币128,500.00元。${long}`, 1, {
          indent: { firstLine: 480, firstLineChars: 200 },
        }),
        numbered('articles', '首付款百分之三十；', 2),
        numbered('articles', '验收合格后付至百分之九十五；', 2),
        numbered('articles', '其余作为质量保证金。', 2),
        numbered('articles', '保证期满无质量问题；', 3),
        numbered('articles', long, 3),
        numbered('articles', '交付与验收', 0, { alignment: AlignmentType.CENTER }),
        numbered('articles', long, 1, { alignment: AlignmentType.JUSTIFIED }),
        numbered('articles', '本条下的款重新编号：', 1),
        numbered('articles', '其一；', 2),
        numbered('articles', '其二。', 2),
      ],
      { numbering: articles },
    ),
  'ten-numberings': () =>
    paper(
      tenFormats.flatMap(([reference, ,], at) => [
        para(`第${at + 1}种`, { spacing: { before: 120 } }),
        ...[1, 2, 3].map((item) => numbered(reference, `${reference} 的第 ${item} 项，用来核对编号与缩进。`)),
      ]),
      {
        numbering: {
          config: tenFormats.map(([reference, format, text]) => ({
            reference,
            levels: [
              level(0, format, text, {
                suffix: LevelSuffix.TAB,
                style: { paragraph: { indent: { left: 720, hanging: 480 } } },
              }),
            ],
          })),
        },
      },
    ),
  'legal-outline': () =>
    paper(
      [
        title('服务方案'),
        ...[
          ['总体要求', 0],
          ['服务范围', 1],
          ['日常保洁', 2],
          ['绿化养护', 2],
          [long, 3],
          ['人员配置', 1],
          ['考核办法', 0],
          ['评分标准', 1],
        ].map(([text, at]) => numbered('outline', text, at)),
      ],
      {
        numbering: {
          config: [
            {
              reference: 'outline',
              levels: [0, 1, 2, 3].map((at) =>
                level(at, LevelFormat.DECIMAL, Array.from({ length: at + 1 }, (_, n) => `%${n + 1}`).join('.'), {
                  suffix: LevelSuffix.TAB,
                  style: { paragraph: { indent: { left: 420 + at * 420, hanging: 420 + at * 120 } } },
                }),
              ),
            },
          ],
        },
      },
    ),
  'red-head-notice': () =>
    paper(
      [
        para(
          [
            run('云州市临河区人民政府文件', {
              font: { ascii: 'SimSun', eastAsia: '方正小标宋简体' },
              size: 72,
              color: 'FF0000',
              bold: true,
            }),
          ],
          { alignment: AlignmentType.CENTER, spacing: { after: 480 } },
        ),
        para([run('临政发〔2026〕18号', { font: fangsong, size: 32 })], {
          alignment: AlignmentType.CENTER,
          border: { bottom: { ...line(24, 'FF0000'), space: 6 } },
          spacing: { after: 480 },
        }),
        para([run('关于规范户外招牌管理的通知', { font: { ascii: 'SimSun', eastAsia: '方正小标宋简体' }, size: 44 })], {
          alignment: AlignmentType.CENTER,
          spacing: { after: 560 },
        }),
        para([run('各街道办事处，区政府各部门：', { font: fangsong, size: 32 })], {
          spacing: { line: 560, lineRule: LineRuleType.EXACT },
        }),
        body([run('一、总体要求。', { font: hei, size: 32 }), run(long, { font: fangsong, size: 32 })], {
          alignment: AlignmentType.JUSTIFIED,
        }),
        body([
          run('（一）职责分工。', { font: kai, size: 32 }),
          run('区城市管理局负责牵头，街道办事处负责日常巡查。', { font: fangsong, size: 32 }),
        ]),
        body([run('二、本通知自2026年12月1日起施行。', { font: fangsong, size: 32 })]),
        para([run('云州市临河区人民政府', { font: fangsong, size: 32 })], {
          alignment: AlignmentType.RIGHT,
          indent: { right: 640 },
          spacing: { before: 560 },
        }),
        para([run('2026年11月20日', { font: fangsong, size: 32 })], {
          alignment: AlignmentType.RIGHT,
          indent: { right: 960 },
        }),
      ],
      { sections: undefined },
    ),
  'character-formats': () =>
    paper([
      title('字符格式'),
      para([
        run('加粗', { bold: true }),
        run('　'),
        run('倾斜 italic', { italics: true }),
        run('　'),
        run('下划线', { underline: {} }),
        run('　'),
        run('双下划线', { underline: { type: UnderlineType.DOUBLE } }),
        run('　'),
        run('波浪线', { underline: { type: UnderlineType.WAVE } }),
        run('　'),
        run('点线', { underline: { type: UnderlineType.DOTTED } }),
        run('　'),
        run('红色下划线', { underline: { type: UnderlineType.SINGLE, color: 'FF0000' } }),
      ]),
      para([
        run('删除线', { strike: true }),
        run('　'),
        run('双删除线', { doubleStrike: true }),
        run('　'),
        run('红字', { color: 'C00000' }),
        run('　'),
        run('黄底', { highlight: 'yellow' }),
        run('　'),
        run('绿底', { highlight: 'green' }),
        run('　'),
        run('灰色底纹', { shading: { type: ShadingType.CLEAR, fill: 'D9D9D9' } }),
        run('　'),
        run('字符边框', { border: line() }),
      ]),
      para([
        run('面积120m'),
        run('2', { superScript: true }),
        run('，浓度CO'),
        run('2', { subScript: true }),
        run('；all caps', { allCaps: true }),
        run(' Small Caps', { smallCaps: true }),
        run('　'),
        run('字距加宽', { characterSpacing: 60 }),
        run('　'),
        run('字距紧缩', { characterSpacing: -20 }),
        run('　'),
        run('放大', { scale: 150 }),
        run('着重号', { emphasisMark: { type: 'dot' } }),
      ]),
      ...[
        [song, '宋体'],
        [hei, '黑体'],
        [fangsong, '仿宋'],
        [kai, '楷体'],
      ].map(([font, name]) =>
        para([run(`${name}：云州市临河区司法局 Contract No. 2026-018 “引号”——破折号……`, { font, size: 28 })]),
      ),
      ...[18, 21, 24, 28, 32, 44].map((size) => para([run(`${size / 2}磅 合同总价 Amount 12,345.00`, { size })])),
    ]),
  'alignments-and-spacing': () =>
    paper([
      para('左对齐的一行'),
      para('居中的一行', { alignment: AlignmentType.CENTER }),
      para('右对齐的一行', { alignment: AlignmentType.RIGHT }),
      para(long, { alignment: AlignmentType.JUSTIFIED }),
      para('分散对齐的一行', { alignment: AlignmentType.DISTRIBUTE }),
      para(`首行缩进两字符。${long}`, { indent: { firstLine: 480, firstLineChars: 200 } }),
      para(`左右各缩进两厘米。${long}`, { indent: { left: 1134, right: 1134 } }),
      para(`悬挂缩进。${long}`, { indent: { left: 720, hanging: 720 } }),
      para(`一点五倍行距。${long}`, { spacing: { line: 360, lineRule: LineRuleType.AUTO } }),
      para(`固定值二十八磅。${long}`, { spacing: { line: 560, lineRule: LineRuleType.EXACT } }),
      para(`最小值二十磅。${long}`, { spacing: { line: 400, lineRule: LineRuleType.AT_LEAST } }),
      para('段前段后各十二磅。', { spacing: { before: 240, after: 240 } }),
      para('其后的一段。'),
    ]),
  'table-merges': () =>
    paper([
      para('附件一　设备清单', { alignment: AlignmentType.CENTER }),
      table(
        [
          new TableRow({
            tableHeader: true,
            height: { value: 600, rule: 'atLeast' },
            children: ['序号', '名称', '规格', '数量', '金额（元）'].map((text) =>
              cell(para([run(text, { bold: true })], { alignment: AlignmentType.CENTER }), {
                shading: { fill: 'D9E2F3', type: ShadingType.CLEAR },
                verticalAlign: VerticalAlignTable.CENTER,
              }),
            ),
          }),
          [
            '1',
            cell('密集架', { rowSpan: 2, verticalAlign: VerticalAlignTable.CENTER }),
            '手动',
            '12',
            para('48,000.00', { alignment: AlignmentType.RIGHT }),
          ].map((one) => (one instanceof Paragraph ? cell(one) : one)),
          ['2', '电动', '8', '80,500.00'],
          [cell(para('合计', { alignment: AlignmentType.CENTER }), { columnSpan: 3 }), '20', '128,500.00'],
          [cell('备注：上述价格包含运输、安装、培训和税费。', { columnSpan: 5 })],
        ],
        { columnWidths: [800, 2200, 2000, 1400, 2600], width: { size: 9000, type: WidthType.DXA } },
      ),
      para('表后文字。'),
    ]),
  'nested-tables': () =>
    paper([
      para('外表与内表'),
      table(
        [
          [
            '项目',
            cell([
              para('分期付款：'),
              table(
                [
                  ['期次', '比例'],
                  ['首期', '30%'],
                  ['二期', '65%'],
                ],
                { width: percent(80), alignment: AlignmentType.CENTER },
              ),
              para('以上为内表。'),
            ]),
          ],
          ['说明', long],
        ],
        { columnWidths: [2000, 7000], width: percent(100) },
      ),
      para(''),
      table(
        [
          ['无边框的', '签章表'],
          ['甲方（盖章）：', '乙方（盖章）：'],
          ['年　月　日', '年　月　日'],
        ],
        {
          width: percent(100),
          columnWidths: [4500, 4500],
          borders: {
            top: borderless,
            bottom: borderless,
            left: borderless,
            right: borderless,
            insideHorizontal: borderless,
            insideVertical: borderless,
          },
        },
      ),
    ]),
  'table-borders': () =>
    paper([
      para('三线表：'),
      table(
        [
          ['指标', '标准'],
          ['响应时间', '两小时'],
          ['修复时间', '二十四小时'],
        ].map((cells, at) =>
          cells.map((text) =>
            cell(text, {
              borders: {
                top: at === 0 ? line(12) : at === 1 ? line(6) : borderless,
                bottom: at === 2 ? line(12) : borderless,
                left: borderless,
                right: borderless,
              },
            }),
          ),
        ),
        { width: { size: 6000, type: WidthType.DXA }, columnWidths: [3000, 3000], alignment: AlignmentType.CENTER },
      ),
      para('粗外框、虚线内框：'),
      table(
        [
          ['一', '二', '三'],
          ['四', '五', '六'],
        ],
        {
          width: { size: 6000, type: WidthType.DXA },
          columnWidths: [2000, 2000, 2000],
          borders: {
            top: line(18),
            bottom: line(18),
            left: line(18),
            right: line(18),
            insideHorizontal: line(4, '808080', BorderStyle.DASHED),
            insideVertical: line(4, 'FF0000', BorderStyle.DOTTED),
          },
        },
      ),
      para('双线：'),
      table([['甲', '乙']], {
        width: { size: 6000, type: WidthType.DXA },
        columnWidths: [3000, 3000],
        borders: {
          top: line(6, '000000', BorderStyle.DOUBLE),
          bottom: line(6, '000000', BorderStyle.DOUBLE),
          left: line(6, '000000', BorderStyle.DOUBLE),
          right: line(6, '000000', BorderStyle.DOUBLE),
          insideHorizontal: line(),
          insideVertical: line(),
        },
      }),
      para('段落边框与底纹', {
        border: { top: line(8), bottom: line(8), left: line(8), right: line(8) },
        shading: { type: ShadingType.CLEAR, fill: 'FFF2CC' },
        spacing: { before: 240 },
      }),
      para('同一边框的第二段', {
        border: { top: line(8), bottom: line(8), left: line(8), right: line(8) },
        shading: { type: ShadingType.CLEAR, fill: 'FFF2CC' },
      }),
    ]),
  footnotes: () =>
    paper(
      [
        title('关于租金标准的说明'),
        para([
          '本区国有房屋的租金按评估价确定',
          new FootnoteReferenceRun(1),
          '，经集体研究',
          new FootnoteReferenceRun(2),
          '后公开招租。',
        ]),
        para([long, new FootnoteReferenceRun(3)]),
      ],
      {
        footnotes: {
          1: { children: [para('评估报告自出具之日起一年内有效。')] },
          2: { children: [para('指区机关事务服务中心办公会议。')] },
          3: { children: [para(long)] },
        },
      },
    ),
  'tracked-changes': () =>
    paper(
      [
        title('修订稿'),
        para([
          run('合同履行期限为'),
          new DeletedTextRun({ text: '三十日', id: 1, author: '王芳', date: '2026-11-02T09:30:00Z' }),
          new InsertedTextRun({ text: '四十五日', id: 2, author: '王芳', date: '2026-11-02T09:31:00Z' }),
          run('，自签订之日起计算。'),
        ]),
        para([
          run('违约金'),
          new InsertedTextRun({
            text: '不超过合同总价的百分之二十',
            id: 3,
            author: '李明',
            date: '2026-11-03T14:00:00Z',
          }),
          new DeletedTextRun({ text: '为合同总价的百分之四十', id: 4, author: '李明', date: '2026-11-03T14:00:00Z' }),
          run('。'),
        ]),
        para([
          new CommentRangeStart(0),
          run('争议由甲方所在地人民法院管辖'),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
          run('。'),
        ]),
        para([
          new InsertedTextRun({
            text: '整段新增：本合同一式四份。',
            id: 5,
            author: '王芳',
            date: '2026-11-04T08:00:00Z',
          }),
        ]),
      ],
      {
        comments: {
          children: [
            { id: 0, author: '王芳', date: new Date('2026-11-02T09:40:00Z'), children: [para('请核对管辖约定。')] },
          ],
        },
      },
    ),
  'text-boxes': () =>
    paper([
      para('文本框之前的段落。'),
      new Textbox({
        alignment: 'center',
        children: [para('框内：联系人王芳'), para('电话：0000-8888001', { alignment: AlignmentType.CENTER })],
        style: { width: '6cm', height: '2cm' },
      }),
      para(`文本框之后的段落。${long}`),
    ]),
  'tabs-with-leaders': () =>
    paper([
      title('目　录'),
      ...[
        ['第一章　总则', '1'],
        ['第二章　采购需求', '4'],
        ['第三章　评审办法（综合评分法）', '12'],
        ['附件', '20'],
      ].map(([text, page]) =>
        para([run(text), new TextRun({ children: [new Tab(), page] })], {
          tabStops: [{ type: TabStopType.RIGHT, position: 9026, leader: LeaderType.DOT }],
        }),
      ),
      para([new TextRun({ children: ['甲方：', new Tab(), '云州市临河区档案馆', new Tab(), '（盖章）'] })], {
        tabStops: [
          { type: TabStopType.LEFT, position: 1400 },
          { type: TabStopType.RIGHT, position: 8600 },
        ],
        spacing: { before: 240 },
      }),
      para(
        [new TextRun({ children: ['联系人：', new Tab(), '王芳', new Tab(), '电话：', new Tab(), '0000-8888001'] })],
        {
          tabStops: [
            { type: TabStopType.LEFT, position: 1400 },
            { type: TabStopType.LEFT, position: 4200 },
            { type: TabStopType.LEFT, position: 5400 },
          ],
        },
      ),
      para([new TextRun({ children: ['金额：', new Tab(), '1,250.50'] })], {
        tabStops: [{ type: TabStopType.DECIMAL, position: 4200 }],
      }),
      para([new TextRun({ children: ['金额：', new Tab(), '86.5'] })], {
        tabStops: [{ type: TabStopType.DECIMAL, position: 4200 }],
      }),
      para([new TextRun({ children: [new Tab(), '居中制表', new Tab(), '右端'] })], {
        tabStops: [
          { type: TabStopType.CENTER, position: 4513 },
          { type: TabStopType.RIGHT, position: 9026, leader: LeaderType.UNDERSCORE },
        ],
      }),
      para([new TextRun({ children: ['默认', new Tab(), '制表', new Tab(), '位'] })]),
    ]),
  'headers-and-pages': () =>
    paper([], {
      sections: [
        {
          properties: { page: { margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
          headers: {
            default: new Header({
              children: [
                para([run('临河区档案馆采购文件', { size: 18 })], {
                  alignment: AlignmentType.CENTER,
                  border: { bottom: line(6) },
                }),
              ],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                para([new TextRun({ size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })], {
                  alignment: AlignmentType.CENTER,
                }),
              ],
            }),
          },
          children: [
            title('采购公告'),
            body(long),
            new Paragraph({ children: [new PageBreak()] }),
            body(`第二页开始。${long}`),
            body('本页之后不再分页。'),
          ],
        },
      ],
    }),
  'landscape-and-columns': () =>
    paper([], {
      sections: [
        { properties: {}, children: [para('纵向的第一节。'), para(long)] },
        {
          properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
          children: [
            para('横向的第二节，附宽表。'),
            table(
              [
                ['一月', '二月', '三月', '四月', '五月', '六月'],
                ['12', '15', '9', '20', '18', '11'],
              ],
              { width: percent(100) },
            ),
          ],
        },
        {
          properties: { type: SectionType.NEXT_PAGE, column: { count: 2, space: 600 } },
          children: [para('两栏的第三节。'), ...[1, 2, 3, 4].map(() => para(long))],
        },
      ],
    }),
  images: () =>
    paper([
      title('附图'),
      para(
        [
          new ImageRun({
            type: 'png',
            data: picture(),
            transformation: { width: 120, height: 120 },
            altText: { title: '印章位置示意', description: '印章位置示意', name: 'seal' },
          }),
        ],
        { alignment: AlignmentType.CENTER },
      ),
      para('图1　印章位置示意', { alignment: AlignmentType.CENTER }),
      para([
        '行内小图',
        new ImageRun({ type: 'png', data: picture(), transformation: { width: 24, height: 24 } }),
        '与文字同行。',
      ]),
      table(
        [
          [
            cell(para([new ImageRun({ type: 'png', data: picture(), transformation: { width: 80, height: 80 } })])),
            '表格中的图片',
          ],
        ],
        { width: percent(60) },
      ),
    ]),
};

export async function writeDocx(name) {
  return Packer.toBuffer(docxPapers[name]());
}
