/** Places at which a comment may have to stand, each in a document of its own. */
import { type Package, docxOf, paragraph, rootAttributes, run, side, table } from './docx.ts';

export type AnnotatedCase = Readonly<{
  name: string;
  source: Package;
  /** The range begins where this text does, and ends after `to`, which may stand in a later paragraph. */
  from: string;
  to: string;
  /** All that is commented, paragraphs joined. */
  quote: string;
  /** What the marks must enclose when they cannot stand at the quote. */
  standsAt?: string;
}>;

const end = '<w:sectPr/>';
const title = paragraph('青麓区仓储设施租赁合同');
const red = '<w:color w:val="C00000"/>';

const changed = (kind: 'ins' | 'del', content: string): string =>
  `<w:${kind} w:id="90" w:author="李明" w:date="2026-03-01T09:00:00Z">${content}</w:${kind}>`;
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (content: string): string =>
  `<w:sdt><w:sdtPr><w:id w:val="7"/><w:richText/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const textBox = (content: string): string =>
  '<w:r><w:pict><v:shape id="box" style="width:200pt;height:60pt"><v:textbox>' +
  `<w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

const list =
  `<w:numbering ${rootAttributes()}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
  '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
const numbered = (text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;

const header = `<w:hdr ${rootAttributes()}>${paragraph('内部资料 注意保存')}</w:hdr>`;
const notes =
  `<w:footnotes ${rootAttributes()}><w:footnote w:id="2">` +
  `${paragraph('<w:r><w:footnoteRef/></w:r>', '仓储面积以实测为准。')}</w:footnote></w:footnotes>`;
const tracking = `<w:settings ${rootAttributes()}><w:trackRevisions/></w:settings>`;

const at = (name: string, body: string, from: string, to = from, more: Partial<AnnotatedCase> = {}): AnnotatedCase => ({
  name,
  source: { body: title + body + end },
  from,
  to,
  quote: from,
  ...more,
});

export const annotatedCases: readonly AnnotatedCase[] = [
  at('in the midst of a run', paragraph('租金每年六万元，按季支付。'), '六万元'),
  at(
    'over run borders',
    paragraph(run('租金每年六'), run('万元', red), run('，按季支付。')),
    '年六万元，按',
    undefined,
  ),
  at('a whole paragraph', paragraph('违约金为每日千分之五。'), '违约金为每日千分之五。'),
  at(
    'inside a link',
    paragraph('详见', `<w:hyperlink w:anchor="a1">${run('临河区价目表')}</w:hyperlink>`, '。'),
    '价目',
  ),
  at(
    'from before a link into it',
    paragraph('详见', `<w:hyperlink w:anchor="a1">${run('临河区价目表')}</w:hyperlink>`, '。'),
    '见临河',
  ),
  at(
    'inside the result of a field',
    paragraph('依照', field('HYPERLINK "https://example.cn/"', run('合同第五条')), '执行。'),
    '第五',
  ),
  at(
    'in a simple field',
    paragraph(`<w:fldSimple w:instr=" DOCPROPERTY 编号 ">${run('合同第五条')}</w:fldSimple>`, '。'),
    '第五',
  ),
  at("inside another's insertion", paragraph('租期', changed('ins', run('三十年')), '。'), '十年'),
  at("into another's insertion", paragraph('租期', changed('ins', run('三十年')), '。'), '期三十'),
  at(
    'over a deletion',
    paragraph('租期', changed('del', '<w:r><w:delText>二</w:delText></w:r>'), run('三十年。')),
    '租期三十',
  ),
  at('while changes are tracked', paragraph('租期三十年。'), '三十年', undefined, {
    source: { body: title + paragraph('租期三十年。') + end, parts: [side('settings', tracking)] },
  }),
  at('in a table cell', table(['品名', '单价'], ['货架', '八百元']), '八百'),
  at('over cells', table(['品名', '单价'], ['货架', '八百元']), '单价', '八百', { quote: '单价货架八百' }),
  at('in a nested table', table([`${table(['内层甲', '内层乙'])}${paragraph('外层')}`, '旁格']), '内层乙'),
  at(
    'from a paragraph into a table',
    paragraph('付款如下：') + table(['首付', '三成'], ['尾款', '七成']),
    '如下',
    '三成',
    { quote: '如下：首付三成' },
  ),
  at('over paragraphs', paragraph('甲方付款。') + paragraph('') + paragraph('乙方开票。'), '付款', '乙方', {
    quote: '付款。乙方',
  }),
  at('in a list item', numbered('租期三十年。') + numbered('押金一万元。'), '一万', undefined, {
    source: {
      body: title + numbered('租期三十年。') + numbered('押金一万元。') + end,
      parts: [side('numbering', list)],
    },
  }),
  at('at a character of two units', paragraph('承租人𠮷田𠀀物流有限公司。'), '𠮷田𠀀'),
  at(
    'over a tab and a line break',
    paragraph('<w:r><w:t>甲方</w:t><w:tab/><w:t>乙方</w:t><w:br/><w:t>丙方</w:t></w:r>'),
    '方\t乙方\n丙',
  ),
  at('after a tab in one run', paragraph('<w:r><w:t>甲方</w:t><w:tab/><w:t>乙方</w:t></w:r>'), '乙'),
  at('beside white space that counts', paragraph(run('甲方  付款 后 交付')), ' 付款 '),
  at('among entities', paragraph('甲&amp;乙&lt;丙&#x4E01;戊'), '&乙<丙丁'),
  at('in a content control', paragraph('承租人：', control(run('云州顺通仓储')), '。'), '顺通'),
  at('from a content control on', paragraph('承租人：', control(run('云州顺通仓储')), '（乙方）'), '仓储（乙'),
  at(
    'in a run with tracked format',
    paragraph(
      `<w:r><w:rPr><w:b/><w:rPrChange w:id="91" w:author="李明" w:date="2026-03-01T09:00:00Z"><w:rPr/></w:rPrChange></w:rPr><w:t>租期三十年</w:t></w:r>`,
    ),
    '三十',
  ),
  at(
    'in a footnote',
    paragraph('仓储面积', '<w:r><w:footnoteReference w:id="2"/></w:r>', '五百平方米。'),
    '实测',
    undefined,
    {
      source: {
        body: title + paragraph('仓储面积', '<w:r><w:footnoteReference w:id="2"/></w:r>', '五百平方米。') + end,
        parts: [side('footnotes', notes)],
      },
    },
  ),
  at('in a header', paragraph('租期三十年。'), '注意保存', undefined, {
    source: {
      body: `${title}${paragraph('租期三十年。')}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`,
      parts: [side('header', header, 'header1.xml')],
    },
    standsAt: '青麓区仓储设施租赁合同',
  }),
  at('in a text box', paragraph('见附图', textBox(paragraph('库区平面图')), '。'), '平面', undefined, { standsAt: '' }),
  at('in strict WordprocessingML', '', '租赁', undefined, {
    source: {
      body: title + end,
      namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
      relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
    },
  }),
  at('in a document part of another name', '', '租赁', undefined, {
    source: { body: title + end, path: 'content/main2.xml' },
  }),
  at('in a macro document', '', '租赁', undefined, {
    source: {
      body: title + end,
      mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      files: { 'word/vbaProject.bin': Uint8Array.from({ length: 2048 }, (_, index) => (index * 7) % 251) },
    },
  }),
];

export function annotatedSource({ source }: AnnotatedCase): Uint8Array {
  return docxOf(source);
}
