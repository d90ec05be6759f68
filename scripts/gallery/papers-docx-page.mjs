// Papers of the gallery about tables, notes, changes, boxes, tabs, pages and pictures.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  LeaderType,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  ShadingType,
  Tab,
  TabStopType,
  TableRow,
  TextRun,
  Textbox,
  VerticalAlignTable,
  DeletedTextRun,
  InsertedTextRun,
  WidthType,
  CommentRangeStart,
  CommentRangeEnd,
  CommentReference,
} from 'docx';
import { run, para, title, body, cell, table, percent, long, paper, picture, borderless, line } from './docx-parts.mjs';

export const pagePapers = {
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
