/** What a docx holds beside its running text, each in a small document of its own. */
import { describe, expect, it } from 'vitest';
import type { Block, Document, Story } from '../../../shared/document/model.ts';
import { paragraphsIn, tablesIn } from '../../../shared/document/walk.ts';
import { normalise } from '../../../shared/import/normalise.ts';
import {
  type Package,
  docxOf,
  paragraph,
  rootAttributes,
  run,
  side,
  table,
  wordNamespace,
} from '../../../tests/support/docx.ts';
import { readDocxFile } from './docx.ts';

function read(source: Package): Document {
  return normalise(readDocxFile(docxOf(source)).raw);
}

function texts(blocks: readonly Block[]): string[] {
  return paragraphsIn(blocks).map(({ text }) => text);
}

function stories(list: readonly Story[]): [string | null, string[]][] {
  return list.map(({ role, blocks }) => [role, texts(blocks)]);
}

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('headers and footers', () => {
  const part = (kind: 'header' | 'footer', number: number, content: string) => {
    const name = kind === 'header' ? 'hdr' : 'ftr';
    return side(kind, `<w:${name} ${rootAttributes()}>${content}</w:${name}>`, `${kind}${number}.xml`);
  };
  const document = read({
    parts: [
      part('header', 1, paragraph('云州市临河区人民政府文件')),
      part('header', 2, paragraph('首页页眉') + table(['密级', '内部'])),
      part('footer', 1, paragraph('第', field('PAGE', run('3')), '页')),
    ],
    body:
      `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId1"/>` +
      `<w:headerReference w:type="first" r:id="rId2"/><w:titlePg/></w:sectPr></w:pPr>${run('第一节正文')}</w:p>` +
      `${paragraph('第二节正文')}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>` +
      '<w:footerReference w:type="even" r:id="rId3"/></w:sectPr>',
  });

  it('are stories of their own, each part once, with their roles', () => {
    expect(stories(document.headers)).toEqual([
      ['default', ['云州市临河区人民政府文件']],
      ['first', ['首页页眉', '密级', '内部']],
    ]);
    expect(stories(document.footers)).toEqual([['even', ['第3页']]]);
  });

  it('are not text of the body', () => expect(texts(document.body)).toEqual(['第一节正文', '第二节正文']));

  it('say what their part is missing, and the rest opens', () => {
    const lame = read({
      body: `${paragraph('正文')}<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>`,
    });
    expect(lame.headers).toEqual([]);
    expect(lame.notices.map(({ kind }) => kind)).toContain('missing-part');
  });
});

describe('notes', () => {
  const reference = (kind: 'footnote' | 'endnote', id: number, more = ''): string =>
    `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
  const note = (id: number, text: string, type = ''): string =>
    `<w:footnote w:id="${id}"${type}>${paragraph('<w:r><w:footnoteRef/></w:r>', text)}</w:footnote>`;
  const footnotes =
    `<w:footnotes ${rootAttributes()}>${note(-1, '线', ' w:type="separator"')}` +
    `${note(2, '后引先写')}${note(5, '先引后写')}${note(7, '已删去的脚注')}${note(9, '无人引用')}</w:footnotes>`;
  const endnotes = `<w:endnotes ${rootAttributes()}><w:endnote w:id="3">${paragraph('尾注一')}${paragraph('又一段')}</w:endnote></w:endnotes>`;
  const document = read({
    parts: [
      side('footnotes', footnotes),
      {
        ...side('footnotes', endnotes, 'endnotes.xml'),
        relationship: 'endnotes',
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml',
      },
    ],
    body:
      paragraph(
        '租金',
        reference('footnote', 5),
        `<w:del w:id="1" w:author="李明" w:date="2026-03-01T09:00:00Z">${reference('footnote', 7)}</w:del>`,
        '押金',
        reference('footnote', 2),
        '期限',
        reference('endnote', 3),
      ) + '<w:sectPr/>',
  });

  it('stand in the order of their references, numbered as displayed', () => {
    expect(document.notes.map(({ kind, label, blocks }) => [kind, label, texts(blocks)])).toEqual([
      ['footnote', '1', ['先引后写']],
      ['footnote', '', ['已删去的脚注']],
      ['footnote', '2', ['后引先写']],
      ['endnote', 'i', ['尾注一', '又一段']],
    ]);
  });

  it('are one sign each in the text', () => {
    const [body] = paragraphsIn(document.body);
    expect(body?.text).toBe('租金\uFFFC押金\uFFFC期限\uFFFC');
    expect(body?.objects.map((object) => (object.kind === 'note' ? object.label : object.kind))).toEqual([
      '1',
      '2',
      'i',
    ]);
  });
});

describe('text boxes', () => {
  const shape = (content: string): string =>
    '<w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><a:graphic><a:graphicData ' +
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>' +
    `${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const old = (content: string): string =>
    `<w:pict><v:shape style="width:99pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  const both = (content: string): string =>
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
    `<mc:Choice Requires="wps">${shape(content)}</mc:Choice><mc:Fallback>${old(content)}</mc:Fallback></mc:AlternateContent></w:r>`;

  it.each([
    ['in DrawingML', `<w:r>${shape(paragraph('合同专用章'))}</w:r>`],
    ['in VML', `<w:r>${old(paragraph('合同专用章'))}</w:r>`],
    ['in both, of which one counts', both(paragraph('合同专用章'))],
  ])('%s', (_, box) => {
    const document = read({ body: paragraph('盖章', box, '处') + '<w:sectPr/>' });
    expect(texts(document.body)).toEqual(['盖章\uFFFC处']);
    expect(document.textBoxes.map(({ blocks }) => texts(blocks))).toEqual([['合同专用章']]);
  });

  it('in a cell, with a table inside', () => {
    const box = `<w:r>${shape(table(['品名', '单价']) + paragraph('以上含税'))}</w:r>`;
    const document = read({ body: table(['附图', paragraph('见', box)]) + paragraph('') + '<w:sectPr/>' });
    expect(texts(document.body)).toEqual(['附图', '见\uFFFC', '']);
    expect(document.textBoxes.map(({ blocks }) => texts(blocks))).toEqual([['品名', '单价', '以上含税']]);
  });

  it('in a header', () => {
    const header = `<w:hdr ${rootAttributes()}>${paragraph('页眉', `<w:r>${old(paragraph('密级：内部'))}</w:r>`)}</w:hdr>`;
    const document = read({
      parts: [side('header', header, 'header1.xml')],
      body: `${paragraph('正文')}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`,
    });
    expect(stories(document.headers)).toEqual([['default', ['页眉\uFFFC']]]);
    expect(document.textBoxes.map(({ blocks }) => texts(blocks))).toEqual([['密级：内部']]);
  });
});

describe('fields', () => {
  it.each([
    ['show their result alone', field('REF 第二条 \\h', run('第二条')), '依照第二条办理'],
    ['nested, show the outer result', field(`IF ${field('PAGE', run('1'))} = 1`, run('首页')), '依照首页办理'],
    ['inside a result, show theirs', field('TOC', `${run('目录')}${field('PAGEREF a1', run('7'))}`), '依照目录7办理'],
    ['that are simple', `<w:fldSimple w:instr=" DATE ">${run('今日')}</w:fldSimple>`, '依照今日办理'],
    [
      'without a result',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>XE 词</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
      '依照办理',
    ],
  ])('%s', (_, content, wanted) => {
    expect(texts(read({ body: paragraph('依照', content, '办理') + '<w:sectPr/>' }).body)).toEqual([wanted]);
  });
});

describe('numbering', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}` +
    `${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%2.%3')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>' +
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>';
  const item = (at: number, list = 1): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run('文')}</w:p>`;

  it('is counted over levels, begins again below, and follows overrides', () => {
    const places: [number, number?][] = [[0], [1], [1], [2], [0], [1], [0, 2], [0, 2]];
    const body = places.map(([at, list]) => item(at, list)).join('');
    const document = read({ parts: [side('numbering', numbering)], body: `${body}<w:sectPr/>` });
    expect(paragraphsIn(document.body).map(({ label }) => label)).toEqual([
      '第一条',
      '（一）',
      '（二）',
      '二.1',
      '第二条',
      '（一）',
      '第十一条',
      '第十二条',
    ]);
  });
});

it('tables stand in tables', () => {
  const inner = table(['内层甲', '内层乙']) + paragraph('');
  const document = read({ body: table([inner, '外层']) + paragraph('') + '<w:sectPr/>' });
  expect(texts(document.body)).toEqual(['内层甲', '内层乙', '', '外层', '']);
  expect(tablesIn(document.body)).toHaveLength(2);
});
