import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsIn } from '../document/walk.ts';
import { normalise } from './normalise.ts';
import { readText } from './text.ts';
import { unwrapped } from './unwrap.ts';

const read = (text: string, format: 'txt' | 'md') => normalise(readText(text, format));
const texts = (text: string, format: 'txt' | 'md'): string[] =>
  paragraphsIn(read(text, format).body).map((paragraph) => paragraph.text);

describe('lines', () => {
  it.each([
    ['甲\r\n乙\n丙\r丁', ['甲', '乙', '丙', '丁']],
    ['\uFEFF甲\n\n\n  \n乙', ['甲', '乙']],
    ['甲\f乙\u2028丙', ['甲', '乙', '丙']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(texts(text, 'txt')).toEqual(expected);
  });
});

describe('Markdown', () => {
  it('reads headings as outline levels', () => {
    const document = read('# 题\n### 第一章 总则 ###\n正文', 'md');
    const [title, chapter, body] = paragraphsIn(document.body);
    const outline = (format: number | undefined) => document.paragraphFormats[format ?? -1]?.outline;
    expect([title?.text, chapter?.text, body?.text]).toEqual(['题', '第一章 总则', '正文']);
    expect([outline(title?.format), outline(chapter?.format), outline(body?.format)]).toEqual([1, 3, undefined]);
  });

  it.each([
    ['**第一条** 标的', '第一条 标的', [[0, 3]]],
    [
      '甲**乙**丙**丁**',
      '甲乙丙丁',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['电话138****1234和139****5678', '电话138****1234和139****5678', []],
    ['2 ** 3 ** 4', '2 ** 3 ** 4', []],
  ])('%s', (line, text, bold) => {
    const [paragraph] = paragraphsIn(read(line, 'md').body);
    expect(paragraph?.text).toBe(text);
    expect(paragraph?.runs.filter((run) => run.format === 1).map((run) => [run.from, run.to])).toEqual(bold);
  });

  it('reads tables, plain text does not', () => {
    expect(read('| a | b |\n| --- | --- |\n| c | d |', 'md').body[0]).toMatchObject({ kind: 'table' });
    expect(texts('| a | b |', 'txt')).toEqual(['| a | b |']);
  });
});

/** Breaks a paragraph as old systems did: `columns` full-width characters a line, no indent. */
function wrap(paragraph: string, columns: number): string[] {
  return paragraph.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [''];
}

describe('unwrapped', () => {
  const paragraphs = [
    '第一条　' + '甲方应当按照约定向乙方支付价款并且承担相应的税费'.repeat(5) + '。',
    '第二条　' + '乙方应当按照约定向甲方交付货物并且保证货物的质量'.repeat(5) + '。',
    '第三条　短。',
  ];

  it('joins lines broken at one width, and keeps paragraphs apart', () => {
    expect(unwrapped(paragraphs.flatMap((paragraph) => wrap(paragraph, 40)))).toEqual(paragraphs);
  });

  it.each([
    [
      'lines of many lengths',
      ['甲方：某局', '乙方：某公司', ...Array.from({ length: 30 }, (_, at) => '字'.repeat(10 + at))],
    ],
    ['whole sentences of one length', Array.from({ length: 30 }, () => `${'字'.repeat(39)}。`)],
    ['a few long lines', ['字'.repeat(40), '字'.repeat(40), '短']],
    ['paragraphs a line', paragraphs],
  ])('leaves %s', (_, lines) => {
    expect(unwrapped(lines)).toEqual(lines);
  });

  it('never joins across a blank line, a number, a label or an indent', () => {
    const full = Array.from({ length: 12 }, () => '字'.repeat(40));
    const after = ['', '（一）甲', '地址：某路', '　　另起'];
    const lines = after.flatMap((line) => [...full, line]);
    for (const line of after) expect(unwrapped(lines)).toContain(line);
  });

  it('loses and adds no character but the space of a Latin word break', () => {
    const line = fc.string({ unit: fc.constantFrom(...'字词ab1。， 　一、'), maxLength: 60 });
    const bare = (lines: readonly string[]): string => lines.join('').replace(/[\s\u3000]/gu, '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        expect(bare(unwrapped(lines))).toBe(bare(lines));
      }),
    );
  });
});
