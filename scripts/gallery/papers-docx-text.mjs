// Papers of the gallery about numbers, characters and paragraphs.
import { AlignmentType, LevelFormat, LevelSuffix, LineRuleType, ShadingType, UnderlineType } from 'docx';
import { song, hei, fangsong, kai, run, para, title, body, level, numbered, long, paper, line } from './docx-parts.mjs';

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

export const textPapers = {
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
};
