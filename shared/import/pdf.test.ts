import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsIn } from '../document/walk.ts';
import { normalise } from './normalise.ts';
import { readPdf } from './pdf.ts';
import type { PdfItem, PdfPage } from './pdf.ts';
import { foldRadicals } from './pdf/radicals.ts';
import { rawDocument } from './raw.ts';

const size = 12;
const left = 90;
/** Characters a full line of the test page holds. */
const columns = 34;

/** A line of text at its column and row; `¶` in front indents it by two characters. */
function line(text: string, row: number, options: Partial<PdfItem> = {}): PdfItem {
  const indented = text.startsWith('¶');
  const shown = indented ? text.slice(1) : text;
  const width = [...shown].reduce((sum, char) => sum + (/[\u0020-\u007e]/u.test(char) ? 0.5 : 1) * size, 0);
  return {
    text: shown,
    x: left + (indented ? 2 * size : 0),
    y: 100 + row * 20,
    width,
    size,
    level: true,
    rightToLeft: false,
    ...options,
  };
}

function page(number: number, items: readonly PdfItem[]): PdfPage {
  return { number, width: 595, height: 842, items };
}

function pageOf(...lines: readonly string[]): PdfPage {
  return page(
    1,
    lines.flatMap((text, row) => (text === '' ? [] : [line(text, row)])),
  );
}

const texts = (...pages: readonly PdfPage[]): string[] =>
  paragraphsIn(normalise(readPdf(pages)).body).map((paragraph) => paragraph.text);

const full = (length = columns): string => '甲方应当按照约定向乙方支付价款并承担税费'.repeat(3).slice(0, length);

describe('paragraphs', () => {
  it.each<[string, string[], string[]]>([
    [
      'join full lines, end at a short one',
      [`¶${full(columns - 2)}`, full(), '支付完毕。', `¶${full(columns - 2)}`, '完。'],
      [`${full(columns - 2)}${full()}支付完毕。`, `${full(columns - 2)}完。`],
    ],
    [
      'begin at an indent even after a full line',
      [`¶${full(columns - 3)}。`, `¶${full(columns - 2)}`, full(), '完。'],
      [`${full(columns - 3)}。`, `${full(columns - 2)}${full()}完。`],
    ],
    [
      'begin at a clause number after a full sentence',
      [`${full(columns - 1)}。`, `第二条　${full(columns - 4)}`, full(), full()],
      [`${full(columns - 1)}。`, `第二条　${full(columns - 4)}${full()}${full()}`],
    ],
    [
      'go on where a line begins with a cited article',
      [`¶${full(columns - 2)}`, `第三条规定的${full(columns - 6)}`, '完。', full(), full()],
      [`${full(columns - 2)}第三条规定的${full(columns - 6)}完。`, `${full()}${full()}`],
    ],
    ['part at a gap', [full(), full(), '', '', full(), full()], [`${full()}${full()}`, `${full()}${full()}`]],
    [
      'join Latin words with a space',
      [
        'the quick brown fox jumps over the lazy dog and then it runs off to',
        'the woods again to be seen no more for a very long time, as it were',
      ],
      [
        'the quick brown fox jumps over the lazy dog and then it runs off to the woods again to be seen no more for a very long time, as it were',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(texts(pageOf(...lines))).toEqual(expected);
  });

  it('go on over a page, and say where', () => {
    const first = page(1, [
      line(`¶${full(columns - 2)}`, 0),
      ...Array.from({ length: 9 }, (_, row) => line(full(), row + 1)),
    ]);
    const second = page(2, [line(full(), 0), line('完。', 1)]);
    const [paragraph] = paragraphsIn(normalise(readPdf([first, second])).body);
    expect(paragraph).toMatchObject({ page: 1, pageStarts: [columns * 10 - 2] });
    expect(paragraph?.boxes.map((box) => box.page)).toEqual([...Array.from({ length: 10 }, () => 1), 2, 2]);
  });

  it('find a centred title', () => {
    const document = normalise(
      readPdf([page(1, [line('采购合同', 0, { x: 270, size: 22, width: 88 }), line(full(), 2), line(full(), 3)])]),
    );
    expect(paragraphsIn(document.body)[0]).toMatchObject({ text: '采购合同', format: 1 });
    expect(document.paragraphFormats[1]).toEqual({ align: 'center' });
  });
});

describe('lines', () => {
  it('put items in order, and double strokes once', () => {
    const items = [
      line('价款', 0, { x: left + 48 }),
      line('合同', 0),
      line('合同', 0, { x: left + 0.5 }),
      line('总计', 0, { x: left + 24, y: 100.4 }),
    ];
    expect(texts(page(1, items))).toEqual(['合同总计价款']);
  });

  it('close up spread characters, and keep blanks to be filled in', () => {
    const spread = [...'协议书'].map((char, at) => line(char, 0, { x: 200 + at * 60, size: 18, width: 18 }));
    const blank = [line('价款为', 2), line('元', 2, { x: left + 120 })];
    expect(texts(page(1, [...spread, ...blank, line('全 世 界', 4)]))).toEqual([
      '协议书',
      `价款为${' '.repeat(14)}元`,
      '全世界',
    ]);
  });

  it('keep the rows of a table apart', () => {
    const row = (at: number, ...cells: string[]): PdfItem[] =>
      cells.map((cell, column) => line(cell, at, { x: left + column * 130 }));
    expect(
      texts(page(1, [...row(0, '品名', '数量', '单价'), ...row(1, '柜', '3', '100'), ...row(2, '架', '5', '20')])),
    ).toHaveLength(3);
  });

  it('read two columns one after the other', () => {
    const width = 14;
    const columnLine = (side: number, row: number, text: string): PdfItem =>
      line(text, row, { x: 60 + side * 250, width: text.length * 16, size: 16 });
    const items = Array.from({ length: 10 }, (_, row) => [
      columnLine(0, row, '左'.repeat(width)),
      columnLine(1, row, '右'.repeat(width)),
    ]).flat();
    expect(texts(page(1, items))).toEqual(['左'.repeat(width * 10) + '右'.repeat(width * 10)]);
  });
});

describe('margins', () => {
  const bodyOf = (number: number): PdfItem[] => [line(`第${number}页的正文与众不同。`, 5), line('尾行。', 6)];

  it('move running headers and page numbers out of the body', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page(number, [
        line('临河区采购合同', 0, { y: 40 }),
        ...bodyOf(number),
        line(`— ${number} —`, 0, { y: 800, x: number % 2 ? 480 : 90 }),
      ]),
    );
    const document = normalise(readPdf(pages));
    expect(paragraphsIn(document.body).some(({ text }) => /采购合同|—/u.test(text))).toBe(false);
    expect(document.headers.map(({ blocks }) => paragraphsIn(blocks)[0]?.text)).toEqual(['临河区采购合同']);
    expect(document.footers.map(({ blocks }) => paragraphsIn(blocks)[0]?.text)).toEqual(['— 1 —']);
  });

  it.each([
    [
      'a title on one page',
      [page(1, [line('采购合同', 0, { y: 60 }), ...bodyOf(1)]), page(2, bodyOf(2)), page(3, bodyOf(3))],
      '采购合同',
    ],
    ['a year at the foot of one page', [page(1, [...bodyOf(1), line('2026', 0, { y: 800 })])], '2026'],
  ])('leave %s', (_, pages, text) => {
    expect(texts(...pages)).toContain(text);
  });
});

describe('what could not be read', () => {
  it('refuses a file of pictures', () => {
    expect(() => readPdf([page(1, []), page(2, [])])).toThrow(expect.objectContaining({ reason: 'no-text' }));
  });

  it('refuses text without a character map', () => {
    expect(() => readPdf([page(1, [line('\ue001\ue002\ue003\uf8fe', 0)])])).toThrow(
      expect.objectContaining({ reason: 'no-text' }),
    );
  });

  it('names the pages without text', () => {
    const raw = readPdf([page(1, [line('甲', 0)]), page(2, []), page(3, []), page(4, [line('乙', 0)]), page(5, [])]);
    expect(raw.notices).toEqual([{ kind: 'page-without-text', detail: '2–3、5' }]);
    expect(raw.pages.map(({ hasText }) => hasText)).toEqual([true, false, false, true, false]);
  });
});

describe('foldRadicals', () => {
  it.each([
    ['\u2f00\u2f01', '一丨'],
    ['\u2fd5', '龠'],
    ['\u2ec5\u2eda\u2ea0\u2ef3', '见页民龟'],
    ['甲\u2f42', '甲文'],
  ])('%s → %s', (text, folded) => {
    expect(foldRadicals(text)).toBe(folded);
  });

  it('keeps the length', () => {
    const radical = fc.integer({ min: 0x2e80, max: 0x2fdf }).map((code) => String.fromCharCode(code));
    fc.assert(fc.property(fc.string({ unit: radical }), (text) => foldRadicals(text).length === text.length));
  });
});

it('answers a sound document for any items, whose boxes cover the text', () => {
  const item = fc.record({
    text: fc.string({ unit: fc.constantFrom(...'甲乙a1。第一条 \u2f00'), minLength: 1, maxLength: 12 }),
    x: fc.double({ min: -50, max: 700, noNaN: true }),
    y: fc.double({ min: -50, max: 900, noNaN: true }),
    width: fc.double({ min: 0, max: 600, noNaN: true }),
    size: fc.double({ min: 1, max: 40, noNaN: true }),
    level: fc.boolean(),
    rightToLeft: fc.boolean(),
  });
  const pages = fc
    .array(fc.array(item, { maxLength: 20 }), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((items, at) => page(at + 1, items)));
  fc.assert(
    fc.property(pages, (all) => {
      if (all.every(({ items }) => items.every(({ text }) => text.trim() === ''))) return;
      const raw = rawDocument.parse(readPdf(all));
      const document = normalise(raw);
      const stories = [...document.headers, ...document.footers].flatMap(({ blocks }) => blocks);
      for (const paragraph of paragraphsIn([...document.body, ...stories])) {
        expect(paragraph.boxes.at(0)?.from).toBe(0);
        expect(paragraph.boxes.at(-1)?.to).toBe(paragraph.text.length);
        for (const [at, box] of paragraph.boxes.entries()) {
          expect(box.from).toBeLessThan(box.to);
          expect(box.from - (paragraph.boxes[at - 1]?.to ?? 0)).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 200 },
  );
});
