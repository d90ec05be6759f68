/** How a docx looks: what its properties become in the tables of formats. */
import { describe, expect, it } from 'vitest';
import type { CharacterFormat, Document, Padding, Paragraph, ParagraphFormat } from '../../../shared/document/model.ts';
import { paragraphsIn } from '../../../shared/document/walk.ts';
import { normalise } from '../../../shared/import/normalise.ts';
import { docxOf, rootAttributes, run, side } from '../../../tests/support/docx.ts';
import { readDocxFile } from './docx.ts';

function read(body: string, numbering?: string): Document {
  const part =
    numbering === undefined ? [] : [side('numbering', `<w:numbering ${rootAttributes()}>${numbering}</w:numbering>`)];
  return normalise(readDocxFile(docxOf({ body: `${body}<w:sectPr/>`, parts: part })).raw);
}

function first(document: Document): Paragraph {
  const paragraph = paragraphsIn(document.body)[0];
  if (!paragraph) throw new Error('no paragraph');
  return paragraph;
}

describe('characters', () => {
  it.each<[string, CharacterFormat]>([
    ['<w:u w:val="single" w:color="FF0000"/>', { underline: 'single', underlineColour: '#ff0000' }],
    ['<w:u w:val="wave" w:color="auto"/>', { underline: 'wave' }],
    ['<w:u w:val="none" w:color="FF0000"/>', {}],
    ['<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>', { border: true }],
    ['<w:bdr w:val="nil"/>', {}],
    ['<w:em w:val="dot"/>', { emphasis: true }],
    ['<w:em w:val="none"/>', {}],
  ])('%s', (properties, expected) => {
    const document = read(`<w:p>${run('乙方', properties)}</w:p>`);
    expect(document.characterFormats[first(document).runs[0]?.format ?? -1]).toEqual(expected);
  });
});

describe('paragraphs', () => {
  it.each<[string, ParagraphFormat]>([
    [
      '<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="6" w:color="FF0000"/></w:pBdr>',
      { borders: { bottom: { style: 'single', width: 3, colour: '#ff0000', space: 6 } } },
    ],
    [
      '<w:pBdr><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:pBdr>',
      { borders: { top: { style: 'single', width: 0.5, colour: '#000000' } } },
    ],
  ])('%s', (properties, expected) => {
    const document = read(`<w:p><w:pPr>${properties}</w:pPr>${run('乙方')}</w:p>`);
    expect(document.paragraphFormats[first(document).format]).toEqual(expected);
  });
});

describe('cells', () => {
  const width = (edge: string, value: number): string => `<w:${edge} w:w="${value}" w:type="dxa"/>`;
  const table = (margins: string, own: string): string =>
    `<w:tbl><w:tblPr><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="2400"/></w:tblGrid>` +
    `<w:tr><w:tc><w:tcPr><w:tcMar>${own}</w:tcMar></w:tcPr><w:p>${run('乙方')}</w:p></w:tc></w:tr></w:tbl>`;

  it.each<[string, string, Padding | undefined]>([
    [width('top', 40) + width('left', 100), '', { top: 2, left: 5 }],
    [width('start', 100), width('left', 60) + width('end', 80), { left: 3, right: 4 }],
    ['<w:left w:w="50" w:type="pct"/>', '', undefined],
    ['', '', undefined],
  ])('keep the space that %s and %s say', (margins, own, expected) => {
    const [block] = read(table(margins, own)).body;
    expect(block?.kind === 'table' && block.rows[0]?.cells[0]?.padding).toEqual(expected);
  });
});

describe('sections', () => {
  it.each([
    ['<w:cols w:num="2" w:space="400"/>', 2, 20],
    ['<w:cols w:num="3"/>', 3, 36],
    ['', 1, 36],
  ])('%s', (columns, count, gap) => {
    const { sections } = normalise(readDocxFile(docxOf({ body: `<w:p/><w:sectPr>${columns}</w:sectPr>` })).raw);
    expect([sections[0]?.columns, sections[0]?.columnGap]).toEqual([count, gap]);
  });
});

describe('automatic numbers', () => {
  const listed = (level: string, mark = ''): Document =>
    read(
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr></w:pPr>${run('乙方')}</w:p>`,
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>${level}</w:lvl></w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    );
  const decimal = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>';

  it.each<[string, Document, CharacterFormat, string]>([
    ['go to the next stop where nothing is said', listed(decimal), {}, 'tab'],
    ['keep a space', listed(`<w:suff w:val="space"/>${decimal}`), {}, 'space'],
    ['touch their text', listed(`<w:suff w:val="nothing"/>${decimal}`), {}, 'nothing'],
    ['look as the paragraph mark does', listed(decimal, '<w:sz w:val="32"/>'), { size: 16 }, 'tab'],
    [
      'look as their level says above all',
      listed(`${decimal}<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>`, '<w:i/><w:sz w:val="32"/><w:u w:val="single"/>'),
      { size: 14, bold: true, italic: true },
      'tab',
    ],
    [
      'of a bullet leave its symbol font, being shown as the sign it means',
      listed(
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="\uF0B7"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>',
      ),
      {},
      'tab',
    ],
  ])('%s', (_, document, look, follow) => {
    const { labelLook } = first(document);
    expect(document.characterFormats[labelLook?.format ?? -1]).toEqual(look);
    expect(labelLook?.follow).toBe(follow);
  });
});
