/**
 * The opinion paper as a Word file in the official layout of GB/T 9704-2012: A4, margins 37/35/28/26
 * mm, 3号 仿宋, 22 lines of 28 characters, titles in 2号 小标宋, page numbers on the outer side. The
 * clause table follows on a landscape page of its own.
 */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { IParagraphOptions, ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { ClauseTable, OpinionPaper, PaperBlock } from '../opinion/paper.ts';

/** Twips per millimetre and per point. */
const mm = 1440 / 25.4;
const pt = 20;

/** Sizes in half points, as Word counts: 2号 22 pt, 3号 16 pt, 4号 14 pt, 5号 10.5 pt. */
const size = { two: 44, three: 32, four: 28, five: 21 } as const;

const western = 'Times New Roman';
const family = (eastAsia: string) => ({ ascii: western, hAnsi: western, cs: western, eastAsia });
const fonts = {
  body: family('仿宋_GB2312'),
  title: family('方正小标宋简体'),
  heading: family('黑体'),
  second: family('楷体_GB2312'),
  number: { ...family('宋体'), ascii: '宋体', hAnsi: '宋体' },
};

/** What stands in for a font that a machine lacks; WPS and Word read it from the font table. */
const substitutes: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,STFangsong,Noto Serif CJK SC',
  楷体_GB2312: '楷体,KaiTi,STKaiti,Noto Serif CJK SC',
  方正小标宋简体: '小标宋,宋体,SimSun,Noto Serif CJK SC',
  黑体: 'SimHei,STHeiti,Noto Sans CJK SC',
  宋体: 'SimSun,STSong,Noto Serif CJK SC',
};

/**
 * 22 lines in 225 mm, and 28 characters in 156 mm: 16 pt characters a quarter point closer. Spacing
 * does it, because programs disagree on what a character grid measures.
 */
const linePitch = Math.round((225 * mm) / 22);
const closer = -5;

const line = { line: linePitch, lineRule: LineRuleType.EXACT };
const twoCharacters = { firstLine: size.three * pt, firstLineChars: 200 };

/** Who and when, for the document's properties; the clock is the caller's. `at` is ISO 8601. */
export type Stamp = Readonly<{ author: string; at: string }>;

/** The parts of the docx, ready to be zipped: the same paper and stamp give the same bytes. */
export async function opinionParts(paper: OpinionPaper, stamp: Stamp): Promise<ReadonlyMap<string, Uint8Array>> {
  const document = new Document({
    title: paper.name,
    creator: stamp.author,
    lastModifiedBy: stamp.author,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: size.three } } } },
    sections: [bodySection(paper.blocks), ...(paper.table ? [tableSection(paper.table)] : [])],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, settled(name, bytes, stamp)]));
}

/** The library writes the moment of packing and no substitutes for fonts; both are set here. */
function settled(name: string, bytes: Uint8Array, stamp: Stamp): Uint8Array {
  if (name === 'docProps/core.xml') {
    const at = stamp.at.replace(/\.\d+Z$/u, 'Z');
    return strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${at}`));
  }
  if (name === 'word/fontTable.xml') {
    const entries = Object.entries(substitutes)
      .map(
        ([font, other]) =>
          `<w:font w:name="${font}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${font === '黑体' ? 'swiss' : 'roman'}"/></w:font>`,
      )
      .join('');
    const xml = strFromU8(bytes);
    return strToU8(
      xml.includes('</w:fonts>')
        ? xml.replace('</w:fonts>', `${entries}</w:fonts>`)
        : xml.replace(/<w:fonts([^>]*)\/>/u, `<w:fonts$1>${entries}</w:fonts>`),
    );
  }
  return bytes;
}

function bodySection(blocks: readonly PaperBlock[]): ISectionOptions {
  const lastTitle = blocks.findLast((block) => block.kind === 'title');
  return {
    properties: {
      page: {
        size: { width: Math.round(210 * mm), height: Math.round(297 * mm) },
        margin: {
          top: Math.round(37 * mm),
          bottom: Math.round(35 * mm),
          left: Math.round(28 * mm),
          right: Math.round(26 * mm),
          footer: Math.round(24 * mm),
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch },
    },
    footers: pageNumbers(),
    // What stands before the signature goes with it: no signature on a page of its own (7.3.5.6).
    children: blocks.flatMap((block, at) =>
      drawBlock(block, {
        lastTitle: block === lastTitle,
        keepNext: blocks.slice(at + 1).every(({ kind }) => kind === 'annex-note' || kind === 'signature'),
      }),
    ),
  };
}

function drawBlock(
  block: PaperBlock,
  { lastTitle, keepNext }: Readonly<{ lastTitle: boolean; keepNext: boolean }>,
): Paragraph[] {
  switch (block.kind) {
    case 'title':
      return [
        paragraph(block.text, fonts.title, size.two, {
          alignment: AlignmentType.CENTER,
          spacing: { ...line, after: lastTitle ? linePitch / 2 : 0 },
        }),
      ];
    case 'number':
      return [
        paragraph(block.text, fonts.body, size.three, {
          alignment: AlignmentType.CENTER,
          spacing: { ...line, after: linePitch },
        }),
      ];
    case 'addressee':
      return [paragraph(block.text, fonts.body, size.three, { spacing: line })];
    case 'heading':
      return [
        paragraph(block.text, block.level === 1 ? fonts.heading : fonts.second, size.three, {
          spacing: line,
          indent: twoCharacters,
          keepNext: true,
        }),
      ];
    case 'paragraph':
    case 'item':
      return [paragraph(block.text, fonts.body, size.three, { ...flowing(block.text), keepNext })];
    case 'annex-note':
      return [
        paragraph(block.text, fonts.body, size.three, {
          ...flowing(block.text),
          spacing: { ...line, before: linePitch },
          keepNext,
        }),
      ];
    case 'signature':
      return signature(block.office, block.date);
  }
}

/** Justified, unless a long word without a break would tear the line before it apart. */
function flowing(text: string): IParagraphOptions {
  const alignment = /[\u0021-\u007E…]{14,}/u.test(text) ? AlignmentType.LEFT : AlignmentType.JUSTIFIED;
  return { alignment, spacing: line, indent: twoCharacters };
}

function paragraph(text: string, font: typeof fonts.body, half: number, options: IParagraphOptions): Paragraph {
  const spacing = half === size.three ? { characterSpacing: closer } : {};
  return new Paragraph({ ...options, children: [new TextRun({ text, font, size: half, ...spacing })] });
}

/** The date stands four characters from the right edge; the office is centred over it (7.3.5). */
function signature(office: string, date: string): Paragraph[] {
  const body = size.three / 2;
  const width = (text: string): number =>
    [...text].reduce((sum, char) => sum + (/[\u0020-\u007E]/u.test(char) ? body / 2 : body), 0);
  const dateIndent = 4 * body;
  const officeIndent = Math.max(0, dateIndent - (width(office) - width(date)) / 2);
  const right = (text: string, indent: number, before: number): Paragraph =>
    paragraph(text, fonts.body, size.three, {
      alignment: AlignmentType.RIGHT,
      spacing: { ...line, before },
      indent: { right: Math.round(indent * pt) },
      keepNext: before > 0,
    });
  return [
    ...(office ? [right(office, officeIndent, 2 * linePitch)] : []),
    ...(date ? [right(date, dateIndent, office ? 0 : 2 * linePitch)] : []),
  ];
}

/** 4号 宋体 with a dash on each side: odd pages right, even pages left, one character from the edge (7.5). */
function pageNumbers(): NonNullable<ISectionOptions['footers']> {
  return { default: pageNumber('right'), even: pageNumber('left') };
}

function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: (size.four / 2) * pt },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.number, size: size.four })],
      }),
    ],
  });
}

/** Column widths on the landscape page: 247 mm in all. */
const columnWidths = [25, 56, 54, 36, 53, 23].map((width) => Math.round(width * mm));

function tableSection(table: ClauseTable): ISectionOptions {
  const side = Math.round(25 * mm);
  return {
    properties: {
      page: {
        // Width and height as for portrait: the library swaps them for landscape.
        size: { width: Math.round(210 * mm), height: Math.round(297 * mm), orientation: PageOrientation.LANDSCAPE },
        margin: { top: Math.round(28 * mm), bottom: Math.round(26 * mm), left: side, right: side },
      },
    },
    footers: pageNumbers(),
    children: [
      paragraph('附件', fonts.heading, size.three, { spacing: line }),
      paragraph(table.title, fonts.title, size.two, {
        alignment: AlignmentType.CENTER,
        spacing: { ...line, after: 10 * pt },
      }),
      new Table({
        width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnWidths,
        alignment: AlignmentType.CENTER,
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: table.columns.map((text, at) => cell(text, at, true)),
          }),
          // A row stays on one page as long as it can.
          ...table.rows.map(
            (row) => new TableRow({ cantSplit: true, children: row.cells.map((text, at) => cell(text, at, false)) }),
          ),
        ],
      }),
    ],
  };
}

function cell(text: string, column: number, header: boolean): TableCell {
  const centred = header || column === 0 || column === 5;
  return new TableCell({
    width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
    verticalAlign: header ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    margins: { top: 3 * pt, bottom: 3 * pt, left: 5 * pt, right: 5 * pt },
    children: [
      paragraph(text, header ? fonts.heading : fonts.body, size.five, {
        alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 16 * pt, lineRule: LineRuleType.AT_LEAST },
      }),
    ],
  });
}
