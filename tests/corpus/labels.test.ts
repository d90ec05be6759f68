/** Automatic numbers against LibreOffice's: a list of 99 items in every format of ISO/IEC 29500-1 17.18.59. */
import { describe, expect, it } from 'vitest';
import { readDocxFile } from '../../electron/host/parse/docx.ts';
import { numberFormats } from '../../shared/import/docx/number-formats/formats.ts';
import { docxOf, rootAttributes, run, side } from '../support/docx.ts';
import { soffice } from '../support/requires.ts';
import { convertAll } from './libreoffice.ts';

/** The formats Chinese papers and contracts are numbered in: no difference is allowed, as far as they go. */
const alike: Readonly<Record<string, number>> = {
  decimal: 99,
  lowerLetter: 99,
  upperLetter: 99,
  lowerRoman: 99,
  upperRoman: 99,
  chineseCounting: 99,
  chineseCountingThousand: 99,
  chineseLegalSimplified: 99,
  ideographTraditional: 10,
};

const unknown = 'LibreOffice does not know the format and counts in figures';
const positional = 'LibreOffice joins its letters like digits (AB), the standard repeats one (BB)';
const endless = 'LibreOffice goes on to 50 where the standard goes on in figures';

/** Every other format that differs: the first number that does, its two labels, and why. */
const differences: Readonly<Record<string, readonly [first: number, ours: string, theirs: string, reason: string]>> = {
  hex: [10, 'A', '10', unknown],
  numberInDash: [1, '- 1 -', '1', unknown],
  hindiConsonants: [1, 'अ', '1', unknown],
  hindiNumbers: [1, '१', '1', unknown],
  hindiCounting: [1, 'एक', '1', unknown],
  thaiNumbers: [1, '๑', '1', unknown],
  thaiCounting: [1, 'หนึ่ง', '1', unknown],
  bahtText: [1, 'หนึ่งบาทถ้วน', '1', unknown],
  dollarText: [1, 'One and 00/100', '1', unknown],
  vietnameseCounting: [1, 'một', '1', unknown],
  japaneseDigitalTenThousand: [1, '一', '1', unknown],
  taiwaneseDigital: [1, '一', '1', unknown],
  ideographZodiacTraditional: [1, '甲子', '1', unknown],
  decimalEnclosedFullstop: [1, '⒈', '1', unknown],
  decimalEnclosedParen: [1, '⑴', '1', unknown],
  russianUpper: [30, 'АА', 'Аа', positional],
  russianLower: [31, 'бб', 'аб', positional],
  hebrew2: [24, 'בב', 'אב', positional],
  thaiLetters: [33, 'ล', 'ฤ', 'the standard leaves out U+0E24; LibreOffice counts it'],
  arabicAlpha: [28, 'ي', 'ى', 'the standard names U+064A; LibreOffice writes U+0649'],
  arabicAbjad: [1, 'أ', 'ا', 'the standard names U+0623; LibreOffice writes U+0627'],
  hindiVowels: [21, 'ऩ', 'प', 'the standard counts all of U+0915–U+0939; LibreOffice leaves out four letters'],
  decimalEnclosedCircle: [21, '21', '㉑', endless],
  decimalEnclosedCircleChinese: [11, '11', '⑪', endless],
  ideographEnclosedCircle: [1, '㈠', '①', 'LibreOffice takes it for circled figures; Word shows ㈠'],
  ideographDigital: [10, '一〇', '十', 'the standard writes digits in their places; LibreOffice counts in words'],
  japaneseLegal: [10, '壱拾', '壱零', 'the standard names the tens; LibreOffice writes digits in their places'],
  ordinal: [1, '1st', '1.', 'LibreOffice takes the language of the list to be Chinese'],
  cardinalText: [1, 'One', '一', 'LibreOffice takes the language of the list to be Chinese'],
  ordinalText: [1, 'First', '第一', 'LibreOffice takes the language of the list to be Chinese'],
};

const count = 99;
/** Ends a label in the printed text; no format counts with it. */
const sign = '｜';
const formats = Object.keys(numberFormats).filter((format) => format !== 'none' && format !== 'bullet');

function lists(): Uint8Array {
  const levels = formats.map(
    (format, at) =>
      `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
      `<w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>`,
  );
  const instances = formats.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`);
  const item = (format: string, at: number): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${at + 1}"/></w:numPr></w:pPr>${run(sign + format)}</w:p>`;
  const numbering = [...levels, ...instances].join('');
  return docxOf({
    body: formats.map((format, at) => item(format, at).repeat(count)).join(''),
    parts: [side('numbering', `<w:numbering ${rootAttributes()}>${numbering}</w:numbering>`)],
  });
}

function ours(bytes: Uint8Array): Map<string, string[]> {
  const labels = new Map<string, string[]>(formats.map((format) => [format, []]));
  for (const block of readDocxFile(bytes).raw.body) {
    const piece = block.kind === 'paragraph' ? block.pieces[0] : undefined;
    if (block.kind === 'paragraph' && piece?.kind === 'text') labels.get(piece.text.slice(1))?.push(block.label ?? '');
  }
  return labels;
}

function theirs(bytes: Uint8Array): Map<string, string[]> {
  const labels = new Map<string, string[]>(formats.map((format) => [format, []]));
  const [text] = convertAll(soffice ?? '', [{ name: 'labels.docx', bytes }], { filter: 'txt:Text', ending: 'txt' });
  for (const line of (text ?? '').split(/\r?\n/u)) {
    const [label = '', format = ''] = line.split(sign);
    labels.get(format)?.push(label.trim());
  }
  return labels;
}

describe.skipIf(soffice === null)('LibreOffice and automatic numbers', () => {
  it('shows the same labels, or a difference that is listed', () => {
    const bytes = lists();
    const [own, other] = [ours(bytes), theirs(bytes)];
    const found = formats.flatMap((format) => {
      const [labels, others] = [own.get(format) ?? [], other.get(format) ?? []];
      expect([format, labels.length, others.length]).toEqual([format, count, count]);
      const at = labels.findIndex((label, index) => label !== others[index]);
      return at < 0 ? [] : [[format, [at + 1, labels[at], others[at]]] as const];
    });
    expect(found.filter(([format, [first]]) => Number(first) <= (alike[format] ?? 0))).toEqual([]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(differences).map(([format, listed]) => [format, listed.slice(0, 3)])),
    );
  });
});
