import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../import/normalise.ts';
import { readText } from '../import/text.ts';
import { clauseCitation, readClauses } from './clauses.ts';
import type { Clause, Document } from './model.ts';
import { sample } from './sample.ts';
import { blockNumber, paragraphsIn } from './walk.ts';

/** The tree on one line: children in brackets. */
function outline(document: Document): string {
  const of = (parent: string | null): string =>
    document.clauses
      .filter((clause) => clause.parent === parent)
      .map((clause) => {
        const inside = of(clause.id);
        return `${clause.label || clause.heading}${inside && `[${inside}]`}`;
      })
      .join(' ');
  return of(null);
}

function outlineOf(...lines: string[]): string {
  return outline(sample(lines.join('\n')).document);
}

describe('readClauses nests', () => {
  it.each<[string, string[], string]>([
    ['articles with items', ['第一条 标的', '（一）甲', '（二）乙', '第二条 价款'], '第一条[（一） （二）] 第二条'],
    [
      'chapters and articles that run on',
      ['第一章 总则', '第一条 甲。', '第二条 乙。', '第二章 附则', '第三条 丙。'],
      '第一章[第一条 第二条] 第二章[第三条]',
    ],
    [
      'the usual four levels',
      ['一、标的', '（一）甲', '1.子', '（1）丑', '（2）寅', '2.卯', '（二）乙', '二、价款'],
      '一、[（一）[1.[（1） （2）] 2.] （二）] 二、',
    ],
    ['decimals', ['1. 总则', '1.1 甲', '1.1.1 乙', '1.2 丙', '2. 附则'], '1.[1.1[1.1.1] 1.2] 2.'],
    [
      'decimals under articles',
      ['第一条 总则', '1.1 甲', '1.2 乙', '第二条 附则', '2.1 丙'],
      '第一条[1.1 1.2] 第二条[2.1]',
    ],
    ['hyphened decimals', ['第一条 定义', '１－１　甲方', '１－２　乙方'], '第一条[１－１ １－２]'],
    ['Han numbers under articles', ['第一条 甲', '一、子', '二、丑', '第二条 乙'], '第一条[一、 二、] 第二条'],
    [
      'articles under Han numbers',
      ['一、总则', '第一条 甲', '第二条 乙', '二、分则', '第三条 丙'],
      '一、[第一条 第二条] 二、[第三条]',
    ],
    ['Han brackets under figures', ['1. 甲', '（一）子', '（二）丑', '2. 乙'], '1.[（一） （二）] 2.'],
    ['figures under Han brackets', ['（一）甲', '1. 子', '2. 丑', '（二）乙'], '（一）[1. 2.] （二）'],
    ['circled figures and letters', ['1. 甲', '①子', '②丑', '2. 乙', 'a. 寅', 'b. 卯'], '1.[① ②] 2.[a. b.]'],
    ['full-width spaces and figures', ['　　第１条　甲', '　　１、子', '　　２、丑'], '第１条[１、 ２、]'],
    ['spaces inside the number', ['第 一 条　甲', '第 二 条　乙'], '第一条 第二条'],
    ['inserted articles', ['第十二条 甲', '第十二条之一 乙'], '第十二条 第十二条之一'],
    ['a recital', ['鉴于：', '1. 甲方需要。', '2. 乙方能够。', '第一条 标的'], '鉴于[1. 2.] 第一条'],
    [
      'clauses within a paragraph',
      ['第三条 包括：（一）甲；（二）乙；（三）丙。', '第四条 其他'],
      '第三条[（一） （二） （三）] 第四条',
    ],
    ['a first item right after its article', ['第三条（一）甲。', '（二）乙。'], '第三条[（一） （二）]'],
    [
      'a heading and its first item on one line',
      ['一、组织领导（一）成立小组。', '（二）落实经费。'],
      '一、[（一） （二）]',
    ],
    ['line breaks within a cell-like paragraph', ['第一条 甲', '第二条 乙'], '第一条 第二条'],
  ])('%s', (_, lines, expected) => {
    expect(outlineOf(...lines)).toBe(expected);
  });
});

describe('readClauses leaves alone', () => {
  it.each<[string, string[]]>([
    ['years', ['2026年度预算', '2026. 1']],
    ['quantities', ['1.5倍支付', '3.5 万元', '12.5％', '0.5‰']],
    [
      'cited articles at the start of a line',
      ['第三条规定的价款', '第五条、第六条所列情形', '第二条第一款', '第七条的约定'],
    ],
    ['cited items', ['（一）项所列', '（二）款约定']],
    ['enumerations', ['一、二审费用', '1、2、3号楼', '一、二、三层']],
    ['lines of a table of contents', ['第一章 总则……………1', '第二章 附则......12', '第三章 罚则\t7']],
    ['table cells', ['| 一、 | 第一条 甲 |', '| --- | --- |', '| （一）子 | 1. 丑 |']],
    ['numbers without a mark', ['3 日内', '12月', '（2026）云仲字第1号']],
    ['abbreviations', ['A.B公司', 'e.g. this']],
  ])('%s', (_, lines) => {
    expect(outlineOf(...lines)).toBe('');
  });

  it('the entries under 目录', () => {
    expect(outlineOf('目　录', '第一章 总则', '第二章 附则', '第一章 总则', '第一条 甲。', '第二章 附则')).toBe(
      '第一章[第一条] 第二章',
    );
  });
});

describe('parts', () => {
  const contract = [
    '第一条 标的',
    '附件为本合同组成部分。',
    '第二条 价款',
    '附件：1. 清单',
    '2. 图纸',
    '甲方（盖章）：',
    '乙方（盖章）：',
    '签订日期：　年　月　日',
    '附件一 货物清单',
    '一、甲',
    '二、乙',
    '附件二：图纸',
  ];

  it('tells annexes and the signature block from the text', () => {
    const { document } = sample(contract.join('\n'));
    expect(document.clauses.map((clause) => `${clause.part}:${clause.label || clause.heading}`)).toEqual([
      'body:第一条',
      'body:第二条',
      'signature:签署',
      'annex:附件一',
      'annex:一、',
      'annex:二、',
      'annex:附件二',
    ]);
  });

  it('names an annex by its title, on its own line or the next', () => {
    const { document } = sample('第一条 甲\n附件1\n验收标准\n文字。');
    expect(document.clauses.at(-1)).toMatchObject({ label: '附件1', heading: '验收标准', value: 1, scheme: 'annex' });
  });

  it('takes a list of annexes for no annex', () => {
    expect(outlineOf('一、甲', '附件1：清单', '附件2：图纸', '某局', '2026年1月1日', '附件1', '清单', '一、子')).toBe(
      '一、 签署 附件1[一、]',
    );
  });

  it('does not take a sentence about seals for a signature', () => {
    expect(outlineOf('第一条 甲', '本合同自双方签字盖章之日起生效。', '第二条 乙')).toBe('第一条 第二条');
  });

  it('finds a signature page between the parts of a contract', () => {
    expect(
      outlineOf('第一部分 协议书', '一、甲', '甲方（盖章）：', '乙方（盖章）：', '第二部分 通用条款', '一、子'),
    ).toBe('第一部分[一、] 签署 第二部分[一、]');
  });

  it('begins anew below the title of an attached document', () => {
    expect(outlineOf('一、印发。', '二、执行。', '临河区停车管理办法', '第一条 甲。', '第二条 乙。')).toBe(
      '一、 二、 第一条 第二条',
    );
  });
});

describe('headings', () => {
  it.each([
    ['第三条 付款方式', '付款方式', true],
    ['第三条 付款方式：甲方应当在三十日内支付全部价款。', '付款方式', false],
    ['第三条　甲方应当支付。乙方应当交付。', '甲方应当支付', false],
    ['二、', '', true],
  ])('%s', (line, heading, headingOnly) => {
    expect(sample(line).document.clauses[0]).toMatchObject({ heading, headingOnly });
  });
});

const automatic = (label: string, text: string) => ({
  kind: 'paragraph' as const,
  label,
  labelLevel: 0,
  format: 0,
  pieces: [{ kind: 'text' as const, text, format: 0 }],
});
const numbered = (...lines: [string, string][]): Document =>
  normalise({ ...readText('', 'txt'), body: lines.map(([label, text]) => automatic(label, text)) });

describe('automatic numbers', () => {
  it('count like literal ones, and mix with them', () => {
    const document = numbered(
      ['第一条', '标的'],
      ['（一）', '甲'],
      ['（二）', '乙：（1）子；（2）丑'],
      ['第二条', '价款'],
    );
    expect(outline(document)).toBe('第一条[（一） （二）[（1） （2）]] 第二条');
    expect(document.clauses[0]?.start).toEqual({ block: 'p1', offset: 0 });
  });

  it('count bare figures, and no bullets', () => {
    expect(outline(numbered(['1', '甲'], ['1.1', '子'], ['•', '丑'], ['2', '乙']))).toBe('1[1.1] 2');
  });
});

const cite = (notation: string): (string | null)[] => {
  const { document, marks } = sample(notation);
  return marks.map((mark) => clauseCitation(document, mark));
};

describe('clauseCitation', () => {
  it.each<[string, string, (string | null)[]]>([
    ['an item', '‹甲方：某局›\n第十二条 甲\n‹子›\n（二）‹丑›', [null, '第十二条', '第十二条（二）']],
    ['four levels', '一、甲\n（三）乙\n2. ‹丙›', ['一、（三）2.']],
    ['the number itself', '‹第二条› 甲：（一）‹乙›；‹（二）›丙', ['第二条', '第二条（一）', '第二条（二）']],
    ['chapters are left out of articles', '第一章 甲\n第一条 ‹乙›\n第二章 丙\n第二条 ‹丁›', ['第一条', '第二条']],
    [
      '… unless articles begin again',
      '第一章 甲\n第一条 ‹乙›\n第二章 丙\n第一条 ‹丁›',
      ['第一章第一条', '第二章第一条'],
    ],
    ['a chapter itself', '第一章 ‹甲›\n第一条 乙', ['第一章']],
    ['Han numbers in chapters', '第一章 甲\n一、‹乙›', ['第一章一、']],
    ['decimals stand alone', '3. 甲\n3.1 乙\n3.1.2 ‹丙›', ['3.1.2']],
    ['decimals in articles', '第三条 甲\n3.1 ‹乙›', ['第三条3.1']],
    [
      'rows of an annex',
      '第一条 甲\n附件一\n| 名称 | 数量 |\n| --- | --- |\n| ‹柜› | 1 |\n| 架 | ‹2› |',
      ['附件一 第 1 行', '附件一 第 2 行'],
    ],
    ['rows in a clause', '第一条 甲\n| ‹名称› |\n| --- |\n| ‹柜› |', ['第一条 表格表头', '第一条 表格第 1 行']],
    ['clauses of an annex', '第一条 甲\n附件二 标准\n一、乙\n（一）‹丙›', ['附件二 一、（一）']],
    ['the signature block', '第一条 甲\n甲方（盖章）：‹某局›', ['落款']],
    ['outside', '‹合同›\n正文', [null]],
  ])('%s', (_, notation, expected) => {
    expect(cite(notation)).toEqual(expected);
  });

  it('answers null for places it does not know', () => {
    expect(clauseCitation(sample('第一条 甲').document, { block: 'p99', from: 0, to: 1 })).toBeNull();
  });
});

const line = fc.oneof(
  ...[
    '第N条 甲',
    '第N章 乙',
    'N、丙',
    '（N）丁：（1）子；（2）丑',
    '(N) 戊',
    'N. 己',
    '1.N 庚',
    'aN',
    '附件N',
    '附件',
    '鉴于',
    '甲方（盖章）：',
  ].map((form) => fc.integer({ min: 1, max: 12 }).map((value) => form.replace('N', String(value)))),
  fc.string({ unit: fc.constantFrom(...'第一二条章（）、.12①a附件：；。\u3000 甲'), maxLength: 20 }),
);

describe('properties', () => {
  const documents = fc.array(line, { maxLength: 40 }).map((lines) => normalise(readText(lines.join('\n'), 'txt')));

  it('parents precede children and enclose them; starts are in order and inside their paragraph', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const byId = new Map<string, Clause>();
        const texts = new Map(paragraphsIn(document.body).map((paragraph) => [paragraph.id, paragraph.text]));
        let before = { block: 0, offset: -1 };
        for (const clause of document.clauses) {
          const [first, last] = [blockNumber(clause.first), blockNumber(clause.last)];
          expect(first).toBeLessThanOrEqual(last);
          expect(clause.heading.length).toBeLessThanOrEqual(40);
          expect(clause.start.block).toBe(clause.first);
          expect(clause.start.offset).toBeLessThanOrEqual(texts.get(clause.first)?.length ?? -1);
          expect(first > before.block || (first === before.block && clause.start.offset >= before.offset)).toBe(true);
          before = { block: first, offset: clause.start.offset };
          if (clause.parent !== null) {
            const parent = byId.get(clause.parent);
            expect(parent).toBeDefined();
            if (!parent) return;
            expect(clause.level).toBe(parent.level + 1);
            expect(blockNumber(parent.first)).toBeLessThanOrEqual(first);
            expect(blockNumber(parent.last)).toBeGreaterThanOrEqual(last);
          } else expect(clause.level).toBe(0);
          byId.set(clause.id, clause);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('siblings meet at most in the paragraph where the later begins', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const last = new Map<string | null, Clause>();
        for (const clause of document.clauses) {
          const elder = last.get(clause.parent);
          if (elder) expect(blockNumber(elder.last)).toBeLessThanOrEqual(blockNumber(clause.first));
          last.set(clause.parent, clause);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same tree again from the laid document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(readClauses(document)).toEqual(document.clauses);
      }),
      { numRuns: 50 },
    );
  });
});
