// Papers of the gallery as flat OpenDocument texts: LibreOffice writes the docx, in its own way of saying things.
const namespaces = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const face = (name) => `style:font-name="${name}" style:font-name-asian="${name}"`;
const fonts = ['宋体', '黑体', '仿宋', '楷体', 'Times New Roman']
  .map((name) => `<style:font-face style:name="${name}" svg:font-family="'${name}'"/>`)
  .join('');
const size = (points) => `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';

/** One flat document; `styles` are automatic styles, `page` says size and margins, `master` header and footer. */
function flat({ body, styles = '', page = '', master = '', lists = '' }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>${fonts}</office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties ${face('宋体')} ${size(12)} fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/><text:notes-configuration text:note-class="footnote" style:num-format="1"/>${lists}</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin="2.54cm" ${page}/><style:header-style/><style:footer-style/></style:page-layout>${styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">${master}</style:master-page></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}

const paragraphStyle = (name, paragraph = '', text = '', inside = '') =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}>${inside}</style:paragraph-properties><style:text-properties ${text}/></style:style>`;
const textStyle = (name, text) =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${text}/></style:style>`;
const p = (content, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`;
const span = (content, style) => `<text:span text:style-name="${style}">${content}</text:span>`;

const titleStyle = paragraphStyle(
  'T',
  'fo:text-align="center" fo:margin-top="0.4cm" fo:margin-bottom="0.6cm"',
  `${face('黑体')} ${size(22)} ${bold}`,
);
const bodyStyle = paragraphStyle(
  'B',
  'fo:text-align="justify" fo:text-indent="1.13cm" fo:line-height="28pt"',
  `${face('仿宋')} ${size(16)}`,
);
const long =
  '各单位应当在收到本方案之日起十个工作日内组织学习，对照职责逐项梳理，形成问题清单并明确整改时限；整改情况于每季度末书面报送区司法局汇总。';

const list = (name, levels) =>
  `<text:list-style style:name="${name}">${levels
    .map(
      ({ format, before = '', after = '', shown = 1, left = 1, hanging = 0.75, follow = 'listtab' }, at) =>
        `<text:list-level-style-number text:level="${at + 1}" style:num-format="${format}" style:num-prefix="${before}" style:num-suffix="${after}" text:display-levels="${shown}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="${follow}" ${follow === 'listtab' ? `text:list-tab-stop-position="${left}cm"` : ''} fo:text-indent="-${hanging}cm" fo:margin-left="${left}cm"/></style:list-level-properties></text:list-level-style-number>`,
    )
    .join('')}</text:list-style>`;
/** Items as [level, text], level from 1. */
const items = (style, entries) =>
  entries
    .map(
      ([level, text], at) =>
        `<text:list ${at === 0 ? '' : 'text:continue-numbering="true"'} text:style-name="${style}">${'<text:list-item><text:list>'.repeat(level - 1)}<text:list-item>${p(text)}</text:list-item>${'</text:list></text:list-item>'.repeat(level - 1)}</text:list>`,
    )
    .join('');

const border = (name, properties) =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" ${properties}/></style:style>`;
const boxed = border('C', 'fo:border="0.5pt solid #000000"');
const cell = (content, options = '', style = 'C') =>
  `<table:table-cell table:style-name="${style}" ${options}>${content.startsWith('<') ? content : p(content)}</table:table-cell>`;
const covered = '<table:covered-table-cell/>';
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const grid = (name, widths, rows, extra = '') => ({
  styles: `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${widths.reduce((a, b) => a + b, 0)}cm" table:align="${extra || 'center'}"/></style:style>${widths.map((width, at) => `<style:style style:name="${name}.${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`).join('')}`,
  body: `<table:table table:name="${name}" table:style-name="${name}">${widths.map((_, at) => `<table:table-column table:style-name="${name}.${at}"/>`).join('')}${rows}</table:table>`,
});

const note = (id, label, kind, content) =>
  `<text:note text:id="${id}" text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body>${p(content)}</text:note-body></text:note>`;
const change = (id, kind, author, date, content = '') =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>${author}</dc:creator><dc:date>${date}</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;

export const odtPapers = {
  'odt-notice': () =>
    flat({
      styles:
        titleStyle +
        bodyStyle +
        paragraphStyle('R', 'fo:text-align="end" fo:margin-right="1cm"', `${face('仿宋')} ${size(16)}`) +
        textStyle('H', `${face('黑体')}`),
      page: 'fo:margin-top="3.7cm" fo:margin-bottom="3.5cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"',
      body:
        p('关于开展合同履约检查的通知', 'T') +
        p(`${span('一、检查范围。', 'H')}${long}`, 'B') +
        p(`${span('二、检查方式。', 'H')}${long}`, 'B') +
        p('青麓区司法局', 'R') +
        p('2026年11月18日', 'R'),
    }),
  'odt-lists': () =>
    flat({
      lists: list('L1', [
        { format: '一, 二, 三, ...', after: '、', left: 0.85, hanging: 0.85 },
        { format: '一, 二, 三, ...', before: '（', after: '）', left: 1.8, hanging: 1.2 },
        { format: '1', after: '.', left: 2.6, hanging: 0.8 },
        { format: '1', before: '(', after: ')', left: 3.4, hanging: 0.8 },
      ]),
      body: items('L1', [
        [1, '基本原则'],
        [2, '坚持依法审查'],
        [2, '坚持全程留痕'],
        [3, '收件登记'],
        [3, long],
        [4, '当日分办'],
        [4, '限时办结'],
        [1, '工作要求'],
        [2, '加强统筹'],
      ]),
    }),
  'odt-letters-roman': () =>
    flat({
      lists:
        list('L1', [
          { format: 'a', after: ')' },
          { format: 'i', after: '.', left: 2 },
        ]) +
        list('L2', [{ format: 'A', after: '.' }]) +
        list('L3', [{ format: 'I', after: '.' }]) +
        list('L4', [{ format: '①, ②, ③, ...' }]) +
        list('L5', [{ format: '甲, 乙, 丙, ...', after: '、' }]) +
        list('L6', [{ format: '壹, 贰, 叁, ...', after: '、' }]),
      body: ['L1', 'L2', 'L3', 'L4', 'L5', 'L6']
        .map(
          (name) =>
            items(name, [
              [1, '第一项'],
              ...(name === 'L1'
                ? [
                    [2, '下一层'],
                    [2, '下一层'],
                  ]
                : []),
              [1, '第二项'],
              [1, '第三项'],
            ]) + p(''),
        )
        .join(''),
    }),
  'odt-multilevel': () =>
    flat({
      lists: list('L1', [
        { format: '1', left: 0.8, hanging: 0.8 },
        { format: '1', shown: 2, left: 1.4, hanging: 1.4 },
        { format: '1', shown: 3, left: 2, hanging: 2 },
      ]),
      body: items('L1', [
        [1, '服务内容'],
        [2, '保洁'],
        [3, '楼道每日清扫'],
        [3, long],
        [2, '保安'],
        [1, '服务费用'],
        [2, '按季支付'],
        [3, '季度首月十日前'],
      ]),
    }),
  'odt-table-merges': () => {
    const made = grid(
      'G',
      [3, 4, 4, 5],
      row(
        cell('类别', 'table:number-rows-spanned="2"', 'M'),
        cell('指标', 'table:number-columns-spanned="2"', 'S'),
        covered,
        cell('备注', 'table:number-rows-spanned="2"', 'M'),
      ) +
        row(covered, cell('基期', '', 'S'), cell('目标', '', 'S'), covered) +
        row(cell('时限'), cell('15日'), cell('10日'), cell(long)) +
        row(cell('质量'), cell('95%'), cell('98%'), cell('')),
    );
    return flat({
      styles:
        made.styles +
        boxed +
        border('M', 'fo:border="1.5pt solid #1f3864" style:vertical-align="middle" fo:background-color="#deeaf6"') +
        border('S', 'fo:border="0.5pt solid #000000" fo:background-color="#f2f2f2" style:vertical-align="bottom"'),
      body: p('表一') + made.body + p(''),
    });
  },
  'odt-nested-table': () => {
    const inner = grid(
      'I',
      [2, 3],
      row(cell('期次'), cell('金额（元）')) + row(cell('首期'), cell('30,000.00')),
      'left',
    );
    const outer = grid(
      'O',
      [4, 11],
      row(cell('付款'), cell(p('分两期：') + inner.body + p('以发票为准。'))) + row(cell('说明'), cell(long)),
    );
    return flat({ styles: inner.styles + outer.styles + boxed, body: outer.body + p('') });
  },
  'odt-notes': () =>
    flat({
      styles: titleStyle,
      body:
        p('情况说明', 'T') +
        p(
          `本次征收范围${note('n1', '1', 'footnote', '以区自然资源局公布的红线图为准。')}内共有房屋四十二户${note('n2', 'i', 'endnote', '不含临时建筑。')}。`,
        ) +
        p(`${long}${note('n3', '2', 'footnote', long)}`),
    }),
  'odt-tracked': () =>
    flat({
      body:
        `<text:tracked-changes>${change('c1', 'insertion', '李明', '2026-11-05T10:00:00')}${change('c2', 'deletion', '李明', '2026-11-05T10:01:00', p('二十'))}${change('c3', 'insertion', '王芳', '2026-11-06T16:20:00')}</text:tracked-changes>` +
        p(
          '房屋租赁期限为<text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>五<text:change-end text:change-id="c1"/>年，期满后另行公开招租。',
        ) +
        p(
          '租金每季度支付一次<text:change-start text:change-id="c3"/>，于每季度首月五日前支付<text:change-end text:change-id="c3"/>。',
        ) +
        p(
          '押金<office:annotation office:name="a1"><dc:creator>王芳</dc:creator><dc:date>2026-11-06T16:30:00</dc:date><text:p>押金数额请补充。</text:p></office:annotation>另行约定<office:annotation-end office:name="a1"/>。',
        ),
    }),
  'odt-frame': () =>
    flat({
      styles: `<style:style style:name="F" style:family="graphic"><style:graphic-properties fo:border="1pt solid #c00000" fo:padding="0.2cm" fo:background-color="#fff2cc" style:wrap="none" style:horizontal-pos="center" style:horizontal-rel="paragraph" style:vertical-pos="top" style:vertical-rel="paragraph"/></style:style>${paragraphStyle('K', 'fo:text-align="center"')}`,
      body:
        p('文本框之前。') +
        p(
          `<draw:frame draw:style-name="F" draw:name="box" text:anchor-type="paragraph" svg:width="7cm" draw:z-index="0"><draw:text-box fo:min-height="2cm">${p('受理窗口：一层东侧', 'K')}${p('咨询时间：工作日九时至十七时')}</draw:text-box></draw:frame>${long}`,
        ) +
        p('文本框之后。'),
    }),
  'odt-tabs': () =>
    flat({
      styles:
        titleStyle +
        paragraphStyle(
          'D',
          '',
          '',
          '<style:tab-stops><style:tab-stop style:position="15.9cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>',
        ) +
        paragraphStyle(
          'L',
          '',
          '',
          '<style:tab-stops><style:tab-stop style:position="3cm"/><style:tab-stop style:position="9cm" style:type="center"/><style:tab-stop style:position="15cm" style:type="right" style:leader-style="solid" style:leader-text="_"/></style:tab-stops>',
        ),
      body:
        p('目录', 'T') +
        p('一、采购需求<text:tab/>1', 'D') +
        p('二、合同草案<text:tab/>7', 'D') +
        p('左起<text:tab/>三厘米<text:tab/>居中<text:tab/>右端', 'L') +
        p('姓名<text:tab/>王芳<text:tab/>处室<text:tab/>法规科', 'L'),
    }),
  'odt-header-footer': () =>
    flat({
      styles:
        titleStyle +
        bodyStyle +
        paragraphStyle(
          'HD',
          'fo:text-align="center" fo:border-bottom="0.5pt solid #000000" fo:padding-bottom="0.05cm"',
          size(9),
        ) +
        paragraphStyle('FT', 'fo:text-align="center"', size(10.5)) +
        paragraphStyle('BR', 'fo:break-before="page"'),
      master: `<style:header>${p('青麓区城市更新项目征收补偿方案', 'HD')}</style:header><style:footer>${p('第 <text:page-number text:select-page="current">1</text:page-number> 页 共 <text:page-count>2</text:page-count> 页', 'FT')}</style:footer>`,
      body: p('征收补偿方案', 'T') + p(long, 'B') + p('第二页。', 'BR') + p(long, 'B'),
    }),
  'odt-paragraphs': () =>
    flat({
      styles: [
        paragraphStyle('J', 'fo:text-align="justify"'),
        paragraphStyle('X', 'fo:text-align="justify" fo:text-align-last="justify"'),
        paragraphStyle('H', 'fo:margin-left="1.2cm" fo:text-indent="-1.2cm"'),
        paragraphStyle('S', 'fo:line-height="150%" fo:margin-top="0.3cm" fo:margin-bottom="0.3cm"'),
        paragraphStyle('E', 'fo:border="1pt solid #2e74b5" fo:padding="0.15cm" fo:background-color="#deeaf6"'),
        paragraphStyle(
          'V',
          'fo:margin-left="2cm" fo:margin-right="2cm"',
          'fo:font-style="italic" style:font-style-asian="italic"',
        ),
        paragraphStyle('A', 'style:line-height-at-least="1cm"'),
      ].join(''),
      body:
        p(`两端对齐。${long}`, 'J') +
        p('末行撑满', 'X') +
        p(`悬挂。${long}`, 'H') +
        p(`一点五倍行距。${long}`, 'S') +
        p(`边框与底纹。${long}`, 'E') +
        p(`左右缩进。${long}`, 'V') +
        p('至少一厘米行高。', 'A'),
    }),
  'odt-characters': () =>
    flat({
      styles: [
        textStyle('b', bold),
        textStyle('i', 'fo:font-style="italic" style:font-style-asian="italic"'),
        textStyle('u', 'style:text-underline-style="solid" style:text-underline-width="auto"'),
        textStyle('d', 'style:text-underline-style="solid" style:text-underline-type="double"'),
        textStyle('w', 'style:text-underline-style="wave"'),
        textStyle('s', 'style:text-line-through-style="solid"'),
        textStyle('c', 'fo:color="#2e74b5"'),
        textStyle('h', 'fo:background-color="#ffff00"'),
        textStyle('up', 'style:text-position="super 58%"'),
        textStyle('dn', 'style:text-position="sub 58%"'),
        textStyle('k', `${face('楷体')} ${size(18)}`),
        textStyle('g', `${face('黑体')} ${size(18)}`),
        textStyle('l', 'fo:letter-spacing="0.2cm"'),
      ].join(''),
      body:
        p(
          [
            ['加粗', 'b'],
            ['倾斜', 'i'],
            ['下划线', 'u'],
            ['双线', 'd'],
            ['波浪', 'w'],
            ['删除', 's'],
            ['蓝字', 'c'],
            ['黄底', 'h'],
          ]
            .map(([text, style]) => `${span(text, style)}、`)
            .join(''),
        ) +
        p(`面积120m${span('2', 'up')}，CO${span('2', 'dn')}；${span('加宽字距', 'l')}`) +
        p(`${span('楷体十八磅 Kai 2026', 'k')}${span('黑体十八磅 Hei 2026', 'g')}`),
    }),
  'odt-sections': () =>
    flat({
      styles:
        '<style:style style:name="SC" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"><style:column style:rel-width="1*" fo:start-indent="0cm" fo:end-indent="0.4cm"/><style:column style:rel-width="1*" fo:start-indent="0.4cm" fo:end-indent="0cm"/></style:columns></style:section-properties></style:style>',
      body:
        p('通栏的开头。') +
        `<text:section text:style-name="SC" text:name="two">${p(long)}${p(long)}${p(long)}</text:section>` +
        p('通栏的结尾。'),
    }),
};
