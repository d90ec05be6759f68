import { describe, expect, it } from 'vitest';
import { sample } from '../document/sample.ts';
import { lawTextOf, sameLaw, searchLaws } from './text.ts';

const law = (text: string, name = '文件.md') => lawTextOf(sample(text).document, name);

const measures = law(
  [
    '青麓区停车管理办法',
    '目录',
    '第一章 总则',
    '第二章 收费',
    '第一章 总则',
    '第一条 为规范停车，制定本办法。',
    '第二条 下列车辆不适用本办法：',
    '（一）消防车；',
    '（二）救护车。',
    '第二章 收费',
    '第一节 标准',
    '第三条 收费标准由价格主管部门制定。',
    '第三条之一 新能源汽车减半收费。',
    '违反第三条的，退还多收款项。',
    '第三章 附则',
    '第四条 本办法自2026年1月1日起施行。',
  ].join('\n'),
);

describe('the text of a law', () => {
  it('is its articles under their chapters, with all paragraphs, without the table of contents', () => {
    expect(measures?.title).toBe('青麓区停车管理办法');
    expect(measures?.articles.map(({ number, under, text }) => [number, under.join('/'), text.length])).toEqual([
      ['1', '第一章 总则', 1],
      ['2', '第一章 总则', 3],
      ['3', '第二章 收费/第一节 标准', 1],
      ['3-1', '第二章 收费/第一节 标准', 2],
      ['4', '第三章 附则', 1],
    ]);
  });

  it('takes its title from the registry where a line or the file names a known law', () => {
    expect(law('目录\n第一条 为了保护合法权益。', '民法典(2020-05-28).md')?.title).toBe('民法典');
    expect(law('中华人民共和国仲裁法\n第一条 为保证公正。')?.title).toBe('中华人民共和国仲裁法');
  });

  it('is none for a document without articles', () => expect(law('关于开会的通知\n一、时间。')).toBeNull());

  it('does not take a reference at the start of a line for an article', () => {
    expect(
      law('第一条 甲。\n第一条、第二条规定的情形除外。\n第二条 乙。')?.articles.map(({ number }) => number),
    ).toEqual(['1', '2']);
  });
});

describe('the same law', () => {
  it.each([
    ['民法典', '中华人民共和国民法典', true],
    ['《民法典》', '民法典', true],
    ['青麓区停车管理办法', '《青麓区停车管理办法》', true],
    ['青麓区停车管理办法', '青麓区停车管理规定', false],
    ['民法典', '民法通则', false],
  ])('%s and %s: %s', (a, b, same) => expect(sameLaw(a, b)).toBe(same));
});

describe('search', () => {
  const laws = measures ? [measures] : [];
  it.each([
    ['收费', 2],
    ['收费 新能源', 1],
    ['停车管理办法 救护车', 1],
    ['第三条之一', 1],
    ['没有的词', 0],
    ['  ', 0],
  ])('%s finds %i articles', (query, total) => expect(searchLaws(laws, query, 10).total).toBe(total));

  it('counts all and shows as many as asked', () => {
    const { total, found } = searchLaws(laws, '车', 1);
    expect([total, found.length]).toEqual([5, 1]);
  });
});
