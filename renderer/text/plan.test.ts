import { describe, expect, test } from 'vitest';
import { sample } from '../../shared/document/sample.ts';
import { allParagraphs } from '../../shared/document/walk.ts';
import type { Document, Paragraph, ParagraphFormat } from '../../shared/document/model.ts';
import { formatSheet, lineHeight } from './formats.ts';
import { fontFamily } from './fonts.ts';
import { joinLines } from './painter.ts';
import { piecesOf } from './pieces.ts';
import { lastBefore, planOf } from './plan.ts';

const long = sample(
  Array.from({ length: 400 }, (_, at) => `第${at}行：乙方应当按照约定履行义务。`).join('\n'),
).document;

describe('sheets', () => {
  test('hold every paragraph once, in order', () => {
    const { sheets, order, places } = planOf(long);
    expect(order).toEqual(allParagraphs(long).map(({ id }) => id));
    expect(sheets.length).toBeGreaterThan(3);
    expect(places.get('p1')).toEqual({ sheet: 0, fraction: 0 });
    const last = places.get('p400');
    expect(last?.sheet).toBe(sheets.length - 1);
    expect(last?.fraction).toBeLessThan(1);
  });

  test('follow sections, show page hints, and put notes last', () => {
    const wide = {
      last: null,
      width: 842,
      height: 595,
      landscape: true,
      columns: 1,
      columnGap: 36,
      margins: margins(),
    };
    const body = long.body.slice(0, 4).map((block, at) => ({ ...block, page: at < 2 ? 1 : 2 }) as Paragraph);
    const document: Document = {
      ...long,
      body,
      sections: [{ ...wide, last: 'p2', width: 595, height: 842, landscape: false }, wide],
      notes: [{ kind: 'footnote', id: 'n1', label: '1', blocks: [{ ...(long.body[9] as Paragraph), id: 'p900' }] }],
    };
    const { sheets } = planOf(document);
    expect(sheets.map(({ section }) => section.width)).toEqual([595, 842]);
    expect(sheets[1]?.parts.map(({ kind }) => kind)).toEqual(['page', 'block', 'block', 'frame']);
  });

  test('part pages between blocks where a break ends a paragraph', () => {
    const [first, second] = long.body as readonly [Paragraph, Paragraph];
    const ends = { ...first, page: 1, pageStarts: [first.text.length] };
    const body = [ends, { ...second, page: 2 }];
    expect(planOf({ ...long, body }).sheets[0]?.parts.map(({ kind }) => kind)).toEqual(['block', 'page', 'block']);
    expect(piecesOf(ends).map(({ kind }) => kind)).toEqual(['text']);
  });

  test('exist for an empty document too', () => {
    expect(planOf(sample('').document).sheets).toHaveLength(1);
  });
});

function margins(): Document['sections'][number]['margins'] {
  return { top: 72, right: 90, bottom: 72, left: 90, header: 42, footer: 49 };
}

describe('pieces', () => {
  const base = allParagraphs(sample('甲方应当于三十日内付款').document)[0] as Paragraph;

  test('cover the text, with removed text and pages between', () => {
    const paragraph: Paragraph = {
      ...base,
      page: 3,
      pageStarts: [5],
      inserted: [{ from: 5, to: 8, change: 0 }],
      removed: [{ at: 5, text: '六十', change: 1, format: 0 }],
    };
    expect(piecesOf(paragraph).map((piece) => [piece.kind, 'text' in piece ? piece.text : ''])).toEqual([
      ['text', '甲方应当于'],
      ['removed', '六十'],
      ['page', ''],
      ['text', '三十日'],
      ['text', '内付款'],
    ]);
  });

  test('part the tabs', () => {
    const paragraph: Paragraph = { ...base, text: '总则\t3', runs: [{ from: 0, to: 4, format: 0 }] };
    expect(piecesOf(paragraph).map(({ kind }) => kind)).toEqual(['text', 'tab', 'text']);
  });

  test('of an empty paragraph are none', () => {
    expect(piecesOf({ ...base, text: '', runs: [] })).toEqual([]);
  });
});

describe('formats', () => {
  test('become classes, and only safe names and colours reach the sheet', () => {
    const sheet = formatSheet({
      characterFormats: [{ size: 16, bold: true, colour: '#ff0000', eastAsianFont: '仿宋";}*{x:y' }],
      paragraphFormats: [{ align: 'justify', indentFirstLineChars: 2, line: { kind: 'exact', value: 28 } }],
    });
    expect(sheet).toContain('font-size:calc(16 * var(--pt))');
    expect(sheet).toContain('.paper .c0{color:#ff0000}');
    expect(sheet).toContain('text-indent:2em');
    expect(sheet).toContain('line-height:calc(28 * var(--pt))');
    expect(sheet).not.toContain('{x:y');
    expect(
      formatSheet({ characterFormats: [{ colour: 'url(x)' }, { colour: '#000000' }], paragraphFormats: [] }),
    ).not.toMatch(/url|color/u);
  });

  test('tone colours for dark paper, and show white ink on fills alone', () => {
    const sheet = formatSheet({
      characterFormats: [{ colour: '#c00000', highlight: '#ffff00' }, { colour: '#ffffff' }],
      paragraphFormats: [{ shading: '#d9e2f3' }],
    });
    expect(sheet.split('\n')).toEqual([
      '.paper .c0{background-color:#ffff00}',
      "[data-theme='dark'] .paper .c0{background-color:color-mix(in oklch, #ffff00 28%, var(--paper))}",
      '.paper .c0{color:#c00000}',
      "[data-theme='dark'] .paper .c0{color:oklch(from #c00000 max(l, 0.72) c h)}",
      '.paper .filled .c1{color:#ffffff}',
      '.paper .f0{background-color:#d9e2f3}',
      "[data-theme='dark'] .paper .f0{background-color:color-mix(in oklch, #d9e2f3 28%, var(--paper))}",
    ]);
  });

  test.each<[string, ParagraphFormat, string]>([
    ['an indent is inside', { indentLeft: 24 }, 'padding-left:max(0px, calc(24 * var(--pt)))'],
    [
      'a border stands outside the text',
      { borders: { left: { style: 'single', width: 1, colour: '#000000', space: 4 } } },
      'margin-left:calc(max(0px, 0px) - calc(5 * var(--pt)));padding-left:calc(4 * var(--pt))',
    ],
    [
      'a fill begins at the indent',
      { indentLeft: 24, shading: '#d9e2f3' },
      'margin-left:calc(max(0px, calc(24 * var(--pt))) - 0px)',
    ],
    [
      'a border keeps its space',
      { borders: { bottom: { style: 'single', width: 3, colour: '#ff0000', space: 6 } } },
      'padding-bottom:calc(6 * var(--pt))',
    ],
  ])('%s', (_, format, expected) => {
    expect(formatSheet({ characterFormats: [], paragraphFormats: [format] })).toContain(expected);
  });

  test.each([
    ['Times New Roman', '宋体', /^"document-western-serif", .*"SimSun"/u],
    [undefined, '仿宋_GB2312', /^"FangSong"/u],
    ['黑体', undefined, /sans-serif$/u],
    [undefined, '方正公文小标宋', /^"方正公文小标宋", "方正小标宋简体"/u],
  ])('%s and %s', (font, eastAsian, expected) => {
    expect(fontFamily(font, eastAsian)).toMatch(expected);
  });

  test('line rules', () => {
    expect(lineHeight({ kind: 'multiple', value: 1.5 })).toBe('2.1');
    expect(lineHeight({ kind: 'at-least', value: 20 })).toBe('max(calc(20 * var(--pt)), 1.4em)');
  });
});

type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

function box(left: number, top: number, right: number, bottom: number): Box {
  return { left, top, right, bottom };
}

test('rectangles of neighbouring runs join into lines', () => {
  expect(joinLines([box(0, 0, 10, 20), box(10, 2, 30, 18), box(0, 30, 8, 50), box(5, 5, 5, 9)])).toEqual([
    box(0, 0, 30, 20),
    box(0, 30, 8, 50),
  ]);
});

test('the clause in view is the last that begins before', () => {
  const starts = ['p2', 'p5', 'p9'];
  const at = (block: string): string | null => lastBefore(starts, block, (start) => start);
  expect([at('p1'), at('p2'), at('p7'), at('p40')]).toEqual([null, 'p2', 'p5', 'p9']);
});
